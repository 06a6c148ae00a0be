import { unitName } from '../messages/unit-name.js';
import { edgesOf } from '../number/edges.js';
import { isWhole } from '../number/unit.js';
import { type Claim, isAim } from '../plan.js';
import type { Block } from '../workbook/block.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import { type PlanDoc, say, scopeName, showLocator } from './plan-doc.js';

/** The relative statements of the document: growth, multiples, doublings, ranks, sums. */
export function claimsBlock(doc: PlanDoc): Block<Claim> {
  const value = (claim: Claim): CellStyle => style('number', decimalFormat(claim.decimals));
  const edge = (claim: Claim): CellStyle => style('number', decimalFormat(claim.decimals + 1));
  return {
    id: 'clm',
    table: true,
    rows: doc.plan.claims,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'indicator', title: 'column.indicator', width: 44, style: style('label'), cell: (claim) => claim.indicator[doc.language] },
      { key: 'scope', title: 'column.scope', width: 16, style: style('text'), cell: (claim) => scopeName(doc, claim.scope) },
      { key: 'kind', title: 'column.kind', width: 20, style: style('text'), cell: (claim) => say(doc, `kind.${claim.kind}`) },
      { key: 'printed', title: 'column.printed', width: 18, style: style('text'), cell: (claim) => claim.printed },
      { key: 'value', title: 'column.value', width: 10, style: value, cell: (claim) => claim.value },
      {
        key: 'unit',
        title: 'column.claim_unit',
        width: 20,
        style: style('text'),
        cell: (claim) => (claim.value === null ? null : unitName(doc.language, claim.unit)),
      },
      { key: 'decimals', title: 'column.decimals', width: 9, style: style('year'), cell: (claim) => (claim.value === null ? null : claim.decimals) },
      { key: 'low', title: 'column.low', width: 12, style: edge, cell: (claim) => edges(doc, claim).low.at },
      { key: 'high', title: 'column.high', width: 12, style: edge, cell: (claim) => edges(doc, claim).high.at },
      { key: 'bound', title: 'column.bound', width: 12, style: style('text'), cell: (claim) => say(doc, `bound.${claim.bound}`) },
      { key: 'from', title: 'column.claim_from', width: 9, style: style('year'), cell: (claim) => claim.fromYear },
      { key: 'to', title: 'column.claim_to', width: 9, style: style('year'), cell: (claim) => claim.toYear },
      { key: 'locator', title: 'column.locator', width: 22, style: style('text'), cell: (claim) => showLocator(doc, claim.at) },
      {
        key: 'note',
        title: 'column.note',
        width: 40,
        style: style('wrap'),
        cell: (claim) =>
          [claim.among?.[doc.language], claim.note?.[doc.language]].filter((part) => part !== undefined).join(doc.language === 'zh' ? '；' : '; ') || null,
      },
      { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
    ],
  };
}

/** A claim about an aim is a threshold, and so is a doubling; about the past it is as exact as its print; places and counted increments are exact. */
function edges({ plan }: PlanDoc, claim: Claim): ReturnType<typeof edgesOf> {
  if (claim.value === null) return { low: { at: null, included: false }, high: { at: null, included: false } };
  const counted = claim.kind === 'rank' || claim.kind === 'sum' || claim.kind === 'increment';
  const nature = isAim(plan, claim) || claim.kind === 'doubling' ? 'set' : counted && isWhole(claim.unit) ? 'counted' : 'measured';
  return edgesOf({ bound: claim.bound, value: claim.value, below: null }, nature, claim.indicator.better);
}
