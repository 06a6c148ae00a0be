import { strToU8, zipSync } from 'fflate';

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A .docx of paragraphs and tables. */
export const docx = (...parts: (string | string[][])[]): Uint8Array =>
  packedDocx(parts.map((part) => (typeof part === 'string' ? paragraph(part) : table(part))).join(''));

/** A .docx with a body of one's own, well formed or not. */
export const packedDocx = (body: string, head = ''): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(
      `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });

/** One run of text on a PDF's page: where it begins, in points from the lower left, and what it says. */
export type Run = [x: number, y: number, text: string];

interface PdfOptions {
  /** The character map that the font names; the font itself is not in the file. */
  map?: 'UniGB-UCS2-H' | 'GBK-EUC-H';
  locked?: boolean;
}

/** A PDF whose pages show the runs in a Chinese font that is not embedded, as office programs of the 2000s wrote it. */
export function pdf(pages: Run[][], { map = 'UniGB-UCS2-H', locked = false }: PdfOptions = {}): Uint8Array {
  const hex = map === 'UniGB-UCS2-H' ? utf16Hex : gbkHex;
  const kids = pages.map((_, index) => `${6 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${map}/DescendantFonts[4 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
    ...pages.flatMap((runs, index) => {
      const stream = runs.map(([x, y, text]) => `BT /F1 12 Tf ${x} ${y} Td <${hex(text)}> Tj ET`).join('\n');
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${7 + 2 * index} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
        `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
      ];
    }),
    ...(locked ? [`<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>`] : []),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const encrypt = locked ? `/Encrypt ${objects.length} 0 R/ID[<00><00>]` : '';
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${encrypt}>>\nstartxref\n${text.length}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

const utf16Hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');
const gbkHex = (text: string): string => Buffer.from(gb18030(text)).toString('hex');

let codes: Map<string, [number, number]> | null = null;

/** Text in GB18030, of characters that take one or two bytes there; Node decodes it and does not encode it. */
export function gb18030(text: string): Uint8Array {
  codes ??= twoByteCodes();
  const known = codes;
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = known.get(character);
      if (code) return code;
      if (character.charCodeAt(0) > 0x7f) throw new Error(`${character} takes four bytes`);
      return [character.charCodeAt(0)];
    }),
  );
}

function twoByteCodes(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, [number, number]>();
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(character).length === 1 && character !== '\ufffd') found.set(character, [lead, trail]);
    }
  }
  return found;
}
