import type { PlaceLevel } from '../../plan/compare/comparison.js';
import { compare } from '../../plan/compare/compare.js';
import { selectEntries, selectPlans } from '../../plan/compare/select.js';
import type { Language } from '../../plan/messages/message.js';
import type { Indicator, Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { comparisonTable } from './comparison-table.js';
import { loadRecords } from './load-records.js';
import { EXIT, type Output } from './output.js';

export interface CompareOptions {
  languages: readonly Language[];
  /** By id or name, in either language. */
  indicators: readonly string[];
  level?: PlaceLevel | undefined;
  year?: number | undefined;
  within?: string | undefined;
  all: boolean;
  json: boolean;
  catalogue?: string | undefined;
}

/** `planbook compare`: plans side by side, in the terminal or as JSON. Reading goes on past what cannot be read; that is exit code 2. */
export function comparePlans(inputs: readonly string[], options: CompareOptions, output: Output): number {
  const { plans: loaded, faults } = loadRecords(inputs, options.catalogue);
  output.complain(faults.map(formatFault));
  const plans = selectPlans(
    loaded.map(({ plan }) => plan),
    options,
  );
  const complaint = complaintOn(loaded.length, plans, options);
  if (complaint !== null) {
    output.complain([complaint]);
    return EXIT.unusable;
  }
  const { ids, unknown } = indicatorIds(plans, options.indicators);
  if (unknown.length > 0) {
    output.complain(unknown);
    return EXIT.unusable;
  }
  const comparison = selectEntries(compare(plans), { indicators: ids, year: options.year });
  output.print(options.json ? JSON.stringify(comparison, null, 2) : comparisonTable(comparison, options.languages[0] ?? 'zh', options.all || ids.length > 0));
  return faults.length > 0 ? EXIT.unusable : EXIT.fine;
}

function complaintOn(loaded: number, plans: readonly Plan[], { level, within }: CompareOptions): string | null {
  if (loaded === 0) return 'no plan could be read; name records or workbooks, or folders of them';
  if (plans.length > 0) return null;
  const asked = [level === undefined ? '' : `--level ${level}`, within === undefined ? '' : `--within ${within}`].filter((part) => part !== '').join(' ');
  return `none of the ${loaded} plans is ${asked}; leave it out, or name another`;
}

/** Ids of the indicators asked for, and a line for each that no plan has, with what comes nearest. */
function indicatorIds(plans: readonly Plan[], asked: readonly string[]): { ids: string[]; unknown: string[] } {
  const all = new Map<string, Indicator>(plans.flatMap(({ indicators }) => [...indicators]));
  const unknown: string[] = [];
  const ids = asked.flatMap((text) => {
    const found = [...all.values()].find((indicator) => namesOf(indicator).includes(text.toLowerCase()));
    if (found) return found.id;
    const near = [...all.values()]
      .filter((indicator) => namesOf(indicator).some((name) => name.includes(text.toLowerCase())))
      .sort((a, b) => a.zh.length - b.zh.length)
      .slice(0, 3);
    const hint = near.length > 0 ? `did you mean ${near.map(({ id, zh }) => `${id} (${zh})`).join(', ')}?` : 'planbook compare --all lists them';
    unknown.push(`${text}: none of these plans has an indicator of this id or name; ${hint}`);
    return [];
  });
  return { ids, unknown };
}

const namesOf = ({ id, zh, en, aliases }: Indicator): string[] => [id, zh, en, ...aliases].map((name) => name.toLowerCase());
