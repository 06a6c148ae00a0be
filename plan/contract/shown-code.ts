import { isMessageCode, type Language, message } from '../messages/message.js';

const CODES = {
  role: ['history', 'baseline', 'target', 'vision'],
  bound: ['eq', 'ge', 'gt', 'le', 'lt', 'range', 'approx', 'near'],
  disposition: ['true', 'definition', 'corrected', 'pending'],
} as const;
const LANGUAGES: readonly Language[] = ['zh', 'en'];

export type ShownCode<Group extends keyof typeof CODES> = (typeof CODES)[Group][number];

/** The code whose wording, in either language, a cell shows; null where it shows none of them. */
export function shownCode<Group extends keyof typeof CODES>(group: Group, shown: unknown): ShownCode<Group> | null {
  const found = CODES[group].find((code) => {
    const messageCode = `${group}.${code}`;
    return isMessageCode(messageCode) && LANGUAGES.some((language) => message(language, messageCode) === shown);
  });
  return found ?? null;
}
