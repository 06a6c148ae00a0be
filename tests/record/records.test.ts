import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { plans } from '../seeds.js';
import { documentOf, documentsAreHere, entriesOf, plain, sentencesOf } from './documents.js';
import { NAMES, unaccounted } from './unaccounted.js';

const overlaps = (printed: string, number: string): boolean => printed.includes(number) || number.includes(printed);

// The documents are no part of the project: without them beside it, this suite is skipped.
describe.skipIf(!documentsAreHere)('the records and their documents', () => {
  describe.each(plans().map((plan) => ({ id: plan.record.id, plan })))('$id', ({ id, plan }) => {
    it('is of the document whose SHA-256 it names', () => {
      expect(createHash('sha256').update(documentOf(plan)).digest('hex')).toBe(plan.record.source.sha256);
    });

    it('every printed fragment stands in the sentence at its locator', () => {
      const sentences = sentencesOf(plan);
      const astray = entriesOf(plan).filter(({ printed, at }) => !sentences.get(at)?.some((sentence) => sentence.includes(plain(printed))));
      expect(astray).toEqual([]);
    });

    it('every annex that is missing is named where the record says', () => {
      const sentences = sentencesOf(plan);
      expect(plan.record.source.missing.filter(({ at }) => !sentences.has(at))).toEqual([]);
    });

    it('every number with a unit is a figure, a claim or left out with a reason', () => {
      const found = unaccounted(plan);
      const names = found.filter(({ name }) => name !== null);
      console.log(`${id}: ${entriesOf(plan).length} entries; not in the record: ${names.length} parts of names, ${found.length - names.length} others`);
      expect(found.filter(({ name }) => name === null).map(({ at, number }) => `${at}: ${number}`)).toEqual([]);
    });

    it('the search finds the number of every figure, were the record empty', () => {
      const found = unaccounted({ ...plan, record: { ...plan.record, figures: [], claims: [], leftOut: [] } });
      const missed = plan.record.figures.filter(({ printed, at }) => !found.some((each) => each.at === at && overlaps(plain(printed), each.number)));
      expect(missed).toEqual([]);
    });
  });

  it('every name on the list of names is one of a document', () => {
    const reasons = new Set(plans().flatMap((plan) => unaccounted(plan).map(({ name }) => name)));
    expect(NAMES.filter(([, reason]) => !reasons.has(reason))).toEqual([]);
  });
});
