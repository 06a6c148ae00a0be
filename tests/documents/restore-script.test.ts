import { expect, test } from 'vitest';
import { restoreScript } from '../../generator/documents/restore-script.js';
import { extractDraft } from '../../plan/extract/extract-draft.js';
import { catalogue } from '../seeds.js';
import { read } from './read-made.js';

test('a traditional document is read in simplified characters and quoted in its own', async () => {
  const document = await read('plan.txt', '一、發展目標\n到2025年，全社會研發經費支出達到34.94億元，高新技術企業達到600家以上，每萬人發明專利擁有量達到5件。');
  const simplified = extractDraft(document.simplified, catalogue());
  expect(simplified.figures.map(({ printed }) => printed)).toEqual(['34.94亿元', '600家以上', '5件']);
  const { figures } = restoreScript(simplified, document);
  expect(figures.map(({ indicator, printed }) => [indicator, printed])).toEqual([
    ['rd-expenditure', '34.94億元'],
    ['high-tech-enterprises', '600家以上'],
    ['invention-patents-per-10k', '5件'],
  ]);
});
