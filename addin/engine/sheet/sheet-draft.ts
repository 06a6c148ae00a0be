import type { Entry } from '../../../plan/compare/comparison.js';
import { wrapText } from '../../../plan/workbook/text-width.js';
import { columnPoints, fitWidths, headerHeight, type Piece, pageBreaks, ROW, rowHeight } from './fit-sheet.js';
import type { SheetColumn } from './group-columns.js';
import { type ChartToWrite, type SheetToWrite, textOf } from './sheet-to-write.js';

/** Lines of text are broken to this width, in characters, and the sheet is at least as wide. */
const TEXT_WIDTH = 124;
/** Nine points against the default font's ten. */
const TEXT_SCALE = 0.95;
const TITLE_HEIGHT = 30;
/** Charts are as wide as the tables without their last column. */
const LAST_CHART_COLUMN = 8;

/** Rows of a chart that each place's bars and, once, its title and axis take. */
const chartRows = (places: number, series: number): number => Math.min(27, Math.max(12, Math.ceil(places * (series > 1 ? 1.5 : 1)) + 6));

/** A sheet while it is put together, from top to bottom. */
export class SheetDraft {
  private readonly rows: SheetToWrite['rows'] = [];
  private readonly lines: SheetToWrite['lines'] = [];
  private readonly tables: SheetToWrite['tables'] = [];
  private readonly charts: SheetToWrite['charts'] = [];
  private readonly limits: number[][] = [];
  private readonly pieces: Piece[] = [];

  constructor(private readonly own: string | null) {}

  line(look: SheetToWrite['lines'][number]['look'], text: string): void {
    this.lines.push({ row: this.rows.length, look });
    this.rows.push([text]);
  }

  text(words: string): void {
    for (const each of wrapText(words, TEXT_WIDTH)) this.line('intro', each);
  }

  space(): void {
    this.rows.push([]);
  }

  /** Adds a table: those ranked, then those that are not. Tells the row of the first. */
  table(title: string, columns: readonly SheetColumn[], ranked: readonly Entry[], others: readonly Entry[]): number {
    const from = this.rows.length;
    this.line('section', title);
    const header = this.rows.length;
    this.rows.push(columns.map((column) => column.title));
    const all = [...ranked, ...others];
    const lines = { first: header + 2, last: header + 1 + ranked.length };
    all.forEach((entry, index) => {
      this.rows.push(columns.map(({ cell }) => cell(entry, { ...lines, line: lines.first + index, isRanked: index < ranked.length })));
    });
    this.tables.push({
      header,
      rows: all.length,
      columns: columns.map(({ align, format }) => ({ align, wrap: align === 'Left', formats: format ? all.map((entry) => format(entry)) : null })),
      own: ranked.flatMap(({ plan }, index) => (plan === this.own ? [header + 1 + index] : [])),
    });
    this.limits.push(columns.map(({ most }) => most));
    this.pieces.push({ firstRow: from, lastRow: this.rows.length - 1 });
    this.space();
    return header + 1;
  }

  /** Adds a chart, which stands over empty rows of its own. */
  chart(chart: Omit<ChartToWrite, 'over'>): void {
    const firstRow = this.rows.length;
    const count = chartRows(chart.lastRow - chart.firstRow + 1, chart.series.length);
    for (let row = 0; row < count; row += 1) this.space();
    this.charts.push({ ...chart, over: { firstRow, lastRow: firstRow + count - 1, lastColumn: LAST_CHART_COLUMN } });
    // With the empty row above it: its frame must not show on the page before.
    this.pieces.push({ firstRow: firstRow - 1, lastRow: firstRow + count - 1 });
    this.space();
  }

  finished(name: string, footer: string): SheetToWrite {
    const { rows, lines, tables, charts } = this;
    const widths = fitWidths({ rows, tables }, this.limits);
    const total = widths.reduce((sum, width) => sum + width, 0);
    const last = Math.min(9, widths.length - 1);
    const needed = Math.ceil(TEXT_WIDTH * TEXT_SCALE) + 2;
    if (total < needed) widths[last] = (widths[last] ?? 0) + needed - total;
    const heights = rows.map(() => ROW);
    heights[0] = TITLE_HEIGHT;
    for (const { header, rows: count, columns } of tables) {
      heights[header] = headerHeight(rows[header] ?? [], widths);
      for (let row = header + 1; row <= header + count; row += 1) heights[row] = rowHeight(rows[row] ?? [], columns, widths);
    }
    // One table keeps its headers in view and on each page; over several the sheet's title does.
    const [only] = tables.length === 1 ? tables : [];
    const repeated = only?.header ?? 0;
    return {
      name,
      rows,
      heights,
      widths: widths.map(columnPoints),
      lines,
      tables,
      charts,
      frozen: { rows: repeated + 1, columns: 1 },
      print: { repeated, breaks: pageBreaks(this.pieces, heights, widths, heights[repeated] ?? ROW), header: textOf(rows[0]?.[0]), footer },
    };
  }
}
