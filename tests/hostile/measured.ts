import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUNDLE } from '../cli/planbook.js';

export interface Measured {
  status: number | null;
  stdout: string;
  complaints: string[];
  /** Highest resident memory of the process, in MB; -1 where it did not end by itself. */
  peak: number;
  /** Hosts, sockets and programs that it tried to reach or start. */
  reached: string[];
}

/** Loaded before the command line, in each of its threads: tells every attempt to leave the process, and its memory at the end. */
const HOOK = `
const fs = require('node:fs');
const { isMainThread } = require('node:worker_threads');
const told = (name) => (...args) => { fs.appendFileSync(process.env.REACHED, name + '\\n'); throw new Error(name); };
require('node:net').Socket.prototype.connect = told('socket');
require('node:dns').lookup = told('dns');
require('node:dgram').createSocket = told('datagram');
globalThis.fetch = told('fetch');
const processes = require('node:child_process');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) processes[name] = told(name);
// What Linux tells as the peak of a process begins with that of the process that started it; its status does not.
const peak = () => Number(/VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
if (isMainThread) process.on('exit', () => fs.writeFileSync(process.env.MEASURED, String(fs.existsSync('/proc/self/status') ? peak() : process.resourceUsage().maxRSS / 1024)));
`;

/** So long a run takes where it hangs. */
const HANGS_MS = 50_000;

/** Runs the bundled command line in a folder, measured and watched. A run that hangs ends with a null status. */
export function measured(folder: string, ...options: string[]): Measured {
  const [hook, told, left] = [path.join(folder, 'hook.cjs'), path.join(folder, 'measured.txt'), path.join(folder, 'reached.txt')];
  writeFileSync(hook, HOOK);
  writeFileSync(told, '-1');
  writeFileSync(left, '');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', hook, BUNDLE, ...options], {
    ...{ cwd: folder, encoding: 'utf8', maxBuffer: 256e6, timeout: HANGS_MS },
    env: { ...process.env, MEASURED: told, REACHED: left },
  });
  return { status, stdout, complaints: linesOf(stderr), peak: Number(readFileSync(told, 'utf8')), reached: linesOf(readFileSync(left, 'utf8')) };
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
