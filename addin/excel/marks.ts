import { type CellAddress } from './cell-address.js';
import { onOpenSheets } from './protection.js';

export type MarkLook = 'error' | 'warning' | 'info' | 'undecided';

export interface Mark extends CellAddress {
  look: MarkLook;
}

/** What stands in the formula of each mark, so that marks are found again, by anyone, whenever the workbook comes back. */
const SIGNATURE = 'planbook-mark:';

/** Fill and letter form: colour is never the only signal. */
const LOOKS: Record<MarkLook, { fill: string; ink: string; bold?: true; italic?: true; line: 'Single' | 'None' }> = {
  error: { fill: '#F9D0CF', ink: '#8A1C1C', bold: true, line: 'Single' },
  warning: { fill: '#FDE7C2', ink: '#6B4300', bold: true, line: 'None' },
  info: { fill: '#D6E8F7', ink: '#123A55', line: 'Single' },
  undecided: { fill: '#E8E4F3', ink: '#3F3170', italic: true, line: 'None' },
};

export interface Marked {
  cells: number;
  /** Sheets with a password, which were left alone. */
  locked: string[];
}

/**
 * Lays a conditional format over each run of cells: anyone's own formatting stays beneath it, untouched. Earlier marks go first;
 * where it fails half-way, what it has laid goes too.
 */
export async function mark(marks: readonly Mark[]): Promise<Marked> {
  return Excel.run(async (context) => {
    await removeMarks(context);
    const runs = bySheetName(inRuns(marks), ({ sheet }) => sheet);
    const sheets = await existing(context, [...runs.keys()]);
    let locked: string[];
    try {
      locked = await onOpenSheets(context, sheets, (sheet) => inSteps(runs.get(sheet.name) ?? [], (run) => layOver(sheet, run)));
    } catch (error) {
      await removeMarks(context).catch(() => undefined);
      throw error;
    }
    const marked = new Set(sheets.map(({ name }) => name).filter((name) => !locked.includes(name)));
    return { cells: marks.filter(({ sheet }) => marked.has(sheet)).length, locked };
  });
}

/** Marks in one request: some 2 kB each. */
const AT_ONCE = 500;

function inSteps<T>(items: readonly T[], act: (item: T) => void): (() => void)[] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, step) => () => items.slice(step * AT_ONCE, (step + 1) * AT_ONCE).forEach(act));
}

function layOver(sheet: Excel.Worksheet, { cell, look }: Mark): void {
  const format = sheet.getRange(cell).conditionalFormats.add('Custom');
  const { fill, ink, bold, italic, line } = LOOKS[look];
  format.custom.rule.formula = `=LEN("${SIGNATURE}${look}")>0`;
  format.custom.format.fill.color = fill;
  format.custom.format.font.color = ink;
  if (bold) format.custom.format.font.bold = true;
  if (italic) format.custom.format.font.italic = true;
  if (line !== 'None') format.custom.format.font.underline = line;
  format.priority = 0;
}

/** Cells of one look that stand below each other take one mark together: G7, G8, G9 become G7:G9. */
function inRuns(marks: readonly Mark[]): Mark[] {
  const placed = marks.flatMap((mark) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/u.exec(mark.cell) ?? [];
    return letters === undefined ? [] : [{ ...mark, letters, row: Number(row) }];
  });
  placed.sort((a, b) => byText(a.sheet, b.sheet) || byText(a.letters, b.letters) || a.row - b.row);
  const runs: (Mark & { letters: string; first: number; last: number })[] = [];
  for (const { sheet, look, letters, row } of placed) {
    const run = runs.at(-1);
    if (run?.sheet === sheet && run.look === look && run.letters === letters && run.last === row - 1) run.last = row;
    else runs.push({ sheet, look, letters, cell: '', first: row, last: row });
  }
  return runs.map(({ sheet, look, letters, first, last }) => ({
    sheet,
    look,
    cell: first === last ? `${letters}${first}` : `${letters}${first}:${letters}${last}`,
  }));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Takes every mark away, whoever made it; what else is formatted stays. */
export async function unmark(): Promise<Pick<Marked, 'locked'>> {
  return Excel.run(removeMarks);
}

async function removeMarks(context: Excel.RequestContext): Promise<Pick<Marked, 'locked'>> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const formats = worksheets.items.map((sheet) => {
    const found = sheet.getRange().conditionalFormats;
    found.load('items/id,items/type');
    return { sheet, found };
  });
  await context.sync();
  const custom = formats.flatMap(({ sheet, found }) => found.items.filter(({ type }) => type === 'Custom').map((format) => ({ sheet, format })));
  for (let from = 0; from < custom.length; from += AT_ONCE) {
    for (const { format } of custom.slice(from, from + AT_ONCE)) format.custom.rule.load('formula');
    // What thousands of formats say does not fit into one answer.
    await context.sync();
  }
  const ours = custom.filter(({ format }) => format.custom.rule.formula.includes(SIGNATURE));
  const bySheet = bySheetName(ours, ({ sheet }) => sheet.name);
  const sheets = worksheets.items.filter(({ name }) => bySheet.has(name));
  const locked = await onOpenSheets(context, sheets, (sheet) => inSteps(bySheet.get(sheet.name) ?? [], ({ format }) => format.delete()));
  return { locked };
}

async function existing(context: Excel.RequestContext, names: readonly string[]): Promise<Excel.Worksheet[]> {
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  return sheets.filter(({ isNullObject }) => !isNullObject);
}

function bySheetName<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return groups;
}
