import type { GeneratedCell } from '../../plan/contract/contract-sheet.js';
import type { FoundBlock } from '../../plan/contract/read-block.js';
import type { Contract } from '../../plan/contract/read-contract.js';

/** A cell of the same row, by its column's key. */
const IN_BRACKETS = /\[(\w+)\]/gu;

/** What a cell was, as it is written into its row where that stands now; null where it is so still, or is the reader's own to enter. */
export function generatedContent(
  generated: GeneratedCell,
  block: FoundBlock,
  row: string,
  column: string,
  { formulas }: Contract,
): { shown: string; write: string | number | boolean } | null {
  const now = block.cell(row, column);
  if (Array.isArray(generated)) {
    const [line] = block.rows.get(row) ?? [];
    const text = formulas.get(generated[0]);
    if (line === undefined || text === undefined) return null;
    if ([...text.matchAll(IN_BRACKETS)].some(([, key = '']) => !block.columns.has(key))) return null;
    const write = `=${text.replace(IN_BRACKETS, (_, key: string) => `${block.columns.get(key) ?? ''}${line}`)}`;
    return now?.formula === undefined ? { shown: write, write } : null;
  }
  if (generated !== null && typeof generated === 'object') return null;
  const standing = now === undefined || now.value === '' ? null : now.value;
  if (now?.formula === undefined && standing === generated) return null;
  return { shown: String(generated ?? ''), write: generated ?? '' };
}
