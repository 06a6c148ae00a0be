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
