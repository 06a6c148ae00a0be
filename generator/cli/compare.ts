import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Comparison, PlaceLevel } from '../../plan/compare/comparison.js';
import { compare } from '../../plan/compare/compare.js';
import { selectEntries, selectPlans } from '../../plan/compare/select.js';
import type { Language } from '../../plan/messages/message.js';
import type { Indicator, Plan } from '../../plan/plan.js';
import { comparisonTable } from './comparison-table.js';
import { loadPlans } from './load-plans.js';
import { EXIT, type Output } from './output.js';
import { spareMemory } from './spare-memory.js';
import { writeComparison } from './write-comparison.js';
import { reasonOf } from './write-file.js';

export interface CompareOptions {
  languages: readonly Language[];
  /** By id or name, in either language. */
  indicators: readonly string[];
  level?: PlaceLevel | undefined;
  year?: number | undefined;
  within?: string | undefined;
  all: boolean;
  /** A workbook, or a folder for it; none for the terminal. */
  out?: string | undefined;
  force: boolean;
  json: boolean;
  catalogue?: string | undefined;
}

/** `planbook compare`: plans side by side, as a workbook, in the terminal or as JSON. Reading goes on past what cannot be read; that is exit code 2. */
export async function comparePlans(inputs: readonly string[], options: CompareOptions, output: Output): Promise<number> {
  spareMemory();
  const { plans: loaded, complaints } = loadPlans(inputs, options.catalogue);
  const plans = selectPlans(loaded, options);
  const { ids, unknown } = indicatorIds(plans, options.indicators);
  const complaint = complaintOn(loaded.length, plans, options);
  output.complain([...complaints, ...(complaint === null ? unknown : [complaint])]);
  if (complaint !== null || unknown.length > 0) return EXIT.unusable;
  const comparison = selectEntries(compare(plans), { indicators: ids, year: options.year });
  if (options.out !== undefined) {
    const { written, refused } = await writeAll(comparison, plans, { ...options, out: options.out });
    output.complain(refused);
    output.print(options.json ? JSON.stringify(written, null, 2) : written.join('\n'));
    return complaints.length + refused.length > 0 ? EXIT.unusable : EXIT.fine;
  }
  output.print(options.json ? JSON.stringify(comparison, null, 2) : comparisonTable(comparison, options.languages[0] ?? 'zh', options.all || ids.length > 0));
  return complaints.length > 0 ? EXIT.unusable : EXIT.fine;
}

async function writeAll(
  comparison: Comparison,
  plans: readonly Plan[],
  { out, languages, force }: CompareOptions & { out: string },
): Promise<{ written: string[]; refused: string[] }> {
  const written: string[] = [];
  const refused: string[] = [];
  const isFile = out.toLowerCase().endsWith('.xlsx');
  try {
    mkdirSync(isFile ? path.dirname(out) : out, { recursive: true });
  } catch (error) {
    return { written, refused: [`${out}: cannot be made a folder (${reasonOf(error)}); name another with --out`] };
  }
  const stem = isFile ? out.slice(0, -'.xlsx'.length) : path.join(out, COMPARISON);
  for (const language of languages) {
    const file = `${stem}${language === 'en' && (languages.length > 1 || !isFile) ? '.en' : ''}.xlsx`;
    const { complaint, folderFault } = await writeComparison(comparison, plans, language, file, { force, inputs: null });
    if (complaint === null) written.push(file);
    else refused.push(folderFault ?? complaint);
  }
  return { written, refused };
}

/** The name of the comparison beside the plans' workbooks. */
export const COMPARISON = 'comparison';

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
