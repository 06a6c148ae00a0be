import type { LaidChart } from '../../plan/workbook/laid-workbook.js';
import { barChartPart } from './bar-chart-part.js';
import { chartSpace, HEAD, LINE, strings, text, title } from './chart-frame.js';
import { escapeAttribute, escapeText } from './xml.js';

/** Colours told apart in grey and by most colour-blind readers (Okabe and Ito 2008); markers and dashes differ too, so that colour is never the only signal. */
const COLOURS = ['0072B2', 'D55E00', '009E73', 'CC79A7', '56B4E9', 'E69F00', '555555', '000000'];
const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus', 'star', 'dash'];
const DASHES = ['solid', 'dash', 'sysDot'];

/** The part of a native chart, with the values cached that a preview shows. Schema: ECMA-376 part 1, 21.2. */
export function chartPart(chart: LaidChart): string {
  if (chart.kind === 'bar') return barChartPart(chart);
  const series = chart.series.map((_, index) => seriesXml(chart, index)).join('');
  const lines = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>`;
  return chartSpace(chart.title, lines + categoryAxis() + valueAxis(chart.axis), 'r');
}

function seriesXml({ series, categories }: LaidChart, index: number): string {
  const each = series[index];
  if (!each) return '';
  const colour = COLOURS[index % COLOURS.length] ?? '000000';
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
  const dash = DASHES[Math.floor(index / COLOURS.length) % DASHES.length] ?? 'solid';
  const marker = MARKERS[index % MARKERS.length] ?? 'circle';
  const points = each.values.flatMap((value, point) => (value === null ? [] : `<c:pt idx="${point}"><c:v>${value}</c:v></c:pt>`)).join('');
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${escapeText(each.nameReference)}</c:f>${strings([each.name])}</c:strRef></c:tx><c:spPr><a:ln w="22225" cap="rnd">${fill}<a:prstDash val="${dash}"/><a:round/></a:ln></c:spPr><c:marker><c:symbol val="${marker}"/><c:size val="6"/><c:spPr>${fill}<a:ln>${fill}</a:ln></c:spPr></c:marker><c:cat><c:strRef><c:f>${escapeText(categories.reference)}</c:f>${strings(categories.texts)}</c:strRef></c:cat><c:val><c:numRef><c:f>${escapeText(each.reference)}</c:f><c:numCache><c:formatCode>#,##0.0</c:formatCode><c:ptCount val="${each.values.length}"/>${points}</c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser>`;
}

const categoryAxis = (): string =>
  `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${LINE}${text(900)}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;

const valueAxis = (words: string): string =>
  `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E8ED"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>${title(words, 900, false)}<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${LINE}${text(900)}<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;

/** Rows a chart takes on its sheet. */
const ROWS = 20;

/** The drawing that places a sheet's charts, each with words for those who cannot see it. */
export function drawingPart(charts: readonly LaidChart[]): string {
  const anchors = charts.map(({ title: name, alt, fromRow, fromColumn, columns }, index) => {
    const at = (column: number, row: number): string =>
      `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
    return `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${at(fromColumn, fromRow - 1)}</xdr:from><xdr:to>${at(columns, fromRow - 1 + ROWS)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeAttribute(name)}" descr="${escapeAttribute(alt)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
  });
  return `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join('')}</xdr:wsDr>`;
}
