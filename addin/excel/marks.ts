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
 * Lays a conditional format over each cell: anyone's own formatting stays beneath it, untouched. Earlier marks go first.
 */
export async function mark(marks: readonly Mark[]): Promise<Marked> {
  return Excel.run(async (context) => {
    await removeMarks(context);
    const bySheet = bySheetName(marks, ({ sheet }) => sheet);
    const sheets = await existing(context, [...bySheet.keys()]);
    const locked = await onOpenSheets(context, sheets, (sheet) => {
      for (const { cell, look } of bySheet.get(sheet.name) ?? []) {
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
    });
    const left = new Set(locked);
    return { cells: marks.filter(({ sheet }) => !left.has(sheet)).length, locked };
  });
}

/** Takes every mark away, whoever made it; what else is formatted stays. Says how many there were. */
export async function unmark(): Promise<Marked> {
  return Excel.run(removeMarks);
}

async function removeMarks(context: Excel.RequestContext): Promise<Marked> {
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
  for (const { format } of custom) format.custom.rule.load('formula');
  await context.sync();
  const ours = custom.filter(({ format }) => format.custom.rule.formula.includes(SIGNATURE));
  const bySheet = bySheetName(ours, ({ sheet }) => sheet.name);
  const sheets = worksheets.items.filter(({ name }) => bySheet.has(name));
  const locked = await onOpenSheets(context, sheets, (sheet) => {
    for (const { format } of bySheet.get(sheet.name) ?? []) format.delete();
  });
  return { cells: ours.filter(({ sheet }) => !locked.includes(sheet.name)).length, locked };
}

async function existing(context: Excel.RequestContext, names: readonly string[]): Promise<Excel.Worksheet[]> {
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  return sheets.filter(({ isNullObject }) => !isNullObject);
}

function bySheetName<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return groups;
}
