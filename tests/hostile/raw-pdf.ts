import { deflateSync } from 'node:zlib';

/** An indirect object of a PDF: what stands in it, or a stream with its dictionary. */
export type PdfObject = string | { dictionary: string; stream: Uint8Array };

export const packed = (content: string): PdfObject => ({ dictionary: '/Filter/FlateDecode', stream: deflateSync(content) });

/** A PDF of the objects given, numbered from 1, the first its catalogue; well formed where they are. */
export function rawPdf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let at = 9;
  const add = (...more: Buffer[]): void => {
    for (const piece of more) {
      pieces.push(piece);
      at += piece.length;
    }
  };
  const offsets = objects.map((object, index) => {
    const offset = at;
    if (typeof object === 'string') add(Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`, 'latin1'));
    else {
      const { dictionary, stream } = object;
      add(
        Buffer.from(`${index + 1} 0 obj\n<<${dictionary}/Length ${stream.length}>>stream\n`, 'latin1'),
        Buffer.from(stream),
        Buffer.from('\nendstream\nendobj\n'),
      );
    }
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = at;
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(pieces);
}

/** A Chinese font that is not in the file, and what else its description holds. */
export const songti = (more = ''): string =>
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light' +
  `/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000${more}/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>>>]>>`;

/** A PDF of one page with that content, its font /F1 and more resources; further objects are numbered from 6. */
export const onePage = (
  content: PdfObject,
  { font = songti(), resources = '', more = [] }: { font?: string; resources?: string; more?: PdfObject[] } = {},
): Buffer =>
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    content,
    font,
    ...more,
  ]);
