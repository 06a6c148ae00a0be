import { type PlacedSentence, placeSentences } from '../document/sentences.js';
import type { SourceText } from './draft.js';
import { softBreaks } from './line-breaks.js';
import { type PlainText, plainText } from './plain-text.js';
import { findTextTables, type TextTable } from './text-tables.js';
import { chapterWithin, kindOfTitle, type PartKind, titleLines } from './titles.js';

/** One sentence, or one heading's title, with what the document says around it. */
export interface Passage {
  at: string;
  /** The headings it stands under, outermost first: labels, and numbers of titles without one. */
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
  document: string;
  passages: Passage[];
  tables: SourceTable[];
}

/** Takes a source apart into passages with locators, and its tables. */
export function passagesOf(source: SourceText): Passages {
  const { document, given } = joined(source);
  const drawn = findTextTables(document);
  const soft = softBreaks(document);
  const parts = new Parts();
  const passages: Passage[] = [];
  const tables: SourceTable[] = [];
  const pending = [...drawn.map(({ rows, start }) => ({ rows, index: start })), ...given].sort((a, b) => a.index - b.index);
  let placed = 0;
  const placeTables = (until: number): void => {
    for (let next = pending[placed]; next && next.index < until; next = pending[++placed]) {
      const last = passages.at(-1);
      tables.push({ rows: next.rows, at: last?.at ?? 's1', before: document.slice(Math.max(0, next.index - 120), next.index), kind: last?.kind ?? 'task' });
    }
  };
  let paragraph = 0;
  let end = 0;
  let table = 0;
  for (const sentence of placeSentences(document)) {
    while ((drawn[table]?.end ?? Infinity) <= sentence.start) table++;
    if (document.slice(end, sentence.start).includes('\n') || /^\s*\n/u.test(document.slice(sentence.start, sentence.start + 20))) paragraph++;
    end = sentence.end;
    placeTables(sentence.start + 1);
    parts.enter(sentence);
    for (const piece of outside(sentence, drawn, table)) {
      const { at } = sentence;
      const add = (from: number, to: number, heading: boolean): void => {
        const plain = plainText(document, soft, from, to);
        if (/目标(?:是|为|如下)?:|以下目标/u.test(plain.text)) parts.aim();
        if (plain.text !== '') passages.push({ at, path: parts.path, heading, kind: parts.kind, paragraph, plain });
      };
      let from = piece.start;
      if (!isHeading(at)) {
        for (const title of titleLines(document.slice(from, Math.min(piece.end, from + 700)))) {
          parts.open(title.text, title.rank);
          add(from, from + title.length, true);
          from += title.length;
        }
      }
      add(from, piece.end, isHeading(at));
    }
    placeTables(sentence.end);
  }
  placeTables(Infinity);
  return { document, passages, tables };
}

function joined({ blocks }: SourceText): { document: string; given: { rows: string[][]; index: number }[] } {
  const texts: string[] = [];
  const given: { rows: string[][]; index: number }[] = [];
  let length = 0;
  for (const block of blocks) {
    if (block.kind === 'text') {
      texts.push(block.text);
      length += block.text.length + 1;
    } else given.push({ rows: block.rows, index: length });
  }
  return { document: texts.join('\n'), given };
}

/** Keeps the headings that a sentence stands under: those with labels that locators know, and titles on lines of their own. */
class Parts {
  public path: string[] = [];
  public kind: PartKind = 'task';
  private labels = '';
  /** The chapter of a document whose labels count anew in each. */
  private chapter = '';
  private readonly kinds = new Map<string, PartKind>();
  private titles: { rank: number; key: string; kind: PartKind | null }[] = [];
  private count = 0;

  public enter({ at, text }: PlacedSentence): void {
    const labels = at.split('/').filter((part) => !/^s\d+$/u.test(part));
    const key = [this.chapter, ...labels].join('/');
    if (key !== this.labels) {
      this.labels = key;
      this.titles = [];
      const own = kindOfTitle(isHeading(at) ? text : beginning(text));
      const above = labels.length > (this.chapter === '' ? 1 : 0) ? this.kinds.get([this.chapter, ...labels.slice(0, -1)].join('/')) : undefined;
      if (!this.kinds.has(key)) this.kinds.set(key, own ?? above ?? 'task');
    }
    const chapter = labels.length === 0 ? chapterWithin(text) : null;
    if (chapter) this.open(chapter.title, chapter.rank);
    this.settle(labels);
  }

  public open(title: string, rank: number): void {
    const below = this.labels.split('/').slice(1);
    if (rank === 0 && (below.length > 0 || title.startsWith('第'))) {
      this.chapter = `#${String(++this.count)}`;
      this.labels = [this.chapter, ...below].join('/');
      this.kinds.set(this.labels, kindOfTitle(title) ?? 'task');
      this.titles = [];
      this.settle(below);
      return;
    }
    this.titles = [...this.titles.filter((above) => above.rank < rank), { rank, key: `#${String(++this.count)}`, kind: kindOfTitle(title) }];
    this.settle(below);
  }

  /** What follows lists aims, whatever its title says. */
  public aim(): void {
    const last = this.titles.at(-1);
    if (last) last.kind = 'goals';
    else this.kinds.set(this.labels, 'goals');
    this.kind = 'goals';
  }

  private settle(labels: string[]): void {
    this.path = [...(this.chapter === '' ? [] : [this.chapter]), ...labels, ...this.titles.map(({ key }) => key)];
    const told = this.titles.filter(({ kind }) => kind !== null).at(-1)?.kind;
    this.kind = told ?? (this.titles.length > 0 && labels.length === 0 ? 'task' : (this.kinds.get([this.chapter, ...labels].join('/')) ?? 'task'));
  }
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

/** A heading whose title no white space sets off begins its first sentence. */
const beginning = (text: string): string => (/^[^,，。;；:："“]{1,12}/u.exec(text)?.[0] ?? '').slice(0, 8);
