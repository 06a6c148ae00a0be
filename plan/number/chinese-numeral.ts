const DIGITS = '零一二三四五六七八九';
const SMALL = { 十: 10, 百: 100, 千: 1000 } as const;

const digitOf = (character: string): number => (character === '两' || character === '兩' ? 2 : character === '〇' ? 0 : DIGITS.indexOf(character));

/**
 * The value of a Chinese numeral below one hundred million (两 2, 十二 12, 三百 300, 一万二千 12000), or null where the
 * text is none. Lone multipliers (千, 万) are refused: 千亿 is a size, not a number.
 */
export function parseChineseNumeral(text: string): number | null {
  const parts = /^([^万萬]+)(?:[万萬](.*))?$/u.exec(text);
  if (!parts) return null;
  const [, high = '', low] = parts;
  const upper = parseBelowTenThousand(high);
  if (upper === null || low === undefined) return upper;
  if (low === '') return upper * 10_000;
  const lower = parseBelowTenThousand(low.replace(/^零/u, ''));
  return lower === null ? null : upper * 10_000 + lower;
}

function parseBelowTenThousand(text: string): number | null {
  if (text === '' || text.startsWith('百') || text.startsWith('千')) return null;
  let total = 0;
  let digit: number | null = null;
  let scale = Infinity;
  for (const character of text) {
    if (character === '零' && total > 0) continue;
    const unit = SMALL[character as keyof typeof SMALL] as number | undefined;
    if (unit === undefined) {
      if (digit !== null) return null;
      const value = digitOf(character);
      if (value < 0) return null;
      digit = value;
    } else {
      if (unit >= scale) return null;
      total += (digit ?? 1) * unit;
      scale = unit;
      digit = null;
    }
  }
  // 三百五 is spoken for 350, not 305: too loose to be read.
  if (digit !== null && scale > 10 && scale !== Infinity && !text.includes('零')) return null;
  return total + (digit ?? 0);
}
