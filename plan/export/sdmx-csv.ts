import { toCsv } from '../csv.js';
import type { Figure, Plan } from '../plan.js';

/** The dataflow that the rows belong to: agency, id and version, as SDMX names a structure. */
const DATAFLOW = 'PLANBOOK:PLAN_FIGURES(1.0.0)';

/** What SDMX-CSV asks for, then dimensions, the measure and attributes of PLAN_FIGURES. */
export const SDMX_HEADER = [
  ...['STRUCTURE', 'STRUCTURE_ID', 'ACTION'],
  ...['FREQ', 'PLAN', 'REF_AREA', 'INDICATOR', 'SCOPE', 'ROLE', 'TIME_PERIOD'],
  'OBS_VALUE',
  ...['OBS_VALUE_HIGH', 'UNIT_MEASURE', 'BOUND', 'OBS_STATUS', 'PRINTED', 'LOCATORS'],
] as const;

/** Codes of SDMX's own lists: not applicable, and the total of a dimension (CL_AREA, cross-domain code lists). */
const NOT_APPLICABLE = '_Z';
const TOTAL = '_T';

export interface SdmxExport {
  csv: string;
  /** How many figures have no year and so no place in a time series: they are in the other exports. */
  withoutYear: number;
}

/**
 * Figures as SDMX-CSV 2.1 (the CSV format of SDMX 3.1): each row names its structure and its action (I, information). An
 * accumulation's TIME_PERIOD is the ISO 8601 range SDMX allows, 2021-01-01/P5Y. OBS_STATUS is E for what the document
 * calls an estimate, F for what it aims at, A otherwise (CL_OBS_STATUS). No byte order mark: readers look for STRUCTURE first.
 */
export function sdmxCsv(plans: readonly Plan[]): SdmxExport {
  const rows: (string | number | null)[][] = [];
  let withoutYear = 0;
  for (const { record, figures } of plans) {
    for (const figure of figures) {
      const period = timePeriod(figure);
      if (period === null) {
        withoutYear += 1;
        continue;
      }
      const [{ value, high, unit, bound, printed }] = figure.printings;
      rows.push([
        ...['dataflow', DATAFLOW, 'I'],
        ...['A', record.id, record.place.code ?? NOT_APPLICABLE, figure.indicator.id, figure.scope ?? TOTAL, figure.role, period],
        value,
        ...[high, unit, bound, statusOf(figure), printed, [...new Set(figure.printings.map(({ at }) => at))].join('|')],
      ]);
    }
  }
  return { csv: toCsv(SDMX_HEADER, rows).replace(/^\uFEFF/u, ''), withoutYear };
}

const timePeriod = ({ year, fromYear }: Figure): string | null =>
  year === null ? null : fromYear === null ? String(year) : `${fromYear}-01-01/P${year - fromYear + 1}Y`;

const statusOf = ({ role, printings }: Figure): string =>
  printings.some(({ estimated }) => estimated) ? 'E' : role === 'target' || role === 'vision' ? 'F' : 'A';
