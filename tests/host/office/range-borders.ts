import type { Area } from '../book/area.js';
import { type BorderEdge, invalid, object, type OfficeType, type Place, type Targets } from './office-type.js';
import { allowFormat } from './protected.js';
import { colourCode } from './range-format.js';

type Border = Targets['RangeBorder'];

const EDGES: readonly BorderEdge[] = ['EdgeBottom', 'InsideHorizontal'];

/** The rows whose lower line is meant. */
const rowsOf = ({ area, edge }: Border): Area =>
  edge === 'EdgeBottom' ? { ...area, row: area.row + area.rows - 1, rows: 1 } : { ...area, rows: Math.max(0, area.rows - 1) };

const styleOf = ({ book, sheet, area }: Border): { line: string; lineColor: string } => book.styles.look(sheet.cell(area.row, area.column)?.style ?? 0);

function restyle(border: Border, change: { line?: string; lineColor?: string }): void {
  allowFormat(border.sheet);
  border.book.restyle(border.sheet, rowsOf(border), change);
}

/** Only lower lines, drawn hair, thin, medium or thick: what else a file has is kept in it. */
export const rangeBorder: OfficeType<Border> = {
  id: ({ edge }) => edge,
  properties: {
    Color: { get: (border) => styleOf(border).lineColor, set: (border, colour: string) => restyle(border, { lineColor: colourCode(colour) }) },
    Style: {
      get: (border) => (styleOf(border).line === '' ? 'None' : 'Continuous'),
      set: (border, style: string) => {
        if (style !== 'Continuous' && style !== 'None') throw invalid(style);
        restyle(border, { line: style === 'None' ? '' : 'thin' });
      },
    },
    Weight: {
      get: (border) => styleOf(border).line,
      set: (border, weight: string) => restyle(border, { line: weight === 'Hairline' ? 'hair' : weight.toLowerCase() }),
    },
  },
};

export const rangeBorders: OfficeType<Place> = {
  item: (place, key: string) => {
    const edge = EDGES.find((each) => each === key);
    if (!edge) throw invalid(key);
    return object('RangeBorder', { ...place, edge });
  },
};
