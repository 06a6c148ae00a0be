import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../readers/available.js';
import { openBrowser, openPane, type WebPane } from './client/web-page.js';
import { ExcelHost, type HostOptions } from './host.js';
import { generated } from './open-host.js';
import { CLIENT } from './requirement-sets.js';

const PAGE = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="script-src 'self'; connect-src 'self'" />
<link rel="icon" href="data:," /><script src="office/office.js"></script></head><body>add-in</body></html>`;

/** An add-in's folder: a page, and the files of Office.js that it needs. */
function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'planbook-test-'));
  const office = path.join(folder, 'office');
  const dist = path.dirname(CLIENT);
  for (const language of ['zh-cn', 'en-us']) {
    mkdirSync(path.join(office, language), { recursive: true });
    cpSync(path.join(dist, language, 'office_strings.js'), path.join(office, language, 'office_strings.js'));
  }
  for (const name of ['office.js', 'excel-web-16.00.js', 'telemetry/oteljs_agave.js']) cpSync(path.join(dist, name), path.join(office, name));
  writeFileSync(path.join(folder, 'pane.html'), PAGE);
  return folder;
}

describeWith('Chromium', 'Excel on the web around an add-in’s page', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser();
    folder = makeFolder();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function inPane<T>(options: HostOptions, run: (pane: WebPane, host: ExcelHost) => Promise<T>): Promise<T> {
    const host = new ExcelHost(await generated(), options);
    const pane = await openPane(browser, host, { folder });
    try {
      return await run(pane, host);
    } finally {
      await pane.close();
    }
  }

  test.each<[options: HostOptions, expected: unknown]>([
    [{}, { host: 'Excel', platform: 'OfficeOnline', language: 'zh-CN', sets: [true, true, false] }],
    [
      { language: 'en-US', excelApi: '1.7' },
      { host: 'Excel', platform: 'OfficeOnline', language: 'en-US', sets: [true, false, false] },
    ],
  ])('is ready in %j', async (options, expected) => {
    await inPane(options, async ({ frame, problems }, host) => {
      const ready = await frame.evaluate(async () => {
        const { host, platform } = await Office.onReady();
        const has = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);
        return { host, platform, language: Office.context.displayLanguage, sets: [has('1.7'), has('1.14'), has('1.18')] };
      });
      expect(ready).toEqual(expected);
      expect(problems).toEqual([]);
      expect(host.counts.outsideRequests).toEqual([]);
    });
  });

  test('carries batches, errors, events and settings', async () => {
    await inPane({}, async ({ frame, problems }, host) => {
      const seen = await frame.evaluate(async () => {
        await Office.onReady();
        const heard: unknown[] = [];
        Object.assign(window, { heard });
        return Excel.run(async (context) => {
          context.workbook.worksheets.onChanged.add(({ address, source }) => {
            heard.push([address, source]);
            return Promise.resolve();
          });
          context.workbook.onSelectionChanged.add(() => {
            heard.push('selection');
            return Promise.resolve();
          });
          const range = context.workbook.worksheets.getItem('原文数据').getRange('F7:G7').load('values');
          await context.sync();
          Office.context.document.settings.set('key', { answer: 42 });
          await new Promise<void>((resolve) => {
            Office.context.document.settings.saveAsync(() => {
              resolve();
            });
          });
          context.workbook.worksheets.getItem('nowhere').load('name');
          const code = await context.sync().then(
            () => '',
            (error: unknown) => (error as OfficeExtension.Error).code,
          );
          return [range.values, code];
        });
      });
      expect(seen).toEqual([[['34.94亿元', 34.94]], 'ItemNotFound']);
      expect([...host.book.settings]).toEqual([['key', { answer: 42 }]]);
      host.type("'原文数据'!G7", 35, 'Remote');
      host.select("'原文数据'!G7");
      await frame.waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.length === 2);
      expect(await frame.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([['G7', 'Remote'], 'selection']);
      expect([problems, host.counts.outsideRequests, host.referencesLeft]).toEqual([[], [], 0]);
    });
  });

  test('counts requests to the outside, answers none, and tells what the page’s policy stops', async () => {
    await inPane({}, async ({ frame, page, problems }, host) => {
      await page.evaluate(() => fetch('https://example.org/figures').catch(() => undefined));
      await frame.evaluate(() => fetch('https://example.org/more').catch(() => undefined));
      expect(host.counts.outsideRequests).toEqual(['https://example.org/figures']);
      expect(problems.join('\n')).toMatch(/Content Security Policy/u);
    });
  });
});
