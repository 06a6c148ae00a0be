// Draws the icons Office asks for from the two drawings in addin/assets. Run it after changing a drawing: node tests/pictures/draw-icons.mjs
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { READERS } from '../../generator/setup/readers.mjs';

const DRAWINGS = { 16: 'icon-small.svg', 32: 'icon.svg', 64: 'icon.svg', 80: 'icon.svg' };

const browser = await chromium.launch({
  executablePath: READERS.find(({ name }) => name === 'Chromium')?.find() ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const [size, drawing] of Object.entries(DRAWINGS)) {
    const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
    const svg = readFileSync(new URL(`../../addin/assets/${drawing}`, import.meta.url), 'utf8').replace(
      '<svg ',
      `<svg width="${size}" height="${size}" style="display:block" `,
    );
    await page.setContent(`<body style="margin:0">${svg}</body>`);
    await page.screenshot({ path: new URL(`../../addin/assets/icon-${size}.png`, import.meta.url).pathname, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
