import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../plan/messages/message.js';
import { formatFault } from '../../plan/record/fault.js';
import { COMPARISON } from './comparison-files.js';
import { hearInterruption } from './interruption.js';
import { removeLeftovers, removeUnfinished } from './leftovers.js';
import { makeAll, type MadeAll, type MakeAllOptions } from './make-all.js';
import { workbookName } from './make-plan.js';
import { EXIT, type Output } from './output.js';
import type { Outcome } from './replace-workbook.js';
import { survey, type Survey } from './survey.js';
import { reasonOf } from './write-file.js';

export interface GenerateOptions extends MakeAllOptions {
  json: boolean;
}

/** A workbook that stands as it is to be, and whether it did before. */
interface Listed {
  /** Null for the comparison of all. */
  plan: string | null;
  language: Language;
  file: string;
  state: Outcome['state'];
}

/** `planbook generate`: records to workbooks. Every plan that can be is written; anything wrong is one line each and exit code 2. */
export async function generate(inputs: readonly string[], options: GenerateOptions, output: Output): Promise<number> {
  const found = await survey(inputs, options);
  if (found.plans.length > 0) {
    try {
      mkdirSync(options.out, { recursive: true });
    } catch (error) {
      output.complain([...faultLines(found), `${options.out}: cannot be made a folder for the workbooks (${reasonOf(error)}); name another with --out`]);
      return EXIT.unusable;
    }
    removeLeftovers(options.out);
  }
  const interruption = hearInterruption();
  const made = await makeAll(found.plans, options, interruption.signal);
  const ended = interruption.signal.aborted;
  if (ended) removeUnfinished(options.out);
  interruption.release();

  const { workbooks, complaints, notes } = report(found, made, options);
  const plans = workbooks.filter(({ plan }) => plan !== null);
  const standing = `${plans.length} of ${found.plans.length * options.languages.length} workbooks are as they should be; run the same command again for the rest`;
  if (ended) {
    // A thread may have finished one just when it was ended, and not have told.
    output.complain([`interrupted: at least ${standing}`]);
    return interruption.exitCode();
  }
  const { folderFault } = made;
  output.complain([...faultLines(found, made), ...complaints, ...(folderFault === null ? [] : [`${folderFault}; ${standing}`]), ...notes]);
  output.print(
    options.json ? JSON.stringify(workbooks, null, 2) : workbooks.map(({ file, state }) => (state === 'unchanged' ? `${file}: unchanged` : file)).join('\n'),
  );
  return faultLines(found, made).length + complaints.length > 0 || folderFault !== null ? EXIT.unusable : EXIT.fine;
}

/** What is wrong with inputs and records, in the order they were named; what is wrong with a catalogue is said once. */
function faultLines({ files, inputFaults, faults, reviewFaults }: Survey, made?: MadeAll): string[] {
  const byFile = new Map([...faults, ...[...(made?.results.values() ?? [])].flatMap((result) => [...result.faults])]);
  return [...new Set([...inputFaults.map(formatFault), ...files.flatMap((file) => byFile.get(file) ?? []), ...reviewFaults.map(formatFault)])];
}

interface Report {
  workbooks: Listed[];
  complaints: string[];
  notes: string[];
}

/** What became of each workbook, in the order of the plans, the comparison last, whichever was done first. */
function report({ plans, notes }: Survey, { results, comparisons, folderFault }: MadeAll, { out, languages }: GenerateOptions): Report {
  const told: Report = { workbooks: [], complaints: [], notes: [...notes] };
  const tell = (plan: string | null, language: Language, outcome: Outcome | undefined): void => {
    if (!outcome) return;
    const { state, complaint, notes: more } = outcome;
    if (complaint === null) told.workbooks.push({ plan, language, file: path.join(out, workbookName(plan ?? COMPARISON, language)), state });
    else if (outcome.folderFault === null || outcome.folderFault !== folderFault) told.complaints.push(complaint);
    told.notes.push(...more);
  };
  for (const { job } of plans) {
    const outcomes = results.get(job.id)?.outcomes ?? [];
    for (const language of languages) {
      const position = job.languages.indexOf(language);
      tell(job.id, language, position < 0 ? UNCHANGED : outcomes[position]);
    }
  }
  for (const [language, outcome] of comparisons) tell(null, language, outcome);
  return told;
}

const UNCHANGED: Outcome = { state: 'unchanged', complaint: null, notes: [], folderFault: null };
