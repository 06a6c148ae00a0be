import type { DraftFacts } from '../../plan/draft/draft-record.js';
import type { Language } from '../../plan/messages/message.js';
import type { StarterFacts } from '../../plan/record/starter-record.js';
import type { Catalogue } from '../../plan/record/schema.js';
import { reviewWorkbook } from '../../plan/review/review-workbook.js';
import { VERSION } from '../version.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';

/** Rows to fill in: more than any plan seen has figures and claims. */
const SPARE = { figures: 80, claims: 30 };

/** The workbook of a review with nothing in it yet but what is known of the plan: a person writes the record in Excel. */
export function emptyReview({ id, firstYear, lastYear, source }: StarterFacts, catalogue: Catalogue, language: Language): Promise<Buffer> {
  const facts: DraftFacts = {
    ...{ title: null, titleEn: null, place: null, placeEn: null, level: null, code: null, parent: null, parentEn: null, parentCode: null },
    ...{ issuer: null, issuerEn: null, issued: null, baseYear: firstYear - 1, firstYear, lastYear },
    ...{ document: source?.name ?? '', sha256: source?.sha256 ?? '', grade: 'third-party' },
  };
  const doubts = (['title', 'place', 'level', 'issuer', ...(source ? [] : (['document', 'sha256'] as const))] as const).map((fact) => ({
    fact,
    reason: { code: 'draft.fill-in', args: {} } as const,
  }));
  const draft = { id, facts, doubts, scopes: [], figures: [], claims: [], leftOut: [], proposals: [] };
  return writeWorkbook(reviewWorkbook({ draft, catalogue, language, version: VERSION, sentences: new Map(), spare: SPARE }));
}
