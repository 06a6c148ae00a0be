import { figureEdited } from './checks/workbook/figure-edited.js';
import { rowRemoved } from './checks/workbook/row-removed.js';
import { changeText } from './checks/workbook/change-text.js';
import type { WorkbookRule } from './checks/workbook/workbook-rule.js';
import type { LocatedFinding } from './check-workbook.js';
import { type ComparisonContract, figuresChanged, figuresMade } from './compare/contract.js';
import type { Change } from './contract/change.js';
import { findBlock, type FoundBlock } from './contract/read-block.js';
import { shownCode } from './contract/shown-code.js';
import type { Scalar } from './expression/expression.js';
import { partsOfKey } from './figure-key.js';
import { type Language, message } from './messages/message.js';
import { unitNamed } from './messages/unit-name.js';
import { parsePrinted } from './number/parse-printed.js';
import { cellKey } from './workbook/block.js';
import { UnreadableWorkbook } from './xlsx/limits.js';
import type { ReadWorkbook } from './xlsx/read-workbook.js';

/** Stands for the plan where a finding is about a comparison as a whole. */
export const COMPARISON = 'comparison';

/**
 * Checks the figures of a comparison workbook as it stands: are they the ones it was made with? The contract tells whether any is not;
 * which, the printed text beside each tells (what a plan's own workbook had corrected before it was compared is then told, too). The plans' own checks need their claims and are made in their own workbooks. Throws
 * UnreadableWorkbook where the table of figures can no longer be found.
 */
export function checkComparison(workbook: ReadWorkbook, contract: ComparisonContract, language: Language): LocatedFinding[] {
  const block = findBlock(workbook, 'fig');
  if (!block) throw new UnreadableWorkbook('unreadable.figures-lost', { names: 'fig_key' });
  const [made, found] = [figuresMade(contract), block.rows.size];
  const say = about(language);
  if (figuresChanged(workbook, contract) === false) return [say(figureEdited, 'pass', message(language, 'comparison.fine', { count: made }))];
  const edited = [...block.rows.keys()].flatMap((key) => editedFigure(block, key, language, say));
  const removed = made === found ? [] : [say(rowRemoved, 'fail', message(language, 'comparison.rows', { made, found }))];
  const unlocated = say(figureEdited, 'fail', message(language, 'comparison.unlocated'));
  return edited.length + removed.length > 0 ? [...removed, ...edited] : [unlocated];
}

type Say = (rule: WorkbookRule, outcome: LocatedFinding['outcome'], text: string, of?: Partial<LocatedFinding>) => LocatedFinding;

const about =
  (language: Language): Say =>
  ({ code, level }, outcome, text, of = {}) => ({
    ...{ plan: COMPARISON, code, outcome, level, indicator: null, scope: null, year: null },
    message: `${message(language, `rule.${code}` as Parameters<typeof message>[1])}${language === 'zh' ? '：' : ': '}${text}`,
    ...{ args: { changes: [] }, cells: [], disposition: null },
    ...of,
  });

/** A figure whose number is not what its print says, all of its cells in one finding. */
function editedFigure(block: FoundBlock, key: string, language: Language, say: Say): LocatedFinding[] {
  const at = (column: string): Scalar => block.cell(key, column)?.value ?? null;
  const printed = String(at('printed') ?? '');
  const number = parsePrinted(printed) ?? parsePrinted(printed, unitNamed(String(at('unit') ?? '')));
  if (!number) return [];
  const expected: [column: string, from: Scalar, to: Scalar][] = [
    ['value', number.value, at('value')],
    ['high_value', number.high, at('high_value')],
    ['decimals', number.decimals, at('decimals')],
    [
      'bound',
      message(language, `bound.${number.bound}`),
      shownCode('bound', at('bound')) === number.bound ? message(language, `bound.${number.bound}`) : at('bound'),
    ],
  ];
  const wrong = expected.filter(([, from, to]) => from !== (to === '' ? null : to));
  if (wrong.length === 0) return [];
  const words = ['place', 'indicator', 'scope', 'year', 'printed'].map(at).filter((word) => word !== null);
  const changes = wrong.map(([column, from, to]): Change => ({
    ...{ kind: 'edited', key: cellKey('fig', key, column), cell: block.address(key, column) },
    ...{ about: words.join(' '), header: block.header(column), from, to },
  }));
  const plan = key.slice(0, key.indexOf('|'));
  const year = at('year');
  const of = { plan, ...partsOfKey(key.slice(plan.length + 1)), year: typeof year === 'number' ? year : null };
  const told = changes.map((change) => changeText(language, change)).join(language === 'zh' ? '；' : '; ');
  return [say(figureEdited, 'fail', told, { ...of, args: { changes }, cells: changes.flatMap(({ cell }) => cell ?? []) })];
}
