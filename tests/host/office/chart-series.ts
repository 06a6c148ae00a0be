import { asText } from '../book/cell.js';
import type { Chart, Series } from '../book/chart.js';
import { object, type OfficeObject, type OfficeType, type OfSheet, type Place, required, type Targets } from './office-type.js';
import { referenceTo } from './places.js';
import { colourCode } from './range-format.js';

type Charted = OfSheet<Chart>;
type Serial = Targets['ChartSeries'];

/** The series of a block of cells: names from its first row (or column), categories from the other, as Excel reads it where both hold text. */
export function seriesOf({ book, sheet, area }: Place, seriesBy: string | null): Series[] {
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
      labelled: false,
      gap: null,
      nameReference: named ? at(nameRow, nameColumn, 1, 1) : null,
      values: byRows ? at(top + index, left, 1, columns) : at(top, left + index, rows, 1),
      categories,
    };
  });
}

const serial = ({ book, sheet, it }: Charted, series: Series): OfficeObject => object('ChartSeries', { book, sheet, it: { chart: it, series } });

export const chartSeriesCollection: OfficeType<Charted> = {
  items: (target) => target.it.series.map((each) => serial(target, each)),
  methods: {
    Add: (target, name: string | null) => {
      const series: Series = { name: name ?? '', fill: '', labelled: false, gap: null, nameReference: null, values: '', categories: null };
      target.it.series.push(series);
      return serial(target, series);
    },
    GetCount: ({ it }) => it.series.length,
    GetItemAt: (target, index: number) => serial(target, required(target.it.series[index])),
  },
};

export const chartSeries: OfficeType<Serial> = {
  properties: {
    GapWidth: {
      get: ({ it }) => it.series.gap,
      set: ({ it }, gap: number) => {
        it.series.gap = gap;
      },
    },
    HasDataLabels: {
      get: ({ it }) => it.series.labelled,
      set: ({ it }, labelled: boolean) => {
        it.series.labelled = labelled;
      },
    },
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
