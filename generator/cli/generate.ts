import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../../plan/compare/compare.js';
import { type Earlier, earlierWorkbook, listed } from '../../plan/contract/earlier-workbook.js';
import type { Entries } from '../../plan/contract/read-user-cells.js';
import type { Language } from '../../plan/messages/message.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { LIMITS, UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { VERSION } from '../version.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import { COMPARISON } from './compare.js';
import { loadRecords } from './load-records.js';
import { EXIT, type Output } from './output.js';
import { readFileWithin } from './read-file.js';
import { writeComparison } from './write-comparison.js';
import { reasonOf, removeLeftovers, writeFileWhole } from './write-file.js';

export interface GenerateOptions {
  out: string;
  languages: readonly Language[];
  catalogue?: string | undefined;
  /** Replace a file of the same name that Planbook did not make. */
  force: boolean;
  json: boolean;
}

interface Written {
  /** Null for the comparison of all. */
  plan: string | null;
  language: Language;
  file: string;
}

/** `planbook generate`: records to workbooks. Every plan that can be is written; anything wrong is one line each and exit code 2. */
export async function generate(inputs: readonly string[], options: GenerateOptions, output: Output): Promise<number> {
  const records = inputs.filter((input) => !isWorkbook(input));
  const { plans, faults } = loadRecords(records, options.catalogue);
  const notes: string[] = [];
  if (records.length < inputs.length) {
    const { loadReviewed } = await import(/* webpackChunkName: "extract" */ './extract-commands.js');
    const reviewed = loadReviewed(inputs.filter(isWorkbook), options.catalogue);
    plans.push(...reviewed.plans);
    faults.push(...reviewed.faults);
    notes.push(...reviewed.notes);
  }
  const complaints = faults.map(formatFault);
  const written: Written[] = [];
  if (plans.length > 0) {
    try {
      mkdirSync(options.out, { recursive: true });
      removeLeftovers(options.out);
    } catch (error) {
      output.complain([...complaints, `${options.out}: cannot be made a folder for the workbooks (${reasonOf(error)}); name another with --out`]);
      return EXIT.unusable;
    }
  }
  for (const { plan } of plans) {
    for (const language of options.languages) {
      const file = path.join(options.out, `${plan.record.id}${language === 'en' ? '.en' : ''}.xlsx`);
      const { complaint, notes: more } = await writePlan(plan, language, file, options.force);
      notes.push(...more);
      if (complaint === null) written.push({ plan: plan.record.id, language, file });
      else complaints.push(complaint);
    }
  }
  if (plans.length > 1) {
    const compared = plans.map(({ plan }) => plan);
    const comparison = compare(compared);
    for (const language of options.languages) {
      const file = path.join(options.out, `${COMPARISON}${language === 'en' ? '.en' : ''}.xlsx`);
      const complaint = await writeComparison(comparison, compared, language, file, options.force);
      if (complaint === null) written.push({ plan: null, language, file });
      else complaints.push(complaint);
    }
  }
  output.complain([...complaints, ...notes]);
  output.print(options.json ? JSON.stringify(written, null, 2) : written.map(({ file }) => file).join('\n'));
  return complaints.length > 0 ? EXIT.unusable : EXIT.fine;
}

/** A draft reviewed in Excel; records are YAML. */
const isWorkbook = (input: string): boolean => /\.xlsx$/iu.test(input);

/** Writes one workbook, over an earlier one of the same plan with all that was entered there; or says why not. */
async function writePlan(plan: Plan, language: Language, file: string, force: boolean): Promise<Outcome> {
  const earlier = readEarlier(file, plan, language);
  if (earlier.refusal !== null && !force)
    return {
      complaint: `${file}: ${earlier.refusal}; move it away, or replace it with --force${earlier.entries ? ' (what can be read of the entries is kept)' : ''}`,
      notes: [],
    };
  let bytes: Buffer;
  let kept: string[];
  try {
    const workbook = planWorkbook(plan, language, VERSION, earlier.entries?.cells);
    bytes = await writeWorkbook(workbook);
    ({ kept } = workbook);
  } catch (error) {
    return { complaint: `${file}: cannot be made (${error instanceof Error ? error.message : String(error)}); please report it with the record`, notes: [] };
  }
  try {
    writeFileWhole(file, bytes);
  } catch (error) {
    return { complaint: `${file}: cannot be written (${reasonOf(error)}); close it if it is open, or name another folder with --out`, notes: [] };
  }
  return { complaint: null, notes: notesOn(file, kept, earlier.entries) };
}

interface Outcome {
  complaint: string | null;
  /** What the reader should know though nothing went wrong. */
  notes: string[];
}

function readEarlier(file: string, plan: Plan, language: Language): Earlier {
  const refuse = (refusal: string): Earlier => ({ entries: null, refusal });
  let bytes: Buffer;
  try {
    bytes = readFileWithin(file, LIMITS.fileBytes);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? { entries: null, refusal: null } : refuse(`cannot be read (${reasonOf(error)})`);
  }
  try {
    return earlierWorkbook(readWorkbook(bytes), plan, language);
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return refuse(`a file of this name is there: ${error.message}`);
    throw error;
  }
}

function notesOn(file: string, kept: readonly string[], entries: Entries | null): string[] {
  const note = (keys: readonly string[], words: string): string[] => (keys.length > 0 ? [`${file}: note: ${words} (${listed(keys)})`] : []);
  return [
    ...note(kept, `${kept.length} entries have no row in the new workbook; they are kept in it and return when their rows do`),
    ...note(entries?.removed ?? [], 'rows or columns that had been removed are back, with what they held when generated'),
    ...note(entries?.doubled ?? [], 'rows stand more than once with different entries; the uppermost was taken'),
  ];
}
