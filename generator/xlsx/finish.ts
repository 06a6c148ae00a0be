import { columnLetters, quoteSheet } from '../../plan/workbook/address.js';
import { allRows, type LaidSheet, type LaidWorkbook, linkName } from '../../plan/workbook/laid-workbook.js';
import { addCharts, DRAWING } from './add-charts.js';
import { FONT } from './looks.js';
import { SharedStrings } from './shared-strings.js';
import { PartWriter } from './part-writer.js';
import { type LinkedCell, writeSheetData } from './sheet-data.js';
import type { Shell } from './shell.js';
import { escapeAttribute, escapeText } from './xml.js';
import type { Part } from './zip.js';

/** Puts the rows into the shell and mends what exceljs cannot write: links, names, fonts, properties. Sheets are made when their turn comes to be packed, and the strings after them. */
export function finish({ parts, styleIds }: Shell, laid: LaidWorkbook): Map<string, Part> {
  const strings = new SharedStrings();
  const styleMarks = new Map([...styleIds].map(([style, id]) => [style, `" s="${id}`]));
  const later = new Map<string, Part>();
  const out = new PartWriter();
  laid.sheets.forEach((sheet, index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    const { head, tail } = aroundRows(parts.get(name) ?? '', sheet, index === 0);
    later.set(name, () => {
      out.markup(head);
      const { streamed } = sheet;
      const links = writeSheetData(out, streamed ? allRows(sheet) : sheet.rows, { styleMarks, strings, keysInline: streamed !== undefined });
      out.markup(tail.replace(/(?=<printOptions|<pageMargins)/u, () => hyperlinks(links, laid)));
      return out.pack();
    });
  });
  addCharts(parts, laid);
  edit(parts, 'xl/styles.xml', finishStyles);
  edit(parts, 'xl/workbook.xml', (xml) => finishWorkbook(xml, laid));
  edit(parts, 'docProps/core.xml', (xml) => xml.replace('</cp:coreProperties>', `<dc:language>${laid.properties.language}</dc:language></cp:coreProperties>`));
  later.set('xl/sharedStrings.xml', () => {
    strings.write(out);
    return out.pack();
  });
  return new Map([...parts, ...later]);
}

function edit(parts: Map<string, string>, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name);
  if (xml === undefined) throw new Error(`the shell lacks ${name}`);
  parts.set(name, change(xml));
}

/** A sheet's XML before and after its rows: no search runs over them. */
function aroundRows(xml: string, sheet: LaidSheet, selected: boolean): { head: string; tail: string } {
  const last = sheet.streamed?.last ?? sheet.rows.at(-1)?.number ?? 1;
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 1), sheet.streamed?.columns ?? 1);
  const [before = '', after = ''] = xml.split('<sheetData/>');
  const head = before
    .replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="A1:${columnLetters(width)}${last}"/>`)
    .replace(/ tabSelected="1"/u, '')
    .replace('<sheetView ', selected ? '<sheetView tabSelected="1" ' : '<sheetView ');
  const tail = after.replace(/(?=<tableParts|<\/worksheet>)/u, `${pageBreaks(sheet.pageEnds)}${sheet.charts.length > 0 ? DRAWING : ''}`);
  return { head, tail };
}

function pageBreaks(rows: readonly number[]): string {
  if (rows.length === 0) return '';
  const breaks = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks}</rowBreaks>`;
}

/** Links within the workbook, by name, so that renamed sheets are found; without relationships, which WPS and LibreOffice follow wrongly (exceljs issue 3027). */
function hyperlinks(links: readonly LinkedCell[], { sheets }: LaidWorkbook): string {
  const told = links.map(({ address, to }) => {
    const name = sheets.find(({ id }) => id === to)?.name;
    return name === undefined ? '' : `<hyperlink ref="${address}" location="${linkName(to)}" display="${escapeAttribute(name)}"/>`;
  });
  return told.every((each) => each === '') ? '' : `<hyperlinks>${told.join('')}</hyperlinks>`;
}

const FONT_CHILDREN = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

/** The schema's order within each font, and the workbook's own font as the base in place of exceljs's Calibri. */
function finishStyles(xml: string): string {
  const order = (tag: string): number => FONT_CHILDREN.indexOf(/^<(\w+)/u.exec(tag)?.[1] ?? '');
  return xml
    .replace(/<font>(.*?)<\/font>/gsu, (_, children: string) => {
      const tags = children.match(/<[^>]+\/>/gu) ?? [];
      return `<font>${tags.sort((a, b) => order(a) - order(b)).join('')}</font>`;
    })
    .replace(/<font>(?:(?!<\/font>).)*Calibri(?:(?!<\/font>).)*<\/font>/su, `<font><sz val="10"/><name val="${FONT}"/></font>`);
}

function finishWorkbook(xml: string, laid: LaidWorkbook): string {
  const names = [...laid.names].map(([name, reference]) => ({ name, attributes: '', reference }));
  laid.sheets.forEach(({ name, headerRow, headingColumns, printedColumns, printedRows, hidden }, index) => {
    if (hidden) return;
    // Over two pages side by side a title would be cut: there the page's header tells it.
    const top = headingColumns === null ? 1 : (headerRow ?? 1);
    const area = `${quoteSheet(name)}!$A$${top}:$${columnLetters(printedColumns)}$${printedRows}`;
    names.push({ name: '_xlnm.Print_Area', attributes: ` localSheetId="${index}"`, reference: area });
    if (headerRow === null) return;
    const columns = headingColumns === null ? '' : `${quoteSheet(name)}!$A:$${columnLetters(headingColumns)},`;
    names.push({ name: '_xlnm.Print_Titles', attributes: ` localSheetId="${index}"`, reference: `${columns}${quoteSheet(name)}!$${headerRow}:$${headerRow}` });
  });
  names.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const defined = names.map(({ name, attributes, reference }) => `<definedName name="${name}"${attributes}>${escapeText(reference)}</definedName>`).join('');
  return xml
    .replace(/<definedNames>.*<\/definedNames>|<definedNames\/>/su, '')
    .replace(/<\/sheets>/u, `</sheets>${defined === '' ? '' : `<definedNames>${defined}</definedNames>`}`)
    .replace(/<calcPr[^>]*\/>/u, '<calcPr calcId="191029" fullCalcOnLoad="1"/>');
}
