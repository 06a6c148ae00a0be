import type { Language } from '../messages/message.js';
import type { CellKey } from '../workbook/block.js';
import type { ReadSheet, ReadWorkbook } from '../xlsx/read-workbook.js';
import { UnreadableWorkbook } from '../xlsx/limits.js';
import { CONTRACT_VERSION, type GeneratedCell, MORE } from './contract-sheet.js';
import { CONTRACT_SHEET, opensContract } from './hidden-sheet.js';

/** One row of a block as it was generated. */
export interface GeneratedRow {
  /** Sheet and row as generated: '原文数据'!7. */
  where: string;
  cells: Record<string, GeneratedCell>;
}

/** What a workbook's hidden sheet tells of how it was made. */
export interface Contract {
  /** Of the contract's format. */
  contract: number;
  /** Planbook's. */
  version: string;
  language: Language;
  plan: string;
  /** JSON of the record and of its part of the catalogue; null where they have been removed or cut. */
  record: string | null;
  catalogue: string | null;
  /** Entries that had no row when the workbook was generated. */
  kept: Map<CellKey, string | number | boolean>;
  /** By number: formula texts, the cells of their own row told by column key in brackets. */
  formulas: Map<number, string>;
  /** By block/row. */
  rows: Map<string, GeneratedRow>;
}

/** Tables, and cells of theirs, that a contract may tell of; a plan of a thousand figures has a dozen, and some 100,000. */
const MOST_TABLES = 200;
const MOST_CELLS = 1e6;

/** Finds the contract by its content, for programs rename and unhide sheets. Null where the workbook is not Planbook's; throws where its format is newer than this version reads, or it tells of more than any plan has. */
export function readContract(workbook: ReadWorkbook): Contract | null {
  const sheet = sheetOfContract(workbook);
  if (!sheet) return null;
  const version = Number(sheet.cells.get('C1')?.value);
  if (version > CONTRACT_VERSION) {
    throw new UnreadableWorkbook('unreadable.newer', { version, known: CONTRACT_VERSION });
  }
  const contract: Contract = {
    contract: version,
    version: '',
    language: 'zh',
    plan: '',
    record: null,
    catalogue: null,
    kept: new Map(),
    formulas: new Map(),
    rows: new Map(),
  };
  const pieces = { record: [] as string[], catalogue: [] as string[] };
  const expected = { record: 0, catalogue: 0 };
  const tables = new Set<string>();
  let cellsTold = 0;
  for (const [key, where, content] of linesOf(sheet)) {
    const [name = ''] = key.split('.');
    if (key === 'version') contract.version = content;
    else if (key === 'language') contract.language = content === 'en' ? 'en' : 'zh';
    else if (key === 'plan') contract.plan = content;
    else if (key === 'formula') contract.formulas.set(Number(where), content);
    else if (key === 'kept') {
      const value = parseJson<unknown>(content);
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') contract.kept.set(where as CellKey, value);
    } else if ((name === 'record' || name === 'catalogue') && !key.includes('/')) {
      pieces[name].push(content);
      expected[name] = Number(where.split('/')[1]);
    } else if (key.includes('/')) {
      const cells = generatedCells(parseJson<unknown>(content));
      if (!cells) continue;
      contract.rows.set(key, { where, cells });
      tables.add(key.slice(0, key.indexOf('/')));
      cellsTold += Object.keys(cells).length;
      if (tables.size > MOST_TABLES || cellsTold > MOST_CELLS) throw new UnreadableWorkbook('unreadable.contract');
    }
  }
  for (const part of ['record', 'catalogue'] as const) {
    if (expected[part] > 0 && pieces[part].length === expected[part]) contract[part] = pieces[part].join('');
  }
  return contract;
}

/** The sheet that holds the contract, by name or, where a program has renamed it, by content. */
export function sheetOfContract(workbook: ReadWorkbook): ReadSheet | null {
  const sheet = workbook.sheets.find(({ name }) => name === CONTRACT_SHEET) ?? workbook.sheets.find(isContract);
  return sheet && isContract(sheet) ? sheet : null;
}

/** What, where and content of each line, with what goes on in the lines below it. */
function linesOf({ cells }: ReadSheet): [what: string, where: string, content: string][] {
  const lines: [string, string, string][] = [];
  for (let row = 1; ; row += 1) {
    const what = cells.get(`A${row}`)?.value;
    if (typeof what !== 'string') return lines;
    const content = String(cells.get(`C${row}`)?.value ?? '');
    const last = lines.at(-1);
    if (what === MORE && last) last[2] += content;
    else lines.push([what, String(cells.get(`B${row}`)?.value ?? ''), content]);
  }
}

const isContract = ({ cells }: ReadSheet): boolean => opensContract(cells.get('A1')?.value, cells.get('C1')?.value);

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names what it wrote
function parseJson<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}

/** A row's cells as Planbook writes them; anything else in a mailed file is not taken for one. */
function generatedCells(value: unknown): Record<string, GeneratedCell> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, GeneratedCell] => isGeneratedCell(entry[1])));
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function isGeneratedCell(value: unknown): value is GeneratedCell {
  if (isScalar(value)) return true;
  if (Array.isArray(value)) return value.length === 2 && typeof value[0] === 'number' && isScalar(value[1]);
  const cell = Object(value) as object;
  return 'input' in cell && Object.entries(cell).every(([key, part]) => (key === 'input' || key === 'default') && isScalar(part));
}
