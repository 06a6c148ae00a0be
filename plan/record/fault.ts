import { oneLine } from '../messages/one-line.js';

/** What is wrong with a file, where, and what to do about it: one line. */
export interface Fault {
  file: string;
  /** 1-based; absent where the fault has no place in a text. */
  line?: number;
  column?: number;
  /** Such as figures[3].printed; empty for the file as a whole. */
  path: string;
  message: string;
}

/** Characters of a fault's line; a key may be as long as its file. */
const LONGEST = 1000;

/** `file:line:column: path: message`, on one line whatever stands in the file. */
export function formatFault({ file, line, column, path, message }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return oneLine([place, path, message].filter((part) => part !== '').join(': '), LONGEST);
}

/** figures[3].printed */
export const formatPath = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');

/** Faults of one file that are told: far more than a draft has entries to refuse, far fewer than take time. */
const MOST_TOLD = 5000;

/** The first of a file's faults, and a last one that says how many more there are. */
export function firstFaults<T>(file: string, all: readonly T[], told: (one: T) => Fault): Fault[] {
  const more = all.length - MOST_TOLD;
  const first = all.slice(0, MOST_TOLD).map(told);
  return more > 0 ? [...first, { file, path: '', message: `${more} more faults; mend these first` }] : first;
}
