import {
  byKey,
  call,
  cell,
  divide,
  equal,
  type Expr,
  greater,
  greaterOrEqual,
  less,
  lessOrEqual,
  present,
  subtract,
  unequal,
  when,
} from '../expression/expression.js';
import { compoundRate } from '../formulas/pace.js';
import { progressStatus, type ProgressWords } from '../formulas/progress.js';
import type { IndicatorRow } from '../indicators/indicator-rows.js';
import type { MessageCode } from '../messages/message.js';
import type { Content } from '../workbook/block.js';
import { allReported, hasReached, type MonitoringRow, totalSoFar } from './monitoring-cells.js';
import { type PlanDoc, say } from './plan-doc.js';

/** Progress status (design 6): none for ranks, nor where the target lies within the rounding of the baseline. Met is met, whatever else is missing. */
export function progressCell({ row }: MonitoringRow, words: ProgressWords): Content {
  const [actual, base, goal, baseYear, goalYear] = [cell('actual'), cell('base'), cell('goal'), cell('base_year'), cell('goal_year')];
  switch (row.type) {
    case 'rank':
    case 'none':
      return null;
    case 'maintain': {
      const all = equal(call('ROUND', subtract(cell('attainment'), 100), 9), 0);
      return when(present(cell('attainment')), when(all, words.onTrack, words.farBehind), '');
    }
    case 'cumulative': {
      const expected = cell('expected');
      const due = when(present(expected), when(greater(expected, 0), progressStatus(divide(totalSoFar(), expected), words), ''), '');
      return when(present(actual, goal), when(allReported(), when(hasReached(row, totalSoFar(), goal), words.met, due), ''), '');
    }
    case 'ratio': {
      const share = divide(divide(subtract(actual, base), subtract(goal, base)), divide(subtract(cell('year'), baseYear), subtract(goalYear, baseYear)));
      return measured(row, words, progressStatus(share, words), inOrder());
    }
    case 'level':
    case 'growth':
    case 'multiple': {
      const pace = divide(compoundRate(base, actual, subtract(cell('year'), baseYear)), compoundRate(base, goal, subtract(goalYear, baseYear)));
      return measured(row, words, progressStatus(pace, words), call('AND', greater(base, 0), greaterOrEqual(actual, 0), greater(goal, 0), inOrder()));
    }
  }
}

const inOrder = (): Expr => call('AND', greater(cell('year'), cell('base_year')), greater(cell('goal_year'), cell('base_year')));

/** The target is no more than rounding away from the baseline. */
function withinRounding(): Expr {
  const half = byKey('ind_half', cell('ind_key'), 'ind_key');
  const distance = call('ABS', subtract(cell('goal'), cell('base')));
  return when(present(cell('base'), half), lessOrEqual(call('ROUND', subtract(distance, half), 9), 0), false);
}

/** The target lies on the better side of the baseline; on the other side, going its way is no progress. */
const rightWay = (row: IndicatorRow): Expr => (row.indicator.better === 'higher' ? greater(cell('goal'), cell('base')) : less(cell('goal'), cell('base')));

function measured(row: IndicatorRow, words: ProgressWords, status: Expr, possible: Expr): Expr {
  const [actual, base, goal] = [cell('actual'), cell('base'), cell('goal')];
  const complete = present(base, cell('base_year'), cell('goal_year'));
  const due = when(complete, when(rightWay(row), when(possible, status, ''), ''), '');
  return when(present(actual, goal), when(withinRounding(), '', when(hasReached(row, actual, goal), words.met, due)), '');
}

/** Why an actual value has no status. */
export function noStatusReason(doc: PlanDoc, { row }: MonitoringRow): Content {
  const because = (code: MessageCode): string => say(doc, code);
  if (row.type === 'rank') return when(present(cell('actual')), because('reason.rank'), '');
  const known = unequal(cell('progress'), '');
  const cause =
    row.type === 'cumulative' || row.type === 'maintain'
      ? when(present(cell('goal')), because('reason.gap'), because('reason.no-target'))
      : when(
          present(cell('goal')),
          when(
            present(cell('base')),
            when(
              withinRounding(),
              because('reason.within-rounding'),
              when(
                present(cell('base_year')),
                when(
                  present(cell('goal_year')),
                  when(
                    rightWay(row),
                    when(greater(cell('base'), 0), because('reason.target-not-positive'), because('reason.not-positive')),
                    because('reason.wrong-way'),
                  ),
                  because('reason.no-target-year'),
                ),
                because('reason.no-baseline-year'),
              ),
            ),
            because('reason.no-baseline'),
          ),
          because('reason.no-target'),
        );
  return when(present(cell('actual')), when(known, '', cause), '');
}
