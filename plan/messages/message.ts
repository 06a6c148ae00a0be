import { en } from './en.js';
import { zh } from './zh.js';

export type Language = 'zh' | 'en';
export type MessageCode = keyof typeof zh;

const TEXTS: Record<Language, Record<MessageCode, string>> = { zh, en };

/** All prose a person reads, by language and code; {name} in a text is filled from the arguments. */
export function message(language: Language, code: MessageCode, args: Record<string, string | number> = {}): string {
  const text = TEXTS[language][code];
  if (!text.includes('{')) return text;
  return text.replace(/\{(\w+)\}/gu, (_, key: string) => String(args[key] ?? ''));
}

export const isMessageCode = (code: string): code is MessageCode => Object.hasOwn(zh, code);
