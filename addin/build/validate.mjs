// Checks the manifest of the checkout and, where the pane is built, the one that was built with it. Needs no network.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestFaults } from './check-manifest.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const read = (file) => (existsSync(file) ? readFileSync(file) : null);
/** In the checkout icons and help stand in addin/; the pane's page is made by the build from the one there. */
const inCheckout = (name) => read(path.join(root, 'addin', name));
const inBuild = (name) => read(path.join(root, 'dist/pane', name));

let faults = 0;
for (const [file, fileAt] of [
  ['manifest.xml', inCheckout],
  ['dist/pane/manifest.xml', inBuild],
]) {
  const xml = read(path.join(root, file));
  if (xml === null) continue;
  const found = manifestFaults(xml.toString(), { version, fileAt });
  found.forEach((fault) => process.stderr.write(`${file}: ${fault}\n`));
  process.stdout.write(found.length === 0 ? `${file}: valid\n` : '');
  faults += found.length;
}
process.exit(faults > 0 ? 2 : 0);
