import type { Chart } from '../book/chart.js';
import { object, type OfficeType, type OfSheet, readOnly, type Targets } from './office-type.js';

type Charted = OfSheet<Chart>;

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
  objects: { Format: ({ book, sheet, it }) => object('ChartTextFormat', { book, sheet, it: it.title }) },
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
    Minimum: {
      get: ({ it }) => it.minimum ?? '',
      set: ({ it }, minimum: number | '') => {
        it.minimum = minimum === '' ? null : minimum;
      },
    },
    Position: {
      get: ({ it }) => it.position,
      set: ({ it }, position: string) => {
        it.position = position;
      },
    },
    TickLabelSpacing: {
      get: ({ it }) => it.labelEvery ?? '',
      set: ({ it }, spacing: number) => {
        it.labelEvery = spacing;
      },
    },
    ReversePlotOrder: {
      get: ({ it }) => it.reversed,
      set: ({ it }, reversed: boolean) => {
        it.reversed = reversed;
      },
    },
  },
  objects: { Format: (target) => object('ChartTextFormat', target), Title: (target) => object('ChartAxisTitle', target) },
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

/** The looks of a title's or an axis's letters, of which the size is modelled. */
export const chartTextFormat: OfficeType<Targets['ChartTextFormat']> = { objects: { Font: (target) => object('ChartFont', target) } };
export const chartFont: OfficeType<Targets['ChartFont']> = {
  properties: {
    Size: {
      get: ({ it }) => it.fontSize,
      set: ({ it }, size: number) => {
        it.fontSize = size;
      },
    },
  },
};
