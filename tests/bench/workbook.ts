import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { zip } from '../../generator/xlsx/zip.js';
import { VERSION } from '../../generator/version.js';
import type { Language } from '../../plan/messages/message.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import type { Plan } from '../../plan/plan.js';
import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { openParts } from '../readers/package-parts.js';
import { plans } from '../seeds.js';
import { median, rounded } from './median.js';
import { writeWithExceljs } from './write-with-exceljs.js';

const WARM_UP = 4;
const ROUNDS = 21;

interface Case {
  plan: Plan;
  language: Language;
  laid: LaidWorkbook;
  parts: Map<string, string>;
}

export interface WorkbookTimes {
  planbook: number;
  exceljs: number;
  floor: number;
  /** Of planbook's time, what goes into laying out and computing the cells. */
  layout: number;
  /** planbook ÷ exceljs, from parsed plan to bytes. */
  ratio: number;
  /** The same without the layout both share. */
  writing: number;
  /** Of all ten workbooks together; `charts` is what Planbook's charts take of its own, which exceljs's sheets are without. */
  bytes: { planbook: number; exceljs: number; charts: number };
}

/**
 * Milliseconds a workbook, from parsed plan to bytes, in one process, each round in turn: Planbook; the same layout and
 * computation written by stock exceljs (without charts, which it cannot write); and the parts as ready strings, deflated.
 * Layout, the part the two share, is measured by itself as well.
 */
export async function measureWorkbooks(): Promise<WorkbookTimes> {
  const cases = await Promise.all(plans().flatMap((plan) => (['zh', 'en'] as const).map((language) => prepare(plan, language))));
  const contenders = {
    planbook: ({ plan, language }: Case) => writeWorkbook(planWorkbook(plan, language, VERSION)),
    exceljs: ({ plan, language }: Case) => writeWithExceljs(planWorkbook(plan, language, VERSION)),
    floor: ({ parts }: Case) => zip(parts),
    layout: ({ plan, language }: Case) => ({ length: planWorkbook(plan, language, VERSION).sheets.length }),
  };
  const names = Object.keys(contenders) as (keyof typeof contenders)[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<keyof typeof contenders, number[]>;
  const bytes = { planbook: 0, exceljs: 0, floor: 0, layout: 0 };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    // Who goes first changes from round to round, so that none always meets the other's garbage.
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) {
      globalThis.gc?.();
      let written = 0;
      const start = performance.now();
      for (const each of cases) written += (await contenders[name](each)).length;
      if (round >= 0) times[name].push((performance.now() - start) / cases.length);
      bytes[name] = written;
    }
  }
  const [planbook, exceljs, floor, layout] = [median(times.planbook), median(times.exceljs), median(times.floor), median(times.layout)];
  return {
    planbook: rounded(planbook),
    exceljs: rounded(exceljs),
    floor: rounded(floor),
    layout: rounded(layout),
    ratio: rounded(planbook / exceljs, 3),
    writing: rounded((planbook - layout) / (exceljs - layout), 3),
    bytes: { planbook: bytes.planbook, exceljs: bytes.exceljs, charts: cases.reduce((sum, { parts }) => sum + chartBytes(parts), 0) },
  };
}

function chartBytes(parts: ReadonlyMap<string, string>): number {
  const rest = new Map([...parts].filter(([name]) => !/^xl\/(?:charts|drawings)\//u.test(name)));
  return zip(parts).length - zip(rest).length;
}

async function prepare(plan: Plan, language: Language): Promise<Case> {
  const laid = planWorkbook(plan, language, VERSION);
  return { plan, language, laid, parts: openParts(await writeWorkbook(laid)) };
}
