import { parseArea } from '../book/area.js';
import { type Chart, newAxis } from '../book/chart.js';
import type { Sheet } from '../book/sheet.js';
import { seriesOf } from './chart-series.js';
import { OfficeError } from './office-error.js';
import { invalid, object, type OfficeObject, type OfficeType, type OfSheet, type OnSheet, type Place, type Property, readOnly } from './office-type.js';
import { allowObjects } from './protected.js';

type Charted = OfSheet<Chart>;

const TYPES = ['Line', 'LineMarkers', 'BarClustered', 'ColumnClustered'];
const ROW_POINTS = 15;
const COLUMN_POINTS = 48;

function add({ book, sheet }: OnSheet, type: string, source: Place, seriesBy: string | null): OfficeObject {
  allowObjects(sheet);
  if (!TYPES.includes(type)) throw new OfficeError('NotImplemented', `This host draws no chart of type ${type}.`);
  const it: Chart = {
    id: book.newId(),
    name: `Chart ${sheet.charts.length + 1}`,
    type,
    title: { text: '', visible: true, fontSize: null },
    legend: { visible: true, position: 'Right' },
    axes: { value: newAxis(), category: newAxis() },
    series: seriesOf(source, seriesBy),
    top: 0,
    left: 0,
    width: 360,
    height: 216,
    altText: '',
    over: null,
  };
  sheet.charts.push(it);
  return object('Chart', { book, sheet, it });
}

const find = ({ book, sheet }: OnSheet, key: string): OfficeObject | null => {
  const it = sheet.charts.find(({ id, name }) => id === key || name === key);
  return it ? object('Chart', { book, sheet, it }) : null;
};

export const charts: OfficeType<OnSheet> = {
  items: ({ book, sheet }) => sheet.charts.map((it) => object('Chart', { book, sheet, it })),
  item: find,
  methods: { Add: add, GetCount: ({ sheet }) => sheet.charts.length, GetItemOrNullObject: find },
};

const field = (key: 'name' | 'top' | 'left' | 'width' | 'height'): Property<Charted> => ({
  get: ({ it }) => it[key],
  set: ({ it }, value: string | number) => {
    Object.assign(it, { [key]: value, ...(key === 'name' ? {} : { over: null }) });
  },
});

/** Where a cell begins or ends, as the cell that begins there. */
function cornerCell(address: string | Place, end: boolean): { row: number; column: number } {
  const area = typeof address === 'string' ? parseArea(address) : address.area;
  if (!area) throw invalid('the position of the chart');
  return end ? { row: area.row + area.rows, column: area.column + area.columns } : { row: area.row, column: area.column };
}

/** Where a cell begins, in points, from the widths the sheet has; heights are taken for the standard one where none is set. */
function corner(sheet: Sheet, { row: lastRow, column: lastColumn }: { row: number; column: number }): { top: number; left: number } {
  let top = 0;
  for (let row = 0; row < lastRow; row += 1) top += Number(/ ht="([\d.]+)"/u.exec(sheet.rows.get(row)?.attributes ?? '')?.[1] ?? ROW_POINTS);
  let left = 0;
  for (let column = 0; column < lastColumn; column += 1)
    left += sheet.column(column)?.['width'] === undefined ? COLUMN_POINTS : Number(sheet.column(column)?.['width']) * 5.25;
  return { top, left };
}

export const chart: OfficeType<Charted> = {
  id: ({ it }) => it.id,
  properties: {
    ChartType: readOnly(({ it }) => it.type),
    Height: field('height'),
    Id: readOnly(({ it }) => it.id),
    Left: field('left'),
    Name: field('name'),
    Top: field('top'),
    Width: field('width'),
  },
  objects: {
    Axes: (target) => object('ChartAxes', target),
    Legend: (target) => object('ChartLegend', target),
    Series: (target) => object('ChartSeriesCollection', target),
    Title: (target) => object('ChartTitle', target),
    Worksheet: ({ book, sheet }) => object('Worksheet', { book, sheet }),
  },
  methods: {
    Delete: ({ sheet, it }) => {
      sheet.charts = sheet.charts.filter((each) => each !== it);
      return null;
    },
    SetData: ({ it }, source: Place, seriesBy: string | null) => {
      it.series = seriesOf(source, seriesBy);
      return null;
    },
    SetPosition: ({ sheet, it }, from: string | Place, to: string | Place | null) => {
      const first = cornerCell(from, false);
      const start = corner(sheet, first);
      Object.assign(it, start, { over: null });
      if (to !== null) {
        const last = cornerCell(to, true);
        const end = corner(sheet, last);
        Object.assign(it, { width: end.left - start.left, height: end.top - start.top, over: { from: first, to: last } });
      }
      return null;
    },
  },
};
