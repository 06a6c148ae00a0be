/**
 * What a record may hold. Real ones have some 20,000 characters, 3,000 entries and a nesting of 5; the parser takes time by the
 * square of anchors, and a nesting of thousands ends the whole program.
 */
export const YAML_BOUNDS = { characters: 2_000_000, entries: 100_000, depth: 100, anchors: 100 } as const;

/** What of a text passes a bound, told before it is parsed, and the line it stands in (none for the text as a whole); null for a text that may be parsed. */
export function beyondBounds(text: string): { line?: number; message: string } | null {
  const { characters, entries, depth, anchors } = YAML_BOUNDS;
  if (text.length > characters) return { message: `longer than ${characters / 1e6} million characters; split it into one record a plan` };
  const seen = { line: 1, entries: 0, brackets: 0, indicators: 0, indent: 0, anchors: 0 };
  let isIndent = true;
  let before = '\n';
  for (const character of text) {
    if (character === '\n') {
      Object.assign(seen, { line: seen.line + 1, entries: seen.entries + 1, indicators: 0, indent: 0 });
      isIndent = true;
    } else if (isIndent && character === ' ') seen.indent += 1;
    else isIndent = false;
    if (character === ',') seen.entries += 1;
    else if (character === '[' || character === '{') seen.brackets += 1;
    // Brackets within a text may never close: the count is a bound, no measure.
    else if (character === ']' || character === '}') seen.brackets = Math.max(0, seen.brackets - 1);
    else if ((character === ' ' || character === '\t') && INDICATORS.has(before) && seen.brackets === 0) seen.indicators += 1;
    else if (character === '&' && OPENS.has(before)) seen.anchors += 1;
    before = character;
    const { line } = seen;
    if (seen.brackets + seen.indicators > depth || seen.indent > 2 * depth)
      return { line, message: `nested more than ${depth} deep; a record is nested 5 deep` };
    if (seen.entries > entries) return { line, message: `more than ${entries} entries; split it into one record a plan` };
    if (seen.anchors > anchors) return { line, message: `more than ${anchors} YAML anchors; write the values out` };
  }
  return null;
}

/** Each of them, before a blank, may begin a level of its own within one line. */
const INDICATORS = new Set(['-', '?', ':']);
/** What an anchor stands after. */
const OPENS = new Set(['\n', ' ', '\t', '[', '{', ',']);
