import type { Change } from '../../contract/change.js';
import type { Scalar } from '../../expression/expression.js';
import { type Language, message } from '../../messages/message.js';

const LONGEST = 60;

/** A change in words: where it is, what it is about, from what to what. */
export function changeText(language: Language, change: Change): string {
  const { kind, cell, about, header, from, to } = change;
  switch (kind) {
    case 'row-removed':
      return message(language, 'change.row-removed', { about: about || String(from) });
    case 'row-copied':
      return message(language, 'change.row-copied', { cell: cell ?? '', about });
    case 'row-added':
      return message(language, 'change.row-added', { cell: cell ?? '', to: shownValue(language, to) });
    case 'column-removed':
    case 'name-removed':
      return message(language, `change.${kind}`, { from: String(from) });
    default: {
      const where = [cell, [about, header].filter((part) => part !== '').join(' · ')].filter((part) => part !== '').join(' ');
      return message(language, 'change.value', { where, from: shownValue(language, from), to: shownValue(language, to) });
    }
  }
}

/** A cell's content for a reader: text in quotation marks, so that "34.94" and 34.94 are two things; long ones cut. */
export function shownValue(language: Language, value: Scalar): string {
  if (value === null) return message(language, 'change.blank');
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return String(value).toUpperCase();
  const short = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return value.startsWith('=') ? short : `“${short}”`;
}
