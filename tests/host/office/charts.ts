import { parseArea } from '../book/area.js';
import { asText } from '../book/cell.js';
import type { Chart, Series } from '../book/chart.js';
import type { Sheet } from '../book/sheet.js';
import { OfficeError } from './office-error.js';
import {
  invalid,
  object,
  type OfficeObject,
  type OfficeType,
  type OfSheet,
  type OnSheet,
  type Place,
  type Property,
  readOnly,
  required,
  type Targets,
} from './office-type.js';
import { referenceTo } from './places.js';
import { allowObjects } from './protected.js';
import { colourCode } from './range-format.js';

type Charted = OfSheet<Chart>;
type Serial = Targets['ChartSeries'];

const TYPES = ['Line', 'LineMarkers', 'BarClustered', 'ColumnClustered'];
const ROW_POINTS = 15;
const COLUMN_POINTS = 48;

/** The series of a block of cells: names from its first row (or column), categories from the other, as Excel reads it where both hold text. */
function seriesOf({ book, sheet, area }: Place, seriesBy: string | null): Series[] {
  const isText = (row: number, column: number): boolean => typeof sheet.cell(row, column)?.value === 'string';
  const byRows = seriesBy === 'Rows' || ((seriesBy ?? 'Auto') === 'Auto' && area.columns > area.rows);
  const heads = area.rows > 1 && Array.from({ length: area.columns - 1 }, (_, index) => isText(area.row, area.column + 1 + index)).some(Boolean) ? 1 : 0;
  const stubs =
    area.columns > 1 && Array.from({ length: area.rows - heads }, (_, index) => isText(area.row + heads + index, area.column)).some(Boolean) ? 1 : 0;
  const at = (row: number, column: number, rows: number, columns: number): string => referenceTo({ book, sheet, area: { row, column, rows, columns } });
  const rows = area.rows - heads;
  const columns = area.columns - stubs;
  const [top, left] = [area.row + heads, area.column + stubs];
  return Array.from({ length: byRows ? rows : columns }, (_, index): Series => {
    const [nameRow, nameColumn] = byRows ? [top + index, area.column] : [area.row, left + index];
    const named = byRows ? stubs === 1 : heads === 1;
    const categories = byRows ? (heads === 1 ? at(area.row, left, 1, columns) : null) : stubs === 1 ? at(top, area.column, rows, 1) : null;
    return {
      name: named ? asText(sheet.cell(nameRow, nameColumn)?.value ?? null) : `Series${index + 1}`,
      fill: '',
      nameReference: named ? at(nameRow, nameColumn, 1, 1) : null,
      values: byRows ? at(top + index, left, 1, columns) : at(top, left + index, rows, 1),
      categories,
    };
  });
}

function add({ book, sheet }: OnSheet, type: string, source: Place, seriesBy: string | null): OfficeObject {
  allowObjects(sheet);
  if (!TYPES.includes(type)) throw new OfficeError('NotImplemented', `This host draws no chart of type ${type}.`);
  const it: Chart = {
    id: book.newId(),
    name: `Chart ${sheet.charts.length + 1}`,
    type,
    title: { text: '', visible: true },
    legend: { visible: true, position: 'Right' },
    axes: { value: { title: '', reversed: false }, category: { title: '', reversed: false } },
    series: seriesOf(source, seriesBy),
    top: 0,
    left: 0,
    width: 360,
    height: 216,
    altText: '',
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
    Object.assign(it, { [key]: value });
  },
});

/** Where a cell begins, in points, from the widths the sheet has; heights are taken for the standard one where none is set. */
function corner(sheet: Sheet, address: string | Place, end: boolean): { top: number; left: number } {
  const area = typeof address === 'string' ? parseArea(address) : address.area;
  if (!area) throw invalid('the position of the chart');
  const lastRow = end ? area.row + area.rows : area.row;
  const lastColumn = end ? area.column + area.columns : area.column;
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
      const start = corner(sheet, from, false);
      Object.assign(it, start);
      if (to !== null) {
        const end = corner(sheet, to, true);
        Object.assign(it, { width: end.left - start.left, height: end.top - start.top });
      }
      return null;
    },
  },
};

export const chartTitle: OfficeType<Charted> = {
  properties: {
    Text: {
      get: ({ it }) => it.title.text,
      set: ({ it }, text: string) => {
        it.title.text = text;
      },
    },
    Visible: {
      get: ({ it }) => it.title.visible,
      set: ({ it }, visible: boolean) => {
        it.title.visible = visible;
      },
    },
  },
};

export const chartLegend: OfficeType<Charted> = {
  properties: {
    Position: {
      get: ({ it }) => it.legend.position,
      set: ({ it }, position: string) => {
        it.legend.position = position;
      },
    },
    Visible: {
      get: ({ it }) => it.legend.visible,
      set: ({ it }, visible: boolean) => {
        it.legend.visible = visible;
      },
    },
  },
};

export const chartAxes: OfficeType<Charted> = {
  objects: {
    CategoryAxis: ({ book, sheet, it }) => object('ChartAxis', { book, sheet, it: it.axes.category }),
    ValueAxis: ({ book, sheet, it }) => object('ChartAxis', { book, sheet, it: it.axes.value }),
  },
};

type Axis = Targets['ChartAxis'];
export const chartAxis: OfficeType<Axis> = {
  properties: {
    ReversePlotOrder: {
      get: ({ it }) => it.reversed,
      set: ({ it }, reversed: boolean) => {
        it.reversed = reversed;
      },
    },
  },
  objects: { Title: (target) => object('ChartAxisTitle', target) },
};
export const chartAxisTitle: OfficeType<Axis> = {
  properties: {
    Text: {
      get: ({ it }) => it.title,
      set: ({ it }, text: string) => {
        it.title = text;
      },
    },
    Visible: readOnly(({ it }) => it.title !== ''),
  },
};

const serial = ({ book, sheet, it }: Charted, series: Series): OfficeObject => object('ChartSeries', { book, sheet, it: { chart: it, series } });

export const chartSeriesCollection: OfficeType<Charted> = {
  items: (target) => target.it.series.map((each) => serial(target, each)),
  methods: {
    Add: (target, name: string | null) => {
      const series: Series = { name: name ?? '', fill: '', nameReference: null, values: '', categories: null };
      target.it.series.push(series);
      return serial(target, series);
    },
    GetCount: ({ it }) => it.series.length,
    GetItemAt: (target, index: number) => serial(target, required(target.it.series[index])),
  },
};

export const chartSeries: OfficeType<Serial> = {
  properties: {
    Name: {
      get: ({ it }) => it.series.name,
      set: ({ it }, name: string) => {
        Object.assign(it.series, { name, nameReference: null });
      },
    },
  },
  objects: { Format: ({ book, sheet, it }) => object('ChartSeriesFormat', { book, sheet, it: it.series }) },
  methods: {
    Delete: ({ it }) => {
      it.chart.series = it.chart.series.filter((each) => each !== it.series);
      return null;
    },
    SetValues: ({ it }, source: Place) => {
      it.series.values = referenceTo(source);
      return null;
    },
    SetXAxisValues: ({ it }, source: Place) => {
      it.series.categories = referenceTo(source);
      return null;
    },
  },
};

type Filled = Targets['ChartFill'];
export const chartSeriesFormat: OfficeType<Filled> = { objects: { Fill: (target) => object('ChartFill', target) } };
export const chartFill: OfficeType<Filled> = {
  methods: {
    Clear: ({ it }) => {
      it.fill = '';
      return null;
    },
    SetSolidColor: ({ it }, colour: string) => {
      it.fill = colourCode(colour);
      return null;
    },
  },
};
