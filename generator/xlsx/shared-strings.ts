import type { PartWriter } from './part-writer.js';
import { spellEscapes } from './xml.js';

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

  /** The part xl/sharedStrings.xml. White space at the ends and line breaks are kept. */
  write(out: PartWriter): void {
    out.markup('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"');
    out.markup(` count="${this.uses}" uniqueCount="${this.numbers.size}">`);
    for (const text of this.numbers.keys()) {
      out.markup(text.includes('\n') || text.trim().length < text.length ? '<si><t xml:space="preserve">' : '<si><t>');
      out.text(spellEscapes(text));
      out.markup('</t></si>');
    }
    out.markup('</sst>');
  }
}
