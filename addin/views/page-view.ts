import { type Language, message, type MessageCode } from '../../plan/messages/message.js';
import { element } from './element.js';

/** A page in place of the pane's work: what is the matter, and what to do. */
export function pageView(language: Language, title: MessageCode, ...text: (MessageCode | Node | null)[]): HTMLElement {
  return element(
    'div',
    { class: 'page' },
    element('h2', {}, message(language, title)),
    ...text.map((each) => (typeof each === 'string' ? element('p', {}, message(language, each)) : each)),
  );
}

/** Numberless steps the reader can take. */
export const steps = (language: Language, ...codes: MessageCode[]): HTMLElement =>
  element('ul', { class: 'steps' }, ...codes.map((code) => element('li', {}, message(language, code))));
