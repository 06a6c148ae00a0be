import { RULE_SOURCE } from '../checks/rule-source.js';
import { RULES } from '../checks/rules.js';
import type { MessageCode } from '../messages/message.js';
import { type PlanDoc, say } from '../sheets/plan-doc.js';
import type { AnyBlock, Block, Sheet } from '../workbook/block.js';
import { style } from '../workbook/style.js';
import { ruleName, ruleText } from './rule-name.js';
import { onNewPage, sectionTitle } from '../sheets/section.js';

/** A sheet that ends with what each rule of the checks asks: sheets know no checks, so that it is put together here. */
export const withRules = (sheet: Sheet<PlanDoc>): Sheet<PlanDoc> => ({
  ...sheet,
  blocks: (doc): AnyBlock[] => [...sheet.blocks(doc), ...onNewPage([sectionTitle('rul_title', say(doc, 'definitions.rules')), rulesBlock(doc)])],
});

function rulesBlock(doc: PlanDoc): Block<string> {
  return {
    id: 'rul',
    table: true,
    rows: RULES.map(({ code }) => code),
    rowKey: (code) => code,
    columns: [
      { key: 'name', title: 'column.rule', width: 34, style: style('label'), cell: (code) => say(doc, ruleName(code)) },
      { key: 'key', title: 'column.rule_code', width: 27, style: style('text'), cell: (code) => code },
      { key: 'asks', title: 'column.rule_asks', width: 56, style: style('wrap'), cell: (code) => `${say(doc, ruleText(code))}${methodOf(doc, code)}` },
    ],
  };
}

/** Where a rule's method comes from, as a sentence of its own. */
function methodOf(doc: PlanDoc, code: string): string {
  const source = `source.${(RULE_SOURCE as Record<string, string>)[code] ?? 'planbook'}` as MessageCode;
  return `${doc.language === 'zh' ? '' : ' '}${say(doc, 'rule.method', { source: say(doc, source) })}`;
}
