import type { Language } from '../../plan/messages/message.js';
import { message } from '../../plan/messages/message.js';
import { formatFault } from '../../plan/record/fault.js';
import { RULES } from '../../plan/checks/rules.js';
import { type Finding, findingsOf } from '../../plan/report/findings.js';
import { VERSION } from '../version.js';
import { loadRecords } from './load-records.js';
import { EXIT, type Output } from './output.js';

export interface CheckOptions {
  language: Language;
  json: boolean;
  /** Rule codes to run alone, or to leave out. */
  only: readonly string[];
  except: readonly string[];
  /** Passes too, not only what needs a reader. */
  all: boolean;
  catalogue?: string | undefined;
}

/** `planbook check`: does each plan agree with itself? Exit code 1 where something fails at error level. */
export function check(inputs: readonly string[], options: CheckOptions, output: Output): number {
  const known = new Set(RULES.map(({ code }) => code));
  const unknown = [...options.only, ...options.except].filter((code) => !known.has(code));
  if (unknown.length > 0) {
    output.complain(unknown.map((code) => `${code}: no such rule; planbook check --rules lists them`));
    return EXIT.unusable;
  }
  const { plans, faults } = loadRecords(inputs, options.catalogue);
  output.complain(faults.map(formatFault));
  const findings = plans.flatMap(({ plan }) => findingsOf(plan, options.language, VERSION)).filter(({ code }) => isAsked(code, options));
  output.print(
    options.json
      ? JSON.stringify(findings, null, 2)
      : report(
          plans.map(({ plan }) => plan.record.id),
          findings,
          options,
        ),
  );
  if (faults.length > 0) return EXIT.unusable;
  return findings.some(({ outcome, level }) => outcome === 'fail' && level === 'error') ? EXIT.findings : EXIT.fine;
}

const isAsked = (code: string, { only, except }: CheckOptions): boolean => (only.length === 0 || only.includes(code)) && !except.includes(code);

/** A plan a paragraph: its counts, then what fails, worst first, then what cannot be decided. */
function report(ids: readonly string[], findings: readonly Finding[], { language, all }: CheckOptions): string {
  const say = (code: Parameters<typeof message>[1]): string => message(language, code);
  return ids
    .map((plan) => {
      const own = findings.filter((each) => each.plan === plan);
      const count = (outcome: Finding['outcome']): number => own.filter((each) => each.outcome === outcome).length;
      const head = `${plan}: ${count('fail')} ${say('outcome.fail')}, ${count('undecided')} ${say('outcome.undecided')}, ${count('pass')} ${say('outcome.pass')}`;
      const shown = own.filter(({ outcome }) => all || outcome !== 'pass').sort((a, b) => weight(a) - weight(b));
      return [
        head,
        ...shown.map((each) => `  [${each.outcome === 'fail' ? say(`level.${each.level}`) : say(`outcome.${each.outcome}`)}] ${about(each)}${each.message}`),
      ].join('\n');
    })
    .join('\n\n');
}

const about = ({ indicator, scope, year }: Finding): string =>
  indicator === null ? '' : `${[indicator, scope, year].filter((part) => part !== null).join(' ')} · `;

const weight = ({ outcome, level }: Finding): number => (outcome === 'fail' ? { error: 0, warning: 1, info: 2 }[level] : outcome === 'undecided' ? 3 : 4);

/** `planbook check --rules`: each rule's code and name. */
export function listRules(language: Language, output: Output): number {
  output.print(RULES.map(({ code }) => `${code.padEnd(24)} ${message(language, `rule.${code}` as Parameters<typeof message>[1])}`).join('\n'));
  return EXIT.fine;
}
