import type { LaidChart } from '../../plan/workbook/laid-workbook.js';
import { chartSpace, LINE, strings, text, title } from './chart-frame.js';
import { escapeText } from './xml.js';

/** Told apart in grey by their lightness, and by their outline. */
const FILLS = ['1B4F72', 'A9CCE3', '7F8C8D'];

/** The part of a native bar chart: bars lie, so that places' names can be read; the first stands at the top. Schema: ECMA-376 part 1, 21.2.2.16. */
export function barChartPart(chart: LaidChart): string {
  const series = chart.series.map((_, index) => seriesXml(chart, index)).join('');
  const bars = `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>`;
  return chartSpace(chart.title, bars + categoryAxis() + valueAxis(chart.axis), chart.series.length > 1 ? 'b' : null);
}

function seriesXml({ series, categories }: LaidChart, index: number): string {
  const each = series[index];
  if (!each) return '';
  const fill = `<a:solidFill><a:srgbClr val="${FILLS[index % FILLS.length] ?? '000000'}"/></a:solidFill>`;
  const points = each.values.flatMap((value, point) => (value === null ? [] : `<c:pt idx="${point}"><c:v>${value}</c:v></c:pt>`)).join('');
  const labels = `<c:dLbls><c:numFmt formatCode="#,##0.0#;-#,##0.0#;" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${text(800)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escapeText(each.nameReference)}</c:f>${strings([each.name])}</c:strRef></c:tx><c:spPr>${fill}<a:ln w="6350"><a:solidFill><a:srgbClr val="1B4F72"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>${labels}<c:cat><c:strRef><c:f>${escapeText(categories.reference)}</c:f>${strings(categories.texts)}</c:strRef></c:cat><c:val><c:numRef><c:f>${escapeText(each.reference)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${each.values.length}"/>${points}</c:numCache></c:numRef></c:val></c:ser>`;
}

const categoryAxis = (): string =>
  `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${LINE}${text(900)}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;

const valueAxis = (words: string): string =>
  `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E8ED"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${words === '' ? '' : title(words, 900, false)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${LINE}${text(900)}<c:crossAx val="1001"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`;
