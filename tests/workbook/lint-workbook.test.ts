import { expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { lintWorkbook, LINT_RULES } from '../readers/lint-workbook.js';
import { openParts, packParts, replaceIn } from '../readers/package-parts.js';
import { smallWorkbook } from './small-workbook.js';

const good = await writeWorkbook(smallWorkbook());
const goodParts = openParts(good);

const COVER = 'xl/worksheets/sheet1.xml';
const INDICATORS = 'xl/worksheets/sheet2.xml';
const FIGURES = 'xl/worksheets/sheet3.xml';
const SOURCES = 'xl/worksheets/sheet4.xml';
const BOOK = 'xl/workbook.xml';
const STRINGS = 'xl/sharedStrings.xml';

interface Edit {
  part: string;
  /** Empty to add a part. */
  find: string | RegExp;
  becomes: string;
}

const edit = (part: string, find: string | RegExp, becomes: string): Edit[] => [{ part, find, becomes }];
const name = (defined: string, reference: string): Edit[] =>
  edit(BOOK, '</definedNames>', `<definedName name="${defined}">${reference}</definedName></definedNames>`);
const formula = (text: string): Edit[] => edit(INDICATORS, /(?<=<c r="D4" s="\d+"><f>)[^<]*/u, text);
const attributeOf = (validation: string, text: string): Edit[] => edit(INDICATORS, new RegExp(` ${validation}="[^"]*"`, 'u'), ` ${validation}="${text}"`);
const columns = (...widths: number[]): string =>
  `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}"/>`).join('')}</cols>`;
const sheetName = (text: string): Edit[] => edit(BOOK, /(?<=<sheet [^>]*name=")资料来源/u, text).concat(edit(BOOK, /'资料来源'!/gu, `'${text}'!`));

/** The figures' table once more, on the same cells under another name. */
const SECOND_TABLE: Edit[] = [
  { part: 'xl/tables/table9.xml', find: '', becomes: (goodParts.get('xl/tables/table2.xml') ?? '').replaceAll('"tbl_fig"', '"tbl_again"') },
  ...edit('xl/worksheets/_rels/sheet3.xml.rels', '</Relationships>', '<Relationship Id="rId9" Type="table" Target="../tables/table9.xml"/></Relationships>'),
  ...edit(FIGURES, '<tableParts', '<tableParts x="1"><tablePart r:id="rId9"/></tableParts><tableParts'),
];

/** The figures' first column repeated, as on pages side by side. */
const BESIDE: Edit[] = edit(BOOK, ">'原文数据'!$1:$1<", ">'原文数据'!$A:$A,'原文数据'!$1:$1<");

/** One fault a line; its own rule finds it, and no other rule takes it for a fault of its kind. */
const FAULTS: readonly [rule: string, fault: string, edits: Edit[]][] = [
  ['table-name', 'T1, which is a cell', edit('xl/tables/table1.xml', 'displayName="tbl_ind"', 'displayName="T1"')],
  ['table-name', 'R2, which is a row', edit('xl/tables/table1.xml', 'displayName="tbl_ind"', 'displayName="R2"')],
  ['table-name', 'a blank in a name', edit('xl/tables/table1.xml', 'displayName="tbl_ind"', 'displayName="tbl ind"')],
  ['table-name', 'two tables of one name', edit('xl/tables/table1.xml', 'displayName="tbl_ind"', 'displayName="TBL_FIG"')],
  [
    'table-header-unique',
    'two headers alike',
    [...edit('xl/tables/table2.xml', 'name="数值"', 'name="指标"'), ...edit(FIGURES, /<c r="B1"( s="\d+") t="s"><v>\d+/u, '<c r="B1" t="str"><v>指标')],
  ],
  ['table-header-cell', 'a header that its cell does not show', edit('xl/tables/table2.xml', 'name="数值"', 'name="数"')],
  ['table-header-cell', 'a column without a header', edit('xl/tables/table2.xml', /<tableColumn id="3"[^>]*>/u, '')],
  ['table-overlap', 'a table on another', SECOND_TABLE],
  [
    'table-rows',
    'a row that follows a table without a gap',
    edit(FIGURES, '</sheetData>', '<row r="5"><c r="A5" t="str"><v>x</v></c></row></sheetData>').concat(
      edit(BOOK, "'原文数据'!$A$1:$B$4", "'原文数据'!$A$1:$B$5"),
    ),
  ],
  ['table-rows', 'an empty row in a table', edit(FIGURES, /<row r="3">.*?<\/row>/u, '')],
  ['merged-cells', 'merged cells', edit(COVER, '</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>')],
  ['name-legal', 'a name that is a cell', name('fig2020', "'原文数据'!$A$2:$A$4")],
  ['name-resolves', 'a name that leads nowhere', name('gone', '#REF!')],
  ['name-resolves', 'a name on a sheet that is not there', name('gone', "'没有'!$A$2:$A$4")],
  ['name-resolves', 'a column one row short', edit(BOOK, "'原文数据'!$B$2:$B$4", "'原文数据'!$B$2:$B$3")],
  ['name-resolves', 'a column with its header', edit(BOOK, "'原文数据'!$B$2:$B$4", "'原文数据'!$B$1:$B$4")],
  ['name-defined', 'a formula with an unknown name', edit(INDICATORS, 'INDEX(fig_value,', 'INDEX(fig_worth,')],
  ['link-location', 'a link to a sheet that is not there', edit(COVER, /location="[^"]*"/u, `location="'没有'!A1"`)],
  ['link-location', 'a link by relationship', edit(COVER, '<hyperlink ', '<hyperlink r:id="rId9" ')],
  ['xml-characters', 'U+FFFE in a text', edit(STRINGS, '<si><t>', '<si><t>\uFFFE')],
  ['xml-characters', 'U+0001 by number', edit(STRINGS, '<si><t>', '<si><t>&#1;')],
  ['finite-numbers', 'NaN in a cell', edit(FIGURES, /(?<=<c r="B2" s="\d+"><v>)[^<]*/u, 'NaN')],
  ['finite-numbers', 'a row height that is no number', edit(COVER, 'ht="30"', 'ht="NaN"')],
  ['cell-length', '32,768 characters in a cell', edit(FIGURES, /<c r="C4"( s="\d+") t="s"><v>\d+/u, `<c r="C4" t="str"><v>${'长'.repeat(32_768)}`)],
  ['cached-results', 'a formula without its result', edit(INDICATORS, /(?<=<c r="D4" s="\d+"><f>[^<]*<\/f>)<v>[^<]*<\/v>/u, '')],
  ['error-values', 'an error as a result', edit(INDICATORS, /(?<=<c r="D4" s="\d+")><f>[^<]*<\/f><v>[^<]*<\/v>/u, ' t="e"><f>1</f><v>#N/A</v>')],
  ['functions', 'a function not every program has', formula('XLOOKUP(C4,fig_key,fig_value)')],
  ['volatile-functions', 'a volatile function', formula('NOW()')],
  ['future-functions', 'a prefixed function', formula('_xlfn.STDEV.S(C4,B4)')],
  ['external-links', 'another workbook in a formula', formula("'[1]表'!A1")],
  ['external-links', 'another workbook in a name', name('far', "'[2]原文数据'!$B$2:$B$4")],
  [
    'external-links',
    'an external relationship',
    edit(
      'xl/worksheets/_rels/sheet2.xml.rels',
      '</Relationships>',
      '<Relationship Id="rId9" Type="x" Target="http://example.org" TargetMode="External"/></Relationships>',
    ),
  ],
  ['sheet-name', 'a slash in a name', sheetName('资料/来源')],
  ['sheet-name', '32 characters', sheetName('源'.repeat(32))],
  ['sheet-name', 'History, which Excel keeps for itself', sheetName('History')],
  ['prompt-length', 'a prompt of 256 characters', attributeOf('prompt', '长'.repeat(256))],
  ['prompt-length', "a prompt's title of 33 characters", attributeOf('promptTitle', '长'.repeat(33))],
  ['prompt-length', 'an error text of 256 characters', attributeOf('error', '长'.repeat(256))],
  ['prompt-length', "an error's title of 33 characters", attributeOf('errorTitle', '长'.repeat(33))],
  [
    'list-length',
    'a list of 256 characters',
    edit(INDICATORS, 'type="decimal"', 'type="list"').concat(edit(INDICATORS, /(?<=<formula1>)[^<]*/u, `"${'长'.repeat(256)}"`)),
  ],
  ['unlocked-inputs', 'an input cell that is locked', edit(INDICATORS, /(?<=<c r="C4" s=")\d+/u, '0')],
  ['unlocked-inputs', 'an unlocked cell without a rule', edit(INDICATORS, 'sqref="C4:C6"', 'sqref="C5:C6"')],
  ['protection', 'a password', edit(INDICATORS, '<sheetProtection ', '<sheetProtection password="CC1A" ')],
  ['protection', 'a hashed password', edit(INDICATORS, '<sheetProtection ', '<sheetProtection hashValue="q" ')],
  ['protection', 'input cells on an open sheet', edit(INDICATORS, /<sheetProtection [^>]*>/u, '')],
  ['protection', 'protection switched off', edit(INDICATORS, 'sheet="1"', 'sheet="0"')],
  ['frozen-header', 'a header that scrolls away', edit(FIGURES, /<pane [^>]*>/u, '')],
  ['frozen-header', 'a pane one row short', edit(INDICATORS, 'ySplit="3"', 'ySplit="2"')],
  ['print-titles', 'a header that is not repeated', edit(BOOK, /<definedName name="_xlnm.Print_Titles" localSheetId="2">[^<]*<\/definedName>/u, '')],
  ['print-area', 'no print area', edit(BOOK, /<definedName name="_xlnm.Print_Area" localSheetId="2">[^<]*<\/definedName>/u, '')],
  ['print-area', 'a print area one row short', edit(BOOK, "'原文数据'!$A$1:$B$4<", "'原文数据'!$A$1:$B$3<")],
  ['page-set-up', 'pages as wide as they come', edit(FIGURES, 'fitToPage="1"', 'fitToPage="0"')],
  ['page-set-up', 'pages without numbers', edit(FIGURES, /<oddFooter>[^<]*<\/oddFooter>/u, '')],
  ['page-set-up', 'two pages side by side of which the second repeats no column', edit(FIGURES, 'fitToWidth="1"', 'fitToWidth="2"')],
  ['page-set-up', 'repeated columns on one page', BESIDE],
  ['page-set-up', 'pages side by side without titles', BESIDE.concat(edit(FIGURES, 'fitToWidth="1"', 'fitToWidth="2"'))],
  [
    'page-set-up',
    'all pages on the left before those on the right',
    BESIDE.concat(
      edit(FIGURES, 'fitToWidth="1"', 'fitToWidth="2"'),
      edit(FIGURES, ' pageOrder="overThenDown"', ''),
      edit(FIGURES, '<oddFooter>', '<oddHeader>原文数据</oddHeader><oddFooter>'),
    ),
  ],
  [
    'name-resolves',
    'repeated columns of another sheet',
    edit(BOOK, ">'原文数据'!$1:$1<", ">'封面'!$A:$A,'原文数据'!$1:$1<").concat(
      edit(FIGURES, 'fitToWidth="1"', 'fitToWidth="2"'),
      edit(FIGURES, '<oddFooter>', '<oddHeader>原文数据</oddHeader><oddFooter>'),
    ),
  ],
  ['page-set-up', 'paper that is not A4', edit(SOURCES, 'paperSize="9"', 'paperSize="1"')],
  ['first-sheet', 'two tabs selected', edit(FIGURES, '<sheetView ', '<sheetView tabSelected="1" ')],
  ['first-sheet', 'another tab active', edit(BOOK, '<sheets>', '<bookViews><workbookView activeTab="1"/></bookViews><sheets>')],
  ['first-sheet', 'the cursor elsewhere', edit(COVER, 'activeCell="A1"', 'activeCell="B2"')],
  ['properties', 'no language', edit('docProps/core.xml', /<dc:language>[^<]*<\/dc:language>/u, '')],
  ['properties', 'an empty title', edit('docProps/core.xml', /(?<=<dc:title>)[^<]*/u, '')],
  ['properties', 'no subject', edit('docProps/core.xml', /<dc:subject>[^<]*<\/dc:subject>/u, '')],
  ['properties', 'no author', edit('docProps/core.xml', /<dc:creator>[^<]*<\/dc:creator>/u, '')],
  ['column-width', 'a number wider than its column', edit(FIGURES, /<cols>.*<\/cols>/u, columns(20, 7, 20))],
  ['column-width', 'a Chinese text cut off by its neighbour', edit(FIGURES, /<cols>.*<\/cols>/u, columns(7, 20, 20))],
  [
    'column-width',
    'wrapped words in too low a row',
    edit(INDICATORS, 'ht="33"', 'ht="13"').concat(edit(INDICATORS, /<cols>.*<\/cols>/u, columns(20, 20, 20, 8, 20))),
  ],
];

function lintAfter(edits: readonly Edit[]): string[] {
  const parts = new Map(goodParts);
  for (const { part, find, becomes } of edits) parts.set(part, find === '' ? becomes : replaceIn(parts.get(part) ?? '', find, becomes));
  return lintWorkbook(packParts(parts)).map((line) => line.split(':')[0] ?? '');
}

test('a workbook without faults is clean', () => {
  expect(lintWorkbook(good)).toEqual([]);
});

test.each(FAULTS)('%s finds %s', (rule, _, edits) => {
  expect([...new Set(lintAfter(edits))]).toEqual([rule]);
});

test('every rule is proven', () => {
  expect(new Set(FAULTS.map(([rule]) => rule))).toEqual(new Set(LINT_RULES.map(({ code }) => code)));
});
