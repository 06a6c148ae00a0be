import { quoteSheet } from '../../../plan/workbook/address.js';
import { parseArea } from '../book/area.js';
import { type HeaderPart, type Margin, newPageSetUp, type PageSetUp } from '../book/page-set-up.js';
import { invalid, object, type OfficeObject, type OfficeType, type OnSheet, type Place, type Property } from './office-type.js';
import { allowFormat } from './protected.js';

/** How a sheet is printed. Of a sheet that a file came with nothing is known here: what is read of it is refused. */
function setUpOf({ sheet }: OnSheet): PageSetUp {
  if (sheet.origin) throw invalid('the page set-up of a sheet that the file came with is not modelled');
  sheet.page ??= newPageSetUp();
  return sheet.page;
}

const property = (key: 'paper' | 'orientation' | 'centred' | 'zoom'): Property<OnSheet> => ({
  get: (on) => setUpOf(on)[key],
  set: (on: OnSheet, value: PageSetUp[typeof key]) => {
    allowFormat(on.sheet);
    Object.assign(setUpOf(on), { [key]: value });
  },
});

const margin = (side: Margin): Property<OnSheet> => ({
  get: (on) => setUpOf(on).margins[side],
  set: (on: OnSheet, points: number) => {
    setUpOf(on).margins[side] = points;
  },
});

export const pageLayout: OfficeType<OnSheet> = {
  properties: {
    BottomMargin: margin('bottom'),
    CenterHorizontally: property('centred'),
    FooterMargin: margin('footer'),
    HeaderMargin: margin('header'),
    LeftMargin: margin('left'),
    Orientation: property('orientation'),
    PaperSize: property('paper'),
    RightMargin: margin('right'),
    TopMargin: margin('top'),
    Zoom: property('zoom'),
  },
  objects: { HeadersFooters: (on) => object('HeaderFooterGroup', on) },
  methods: {
    SetPrintTitleRows: ({ book, sheet }, rows: string | Place) => {
      const area = typeof rows === 'string' ? parseArea(rows) : rows.area;
      if (!area) throw invalid('rows to repeat');
      const formula = `${quoteSheet(sheet.name)}!$${area.row + 1}:$${area.row + area.rows}`;
      book.names = book.names.filter(({ name, scope }) => scope !== sheet || name !== '_xlnm.Print_Titles');
      book.names.push({ name: '_xlnm.Print_Titles', formula, scope: sheet, visible: true, comment: '', attributes: {} });
      return null;
    },
  },
};

export const headerFooterGroup: OfficeType<OnSheet> = { objects: { DefaultForAllPages: (on) => object('HeaderFooter', on) } };

const part = (name: HeaderPart): Property<OnSheet> => ({
  get: (on) => setUpOf(on).parts[name],
  set: (on: OnSheet, text: string) => {
    setUpOf(on).parts[name] = text;
  },
});

export const headerFooter: OfficeType<OnSheet> = {
  properties: {
    CenterFooter: part('CenterFooter'),
    CenterHeader: part('CenterHeader'),
    LeftFooter: part('LeftFooter'),
    LeftHeader: part('LeftHeader'),
    RightFooter: part('RightFooter'),
    RightHeader: part('RightHeader'),
  },
};

export const pageBreaks: OfficeType<OnSheet> = {
  methods: {
    Add: (on, at: string | Place): OfficeObject => {
      const area = typeof at === 'string' ? parseArea(at) : at.area;
      if (!area) throw invalid('the place of a page break');
      setUpOf(on).breaks.push(area.row);
      return object('PageBreak', on);
    },
    GetCount: (on) => setUpOf(on).breaks.length,
  },
};

export const pageBreak: OfficeType<OnSheet> = {};
