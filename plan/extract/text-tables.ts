/** A table drawn in text: by pipes or tabs, or one cell a line. */
export interface TextTable {
  start: number;
  end: number;
  rows: string[][];
}

interface Line {
  start: number;
  end: number;
  text: string;
}

const HEADER = /指标|^(?:年份|年度|板块|区域|地区|县区|区县|县市区|园区|片区|市州)$/u;
const HEADER_CELL =
  /^(?:序号|编号|.{0,4}指标.{0,6}|年份|年度|名称|类别|一级指标|二级指标|分类|领域|单位|计量单位|属性|指标属性|性质|类型|备注|责任单位|牵头单位|.{0,6}20[\dxX×*]{2}.{0,8}|.{0,8}(?:目标值?|现状值?|基期值?|基础值|基准值|完成值|实际值|年均增[长速].{0,4}|增长率.{0,3}|[十]?[二三四五]五.{0,4})|\[?累计\]?)$/u;

/** A heading or a caption begins no table and ends one, as does the first cell of the next. */
const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第.{1,3}[章节]|表\d|专栏|附件|注:)/u;
const OPENS_TABLE = /^(?:.{0,2}指标(?:名称)?|序号|年份|年度)$/u;

/** Tables of indicators that a text draws without markup; other runs of short lines are left as they are. */
export function findTextTables(document: string): TextTable[] {
  const lines = linesOf(document);
  const tables: TextTable[] = [];
  let index = 0;
  while (index < lines.length) {
    const ruled = ruledTable(lines, index) ?? listedTable(lines, index);
    if (ruled) {
      tables.push({ start: lines[index]?.start ?? 0, end: lines[ruled.next - 1]?.end ?? 0, rows: ruled.rows });
      index = ruled.next;
    } else index++;
  }
  return tables;
}

function linesOf(document: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= document.length) {
    const stop = document.indexOf('\n', start);
    const end = stop < 0 ? document.length : stop;
    lines.push({ start, end, text: document.slice(start, end).trim() });
    start = end + 1;
  }
  return lines;
}

/** Lines cut by pipes or tabs, the first of which is a header of indicators. */
function ruledTable(lines: readonly Line[], first: number): { rows: string[][]; next: number } | null {
  const head = cellsOf(lines[first]?.text ?? '');
  if (!head || head.length < 3 || !head.some((cell) => HEADER.test(cell))) return null;
  const rows: string[][] = [];
  let index = first;
  for (; index < lines.length; index++) {
    const cells = cellsOf(lines[index]?.text ?? '');
    if (!cells) {
      if ((lines[index]?.text ?? '') === '' && cellsOf(lines[index + 1]?.text ?? '')) continue;
      break;
    }
    if (!cells.every((cell) => /^[-:=+]*$/u.test(cell))) rows.push(cells);
  }
  return rows.length >= 2 ? { rows, next: index } : null;
}

function cellsOf(line: string): string[] | null {
  if (line.length > 2000) return null;
  const mark = /[|｜│┃]/u.test(line) ? /[|｜│┃]/u : line.includes('\t') ? /\t/u : null;
  if (!mark) return null;
  const cells = line.split(mark).map((cell) => cell.trim());
  if (mark.source !== '\\t') {
    if (cells[0] === '') cells.shift();
    if (cells.at(-1) === '') cells.pop();
  }
  return cells.length >= 2 ? cells : null;
}

/** One cell a line: a header of at least three short lines, then as many lines a row, each row with a number. */
function listedTable(lines: readonly Line[], first: number): { rows: string[][]; next: number } | null {
  const opening = plain(lines[first]?.text ?? '');
  if (!HEADER_CELL.test(opening) || HEADING.test(opening)) return null;
  // A table by years names its indicators in its heading: all lines up to the first year.
  const byYears = /^年[份度]$/u.test(opening);
  const heads = (text: string): boolean => (byYears ? !/^\d/u.test(text) : HEADER_CELL.test(plain(text)));
  const cells: { text: string; line: number }[] = [];
  let width = 0;
  for (let index = first; index < lines.length && cells.length < 600; index++) {
    const text = lines[index]?.text ?? '';
    if (text === '') continue;
    if (text.length > 40 || /[。；!！?？]/u.test(text) || (cells.length > width && (HEADING.test(plain(text)) || OPENS_TABLE.test(plain(text))))) break;
    if (width === cells.length && heads(text)) width++;
    else if (width === cells.length && width < 3) return null;
    if (width > 12) return null;
    cells.push({ text, line: index });
  }
  const header = cells.slice(0, width).map(({ text }) => text);
  const dated = header.some((cell) => HEADER.test(cell) || cell.includes('名称')) && header.some((cell) => /20\d\d|目标|现状|基期|五/u.test(cell));
  if (width < 3 || !(byYears || dated)) return null;
  const rows = [header];
  let cursor = width;
  while (cursor + width <= cells.length) {
    const row = cells.slice(cursor, cursor + width).map(({ text }) => text);
    const opens = byYears ? /^20\d\d年?$/u.test(plain(row[0] ?? '')) : !/\d{3,}/u.test(row[0] ?? '');
    if (!opens || !row.some((cell) => /\d/u.test(cell))) {
      // A line of its own that groups the rows below it.
      if (!byYears && row.length > 0 && !/\d/u.test(row[0] ?? '') && cells[cursor + 1] && /\d/u.test(cells[cursor + width]?.text ?? '')) {
        cursor++;
        continue;
      }
      break;
    }
    rows.push(row);
    cursor += width;
  }
  if (rows.length < 3) return null;
  return { rows, next: (cells[cursor - 1]?.line ?? first) + 1 };
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
