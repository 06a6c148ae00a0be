import ExcelJS from 'exceljs';
import { exceljsStyle, FONT } from '../../generator/xlsx/looks.js';
import { CellError } from '../../plan/expression/evaluate.js';
import { type Language, message } from '../../plan/messages/message.js';
import { columnLetters } from '../../plan/workbook/address.js';
import type { Validation } from '../../plan/workbook/block.js';
import type { LaidCell, LaidSheet, LaidTable, LaidWorkbook } from '../../plan/workbook/laid-workbook.js';

const A4 = 9;
const SAVED_AS_PLANBOOK_DOES = { zip: { compression: 'DEFLATE', compressionOptions: { level: 6 } } };

/**
 * The same sheets through exceljs's own API, as a careful user of it would write them: one style object a style, which its
 * cache recognises, and validations by range, which it does not document. Both are to its advantage.
 */
export async function writeWithExceljs(laid: LaidWorkbook): Promise<ExcelJS.Buffer & { length: number }> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = laid.properties.title;
  workbook.subject = laid.properties.subject;
  workbook.creator = laid.properties.author;
  workbook.keywords = laid.properties.keywords;
  for (const sheet of laid.sheets) await addSheet(workbook, sheet, laid);
  for (const [name, range] of laid.names) workbook.definedNames.add(range, name);
  const written = await workbook.xlsx.writeBuffer(SAVED_AS_PLANBOOK_DOES as Partial<ExcelJS.XlsxWriteOptions>);
  return written as ExcelJS.Buffer & { length: number };
}

async function addSheet(workbook: ExcelJS.Workbook, sheet: LaidSheet, laid: LaidWorkbook): Promise<void> {
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'veryHidden' : 'visible',
    views: [
      sheet.headerRow === null ? { state: 'normal', showGridLines: false } : { state: 'frozen', xSplit: 1, ySplit: sheet.headerRow, showGridLines: false },
    ],
    headerFooter: { oddFooter: `&C&"${FONT}"&9${message(laid.language, 'page')}` },
    properties: { defaultRowHeight: 18 },
    pageSetup: {
      orientation: sheet.onePage ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage ? 1 : 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printArea: `A1:${columnLetters(sheet.printedColumns)}${sheet.rows.at(-1)?.number ?? 1}`,
      ...(sheet.headerRow === null ? {} : { printTitlesRow: `${sheet.headerRow}:${sheet.headerRow}` }),
    },
  });
  Object.assign(worksheet.pageSetup, { paperSize: A4 });
  worksheet.columns = sheet.widths.map((width) => ({ width }));
  for (const table of sheet.tables) worksheet.addTable(tableOf(table, sheet, laid));
  const inTables = new Set(sheet.tables.flatMap(({ reference }) => rowsOf(reference)));
  for (const { number, height, cells } of sheet.rows) {
    const row = worksheet.getRow(number);
    if (height !== undefined) row.height = height;
    for (const laidCell of cells) {
      const cell = row.getCell(laidCell.column);
      if (!inTables.has(number)) cell.value = valueOf(laidCell, laid);
      cell.style = exceljsStyle(laidCell.style);
    }
  }
  const { dataValidations } = worksheet as ExcelJS.Worksheet & { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } };
  for (const { reference, validation } of sheet.validations) dataValidations.add(reference, ruleOf(validation, laid.language));
  if (sheet.guarded) {
    await worksheet.protect('', { formatCells: true, formatColumns: true, formatRows: true, insertColumns: true, sort: true, autoFilter: true });
  }
}

/** The rows of A5:K44. */
function rowsOf(reference: string): number[] {
  const [first = 0, last = 0] = (reference.match(/\d+/gu) ?? []).map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function tableOf({ name, reference, headers }: LaidTable, sheet: LaidSheet, laid: LaidWorkbook): ExcelJS.TableProperties {
  const rows = new Set(rowsOf(reference).slice(1));
  return {
    name,
    ref: reference.split(':')[0] ?? 'A1',
    headerRow: true,
    style: { theme: null as never },
    columns: headers.map((header) => ({ name: header, filterButton: true })),
    rows: sheet.rows.filter(({ number }) => rows.has(number)).map(({ cells }) => cells.map((cell) => valueOf(cell, laid))),
  };
}

function valueOf({ value, formula, to }: LaidCell, laid: LaidWorkbook): ExcelJS.CellValue {
  const plain = value instanceof CellError ? ({ error: value.code } as ExcelJS.CellErrorValue) : value;
  if (formula) return { formula: formula.text, result: (plain ?? '') as never };
  const target = to && laid.sheets.find(({ id }) => id === to);
  return target ? { text: typeof value === 'string' ? value : '', hyperlink: `#'${target.name}'!A1` } : plain;
}

function ruleOf(validation: Validation, language: Language): ExcelJS.DataValidation {
  const [title, text] = [message(language, validation.title), message(language, validation.text)];
  const told = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: title,
    prompt: text,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    error: text,
  };
  switch (validation.kind) {
    case 'list':
      return { ...told, type: 'list', formulae: [`"${validation.options.map((code) => message(language, code)).join(',')}"`] };
    case 'names':
      return { ...told, type: 'list', formulae: [validation.name] };
    case 'text':
      return { ...told, type: 'textLength', operator: 'lessThanOrEqual', formulae: [validation.max] };
    default:
      return { ...told, type: validation.kind, operator: 'between', formulae: [validation.min ?? -1e15, validation.max ?? 1e15] };
  }
}
