/** A number as one of Planbook's own formats shows it: fixed decimals, thousands separated where the format says so. */
export function toNumberText(value: number, format = '0'): string {
  const decimals = /\.(0+)/u.exec(format)?.[1]?.length ?? 0;
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = format.startsWith('#,') ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole;
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}
