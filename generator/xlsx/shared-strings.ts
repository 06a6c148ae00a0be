import { escapeCellText } from './xml.js';

/** The strings of a workbook, each kept once; cells refer to them by number. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  indexOf(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const next = this.numbers.size;
    this.numbers.set(text, next);
    return next;
  }

  /** The part xl/sharedStrings.xml, piece by piece. White space at the ends and line breaks are kept. */
  *pieces(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.numbers.size}">`;
    for (const text of this.numbers.keys()) yield `<si><t${/^\s|\s$|\n/u.test(text) ? ' xml:space="preserve"' : ''}>${escapeCellText(text)}</t></si>`;
    yield '</sst>';
  }
}
