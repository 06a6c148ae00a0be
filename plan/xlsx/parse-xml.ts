import { SaxesParser } from 'saxes';
import { UnreadableWorkbook } from './limits.js';

export interface Handlers {
  open(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Walks an XML part; names come without their prefixes. A document type (and with it any entity of its own) is refused. */
export function parseXml(xml: string, part: string, handlers: Handlers): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on('error', (error) => {
    throw new UnreadableWorkbook('unreadable.part', { part, why: error.message.slice(0, 80) });
  });
  parser.on('doctype', () => {
    throw new UnreadableWorkbook('unreadable.doctype', { part });
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open(local(name), attributes));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
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
