import type { Content } from './block.js';

/**
 * A column's cells that differ only by a few traits of their rows: rows of the same traits share one expression, and with
 * it the work of writing it down.
 */
export function sharedBy<Row>(traits: (row: Row) => string, cell: (row: Row) => Content): (row: Row) => Content {
  const made = new Map<string, Content>();
  return (row) => {
    const key = traits(row);
    const known = made.get(key);
    if (known !== undefined) return known;
    const content = cell(row);
    made.set(key, content);
    return content;
  };
}
