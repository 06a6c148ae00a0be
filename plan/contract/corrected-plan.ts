import type { Scalar } from '../expression/expression.js';
import { printingKey } from '../figure-key.js';
import { unitNamed } from '../messages/unit-name.js';
import { parseUnit } from '../number/unit.js';
import type { Claim, Figure, Plan, Printing } from '../plan.js';
import type { ReadCell } from '../xlsx/read-sheet.js';
import type { ReadWorkbook } from '../xlsx/read-workbook.js';
import { findBlock, type FoundBlock } from './read-block.js';
import { shownCode } from './shown-code.js';

/** A cell of a row as it stands, whatever it holds. */
type CellOf = (column: string) => ReadCell | undefined;

/**
 * The plan with the numbers that stand in the workbook in place of the printed ones: value, upper value, decimals, unit and
 * bound of figures; value, decimals and bound of claims. A number that is not there, is text, or has a unit Planbook does
 * not know is null. Of a copied row the uppermost counts, as for the workbook's formulas.
 */
export function correctedPlan(plan: Plan, workbook: ReadWorkbook): Plan {
  const rowOf = (id: string): ((key: string) => CellOf) => {
    const block: FoundBlock | null = findBlock(workbook, id);
    return (key) => (column) => block?.cell(key, column);
  };
  const [figureRow, claimRow] = [rowOf('fig'), rowOf('clm')];
  return {
    ...plan,
    figures: plan.figures.map((figure) => {
      const [first, ...others] = figure.printings;
      const printings: Figure['printings'] = [
        correctedPrinting(first, figureRow(printingKey(figure.key, 0))),
        ...others.map((printing, index) => correctedPrinting(printing, figureRow(printingKey(figure.key, index + 1)))),
      ];
      return { ...figure, printings };
    }),
    claims: plan.claims.map((claim) => correctedClaim(claim, claimRow(claim.key))),
  };
}

function correctedPrinting(printing: Printing, at: CellOf): Printing {
  const unit = unitIn(at('unit'));
  const value = unit === null ? null : numberIn(at('value'));
  const { below } = printing;
  return {
    ...printing,
    value,
    high: printing.bound === 'range' ? numberIn(at('high_value')) : printing.high,
    unit: unit ?? printing.unit,
    decimals: numberIn(at('decimals')) ?? printing.decimals,
    bound: shownCode('bound', at('bound')?.value) ?? printing.bound,
    // 20多家 stops 10 short of the next round number wherever it is moved to, as its formula has it.
    below: below === null || value === null || printing.value === null ? null : below + value - printing.value,
  };
}

const correctedClaim = (claim: Claim, at: CellOf): Claim => ({
  ...claim,
  value: numberIn(at('value')),
  decimals: numberIn(at('decimals')) ?? claim.decimals,
  bound: shownCode('bound', at('bound')?.value) ?? claim.bound,
});

const numberIn = (cell: ReadCell | undefined): number | null => (typeof cell?.value === 'number' ? cell.value : null);

function unitIn(cell: ReadCell | undefined): string | null {
  const shown: Scalar = cell?.value ?? null;
  if (typeof shown !== 'string') return null;
  const unit = unitNamed(shown);
  return parseUnit(unit) ? unit : null;
}
