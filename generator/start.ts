import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/**
 * Starts the bundled command line from V8's compiled form of it, which spares the compiling at each start. Node 22 can do
 * so by itself (`module.enableCompileCache`); Node 20 cannot. The compiled form stands beside the bundle, under a name that
 * holds the bundle's hash and Node's version, and is made after the first workbooks; without it everything works as well.
 */
function start(): void {
  const bundle = path.join(__dirname, 'planbook-main.cjs');
  const text = readFileSync(bundle, 'utf8').replace(/^#!.*/u, '');
  const compiled = path.join(__dirname, `planbook-${createHash('sha1').update(text).digest('hex').slice(0, 12)}-${process.version}.compiled`);
  const cachedData = readIfThere(compiled);
  const script = new Script(`(function (require, module, exports, __filename, __dirname) {${text}\n})`, {
    filename: bundle,
    ...(cachedData ? { cachedData } : {}),
  });
  if ((!cachedData || script.cachedDataRejected === true) && process.argv[2] === 'generate') process.once('exit', () => keep(script, compiled));
  const main = script.runInThisContext() as (...scope: unknown[]) => void;
  const module = { exports: {} };
  main(createRequire(bundle), module, module.exports, bundle, __dirname);
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** Whole or not at all; a folder that cannot be written to goes without. */
function keep(script: Script, file: string): void {
  const unfinished = `${file}.${process.pid}`;
  try {
    for (const name of readdirSync(__dirname)) if (name.endsWith('.compiled')) rmSync(path.join(__dirname, name));
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

start();
