import { message, type MessageCode } from '../../messages/message.js';
import type { Plan } from '../../plan.js';
import { introBlock, linesBlock } from '../../sheets/intro-block.js';
import { say, scopeName } from '../../sheets/plan-doc.js';
import type { AnyBlock, Block, Sheet } from '../../workbook/block.js';
import { style } from '../../workbook/style.js';
import { indicatorName } from '../names.js';
import type { CheckedPlan, KeptFinding } from '../checked-plan.js';
import type { ComparisonDoc } from './comparison-doc.js';
import { sectionTitle } from '../../sheets/section.js';

/** What the checks say of each plan: counts, then whatever needs a reader. */
export const comparisonChecksSheet: Sheet<ComparisonDoc> = {
  id: 'checks',
  name: (language) => message(language, 'sheet.checks'),
  guarded: false,
  hidden: false,
  blocks: (doc) => {
    const title = (id: string, code: MessageCode): AnyBlock => sectionTitle(id, say(doc, code));
    const findings = findingsBlock(doc);
    const none = linesBlock('fnd_none', [{ key: 'none', look: 'text', text: say(doc, 'compare-checks.none') }]);
    return [
      introBlock(doc, 'checks', 'sheet.checks', 'compare-checks.intro'),
      title('sec_counts', 'compare-checks.counts'),
      countsBlock(doc),
      title('sec_findings', 'compare-checks.findings'),
      findings.rows.length > 0 ? findings : none,
    ];
  },
};

function countsBlock(doc: ComparisonDoc): Block<CheckedPlan> {
  const count = style('year');
  return {
    id: 'cnt',
    table: true,
    rows: doc.checked,
    rowKey: ({ plan }) => plan.record.id,
    columns: [
      { key: 'place', title: 'column.place', width: 36, style: style('label'), cell: ({ plan }) => plan.record.place[doc.language] },
      { key: 'fail', title: 'column.findings-fail', width: 34, style: count, cell: ({ fail }) => fail },
      { key: 'error', title: 'column.findings-error', width: 14, style: count, cell: ({ error }) => error },
      { key: 'undecided', title: 'column.findings-undecided', width: 38, style: count, cell: ({ undecided }) => undecided },
      { key: 'pass', title: 'column.findings-pass', width: 16, style: count, cell: ({ pass }) => pass },
      { key: 'plan', title: 'column.plan', width: 10, style: style('text'), cell: ({ plan }) => `${plan.record.firstYear}–${plan.record.lastYear}` },
      { key: 'key', title: 'column.plan-id', width: 26, style: style('key'), cell: ({ plan }) => plan.record.id },
    ],
  };
}

interface FindingRow {
  finding: KeptFinding;
  plan: Plan;
  /** Among the plan's, from 1. */
  number: number;
}

const keyOf = ({ finding, plan, number }: FindingRow): string => [plan.record.id, finding.code, number].join('|');

function findingsBlock(doc: ComparisonDoc): Block<FindingRow> {
  const { language } = doc;
  const text = style('text');
  const rows = doc.checked.flatMap(({ plan, findings }) => findings.map((finding, index): FindingRow => ({ finding, plan, number: index + 1 })));
  const scopeOf = ({ finding: { scope, indicator }, plan }: FindingRow): string | null =>
    indicator !== null ? scopeName({ plan, language, version: doc.version }, scope) : null;
  return {
    id: 'fnd',
    table: true,
    rows,
    rowKey: keyOf,
    columns: [
      { key: 'place', title: 'column.place', width: 36, style: style('label'), cell: ({ plan }) => plan.record.place[language] },
      { key: 'rule', title: 'column.rule', width: 34, style: text, cell: ({ finding: { code } }) => say(doc, `rule.${code}` as MessageCode) },
      { key: 'outcome', title: 'column.outcome', width: 14, style: style('progress'), cell: ({ finding: { outcome } }) => say(doc, `outcome.${outcome}`) },
      {
        key: 'indicator',
        title: 'column.indicator',
        width: 38,
        style: text,
        cell: ({ finding: { indicator } }) => (indicator === null ? null : indicatorName(language, doc.indicators, indicator)),
      },
      { key: 'scope', title: 'column.scope', width: 16, style: text, cell: scopeOf },
      { key: 'year', title: 'column.year', width: 10, style: style('year'), cell: ({ finding: { year } }) => year },
      {
        key: 'level',
        title: 'column.level',
        width: 10,
        style: text,
        cell: ({ finding: { level, outcome } }) => (outcome === 'fail' ? say(doc, `level.${level}`) : null),
      },
      { key: 'message', title: 'column.message', width: 60, style: style('wrap'), cell: ({ finding }) => finding.message },
      { key: 'plan', title: 'column.plan-id', width: 26, style: style('key'), cell: ({ finding: { plan } }) => plan },
      { key: 'key', title: 'column.key', width: 36, style: style('key'), cell: keyOf },
    ],
  };
}
