import type { ChartToWrite } from '../engine/sheet/sheet-to-write.js';
import { columnLetters } from '../../plan/workbook/address.js';
import { FILLS } from './looks.js';

/**
 * A native chart of lying bars over cells of its own. Office.js gives charts no alternative text: the chart is named by its title,
 * and the table it draws stands above it.
 */
export function addChart(sheet: Excel.Worksheet, wanted: ChartToWrite, canMoveAxis: boolean): void {
  const { title, firstRow, lastRow, nameColumn, axis, fromZero, labelled, over } = wanted;
  const rangeOf = (column: number): Excel.Range => sheet.getRangeByIndexes(firstRow, column, lastRow - firstRow + 1, 1);
  const [first, ...more] = wanted.series;
  if (!first) return;
  const chart = sheet.charts.add('BarClustered', rangeOf(first.column), 'Columns');
  chart.name = title;
  chart.title.text = title;
  chart.title.format.font.size = 11;
  const drawn = [chart.series.getItemAt(0), ...more.map(({ name, column }) => withValues(chart.series.add(name), rangeOf(column)))];
  drawn.forEach((series, index) => {
    series.name = wanted.series[index]?.name ?? '';
    series.setXAxisValues(rangeOf(nameColumn));
    series.format.fill.setSolidColor(FILLS[index % FILLS.length] ?? FILLS[0]);
    series.gapWidth = 60;
    series.hasDataLabels = labelled;
  });
  chart.legend.visible = drawn.length > 1;
  chart.legend.position = 'Bottom';
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.reversePlotOrder = true;
  if (canMoveAxis) categoryAxis.position = 'Maximum';
  categoryAxis.tickLabelSpacing = 1;
  categoryAxis.format.font.size = valueAxis.format.font.size = 9;
  valueAxis.title.text = axis;
  if (fromZero) valueAxis.minimum = 0;
  chart.setPosition(`A${over.firstRow + 1}`, `${columnLetters(over.lastColumn + 1)}${over.lastRow + 1}`);
}

function withValues(series: Excel.ChartSeries, values: Excel.Range): Excel.ChartSeries {
  series.setValues(values);
  return series;
}
