/** A line must not begin with these (closing punctuation), as Chinese typesetting has it. */
const NOT_FIRST = /^[，。；：、！？）”’》」,.;:!?)]/u;

/** How many columns of the default font a text takes: a Chinese character two, any other one (Unicode Standard Annex 11). */
export function textWidth(text: string): number {
  let width = text.length;
  for (let index = 0; index < text.length; index += 1) if (isWide(text.charCodeAt(index))) width += 1;
  return width;
}

/** The widest stretch that no line may break: a word, or a Chinese character. */
export const longestWord = (text: string): number => Math.max(0, ...text.split(/\s+|(?=[\u2E80-\uFFEF])/u).map(textWidth));

/** East Asian wide and fullwidth characters, and the quotation marks and dashes that Chinese fonts draw wide. */
const isWide = (code: number): boolean =>
  code >= 0x1100 &&
  ((code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code <= 0x115f ||
    code === 0x2014 ||
    code === 0x2026 ||
    (code >= 0x2018 && code <= 0x201d));

/** Text in lines of at most a width, broken at spaces and between Chinese characters; a longer word stays whole. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const piece of text.match(/[\u2E80-\uFFEF“”‘’·…—]|[^\s\u2E80-\uFFEF“”‘’·…—]+\s*|\s+/gu) ?? []) {
    const whole = textWidth(piece);
    if (line !== '' && taken + whole > width && taken + textWidth(piece.trimEnd()) > width && !NOT_FIRST.test(piece)) {
      const cut = lastBreak(line);
      lines.push(line.slice(0, cut).trimEnd());
      line = line.slice(cut).trimStart();
      taken = textWidth(line);
    }
    line += piece;
    taken += whole;
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}

/** Where a line is best broken: after its last comma, stop or space, if that is in its second half; else at its end. */
function lastBreak(line: string): number {
  for (let index = line.length - 1; index > line.length / 2; index -= 1) if (/[，。；：、,;. ]/u.test(line[index] ?? '')) return index + 1;
  return line.length;
}
