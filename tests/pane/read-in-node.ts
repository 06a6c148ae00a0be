import { Engine } from '../../addin/engine/engine.js';
import type { ShownFinding } from '../../addin/engine/shown.js';
import { readBook } from '../../addin/excel/read-book.js';
import { type CheckFilter, FINDING_KINDS } from '../../addin/models/check-model.js';
import type { Language } from '../../plan/messages/message.js';
import type { OfficeClient } from '../host/client/node-client.js';

/** Gives the pane's room for Excel the client it finds as a global in its page. */
export function usingClient({ Excel, Office }: OfficeClient): void {
  Object.assign(globalThis, { Excel, Office });
}

const EVERYTHING: CheckFilter = { kinds: new Set(FINDING_KINDS), search: '', most: Infinity };

/** The pane's engine after reading the workbook that the client is in. */
export async function engineOn(client: OfficeClient, language: Language = 'zh'): Promise<{ engine: Engine; findings: ShownFinding[]; kind: string }> {
  usingClient(client);
  const engine = new Engine('0.0.0-test');
  const signal = new AbortController().signal;
  await readBook({ outline: (outline) => engine.outline(outline), piece: (piece) => engine.piece(piece), progress: () => undefined }, signal);
  const { kind } = engine.examine(language);
  return { engine, findings: engine.list(EVERYTHING)?.shown ?? [], kind };
}
