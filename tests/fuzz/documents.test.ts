import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decodeText } from '../../generator/documents/decode-text.js';
import { type FileKind, fileKind } from '../../generator/documents/file-kind.js';
import { htmlBlocks } from '../../generator/documents/html-blocks.js';
import { readDocx } from '../../generator/documents/read-docx.js';
import { readPdf } from '../../generator/documents/read-pdf.js';
import { UnreadableDocument } from '../../generator/documents/unreadable-document.js';
import { wholeCharacters } from '../../generator/documents/whole-characters.js';
import { recordFromDraft } from '../../plan/draft/record-from-draft.js';
import { recordText } from '../../plan/draft/record-text.js';
import type { SourceBlock } from '../../plan/extract/draft.js';
import { extractDraft } from '../../plan/extract/extract-draft.js';
import { catalogue } from '../seeds.js';
import { docx, pdf, type Run } from '../documents/made-documents.js';
import { byteMutations, mutated, mutatedBytes, mutations } from './mutations.js';
import { fuzz, timeOf } from './runs.js';

const WORDS = fc.constantFrom(
  ...[
    '全社会研发经费',
    '高新技术企业',
    '每万人发明专利拥有量',
    '占GDP比重',
    '达到',
    '从2015年的',
    '2020年',
    '到2025年',
    '“十四五”期间',
    '年均增长',
    '翻一番',
    '其中',
    '新增',
    '排名第',
    '力争',
    '以上',
  ],
  ...[
    '34.94亿元',
    '600家',
    '2.5%',
    '12.78',
    '１２％',
    '312',
    '第4位',
    '两倍',
    '3个百分点',
    '1-2个',
    '20多家',
    '…',
    '。',
    '；',
    '，',
    '、',
    '\n',
    '一、',
    '（一）',
    '1.',
    '第一章 ',
    '益阳市',
    '《',
    '》',
    '\t',
  ],
  ...['|', ' ', '\u3000', '', '𠮷', '\u000c', '\ufeff', '⾼', 'R&D', '9'.repeat(20), '.'.repeat(50), '（'.repeat(20), '２０２５年'],
);
const TAGS = fc.constantFrom(
  '<p>',
  '</p>',
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '<td rowspan=3>',
  '<td colspan=9999>',
  '</td>',
  '<div hidden>',
  '</div>',
  '<script>',
  '</script>',
  '<b>',
  '<!--',
  '-->',
  '<br>',
  '&nbsp;',
  '&#x3000;',
  '&#0;',
  '<h1>',
  '<svg>',
  '<template>',
  '<',
);
const TEXT = fc.array(WORDS, { maxLength: 60 }).map((words) => words.join(''));
const PAGE = fc
  .array(fc.oneof({ weight: 3, arbitrary: WORDS }, { weight: 1, arbitrary: TAGS }), { maxLength: 80 })
  .map((pieces) => `<html><body>${pieces.join('')}`);

/** Whole plans made up, with tables, in every format; pieces of them replaced, and bytes of what they are packed into. */
const PLANS_AT = 'tests/fixtures/extract/tuning';
const PLANS = readdirSync(PLANS_AT)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(path.join(PLANS_AT, name), 'utf8'));
const TABLE = [
  ['指标', '单位', '2020年', '2025年'],
  ['全社会研发经费', '亿元', '12.78', '34.94'],
  ['高新技术企业', '家', '312', '600以上'],
  ['研发经费占GDP比重', '%', '1.6', '[2.5]'],
];
const bare = (text: string): string => text.replace(/[<&]/gu, '');
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const FORMATS: Record<string, (text: string, rows: string[][]) => Uint8Array> = {
  txt: (text, rows) => Buffer.from(`${text}\n${rows.map((row) => row.join('\t')).join('\n')}`),
  html: (text, rows) =>
    Buffer.from(
      `<html><body>${linesOf(text)
        .map((line) => `<p>${line}`)
        .join('')}<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}`).join('')}</table>`,
    ),
  docx: (text, rows) =>
    docx(
      ...linesOf(text).map(bare),
      rows.map((row) => row.map(bare)),
    ),
  pdf: (text) =>
    pdf([
      linesOf(text)
        .flatMap((line) => line.match(/.{1,38}/gu) ?? [])
        .map((piece, index): Run => [70, 800 - 20 * index, piece]),
    ]),
};
const READERS: Record<FileKind, (bytes: Uint8Array) => SourceBlock[] | Promise<SourceBlock[]>> = {
  text: (bytes) => [{ kind: 'text', text: decodeText(bytes).text }],
  html: (bytes) => htmlBlocks(decodeText(bytes).text),
  docx: readDocx,
  pdf: readPdf,
};

test('whole plans of any format, changed anywhere', { timeout: timeOf('plans') }, () =>
  fuzz(
    'plans',
    fc.tuple(fc.constantFrom(...PLANS), fc.constantFrom(...Object.values(FORMATS)), mutations(4), fc.option(byteMutations, { freq: 3 })),
    async ([plan, format, changes, byteChanges]) => {
      const rows = mutated(TABLE.map((row) => row.join('\t')).join('\n'), changes)
        .split('\n')
        .map((row) => row.split('\t'));
      const whole = format(mutated(plan, changes), rows);
      const bytes = byteChanges ? mutatedBytes(whole, byteChanges) : whole;
      const blocks = await orRefused(() => READERS[fileKind('plan', bytes)](bytes));
      return blocks !== null && isSound(blocks);
    },
  ),
);

async function orRefused<T>(run: () => T | Promise<T>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^[^\n\r]+$/u);
    return null;
  }
}

/** Nothing invented: every fragment stands in the text; and the draft's record is one that the reader of records takes, its entries at least. */
function isSound(blocks: readonly SourceBlock[]): boolean {
  const source = {
    blocks: blocks.map((block): SourceBlock =>
      block.kind === 'text' ? { ...block, text: wholeCharacters(block.text) } : { ...block, rows: block.rows.map((row) => row.map(wholeCharacters)) },
    ),
  };
  const text = source.blocks.map((block) => (block.kind === 'text' ? block.text : block.rows.flat().join('\t'))).join('\n');
  const draft = extractDraft(source, catalogue());
  const unspaced = (some: string): string => some.replace(/\s+/gu, '');
  const from = unspaced(text);
  for (const { printed } of [...draft.figures, ...draft.claims]) expect(from).toContain(unspaced(printed).replace(/[%％]$/u, ''));
  const record = recordFromDraft(draft, { document: 'd.txt', sha256: '0'.repeat(64), orderOf: () => 0, beginning: text });
  const { faults } = recordText(record, catalogue(), 'zh', 'r.yaml');
  expect(faults.filter(({ path, message }) => /^(?:figures|claims|leftOut)\[/u.test(path) || message.startsWith('not valid YAML'))).toEqual([]);
  return draft.figures.length + draft.claims.length > 0;
}

test('texts and pages of Chinese, numbers and broken markup, in any encoding', { timeout: timeOf('pages') }, () =>
  fuzz('pages', fc.tuple(fc.oneof(TEXT, PAGE), fc.constantFrom('utf8', 'utf16le'), fc.option(byteMutations)), async ([text, encoding, changes]) => {
    const whole = Buffer.from(text, encoding as BufferEncoding);
    const bytes = changes ? mutatedBytes(whole, changes) : whole;
    const blocks = await orRefused((): SourceBlock[] => {
      const kind = fileKind('d.txt', bytes);
      if (kind !== 'text' && kind !== 'html') return [];
      const decoded = decodeText(bytes).text;
      return kind === 'html' ? htmlBlocks(decoded) : [{ kind: 'text', text: decoded }];
    });
    return blocks !== null && isSound(blocks);
  }),
);

const WORD_PIECES = fc.constantFrom(
  '<w:p>',
  '</w:p>',
  '<w:r>',
  '</w:r>',
  '<w:t>',
  '</w:t>',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tr>',
  '</w:tr>',
  '<w:tc>',
  '</w:tc>',
  '<w:tab/>',
  '<w:br/>',
  '<w:sym w:char="F0"/>',
  '<w:del>',
  '</w:del>',
  '<mc:AlternateContent>',
  '<w:hyperlink r:id="x">',
  '&amp;',
  '&b;',
  ']]>',
);
const paragraphs = (text: string): string => `<w:p><w:r><w:t>${text.replace(/[<&]/gu, '')}</w:t></w:r></w:p>`;
const WORD = fc
  .array(fc.oneof({ weight: 4, arbitrary: TEXT.map(paragraphs) }, { weight: 1, arbitrary: WORD_PIECES }), { maxLength: 20 })
  .map((pieces) => pieces.join(''));
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

test('.docx files of broken parts and changed bytes', { timeout: timeOf('packed') }, () =>
  fuzz('packed', fc.tuple(WORD, fc.option(byteMutations)), async ([body, changes]) => {
    const parts = { '_rels/.rels': RELATIONS, 'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>` };
    const whole = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
    const blocks = await orRefused(() => readDocx(changes ? mutatedBytes(whole, changes) : whole));
    return blocks !== null && isSound(blocks);
  }),
);
