import { makeWorkbook } from '../workbook/made-workbooks.js';
import { openClient, type OfficeClient } from './client/node-client.js';
import { ExcelHost, type HostOptions } from './host.js';

const made = new Map<string, Promise<Uint8Array>>();

/** A plan's workbook as it is generated, made once. */
export function generated(id = 'yiyang-2021-2025'): Promise<Uint8Array> {
  let bytes = made.get(id);
  if (!bytes) {
    bytes = makeWorkbook(id, 'zh').then((each) => each.bytes);
    made.set(id, bytes);
  }
  return bytes;
}

/** A plan's workbook open in Excel, and the client of an add-in in it. */
export async function openHost(options: HostOptions = {}, bytes?: Uint8Array): Promise<OfficeClient & { host: ExcelHost }> {
  const host = new ExcelHost(bytes ?? (await generated()), options);
  const client = openClient(host);
  return { host, Excel: client.Excel, Office: client.Office, OfficeExtension: client.OfficeExtension };
}

/** The client's error for what goes wrong in a run: its code and the place Excel tells. */
export async function errorOf(run: Promise<unknown>): Promise<{ code: string; place: string | undefined }> {
  try {
    await run;
  } catch (error) {
    const { code, debugInfo } = error as OfficeExtension.Error;
    return { code, place: debugInfo.errorLocation };
  }
  throw new Error('nothing went wrong');
}
