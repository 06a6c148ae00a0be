import { readFileSync } from 'node:fs';

/** A document's characters: UTF-16 by its mark, else UTF-8, else GB18030. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ' };

/** What a reader sees of a document: its characters without the tags of a web page. Enough to look fragments up; the extractor reads for itself. */
export function documentText(file: string): string {
  const text = decode(readFileSync(file));
  if (!file.endsWith('.html')) return text;
  return text
    .replace(/<(script|style)\b.*?<\/\1>/gsu, '')
    .replace(/<[^>]*>/gu, '')
    .replace(/&\w+;/gu, (entity) => ENTITIES[entity] ?? entity);
}
