import { oneLine } from '../../plan/messages/one-line.js';

/** What the exit code says: fine; findings at error level; wrong use or input that cannot be used. */
export const EXIT = { fine: 0, findings: 1, unusable: 2 } as const;

/** Where a command's results and complaints go: standard output and standard error. */
export interface Output {
  print(text: string): void;
  complain(lines: readonly string[]): void;
}

/** Characters of a complaint; names and texts in it may come from a file that anyone has made. */
const LONGEST = 2000;

export const consoleOutput: Output = {
  print: (text) => {
    if (text !== '') process.stdout.write(`${text}\n`);
  },
  complain: (lines) => {
    for (const line of lines) process.stderr.write(`${oneLine(line, LONGEST)}\n`);
  },
};
