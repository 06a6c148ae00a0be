import ExcelJS from 'exceljs';
import { message } from '../../plan/messages/message.js';
import type { Language } from '../../plan/messages/message.js';
import type { Validation } from '../../plan/workbook/block.js';
import type { LaidSheet, LaidValidation, LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import type { CellStyle } from '../../plan/workbook/style.js';
import { exceljsStyle, FONT } from './looks.js';
import { renderParts, type SheetContents } from './render-parts.js';

/** The parts of a workbook without its rows, and the ids its styles have there. */
export interface Shell {
  parts: Map<string, string>;
  styleIds: Map<CellStyle, number>;
}

/** The day of this version's release: a workbook's dates tell of the tool, not of the clock, so that bytes repeat. */
const RELEASED = new Date(Date.UTC(2026, 10, 21));

const A4 = 9;

/** Lets exceljs make everything but the rows: styles, tables, validations, protection, views, page set-up. Rows are written later by `sheetData`. */
export async function makeShell(laid: LaidWorkbook): Promise<Shell> {
  const workbook = new ExcelJS.Workbook();
  const { properties } = laid;
  Object.assign(workbook, {
    title: properties.title,
    subject: properties.subject,
    creator: properties.author,
    lastModifiedBy: properties.author,
    keywords: properties.keywords,
    company: '',
    created: RELEASED,
    modified: RELEASED,
  });
  const styles = stylesOf(laid);
  for (const sheet of laid.sheets) addSheet(workbook, sheet, laid);
  const { parts, styleIds } = await renderParts(workbook, laid.sheets.map(contentsOf), styles.map(exceljsStyle));
  return { parts, styleIds: new Map(styles.map((style, index) => [style, styleIds[index] ?? 0])) };
}

/** Every style, in the order in which it is met; most cells are styled as the one above. */
function stylesOf({ sheets }: LaidWorkbook): CellStyle[] {
  const styles = new Set<CellStyle>();
  for (const { rows, streamed } of sheets) {
    const above: CellStyle[] = [];
    for (const { cells } of rows) {
      for (const { column, style } of cells) {
        if (above[column] === style) continue;
        above[column] = style;
        styles.add(style);
      }
    }
    for (const style of streamed?.styles ?? []) styles.add(style);
  }
  return [...styles];
}

function addSheet(workbook: ExcelJS.Workbook, sheet: LaidSheet, { language, properties }: LaidWorkbook): void {
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'veryHidden' : 'visible',
    views: [
      sheet.headerRow === null
        ? { state: 'normal', showGridLines: false, activeCell: 'A1' }
        : { state: 'frozen', xSplit: 1, ySplit: sheet.headerRow, showGridLines: false, activeCell: 'A1', topLeftCell: `B${sheet.headerRow + 1}` },
    ],
    headerFooter: headerFooter(sheet, `${properties.title} · ${sheet.name}`, message(language, 'page')),
    properties: { defaultRowHeight: 18 },
  });
  Object.assign(worksheet.pageSetup, {
    paperSize: A4,
    orientation: sheet.onePage ? 'portrait' : 'landscape',
    fitToPage: true,
    fitToWidth: sheet.headingColumns === null ? 1 : 2,
    pageOrder: 'overThenDown',
    fitToHeight: sheet.onePage ? 1 : 0,
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  });
  for (const each of sheet.validations) addValidation(worksheet, each, language);
  if (sheet.guarded) {
    (worksheet as ExcelJS.Worksheet & { sheetProtection: object }).sheetProtection = {
      sheet: true,
      formatCells: true,
      formatColumns: true,
      formatRows: true,
      insertColumns: true,
      sort: true,
      autoFilter: true,
    };
  }
}

/** exceljs leaves out columns of its own default width. */
const DEFAULT_WIDTH = 9;
const NO_STYLE = {};
const PLAIN_TABLE = { showFirstColumn: false, showLastColumn: false, showRowStripes: false, showColumnStripes: false };

const contentsOf = ({ widths, tables }: LaidSheet): SheetContents => ({
  cols: colsOf(widths.map((width) => Math.max(width, 4))),
  tables: tables.map(({ name, reference, headers }) => ({
    name,
    tableRef: reference,
    autoFilterRef: reference,
    headerRow: true,
    columns: headers.map((header) => ({ name: header, filterButton: true })),
    style: PLAIN_TABLE,
  })),
});

/** Neighbours of one width are told together. */
function colsOf(widths: readonly number[]): SheetContents['cols'] {
  const cols: SheetContents['cols'] = [];
  widths.forEach((width, index) => {
    const last = cols.at(-1);
    if (width === DEFAULT_WIDTH) return;
    if (last?.width === width && last.max === index) last.max += 1;
    else cols.push({ min: index + 1, max: index + 1, width, style: NO_STYLE });
  });
  return cols;
}

/** Pages side by side tell in their header what they are pages of. */
function headerFooter({ headingColumns }: LaidSheet, title: string, page: string): Partial<ExcelJS.HeaderFooter> {
  const oddFooter = `&C&"${FONT}"&9${page}`;
  return headingColumns === null ? { oddFooter } : { oddHeader: `&L&"${FONT}"&9 ${title.replaceAll('&', '&&')}`, oddFooter };
}

function addValidation(worksheet: ExcelJS.Worksheet, { reference, validation }: LaidValidation, language: Language): void {
  const { dataValidations } = worksheet as ExcelJS.Worksheet & { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } };
  const title = message(language, validation.title);
  const text = message(language, validation.text);
  dataValidations.add(reference, {
    ...allowed(validation, language),
    allowBlank: true,
    showInputMessage: true,
    promptTitle: title,
    prompt: text,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    error: text,
  });
}

/** No reader's number is beyond this; Excel wants both ends of a range. */
const WIDEST = 1e15;

function allowed(validation: Validation, language: Language): Pick<ExcelJS.DataValidation, 'type' | 'operator' | 'formulae'> {
  switch (validation.kind) {
    case 'list':
      return { type: 'list', formulae: [`"${validation.options.map((code) => message(language, code).replaceAll(',', ' ')).join(',')}"`] };
    case 'names':
      return { type: 'list', formulae: [validation.name] };
    case 'text':
      return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [validation.max] };
    default:
      return { type: validation.kind, operator: 'between', formulae: [validation.min ?? -WIDEST, validation.max ?? WIDEST] };
  }
}
