import { coldLines, measureCold } from './cold.js';
import { comparisonLines, measureComparisons, ONE_COMPARISON, oneComparison } from './comparison.js';
import { documentLines, measureDocuments } from './documents.js';
import { generateLines, measureGenerate } from './generate.js';
import { growthLines, measureGrowth, ONE_GROWTH, oneGrowth } from './growth.js';
import { measureMemory, memoryLines, ONE_MEMORY, oneMemory } from './memory.js';
import { measurePane, paneLines } from './pane.js';
import { measureRules, ruleLines } from './rules.js';
import { measureWorkbooks, workbookLines } from './workbook.js';

const part =
  <T>(measure: () => T | Promise<T>, linesOf: (result: T) => string[]) =>
  async (): Promise<{ result: T; lines: string[] }> => {
    const result = await measure();
    return { result, lines: linesOf(result) };
  };

/** What can be measured, by the name under which it is asked for and told. */
const PARTS = {
  workbook: part(measureWorkbooks, workbookLines),
  memory: part(measureMemory, memoryLines),
  growth: part(measureGrowth, growthLines),
  generate: part(measureGenerate, generateLines),
  cold: part(measureCold, coldLines),
  documents: part(measureDocuments, documentLines),
  comparison: part(measureComparisons, comparisonLines),
  rules: part(measureRules, ruleLines),
  pane: part(measurePane, paneLines),
};

/** What runs in a process of its own, by the argument that asks for it. */
const CHILDREN: Record<string, (argument: string) => unknown> = {
  [ONE_MEMORY]: oneMemory,
  [ONE_GROWTH]: (plans) => oneGrowth(Number(plans)),
  [ONE_COMPARISON]: (plans) => oneComparison(Number(plans)),
};

/** `npm run bench -- [PART ...] [--json]`: all parts or those named, as lines or as one object. Medians in ms and MB. */
async function run([first = '', second = '', ...rest]: readonly string[]): Promise<void> {
  const child = CHILDREN[first];
  if (child) {
    console.log(JSON.stringify(await child(second)));
    return;
  }
  const asked = [first, second, ...rest].filter((word) => word !== '' && word !== '--json');
  const unknown = asked.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) throw new Error(`no part ${unknown}; choose among ${Object.keys(PARTS).join(', ')}`);
  const results: Record<string, unknown> = {};
  const lines: string[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const told = await measure();
    results[name] = told.result;
    lines.push(...told.lines);
  }
  console.log([first, second, ...rest].includes('--json') ? JSON.stringify(results, null, 2) : lines.join('\n'));
}

void run(process.argv.slice(2));
