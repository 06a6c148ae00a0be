import { unitName } from '../messages/unit-name.js';
import type { Claim } from '../plan.js';
import type { Block } from '../workbook/block.js';
import { type CellStyle, decimalFormat, style } from '../workbook/style.js';
import { type PlanDoc, say, scopeName, showLocator } from './plan-doc.js';

interface ClaimRow {
  claim: Claim;
  key: string;
}

/** kind|indicator|scope|from-to, and the claim's number where a document repeats itself: the name of a claim in its workbook. */
export const claimKey = ({ kind, indicator, scope, fromYear, toYear }: Claim, index: number): string =>
  `${kind}|${indicator.id}|${scope ?? ''}|${fromYear ?? ''}-${toYear ?? ''}#${index + 1}`;

/** The relative statements of the document: growth, multiples, doublings, ranks, sums. */
export function claimsBlock(doc: PlanDoc): Block<ClaimRow> {
  const value = ({ claim }: ClaimRow): CellStyle => style('number', decimalFormat(claim.decimals));
  return {
    id: 'clm',
    table: true,
    rows: doc.plan.claims.map((claim, index) => ({ claim, key: claimKey(claim, index) })),
    rowKey: ({ key }) => key,
    columns: [
      { key: 'indicator', title: 'column.indicator', width: 40, style: style('label'), cell: ({ claim }) => claim.indicator[doc.language] },
      { key: 'scope', title: 'column.scope', width: 16, style: style('text'), cell: ({ claim }) => scopeName(doc, claim.scope) },
      { key: 'kind', title: 'column.kind', width: 12, style: style('text'), cell: ({ claim }) => say(doc, `kind.${claim.kind}`) },
      { key: 'printed', title: 'column.printed', width: 18, style: style('text'), cell: ({ claim }) => claim.printed },
      { key: 'value', title: 'column.value', width: 10, style: value, cell: ({ claim }) => claim.value },
      {
        key: 'unit',
        title: 'column.claim_unit',
        width: 20,
        style: style('text'),
        cell: ({ claim }) => (claim.value === null ? null : unitName(doc.language, claim.unit)),
      },
      { key: 'bound', title: 'column.bound', width: 12, style: style('text'), cell: ({ claim }) => say(doc, `bound.${claim.bound}`) },
      { key: 'from', title: 'column.claim_from', width: 9, style: style('year'), cell: ({ claim }) => claim.fromYear },
      { key: 'to', title: 'column.claim_to', width: 9, style: style('year'), cell: ({ claim }) => claim.toYear },
      { key: 'locator', title: 'column.locator', width: 16, style: style('text'), cell: ({ claim }) => showLocator(doc, claim.at) },
      {
        key: 'note',
        title: 'column.note',
        width: 40,
        style: style('wrap'),
        cell: ({ claim }) =>
          [claim.among?.[doc.language], claim.note?.[doc.language]].filter((part) => part !== undefined).join(doc.language === 'zh' ? '；' : '; ') || null,
      },
      { key: 'key', title: 'column.key', width: 40, style: style('key'), cell: ({ key }) => key },
    ],
  };
}
