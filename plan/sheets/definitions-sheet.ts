import { unitName } from '../messages/unit-name.js';
import { message, type MessageCode } from '../messages/message.js';
import type { Bilingual, Indicator, Plan } from '../plan.js';
import type { Block, Sheet, Validation } from '../workbook/block.js';
import { decimalFormat, style } from '../workbook/style.js';
import { introBlock } from './intro-block.js';
import { type PlanDoc, say } from './plan-doc.js';
import { onNewPage, section } from './section.js';

/** What indicators mean, how columns are computed, and the parameters of the formulas as named cells. */
export const definitionsSheet: Sheet<PlanDoc> = {
  id: 'definitions',
  name: (language) => message(language, 'sheet.definitions'),
  guarded: true,
  hidden: false,
  blocks: (doc) => [
    introBlock(doc, 'definitions', 'sheet.definitions', 'definitions.intro'),
    ...section(doc, 'definitions.parameters', parametersBlock(doc)),
    ...section(doc, 'definitions.terms', termsBlock(doc)),
    ...onNewPage(section(doc, 'definitions.indicators', indicatorsBlock(doc))),
  ],
};

interface Parameter {
  /** The defined name formulas use. */
  name: string;
  meaning: MessageCode;
  value: number;
  source: MessageCode;
  allowed: Validation;
}

const A_SHARE: Validation = { kind: 'decimal', min: 0, max: 1, title: 'validation.share.title', text: 'validation.share.text' };
const A_RATE: Validation = { kind: 'decimal', title: 'validation.number.title', text: 'validation.number.text' };

const PARAMETERS: readonly Parameter[] = [
  { name: 'par_on_track', meaning: 'par.on-track', value: 0.95, source: 'par.on-track-source', allowed: A_SHARE },
  { name: 'par_behind', meaning: 'par.behind', value: 0.6, source: 'par.on-track-source', allowed: A_SHARE },
  { name: 'par_about', meaning: 'par.about', value: 0.05, source: 'par.about-source', allowed: A_SHARE },
  { name: 'par_whole_low', meaning: 'par.whole-low', value: 3, source: 'par.about-source', allowed: A_RATE },
  { name: 'par_whole_high', meaning: 'par.whole-high', value: 15, source: 'par.about-source', allowed: A_RATE },
  { name: 'par_deflator', meaning: 'par.deflator', value: 0.03, source: 'par.about-source', allowed: A_SHARE },
  { name: 'par_pace_band', meaning: 'par.pace-band', value: 20, source: 'par.about-source', allowed: A_RATE },
];

/** A parameter's value as generated, for what is computed without a workbook. */
export const parameterValue = (parameter: string): number => PARAMETERS.find(({ name }) => name === parameter)?.value ?? NaN;

/** The parameters of the formulas as named cells: all, or those named. */
export function parametersBlock(doc: Pick<PlanDoc, 'language'>, wanted?: readonly string[]): Block<Parameter> {
  return {
    id: 'par',
    table: true,
    rows: PARAMETERS.filter(({ name }) => wanted?.includes(name) ?? true),
    rowKey: ({ name }) => name,
    cellNames: { column: 'value', nameOf: ({ name }) => name },
    columns: [
      { key: 'meaning', title: 'column.meaning', width: 34, style: style('wrap'), cell: ({ meaning }) => say(doc, meaning) },
      {
        key: 'value',
        title: 'column.parameter_value',
        width: 14,
        style: style('number', decimalFormat(2)),
        cell: ({ value }) => value,
        input: ({ allowed }) => allowed,
      },
      { key: 'source', title: 'column.method_source', width: 56, style: style('wrap'), cell: ({ source }) => say(doc, source) },
      { key: 'key', title: 'column.key', width: 16, style: style('key'), cell: ({ name }) => name },
    ],
  };
}

const TERMS: readonly { title: MessageCode; text: MessageCode; source: MessageCode }[] = [
  { title: 'column.change', text: 'term.change', source: 'term.source.yearbook' },
  { title: 'column.pace', text: 'term.pace', source: 'term.source.yearbook' },
  { title: 'column.history_pace', text: 'term.history', source: 'term.source.yearbook' },
  { title: 'column.stated', text: 'term.stated', source: 'term.source.planbook' },
  { title: 'column.ambition', text: 'term.ambition', source: 'term.source.planbook' },
  { title: 'column.expected', text: 'term.pathway', source: 'term.source.planbook' },
  { title: 'column.attainment', text: 'term.attainment', source: 'term.source.escap' },
  { title: 'column.lead', text: 'term.lead', source: 'term.source.planbook' },
  { title: 'column.still', text: 'term.still', source: 'term.source.yearbook' },
  { title: 'column.progress', text: 'term.progress', source: 'term.source.eurostat' },
];

function termsBlock(doc: PlanDoc): Block<(typeof TERMS)[number]> {
  return {
    id: 'trm',
    table: true,
    rows: TERMS,
    rowKey: ({ title }) => title,
    columns: [
      { key: 'term', title: 'column.term', width: 34, style: style('label'), cell: ({ title }) => say(doc, title) },
      { key: 'source', title: 'column.method_source', width: 14, style: style('wrap'), cell: ({ source }) => say(doc, source) },
      { key: 'text', title: 'column.method_text', width: 56, style: style('wrap'), cell: ({ text }) => say(doc, text) },
    ],
  };
}

/** What each indicator means. */
export function indicatorsBlock(doc: Pick<PlanDoc, 'language'> & { plan: Pick<Plan, 'indicators'> }): Block<Indicator> {
  const { language } = doc;
  const words = (text: Bilingual | null | undefined): string | null => text?.[language] ?? null;
  return {
    id: 'def',
    table: true,
    rows: [...doc.plan.indicators.values()],
    rowKey: ({ id }) => id,
    columns: [
      { key: 'indicator', title: 'column.indicator', width: 34, style: style('wrap'), cell: (indicator) => indicator[language] },
      { key: 'unit', title: 'column.unit', width: 16, style: style('text'), cell: ({ unit }) => unitName(language, unit) },
      { key: 'definition', title: 'column.definition', width: 56, style: style('wrap'), cell: ({ definition }) => definition[language] },
      { key: 'kind', title: 'column.kind_of', width: 10, style: style('text'), cell: ({ kind }) => say(doc, `indicator-kind.${kind}`) },
      { key: 'better', title: 'column.better', width: 12, style: style('wrap'), cell: ({ better }) => say(doc, `better.${better}`) },
      { key: 'formula', title: 'column.formula', width: 26, style: style('wrap'), cell: (indicator) => ratioText(doc, indicator) },
      { key: 'standard', title: 'column.standard', width: 24, style: style('wrap'), cell: ({ standard }) => words(standard) },
      {
        key: 'lookalikes',
        title: 'column.lookalikes',
        width: 44,
        style: style('wrap'),
        cell: ({ lookAlikes }) => lookAlikeText(doc, lookAlikes),
      },
      { key: 'key', title: 'column.key', width: 30, style: style('key'), cell: ({ id }) => id },
    ],
  };
}

/** Each look-alike by name, with how it differs. */
const lookAlikeText = ({ language }: Pick<PlanDoc, 'language'>, lookAlikes: Indicator['lookAlikes']): string | null =>
  lookAlikes.map(({ name, why }) => (language === 'zh' ? `${name.zh}：${why.zh}` : `${name.en}: ${why.en}`)).join(language === 'zh' ? '；' : '; ') || null;

/** Numerator ÷ denominator, and the denominator's basis; price basis for amounts. */
function ratioText(doc: Pick<PlanDoc, 'language'>, { numerator, denominator, basis, priceBasis }: Indicator): string | null {
  const { language } = doc;
  const ratio = numerator && denominator ? `${numerator[language]} ÷ ${denominator[language]}` : undefined;
  const parts = [ratio, basis?.[language], priceBasis === undefined ? undefined : say(doc, `price.${priceBasis}`)].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join(language === 'zh' ? '；' : '; ');
}
