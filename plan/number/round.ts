/**
 * Rounds half away from zero on the decimal value, as Excel, WPS and LibreOffice do: ROUND(1.005, 2) is 1.01 although the
 * binary number lies below. Excel carries 15 significant digits, so the value is first told in 15.
 */
export function roundHalfAway(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  const shifted = shift(Number(Math.abs(value).toPrecision(15)), digits);
  const whole = Math.floor(shifted);
  const rounded = shift(shifted - whole >= 0.5 ? whole + 1 : whole, -digits);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Moves the decimal point without a binary multiplication. */
function shift(value: number, digits: number): number {
  const text = String(value);
  if (!text.includes('e')) return Number(`${text}e${digits}`);
  const [mantissa = '0', exponent = '0'] = text.split('e');
  return Number(`${mantissa}e${String(Number(exponent) + digits)}`);
}
