import type { Language } from '../messages/message.js';
import { hiddenSheet, type Line, opensComparison } from '../contract/hidden-sheet.js';
import { findBlock } from '../contract/read-block.js';
import type { LaidSheet } from '../workbook/laid-workbook.js';
import { UnreadableWorkbook } from '../xlsx/limits.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import type { ComparisonDoc } from './sheets/comparison-doc.js';
import { figureKey } from './sheets/value-cells.js';

/** The format of a comparison's hidden sheet; a reader refuses a newer one. */
const COMPARISON_CONTRACT = 1;

/** What a comparison workbook tells of how it was made. */
export interface ComparisonContract {
  version: string;
  language: Language;
  /** Ids of the plans compared. */
  plans: string[];
  /** Of all figures' values as generated, in any order; see {@link figuresDigest}. */
  figures: string;
}

/** The very hidden sheet `_planbook` of a comparison, by which it is recognised: `comparison` in A1, where a plan's workbook has `contract`. */
export function comparisonContractSheet(doc: ComparisonDoc): LaidSheet {
  const values = doc.plans.flatMap(({ record, figures }) =>
    figures.flatMap(({ key, printings }) =>
      printings.map(({ value }, index): [string, number | null] => [figureKey(record.id, index === 0 ? key : `${key}#${index + 1}`), value]),
    ),
  );
  const lines: Line[] = [
    ['comparison', '', COMPARISON_CONTRACT],
    ['version', '', doc.version],
    ['language', '', doc.language],
    ['figures', '', figuresDigest(values)],
    ...doc.plans.map(({ record }): Line => ['plan', record.place.zh, record.id]),
  ];
  return hiddenSheet(lines, [20, 30, 50]);
}

/** Recognises a comparison workbook by its hidden sheet's content. Null where it is none; throws {@link UnreadableWorkbook} where a newer Planbook made it. */
export function readComparisonContract(workbook: ReadWorkbook): ComparisonContract | null {
  const sheet = workbook.sheets.find(({ cells }) => opensComparison(cells.get('A1')?.value, cells.get('C1')?.value));
  if (!sheet) return null;
  const format = Number(sheet.cells.get('C1')?.value);
  if (format > COMPARISON_CONTRACT) throw new UnreadableWorkbook('unreadable.newer-comparison', { version: format, known: COMPARISON_CONTRACT });
  const contract: ComparisonContract = { version: '', language: 'zh', plans: [], figures: '' };
  for (let row = 2; ; row += 1) {
    const key = sheet.cells.get(`A${row}`)?.value;
    if (typeof key !== 'string') return contract;
    const content = String(sheet.cells.get(`C${row}`)?.value ?? '');
    if (key === 'version') contract.version = content;
    else if (key === 'language') contract.language = content === 'en' ? 'en' : 'zh';
    else if (key === 'figures') contract.figures = content;
    else if (key === 'plan') contract.plans.push(content);
  }
}

/** Whether someone has changed a figure's value in a comparison workbook; its rows may have been sorted since. Null where its figures can no longer be found. */
export function figuresChanged(workbook: ReadWorkbook, { figures }: ComparisonContract): boolean | null {
  const block = findBlock(workbook, 'fig');
  if (!block) return null;
  const values = [...block.rows.keys()].map((key): [string, number | null] => {
    const value = block.cell(key, 'value')?.value;
    return [key, typeof value === 'number' ? value : null];
  });
  return figuresDigest(values) !== figures;
}

/** How many figures the comparison was made with. */
export const figuresMade = ({ figures }: ComparisonContract): number => Number(figures.slice(0, figures.indexOf(':')));

/** One number for all values by key, whatever their order: sums of FNV-1a hashes of `key=value`. It tells of changes, not of intent. */
function figuresDigest(values: readonly [string, number | null][]): string {
  let sum = 0;
  for (const [key, value] of values) sum = (sum + hash(`${key}=${String(value)}`)) % Number.MAX_SAFE_INTEGER;
  return `${values.length}:${sum}`;
}

function hash(text: string): number {
  let found = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) found = Math.imul(found ^ text.charCodeAt(index), 0x01000193);
  return found >>> 0;
}
