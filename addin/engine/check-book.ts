import { checkComparison, COMPARISON } from '../../plan/check-comparison.js';
import { checkWorkbook, type LocatedFinding } from '../../plan/check-workbook.js';
import type { ComparisonContract } from '../../plan/compare/contract.js';
import { findBlock } from '../../plan/contract/read-block.js';
import type { ReturnedPlan } from '../../plan/contract/returned-plan.js';
import { isMessageCode, type Language, message } from '../../plan/messages/message.js';
import { unitName } from '../../plan/messages/unit-name.js';
import { significant } from '../../plan/number/significant.js';
import { ruleName } from '../../plan/report/rule-name.js';
import { checksOf } from '../../plan/report/checks-of.js';
import { scopeName } from '../../plan/sheets/plan-doc.js';
import type { ReadWorkbook } from '../../plan/xlsx/read-workbook.js';
import type { Checked, PlanHead, ShownFinding } from './shown.js';

/** What `planbook check` says of the workbook as it stands, in the reader's language, worst first. */
export function checkBook(workbook: ReadWorkbook, returned: ReturnedPlan, language: Language, version: string): Checked {
  const findings = checkWorkbook(workbook, language, version)?.findings ?? [];
  const checks = checksOf(returned.generated);
  const block = findBlock(workbook, 'chk');
  const shown = findings.map((finding, index): ShownFinding => {
    // The plan's checks come first, in the order of their rows; findings about the workbook have none.
    const key = checks[index]?.key;
    const id = key ?? `${finding.code}|${finding.cells[0] ?? String(index)}`;
    return {
      ...showFinding(finding, aboutIn(returned, finding, language), language),
      id,
      row: key === undefined ? null : (block?.address(key, 'outcome') ?? null),
    };
  });
  return { findings: shown.sort((a, b) => weight(a) - weight(b)) };
}

/** What `planbook check` says of a comparison's figures. */
export function checkComparedBook(workbook: ReadWorkbook, contract: ComparisonContract, language: Language): Checked {
  const findings = checkComparison(workbook, contract, language).map((finding): ShownFinding => {
    const about = finding.plan === COMPARISON ? '' : finding.plan;
    return { ...showFinding(finding, about, language), id: `${finding.code}|${finding.cells[0] ?? ''}`, row: null };
  });
  return { findings };
}

export const headOf = ({ contract, plan: { record }, language: own }: ReturnedPlan, language: Language): PlanHead => ({
  id: record.id,
  title: record.title[language],
  place: record.place[language],
  language: own,
  version: contract.version,
});

/** Indicator, scope and year that a finding is about. */
function aboutIn({ plan }: ReturnedPlan, { indicator, scope, year }: LocatedFinding, language: Language): string {
  const scopeShown = scope === null ? '' : scopeName({ plan, language, version: '' }, scope);
  const about = indicator === null ? [] : [plan.indicators.get(indicator)?.[language] ?? indicator, scopeShown, String(year ?? '')];
  return about.filter((part) => part !== '').join(' · ');
}

function showFinding(finding: LocatedFinding, about: string, language: Language): Omit<ShownFinding, 'id' | 'row'> {
  const { args, code, outcome, level, cells, disposition } = finding;
  const asks = `asks.${code}`;
  return {
    code,
    rule: message(language, ruleName(code)),
    outcome,
    level,
    about,
    message: finding.message,
    numbers: 'changes' in args ? [] : numbersOf(args, language),
    cells: [...new Set(cells)],
    asks: isMessageCode(asks) ? message(language, asks) : null,
    disposition: disposition && [disposition.text, disposition.reason].filter((part) => part !== null).join(' · '),
  };
}

type Numbers = Exclude<LocatedFinding['args'], { changes: unknown }>;

function numbersOf({ printed, face, low, high, requiredLow, requiredHigh, gap, unit }: Numbers, language: Language): [string, string][] {
  const shownUnit = unit === '' ? '' : ` ${unitName(language, unit)}`;
  const number = (value: number | null): string => (value === null ? '' : `${String(significant(value, 6))}${shownUnit}`);
  const rows: [string, string][] = [
    [message(language, 'column.statement'), printed ?? ''],
    [message(language, 'column.face'), number(face)],
    [message(language, 'column.computed_low'), number(low)],
    [message(language, 'column.computed_high'), number(high)],
    [message(language, 'column.required_low'), number(requiredLow)],
    [message(language, 'column.required_high'), number(requiredHigh)],
    [message(language, 'column.gap'), gap === 0 ? '' : number(gap)],
  ];
  return rows.filter(([, shown]) => shown !== '');
}

const weight = ({ outcome, level }: ShownFinding): number => (outcome === 'fail' ? { error: 0, warning: 1, info: 2 }[level] : outcome === 'undecided' ? 3 : 4);
