import { type Language, message, type MessageCode } from '../messages/message.js';
import { oneLine } from '../messages/one-line.js';

/** How much of a workbook is read before it is refused: far above any real plan, far below a machine's memory. */
export interface Limits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes of one part, and of all parts read, once inflated. */
  partBytes: number;
  totalBytes: number;
  /** Packed files in it, whether they are read or not. */
  parts: number;
  sheets: number;
  /** Workbook-wide defined names. */
  names: number;
  cells: number;
  /** Characters of one cell or formula as the file spells it, and of all formulas once shared ones are written out. */
  cellCharacters: number;
  formulaCharacters: number;
}

export const LIMITS: Limits = {
  ...{ fileBytes: 64e6, partBytes: 32e6, totalBytes: 96e6, parts: 10_000 },
  ...{ sheets: 500, names: 20_000, cells: 2e6, cellCharacters: 100_000, formulaCharacters: 48e6 },
};

/** Why a workbook is not read, by the code of its message. */
type Reason = Extract<MessageCode, `unreadable.${string}`>;

/** A workbook that cannot be read, and why, in one line: in English as the command line's own lines are, or in the reader's language. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';

  private readonly args: Record<string, string | number>;

  constructor(
    readonly code: Reason,
    args: Record<string, string | number> = {},
  ) {
    const shown = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? oneLine(value) : value]));
    super(message('en', code, shown));
    this.args = shown;
  }

  told(language: Language): string {
    return message(language, this.code, this.args);
  }
}

/** Of a file above the limit; whoever knows a file's size says so before it is read. */
export const fileTooLarge = ({ fileBytes }: Limits): UnreadableWorkbook =>
  new UnreadableWorkbook('unreadable.file-size', { most: Math.round(fileBytes / 1e6) });
