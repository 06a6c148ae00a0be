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

/** `file:line:column: path: message`. */
export function formatFault({ file, line, column, path, message }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return [place, path, message].filter((part) => part !== '').join(': ');
}

/** figures[3].printed */
export const formatPath = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');

/** Faults of one file that are told; who has more has made one mistake many times, or is no friend. */
const MOST_TOLD = 100;

/** The first of a file's faults, and a last one that says how many more there are. */
export function firstFaults<T>(file: string, all: readonly T[], told: (one: T) => Fault): Fault[] {
  const more = all.length - MOST_TOLD;
  const first = all.slice(0, MOST_TOLD).map(told);
  return more > 0 ? [...first, { file, path: '', message: `${more} more faults; mend these first` }] : first;
}
