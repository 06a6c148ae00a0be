import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { finish } from './finish.js';
import { sealed } from './seal.js';
import { makeShell } from './shell.js';
import { zipPieces } from './zip.js';

/**
 * A laid-out workbook as the bytes of an .xlsx file. The same workbook gives the same bytes, anywhere, any time. Where it is told
 * what it was made from (any text, such as a hash), it is sealed: see `bearsSeal`.
 */
export async function writeWorkbook(laid: LaidWorkbook, inputs: string | null = null): Promise<Buffer> {
  return Buffer.concat([...(await workbookPieces(laid, inputs))]);
}

/** The same bytes piece by piece, made while they are taken: for workbooks too large to be held. */
export async function workbookPieces(laid: LaidWorkbook, inputs: string | null = null): Promise<Iterable<Buffer>> {
  const parts = finish(await makeShell(laid), laid);
  return zipPieces(inputs === null ? parts : sealed(parts, inputs));
}
