import { describe, test } from 'vitest';
import { chromium, python, soffice, unoPython } from './programs.js';

const AVAILABLE = {
  LibreOffice: soffice !== null,
  'LibreOffice for Python': soffice !== null && unoPython !== null,
  openpyxl: python !== null,
  Chromium: chromium !== null,
};
export type Reader = keyof typeof AVAILABLE;

/** A suite that needs a reader: skipped where it is missing, but failing in CI, which must run every suite. */
export function describeWith(reader: Reader, name: string, suite: () => void): void {
  if (AVAILABLE[reader]) describe(name, suite);
  else if (process.env['CI']) {
    test(name, () => {
      throw new Error(`${reader} is missing; CI runs every suite`);
    });
  } else describe.skip(`${name} (needs ${reader})`, suite);
}
