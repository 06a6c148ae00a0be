import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../plan/messages/message.js';
import { formatFault } from '../../plan/record/fault.js';
import { type StarterFacts, starterRecord } from '../../plan/record/starter-record.js';
import { loadCatalogue } from './load-catalogue.js';
import { EXIT, type Output } from './output.js';
import { reasonOf, writeFileWhole } from './write-file.js';

export interface NewOptions {
  out: string;
  /** The plan's document, whose name and SHA-256 the record states. */
  document?: string | undefined;
  /** A workbook to fill in, in place of a record; in this language, with the indicators of this catalogue. */
  xlsx: boolean;
  language: Language;
  catalogue?: string | undefined;
  force: boolean;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*-(\d{4})-(\d{4})$/u;

/** `planbook new`: a commented starter record, or a workbook to fill in; `generate` then tells how to complete either. */
export async function newRecord(id: string, options: NewOptions, output: Output): Promise<number> {
  const { out, document, xlsx, force } = options;
  const years = ID.exec(id);
  if (!years || Number(years[1]) > Number(years[2]) || /-\d{4}-\d{4}-\d{4}$/u.test(id)) {
    output.complain([`${id}: not an id; give place and years in lower-case letters, digits and hyphens, such as yiyang-2021-2025`]);
    return EXIT.unusable;
  }
  const file = path.join(out, `${id}${xlsx ? '.review.xlsx' : '.yaml'}`);
  if (existsSync(file) && !force) {
    output.complain([`${file}: is there already; choose another id, or replace it with --force`]);
    return EXIT.unusable;
  }
  try {
    const source = document === undefined ? null : { name: path.basename(document), sha256: createHash('sha256').update(readFileSync(document)).digest('hex') };
    const starter: StarterFacts = { id, firstYear: Number(years[1]), lastYear: Number(years[2]), source };
    const bytes = xlsx ? await workbookOf(starter, options, output) : Buffer.from(starterRecord(starter));
    if (bytes === null) return EXIT.unusable;
    mkdirSync(out, { recursive: true });
    writeFileWhole(file, bytes);
  } catch (error) {
    output.complain([`${document ?? file}: ${reasonOf(error)}; check the path and try again`]);
    return EXIT.unusable;
  }
  output.print(file);
  return EXIT.fine;
}

/** Null where there is no catalogue to choose indicators from, and said so. */
async function workbookOf(starter: StarterFacts, { out, language, catalogue: named }: NewOptions, output: Output): Promise<Buffer | null> {
  const { catalogue, faults } = loadCatalogue(out, named);
  if (catalogue === null) {
    output.complain(faults.map(formatFault));
    return null;
  }
  const { emptyReview } = await import(/* webpackChunkName: "extract" */ './extract-commands.js');
  return emptyReview(starter, catalogue, language);
}
