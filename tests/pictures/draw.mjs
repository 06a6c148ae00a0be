// Draws the README's pictures: generates the workbooks, prints them through LibreOffice, keeps the pages named below.
// Needs LibreOffice, poppler-utils and a Chinese font (npm test names what is missing). Run: npm run pictures
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const DOTS_PER_INCH = '80';

/** Which printed page of which workbook becomes which picture: by number, or by the sheet whose first page it is (or a page after that). */
const PAGES = [
  { book: 'xianju-2021-2025', page: 1, picture: 'cover' },
  { book: 'xianju-2021-2025', page: '主要指标', picture: 'indicators' },
  { book: 'xianju-2021-2025', page: '主要指标', next: 1, picture: 'indicators-pace' },
  { book: 'xianju-2021-2025', page: '年度进度测算', picture: 'pathway' },
  { book: 'xianju-2021-2025', page: '年度进度测算', next: 2, picture: 'pathway-chart' },
  { book: 'xianju-2021-2025', page: '年度监测', picture: 'monitoring' },
  { book: 'yiyang-2021-2025', page: '原文数据', picture: 'figures' },
  { book: 'xianju-2021-2025', page: '数据审核', picture: 'checks' },
  { book: 'xianju-2021-2025', page: '数据审核', next: 1, picture: 'checks-explained' },
  { book: 'yichang-2021-2025.en', page: 1, picture: 'cover-en' },
  { book: 'comparison', page: '目标力度', picture: 'comparison-ambition' },
  { book: 'comparison', page: '总览', picture: 'comparison-overview' },
];

const folder = mkdtempSync(path.join(tmpdir(), 'planbook-pictures-'));
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
try {
  run(process.execPath, ['dist/planbook.cjs', 'generate', '--lang', 'zh,en', '--out', folder]);
  const books = [...new Set(PAGES.map(({ book }) => book))];
  run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...books.map((book) => path.join(folder, `${book}.xlsx`)),
  ]);
  for (const { book, page, next = 0, picture } of PAGES) {
    const number = (typeof page === 'number' ? page : pageThatBegins(path.join(folder, `${book}.pdf`), page)) + next;
    run('pdftoppm', [
      '-r',
      DOTS_PER_INCH,
      '-png',
      '-singlefile',
      '-f',
      String(number),
      '-l',
      String(number),
      path.join(folder, `${book}.pdf`),
      path.join(here, picture),
    ]);
  }
  console.log(
    readdirSync(here)
      .filter((name) => name.endsWith('.png'))
      .join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The first page whose title line ends in a sheet's name. */
function pageThatBegins(pdf, sheet) {
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  const index = pages.findIndex((text) => (text.trim().split('\n')[0] ?? '').replace(/\s/gu, '').endsWith(`·${sheet}`));
  if (index < 0) throw new Error(`${pdf} has no page titled ${sheet}`);
  return index + 1;
}
