import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { formatFault } from '../../plan/record/fault.js';
import { readReviewed } from './load-reviewed.js';
import { EXIT, type Output } from './output.js';
import { reasonOf, writeFileWhole } from './write-file.js';

export interface ApplyOptions {
  out: string;
  catalogue?: string | undefined;
  force: boolean;
}

/** `planbook extract --apply`: reviewed workbooks to records. What is not complete yet is said and stays in the record as a comment; a cell that cannot be read holds its record back. */
export function applyReviews(files: readonly string[], { out, catalogue, force }: ApplyOptions, output: Output): number {
  const written: string[] = [];
  let failures = 0;
  const complain = (...lines: string[]): void => {
    failures += 1;
    output.complain(lines);
  };
  for (const file of files) {
    const loaded = readReviewed(file, catalogue);
    if ('faults' in loaded) {
      complain(...loaded.faults.map(formatFault));
      continue;
    }
    const { id, text, unreadable, incomplete, notes } = loaded.reviewed;
    const record = path.join(out, `${id}.yaml`);
    if (unreadable.length > 0) complain(...unreadable.map(formatFault));
    else if (!/^[a-z0-9-]+$/u.test(id)) complain(...incomplete.map(formatFault));
    else if (existsSync(record) && !force) complain(`${file}: ${record} is there already; replace it with --force, or name another folder with --out`);
    else {
      try {
        mkdirSync(out, { recursive: true });
        writeFileWhole(record, Buffer.from(text));
        written.push(record);
      } catch (error) {
        complain(`${record}: cannot be written (${reasonOf(error)}); name another folder with --out`);
      }
      output.complain([...incomplete.map((each) => `${formatFault(each)} (to complete)`), ...notes]);
    }
  }
  output.print(written.join('\n'));
  return failures > 0 ? EXIT.unusable : EXIT.fine;
}
