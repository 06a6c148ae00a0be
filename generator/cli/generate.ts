import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readContract } from '../../plan/contract/read-contract.js';
import type { Language } from '../../plan/messages/message.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { VERSION } from '../version.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import { loadRecords } from './load-records.js';
import { EXIT, type Output } from './output.js';
import { writeFileWhole } from './write-file.js';

export interface GenerateOptions {
  out: string;
  languages: readonly Language[];
  catalogue?: string | undefined;
  /** Replace a file of the same name that Planbook did not make. */
  force: boolean;
  json: boolean;
}

interface Written {
  plan: string;
  language: Language;
  file: string;
}

/** `planbook generate`: records to workbooks. Every plan that can be is written; anything wrong is one line each and exit code 2. */
export async function generate(inputs: readonly string[], options: GenerateOptions, output: Output): Promise<number> {
  const { plans, faults } = loadRecords(inputs, options.catalogue);
  const complaints = faults.map(formatFault);
  const written: Written[] = [];
  if (plans.length > 0) {
    try {
      mkdirSync(options.out, { recursive: true });
    } catch (error) {
      output.complain([...complaints, `${options.out}: cannot be made a folder for the workbooks (${reason(error)}); name another with --out`]);
      return EXIT.unusable;
    }
  }
  for (const { plan } of plans) {
    for (const language of options.languages) {
      const file = path.join(options.out, `${plan.record.id}${language === 'en' ? '.en' : ''}.xlsx`);
      const complaint = await writePlan(plan, language, file, options.force);
      if (complaint === null) written.push({ plan: plan.record.id, language, file });
      else complaints.push(complaint);
    }
  }
  output.complain(complaints);
  output.print(options.json ? JSON.stringify(written, null, 2) : written.map(({ file }) => file).join('\n'));
  return complaints.length > 0 ? EXIT.unusable : EXIT.fine;
}

/** Answers null where the workbook was written, else why not. */
async function writePlan(plan: Plan, language: Language, file: string, force: boolean): Promise<string | null> {
  const foreign = force ? null : whyForeign(file, plan.record.id);
  if (foreign !== null) return `${file}: ${foreign}; move it away, or replace it with --force`;
  const bytes = await writeWorkbook(planWorkbook(plan, language, VERSION));
  try {
    writeFileWhole(file, bytes);
    return null;
  } catch (error) {
    return `${file}: cannot be written (${reason(error)}); close it if it is open, or name another folder with --out`;
  }
}

/** A file of that name that Planbook did not make for this plan is not touched. */
function whyForeign(file: string, id: string): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : `cannot be read (${reason(error)})`;
  }
  try {
    const contract = readContract(readWorkbook(bytes));
    if (!contract) return 'a file of this name is there that Planbook did not make';
    return contract.plan === id ? null : `a workbook of another plan (${contract.plan}) has this name`;
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return `a file of this name is there: ${error.message}`;
    throw error;
  }
}

const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
