import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { planWorkbook } from '../../plan/plan-workbook.js';
import { planOf, recordOf } from '../checks/made-plan.js';

/** A made plan: growth of 50 % in the past that holds, a doubling that holds, districts that add up, a figure printed twice. */
export const RETURNED = planOf(
  recordOf(
    [
      'amount 2015 10.0亿元 | amount 2020 15.0亿元 | amount 2025 24.2亿元 | growth: amount 2015-2020 增长50%',
      'count 2020 50家 | count 2025 100家以上 | count 2025 100家 | doubling: count 2020-2025 翻番 | top 2020 20多家',
      'count@east 2020 30家 | count@west 2020 20家 | sum: count 2020 50家 = east west',
    ].join(' | '),
  ),
);
export const TEST_VERSION = '0.0.0-test';

export const GENERATED: Uint8Array = await writeWorkbook(planWorkbook(RETURNED, 'zh', TEST_VERSION));
