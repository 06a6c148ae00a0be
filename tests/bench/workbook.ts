import { zip } from '../../generator/xlsx/zip.js';
import { type Case, cases, type Contender, CONTENDER_NAMES, CONTENDERS } from './contenders.js';
import { median, rounded } from './median.js';

const WARM_UP = 4;
const ROUNDS = 21;

type Each = Record<Contender, number>;

/** Milliseconds a workbook, medians over rounds: by the clock; of the processor in `cpu` (collecting garbage in threads of its own included). */
export interface WorkbookTimes extends Each {
  cpu: Each;
  /** planbook ÷ exceljs, from parsed plan to bytes; and without the layout they share. */
  ratio: number;
  writing: number;
  /** Of all ten workbooks together; `charts` is what Planbook's charts take of its own. */
  bytes: Each & { charts: number };
}

/**
 * Milliseconds a workbook, from parsed plan to bytes, in one process, each round in turn; see `CONTENDERS` for what each writes.
 */
export async function measureWorkbooks(): Promise<WorkbookTimes> {
  const all = await cases();
  const wall = series();
  const cpu = series();
  const bytes = { ...ofEach(() => 0), charts: all.reduce((sum, { parts }) => sum + chartBytes(parts), 0) };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    // Who goes first changes from round to round, so that none always meets the other's garbage.
    const order = round % 2 === 0 ? CONTENDER_NAMES : [...CONTENDER_NAMES].reverse();
    for (const name of order) {
      globalThis.gc?.();
      const [start, used] = [performance.now(), process.cpuUsage()];
      bytes[name] = await writeAll(name, all);
      if (round < 0) continue;
      const { user, system } = process.cpuUsage(used);
      wall[name].push((performance.now() - start) / all.length);
      cpu[name].push((user + system) / 1e3 / all.length);
    }
  }
  const times = ofEach((name) => rounded(median(wall[name])));
  return {
    ...times,
    cpu: ofEach((name) => rounded(median(cpu[name]))),
    ratio: rounded(times.planbook / times.exceljs, 3),
    writing: rounded((times.planbook - times.layout) / (times.exceljs - times.layout), 3),
    bytes,
  };
}

/** All cases by one of them; how many bytes. */
export async function writeAll(name: Contender, all: readonly Case[]): Promise<number> {
  let bytes = 0;
  for (const each of all) bytes += await CONTENDERS[name](each);
  return bytes;
}

export const ofEach = <T>(make: (name: Contender) => T): Record<Contender, T> =>
  Object.fromEntries(CONTENDER_NAMES.map((name) => [name, make(name)])) as Record<Contender, T>;

const series = (): Record<Contender, number[]> => ofEach(() => []);

function chartBytes(parts: ReadonlyMap<string, string>): number {
  const rest = new Map([...parts].filter(([name]) => !/^xl\/(?:charts|drawings)\//u.test(name)));
  return zip(parts).length - zip(rest).length;
}

/** The times as a table, and where Planbook's go. */
export function workbookLines(times: WorkbookTimes): string[] {
  const row = (name: Contender, words: string): string =>
    `  ${name.padEnd(9)}${times[name].toFixed(1).padStart(8)}${times.cpu[name].toFixed(1).padStart(8)}${(times.planbook / times[name]).toFixed(2).padStart(11)}  ${words}`;
  const { planbook, layout, floor } = times;
  return [
    'A workbook, parsed plan to bytes, deflated at level 6 (medians over rounds of all plans in both languages)',
    `  ${''.padEnd(9)}${'ms'.padStart(8)}${'cpu ms'.padStart(8)}${'planbook ÷'.padStart(11)}`,
    row('planbook', 'all sheets, styles, tables, validations, names, links, charts'),
    row('exceljs', 'stock, the same without charts'),
    row('sheetjs', 'the same values, formulas, names, widths; no styles, tables, validations, charts'),
    row('wasm', 'wasm-xlsxwriter: the same values, formulas, widths; the rest left out'),
    row('layout', 'all of them but the floor begin with it: places, formulas, values'),
    row('floor', 'the finished parts as strings, encoded and deflated'),
    `  Planbook's time: layout ${layout.toFixed(1)}, the floor ${floor.toFixed(1)}, and ${(planbook - layout - floor).toFixed(1)} for the shell by exceljs and the XML of rows and strings;`,
    `  without the layout ${times.writing.toFixed(2)} of exceljs. Bytes of all ten: ${times.bytes.planbook} (charts ${times.bytes.charts}), exceljs ${times.bytes.exceljs}, sheetjs ${times.bytes.sheetjs}, wasm ${times.bytes.wasm}`,
  ];
}
