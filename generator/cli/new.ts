import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { starterRecord } from '../../plan/record/starter-record.js';
import { EXIT, type Output } from './output.js';
import { reasonOf, writeFileWhole } from './write-file.js';

export interface NewOptions {
  out: string;
  /** The plan's document, whose name and SHA-256 the record states. */
  document?: string | undefined;
  force: boolean;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*-(\d{4})-(\d{4})$/u;

/** `planbook new`: a commented starter record, which `generate` then tells how to complete, line by line. */
export function newRecord(id: string, { out, document, force }: NewOptions, output: Output): number {
  const years = ID.exec(id);
  if (!years || Number(years[1]) > Number(years[2]) || /-\d{4}-\d{4}-\d{4}$/u.test(id)) {
    output.complain([`${id}: not an id; give place and years in lower-case letters, digits and hyphens, such as yiyang-2021-2025`]);
    return EXIT.unusable;
  }
  const file = path.join(out, `${id}.yaml`);
  if (existsSync(file) && !force) {
    output.complain([`${file}: is there already; choose another id, or replace it with --force`]);
    return EXIT.unusable;
  }
  try {
    const source = document === undefined ? null : { name: path.basename(document), sha256: createHash('sha256').update(readFileSync(document)).digest('hex') };
    const text = starterRecord({ id, firstYear: Number(years[1]), lastYear: Number(years[2]), source });
    mkdirSync(out, { recursive: true });
    writeFileWhole(file, Buffer.from(text));
  } catch (error) {
    output.complain([`${document ?? file}: ${reasonOf(error)}; check the path and try again`]);
    return EXIT.unusable;
  }
  output.print(file);
  return EXIT.fine;
}
