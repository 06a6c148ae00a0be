import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { SourceBlock } from '../../plan/extract/draft.js';
import { tableRows } from './table-rows.js';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What a browser does not show, and what surrounds a page's article. */
const DROPPED = new Set([
  ...['head', 'script', 'style', 'noscript', 'template', 'svg', 'math', 'object', 'iframe', 'canvas', 'audio', 'video'],
  ...['nav', 'footer', 'aside', 'form', 'button', 'select', 'textarea', 'input', 'del', 's', 'strike'],
]);
const OWN_LINE = new Set([
  ...['address', 'article', 'blockquote', 'body', 'br', 'caption', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'figure', 'figcaption', 'h1', 'h2', 'h3'],
  ...['h4', 'h5', 'h6', 'header', 'hr', 'html', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/** A page's text and tables in their order: what a reader sees of it, without menus and scripts. Tables that only lay out the page are text. */
export function htmlBlocks(html: string): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let text = '';
  const endText = (): void => {
    const clean = cleanText(text);
    if (clean !== '') blocks.push({ kind: 'text', text: clean });
    text = '';
  };
  // A stack of its own: hostile nesting must not overflow the machine's.
  const stack: (Node | string)[] = [parse(html)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node;
    else if (isText(node)) text += node.value.replace(/[ \t\f\r\n]+/gu, (space) => (space.includes('\n') ? SOURCE_BREAK : space));
    else if ('childNodes' in node) {
      if (isElement(node) && (DROPPED.has(node.tagName) || isHidden(node))) continue;
      const rows = isElement(node) && node.tagName === 'table' ? tableRows(node, cellText) : null;
      if (rows) {
        endText();
        blocks.push({ kind: 'table', rows });
        continue;
      }
      const line = isElement(node) && OWN_LINE.has(node.tagName) ? '\n' : '';
      if (line) stack.push(line);
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) stack.push(node.childNodes[index] ?? '');
      if (line) stack.push(line);
    }
  }
  endText();
  return blocks;
}

const isText = (node: Node): node is DefaultTreeAdapterMap['textNode'] => node.nodeName === '#text';
const isElement = (node: Node): node is Element => 'tagName' in node;

function isHidden({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(value)));
}

/** Where the source breaks a line, a browser shows a space, and between Chinese characters nothing is meant. */
const SOURCE_BREAK = '\u{f0000}';

const cleanText = (text: string): string =>
  text
    .replace(/(?<=[\p{Script=Han}，。；：、（）“”])\u{f0000}+(?=[\p{Script=Han}，。；：、（）“”])/gu, '')
    .replace(/[ \t\f\u00a0\u3000\u{f0000}]+/gu, ' ')
    .replace(/ ?\n[\n ]*/gu, '\n')
    .trim();

/** The text of a cell on one line. */
function cellText(cell: Element): string {
  let text = '';
  const stack: Node[] = [cell];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) text += node.value;
    else if ('childNodes' in node) {
      if (isElement(node) && (DROPPED.has(node.tagName) || isHidden(node))) continue;
      if (isElement(node) && OWN_LINE.has(node.tagName)) text += '\n';
      for (let index = node.childNodes.length - 1; index >= 0; index -= 1) stack.push(node.childNodes[index] as Node);
    }
  }
  return text
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .replace(/(?<=[\p{Script=Han}，。；：、（）“”]) (?=[\p{Script=Han}，。；：、（）“”])/gu, '')
    .trim();
}
