import { describe, expect, it } from 'vitest';
import { readDocument } from '../../generator/documents/read-document.js';
import { extractDraft } from '../../plan/extract/extract-draft.js';
import { documentsAreHere } from '../record/documents.js';
import { type GoldDocument, madeUp } from '../score/gold.js';
import { goldOfRecord } from '../score/gold-of-record.js';
import { type Score, score, total } from '../score/score.js';
import { rates } from '../score/tally.js';
import { catalogue, plans } from '../seeds.js';

/** Reads each document and holds it against its gold answer, all as one. */
async function scored(documents: readonly GoldDocument[]): Promise<Score> {
  const scores: Score[] = [];
  for (const { file, gold } of documents) {
    const { simplified } = await readDocument(file);
    scores.push(score(gold, extractDraft(simplified, catalogue())));
  }
  return total(scores);
}

/** Floors under what is reached, so that a change that reads worse is seen; `npm run score` tells the values. */
describe.each([
  ['the five documents', documentsAreHere ? plans().map(goldOfRecord) : [], { strict: 0.97, claims: 0.97 }],
  ['the tuning documents', madeUp('tuning'), { strict: 0.96, claims: 0.96 }],
])('%s', (_, documents, floor) => {
  it.skipIf(documents.length === 0)('are read at least as well as before, and what is certain is right', async () => {
    const { strict, claims, certain } = await scored(documents);
    expect(rates(strict).f1).toBeGreaterThanOrEqual(floor.strict);
    expect(rates(claims).f1).toBeGreaterThanOrEqual(floor.claims);
    const { marked, right, whole, all } = certain.figures;
    expect(right / marked).toBeGreaterThanOrEqual(0.98);
    expect(whole / marked).toBeGreaterThanOrEqual(0.98);
    // Nothing certain would be right always, and of no use.
    expect(marked / all).toBeGreaterThanOrEqual(0.3);
  });
});
