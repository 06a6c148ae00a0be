import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Frame } from 'playwright-core';
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

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG A and AA that the pane breaks; the page's own policy lets no script in, so axe comes by the debugger. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

/**
 * Runs with a pane on a workbook. Afterwards nothing may have gone wrong on the console or by the page's policy, nothing gone outside,
 * nothing be asked that this Excel lacks, no reference be held, and what the pane then shows breaks no rule of accessibility.
 */
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
    expect(await violations(frame)).toEqual([]);
    expect({ problems: pane.problems, outside: host.counts.outsideRequests, lacking: host.counts.notFound }).toEqual({
      problems: [],
      outside: [],
      lacking: [],
    });
    await expect.poll(() => host.referencesLeft, { timeout: 10_000 }).toBe(0);
  } finally {
    await pane.close();
  }
}
