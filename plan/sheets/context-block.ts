import { contextFigures, type ContextFigure } from '../record/context-figures.js';
import { unitName } from '../messages/unit-name.js';
import { edgesOf, natureOf } from '../number/edges.js';
import type { Block } from '../workbook/block.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import type { PlanDoc } from './plan-doc.js';

/** Figures of named yearbooks beside the plan's own, each with its source and vintage. */
export function contextBlock(doc: PlanDoc): Block<ContextFigure> {
  const number = ({ decimals }: ContextFigure): CellStyle => style('number', decimalFormat(decimals));
  const edge = ({ decimals }: ContextFigure): CellStyle => style('number', decimalFormat(decimals + 1));
  const ends = (figure: ContextFigure): ReturnType<typeof edgesOf> =>
    edgesOf(figure, natureOf('baseline', figure.indicator.kind, figure.unit), figure.indicator.better);
  return {
    id: 'ctx',
    table: true,
    rows: contextFigures(doc.plan),
    rowKey: ({ key }) => key,
    columns: [
      { key: 'indicator', title: 'column.indicator', width: 44, style: style('label'), cell: ({ indicator }) => indicator[doc.language] },
      { key: 'year', title: 'column.year', width: 8, style: style('year'), cell: ({ year }) => year },
      { key: 'printed', title: 'column.printed', width: 18, style: style('text'), cell: ({ printed }) => printed },
      { key: 'value', title: 'column.value', width: 12, style: number, cell: ({ value }) => value },
      { key: 'high_value', title: 'column.high_value', width: 10, style: number, cell: ({ high }) => high },
      { key: 'unit', title: 'column.unit', width: 20, style: style('text'), cell: ({ unit }) => unitName(doc.language, unit) },
      { key: 'decimals', title: 'column.decimals', width: 9, style: style('year'), cell: ({ decimals }) => decimals },
      { key: 'low', title: 'column.low', width: 12, style: edge, cell: (figure) => ends(figure).low.at },
      { key: 'high', title: 'column.high', width: 12, style: edge, cell: (figure) => ends(figure).high.at },
      { key: 'source', title: 'column.context_source', width: 40, style: style('wrap'), cell: ({ source }) => source[doc.language] },
      { key: 'vintage', title: 'column.vintage', width: 16, style: style('text'), cell: ({ vintage }) => vintage },
      { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
    ],
  };
}
