import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { CLAIMS_FILE, csvwDescriptor, DESCRIPTOR_FILE, FIGURES_FILE } from '../../plan/export/csvw.js';
import { exportClaims, exportFigures } from '../../plan/export/figures.js';
import { sdmxCsv } from '../../plan/export/sdmx-csv.js';
import { CLAIM_COLUMNS, FIGURE_COLUMNS, tidyCsv } from '../../plan/export/tidy-csv.js';
import type { Plan } from '../../plan/plan.js';
import { formatFault } from '../../plan/record/fault.js';
import { loadRecords } from './load-records.js';
import { EXIT, type Output } from './output.js';
import { reasonOf, writeFileWhole } from './write-file.js';

export interface ExportOptions {
  claims: boolean;
  /** CSV in place of JSON. */
  csv: boolean;
  sdmx: boolean;
  /** A folder for both tables and their description; without it, CSV is printed. */
  out?: string | undefined;
  catalogue?: string | undefined;
}

/** `planbook export`: all figures or all claims of the records, as JSON, as tidy CSV with its CSVW description, or as SDMX-CSV. */
export function exportRecords(inputs: readonly string[], options: ExportOptions, output: Output): number {
  const { plans: loaded, faults } = loadRecords(inputs, options.catalogue);
  const plans = loaded.map(({ plan }) => plan);
  output.complain(faults.map(formatFault));
  const code = faults.length > 0 ? EXIT.unusable : EXIT.fine;
  if (options.out !== undefined) return Math.max(code, writeTables(plans, options.out, output));
  if (options.sdmx) {
    const { csv, withoutYear } = sdmxCsv(plans);
    if (withoutYear > 0) output.complain([`note: ${withoutYear} figures have no year and no place in SDMX's time; they are in --csv and --json`]);
    output.print(lineEnded(csv));
  } else if (options.csv) output.print(lineEnded(options.claims ? claimsCsv(plans) : figuresCsv(plans)));
  else
    output.print(
      JSON.stringify(
        plans.flatMap((plan): object[] => (options.claims ? exportClaims(plan) : exportFigures(plan))),
        null,
        2,
      ),
    );
  return code;
}

const figuresCsv = (plans: readonly Plan[]): string => tidyCsv(FIGURE_COLUMNS, plans.flatMap(exportFigures));
const claimsCsv = (plans: readonly Plan[]): string => tidyCsv(CLAIM_COLUMNS, plans.flatMap(exportClaims));

/** Printing ends the last line itself. */
const lineEnded = (csv: string): string => csv.replace(/\r\n$/u, '\r');

/** Figures, claims and what describes them, side by side: the description names the two files. */
function writeTables(plans: readonly Plan[], folder: string, output: Output): number {
  const files: [string, string][] = [
    [FIGURES_FILE, figuresCsv(plans)],
    [CLAIMS_FILE, claimsCsv(plans)],
    [DESCRIPTOR_FILE, `${JSON.stringify(csvwDescriptor(), null, 2)}\n`],
  ];
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileWhole(path.join(folder, name), Buffer.from(text, 'utf8'));
  } catch (error) {
    output.complain([`${folder}: cannot be written to (${reasonOf(error)}); name another folder with --out`]);
    return EXIT.unusable;
  }
  output.print(files.map(([name]) => path.join(folder, name)).join('\n'));
  return EXIT.fine;
}
