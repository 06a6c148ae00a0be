import { constants, crc32, deflateRawSync } from 'node:zlib';
import { escapeText } from './xml.js';

/** A part of a zip, deflated while it was written. */
export interface PackedPart {
  crc: number;
  /** Bytes before deflating. */
  size: number;
  deflated: Buffer[];
}

/** Bytes gathered before they are deflated: many, so that little is lost by starting anew. */
const CHUNK = 1_000_000;
/** The most a UTF-16 unit takes in UTF-8. */
const MOST_UTF8 = 3;
/** And as `&amp;`. */
const MOST_ESCAPED = 5;
/** Up to so many characters a loop is faster than the call that encodes them. */
const SHORT = 48;
const [AMPERSAND, LESS, GREATER] = [0x26, 0x3c, 0x3e];

/**
 * Writes the XML of a part as UTF-8 bytes, one part after another into the same buffer, and deflates them: a workbook's rows are
 * a million characters, which as strings would be joined, searched for what must be escaped, and encoded, each in a pass of its own.
 * What is longer than a chunk is never held whole: each chunk is flushed to a byte's end (RFC 1951, 3.2.4: an empty stored block),
 * so that the chunks one after another are one stream. The same calls give the same bytes.
 */
export class PartWriter {
  private bytes = Buffer.allocUnsafe(CHUNK);
  private length = 0;
  private packed: PackedPart = { crc: 0, size: 0, deflated: [] };

  constructor(private readonly level = 6) {}

  /** XML as it stands. */
  markup(xml: string): void {
    this.room(xml.length * MOST_UTF8);
    const { bytes } = this;
    let at = this.length;
    if (xml.length <= SHORT) {
      for (let index = 0; index < xml.length; index += 1) {
        const code = xml.charCodeAt(index);
        if (code >= 0x80) {
          this.length += bytes.write(xml, this.length, 'utf8');
          return;
        }
        bytes[at] = code;
        at += 1;
      }
      this.length = at;
    } else this.length += bytes.write(xml, at, 'utf8');
  }

  /** Text as an element holds it, escaped. */
  text(text: string): void {
    if (text.length <= SHORT && this.everyday(text)) return;
    const escaped = escapeText(text);
    this.room(escaped.length * MOST_UTF8);
    this.length += this.bytes.write(escaped, this.length, 'utf8');
  }

  /** Writes a short text of everyday characters; nothing where one is of a pair or may not stand in XML. */
  private everyday(text: string): boolean {
    this.room(text.length * MOST_ESCAPED);
    const { bytes } = this;
    let at = this.length;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code < 0x80) {
        if (code < 0x20) return false;
        if (code === AMPERSAND || code === LESS || code === GREATER) {
          at += bytes.write(code === AMPERSAND ? '&amp;' : code === LESS ? '&lt;' : '&gt;', at, 'latin1');
        } else {
          bytes[at] = code;
          at += 1;
        }
      } else if (code >= 0x800 && (code < 0xd800 || (code >= 0xe000 && code < 0xfffe))) {
        bytes[at] = 0xe0 | (code >> 12);
        bytes[at + 1] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at + 2] = 0x80 | (code & 0x3f);
        at += 3;
      } else return false;
    }
    this.length = at;
    return true;
  }

  /** The part written since the last was packed. */
  pack(): PackedPart {
    this.flush(constants.Z_FINISH);
    const { packed } = this;
    this.packed = { crc: 0, size: 0, deflated: [] };
    return packed;
  }

  private room(most: number): void {
    if (this.length + most <= this.bytes.length) return;
    if (this.length > 0) this.flush(constants.Z_SYNC_FLUSH);
    if (most > this.bytes.length) this.bytes = Buffer.allocUnsafe(most);
  }

  private flush(finishFlush: number): void {
    const bytes = this.bytes.subarray(0, this.length);
    this.packed.crc = crc32(bytes, this.packed.crc);
    this.packed.size += bytes.length;
    this.packed.deflated.push(deflateRawSync(bytes, { level: this.level, finishFlush }));
    this.length = 0;
  }
}
