import { SaxesParser } from 'saxes';
import { UnreadableWorkbook } from './limits.js';

export interface Handlers {
  open(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Far beyond what a workbook's parts have; each level and each attribute is held in memory. */
const DEEPEST = 100;
const MOST_ATTRIBUTES = 1000;

/**
 * Walks an XML part; names come without their prefixes. A document type (and with it any entity of its own) is refused, and so is
 * nesting or an element that would fill the memory.
 */
export function parseXml(xml: string, part: string, handlers: Handlers): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on('error', (error) => {
    throw new UnreadableWorkbook('unreadable.part', { part, why: error.message.slice(0, 80) });
  });
  parser.on('doctype', () => {
    throw new UnreadableWorkbook('unreadable.doctype', { part });
  });
  let [depth, attributesSeen] = [0, 0];
  parser.on('attribute', () => {
    attributesSeen += 1;
    if (attributesSeen > MOST_ATTRIBUTES) throw new UnreadableWorkbook('unreadable.attributes', { part, most: MOST_ATTRIBUTES });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    attributesSeen = 0;
    if (depth > DEEPEST) throw new UnreadableWorkbook('unreadable.depth', { part, most: DEEPEST });
    handlers.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.write(xml).close();
}

/** A cell's text with Excel's escapes undone: _x000D_ is a carriage return, _x005F_ an underscore. */
export const unescapeCellText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without prefix. */
export const attribute = (attributes: Record<string, string>, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
