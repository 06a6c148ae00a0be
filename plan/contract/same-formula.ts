import { parseExcel, type ReferenceReader } from '../expression/parse-excel.js';
import { toExcel } from '../expression/to-excel.js';

/**
 * Whether a cell's formula still is the generated one (`generated`, as the contract tells it: cells of its own row by column
 * in brackets). Programs write one formula differently: other spaces, brackets, cases. `columnAt` tells the column key that
 * stands in a letter's place.
 */
export function isSameFormula(formula: string, row: number, generated: string, columnAt: (letters: string) => string | undefined): boolean {
  const now = canonical(formula, (reference) => {
    const own = /^\$?([A-Za-z]+)\$?(\d+)$/u.exec(reference);
    const column = own && Number(own[2]) === row ? columnAt((own[1] ?? '').toUpperCase()) : undefined;
    return column === undefined ? { op: 'name', name: reference } : { op: 'cell', column };
  });
  return now === canonical(generated, (reference) => ({ op: 'name', name: reference }));
}

/** One text for one formula; a formula of another vocabulary keeps its own. */
function canonical(formula: string, reference: ReferenceReader): string {
  const expression = parseExcel(formula, reference);
  return expression ? toExcel(expression, (column) => `[${column}]`) : formula;
}
