import { describe, expect, test } from 'vitest';
import { docx, gb18030, pdf, type Run } from './made-documents.js';
import { read } from './read-made.js';

const SENTENCE = '到2025年，全市高新技术企业达到600家以上，全社会研发经费支出达到34.94亿元。';
const TRADITIONAL = '到2025年，全市高新技術企業達到600家以上，全社會研發經費支出達到34.94億元。';

const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('a text in any encoding reads the same', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(SENTENCE), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SENTENCE}`), 'utf-8'],
    ['UTF-16, little end first, with a mark', utf16(`\ufeff${SENTENCE}`, false), 'utf-16le'],
    ['UTF-16, big end first, with a mark', utf16(`\ufeff${SENTENCE}`, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(SENTENCE, false), 'utf-16le'],
    ['UTF-16, big end first, without a mark', utf16(SENTENCE, true), 'utf-16be'],
    ['GB18030', gb18030(SENTENCE), 'gb18030'],
  ])('%s', async (_, bytes, encoding) => {
    const document = await read('plan.txt', bytes);
    expect(document).toMatchObject({ kind: 'text', encoding, damaged: 0, original: { blocks: [{ kind: 'text', text: SENTENCE }] } });
    expect(document.simplified).toBe(document.original);
  });

  test('a few damaged characters do not turn UTF-8 into something else', async () => {
    const bytes = Buffer.concat([Buffer.from(SENTENCE.repeat(20)), Buffer.of(0xe4, 0xb8), Buffer.from(SENTENCE)]);
    expect(await read('cut.txt', bytes)).toMatchObject({ encoding: 'utf-8', damaged: 1 });
  });
});

describe('traditional characters', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TRADITIONAL)],
    ['GB18030', gb18030(TRADITIONAL)],
  ])('in %s are told in simplified ones beside the document as it is', async (_, bytes) => {
    expect(await read('plan.txt', bytes)).toMatchObject({
      original: { blocks: [{ text: TRADITIONAL }] },
      simplified: { blocks: [{ text: SENTENCE }] },
    });
  });
});

const TABLE = [
  ['指标', '2020年', '2025年'],
  ['高新技术企业（家）', '312', '600'],
];

describe('the same text in each format', () => {
  test('.docx: paragraphs and tables in their order', async () => {
    expect((await read('plan.docx', docx('一、目标', SENTENCE, TABLE, '完'))).original.blocks).toEqual([
      { kind: 'text', text: `一、目标\n${SENTENCE}` },
      { kind: 'table', rows: TABLE },
      { kind: 'text', text: '完' },
    ]);
  });

  test('.html: the same', async () => {
    const rows = TABLE.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
    expect((await read('plan.html', `<html><body><p>一、目标</p><p>${SENTENCE}</p><table>${rows}</table><p>完</p></body></html>`)).original.blocks).toEqual([
      { kind: 'text', text: `一、目标\n${SENTENCE}` },
      { kind: 'table', rows: TABLE },
      { kind: 'text', text: '完' },
    ]);
  });

  test.each(['UniGB-UCS2-H', 'GBK-EUC-H'] as const)('.pdf in a font that is not in the file (%s)', async (map) => {
    const { kind, original } = await read(
      'plan.pdf',
      pdf(
        [
          [
            [72, 700, '一、目标'],
            [72, 680, '高新技术企业达到600家以上'],
          ],
        ],
        { map },
      ),
    );
    expect({ kind, original }).toEqual({ kind: 'pdf', original: { blocks: [{ kind: 'text', text: '一、目标\n高新技术企业达到600家以上' }] } });
  });

  test('a file is what it holds, whatever its name', async () => {
    expect((await read('plan.doc', docx(SENTENCE))).kind).toBe('docx');
    expect((await read('plan.docx', pdf([[[72, 700, '目标']]]))).kind).toBe('pdf');
    expect((await read('plan.txt', `<!DOCTYPE html><p>${SENTENCE}`)).kind).toBe('html');
  });
});

describe('the text of a PDF', () => {
  const lineOf = (count: number): string => '科技创新驱动发展战略'.repeat(5).slice(0, count);
  const text = async (pages: Run[][]): Promise<unknown> => (await read('plan.pdf', pdf(pages))).original.blocks[0];

  test('a line that only the paper broke goes on in the next', async () => {
    expect(
      await text([
        [
          [72, 700, lineOf(36)],
          [72, 680, '达到600家。'],
          [96, 660, '新的一段。'],
        ],
      ]),
    ).toMatchObject({ text: `${lineOf(36)}达到600家。\n新的一段。` });
  });

  test('numbers in neighbouring cells never run together', async () => {
    expect(
      await text([
        [
          [72, 700, '高新技术企业'],
          [200, 700, '312'],
          [240, 700, '600'],
        ],
      ]),
    ).toMatchObject({ text: '高新技术企业\t312\t600' });
  });

  test('page numbers and running titles are no part of it', async () => {
    const page = (number: number): Run[] => [
      [200, 800, '某市规划'],
      [72, 700, `第${number}段话。`],
      [280, 40, `- ${number} -`],
    ];
    expect(await text([page(1), page(2), page(3)])).toMatchObject({ text: '第1段话。\n第2段话。\n第3段话。' });
  });

  test('radicals that look like characters are read as these', async () => {
    expect(await text([[[72, 700, '⾼新技术⻓期']]])).toMatchObject({ text: '高新技术长期' });
  });
});
