// Packs the character maps that PDFs with fonts of their own reader need (GBK-EUC-H, UniGB-UCS2-H …) into one file:
//   node generator/setup/pack-character-maps.mjs FOLDER
// FOLDER is the folder cmaps/ of the package pdfjs-dist (5.4.296), with Adobe's licence beside the maps. They have not changed in years.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [, , folder] = process.argv;
const HORIZONTAL = [
  'GB-EUC',
  'GBK-EUC',
  'GBKp-EUC',
  'GBK2K',
  'GBpc-EUC',
  'UniGB-UCS2',
  'UniGB-UTF16',
  'UniCNS-UCS2',
  'UniCNS-UTF16',
  'B5pc',
  'ETen-B5',
  'ETenms-B5',
];
const names = [...HORIZONTAL.flatMap((name) => [`${name}-H`, `${name}-V`]), 'Adobe-GB1-UCS2', 'Adobe-CNS1-UCS2'];
const licence = readFileSync(path.join(folder, 'LICENSE'), 'utf8')
  .replaceAll('%%Copyright:', '')
  .replace(/ *-{20,}\n?/gu, '')
  .replace(/\s+/gu, ' ')
  .trim();
const maps = Object.fromEntries(names.sort().map((name) => [name, readFileSync(path.join(folder, `${name}.bcmap`)).toString('base64')]));
const target = new URL('../documents/character-maps.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ source: 'Adobe cmap-resources, as packed by pdfjs-dist', licence, maps }, null, 2)}\n`);
