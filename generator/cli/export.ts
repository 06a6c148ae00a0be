import { exportClaims, exportFigures } from '../../plan/export-figures.js';
import { formatFault } from '../../plan/record/fault.js';
import { loadRecords } from './load-records.js';
import { EXIT, type Output } from './output.js';

export interface ExportOptions {
  claims: boolean;
  catalogue?: string | undefined;
}

/** `planbook export --json`: all figures, or all claims, of the records as one JSON array. */
export function exportRecords(inputs: readonly string[], { claims, catalogue }: ExportOptions, output: Output): number {
  const { plans, faults } = loadRecords(inputs, catalogue);
  output.complain(faults.map(formatFault));
  const items = plans.flatMap(({ plan }): object[] => (claims ? exportClaims(plan) : exportFigures(plan)));
  output.print(JSON.stringify(items, null, 2));
  return faults.length > 0 ? EXIT.unusable : EXIT.fine;
}
