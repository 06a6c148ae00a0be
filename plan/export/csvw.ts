import { CLAIM_COLUMNS, type CsvColumn, FIGURE_COLUMNS } from './tidy-csv.js';

/** The files of an export, and the name under which CSV on the Web looks for their description. */
export const FIGURES_FILE = 'figures.csv';
export const CLAIMS_FILE = 'claims.csv';
export const DESCRIPTOR_FILE = 'csv-metadata.json';

/**
 * Describes both tables for programs: types, keys, what each column means. Format: W3C Metadata Vocabulary for Tabular Data
 * (CSV on the Web), 2015. Text that a spreadsheet would run as a formula has an apostrophe before it, which the notes say.
 */
export const csvwDescriptor = (): object => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], quoteChar: '"', doubleQuote: true, header: true },
  'dc:description':
    'Figures and claims of science-and-technology plans, as printed. Text that begins with = + - @ has an apostrophe before it, so that no spreadsheet takes it for a formula.',
  tables: [table(FIGURES_FILE, 'Figures', FIGURE_COLUMNS), table(CLAIMS_FILE, 'Claims', CLAIM_COLUMNS)],
});

const table = <Item>(url: string, title: string, columns: readonly CsvColumn<Item>[]): object => ({
  url,
  'dc:title': title,
  tableSchema: {
    columns: columns.map(({ name, datatype, required, separator, description }) => ({
      name,
      titles: name,
      'dc:description': description,
      datatype,
      ...(required ? { required } : {}),
      ...(separator === undefined ? {} : { separator }),
    })),
  },
});
