import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { chartPart, drawingPart } from './chart-part.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** What a sheet with charts says of its drawing, before its tables. */
export const DRAWING = '<drawing r:id="rIdDrawing"/>';

const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** exceljs knows no charts: adds their parts, their drawings, and what refers to them. */
export function addCharts(parts: Map<string, string>, laid: LaidWorkbook): void {
  let chartNumber = 0;
  laid.sheets.forEach(({ charts }, index) => {
    if (charts.length === 0) return;
    const number = index + 1;
    const drawing = `drawing${number}.xml`;
    const sheetRelationships = `xl/worksheets/_rels/sheet${number}.xml.rels`;
    parts.set(sheetRelationships, relate(parts.get(sheetRelationships) ?? EMPTY_RELATIONSHIPS, 'rIdDrawing', 'drawing', `../drawings/${drawing}`));
    parts.set(`xl/drawings/${drawing}`, drawingPart(charts));
    declare(parts, `/xl/drawings/${drawing}`, 'application/vnd.openxmlformats-officedocument.drawing+xml');
    let relationships = EMPTY_RELATIONSHIPS;
    charts.forEach((chart, position) => {
      chartNumber += 1;
      const name = `chart${chartNumber}.xml`;
      relationships = relate(relationships, `rId${position + 1}`, 'chart', `../charts/${name}`);
      parts.set(`xl/charts/${name}`, chartPart(chart));
      declare(parts, `/xl/charts/${name}`, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml');
    });
    parts.set(`xl/drawings/_rels/${drawing}.rels`, relationships);
  });
}

const relate = (xml: string, id: string, type: string, target: string): string =>
  xml.replace('</Relationships>', `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/></Relationships>`);

function declare(parts: Map<string, string>, part: string, contentType: string): void {
  const name = '[Content_Types].xml';
  parts.set(name, (parts.get(name) ?? '').replace('</Types>', `<Override PartName="${part}" ContentType="${contentType}"/></Types>`));
}
