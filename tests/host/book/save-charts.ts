import { escapeAttribute, escapeText } from '../../../generator/xlsx/xml.js';
import type { OfficeFile } from '../file/office-file.js';
import { parseNode, writePart } from '../file/xml-node.js';
import type { Axis, Chart, Series } from './chart.js';
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

/** Laid over cells it moves with them, as what Excel places does; else it stands where it stands. */
function anchor(chart: Chart, id: number, relation: string): string {
  const { over, top, left, width, height } = chart;
  const corner = (tag: string, { row, column }: { row: number; column: number }): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  const frame = frameXml(chart, id, relation);
  return over
    ? `<xdr:twoCellAnchor>${corner('from', over.from)}${corner('to', over.to)}${frame}<xdr:clientData/></xdr:twoCellAnchor>`
    : `<xdr:absoluteAnchor><xdr:pos x="${emu(left)}" y="${emu(top)}"/><xdr:ext cx="${emu(width)}" cy="${emu(height)}"/>${frame}<xdr:clientData/></xdr:absoluteAnchor>`;
}

const frameXml = ({ name, altText }: Chart, id: number, relation: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${escapeAttribute(name)}" descr="${escapeAttribute(altText)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" xmlns:r="${RELATION}" r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;

const reference = (tag: string, kind: 'strRef' | 'numRef', formula: string): string =>
  `<c:${tag}><c:${kind}><c:f>${escapeText(formula)}</c:f></c:${kind}></c:${tag}>`;

const LABELS =
  '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

function seriesXml({ name, fill, labelled, nameReference, values, categories }: Series, index: number, line: boolean): string {
  const tx = nameReference === null ? `<c:tx><c:v>${escapeText(name)}</c:v></c:tx>` : reference('tx', 'strRef', nameReference);
  const cat = categories === null ? '' : reference('cat', 'strRef', categories);
  const solid = fill === '' ? '' : `<a:solidFill><a:srgbClr val="${fill.slice(1)}"/></a:solidFill>`;
  const look = solid === '' ? '' : `<c:spPr>${line ? `<a:ln>${solid}</a:ln>` : solid}</c:spPr>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${tx}${look}${line ? '' : '<c:invertIfNegative val="0"/>'}${labelled ? LABELS : ''}${cat}${reference('val', 'numRef', values)}${line ? '<c:smooth val="0"/>' : ''}</c:ser>`;
}

const words = (text: string, fontSize: number | null): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>${fontSize === null ? '' : `<a:rPr lang="zh-CN" sz="${fontSize * 100}"/>`}<a:t>${escapeText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

/** An axis; where it crosses the other is told in the file with it, in the object model with the other. */
function axisXml(tag: 'catAx' | 'valAx', side: string, axis: Axis, other: Axis): string {
  const [id, crossed] = tag === 'catAx' ? [1, 2] : [2, 1];
  const { title, reversed, minimum, fontSize, labelEvery } = axis;
  const scaling = `<c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/>${minimum === null ? '' : `<c:min val="${minimum}"/>`}</c:scaling>`;
  const letters = fontSize === null ? '' : `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${fontSize * 100}"/></a:pPr></a:p></c:txPr>`;
  const crosses = `<c:crosses val="${other.position === 'Maximum' ? 'max' : 'autoZero'}"/>`;
  const every = tag === 'catAx' && labelEvery !== null ? `<c:tickLblSkip val="${labelEvery}"/>` : '';
  return `<c:${tag}><c:axId val="${id}"/>${scaling}<c:delete val="0"/><c:axPos val="${side}"/>${title === '' ? '' : words(title, null)}<c:tickLblPos val="${tag === 'catAx' ? 'low' : 'nextTo'}"/>${letters}<c:crossAx val="${crossed}"/>${crosses}${every}</c:${tag}>`;
}

/** Charts of lines, bars and columns; other types are refused where they are made. */
function chartXml({ type, title, legend, series, axes: { category, value } }: Chart): string {
  const line = type.startsWith('Line');
  const all = series.map((each, index) => seriesXml(each, index, line)).join('');
  const gap = series.find((each) => each.gap !== null)?.gap ?? null;
  const ids = '<c:axId val="1"/><c:axId val="2"/>';
  const plot = line
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${ids}</c:lineChart>`
    : `<c:barChart><c:barDir val="${type.startsWith('Bar') ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${all}${gap === null ? '' : `<c:gapWidth val="${gap}"/>`}${ids}</c:barChart>`;
  const sides = type.startsWith('Bar') ? { category: 'l', value: 'b' } : { category: 'b', value: 'l' };
  const shown = title.visible && title.text !== '';
  const axes = axisXml('catAx', sides.category, category, value) + axisXml('valAx', sides.value, value, category);
  const key = legend.visible ? `<c:legend><c:legendPos val="${legend.position.charAt(0).toLowerCase()}"/><c:overlay val="0"/></c:legend>` : '';
  return `${HEAD}<c:chartSpace xmlns:c="${C}" xmlns:a="${A}"><c:chart>${shown ? words(title.text, title.fontSize) : ''}<c:autoTitleDeleted val="${shown ? 0 : 1}"/><c:plotArea><c:layout/>${plot}${axes}</c:plotArea>${key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}
