/** How much of a workbook is read before it is refused: far above any real plan, far below a machine's memory. */
export interface Limits {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes of one part, and of all parts read, once inflated. */
  partBytes: number;
  totalBytes: number;
  sheets: number;
  cells: number;
}

export const LIMITS: Limits = { fileBytes: 64e6, partBytes: 32e6, totalBytes: 96e6, sheets: 500, cells: 2e6 };

/** A workbook that cannot be read, and why, in one line. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}
