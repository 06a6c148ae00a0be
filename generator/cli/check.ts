import { checkComparison, COMPARISON } from '../../plan/check-comparison.js';
import { checkWorkbook, type LocatedFinding, type WorkbookReport } from '../../plan/check-workbook.js';
import { PLANS_RULES } from '../../plan/checks/across/plans-rules.js';
import { RULES } from '../../plan/checks/rules.js';
import { WORKBOOK_RULES } from '../../plan/checks/workbook/workbook-rules.js';
import { isMessageCode, type Language, message } from '../../plan/messages/message.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { findingsAcross } from '../../plan/report/findings-across.js';
import { type Finding, findingsOf } from '../../plan/report/findings.js';
import { VERSION } from '../version.js';
import type { Checked } from './checked.js';
import { findingsCsv } from './findings-csv.js';
import { findingsText } from './findings-text.js';
import { loadRecords } from './load-records.js';
import { fromWorkbook, splitInputs } from './load-workbooks.js';
import { EXIT, type Output } from './output.js';

export interface CheckOptions {
  language: Language;
  json: boolean;
  csv: boolean;
  /** Rule codes to run alone, or to leave out. */
  only: readonly string[];
  except: readonly string[];
  /** Passes too, not only what needs a reader. */
  all: boolean;
  catalogue?: string | undefined;
}

/** `planbook check`: does each plan agree with itself, and is each workbook still what was generated? Exit code 1 where something fails at error level. */
export function check(inputs: readonly string[], options: CheckOptions, output: Output): number {
  const known = new Set([...RULES, ...WORKBOOK_RULES, ...PLANS_RULES].map(({ code }) => code));
  const unknown = [...options.only, ...options.except].filter((code) => !known.has(code));
  if (unknown.length > 0) {
    output.complain(unknown.map((code) => `${code}: no such rule; planbook check --rules lists them`));
    return EXIT.unusable;
  }
  const { checked, complaints } = checkAll(inputs, options);
  output.complain(complaints);
  const asked = checked.map((each) => ({ ...each, findings: each.findings.filter(({ code }) => isAsked(code, options)) }));
  output.print(options.json ? JSON.stringify(asked.flatMap(toJson), null, 2) : options.csv ? findingsCsv(asked) : findingsText(asked, options));
  if (complaints.length > 0) return EXIT.unusable;
  return asked.some(({ findings }) => findings.some(({ outcome, level }) => outcome === 'fail' && level === 'error')) ? EXIT.findings : EXIT.fine;
}

/** Records first, then workbooks; what cannot be read hides nothing of the others. */
function checkAll(inputs: readonly string[], { language, catalogue }: CheckOptions): { checked: Checked[]; complaints: string[] } {
  const { workbooks, others } = splitInputs(inputs);
  const { plans, faults } = loadRecords(others, catalogue);
  const { reports, comparisons, complaints } = checkWorkbooks(workbooks, language);
  // Rules between plans take each plan once: its record, or else the first of its workbooks.
  const taken = new Map<string, Plan>(plans.map(({ plan }) => [plan.record.id, plan]));
  for (const { report } of reports) if (!taken.has(report.plan)) taken.set(report.plan, report.standing);
  const across = new Map<string, Finding[]>([...taken.keys()].map((id) => [id, []]));
  for (const finding of findingsAcross([...taken.values()], language)) across.get(finding.plan)?.push(finding);
  const acrossOf = (plan: Plan): readonly Finding[] => (taken.get(plan.record.id) === plan ? (across.get(plan.record.id) ?? []) : []);
  return {
    checked: [
      ...plans.map(({ plan }): Checked => ({
        plan: plan.record.id,
        file: null,
        findings: [...findingsOf(plan, language, VERSION), ...acrossOf(plan)],
        changes: [],
      })),
      ...reports.map(({ file, report }): Checked => ({
        plan: report.plan,
        file,
        findings: [...report.findings, ...acrossOf(report.standing).map((each) => ({ ...each, cells: [], disposition: null }))],
        changes: report.changes,
      })),
      ...comparisons,
    ],
    complaints: [...faults.map(formatFault), ...complaints],
  };
}

function checkWorkbooks(
  files: readonly string[],
  language: Language,
): { reports: { file: string; report: WorkbookReport }[]; comparisons: Checked[]; complaints: string[] } {
  const reports: { file: string; report: WorkbookReport }[] = [];
  const comparisons: Checked[] = [];
  const complaints: string[] = [];
  for (const file of files) {
    const { value, complaint } = fromWorkbook<WorkbookReport | LocatedFinding[]>(
      file,
      (workbook) => checkWorkbook(workbook, language, VERSION),
      (workbook, contract) => checkComparison(workbook, contract, language),
    );
    if (value === null) complaints.push(complaint);
    else if (Array.isArray(value))
      comparisons.push({ plan: COMPARISON, file, findings: value, changes: value.flatMap(({ args }) => ('changes' in args ? args.changes : [])) });
    // Too large to be read, but sealed: as it was written.
    else if (value !== 'comparison') reports.push({ file, report: value });
  }
  return { reports, comparisons, complaints };
}

const isAsked = (code: string, { only, except }: CheckOptions): boolean => (only.length === 0 || only.includes(code)) && !except.includes(code);

/** The stable fields; of a workbook also its file, and the disposition where there is one. */
const toJson = ({ file, findings }: Checked): object[] =>
  findings.map((finding) => {
    if (!('cells' in finding)) return finding;
    const { disposition, ...rest } = finding;
    return { ...rest, file, ...(disposition ? { disposition } : {}) };
  });

/** `planbook check --rules`: each rule's code, name and what it asks. */
export function listRules(language: Language, output: Output): number {
  const line = (code: string): string => {
    const [name, asks] = [`rule.${code}`, `asks.${code}`];
    const told = isMessageCode(asks) ? `  ${message(language, asks)}` : '';
    return `${code.padEnd(24)} ${isMessageCode(name) ? message(language, name) : ''}${told}`;
  };
  output.print([...RULES, ...PLANS_RULES, ...WORKBOOK_RULES].map(({ code }) => line(code)).join('\n'));
  return EXIT.fine;
}
