import type { WorkbookFinding } from './checks/workbook/workbook-rule.js';
import { WORKBOOK_RULES } from './checks/workbook/workbook-rules.js';
import { OPERAND_BLOCK } from './checks/quantity.js';
import { type Change, NUMBER_TABLES, partsOfCellKey } from './contract/change.js';
import { correctionsIn } from './contract/corrections.js';
import { findBlock, type FoundBlock } from './contract/read-block.js';
import type { Contract } from './contract/read-contract.js';
import { returnedPlan } from './contract/returned-plan.js';
import { type ShownCode, shownCode } from './contract/shown-code.js';
import { StandingValues } from './contract/standing-values.js';
import { partsOfKey } from './figure-key.js';
import { type Language, message } from './messages/message.js';
import type { Plan } from './plan.js';
import { checksOf } from './report/checks-of.js';
import { type Finding, findingsOf } from './report/findings.js';
import { cellKey } from './workbook/block.js';
import type { ReadWorkbook } from './xlsx/read-workbook.js';

/** What a reader of the workbook has made of a finding. */
interface Disposition {
  /** Null where what stands there is none of the list's. */
  choice: ShownCode<'disposition'> | null;
  /** As it stands in the cell. */
  text: string | null;
  reason: string | null;
}

/** A finding with the cells it is about, where they stand now. */
export interface LocatedFinding extends Omit<Finding, 'args'> {
  /** A check's numbers, or the changes a workbook rule is about. */
  args: Finding['args'] | { changes: readonly Change[] };
  cells: string[];
  disposition: Disposition | null;
}

/** Everything that is to be said of a returned workbook. */
export interface WorkbookReport {
  plan: string;
  title: string;
  /** The plan as it stands, for rules between plans. */
  standing: Plan;
  /** The workbook's. */
  language: Language;
  /** Planbook's version that made it. */
  version: string;
  /** The rules about the plan as it stands, then those about the workbook; passes too. */
  findings: LocatedFinding[];
  changes: readonly Change[];
}

/**
 * Checks a workbook as it stands: the plan's rules on the numbers that stand in it, then the workbook's own. What the command
 * line prints and the task pane shows. Null where the workbook is not Planbook's; throws UnreadableWorkbook where it is and
 * cannot be read.
 */
export function checkWorkbook(workbook: ReadWorkbook, language: Language, version: string): WorkbookReport | null {
  const returned = returnedPlan(workbook);
  if (!returned) return null;
  const { generated, contract, changes, entries } = returned;
  const findings = findingsOf(generated, language, version, { entries: entries.cells, corrections: correctionsIn(workbook, returned) });
  const checks = checksOf(generated);
  const placeOf = places(workbook);
  const reading = { workbook, contract, changes, values: new StandingValues(workbook), language };
  return {
    plan: contract.plan,
    title: generated.record.title[language],
    standing: returned.plan,
    language: contract.language,
    version: contract.version,
    findings: [
      ...findings.map((finding, index): LocatedFinding => {
        const { key = '', operands = [] } = checks[index] ?? {};
        const cells = operands.flatMap((operand) => placeOf(OPERAND_BLOCK[operand.kind], operand.key, 'value') ?? []);
        const own = placeOf('chk', key, 'outcome');
        return { ...finding, cells: cells.length > 0 || own === null ? cells : [own], disposition: dispositionOf(entries.cells, key) };
      }),
      ...WORKBOOK_RULES.flatMap((rule) =>
        rule.find(reading).map((found): LocatedFinding => ({
          plan: contract.plan,
          code: rule.code,
          outcome: found.outcome,
          level: rule.level,
          ...subjectOf(generated, contract, found),
          message: `${message(language, `rule.${rule.code}` as Parameters<typeof message>[1])}${language === 'zh' ? '：' : ': '}${found.message}`,
          args: { changes: found.changes },
          cells: found.cells,
          disposition: null,
        })),
      ),
    ],
    changes,
  };
}

/** Finds each table once. */
function places(workbook: ReadWorkbook): (table: string, row: string, column: string) => string | null {
  const blocks = new Map<string, FoundBlock | null>();
  return (table, row, column) => {
    if (!blocks.has(table)) blocks.set(table, findBlock(workbook, table));
    return blocks.get(table)?.address(row, column) ?? null;
  };
}

function dispositionOf(entries: ReadonlyMap<string, string | number | boolean>, check: string): Disposition | null {
  const [text, reason] = ['disposition', 'reason'].map((column) => entries.get(cellKey('chk', check, column))?.toString() ?? null);
  return text == null && reason == null ? null : { choice: shownCode('disposition', text), text: text ?? null, reason: reason ?? null };
}

/** The figure or claim a finding is about, where it is about one alone. */
function subjectOf({ claims }: Plan, { rows }: Contract, { changes }: WorkbookFinding): Pick<Finding, 'indicator' | 'scope' | 'year'> {
  const keys = new Set(changes.map(({ key }) => key.slice(0, key.lastIndexOf('/'))));
  const { block = '', row = '' } = keys.size === 1 && changes[0] ? partsOfCellKey(changes[0].key) : {};
  const generated = rows.get(`${block}/${row}`);
  if (!generated || !NUMBER_TABLES.includes(block)) return { indicator: null, scope: null, year: null };
  const claim = claims.find(({ key }) => key === row);
  if (claim) return { indicator: claim.indicator.id, scope: claim.scope, year: claim.toYear };
  const year = generated.cells['year'];
  return { ...partsOfKey(row), year: typeof year === 'number' ? year : null };
}
