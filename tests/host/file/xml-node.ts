import { SaxesParser } from 'saxes';
import { escapeAttribute, escapeText } from '../../../generator/xlsx/xml.js';

/** An XML element with its names as written, prefixes and all, so that it can be written back. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

/** A part as a tree that keeps what it does not know. Throws where it is not well-formed. */
export function parseNode(xml: string): XmlNode {
  const root = node('');
  const open = [root];
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = node(name, { ...attributes });
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => open.length > 1 && void open.at(-1)?.children.push(text));
  parser.write(xml).close();
  const first = elements(root)[0];
  if (!first) throw new Error('an empty XML part');
  return first;
}

/** An element to be put into a tree. */
export const node = (name: string, attributes: Record<string, string> = {}, children: (XmlNode | string)[] = []): XmlNode => ({ name, attributes, children });

export function writeNode({ name, attributes, children }: XmlNode): string {
  const open = Object.entries(attributes).reduce((text, [key, value]) => `${text} ${key}="${escapeAttribute(value)}"`, `<${name}`);
  if (children.length === 0) return `${open}/>`;
  return `${open}>${children.map((child) => (typeof child === 'string' ? escapeText(child) : writeNode(child))).join('')}</${name}>`;
}

/** A tree as a part of its own. */
export const writePart = (root: XmlNode): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeNode(root)}`;

/** Attributes with truth values told one way: LibreOffice writes true and false, Excel 1 and 0. */
export const flags = (attributes: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value === 'true' ? '1' : value === 'false' ? '0' : value]));

export const elements = (parent: XmlNode): XmlNode[] => parent.children.filter((child): child is XmlNode => typeof child !== 'string');
export const child = (parent: XmlNode | undefined, name: string): XmlNode | undefined => parent && elements(parent).find((each) => each.name === name);
export const copy = (original: XmlNode): XmlNode =>
  node(
    original.name,
    { ...original.attributes },
    original.children.map((each) => (typeof each === 'string' ? each : copy(each))),
  );

/**
 * Puts an element among its parent's children where the schema's order wants it: before the first child that comes after
 * it in `order`. Replaces one of the same name if `replace` is set.
 */
export function place(parent: XmlNode, element: XmlNode, order: readonly string[], replace = false): void {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  if (replace) parent.children = parent.children.filter((each) => typeof each === 'string' || each.name !== element.name);
  const before = parent.children.findIndex((each) => typeof each !== 'string' && rank(each.name) > rank(element.name));
  parent.children.splice(before === -1 ? parent.children.length : before, 0, element);
}
