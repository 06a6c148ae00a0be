import { stringify } from 'yaml';
import type { ReviewReason } from '../extract/draft.js';
import { type Language, message, type MessageCode } from '../messages/message.js';
import type { Bilingual } from '../plan.js';
import { figureKey } from '../figure-key.js';
import { roleOf } from '../record/parse-plan.js';
import { type Catalogue, RECORD_CONTRACT } from '../record/schema.js';
import type { ClaimEntry, DraftEntry, DraftFacts, DraftRecord, FigureEntry } from './draft-record.js';
import { claimFault, figureFault } from './entry-fault.js';

/** A draft as the text of a record, and which of its items each entry there came from. */
export interface RecordText {
  text: string;
  /** Ids of the entries in the order of the record's lists; the rest are comments at its end. */
  figures: string[];
  claims: string[];
  /** Entries that could not stand in the record, with the reason. */
  blocked: { id: string; reason: ReviewReason }[];
}

type Flow = Record<string, unknown>;

/**
 * Writes a draft as a record. What is to review carries a note that says so, which its workbook shows too; what cannot stand
 * in a record yet (an indicator the catalogue lacks, what the reader of records has `refused`) is a comment at its end, so that nothing is lost.
 */
export function recordYaml(draft: DraftRecord, catalogue: Catalogue, language: Language, refused: ReadonlyMap<string, ReviewReason> = new Map()): RecordText {
  const say = (code: MessageCode, args?: ReviewReason['args']): string => message(language, code, args);
  const tell = ({ code, args }: ReviewReason): string => say(code, args);
  const blocked: RecordText['blocked'] = [];
  const stands = <E>({ id }: DraftEntry<E>, fault: ReviewReason | null): boolean => {
    const reason = fault ?? refused.get(id) ?? null;
    if (reason) blocked.push({ id, reason });
    return reason === null;
  };
  const figures = draft.figures.filter((each) => stands(each, figureFault(each.entry, catalogue)));
  const keys = new Map(figures.map(({ id, entry }) => [id, keyOf(entry)]));
  const claims = draft.claims.filter((each) => stands(each, claimFault(each.entry, catalogue, keys)));
  const reasons = new Map(blocked.map(({ id, reason }) => [id, reason]));
  const aside = [...draft.figures, ...draft.claims].flatMap(({ id, entry }) => {
    const reason = reasons.get(id);
    return reason ? [{ entry, reason }] : [];
  });
  const toReview = figures.filter(({ review }) => review).length + claims.filter(({ review }) => review).length;
  const counts = { figures: figures.length, claims: claims.length, review: toReview, aside: aside.length };
  const text = [
    '# yaml-language-server: $schema=./plan.schema.json',
    ...comment(say('draft.head', counts)),
    ...comment(say('draft.how')),
    ...factLines(draft, tell),
    ...section(
      'scopes',
      draft.scopes.map(({ slug, zh, relation, code }) => `  ${quoted(slug)}: ${flow({ zh, en: zh, relation, code: code ?? undefined })}`),
    ),
    ...listSection(
      'figures',
      figures.map((each) => figureFlow(each, draft.facts)),
    ),
    '',
    ...listSection(
      'claims',
      claims.map((each) => claimFlow(each, keys)),
    ),
    '',
    ...listSection(
      'leftOut',
      draft.leftOut.map(({ printed, at, why }) => ({ printed: printed.slice(0, 60), at, why })),
    ),
    ...(aside.length > 0 ? ['', ...comment(say('draft.aside'))] : []),
    ...aside.map(({ entry, reason }) => `# - ${flow('year' in entry ? figureFields(entry, draft.facts) : claimFields(entry))}   # ${oneLine(tell(reason))}`),
    ...(draft.proposals.length > 0 ? ['', ...comment(say('draft.proposals'))] : []),
    ...draft.proposals.map(
      ({ name, unit, kind, flow: isFlow, better }) =>
        `#   new-id: ${flow({ zh: name, en: '', unit, kind, flow: isFlow || undefined, better, definition: { zh: '', en: '' } })}`,
    ),
  ].join('\n');
  return { text: `${text}\n`, figures: figures.map(({ id }) => id), claims: claims.map(({ id }) => id), blocked };
}

const comment = (text: string): string[] => text.split('\n').map((line) => `# ${line}`);
/** A comment ends with its line: text from a document must not begin another. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');
const flow = (fields: Flow): string => oneLine(stringify(fields, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim());
const quoted = (text: string): string => (/^\d/u.test(text) ? JSON.stringify(text) : text);
const scalar = (value: unknown): string => stringify(value, { lineWidth: 0 }).trim();
const section = (name: string, lines: string[]): string[] => (lines.length > 0 ? [`${name}:`, ...lines, ''] : []);
const listSection = (name: string, entries: Flow[]): string[] =>
  entries.length > 0 ? [`${name}:`, ...entries.map((entry) => `  - ${flow(entry)}`)] : [`${name}: []`];

/** A name nobody has put into English yet repeats the Chinese one: it is not made up. */
const both = (zh: string | null, en: string | null): string => (zh === null ? '{zh: "", en: ""}' : flow({ zh, en: en ?? zh }));

function factLines({ id, facts, doubts }: DraftRecord, tell: (reason: ReviewReason) => string): string[] {
  const line = (fact: keyof DraftFacts | null, text: string): string => {
    const reasons = doubts.filter((doubt) => doubt.fact === fact).map(({ reason }) => oneLine(tell(reason)));
    return reasons.length > 0 ? `${text}   # ${reasons.join(' ')}` : text;
  };
  const year = (fact: 'baseYear' | 'firstYear' | 'lastYear'): string => line(fact, `${fact}: ${facts[fact] ?? 'null'}`);
  return [
    `contract: ${RECORD_CONTRACT}`,
    `id: ${id}`,
    line('title', `title: ${both(facts.title, facts.titleEn)}`),
    'place:',
    line('place', `  zh: ${scalar(facts.place ?? '')}`),
    `  en: ${scalar(facts.placeEn ?? facts.place ?? '')}`,
    line('level', `  level: ${facts.level ?? '""'}`),
    ...(facts.code === null ? (doubts.some(({ fact }) => fact === 'code') ? [line('code', '  # code: ""')] : []) : [line('code', `  code: "${facts.code}"`)]),
    ...(facts.parent === null ? [] : [`  parent: ${flow({ zh: facts.parent, en: facts.parentEn ?? facts.parent, code: facts.parentCode ?? undefined })}`]),
    line('issuer', `issuer: ${facts.issuer === null ? 'null' : both(facts.issuer, facts.issuerEn)}`),
    line('issued', `issued: ${facts.issued === null ? 'null' : JSON.stringify(facts.issued)}`),
    year('baseYear'),
    year('firstYear'),
    year('lastYear'),
    'source:',
    `  document: ${scalar(facts.document)}`,
    `  sha256: ${scalar(facts.sha256)}`,
    line('grade', `  grade: ${facts.grade}`),
    '',
  ];
}

function figureFields(entry: FigureEntry, { baseYear, firstYear, lastYear }: DraftFacts): Flow {
  const derived = firstYear === null || lastYear === null ? null : roleOf(entry.year, { baseYear, firstYear, lastYear });
  return {
    indicator: entry.indicator ?? entry.name,
    ...{ scope: entry.scope ?? undefined, from: entry.fromYear ?? undefined },
    year: entry.year,
    role: derived === entry.role ? undefined : entry.role,
    ...{ printed: entry.printed, unit: entry.unit ?? undefined, at: entry.at },
    ...{ estimated: entry.estimated || undefined, every: entry.everyYear ? 'year' : undefined, guess: entry.guess ?? undefined },
  };
}

const figureFlow = (each: DraftEntry<FigureEntry>, facts: DraftFacts): Flow => ({ ...figureFields(each.entry, facts), ...noteOf(each) });

function claimFields(entry: ClaimEntry): Flow {
  return {
    ...{ kind: entry.kind, indicator: entry.indicator ?? entry.name, scope: entry.scope ?? undefined, from: entry.fromYear, to: entry.toYear },
    ...{ printed: entry.printed, unit: entry.unit ?? undefined, at: entry.at, among: entry.among === null ? undefined : { zh: entry.among, en: entry.among } },
  };
}

function claimFlow(each: DraftEntry<ClaimEntry>, keys: ReadonlyMap<string, string>): Flow {
  const { kind, whole, parts } = each.entry;
  const sum = kind === 'sum' ? { whole: keys.get(whole ?? ''), parts: parts.map((part) => keys.get(part)) } : {};
  return { ...claimFields(each.entry), ...sum, ...noteOf(each) };
}

/** What is still to be reviewed says so wherever it is shown; a person's remark stands as written. */
function noteOf({ review, remark }: DraftEntry<unknown>): { note?: Bilingual } {
  const inLanguage = (language: Language): string =>
    [review && message(language, 'draft.to-review', { reason: message(language, review.code, review.args) }), remark]
      .filter((part) => part !== null)
      .join(language === 'zh' ? '；' : '; ');
  const note = { zh: inLanguage('zh'), en: inLanguage('en') };
  return note.zh === '' ? {} : { note };
}

const keyOf = ({ indicator, scope, year, fromYear, role }: FigureEntry): string => figureKey(indicator ?? '', scope, year, fromYear, role);
