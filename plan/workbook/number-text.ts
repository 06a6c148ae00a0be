/** How one of Planbook's own formats shows numbers. */
interface NumberLook {
  decimals: number;
  grouped: boolean;
}

const looks = new Map<string, NumberLook>();

function lookOf(format: string): NumberLook {
  let look = looks.get(format);
  if (!look) {
    look = { decimals: /\.(0+)/u.exec(format)?.[1]?.length ?? 0, grouped: format.startsWith('#,') };
    looks.set(format, look);
  }
  return look;
}

/** A number as one of Planbook's own formats shows it: fixed decimals, thousands separated where the format says so. */
export function toNumberText(value: number, format = '0'): string {
  const { decimals, grouped } = lookOf(format);
  const text = Math.abs(value).toFixed(decimals);
  const sign = value < 0 ? '-' : '';
  if (!grouped || Math.abs(value) < 999) return sign + text;
  const [whole = '', fraction] = text.split('.');
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
}
