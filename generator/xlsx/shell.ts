import ExcelJS from 'exceljs';
import { message } from '../../plan/messages/message.js';
import type { Language } from '../../plan/messages/message.js';
import type { Validation } from '../../plan/workbook/block.js';
import type { LaidSheet, LaidValidation, LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import type { CellStyle } from '../../plan/workbook/style.js';
import { exceljsStyle, FONT } from './looks.js';
import { renderParts } from './render-parts.js';

/** The parts of a workbook without its rows, and the ids its styles have there. */
export interface Shell {
  parts: Map<string, string>;
  styleIds: Map<CellStyle, number>;
}

/** The day of this version's release: a workbook's dates tell of the tool, not of the clock, so that bytes repeat. */
const RELEASED = new Date(Date.UTC(2026, 10, 21));

const A4 = 9;

/**
 * Lets exceljs make everything but the rows: styles, tables, validations, protection, views, page set-up. The styles stand
 * as a palette in the first sheet's rows, where their ids are read off; rows are written later by `sheetData`.
 */
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
  laid.sheets.forEach((sheet, index) => addSheet(workbook, sheet, laid, index === 0 ? styles : []));
  const parts = await renderParts(workbook);
  return { parts, styleIds: readPalette(parts.get('xl/worksheets/sheet1.xml') ?? '', styles) };
}

function stylesOf({ sheets }: LaidWorkbook): CellStyle[] {
  const styles = new Set<CellStyle>();
  for (const { rows, streamed } of sheets) {
    for (const { cells } of rows) for (const { style } of cells) styles.add(style);
    for (const style of streamed?.styles ?? []) styles.add(style);
  }
  return [...styles];
}

function addSheet(workbook: ExcelJS.Workbook, sheet: LaidSheet, { language, properties }: LaidWorkbook, palette: readonly CellStyle[]): void {
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
  worksheet.columns = sheet.widths.map((width) => ({ width: Math.max(width, 4) }));
  palette.forEach((style, index) => {
    const cell = worksheet.getCell(index + 1, 1);
    cell.value = 0;
    cell.style = exceljsStyle(style);
  });
  for (const { name, reference, headers } of sheet.tables) {
    worksheet.addTable({
      name,
      ref: reference.split(':')[0] ?? 'A1',
      headerRow: true,
      style: { theme: null as never },
      columns: headers.map((header) => ({ name: header, filterButton: true })),
      rows: [],
    });
  }
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

/** The style id of each palette cell, in order down column A. */
function readPalette(sheet: string, styles: readonly CellStyle[]): Map<CellStyle, number> {
  const ids = [...sheet.matchAll(/<c r="A\d+"(?: s="(\d+)")?/gu)].map((match) => Number(match[1] ?? 0));
  return new Map(styles.map((style, index) => [style, ids[index] ?? 0]));
}
