/** Characters no XML part may hold, or hold by reference, and the two that openpyxl refuses besides. */
export const ILLEGAL_CHARACTERS =
  // eslint-disable-next-line no-control-regex -- the characters looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])|0*(?:[0-8]|1[1245-9]|2\d|3[01]));/giu;
