import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebOptions } from '../host/client/web-page.js';
import type { HostOptions } from '../host/host.js';
import { openBrowser } from '../host/client/web-page.js';
import { describeWith } from '../readers/available.js';
import { inPane, type OpenPane, violations } from './open-pane.js';
import { type Walk, WALKS } from './walks.js';

/** Where pictures of all states go, to be looked at: STATES=folder npx vitest run tests/pane/states.test.ts */
const PICTURES = process.env['STATES'];

const DARK = { bodyBackgroundColor: '#1F1F1F', bodyForegroundColor: '#FFFFFF', controlBackgroundColor: '#1F1F1F', controlForegroundColor: '#FFFFFF' };
const LOOKS: [string, HostOptions & Partial<WebOptions>, readonly string[] | null][] = [
  ['Chinese', {}, null],
  [
    'English, 320 pixels',
    { language: 'en-US', width: 320 },
    ['check', 'locked', 'source', 'compare', 'foreign', 'comparison', 'unreadable', 'Excel 2019', 'Excel 2016'],
  ],
  ['dark', { colorScheme: 'dark', theme: DARK }, ['check', 'source', 'compare']],
  ['high contrast', { colorScheme: 'dark', forcedColors: 'active', theme: DARK }, ['check', 'source', 'compare']],
  // At 200 % a pane of 520 pixels has room for 260.
  ['twice as large', { width: 260 }, ['check', 'source', 'compare', 'foreign']],
];
/** States that between them hold every kind of control. */
const TABBED = new Set([
  'finding open',
  'nothing passes the filter',
  'marked',
  'busy',
  'an edited figure',
  'added and refused',
  'compared',
  'many findings',
  'a place searched',
  'no workbook of Planbook',
]);
const CASES = LOOKS.flatMap(([look, options, names]) =>
  WALKS.filter(({ name }) => names?.includes(name) ?? true).map((walk) => [look, walk.name, options, walk] as const),
);

describeWith('Chromium', 'every state of the pane is reached, breaks no rule of accessibility, and nothing of it is cut', () => {
  let browser: Browser;
  beforeAll(async () => {
    expect(existsSync('dist/pane/pane.js'), 'the pane is built: npx webpack --config-name pane').toBe(true);
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(CASES)(
    '%s: %s',
    async (look, name, options, walk: Walk) => {
      const language = options.language === 'en-US' ? 'en' : 'zh';
      const seen: string[] = [];
      await inPane(browser, await walk.book(language), { ...options, ...walk.options }, async (pane) => {
        const at = async (state: string): Promise<void> => {
          seen.push(state);
          if (PICTURES !== undefined) {
            mkdirSync(PICTURES, { recursive: true });
            await pane.page.screenshot({ path: path.join(PICTURES, `${look}. ${name}. ${state}.png`.replaceAll(' ', '-')) });
          }
          expect(await violations(pane.frame), state).toEqual([]);
          expect(await cutOff(pane.frame), state).toEqual([]);
          if (look === 'Chinese' && TABBED.has(state)) expect(await byKeyboard(pane), state).toEqual([]);
        };
        await walk.walk({ ...pane, at }, language);
      });
      expect(seen.length).toBeGreaterThan(0);
    },
    180_000,
  );
});

/** What cannot be reached with Tab, and what does not show that it has the focus. */
async function byKeyboard({ frame, page }: OpenPane): Promise<string[]> {
  const all = await frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input:not([type=file]), select, fluent-button, fluent-tab[aria-selected=true]')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.dataset['key'] ?? each.id),
  );
  const ringed = new Map<string, boolean>();
  await frame
    .locator(`[data-key="${all[0] ?? ''}"], #${all[0] ?? ''}`)
    .first()
    .focus();
  for (const key of ['Tab', 'Shift+Tab', ...all.map(() => 'Tab'), 'Tab']) {
    await page.keyboard.press(key);
    const [at, ring] = await frame.evaluate(() => {
      const focused = document.activeElement as HTMLElement | null;
      const { outlineStyle, outlineWidth } = focused ? getComputedStyle(focused) : { outlineStyle: 'none', outlineWidth: '0' };
      return [focused?.dataset['key'] ?? focused?.id ?? '', outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1] as const;
    });
    if (!ringed.has(at)) ringed.set(at, ring);
  }
  return [
    ...all.filter((key) => !ringed.has(key)).map((key) => `${key} is not reached`),
    ...all.filter((key) => ringed.get(key) === false).map((key) => `${key} shows no focus`),
  ];
}

/** What runs out of the pane or of its own box; formulas scroll by themselves. */
const cutOff = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, body, body *')]
      .filter((each) => each.clientWidth > 0 && getComputedStyle(each).display !== 'inline' && each.closest('.visually-hidden, .formula') === null)
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.tagName.toLowerCase()}.${each.className} (${each.scrollWidth} in ${each.clientWidth}): ${each.textContent.slice(0, 40)}`),
  );
