// Makes a checkout ready to run: installs the locked packages and builds dist/, each only where it is missing or stale.
// With --readers it also finds the programs the tests open workbooks with, with --score it builds the scorer, with --bench the pane and its benchmark. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingReaders } from './readers.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);

const NODE_NEEDED = [20, 19];
const LOCK = ['package-lock.json', '.npmrc'];
const SOURCES = [...LOCK, 'package.json', 'webpack.config.js', 'tsconfig.json', 'plan', 'generator', 'tests/bench'];
const PANE_SOURCES = [...LOCK, 'package.json', 'webpack.config.js', 'tsconfig.json', 'plan', 'addin', 'manifest.xml'];

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor < NODE_NEEDED[1])) {
  fail(`Planbook needs Node ${NODE_NEEDED.join('.')} or later; this is ${process.versions.node}. See https://nodejs.org`);
}

/** A hash of files and of all files below folders, by path and content. */
function hashOf(entries) {
  const hash = createHash('sha256');
  const visit = (entry) => {
    if (!existsSync(entry)) return;
    if (statSync(entry).isDirectory())
      readdirSync(entry)
        .sort()
        .forEach((name) => visit(path.join(entry, name)));
    else hash.update(entry.split(path.sep).join('/')).update('\0').update(readFileSync(entry)).update('\0');
  };
  entries.forEach(visit);
  return hash.digest('hex');
}

function step(message, stamp, hash, command, args) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  process.stderr.write(`${message}\n`);
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) fail(`${command} ${args.join(' ')} failed${error ? ` (${error.message})` : ''}; mend what it says above and run again`);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

const WEBPACK = ['node_modules/webpack/bin/webpack.js', '--config-name'];
step('Installing the locked packages (once) …', 'node_modules/.planbook-installed', hashOf(LOCK), 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
step('Building dist/ …', 'dist/.planbook-built', hashOf(SOURCES), process.execPath, [...WEBPACK, 'planbook', '--config-name', 'bench']);

if (process.argv.includes('--score')) {
  step('Building the scorer …', 'dist/.score-built', hashOf([...SOURCES, 'tests/score', 'tests/record', 'tests/seeds.ts']), process.execPath, [
    ...WEBPACK,
    'score',
  ]);
}

if (process.argv.includes('--readers') || process.argv.includes('--bench')) {
  // Tests and benchmark alone need the task pane; workbooks are made without it.
  step('Building the task pane …', 'dist/.pane-built', hashOf(PANE_SOURCES), process.execPath, [...WEBPACK, 'pane']);
}

if (process.argv.includes('--bench')) {
  step('Building its benchmark …', 'dist/.bench-pane-built', hashOf([...SOURCES, 'addin', 'tests/host', 'tests/pane']), process.execPath, [
    ...WEBPACK,
    'bench-pane',
  ]);
}

if (process.argv.includes('--readers')) {
  const { missing, log } = missingReaders({ install: true });
  log.forEach((line) => process.stderr.write(`${line}\n`));
  if (missing.length > 0 && process.env.CI) fail('CI runs every suite; the programs named above must be there');
}
