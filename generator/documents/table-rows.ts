import type { DefaultTreeAdapterMap } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];

/** Cells of one table at most; spans beyond it are a hostile page's. */
const MOST_CELLS = 100_000;
/** A cell longer than this holds an article, and its table only lays out the page. */
const LONGEST_CELL = 400;

/**
 * The rows of a table of data, cells that span several repeated in each. Null where the table only lays out a page: it
 * holds other tables, a single row or column, or whole paragraphs.
 */
export function tableRows(table: Element, textOf: (cell: Element) => string): string[][] | null {
  const rows: string[][] = [];
  /** Cells that reach down from rows above, by column. */
  let pending: ({ text: string; rows: number } | undefined)[] = [];
  let left = MOST_CELLS;
  for (const row of rowsOf(table)) {
    const cells: string[] = [];
    const next: typeof pending = [];
    const fill = (): void => {
      for (let above = pending[cells.length]; above; above = pending[cells.length]) {
        if (above.rows > 1) next[cells.length] = { text: above.text, rows: above.rows - 1 };
        cells.push(above.text);
      }
    };
    for (const cell of childrenOf(row, 'td', 'th')) {
      fill();
      if (holdsTable(cell)) return null;
      const text = textOf(cell);
      if (text.length > LONGEST_CELL) return null;
      const down = span(cell, 'rowspan');
      for (let across = span(cell, 'colspan'); across > 0; across -= 1) {
        if ((left -= 1) < 0) return null;
        if (down > 1) next[cells.length] = { text, rows: down - 1 };
        cells.push(text);
      }
    }
    fill();
    pending = next;
    if (cells.some((text) => text !== '')) rows.push(cells);
  }
  return rows.length > 1 && rows.some((cells) => cells.length > 1) ? rows : null;
}

const rowsOf = (table: Element): Element[] =>
  table.childNodes.flatMap((child): Element[] => {
    if (!('tagName' in child)) return [];
    return child.tagName === 'tr' ? [child] : /^t(?:head|body|foot)$/u.test(child.tagName) ? childrenOf(child, 'tr') : [];
  });

const childrenOf = ({ childNodes }: Element, ...names: string[]): Element[] =>
  childNodes.filter((child): child is Element => 'tagName' in child && names.includes(child.tagName));

function holdsTable(cell: Element): boolean {
  const stack = [...cell.childNodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('tagName' in node && node.tagName === 'table') return true;
    if ('childNodes' in node) for (const child of node.childNodes) stack.push(child);
  }
  return false;
}

function span({ attrs }: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number(attrs.find((each) => each.name === name)?.value ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, 1000) : 1;
}
