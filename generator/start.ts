import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

/**
 * Starts the bundled command line from V8's compiled form of it, which spares the compiling at each start. Node 22 can do
 * so by itself (`module.enableCompileCache`); Node 20 cannot. The compiled form stands beside the bundle, under a name that
 * holds the bundle's hash and Node's version, and is made after the first workbooks; without it everything works as well.
 * Threads start here, too. The bundle is told its hash: what another build made is made anew.
 */
function start(): void {
  const bundle = path.join(__dirname, 'planbook-main.cjs');
  const text = readFileSync(bundle, 'utf8').replace(/^#!.*/u, '');
  const build = createHash('sha1').update(text).digest('hex').slice(0, 12);
  const compiled = path.join(__dirname, `planbook-${build}-${process.version}.compiled`);
  const cachedData = readIfThere(compiled);
  const script = new Script(`(function (require, module, exports, __filename, __dirname, PLANBOOK_BUILD) {${text}\n})`, {
    filename: bundle,
    ...(cachedData ? { cachedData } : {}),
  });
  if (script.cachedDataRejected === true) rmSync(compiled, { force: true });
  // Threads end before the program does: the first to end has made workbooks and knows what they take.
  if ((!cachedData || script.cachedDataRejected === true) && process.argv[2] === 'generate') process.once('exit', () => keep(script, compiled));
  const main = script.runInThisContext() as (...scope: unknown[]) => void;
  const module = { exports: {} };
  main(createRequire(bundle), module, module.exports, bundle, __dirname, build);
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
  if (existsSync(file)) return;
  const unfinished = `${file}.${process.pid}.${threadId}`;
  try {
    for (const name of readdirSync(__dirname)) if (name.endsWith('.compiled')) rmSync(path.join(__dirname, name));
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

start();
