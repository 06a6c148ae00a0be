import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { readContract } from '../../plan/contract/read-contract.js';
import { findBlock } from '../../plan/contract/read-block.js';
import { UnreadableWorkbook } from '../../plan/xlsx/limits.js';
import type { ReadCell } from '../../plan/xlsx/read-sheet.js';
import type { ReadSheet, ReadWorkbook } from '../../plan/xlsx/read-workbook.js';

/** What an added workbook's kept part may unpack to: many times what a large plan takes. */
const MOST_BYTES = 16_000_000;

/** The names and blocks a plan's figures and claims are read back by. */
const BLOCKS = ['fig', 'clm'];

/**
 * Of an added workbook what its plan is read back from: its contract, its figures and claims with every correction made in
 * them. Kept in the open workbook, so that a comparison travels with it; read back, it is read like any returned workbook.
 */
export function packBook(workbook: ReadWorkbook): string {
  const names = [...workbook.names].filter(([name]) => BLOCKS.some((block) => name.startsWith(`${block}_`)));
  const sheets = new Set(BLOCKS.flatMap((block) => findBlock(workbook, block)?.sheet ?? []));
  const kept = workbook.sheets.flatMap((sheet): Packed['sheets'] =>
    isContract(sheet, workbook) ? [[sheet.name, contractCells(sheet)]] : sheets.has(sheet) ? [[sheet.name, [...sheet.cells].map(packCell)]] : [],
  );
  return toBase64(gzipSync(strToU8(JSON.stringify({ names, sheets: kept } satisfies Packed)), { level: 9, mtime: 0 }));
}

/** What another program may have made of it. */
interface Untrusted {
  names: [unknown, unknown][];
  sheets: [unknown, [unknown, unknown, unknown?][]][];
}

interface Packed {
  names: [string, string][];
  sheets: [name: string, cells: PackedCell[]][];
}
type PackedCell = [address: string, value: ReadCell['value'], formula?: string];

const packCell = ([address, { value, formula }]: [string, ReadCell]): PackedCell => (formula === undefined ? [address, value] : [address, value, formula]);

const isContract = (sheet: ReadSheet, workbook: ReadWorkbook): boolean => readContract({ names: workbook.names, sheets: [sheet] }) !== null;

/** The contract without what other sheets were generated as: each line closes up to the one above. */
function contractCells({ cells }: ReadSheet): PackedCell[] {
  const kept: PackedCell[] = [];
  let to = 0;
  let keeping = false;
  for (let row = 1; cells.has(`A${row}`); row += 1) {
    const what = String(cells.get(`A${row}`)?.value);
    if (what !== 'more') keeping = !what.includes('/') || BLOCKS.some((block) => what.startsWith(`${block}/`));
    if (!keeping) continue;
    to += 1;
    for (const column of ['A', 'B', 'C']) {
      const cell = cells.get(`${column}${row}`);
      if (cell) kept.push(packCell([`${column}${to}`, cell]));
    }
  }
  return kept;
}

/** The workbook that was packed. Whatever a mailed file holds there, nothing is inflated beyond the limit. */
export function unpackBook(text: string): ReadWorkbook {
  try {
    const bytes = fromBase64(text);
    const size = new DataView(bytes.buffer).getUint32(bytes.length - 4, true);
    if (size > MOST_BYTES) throw new UnreadableWorkbook('unreadable.unpacked-size', { most: MOST_BYTES / 1e6 });
    const { names, sheets } = JSON.parse(strFromU8(gunzipSync(bytes, { out: new Uint8Array(size) }))) as Untrusted;
    return {
      names: new Map(names.map(([name, reference]) => [String(name), String(reference)])),
      sheets: sheets.map(([name, cells]) => ({ name: String(name), state: 'visible' as const, cells: new Map(cells.map(unpackCell)) })),
    };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    throw new UnreadableWorkbook('unreadable.kept');
  }
}

function unpackCell([address, value, formula]: [unknown, unknown, unknown?]): [string, ReadCell] {
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return [String(address), typeof formula === 'string' ? { value: known, formula } : { value: known }];
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
