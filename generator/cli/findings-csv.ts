import { toCsv } from '../../plan/csv.js';
import type { Checked } from './checked.js';

const HEADER = ['file', 'plan', 'code', 'outcome', 'level', 'indicator', 'scope', 'year', 'message', 'cells', 'disposition', 'reason'];

/** All findings as CSV, one a row, codes as in JSON. */
export const findingsCsv = (checked: readonly Checked[]): string =>
  toCsv(
    HEADER,
    checked.flatMap(({ file, findings }) =>
      findings.map((finding) => {
        const { plan, code, outcome, level, indicator, scope, year } = finding;
        const located = 'cells' in finding ? finding : null;
        return [
          file,
          plan,
          code,
          outcome,
          level,
          indicator,
          scope,
          year,
          finding.message,
          located?.cells.join('; '),
          located?.disposition?.text,
          located?.disposition?.reason,
        ];
      }),
    ),
  ).replace(/\n$/u, ''); // printing ends the last line
