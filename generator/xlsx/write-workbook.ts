import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { finish } from './finish.js';
import { makeShell } from './shell.js';
import { zip, zipPieces } from './zip.js';

/** A laid-out workbook as the bytes of an .xlsx file. The same workbook gives the same bytes, anywhere, any time. */
export async function writeWorkbook(laid: LaidWorkbook): Promise<Buffer> {
  return zip(finish(await makeShell(laid), laid));
}

/** The same bytes piece by piece, made while they are taken: for workbooks too large to be held. */
export async function workbookPieces(laid: LaidWorkbook): Promise<Iterable<Buffer>> {
  return zipPieces(finish(await makeShell(laid), laid));
}
