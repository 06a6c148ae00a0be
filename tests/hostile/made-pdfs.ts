import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { type PdfObject, onePage, packed, rawPdf } from './raw-pdf.js';

/** What a page says where it says one thing: 高新技术企业312家. */
export const SAYS = `BT /F1 12 Tf 72 700 Td <${Buffer.from('高新技术企业312家', 'utf16le').swap16().toString('hex')}> Tj ET\n`;
const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>';
const MEGABYTE = 2 ** 20;

/** So many hundreds of megabytes of one byte, deflated to a tenth of a megabyte each. */
function bomb(hundreds: number, byte = 32): Uint8Array {
  const hundred = deflateRawSync(Buffer.alloc(100 * MEGABYTE, byte), { finishFlush: constants.Z_SYNC_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: hundreds }, () => hundred)]);
}

export const flateBomb = (hundreds: number): Buffer => onePage({ dictionary: '/Filter/FlateDecode', stream: bomb(hundreds) });
export const flateBombWithin = (hundreds: number): Buffer => onePage({ dictionary: '/Filter[/FlateDecode/FlateDecode]', stream: deflateSync(bomb(hundreds)) });

export const cyclicPages = (): Buffer => rawPdf([CATALOGUE, '<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>']);
export const deepPages = (depth: number): Buffer =>
  rawPdf([CATALOGUE, ...Array.from({ length: depth }, (_, index) => `<</Type/Pages/Count 1/Kids[${index + 3} 0 R]>>`), '<</Type/Page/MediaBox[0 0 9 9]>>']);
/** One page, listed again and again. */
export const samePage = (times: number): Buffer =>
  rawPdf([
    CATALOGUE,
    `<</Type/Pages/Count ${times}/Kids[${'3 0 R '.repeat(times)}]>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    packed(''),
  ]);
export const claimedPages = (count: number): Buffer =>
  rawPdf([CATALOGUE, `<</Type/Pages/Count ${count}/Kids[3 0 R]>>`, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>']);
export const nestedArrays = (depth: number): Buffer =>
  rawPdf([`<</Type/Catalog/Pages 2 0 R/X ${'['.repeat(depth)}>>`, '<</Type/Pages/Count 1/Kids[3 0 R]>>', '<</Type/Page>>']);

/** Drawings that each draw the next ten times and say the same; the last draws what is told, counted from 1. */
export function drawings(levels: number, last = levels + 1): Buffer {
  const drawing = (next: number): PdfObject => ({
    dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>/XObject<</X ${next} 0 R>>>>`,
    stream: Buffer.from('/X Do '.repeat(10) + SAYS),
  });
  const more = Array.from({ length: levels }, (_, index) => drawing(index + 1 < levels ? index + 7 : last + 5));
  return onePage(packed(`${SAYS}/X Do `), { resources: '/XObject<</X 6 0 R>>', more });
}

/** A font whose characters are told by a map of the document's own. */
export function mapped(entries: string): Buffer {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName/X def 1 begincodespacerange <0000> <ffff> endcodespacerange ${entries} endcmap`;
  return onePage(packed('BT /F1 12 Tf 72 700 Td <00410042> Tj ET'), {
    font: '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>',
    more: ['<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>', packed(map)],
  });
}
/** Each range of a map may tell sixteen million characters. */
export const wideRanges = (count: number): string => {
  const code = (index: number): string => (index * 0xffff00).toString(16).padStart(8, '0');
  return `100 beginbfrange ${Array.from({ length: count }, (_, index) => `<${code(index)}> <${code(index + 1)}> <0041>`).join('\n')} endbfrange`;
};

export const packedTable = (): Buffer => {
  const stream = bomb(200, 0);
  const head = Buffer.from(`%PDF-1.7\n1 0 obj\n${CATALOGUE}\nendobj\n`);
  const table = `2 0 obj\n<</Type/XRef/Size 4000000000/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length ${stream.length}>>stream\n`;
  return Buffer.concat([head, Buffer.from(table), stream, Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF`)]);
};
/** Tables of objects, each of which says that the one before it is the same. */
export const circularTables = (): Buffer => {
  const head = `%PDF-1.7\n1 0 obj\n${CATALOGUE}\nendobj\n`;
  const table = `xref\n0 4000000000\n0000000000 65535 f \ntrailer<</Size 4000000000/Root 1 0 R/Prev ${head.length}>>\nstartxref\n${head.length}\n%%EOF`;
  return Buffer.from(head + table);
};
/** Objects in an object that says it stands in itself. */
export const nestedObjects = (): Buffer =>
  rawPdf([
    CATALOGUE,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
    { dictionary: '/Type/ObjStm/N 1000000000/First 10/Extends 4 0 R/Filter/FlateDecode', stream: deflateSync('4 0 '.repeat(1e6)) },
  ]);
