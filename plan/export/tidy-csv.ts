import { toCsv } from '../csv.js';
import type { ExportedClaim, ExportedFigure } from './figures.js';

type Datatype = 'string' | 'integer' | 'number' | 'boolean';

/** A column of a tidy table: its field in the JSON export, what it holds, and its description for machines and readers. */
export interface CsvColumn<Item> {
  name: keyof Item & string;
  datatype: Datatype;
  /** Never empty. */
  required?: boolean;
  /** Several values in one field, parted by this. */
  separator?: string;
  description: string;
}

/** Locators hold no bar. */
const PARTED = '|';

const SCOPE = 'The part, district or other place the number is told of; empty for the plan’s own place';

export const FIGURE_COLUMNS: readonly CsvColumn<ExportedFigure>[] = [
  { name: 'plan', datatype: 'string', required: true, description: 'The record’s id' },
  { name: 'place', datatype: 'string', description: 'GB/T 2260 code; empty for zones and clusters, which have none' },
  { name: 'placeName', datatype: 'string', required: true, description: 'The place’s name' },
  { name: 'indicator', datatype: 'string', required: true, description: 'Id in the catalogue' },
  { name: 'name', datatype: 'string', required: true, description: 'The indicator’s name' },
  { name: 'scope', datatype: 'string', description: SCOPE },
  { name: 'year', datatype: 'integer', description: 'Empty where the document masks or omits it' },
  { name: 'fromYear', datatype: 'integer', description: 'First year of an accumulation' },
  { name: 'value', datatype: 'number', description: 'As printed, in the unit beside it; the lower end of a range' },
  { name: 'high', datatype: 'number', description: 'The upper end of a range' },
  { name: 'unit', datatype: 'string', required: true, description: 'As printed' },
  { name: 'bound', datatype: 'string', required: true, description: 'eq, ge, gt, le, lt, range, approx or near' },
  { name: 'role', datatype: 'string', required: true, description: 'history, baseline, target or vision' },
  { name: 'estimated', datatype: 'boolean', required: true, description: 'The document calls it an estimate' },
  { name: 'printed', datatype: 'string', required: true, description: 'The number as the document has it' },
  { name: 'locators', datatype: 'string', separator: PARTED, description: 'Heading path and sentence of each printing' },
];

export const CLAIM_COLUMNS: readonly CsvColumn<ExportedClaim>[] = [
  { name: 'plan', datatype: 'string', required: true, description: 'The record’s id' },
  { name: 'indicator', datatype: 'string', required: true, description: 'Id in the catalogue' },
  { name: 'name', datatype: 'string', required: true, description: 'The indicator’s name' },
  { name: 'scope', datatype: 'string', description: SCOPE },
  {
    name: 'kind',
    datatype: 'string',
    required: true,
    description: 'growth (%), average-growth (% a year), multiple and doubling (ratios), increment, share-change (points), rank or sum',
  },
  { name: 'value', datatype: 'number', description: 'In the measure of its kind' },
  { name: 'fromYear', datatype: 'integer', description: 'The year it is measured from' },
  { name: 'toYear', datatype: 'integer', description: 'The year it is measured to' },
  { name: 'bound', datatype: 'string', required: true, description: 'eq, ge, gt, le, lt, range, approx or near' },
  { name: 'printed', datatype: 'string', required: true, description: 'The claim as the document has it' },
  { name: 'locators', datatype: 'string', separator: PARTED, description: 'Heading path and sentence' },
];

/** Items as one tidy table: one a row, one variable a column, the fields of the JSON export. */
export const tidyCsv = <Item extends object>(columns: readonly CsvColumn<Item>[], items: readonly Item[]): string =>
  toCsv(
    columns.map(({ name }) => name),
    items.map((item) => columns.map(({ name, separator = PARTED }) => fieldOf(item[name], separator))),
  );

const fieldOf = (value: unknown, separator: string): string | number | boolean | null =>
  Array.isArray(value) ? value.join(separator) : (value as string | number | boolean | null);
