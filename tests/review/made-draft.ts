import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import type { ClaimEntry, DraftEntry, DraftFacts, DraftRecord, FigureEntry } from '../../plan/draft/draft-record.js';
import type { ReviewReason } from '../../plan/extract/draft.js';
import type { Language } from '../../plan/messages/message.js';
import { reviewWorkbook } from '../../plan/review/review-workbook.js';
import { catalogue } from '../seeds.js';

const UNSURE: ReviewReason = { code: 'draft.unsure', args: {} };

const FACTS: DraftFacts = {
  ...{ title: '苍湾县“十四五”科技创新规划', titleEn: null, place: '苍湾县', placeEn: 'Cangwan', level: 'county', code: null },
  ...{ parent: null, parentEn: null, parentCode: null, issuer: '苍湾县科学技术局', issuerEn: null, issued: '2021-11' },
  ...{ baseYear: 2020, firstYear: 2021, lastYear: 2025, document: '=1+1.txt', sha256: 'a'.repeat(64), grade: 'third-party' },
};

const figure = (
  id: string,
  indicator: string | null,
  year: number | null,
  printed: string,
  review: ReviewReason | null,
  more: Partial<FigureEntry> = {},
): DraftEntry<FigureEntry> => ({
  ...{ id, review, remark: null },
  entry: {
    ...{ indicator, name: indicator === null ? '某新指标' : '某指标', scope: null, printed, unit: null, at: '一/(一)/s2', year, fromYear: null },
    ...{ role: year !== null && year > 2020 ? 'target' : 'baseline', estimated: false, everyYear: false, guess: null, ...more },
  },
});

const claim = (id: string, kind: ClaimEntry['kind'], printed: string, review: ReviewReason | null, more: Partial<ClaimEntry> = {}): DraftEntry<ClaimEntry> => ({
  ...{ id, review, remark: null },
  entry: {
    ...{ indicator: 'rd-expenditure', name: '研发经费', scope: null, printed, unit: null, at: '一/(一)/s3', kind, fromYear: 2020, toYear: 2025 },
    ...{ among: null, whole: null, parts: [], ...more },
  },
});

/** A draft with each kind of thing that a review shows: certain and not, of another place, without a year, without an indicator, a sum. */
export const madeDraft = (): DraftRecord => ({
  ...{ id: 'cangwan-2021-2025', facts: FACTS, doubts: [{ fact: 'code', reason: { code: 'draft.no-code', args: { place: '苍湾县' } } }] },
  scopes: [{ slug: 'scope-1', zh: '全省', relation: 'above', code: null }],
  figures: [
    figure('f1', 'rd-expenditure', 2020, '34.94亿元', null),
    figure('f2', 'rd-expenditure', 2025, '50亿元以上', UNSURE),
    figure('f3', 'rd-intensity', 2020, '2.88%', UNSURE, { scope: 'scope-1' }),
    figure('f4', 'high-tech-enterprises', 2020, '312', null, { unit: '家' }),
    figure('f5', 'high-tech-enterprises', null, '281家', null, { role: 'baseline', guess: 2020, estimated: true }),
    figure('f6', null, 2025, '12个', UNSURE),
    figure('f7', 'talent-events', 2025, '2次以上', null, { everyYear: true }),
    figure('f8', 'sci-tech-projects', 2020, '706项', null, { fromYear: 2016 }),
    figure('f9', 'sci-tech-projects-municipal', 2020, '376项', null, { fromYear: 2016 }),
  ],
  claims: [
    claim('c1', 'average-growth', '年均增长12%以上', UNSURE),
    claim('c2', 'rank', '排名第四', null, { among: '全省', indicator: 'rd-intensity', fromYear: null }),
    claim('c3', 'sum', '706项', null, { indicator: 'sci-tech-projects', fromYear: 2016, toYear: 2020, whole: 'f8', parts: ['f9'] }),
  ],
  leftOut: [{ printed: '五年', at: 's1', why: 'date' }],
  proposals: [{ name: '某新指标', unit: '个', kind: 'count', flow: false, better: 'higher' }],
});

const SENTENCES = new Map([
  ['一/(一)/s2', '2020年全社会研发经费支出达到34.94亿元，高新技术企业312家。'],
  ['一/(一)/s3', '=2+3，年均增长12%以上。'],
]);

/** The workbook in which it is reviewed. */
export const madeReview = (language: Language = 'zh', draft: DraftRecord = madeDraft()): Promise<Buffer> =>
  writeWorkbook(reviewWorkbook({ draft, catalogue: catalogue(), language, version: '0.0.0-test', sentences: SENTENCES, spare: { figures: 5, claims: 3 } }));
