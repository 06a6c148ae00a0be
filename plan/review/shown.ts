import { type Language, message, type MessageCode } from '../messages/message.js';

/** The lists a review workbook offers, each code with the message that shows it. */
export const LISTS = {
  decision: { accept: 'review.accept', correct: 'review.correct', drop: 'review.drop' },
  role: { history: 'role.history', baseline: 'role.baseline', target: 'role.target', vision: 'role.vision' },
  kind: {
    ...{ growth: 'kind.growth', 'average-growth': 'kind.average-growth', multiple: 'kind.multiple', doubling: 'kind.doubling' },
    ...{ increment: 'kind.increment', 'share-change': 'kind.share-change', rank: 'kind.rank', sum: 'kind.sum' },
  },
  level: { province: 'level.province', prefecture: 'level.prefecture', county: 'level.county', zone: 'level.zone', cluster: 'level.cluster' },
  grade: { official: 'grade.official', 'official-reprint': 'grade.official-reprint', 'third-party': 'grade.third-party' },
  yes: { yes: 'review.yes' },
} as const satisfies Record<string, Record<string, MessageCode>>;

export type ListName = keyof typeof LISTS;
export type CodeOf<Name extends ListName> = keyof (typeof LISTS)[Name] & string;

/** The code whose wording, in either language, a cell shows, or which stands there itself; null where it shows none of them. */
export function codeShown<Name extends ListName>(list: Name, shown: string): CodeOf<Name> | null {
  const languages: readonly Language[] = ['zh', 'en'];
  const entries = Object.entries(LISTS[list]) as [CodeOf<Name>, MessageCode][];
  return entries.find(([code, text]) => code === shown || languages.some((language) => message(language, text) === shown))?.[0] ?? null;
}
