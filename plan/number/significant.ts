/** A reckoned number to so many significant digits; of its whole part none is lost: 12345.6 to four is 12346. */
export const significant = (value: number, digits: number): number =>
  Number(value.toPrecision(Math.max(digits, Math.min(15, Math.trunc(Math.abs(value)).toFixed(0).length))));
