import { intersect } from '../book/area.js';
import type { ConditionalFormat } from '../book/conditional-format.js';
import type { Look } from '../book/styles.js';
import { OfficeError } from './office-error.js';
import { object, type OfficeObject, type OfficeType, type OfSheet, type Place, type Property, readOnly, required } from './office-type.js';
import { allowFormat } from './protected.js';
import { colourCode } from './range-format.js';

type Format = OfSheet<ConditionalFormat>;

const touching = ({ sheet, area }: Place): ConditionalFormat[] => sheet.conditionalFormats.filter(({ areas }) => areas.some((each) => intersect(each, area)));
const format = ({ book, sheet }: Place, it: ConditionalFormat): OfficeObject => object('ConditionalFormat', { book, sheet, it });

function find(place: Place, id: string): OfficeObject | null {
  const found = touching(place).find((each) => each.id === id);
  return found ? format(place, found) : null;
}

function remove({ sheet }: { sheet: Format['sheet'] }, gone: readonly ConditionalFormat[]): null {
  allowFormat(sheet);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => !gone.includes(each));
  return null;
}

export const conditionalFormats: OfficeType<Place> = {
  items: (place) => touching(place).map((it) => format(place, it)),
  item: find,
  methods: {
    Add: (place, type: string) => {
      allowFormat(place.sheet);
      if (type !== 'Custom') throw new OfficeError('NotImplemented', `This host adds no conditional format of type ${type}.`);
      // The newest comes first, as Excel has it.
      for (const each of place.sheet.conditionalFormats) each.priority += 1;
      const it: ConditionalFormat = { id: place.book.newId(), type, areas: [place.area], priority: 1, stopIfTrue: false, formula: '', look: {}, rule: null };
      place.sheet.conditionalFormats.unshift(it);
      return format(place, it);
    },
    ClearAll: (place) => remove(place, touching(place)),
    GetCount: (place) => touching(place).length,
    GetItemAt: (place, index: number) => format(place, required(touching(place)[index])),
    GetItemOrNullObject: find,
  },
};

export const conditionalFormat: OfficeType<Format> = {
  id: ({ it }) => it.id,
  properties: {
    Id: readOnly(({ it }) => it.id),
    Priority: {
      get: ({ it }) => it.priority - 1,
      set: ({ it }, priority: number) => {
        it.priority = priority + 1;
      },
    },
    StopIfTrue: {
      get: ({ it }) => it.stopIfTrue,
      set: ({ it }, stop: boolean) => {
        it.stopIfTrue = stop;
      },
    },
    Type: readOnly(({ it }) => it.type),
  },
  objects: {
    Custom: (target) => object('CustomConditionalFormat', target),
    CustomOrNullObject: (target) => object('CustomConditionalFormat', target),
  },
  methods: {
    Delete: ({ sheet, it }) => remove({ sheet }, [it]),
    GetRange: ({ book, sheet, it }) => object('Range', { book, sheet, area: required(it.areas[0]) }),
    GetRangeOrNullObject: ({ book, sheet, it }) => (it.areas.length === 1 ? object('Range', { book, sheet, area: required(it.areas[0]) }) : null),
  },
};

export const customConditionalFormat: OfficeType<Format> = {
  objects: { Format: (target) => object('ConditionalRangeFormat', target), Rule: (target) => object('ConditionalFormatRule', target) },
};

export const conditionalFormatRule: OfficeType<Format> = {
  properties: {
    Formula: {
      get: ({ it }) => `=${it.formula}`,
      set: ({ it }, formula: string) => {
        own(it).formula = formula.replace(/^=/u, '');
      },
    },
  },
};

export const conditionalRangeFormat: OfficeType<Format> = {
  objects: { Fill: (target) => object('ConditionalRangeFill', target), Font: (target) => object('ConditionalRangeFont', target) },
};

/** A rule that came with the file stays as it is. */
function own(it: ConditionalFormat): ConditionalFormat {
  if (it.rule) throw new OfficeError('NotImplemented', 'This host changes no rule of the file it opened.');
  return it;
}

const look = <K extends keyof Look>(key: K, write = (value: Look[K]): Look[K] => value): Property<Format> => ({
  get: ({ it }) => it.look[key] ?? null,
  set: ({ it }, value: Look[K]) => {
    own(it).look[key] = write(value);
  },
});

export const conditionalRangeFill: OfficeType<Format> = {
  properties: { Color: look('fill', colourCode) },
  methods: {
    Clear: ({ it }) => {
      delete own(it).look.fill;
      return null;
    },
  },
};

export const conditionalRangeFont: OfficeType<Format> = {
  properties: {
    Bold: look('bold'),
    Color: look('fontColor', colourCode),
    Italic: look('italic'),
    Strikethrough: look('strikethrough'),
    Underline: {
      get: ({ it }) => (it.look.underline ? 'Single' : 'None'),
      set: ({ it }, value: string) => {
        if (value !== 'None' && value !== 'Single') throw new OfficeError('NotImplemented', `This host underlines not ${value}.`);
        own(it).look.underline = value === 'Single';
      },
    },
  },
};
