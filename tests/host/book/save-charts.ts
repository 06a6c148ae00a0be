import { escapeAttribute, escapeText } from '../../../generator/xlsx/xml.js';
import type { OfficeFile } from '../file/office-file.js';
import { parseNode, writePart } from '../file/xml-node.js';
import type { Chart, Series } from './chart.js';
import { RELATION } from './load.js';
import type { Sheet } from './sheet.js';

const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** English Metric Units in a point. */
const EMU = 12_700;

/** Adds the sheet's charts to its drawing; tells the relation to a drawing made for them, null where the sheet had one. */
export function addDrawing(file: OfficeFile, sheetPart: string, sheet: Sheet): string | null {
  const known = file.relationships(sheetPart).find(({ type }) => type === `${RELATION}/drawing`)?.target;
  const part = known ?? file.freeName('xl/drawings/drawing', '.xml');
  if (known === undefined) file.add(part, 'application/vnd.openxmlformats-officedocument.drawing+xml', `${HEAD}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}"/>`);
  const root = file.node(part);
  sheet.charts.forEach((chart, index) => {
    const chartPart = file.freeName('xl/charts/chart', '.xml');
    file.add(chartPart, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml', chartXml(chart));
    root.children.push(parseNode(anchor(chart, 1000 + index, file.relate(part, `${RELATION}/chart`, chartPart))));
  });
  file.set(part, writePart(root));
  return known === undefined ? file.relate(sheetPart, `${RELATION}/drawing`, part) : null;
}

const emu = (points: number): number => Math.round(points * EMU);

const anchor = ({ name, altText, top, left, width, height }: Chart, id: number, relation: string): string =>
  `<xdr:absoluteAnchor><xdr:pos x="${emu(left)}" y="${emu(top)}"/><xdr:ext cx="${emu(width)}" cy="${emu(height)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${escapeAttribute(name)}" descr="${escapeAttribute(altText)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" xmlns:r="${RELATION}" r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor>`;

const reference = (tag: string, kind: 'strRef' | 'numRef', formula: string): string =>
  `<c:${tag}><c:${kind}><c:f>${escapeText(formula)}</c:f></c:${kind}></c:${tag}>`;

function seriesXml({ name, fill, nameReference, values, categories }: Series, index: number, line: boolean): string {
  const tx = nameReference === null ? `<c:tx><c:v>${escapeText(name)}</c:v></c:tx>` : reference('tx', 'strRef', nameReference);
  const cat = categories === null ? '' : reference('cat', 'strRef', categories);
  const solid = fill === '' ? '' : `<a:solidFill><a:srgbClr val="${fill.slice(1)}"/></a:solidFill>`;
  const look = solid === '' ? '' : `<c:spPr>${line ? `<a:ln>${solid}</a:ln>` : solid}</c:spPr>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${tx}${look}${line ? '' : '<c:invertIfNegative val="0"/>'}${cat}${reference('val', 'numRef', values)}${line ? '<c:smooth val="0"/>' : ''}</c:ser>`;
}

const words = (text: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${escapeText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

/** Charts of lines, bars and columns; other types are refused where they are made. */
function chartXml({ type, title, legend, series, axes }: Chart): string {
  const line = type.startsWith('Line');
  const all = series.map((each, index) => seriesXml(each, index, line)).join('');
  const ids = '<c:axId val="1"/><c:axId val="2"/>';
  const plot = line
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${ids}</c:lineChart>`
    : `<c:barChart><c:barDir val="${type.startsWith('Bar') ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${all}${ids}</c:barChart>`;
  const axis = (tag: string, id: number, other: number, side: string, { title: text, reversed }: Chart['axes']['value']): string =>
    `<c:${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/>${text === '' ? '' : words(text)}<c:crossAx val="${other}"/></c:${tag}>`;
  const sides = type.startsWith('Bar') ? { category: 'l', value: 'b' } : { category: 'b', value: 'l' };
  const shown = title.visible && title.text !== '';
  return `${HEAD}<c:chartSpace xmlns:c="${C}" xmlns:a="${A}"><c:chart>${shown ? words(title.text) : ''}<c:autoTitleDeleted val="${shown ? 0 : 1}"/><c:plotArea><c:layout/>${plot}${axis('catAx', 1, 2, sides.category, axes.category)}${axis('valAx', 2, 1, sides.value, axes.value)}</c:plotArea>${legend.visible ? `<c:legend><c:legendPos val="${legend.position.charAt(0).toLowerCase()}"/><c:overlay val="0"/></c:legend>` : ''}<c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
}
