import type { Area } from '../book/area.js';
import type { Book, Name, XmlPart } from '../book/book.js';
import type { Chart, Series } from '../book/chart.js';
import type { ConditionalFormat } from '../book/conditional-format.js';
import type { Sheet } from '../book/sheet.js';
import type { Table } from '../book/table.js';
import { OfficeError } from './office-error.js';

/** A sheet of an open workbook. */
export interface OnSheet {
  book: Book;
  sheet: Sheet;
}

/** An area of a sheet. */
export interface Place extends OnSheet {
  area: Area;
}

interface Of<T> {
  book: Book;
  it: T;
}

/** Edges of a range whose lines are modelled. */
export type BorderEdge = 'EdgeBottom' | 'InsideHorizontal';

export interface OfSheet<T> extends OnSheet {
  it: T;
}

/** What stands behind an object of each type that is modelled. */
export interface Targets {
  AddinInternalService: Book;
  Application: Book;
  Chart: OfSheet<Chart>;
  ChartAxes: OfSheet<Chart>;
  ChartAxis: OfSheet<Chart['axes']['value']>;
  ChartAxisTitle: OfSheet<Chart['axes']['value']>;
  ChartCollection: OnSheet;
  ChartFill: OfSheet<Series>;
  ChartFont: OfSheet<{ fontSize: number | null }>;
  ChartLegend: OfSheet<Chart>;
  ChartSeries: OfSheet<{ chart: Chart; series: Series }>;
  ChartSeriesFormat: OfSheet<Series>;
  ChartSeriesCollection: OfSheet<Chart>;
  ChartTextFormat: OfSheet<{ fontSize: number | null }>;
  ChartTitle: OfSheet<Chart>;
  ConditionalFormat: OfSheet<ConditionalFormat>;
  ConditionalFormatCollection: Place;
  ConditionalFormatRule: OfSheet<ConditionalFormat>;
  ConditionalRangeFill: OfSheet<ConditionalFormat>;
  ConditionalRangeFont: OfSheet<ConditionalFormat>;
  ConditionalRangeFormat: OfSheet<ConditionalFormat>;
  CustomConditionalFormat: OfSheet<ConditionalFormat>;
  CustomXmlPart: Of<XmlPart>;
  CustomXmlPartCollection: Book;
  CustomXmlPartScopedCollection: { book: Book; namespace: string };
  FormatProtection: Place;
  HeaderFooter: OnSheet;
  HeaderFooterGroup: OnSheet;
  NamedItem: Of<Name>;
  NamedItemCollection: { book: Book; sheet: Sheet | null };
  PageBreak: OnSheet;
  PageBreakCollection: OnSheet;
  PageLayout: OnSheet;
  Range: Place;
  RangeBorder: Targets['RangeBorderCollection'] & { edge: BorderEdge };
  RangeBorderCollection: Place;
  RangeFill: Place;
  RangeFont: Place;
  RangeFormat: Place;
  Setting: { book: Book; key: string };
  SettingCollection: Book;
  Table: OfSheet<Table>;
  TableCollection: { book: Book; sheet: Sheet | null };
  Workbook: Book;
  Worksheet: OnSheet;
  WorksheetCollection: Book;
  WorksheetFreezePanes: OnSheet;
  WorksheetProtection: OnSheet;
}
export type TypeName = keyof Targets;

/** An object of Excel's object model: its type, and what stands behind it. */
export class OfficeObject<K extends TypeName = TypeName> {
  constructor(
    readonly type: K,
    readonly target: Targets[K],
  ) {}
}

export const object = <K extends TypeName>(type: K, target: Targets[K]): OfficeObject<K> => new OfficeObject(type, target);

export interface Property<T> {
  get(target: T): unknown;
  set?(target: T, value: never): void;
}

/**
 * What is modelled of a type, under the names of the protocol (GetRange, Values). Everything else answers ApiNotFound.
 * An operand that is an object comes as its target; null from a method means that there is no such object.
 */
export interface OfficeType<T> {
  id?(target: T): string | number;
  /** A client may hold on to it by a reference. */
  referable?: true;
  properties?: Record<string, Property<T>>;
  /** Properties that lead to other objects. */
  objects?: Record<string, (target: T) => OfficeObject>;
  methods?: Record<string, (target: T, ...operands: never[]) => unknown>;
  items?(target: T): OfficeObject[];
  /** By key or id, as getItem takes it. */
  item?(target: T, key: never): OfficeObject | null;
}

/** A property that can only be read. */
export const readOnly = <T>(get: (target: T) => unknown): Property<T> => ({ get });

export const invalid = (what: string): OfficeError =>
  new OfficeError('InvalidArgument', `The argument is invalid or missing or has an incorrect format: ${what}`);

/** An item that must be there. */
export function required<T>(item: T | null | undefined): T {
  if (item === null || item === undefined) throw new OfficeError('ItemNotFound', "The requested resource doesn't exist.");
  return item;
}
