import type { LocatedFinding } from '../../plan/check-workbook.js';
import { type Language, message } from '../../plan/messages/message.js';
import { oneLine } from '../../plan/messages/one-line.js';
import type { Finding } from '../../plan/report/findings.js';
import type { Checked } from './checked.js';

interface TextOptions {
  language: Language;
  /** Passes too. */
  all: boolean;
}

/** A plan or workbook a paragraph: its counts, then what fails, worst first, then what cannot be decided. */
export const findingsText = (checked: readonly Checked[], options: TextOptions): string => checked.map((each) => paragraph(each, options)).join('\n\n');

function paragraph({ plan, file, findings, changes }: Checked, { language, all }: TextOptions): string {
  const count = (outcome: Finding['outcome']): number => findings.filter((each) => each.outcome === outcome).length;
  const counts = (['fail', 'undecided', 'pass'] as const).map((outcome) => `${count(outcome)} ${message(language, `outcome.${outcome}`)}`);
  const shown = findings.filter(({ outcome }) => all || outcome !== 'pass').sort((a, b) => weight(a) - weight(b));
  const entered = changes.filter(({ kind }) => kind === 'entered').length;
  const changed = changes.length - entered;
  return [
    `${file === null ? plan : message(language, 'check.workbook', { plan, file })}: ${counts.join(', ')}`,
    ...(file === null ? [] : [`  ${message(language, 'check.changes', { count: changed })}; ${message(language, 'check.entered', { count: entered })}`]),
    ...shown.map((finding) => line(finding, language)),
  ].join('\n');
}

/** Characters of a finding in a listing; `--json` and `--csv` hold it whole. */
const LONGEST = 2000;

function line(finding: Finding | LocatedFinding, language: Language): string {
  const { outcome, level, indicator, scope, year } = finding;
  const sign = outcome === 'fail' ? message(language, `level.${level}`) : message(language, `outcome.${outcome}`);
  const about = indicator === null ? '' : `${[indicator, scope, year].filter((part) => part !== null).join(' ')} · `;
  const disposition = 'cells' in finding ? finding.disposition : null;
  const told = disposition && [disposition.text, disposition.reason].filter((part) => part !== null).join(language === 'zh' ? '，' : ', ');
  const text = `[${sign}] ${about}${finding.message}${told === null ? '' : ` [${message(language, 'check.disposition', { text: told })}]`}`;
  // What a finding tells may have been typed into a mailed workbook.
  return `  ${oneLine(text, LONGEST)}`;
}

const weight = ({ outcome, level }: Finding | LocatedFinding): number =>
  outcome === 'fail' ? { error: 0, warning: 1, info: 2 }[level] : outcome === 'undecided' ? 3 : 4;
