import { type PlacedSentence, placeSentences } from '../document/sentences.js';
import type { SourceText } from './draft.js';
import { type PlainText, plainText } from './plain-text.js';
import { findTextTables, type TextTable } from './text-tables.js';

/** What a part of a plan is about: what has been reached, what is aimed at, what is to be done. */
export type PartKind = 'state' | 'goals' | 'task';

/** One sentence, or one heading's title, with what the document says around it. */
export interface Passage {
  at: string;
  /** Heading labels, outermost first. */
  path: string[];
  heading: boolean;
  kind: PartKind;
  /** Sentences of one line of the document share a paragraph. */
  paragraph: number;
  plain: PlainText;
}

/** A table and the locator of the sentence or heading it follows. */
export interface SourceTable {
  rows: string[][];
  at: string;
  /** What stands just before it: its caption, most often. */
  before: string;
  kind: PartKind;
}

export interface Passages {
  passages: Passage[];
  tables: SourceTable[];
}

const STATE = /基础|现状|成效|成就|回顾|成绩|完成情况|进展|形势|背景|评估|问题|短板|挑战|机遇|面临|亮点|主要成果|取得/u;
const GOALS = /目标|指标|愿景/u;
const CHAPTER = /第[一二三四五六七八九十]{1,3}[章节篇部][分]?/u;

/** Takes a source apart into passages with locators, and its tables. */
export function passagesOf(source: SourceText): Passages {
  let document = '';
  const given: { rows: string[][]; index: number }[] = [];
  for (const block of source.blocks) {
    if (block.kind === 'text') document += `${document === '' ? '' : '\n'}${block.text}`;
    else given.push({ rows: block.rows, index: document.length });
  }
  const drawn = findTextTables(document);
  const sentences = placeSentences(document);
  const passages: Passage[] = [];
  const tables: SourceTable[] = [];
  const kinds = new Map<string, PartKind>();
  let open: PartKind = 'task';
  let paragraph = 0;
  let end = 0;
  const pending = [...drawn.map(({ rows, start }) => ({ rows, index: start })), ...given].sort((a, b) => a.index - b.index);
  const placeTables = (until: number): void => {
    while ((pending[0]?.index ?? Infinity) < until) {
      const { rows, index } = pending.shift() ?? { rows: [], index: 0 };
      const last = passages.at(-1);
      tables.push({ rows, at: last?.at ?? 's1', before: document.slice(Math.max(0, index - 120), index), kind: last?.kind ?? 'task' });
    }
  };
  let table = 0;
  for (const sentence of sentences) {
    while ((drawn[table]?.end ?? Infinity) <= sentence.start) table++;
    const path = pathOf(sentence.at);
    const own = kindOfTitle(titleOf(sentence, document));
    const key = path.join('/');
    if (own) kinds.set(key, own);
    else if (!kinds.has(key) && path.length > 0) {
      const above = path.length > 1 ? kinds.get(path.slice(0, -1).join('/')) : undefined;
      kinds.set(key, above ?? 'task');
    }
    if (path.length === 0) open = own ?? open;
    const kind = path.length === 0 ? open : (kinds.get(key) ?? 'task');
    if (document.slice(end, sentence.start).includes('\n') || /^\s*\n/u.test(document.slice(sentence.start, sentence.start + 20))) paragraph++;
    end = sentence.end;
    placeTables(sentence.start + 1);
    for (const piece of outside(sentence, drawn, table)) {
      passages.push({ at: sentence.at, path, heading: isHeading(sentence.at), kind, paragraph, plain: plainText(document, piece.start, piece.end) });
    }
    placeTables(sentence.end);
  }
  placeTables(Infinity);
  return { passages, tables };
}

/** The stretches of a sentence that no table drawn in the text covers. */
function outside({ start, end }: PlacedSentence, tables: readonly TextTable[], first: number): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let from = start;
  for (let index = first; index < tables.length; index++) {
    const table = tables[index];
    if (!table || table.start >= end) break;
    if (table.start > from) pieces.push({ start: from, end: table.start });
    from = Math.max(from, table.end);
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

const isHeading = (at: string): boolean => !/(?:^|\/)s\d+$/u.test(at);
const pathOf = (at: string): string[] => at.split('/').filter((part) => !/^s\d+$/u.test(part));

/** What entitles a part: a heading's own title, else the beginning of its first sentence or a short line that opens a sentence. */
function titleOf({ at, text, start }: PlacedSentence, document: string): string {
  if (isHeading(at)) return text;
  const chapter = CHAPTER.exec(text.slice(0, 200));
  if (chapter) return text.slice(chapter.index + chapter[0].length, chapter.index + 24);
  if (/(?:^|\/)s1$/u.test(at) && at !== 's1') return (/^[^,，。;；:："“]{1,12}/u.exec(text)?.[0] ?? '').slice(0, 8);
  const line = /^\s*([^\n。，,;；:：]{2,24})\n/u.exec(document.slice(start, start + 60))?.[1] ?? '';
  return /\d/u.test(line) ? '' : line;
}

const kindOfTitle = (title: string): PartKind | null => (STATE.test(title) ? 'state' : GOALS.test(title) ? 'goals' : null);
