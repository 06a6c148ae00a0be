const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6“”‘’·…—]/gu;
/** A line must not begin with these (closing punctuation), as Chinese typesetting has it. */
const NOT_FIRST = /^[，。；：、！？）”’》」,.;:!?)]/u;

/** How many columns of the default font a text takes: a Chinese character two, any other one (Unicode Standard Annex 11). */
export const textWidth = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** Text in lines of at most a width, broken at spaces and between Chinese characters; a longer word stays whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2E80-\uFFEF“”‘’·…—]|[^\s\u2E80-\uFFEF“”‘’·…—]+\s*|\s+/gu) ?? []) {
    if (line !== '' && textWidth(line + piece.trimEnd()) > width && !NOT_FIRST.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}
