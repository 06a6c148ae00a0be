import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DraftRecord } from '../../plan/draft/draft-record.js';
import { draftJson } from '../../plan/draft/draft-json.js';
import { type DraftSource, recordFromDraft } from '../../plan/draft/record-from-draft.js';
import { recordText } from '../../plan/draft/record-text.js';
import type { Language } from '../../plan/messages/message.js';
import { formatFault } from '../../plan/record/fault.js';
import type { Catalogue } from '../../plan/record/schema.js';
import { reviewWorkbook } from '../../plan/review/review-workbook.js';
import { VERSION } from '../version.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import type { DraftedDocument } from '../documents/draft-document.js';
import { type ReadingRoom, readingRoom } from '../documents/reading-room.js';
import { UnreadableDocument } from '../documents/unreadable-document.js';
import { JsonList } from './json-list.js';
import { loadCatalogue } from './load-catalogue.js';
import { EXIT, type Output } from './output.js';
import { progress } from './progress.js';
import { reasonOf, writeFileWhole } from './write-file.js';

export interface ExtractOptions {
  out: string;
  language: Language;
  catalogue?: string | undefined;
  /** The record's id, where one document is read; else made of the place's code and the years. */
  id?: string | undefined;
  json: boolean;
  /** Seconds that reading one document may take. */
  timeLimit: number;
  /** Write a workbook in which the draft is reviewed, in place of its record. */
  review: boolean;
  force: boolean;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** `planbook extract`: documents to draft records, or to JSON. A document that cannot be read is one line and exit code 2; the others are still read. */
export async function extract(files: readonly string[], options: ExtractOptions, output: Output): Promise<number> {
  // Its thread starts while the catalogue is read.
  const room = readingRoom(options.timeLimit);
  try {
    return await extractIn(room, files, options, output);
  } finally {
    await room.close();
  }
}

async function extractIn(room: ReadingRoom, files: readonly string[], options: ExtractOptions, output: Output): Promise<number> {
  const { catalogue, faults } = loadCatalogue(options.out, options.catalogue);
  if (catalogue === null) {
    output.complain(faults.map(formatFault));
    return EXIT.unusable;
  }
  if (options.id !== undefined && files.length > 1) {
    output.complain([`--id ${options.id}: names one record, and ${files.length} documents were given; read them one by one`]);
    return EXIT.unusable;
  }
  if (options.id !== undefined && !ID.test(options.id)) {
    output.complain([`--id ${options.id}: not an id; give lower-case letters, digits and hyphens, such as lishui-2021-2025`]);
    return EXIT.unusable;
  }
  const shown = progress(files.length);
  const drafts = json(files.length, output);
  const written: string[] = [];
  const taken = new Set<string>();
  let failures = 0;
  const complain = (line: string): void => {
    shown.done();
    failures += 1;
    output.complain([line]);
  };
  for (const file of files) {
    shown.step(file);
    try {
      const document = await room.read(file, catalogue);
      const record = recordFromDraft(document.draft, sourceOf(document), options.id);
      if (options.json) drafts.add(draftJson(document.draft, record, options.language));
      else written.push(await writeDraft(record, document.sentences, catalogue, options, taken));
    } catch (error) {
      if (error instanceof UnreadableDocument || error instanceof NotWritten) complain(`${file}: ${error.message}`);
      else throw error;
    }
  }
  shown.done();
  if (options.json) drafts.close();
  else output.print(written.join('\n'));
  return failures > 0 ? EXIT.unusable : EXIT.fine;
}

/** One document is printed as an object, several as a list, each as soon as it is read. */
const json = (documents: number, output: Output): Pick<JsonList, 'add' | 'close'> =>
  documents > 1 ? new JsonList((text) => output.print(text)) : { add: (draft) => output.print(JSON.stringify(draft, null, 2)), close: () => undefined };

/** Why a record was not written. */
class NotWritten extends Error {}

function sourceOf({ name, sha256, sentences, beginning }: DraftedDocument): DraftSource {
  const order = new Map([...sentences.keys()].map((at, index) => [at, index]));
  return { document: name, sha256, orderOf: (at) => order.get(at) ?? 0, beginning };
}

/** Empty rows of a review, for what the reader missed. */
const SPARE = { figures: 30, claims: 10 };

async function writeDraft(
  draft: DraftRecord,
  sentences: ReadonlyMap<string, string>,
  catalogue: Catalogue,
  { out, force, language, review }: ExtractOptions,
  taken: Set<string>,
): Promise<string> {
  const file = path.join(out, `${draft.id}${review ? '.review.xlsx' : '.yaml'}`);
  if (taken.has(file)) throw new NotWritten(`another of these documents gives ${file} too; read it by itself and name its record with --id`);
  if (existsSync(file) && !force) throw new NotWritten(`${file} is there already; name another with --id, or replace it with --force`);
  const bytes = review
    ? await writeWorkbook(reviewWorkbook({ draft, catalogue, language, version: VERSION, sentences, spare: SPARE }))
    : Buffer.from(recordText(draft, catalogue, language, file).text);
  try {
    mkdirSync(out, { recursive: true });
    writeFileWhole(file, bytes);
  } catch (error) {
    throw new NotWritten(`${file} cannot be written (${reasonOf(error)}); name another folder with --out`);
  }
  taken.add(file);
  const toReview = [...draft.figures, ...draft.claims].filter((each) => each.review !== null).length;
  return `${file}: ${draft.figures.length} figures, ${draft.claims.length} claims, ${toReview} of them to review`;
}
