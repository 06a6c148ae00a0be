/** A run of characters on a page, as the PDF reader gives it. */
export interface TextRun {
  str: string;
  /** Its matrix: the font's height in [3], and where it begins in [4] and [5], from the lower left, in points. */
  transform: number[];
  width: number;
}

interface Line {
  text: string;
  /** Points from the left edge to where it begins and ends. */
  left: number;
  right: number;
  /** Of its characters, in points. */
  size: number;
}
export type PageText = Line[];

/** The lines of a page from its top; cells of one line stand apart by tabs. */
export function pageLines(runs: readonly TextRun[]): PageText {
  const rows: { y: number; size: number; runs: TextRun[] }[] = [];
  for (const run of runs) {
    if (run.str.trim() === '') continue;
    const y = run.transform[5] ?? 0;
    const size = Math.abs(run.transform[3] ?? 0) || Math.abs(run.transform[1] ?? 0) || 10;
    // Runs of a line mostly follow each other: the latest rows are the likely ones.
    const row = rows.slice(-4).find((each) => Math.abs(each.y - y) < 0.5 * Math.max(each.size, size));
    if (row) row.runs.push(run);
    else rows.push({ y, size, runs: [run] });
  }
  return rows.sort((a, b) => b.y - a.y).map(({ runs: own, size }) => joinRuns(own, size));
}

/** Wider than this many characters a gap parts two cells, and between two digits the narrower one does: numbers must never run together. */
const CELL_GAP = 0.6;
const WORD_GAP = 0.2;

function joinRuns(runs: readonly TextRun[], size: number): Line {
  const inOrder = [...runs].sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0));
  let text = '';
  let end: number | null = null;
  for (const { str, transform, width } of inOrder) {
    const start = transform[4] ?? 0;
    const gap = end === null ? 0 : (start - end) / size;
    if (gap > CELL_GAP || (gap > WORD_GAP && /\d$/u.test(text) && /^\d/u.test(str))) text += '\t';
    else if (gap > WORD_GAP && /[A-Za-z,.;)]$/u.test(text) && /^[A-Za-z(]/u.test(str)) text += ' ';
    text += str;
    end = start + width;
  }
  // The reader itself puts a space into a gap that it takes for one between words.
  return { text: text.trim().replace(/(?<=\d) +(?=\d)/gu, '\t'), left: inOrder[0]?.transform[4] ?? 0, right: end ?? 0, size };
}

const PAGE_NUMBER = /^[-–—－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-–—－·\s]*$/u;

/** The pages as running text: page numbers and running titles left out, lines that only the paper's edge broke joined again. */
export function paragraphs(pages: readonly PageText[]): string {
  const running = runningTitles(pages);
  let text = '';
  let previous: (Line & { edge: number }) | null = null;
  for (const page of pages) {
    const edge = Math.max(0, ...page.map(({ right }) => right));
    const margin = Math.min(...page.map(({ left }) => left));
    page.forEach((line, index) => {
      const atEdgeOfPage = index === 0 || index === page.length - 1;
      if (atEdgeOfPage && (PAGE_NUMBER.test(line.text) || running.has(title(line)))) return;
      const wrapped =
        previous !== null && !line.text.includes('\t') && previous.edge - previous.right < 1.8 * previous.size && line.left - margin < 0.8 * line.size;
      text += previous === null ? line.text : `${wrapped ? gapBetween(text, line.text) : '\n'}${line.text}`;
      previous = { ...line, edge };
    });
  }
  return text;
}

const gapBetween = (before: string, after: string): string => (/[A-Za-z,.;]$/u.test(before) && /^[A-Za-z]/u.test(after) ? ' ' : '');

const title = ({ text }: Line): string => text.replace(/\d+/gu, '#');

/** First and last lines that most pages share. */
function runningTitles(pages: readonly PageText[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const line of new Set([page[0], page.at(-1)])) if (line) counts.set(title(line), (counts.get(title(line)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => pages.length >= 3 && count > pages.length / 2).map(([text]) => text));
}
