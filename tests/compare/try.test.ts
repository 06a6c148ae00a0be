import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { compare } from '../../plan/compare/compare.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import { findingsOf } from '../../plan/report/findings.js';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { plans } from '../seeds.js';
import { lintWorkbook } from '../readers/lint-workbook.js';
import { validationErrors } from '../readers/ooxml-validator.js';
test('x', async () => {
  for (const language of ['zh', 'en'] as const) {
    const laid = comparisonWorkbook(compare(plans()), plans(), plans().flatMap((p) => findingsOf(p, language, '0.0.0')), language, '0.0.0');
    const bytes = await writeWorkbook(laid);
    writeFileSync(`/tmp/cmp-out/comparison.${language}.xlsx`, bytes);
    console.log(lintWorkbook(bytes).join('\n'));
    console.log(await validationErrors(`/tmp/cmp-out/comparison.${language}.xlsx`));
  }
}, 60000);
