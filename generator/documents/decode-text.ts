import { countMatches } from './count-matches.js';
import { UnreadableDocument } from './unreadable-document.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Characters that the bytes no longer hold. */
  damaged: number;
}

/** Of characters beyond ASCII, how many may be damaged before another encoding, or none, is the likelier. */
const MOST_DAMAGED = 0.02;
/** Characters that any Chinese plan is full of, in simplified and traditional form; text read in a wrong encoding hardly has them. */
const EVERYDAY =
  /[的一是在和有大中国國年到以上为為发發展科技创創新产產业業建设設市县縣区區强強化推进進高企动動力研究实實施加快服务務人工程及等目标標经經项項级級达達全]/gu;
const LEAST_EVERYDAY = 0.05;

/** Decodes text of unknown encoding: by its byte order mark, else the first of UTF-8, GB18030 and UTF-16 that gives sensible text. Refuses what is no text. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  if (marked) return decode(bytes, marked);
  if (bytes.includes(0)) {
    const wide = wideText(bytes);
    if (wide) return wide;
    throw new UnreadableDocument('not a text: it holds bytes that no text has; name the document itself (.txt, .html, .docx or .pdf)');
  }
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const decoded = decode(bytes, encoding);
    if (decoded.damaged <= MOST_DAMAGED * beyondAscii(decoded.text) && isSensible(decoded.text, encoding === 'utf-8')) return decoded;
  }
  const wide = wideText(bytes);
  if (wide) return wide;
  throw new UnreadableDocument('not a text in UTF-8, UTF-16 or GB18030; open it in an editor and save it as UTF-8');
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: countMatches(text, /\ufffd/gu) };
}

/** UTF-16 without a mark: told by the everyday characters that one of its two byte orders shows. */
function wideText(bytes: Uint8Array): Decoded | null {
  const both = (['utf-16le', 'utf-16be'] as const).map((encoding) => decode(bytes, encoding));
  return both.find(({ text, damaged }) => damaged <= MOST_DAMAGED * beyondAscii(text) && isSensible(text, false)) ?? null;
}

/** Next to no control characters and, unless the bytes themselves prove the encoding, the words of a Chinese text. */
function isSensible(text: string, proven: boolean): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what tells a program from a text
  const controls = countMatches(text, /[\u0000-\u0008\u000e-\u001f\u007f]/gu);
  if (controls > text.length / 500) return false;
  if (proven) return true;
  const hanzi = countMatches(text, /\p{Script=Han}/gu);
  return hanzi > 0 && countMatches(text, EVERYDAY) >= LEAST_EVERYDAY * hanzi;
}

// eslint-disable-next-line no-control-regex -- the range of ASCII
const beyondAscii = (text: string): number => countMatches(text, /[^\u0000-\u007f]/gu);
