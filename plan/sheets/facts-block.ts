import type { MessageCode } from '../messages/message.js';
import type { Block } from '../workbook/block.js';
import { style } from '../workbook/style.js';
import { wrapText } from '../workbook/text-width.js';
import { type PlanDoc, say } from './plan-doc.js';

export type FactId = 'place' | 'issuer' | 'issued' | 'period' | 'base' | 'document' | 'grade' | 'posted' | 'sha256' | 'note';

interface Fact {
  id: FactId;
  label: MessageCode;
  text: string;
}

/** Facts about the plan or its source, a label and a value a row; what the document does not tell is said to be so. */
export function factsBlock(id: string, doc: PlanDoc, which: readonly FactId[]): Block<Fact> {
  return {
    id,
    table: false,
    rows: which.flatMap((fact) => factOf(doc, fact)),
    rowKey: (fact) => fact.id,
    columns: [
      { key: 'label', title: 'column.item', width: 24, style: style('label'), cell: ({ label }) => say(doc, label) },
      {
        key: 'text',
        title: 'column.content',
        width: 72,
        style: ({ id: fact }) => style(fact === 'note' ? 'wrap' : 'text'),
        cell: ({ text }) => text,
      },
    ],
  };
}

/** The same as lines that run on to the right, over columns that fit the tables below. */
export function runningFactsBlock(id: string, doc: PlanDoc, which: readonly FactId[]): Block<FactLine> {
  return {
    id,
    table: false,
    rows: which.flatMap((fact) => factOf(doc, fact)).flatMap(linesOf),
    rowKey: ({ key }) => key,
    columns: [
      { key: 'label', title: 'column.item', width: 24, style: style('plain'), cell: ({ label }) => label && say(doc, label) },
      { key: 'text', title: 'column.content', width: 0, style: style('plain'), cell: ({ text }) => text },
    ],
  };
}

interface FactLine {
  key: string;
  /** Null from a fact's second line on. */
  label: MessageCode | null;
  text: string;
}

/** Characters of the default font that a line takes. */
const LINE = 110;

const linesOf = ({ id, label, text }: Fact): FactLine[] =>
  wrapText(text, LINE).map((line, index) => ({ key: index === 0 ? id : `${id}-${index + 1}`, label: index === 0 ? label : null, text: line }));

function factOf(doc: PlanDoc, id: FactId): Fact[] {
  const { record } = doc.plan;
  const { language } = doc;
  const unknown = say(doc, 'cover.unknown');
  const fact = (label: MessageCode, text: string | undefined): Fact[] => (text === undefined ? [] : [{ id, label, text }]);
  switch (id) {
    case 'place':
      return fact('cover.place', placeText(doc));
    case 'issuer':
      return fact('cover.issuer', record.issuer?.[language] ?? unknown);
    case 'issued':
      return fact('cover.issued', record.issued ?? unknown);
    case 'period':
      return fact('cover.period', say(doc, 'cover.years', { first: record.firstYear, last: record.lastYear }));
    case 'base':
      return fact(
        'cover.base',
        record.baseYear === null
          ? record.baseYearGuess === undefined
            ? unknown
            : say(doc, 'cover.base-guess', { year: record.baseYearGuess })
          : String(record.baseYear),
      );
    case 'document':
      return fact('cover.document', record.source.document);
    case 'grade':
      return fact('cover.grade', say(doc, `grade.${record.source.grade}`));
    case 'posted':
      return fact('cover.posted', record.source.posted);
    case 'sha256':
      return fact('cover.sha256', record.source.sha256);
    case 'note':
      return fact('cover.source-note', record.source.note?.[language]);
  }
}

/** 益阳市(430900)·地市级·湖南省 */
function placeText(doc: PlanDoc): string {
  const { place } = doc.plan.record;
  const code = place.code === undefined ? '' : ` ${place.code}`;
  const members = place.members?.map((member) => member[doc.language]).join(doc.language === 'zh' ? '、' : ', ');
  return [`${place[doc.language]}${code}`, say(doc, `level.${place.level}`), place.parent?.[doc.language], members]
    .filter((part) => part !== undefined)
    .join(' · ');
}
