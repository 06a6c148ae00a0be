import type { Draft, SourceText } from '../../plan/extract/draft.js';
import type { ReadDocument } from './read-document.js';

/** A draft made from simplified characters, its printed fragments as the document has them: numbers are quoted, so their script is kept. */
export function restoreScript(draft: Draft, { original, simplified }: ReadDocument): Draft {
  if (original === simplified) return draft;
  const [from, to] = [textOf(simplified), textOf(original)];
  // Each character stands for one: where the dictionary has broken that, the simplified fragment is kept.
  if (from.length !== to.length) return draft;
  const known = new Map<string, string>();
  const restored = (printed: string): string => {
    const kept = known.get(printed);
    if (kept !== undefined) return kept;
    const at = from.indexOf(printed);
    const fragment = at < 0 ? printed : to.slice(at, at + printed.length);
    known.set(printed, fragment);
    return fragment;
  };
  const inScript = <T extends { printed: string }>(items: readonly T[]): T[] => items.map((item) => ({ ...item, printed: restored(item.printed) }));
  return { ...draft, figures: inScript(draft.figures), claims: inScript(draft.claims), leftOut: inScript(draft.leftOut) };
}

const textOf = ({ blocks }: SourceText): string =>
  blocks.map((block) => (block.kind === 'text' ? block.text : block.rows.map((row) => row.join('\t')).join('\n'))).join('\n');
