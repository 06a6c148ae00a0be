import zlib from 'node:zlib';
import { type CellObject, CFB, utils, type WorkSheet, write } from 'xlsx';
import { CellError } from '../../plan/expression/evaluate.js';
import { columnLetters } from '../../plan/workbook/address.js';
import type { LaidCell, LaidSheet, LaidWorkbook } from '../../plan/workbook/laid-workbook.js';

// Left to itself it deflates by a quick method of its own, to files twice as large: this way all deflate by zlib's level 6.
(CFB as { utils: { use_zlib(module: typeof zlib): void } }).utils.use_zlib(zlib);

/** Values, formulas with their results, names and widths through SheetJS. */
export function writeWithSheetjs(laid: LaidWorkbook): Buffer {
  const workbook = utils.book_new();
  for (const sheet of laid.sheets) utils.book_append_sheet(workbook, worksheetOf(sheet), sheet.name);
  workbook.Workbook = { Names: [...laid.names].map(([Name, Ref]) => ({ Name, Ref })) };
  return write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer;
}

function worksheetOf({ rows, widths }: LaidSheet): WorkSheet {
  const worksheet: WorkSheet = {};
  for (const { number, cells } of rows) for (const cell of cells) worksheet[`${columnLetters(cell.column)}${number}`] = cellOf(cell);
  worksheet['!ref'] = `A1:${columnLetters(Math.max(1, widths.length))}${rows.at(-1)?.number ?? 1}`;
  worksheet['!cols'] = widths.map((wch) => ({ wch }));
  return worksheet;
}

/** SheetJS's number for each error. */
const ERRORS: Record<CellError['code'], number> = { '#DIV/0!': 0x07, '#VALUE!': 0x0f, '#REF!': 0x17, '#NUM!': 0x24, '#N/A': 0x2a };

function cellOf({ value, formula }: LaidCell): CellObject {
  const f = formula ? { f: formula.text } : {};
  if (value === null) return { t: 'z', ...f };
  if (value instanceof CellError) return { t: 'e', v: ERRORS[value.code], ...f };
  return { t: typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's', v: value, ...f };
}
