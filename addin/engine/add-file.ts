import type { Language } from '../../plan/messages/message.js';
import { fileTooLarge, LIMITS } from '../../plan/xlsx/limits.js';
import type { Added } from './engine.js';

/** Who takes a workbook's bytes: the engine, here or in its worker. */
interface Taker {
  add: (name: string, bytes: Uint8Array, language: Language) => Added | Promise<Added>;
}

/** Adds a file that a reader has chosen. Its size is asked first: the browser would load gigabytes before they are refused. */
export async function addFile(engine: Taker, file: Pick<File, 'name' | 'size' | 'arrayBuffer'>, language: Language): Promise<Added> {
  if (file.size > LIMITS.fileBytes) return { refused: fileTooLarge(LIMITS).told(language) };
  return engine.add(file.name, new Uint8Array(await file.arrayBuffer()), language);
}
