import path from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { openPane, type WebOptions, type WebPane } from '../host/client/web-page.js';
import { ExcelHost, type HostOptions } from '../host/host.js';

/** The built pane open in Excel on the web, with the workbook read and checked. */
export interface OpenPane extends WebPane {
  host: ExcelHost;
  /** Clicks what has this key. */
  press: (key: string) => Promise<void>;
  /** What the pane has just told. */
  told: () => Promise<string>;
  /** What stands in the pane, by a CSS selector. */
  texts: (selector: string) => Promise<string[]>;
}

/** Runs with a pane on a workbook; afterwards nothing may have gone wrong, nothing gone outside, nothing be held. */
export async function inPane(
  browser: Browser,
  bytes: Uint8Array,
  options: HostOptions & Partial<WebOptions>,
  run: (pane: OpenPane) => Promise<void>,
): Promise<void> {
  const { excelApi, language, payloadLimit, theme, ...web } = options;
  const host = new ExcelHost(bytes, Object.fromEntries(Object.entries({ excelApi, language, payloadLimit, theme }).filter(([, value]) => value !== undefined)));
  const pane = await openPane(browser, host, { folder: path.resolve('dist/pane'), ...web });
  const { frame } = pane;
  try {
    await frame.waitForSelector('.counts, .page', { timeout: 20_000 });
    await run({
      ...pane,
      host,
      press: (key) => frame.click(`[data-key="${key}"]`),
      told: async () => (await frame.waitForSelector('.notice span', { timeout: 20_000 })).innerText(),
      texts: (selector) => frame.locator(selector).allInnerTexts(),
    });
    expect(pane.problems).toEqual([]);
    expect(host.counts.outsideRequests).toEqual([]);
  } finally {
    await pane.close();
  }
}
