import path from 'node:path';
import { compare } from '../../plan/compare/compare.js';
import { selectEntries, selectPlans } from '../../plan/compare/select.js';
import type { Indicator, Plan } from '../../plan/plan.js';
import { allStand, type CompareOptions, type Standing, targetsOf, writeAll } from './comparison-files.js';
import { comparisonTable } from './comparison-table.js';
import { loadPlans } from './load-plans.js';
import { EXIT, type Output } from './output.js';
import { spareMemory } from './spare-memory.js';

/** `planbook compare`: plans side by side, as a workbook, in the terminal or as JSON. Reading goes on past what cannot be read; that is exit code 2. */
export async function comparePlans(inputs: readonly string[], options: CompareOptions, output: Output): Promise<number> {
  const targets = options.out === undefined ? [] : targetsOf(options.out, options.languages);
  const written = new Set(targets.map(({ file }) => path.resolve(file)));
  if (targets.length > 0 && !options.force && allStand(targets, inputs, written, options)) {
    print(
      targets.map(({ file }) => ({ file, state: 'unchanged' })),
      options,
      output,
    );
    return EXIT.fine;
  }
  spareMemory();
  const { plans: loaded, complaints, inputs: hashes } = loadPlans(inputs, options.catalogue, written);
  const plans = selectPlans(loaded, options);
  const { ids, unknown } = indicatorIds(plans, options.indicators);
  const complaint = complaintOn(loaded.length, plans, options);
  output.complain([...complaints, ...(complaint === null ? unknown : [complaint])]);
  if (complaint !== null || unknown.length > 0) return EXIT.unusable;
  const comparison = selectEntries(compare(plans), { indicators: ids, year: options.year });
  if (options.out !== undefined) {
    // What is complained of is to be told each time.
    const sealed = complaints.length > 0 ? null : hashes;
    const { standing, refused } = await writeAll(comparison, plans, targets, sealed, { ...options, out: options.out });
    output.complain(refused);
    print(standing, options, output);
    return complaints.length + refused.length > 0 ? EXIT.unusable : EXIT.fine;
  }
  output.print(options.json ? JSON.stringify(comparison, null, 2) : comparisonTable(comparison, options.languages[0] ?? 'zh', options.all || ids.length > 0));
  return complaints.length > 0 ? EXIT.unusable : EXIT.fine;
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

/** What stands as it should, as lines or as JSON. */
function print(standing: readonly Standing[], { json }: CompareOptions, output: Output): void {
  const files = standing.map(({ file }) => file);
  output.print(json ? JSON.stringify(files, null, 2) : standing.map(({ file, state }) => (state === 'unchanged' ? `${file}: unchanged` : file)).join('\n'));
}
