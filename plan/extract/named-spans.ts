const PAIRS: Record<string, string> = { '“': '”', '《': '》', '〔': '〕', '「': '」', '『': '』', '‘': '’', '<': '>' };
/** Longer quotations are speech, not names. */
const LONGEST = 24;

/** The stretches of a plain sentence that quotation marks make names of: what numbers stand in them count nothing. */
export function findNamed(text: string): { inside: (index: number) => boolean } {
  const spans: { start: number; end: number }[] = [];
  let open = { at: 0, close: '' };
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === open.close) {
      if (index - open.at <= (open.close === '》' ? 60 : LONGEST)) spans.push({ start: open.at, end: index });
      open = { at: 0, close: '' };
    } else if (PAIRS[character] !== undefined) open = { at: index, close: PAIRS[character] };
    else if (character === '"' && (open.close === '' || index - open.at > LONGEST)) open = { at: index, close: '"' };
  }
  let cursor = 0;
  return {
    // Asked in rising order for numbers, and for times: a short search back keeps both right.
    inside: (index) => {
      while (cursor > 0 && (spans[cursor - 1]?.end ?? 0) >= index) cursor--;
      while (cursor < spans.length && (spans[cursor]?.end ?? 0) < index) cursor++;
      const span = spans[cursor];
      return span !== undefined && span.start < index && index < span.end;
    },
  };
}
