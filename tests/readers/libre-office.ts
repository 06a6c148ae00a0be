import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ReadWorkbook, readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { soffice, unoPython } from './programs.js';
import { openParts, packParts } from './package-parts.js';
import { inTemporaryFolder } from './temporary-folder.js';

const RUNNER = path.resolve('tests/readers/in-libre-office.py');
const PATIENCE = 150_000;

/** A copy without any cached result, so that whoever opens it must compute every formula itself. */
function withoutCachedResults(bytes: Uint8Array): Uint8Array {
  const parts = openParts(bytes);
  for (const [name, xml] of parts) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    const stripped = xml.replace(/<c ([^>]*)>(<f[ >].*?<\/f>|<f[^>]*\/>)<v>[^<]*<\/v><\/c>/gsu, (_, attributes: string, formula: string) => {
      return `<c ${attributes.replace(/ ?t="[^"]*"/u, '')}>${formula}</c>`;
    });
    parts.set(name, stripped);
  }
  return packParts(parts);
}

/** Workbooks (bytes or paths) as LibreOffice computes them from nothing, in one run of it. */
export function recalculate(files: readonly (Uint8Array | string)[]): ReadWorkbook[] {
  return inTemporaryFolder((folder) => {
    const copies = files.map((file, index) => {
      const copy = path.join(folder, `${index}.xlsx`);
      writeFileSync(copy, withoutCachedResults(typeof file === 'string' ? readFileSync(file) : file));
      return copy;
    });
    const done = path.join(folder, 'done');
    runOffice(folder, ['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', done, ...copies]);
    return copies.map((_, index) => readWorkbook(readFileSync(path.join(done, `${index}.xlsx`))));
  });
}

/**
 * Runs Python lines in a LibreOffice that has `input` open as `doc`, then saves it to `output`. Helpers: `rows(name)` is
 * a defined name's range, `unprotect()` frees every sheet; see in-libre-office.py. Throws with LibreOffice's own message.
 */
export function inLibreOffice(script: string, input: string | Uint8Array, output: string): void {
  if (unoPython === null || soffice === null) throw new Error('LibreOffice for Python is not here');
  const python = unoPython;
  const office = soffice;
  inTemporaryFolder((folder) => {
    const opened = path.join(folder, 'input.xlsx');
    if (typeof input === 'string') copyFileSync(input, opened);
    else writeFileSync(opened, input);
    const lines = path.join(folder, 'script.py');
    writeFileSync(lines, script);
    execFileSync(python, [RUNNER, office, folder, opened, lines, path.resolve(output)], { stdio: ['ignore', 'ignore', 'pipe'], timeout: PATIENCE });
  });
}

/** Each run has a profile of its own: two at once would wait for each other's lock. */
function runOffice(folder: string, options: readonly string[]): void {
  if (soffice === null) throw new Error('LibreOffice is not here');
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  execFileSync(soffice, [`-env:UserInstallation=${profile}`, '--headless', '--norestore', ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: PATIENCE,
  });
}
