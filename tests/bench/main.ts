import { measureCold } from './cold.js';
import { comparisonLines, measureComparisons, ONE_COMPARISON, oneComparison } from './comparison.js';
import { measureDocuments } from './documents.js';
import { measureRules, ruleLines } from './rules.js';
import { measureWorkbooks } from './workbook.js';

/** `npm run bench`: what a workbook and a start cost, as lines; with --json as one object. All in ms, medians; sizes in bytes. */
async function run(): Promise<void> {
  const one = process.argv.indexOf(ONE_COMPARISON);
  if (one > 0) {
    console.log(JSON.stringify(oneComparison(Number(process.argv[one + 1]))));
    return;
  }
  const json = process.argv.includes('--json');
  const workbook = await measureWorkbooks();
  const cold = measureCold();
  const documents = measureDocuments();
  const rules = measureRules();
  const comparison = measureComparisons();
  if (json) {
    console.log(JSON.stringify({ workbook, cold, documents, rules, comparison }, null, 2));
    return;
  }
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  console.log(
    [
      'A workbook, parsed plan to bytes (median over rounds of all plans in both languages)',
      `  planbook ${ms(workbook.planbook)} (layout ${ms(workbook.layout)}, writing ${ms(workbook.planbook - workbook.layout)})`,
      `  exceljs ${ms(workbook.exceljs)}, the same layout written by stock exceljs`,
      `  floor ${ms(workbook.floor)}, deflating the same parts`,
      `  ratio ${workbook.ratio.toFixed(2)} of exceljs (writing alone ${workbook.writing.toFixed(2)}); bytes ${workbook.bytes.planbook} (${workbook.bytes.charts} of them charts) against ${workbook.bytes.exceljs} (without)`,
      'All plans from the command line, cold',
      `  bundled ${ms(cold.bundled)}, unbundled ${ms(cold.unbundled)}`,
      'Documents read into drafts, from the command line',
      `  of 30 kB: ${documents.each.map(({ documents: count, ms: time }) => `${ms(time)} each of ${count}`).join(', ')}`,
      `  in one: ${documents.long.map(({ kB, ms: time }) => `${time.toFixed(2)} ms a kB of ${kB}`).join(', ')}`,
      ...ruleLines(rules),
      ...comparisonLines(comparison),
    ].join('\n'),
  );
}

void run();
