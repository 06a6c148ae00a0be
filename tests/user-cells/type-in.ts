import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { python } from '../readers/programs.js';
import { inLibreOffice } from '../readers/libre-office.js';
import { inTemporaryFolder } from '../readers/temporary-folder.js';

/** What a person types, by cell: mon/level||2025@2021/actual; null clears it. */
export type Typed = Record<string, string | number | null>;

/** Finds a cell by the key in its row, as a person does by reading; refuses cells that are locked. */
const PUT = `
import json
def cell_at(block, row, column):
    keys = [each[0] for each in rows(block + "_key").getDataArray()]
    return rows(block + "_" + column).getCellByPosition(0, keys.index(row))

def put(block, row, column, entered):
    cell = cell_at(block, row, column)
    if cell.Spreadsheet.isProtected() and cell.CellProtection.IsLocked:
        raise SystemExit(f"{block}/{row}/{column} is locked")
    if entered is None:
        cell.setString("")
    elif isinstance(entered, str):
        cell.setString(entered)
    else:
        cell.setValue(entered)
    if entered is not None and (cell.getString() if isinstance(entered, str) else cell.getValue()) != entered:
        raise SystemExit(f"{block}/{row}/{column} did not take {entered}")
`;

const asCells = (typed: Typed): [block: string, row: string, column: string, entered: string | number | null][] =>
  Object.entries(typed).map(([key, entered]) => [...cellOf(key), entered]);

/** Block, row and column of a cell's key. */
export const cellOf = (key: string): [block: string, row: string, column: string] => {
  const parts = key.split('/');
  return [parts[0] ?? '', parts.slice(1, -1).join('/'), parts.at(-1) ?? ''];
};

/** A workbook in which entries have been typed in LibreOffice, then more lines of Python run, then saved there. */
export function typedInLibreOffice(bytes: Uint8Array, typed: Typed, then = ''): Buffer {
  return inTemporaryFolder((folder) => {
    const saved = path.join(folder, 'saved.xlsx');
    const lines = asCells(typed).map((each) => `put(*json.loads(${JSON.stringify(JSON.stringify(each))}))`);
    inLibreOffice(`${PUT}\n${lines.join('\n')}\n${then}\n`, bytes, saved);
    return readFileSync(saved);
  });
}

/** A workbook with entries written by openpyxl, then more lines of Python run on `book`. */
export function typedWithOpenpyxl(bytes: Uint8Array, typed: Typed, then = ''): Buffer {
  if (python === null) throw new Error('openpyxl is not here');
  const program = python;
  return inTemporaryFolder((folder) => {
    const file = path.join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    const input = JSON.stringify({ file, entries: asCells(typed), then });
    execFileSync(program, [path.resolve('tests/user-cells/type-in-with-openpyxl.py')], { input, stdio: ['pipe', 'ignore', 'pipe'] });
    return readFileSync(file);
  });
}
