import type { PrintSetUp } from '../engine/sheet/sheet-to-write.js';
import { FONT } from './looks.js';

const POINTS_PER_INCH = 72;

/** Sets a sheet up to be printed as the generator's are: A4, landscape, as wide as the page, its headings on each, pages numbered. Needs ExcelApi 1.9. */
export function setUpPrint(sheet: Excel.Worksheet, { repeated, breaks, header, footer }: PrintSetUp): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = 'A4';
  pageLayout.orientation = 'Landscape';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = pageLayout.rightMargin = 0.4 * POINTS_PER_INCH;
  pageLayout.topMargin = pageLayout.bottomMargin = 0.6 * POINTS_PER_INCH;
  pageLayout.headerMargin = pageLayout.footerMargin = 0.3 * POINTS_PER_INCH;
  pageLayout.setPrintTitleRows(`$${repeated + 1}:$${repeated + 1}`);
  const texts = pageLayout.headersFooters.defaultForAllPages;
  // The sheet's title stands on its first page; where the headers of a table are repeated, the title is not.
  if (repeated > 0) texts.leftHeader = text(header.replaceAll('&', '&&'));
  texts.centerFooter = text(footer);
  for (const row of breaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}

/** After the size a space: a digit would be read as part of it. */
const text = (words: string): string => `&"${FONT}"&9 ${words}`;
