import { printingKey } from '../figure-key.js';
import { unitName } from '../messages/unit-name.js';
import { type Language, message } from '../messages/message.js';
import { type Edge, edgesOf, natureOf } from '../number/edges.js';
import type { Figure, Plan, Printing } from '../plan.js';
import type { AnyBlock, Block, Column, Content, Sheet } from '../workbook/block.js';
import { decimalFormat, style } from '../workbook/style.js';
import { introBlock } from './intro-block.js';
import { type PlanDoc, say, scopeName, showLocator } from './plan-doc.js';

/** One printing of a figure with the ends it stands for. */
export interface FigureRow {
  figure: Figure;
  printing: Printing;
  /** The figure's key; further printings of one figure end in #2, #3 …, so that the first alone is found by key. */
  key: string;
  low: Edge;
  high: Edge;
}

/** Every printing of every figure, one a row, in the document's order. */
export const figuresSheet: Sheet<PlanDoc> = {
  id: 'figures',
  name: (language) => message(language, 'sheet.figures'),
  guarded: false,
  hidden: false,
  blocks: (doc): AnyBlock[] => [introBlock(doc, 'figures', 'sheet.figures', 'figures.intro'), figuresBlock(doc)],
};

function figuresBlock(doc: PlanDoc): Block<FigureRow> {
  return { id: 'fig', table: true, rows: figureRows(doc.plan), rowKey: ({ key }) => key, columns: figureColumns(doc.language, () => doc) };
}

/** A plan's printings in the document's order; several plans may share the expressions of their edges. */
export function figureRows({ figures }: Plan, edges = sharedEdges()): FigureRow[] {
  return figures
    .flatMap((figure) =>
      figure.printings.map((printing, index): FigureRow => {
        const { low, high } = edges(printing, natureOf(figure.role, figure.indicator.kind, printing.unit), figure.indicator.better);
        return { figure, printing, key: printingKey(figure.key, index), low, high };
      }),
    )
    .sort((a, b) => a.printing.order - b.printing.order);
}

/** Numbers of one bound and nature share the expressions of their edges. */
export function sharedEdges(): typeof edgesOf {
  const made = new Map<string, ReturnType<typeof edgesOf>>();
  return (number, nature, better) => {
    const key = `${number.bound} ${nature} ${better} ${number.below === null || number.value === null ? '' : number.below - number.value}`;
    const known = made.get(key) ?? edgesOf(number, nature, better);
    made.set(key, known);
    return known;
  };
}

/** The columns of printings; `docOf` tells which plan's names and scopes a row goes by. */
export function figureColumns<Row extends FigureRow>(language: Language, docOf: (row: Row) => PlanDoc): Column<Row>[] {
  const number = ({ printing }: Row): ReturnType<typeof style> => style('number', decimalFormat(printing.decimals));
  const edge = ({ figure, printing }: Row): ReturnType<typeof style> => style('number', decimalFormat(printing.decimals + edgeDecimals(figure, printing)));
  return [
    { key: 'indicator', title: 'column.indicator', width: 44, style: style('label'), cell: ({ figure }) => figure.indicator[language] },
    { key: 'scope', title: 'column.scope', width: 16, style: style('text'), cell: (row) => scopeName(docOf(row), row.figure.scope) },
    { key: 'from', title: 'column.from', width: 9, style: style('year'), cell: ({ figure }) => figure.fromYear },
    { key: 'year', title: 'column.year', width: 8, style: style('year'), cell: ({ figure }) => figure.year },
    { key: 'role', title: 'column.role', width: 10, style: style('text'), cell: ({ figure }) => message(language, `role.${figure.role}`) },
    { key: 'printed', title: 'column.printed', width: 16, style: style('text'), cell: ({ printing }) => printing.printed },
    { key: 'value', title: 'column.value', width: 12, style: number, cell: ({ printing }) => printing.value },
    { key: 'high_value', title: 'column.high_value', width: 10, style: number, cell: ({ printing }) => printing.high },
    { key: 'unit', title: 'column.unit', width: 20, style: style('text'), cell: ({ printing }) => unitName(language, printing.unit) },
    { key: 'decimals', title: 'column.decimals', width: 9, style: style('year'), cell: ({ printing }) => printing.decimals },
    { key: 'bound', title: 'column.bound', width: 12, style: style('text'), cell: ({ printing }) => message(language, `bound.${printing.bound}`) },
    { key: 'low', title: 'column.low', width: 12, style: edge, cell: ({ low }) => low.at },
    { key: 'low_included', title: 'column.low_included', width: 9, style: style('text'), cell: ({ low }) => showIncluded(language, low) },
    { key: 'high', title: 'column.high', width: 12, style: edge, cell: ({ high }) => high.at },
    { key: 'high_included', title: 'column.high_included', width: 9, style: style('text'), cell: ({ high }) => showIncluded(language, high) },
    { key: 'locator', title: 'column.locator', width: 22, style: style('text'), cell: (row) => showLocator(docOf(row), row.printing.at) },
    { key: 'note', title: 'column.note', width: 44, style: style('wrap'), cell: (row) => notes(docOf(row), row) },
    { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
  ];
}

/** Half a unit of the last digit takes one digit more; 5 % of it two. */
const edgeDecimals = (figure: Figure, { bound, unit }: Printing): number =>
  bound === 'approx' || bound === 'near' ? 2 : natureOf(figure.role, figure.indicator.kind, unit) === 'measured' ? 1 : 0;

const showIncluded = (language: Language, edge: Edge): Content => (edge.at === null ? null : message(language, edge.included ? 'edge.closed' : 'edge.open'));

const yearNote = (doc: PlanDoc, { guess }: Figure): string => (guess === null ? say(doc, 'note.year') : say(doc, 'note.year-guess', { year: guess }));

/** What the other columns cannot tell: a year the document leaves out, an estimate, another printing. */
function notes(doc: PlanDoc, { figure, printing, key }: FigureRow): Content {
  const parts = [
    figure.year === null && yearNote(doc, figure),
    printing.estimated && say(doc, 'note.estimated'),
    figure.everyYear && say(doc, 'note.every'),
    key !== figure.key && `${say(doc, 'note.printing')} ${showLocator(doc, figure.printings[0].at)}`,
    printing.unitCompleted && say(doc, 'note.unit', { unit: unitName(doc.language, printing.unit) }),
    printing.note?.[doc.language],
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? null : parts.join(doc.language === 'zh' ? '；' : '; ');
}
