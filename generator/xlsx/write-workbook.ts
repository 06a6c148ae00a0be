import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { finish } from './finish.js';
import { makeShell } from './shell.js';
import { zip } from './zip.js';

/** A laid-out workbook as the bytes of an .xlsx file. The same workbook gives the same bytes, anywhere, any time. */
export async function writeWorkbook(laid: LaidWorkbook): Promise<Buffer> {
  return zip(finish(await makeShell(laid), laid));
}
