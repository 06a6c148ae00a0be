import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where Office.js comes from: Microsoft's servers, and the ones it runs in China for its cloud there. */
export const OFFICE_CDN = {
  global: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  china: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};

const dist = path.join(path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');

/** The client itself, what it loads for each Excel, and for a page outside Office. */
const SCRIPTS = /^(?:office|o15apptofilemappingtable|excel-(?:web|win32|winrt|mac|ios|android)-16\.0\d(?:-core)?)\.js$/u;

/** What the client would report home with. An empty file stands in its place: it then reports nothing, and nothing fails. */
const SILENT = ['telemetry/oteljs_agave.js', 'ariatelemetry/aria-web-telemetry.js'];

/** The files of Office.js that Excel needs, unrenamed (the client finds them by its own name), and where they go. */
export function officeFiles() {
  const entries = readdirSync(dist, { withFileTypes: true });
  const scripts = entries.filter((entry) => entry.isFile() && SCRIPTS.test(entry.name)).map(({ name }) => name);
  const strings = entries.filter((entry) => entry.isDirectory() && /^[a-z]{2,3}(?:-\w+)+$/u.test(entry.name)).map(({ name }) => `${name}/office_strings.js`);
  return [
    ...[...scripts, ...strings].map((name) => ({ from: path.join(dist, name), to: `office/${name}` })),
    ...SILENT.map((name) => ({
      from: path.join(dist, name),
      to: `office/${name}`,
      transform: () => '/* Planbook reports nothing to anyone. */\n',
    })),
  ];
}
