import { isExpr, type Scalar } from '../expression/expression.js';
import { type Language, message } from '../messages/message.js';
import { columnLetters } from './address.js';
import type { Chart, Content, Sheet, Validation } from './block.js';
import { type CellValues, isLink } from './cell-values.js';
import { fitHeight, fitWidths, printedColumns } from './fit.js';
import { layChart } from './lay-chart.js';
import { formulasOf } from './laid-formula.js';
import type { LaidCell, LaidRow, LaidSheet, StreamedRows } from './laid-workbook.js';
import { columnIndex, isLong, type Placed } from './place-blocks.js';
import { type CellStyle, style } from './style.js';

/** One sheet with its blocks in place: rows, widths, tables, validations, charts. */
export function laySheet<Doc>(sheet: Sheet<Doc>, placed: readonly Placed[], charts: readonly Chart[], values: CellValues, language: Language): LaidSheet {
  const tables = placed.filter(({ block }) => block.table);
  const headersOf = ({ block }: Placed): string[] => block.columns.map(({ title, titleArgs }) => message(language, title, titleArgs));
  const long = placed.findIndex(({ block }) => isLong(block));
  const [held, later] = long < 0 ? [placed, []] : [placed.slice(0, long), placed.slice(long)];
  const rows = held.flatMap((each) => [...layHeader(each, headersOf(each)), ...layRows(each, values)]);
  const widths = fitWidths(placed, values, headersOf);
  const width = Math.max(1, ...placed.map(printedColumns));
  const end = (placed.at(-1)?.last ?? 0) + 2;
  const chartRows = rowsOfCharts(charts, end);
  return {
    id: sheet.id,
    name: sheet.name(language),
    hidden: sheet.hidden,
    guarded: sheet.guarded,
    onePage: sheet.onePage ?? false,
    widths,
    rows: rows.map((row) => fitHeight(row, widths)),
    ...(later.length > 0 ? { streamed: streamedRows(later, values, headersOf, widths) } : {}),
    printedColumns: width,
    headingColumns: headingColumns(sheet, tables, widths.slice(0, width)),
    printedRows: charts.length > 0 ? (chartRows.at(-1) ?? end) + CHART_ROWS : end - 2,
    tables: tables.map((each) => ({
      name: `tbl_${each.block.id}`,
      reference: `A${each.first - 1}:${columnLetters(each.block.columns.length)}${each.last}`,
      headers: headersOf(each),
    })),
    validations: placed.flatMap(layValidations),
    pageEnds: [
      ...placed.flatMap(({ block, first }) => (block.newPage ? [first - (block.table ? 2 : 1)] : [])),
      ...charts.flatMap(({ newPage }, index) => (newPage ? [(chartRows[index] ?? end) - 1] : [])),
    ],
    charts: charts.map((chart, index) => layChart(chart, placed, values, headersOf, chartRows[index] ?? end, width)),
    headerRow: tables.length === 1 && tables[0] ? tables[0].first - 1 : null,
  };
}

/** Characters of the default font across a landscape page, scaled as far as small print stays legible. */
const WIDEST_PAGE = 245;

function headingColumns({ rowHeading }: { rowHeading?: string | undefined }, [table]: readonly Placed[], widths: readonly number[]): number | null {
  const heading = table?.block.columns.findIndex(({ key }) => key === rowHeading) ?? -1;
  return heading < 0 || widths.reduce((sum, width) => sum + width, 0) <= WIDEST_PAGE ? null : heading + 1;
}

/** Rows a chart takes, and one to stand apart. */
const CHART_ROWS = 21;

/** The row below which each chart stands: under the one before it, or beside it. */
function rowsOfCharts(charts: readonly Chart[], end: number): number[] {
  let rank = -1;
  return charts.map((chart) => {
    if (chart.kind !== 'bar' || !chart.beside) rank += 1;
    return end + rank * CHART_ROWS;
  });
}

function layHeader({ block, first }: Placed, headers: string[]): LaidRow[] {
  if (!block.table) return [];
  return [{ number: first - 1, cells: headers.map((value, index) => ({ column: index + 1, style: style('header'), value })) }];
}

/** The rows from the first long block on, each laid when it is asked for. */
function streamedRows(placed: readonly Placed[], values: CellValues, headersOf: (placed: Placed) => string[], widths: readonly number[]): StreamedRows {
  const styles = new Set<CellStyle>([style('header')]);
  for (const { block } of placed) {
    for (const { style: look } of block.columns) {
      if (typeof look === 'function') for (const row of block.rows as unknown[]) styles.add(look(row));
      else styles.add(look);
    }
  }
  return {
    last: placed.at(-1)?.last ?? 1,
    columns: placed.reduce((most, { block }) => Math.max(most, block.columns.length), 1),
    styles: [...styles],
    rows: function* () {
      for (const each of placed) {
        for (const row of layHeader(each, headersOf(each))) yield fitHeight(row, widths);
        const lay = rowLayer(each, values);
        for (let index = 0; index < each.block.rows.length; index += 1) yield fitHeight(lay(index), widths);
      }
    },
  };
}

const layRows = (placed: Placed, values: CellValues): LaidRow[] => {
  const lay = rowLayer(placed, values);
  return placed.block.rows.map((_, index) => lay(index));
};

function rowLayer(placed: Placed, values: CellValues): (index: number) => LaidRow {
  const { block, first } = placed;
  const cells = values.of(placed);
  const formulaIn = formulasOf((key) => columnLetters(columnIndex(block, key) + 1));
  return (index) => {
    const data: unknown = block.rows[index];
    const number = first + index;
    const laid = block.columns.map((column, position): LaidCell => {
      const content = cells.content(index, position);
      const input = column.input?.(data);
      const look = typeof column.style === 'function' ? column.style(data) : column.style;
      // Most cells are constants; the others are all made alike, as readers of many shapes are slow.
      if (!input && (typeof content !== 'object' || content === null)) return { column: position + 1, key: column.key, style: look, value: content };
      return {
        column: position + 1,
        key: column.key,
        style: input ? inputStyle(input, look) : look,
        value: cells.valueOf(content, index, position),
        formula: isExpr(content) ? formulaIn(content, number) : undefined,
        input: input ? { default: constant(column.cell(data)) } : undefined,
        to: isLink(content) ? content.to : undefined,
      };
    });
    return { number, key: `${block.id}/${block.rowKey(data)}`, cells: laid };
  };
}

const inputStyle = ({ kind }: Validation, { format }: CellStyle): CellStyle =>
  style(kind === 'list' || kind === 'text' || kind === 'names' ? 'input-text' : 'input', kind === 'date' ? 'yyyy-mm-dd' : format);

/** Input cells start from a constant or empty. */
const constant = (content: Content): Scalar => (content === null || typeof content !== 'object' ? content : null);

function layValidations({ block, first }: Placed): LaidSheet['validations'] {
  return block.columns.flatMap((column, position) => {
    if (!column.input) return [];
    const letters = columnLetters(position + 1);
    const rows = (block.rows as unknown[]).flatMap((data, index) => {
      const validation = column.input?.(data);
      return validation ? [{ row: first + index, validation }] : [];
    });
    return runs(rows).map(({ from, to, validation }) => ({ reference: from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`, validation }));
  });
}

/** Neighbouring rows with one validation become one range: Excel keeps few rules, and so do we. */
function runs(rows: readonly { row: number; validation: Validation }[]): { from: number; to: number; validation: Validation }[] {
  const out: { from: number; to: number; validation: Validation }[] = [];
  for (const { row, validation } of rows) {
    const last = out.at(-1);
    if (last?.to === row - 1 && last.validation === validation) last.to = row;
    else out.push({ from: row, to: row, validation });
  }
  return out;
}
