import { expect, test } from 'vitest';
import { addFile } from '../../addin/engine/add-file.js';
import { Engine } from '../../addin/engine/engine.js';
import type { Language } from '../../plan/messages/message.js';

const text = new TextEncoder().encode('指标,数值\n研发经费,34.94\n');

test.each<[Language, string]>([
  ['zh', '不是 Excel 工作簿，或在传输中损坏'],
  ['en', 'not an Excel workbook, or damaged on its way'],
])('why a workbook is not added is told in the reader’s language (%s)', (language, refused) => {
  expect(new Engine('0').add('指标.xlsx', text, language)).toEqual({ refused });
});

test.each<[Language, string]>([
  ['zh', '由更新版本的 Planbook 生成（合同 99，本版最高读到 1）；请更新 Planbook'],
  ['en', 'made by a newer Planbook (contract 99; this one reads up to 1); update Planbook'],
])('why the open workbook cannot be read is told in the reader’s language (%s)', (language, told) => {
  const engine = new Engine('0');
  engine.outline({ sheets: [{ name: '_planbook', state: 'veryHidden', hidden: { rows: [], columns: [] } }], names: [] });
  engine.piece({ sheet: 0, row: 0, column: 0, values: [['contract', '', 99]], formulas: null });
  expect(engine.examine(language)).toEqual({ kind: 'unreadable', told });
});

test.each<[Language, string]>([
  ['zh', '本工作簿中保存的内容已损坏；请重新加入它的工作簿'],
  ['en', 'what this workbook keeps of it is damaged; add its workbook again'],
])('so is why a kept workbook is not taken up again (%s)', (language, refused) => {
  expect(new Engine('0').takeKept('指标.xlsx', 'AAAA', language)).toEqual({ refused });
});

test.each<[Language, string]>([
  ['zh', '大于 64 MB'],
  ['en', 'larger than 64 MB'],
])('a file of three gigabytes is refused before the browser reads it (%s)', async (language, refused) => {
  let reads = 0;
  const file = { name: 'a.xlsx', size: 3e9, arrayBuffer: () => Promise.resolve(new ArrayBuffer((reads += 1))) };
  expect(await addFile(new Engine('0'), file, language)).toEqual({ refused });
  expect(reads).toBe(0);
});

test('a file within the limit is read and judged by what it holds', async () => {
  const file = { name: '指标.xlsx', size: text.length, arrayBuffer: () => Promise.resolve(text.buffer) };
  expect(await addFile(new Engine('0'), file, 'en')).toEqual({ refused: 'not an Excel workbook, or damaged on its way' });
});
