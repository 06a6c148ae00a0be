import { bearsSeal } from '../xlsx/seal.js';
import { ChangedMeanwhile, isReadOnly, type StandingFile, standingFile } from './standing-file.js';
import { writeFault } from './write-fault.js';
import { isOfSystem, writePiecesWhole } from './write-file.js';

/** What became of a workbook that was to be written. */
export interface Outcome {
  state: 'written' | 'unchanged' | 'refused';
  /** Why it was refused, in one line; else null. */
  complaint: string | null;
  /** What the reader should know though nothing went wrong. */
  notes: string[];
  /** Why no other file can be written either, in one line that stands for the complaint. */
  folderFault: string | null;
}

/** A workbook to be made of what stands in its place: the reason why that must be left alone, and the making. */
export interface Making {
  refusal: string | null;
  /** What --force would spare all the same, in brackets after a blank. */
  spared?: string;
  make(): Promise<{ bytes: Buffer | Iterable<Buffer>; notes: string[] }>;
}

export interface ReplaceOptions {
  force: boolean;
  /** What the workbook would be made from: one that stands there and bears the seal of the same is left as it is. Null where that is not known. */
  inputs: string | null;
}

/** How often a file is read anew that others save while its successor is made. */
const ATTEMPTS = 3;

/** Puts a workbook in its place, made of what stands there; a file that would lose something by it stays, and it is said why. */
export async function replaceWorkbook(file: string, options: ReplaceOptions, prepare: (earlier: Buffer | null) => Making): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await replaceOnce(file, options, prepare);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      if (attempt === ATTEMPTS) return refused(`${file}: is being changed by another program; close it there and run again`);
    }
  }
}

async function replaceOnce(file: string, { force, inputs }: ReplaceOptions, prepare: (earlier: Buffer | null) => Making): Promise<Outcome> {
  const standing = standingFile(file);
  if (!force && inputs !== null && standing.bytes !== null && bearsSeal(standing.bytes, inputs)) return { ...refused(null), state: 'unchanged' };
  const making = prepare(standing.bytes);
  const refusal = standing.refusal ?? making.refusal;
  if (refusal !== null && !force) return refused(`${file}: ${refusal}; move it away, or replace it with --force${making.spared ?? ''}`);
  const { bytes, notes } = await making.make();
  if (!force && Buffer.isBuffer(bytes) && standing.bytes?.equals(bytes) === true) return { ...refused(null), notes, state: 'unchanged' };
  if (!force && isReadOnly(standing)) return refused(`${file}: is read-only; allow writing to it, or replace it with --force`);
  try {
    // Whatever a link leads to that is not this workbook is another's: --force puts a file in the place of the link alone.
    writePiecesWhole(refusal === null ? standing.target : file, Buffer.isBuffer(bytes) ? [bytes] : bytes, {
      mode: modeOf(standing),
      ready: standing.unchanged,
    });
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    const { reason, folder } = writeFault(standing.target, error);
    return { ...refused(`${file}: ${reason}`), folderFault: folder };
  }
  return { state: 'written', complaint: null, notes, folderFault: null };
}

const refused = (complaint: string | null): Outcome => ({ state: 'refused', complaint, notes: [], folderFault: null });

/** A file that was read-only has been replaced by force: the next one need not be. */
const modeOf = (standing: StandingFile): number | undefined => (isReadOnly(standing) ? undefined : standing.mode);
