import { addinInternalService } from './internal-service.js';
import { chartAxes, chartAxis, chartAxisTitle, chartFont, chartLegend, chartTextFormat, chartTitle } from './chart-elements.js';
import { chartFill, chartSeries, chartSeriesCollection, chartSeriesFormat } from './chart-series.js';
import { chart, charts } from './charts.js';
import {
  conditionalFormat,
  conditionalFormatRule,
  conditionalFormats,
  conditionalRangeFill,
  conditionalRangeFont,
  conditionalRangeFormat,
  customConditionalFormat,
} from './conditional-formats.js';
import { customXmlPart, customXmlParts, scopedCustomXmlParts } from './custom-xml.js';
import { namedItem, namedItems } from './names.js';
import { OfficeError } from './office-error.js';
import { OfficeObject, type OfficeType, type Targets, type TypeName } from './office-type.js';
import { headerFooter, headerFooterGroup, pageBreak, pageBreaks, pageLayout } from './page-layout.js';
import { range } from './range.js';
import { formatProtection, rangeFill, rangeFont, rangeFormat } from './range-format.js';
import { rangeBorder, rangeBorders } from './range-borders.js';
import { setting, settings } from './settings.js';
import { table, tables } from './tables.js';
import { application, workbook } from './workbook.js';
import { worksheetProtection } from './worksheet-protection.js';
import { freezePanes, worksheet, worksheets } from './worksheets.js';

/** Everything that is modelled of Excel's object model. */
const MODEL: { [K in TypeName]: OfficeType<Targets[K]> } = {
  AddinInternalService: addinInternalService,
  Application: application,
  Chart: chart,
  ChartAxes: chartAxes,
  ChartAxis: chartAxis,
  ChartAxisTitle: chartAxisTitle,
  ChartCollection: charts,
  ChartFill: chartFill,
  ChartFont: chartFont,
  ChartLegend: chartLegend,
  ChartSeries: chartSeries,
  ChartSeriesCollection: chartSeriesCollection,
  ChartSeriesFormat: chartSeriesFormat,
  ChartTextFormat: chartTextFormat,
  ChartTitle: chartTitle,
  ConditionalFormat: conditionalFormat,
  ConditionalFormatCollection: conditionalFormats,
  ConditionalFormatRule: conditionalFormatRule,
  ConditionalRangeFill: conditionalRangeFill,
  ConditionalRangeFont: conditionalRangeFont,
  ConditionalRangeFormat: conditionalRangeFormat,
  CustomConditionalFormat: customConditionalFormat,
  CustomXmlPart: customXmlPart,
  CustomXmlPartCollection: customXmlParts,
  CustomXmlPartScopedCollection: scopedCustomXmlParts,
  FormatProtection: formatProtection,
  HeaderFooter: headerFooter,
  HeaderFooterGroup: headerFooterGroup,
  NamedItem: namedItem,
  NamedItemCollection: namedItems,
  PageBreak: pageBreak,
  PageBreakCollection: pageBreaks,
  PageLayout: pageLayout,
  Range: range,
  RangeBorder: rangeBorder,
  RangeBorderCollection: rangeBorders,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeFormat: rangeFormat,
  Setting: setting,
  SettingCollection: settings,
  Table: table,
  TableCollection: tables,
  Workbook: workbook,
  Worksheet: worksheet,
  WorksheetCollection: worksheets,
  WorksheetFreezePanes: freezePanes,
  WorksheetProtection: worksheetProtection,
};

/** The member that a request asked for is not modelled (or newer than the Excel that is played). */
export const notFound = (type: string, member: string): OfficeError =>
  new OfficeError('ApiNotFound', `The API you are trying to use could not be found: ${type}.${member}`, `${type}.${member}`);

const typeOf = (of: OfficeObject): OfficeType<unknown> => MODEL[of.type] as OfficeType<unknown>;
/** No member by inheritance: `constructor` is none. */
const own = <V>(record: Record<string, V> | undefined, name: string): V | undefined => (record && Object.hasOwn(record, name) ? record[name] : undefined);

export const idOf = (of: OfficeObject): string | number | null => typeOf(of).id?.(of.target) ?? null;
export const isReferable = (of: OfficeObject): boolean => typeOf(of).referable ?? false;
export const scalarsOf = (of: OfficeObject): string[] => Object.keys(typeOf(of).properties ?? {});
export const itemsOf = (of: OfficeObject): OfficeObject[] | null => typeOf(of).items?.(of.target) ?? null;
export const isProperty = (of: OfficeObject, name: string): boolean => own(typeOf(of).properties, name) !== undefined;

export function readProperty(of: OfficeObject, name: string): unknown {
  const property = own(typeOf(of).properties, name);
  if (!property) throw notFound(of.type, name);
  return property.get(of.target);
}

export function writeProperty(of: OfficeObject, name: string, value: unknown): void {
  const property = own(typeOf(of).properties, name);
  if (!property?.set) throw notFound(of.type, name);
  property.set(of.target, value as never);
}

export function follow(of: OfficeObject, name: string): OfficeObject {
  const next = own(typeOf(of).objects, name);
  if (!next) throw notFound(of.type, name);
  return next(of.target);
}

/** An item by its key; null where there is none. */
export function itemOf(of: OfficeObject, key: unknown): OfficeObject | null {
  const type = typeOf(of);
  if (!type.item) throw notFound(of.type, 'getItem');
  return type.item(of.target, key as never);
}

export function callMethod(of: OfficeObject, name: string, operands: readonly unknown[]): unknown {
  const method = own(typeOf(of).methods, name);
  if (!method) throw notFound(of.type, name);
  const targets: unknown[] = operands.map((operand) => (operand instanceof OfficeObject ? (operand as OfficeObject).target : (operand ?? null)));
  return method(of.target, ...(targets as never[]));
}
