import { byKey, call, cell, multiply, name, present, when } from '../../plan/expression/expression.js';
import type { Language } from '../../plan/messages/message.js';
import type { AnyBlock, Block, Sheet, SheetId } from '../../plan/workbook/block.js';
import { layOut } from '../../plan/workbook/lay-out.js';
import type { LaidWorkbook } from '../../plan/workbook/laid-workbook.js';
import { decimalFormat, style } from '../../plan/workbook/style.js';

/** A workbook of four sheets, small enough to name its cells by heart; tests that break one cell or place one block use it. */
export interface SmallDoc {
  figures: { key: string; name: string; value: number | null }[];
}

export const SMALL_DOC: SmallDoc = {
  figures: [
    { key: 'rd||2020', name: '研发经费', value: 34.94 },
    { key: 'patents||2020', name: '发明专利', value: 1308 },
    { key: 'firms||2020', name: '=1+1', value: null },
  ],
};

type FigureRow = SmallDoc['figures'][number];

const lines = (id: string, texts: readonly string[], link?: SheetId): Block<string> => ({
  id,
  table: false,
  rows: texts,
  rowKey: (text) => text,
  columns: [{ key: 'text', title: 'column.content', width: 30, style: style(link ? 'link' : 'title'), cell: (text) => (link ? { text, to: link } : text) }],
});

/** A1:C4: header in row 1, three rows. */
const figuresBlock = ({ figures }: SmallDoc): Block<FigureRow> => ({
  id: 'fig',
  table: true,
  rows: figures,
  rowKey: ({ key }) => key,
  columns: [
    { key: 'indicator', title: 'column.indicator', width: 30, style: style('label'), cell: (row) => row.name },
    { key: 'value', title: 'column.value', width: 12, style: style('number', decimalFormat(2)), cell: ({ value }) => value },
    { key: 'key', title: 'column.key', width: 20, style: style('key'), cell: ({ key }) => key },
  ],
});

/** A3:E6: title in row 1, header in row 3; B by key from the figures, C an input, D twice what holds. */
const indicatorsBlock = ({ figures }: SmallDoc): Block<FigureRow> => ({
  id: 'ind',
  table: true,
  rows: figures,
  rowKey: ({ key }) => key,
  columns: [
    { key: 'indicator', title: 'column.indicator', width: 30, style: style('label'), cell: (row) => row.name },
    {
      key: 'baseline',
      title: 'column.baseline',
      width: 12,
      style: style('number', decimalFormat(2)),
      cell: () => when(present(byKey('fig_value', cell('key'), 'fig_key')), byKey('fig_value', cell('key'), 'fig_key'), ''),
    },
    { key: 'revised', title: 'column.revised', width: 12, style: style('number', decimalFormat(2)), cell: () => null, input: () => ANY_NUMBER },
    {
      key: 'used',
      title: 'column.used',
      width: 14,
      style: style('number', decimalFormat(2)),
      cell: () => when(present(cell('revised')), multiply(cell('revised'), 2), when(present(cell('baseline')), multiply(cell('baseline'), 2), '')),
    },
    { key: 'key', title: 'column.key', width: 20, style: style('key'), cell: ({ key }) => key },
  ],
});

const ANY_NUMBER = { kind: 'decimal', title: 'validation.number.title', text: 'validation.number.text' } as const;

/** A sheet of blocks; `guarded` where it has input cells. */
export const smallSheet = (id: SheetId, tab: string, guarded: boolean, blocks: (doc: SmallDoc) => AnyBlock[]): Sheet<SmallDoc> => ({
  id,
  name: () => tab,
  guarded,
  hidden: false,
  onePage: id === 'cover',
  blocks,
});

/** A1:B3 and A5:B7 of its sheet: two tables one under another. */
const pair = (id: string): Block<string> => ({
  id,
  table: true,
  rows: ['a', 'b'],
  rowKey: (row) => row,
  columns: [
    { key: 'what', title: 'column.what', width: 20, style: style('label'), cell: (row) => row },
    { key: 'count', title: 'column.count', width: 9, style: style('count'), cell: () => call('COUNT', name('fig_value')) },
  ],
});

export const SMALL_SHEETS: readonly Sheet<SmallDoc>[] = [
  smallSheet('cover', '封面', true, () => [lines('cov', ['题名']), lines('con', ['主要指标'], 'indicators')]),
  smallSheet('indicators', "主要'指标", true, (doc) => [lines('ind_intro', ['题名']), indicatorsBlock(doc)]),
  smallSheet('figures', '原文数据', false, (doc) => [figuresBlock(doc)]),
  smallSheet('sources', '资料来源', false, () => [pair('one'), pair('two')]),
];

const PROPERTIES = { title: '小', subject: '试', author: 'Planbook', keywords: '试', language: 'zh-CN' };

export const smallWorkbook = (
  sheets: readonly Sheet<SmallDoc>[] = SMALL_SHEETS,
  userCells: Parameters<typeof layOut>[4] = new Map(),
  language: Language = 'zh',
): LaidWorkbook => layOut(SMALL_DOC, sheets, language, PROPERTIES, userCells);
