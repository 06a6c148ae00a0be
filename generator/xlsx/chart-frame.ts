import { FONT } from './looks.js';
import { escapeText } from './xml.js';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** What stands around any chart: title, legend, ground and border. */
export function chartSpace(words: string, plot: string, legend: 'r' | 'b' | null): string {
  const legendXml = legend === null ? '' : `<c:legend><c:legendPos val="${legend}"/><c:overlay val="0"/>${text(900)}</c:legend>`;
  return `${HEAD}<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${title(words, 1200, true)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legendXml}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="B8C2CC"/></a:solidFill></a:ln></c:spPr></c:chartSpace>`;
}

/** Texts as a preview shows them without computing. */
export const strings = (texts: readonly string[]): string =>
  `<c:strCache><c:ptCount val="${texts.length}"/>${texts.map((each, index) => `<c:pt idx="${index}"><c:v>${escapeText(each)}</c:v></c:pt>`).join('')}</c:strCache>`;

const runProperties = (tag: string, size: number, bold: boolean): string =>
  `<a:${tag} sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="1F2933"/></a:solidFill><a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/></a:${tag}>`;

/** Looks of axis labels and legends; hundredths of a point. */
export const text = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', size, false)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;

export const title = (words: string, size: number, bold: boolean): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', size, bold)}</a:pPr><a:r>${runProperties('rPr', size, bold)}<a:t>${escapeText(words)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

export const LINE = '<c:spPr><a:ln><a:solidFill><a:srgbClr val="B8C2CC"/></a:solidFill></a:ln></c:spPr>';
