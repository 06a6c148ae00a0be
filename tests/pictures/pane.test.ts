import { test } from 'vitest';
import { openBrowser } from '../host/client/web-page.js';
import { inPane } from '../pane/open-pane.js';
import { makeWorkbook } from '../workbook/made-workbooks.js';

/** Draws the README's pictures of the task pane; `npm run pictures` asks for it. */
test.runIf(process.env['DRAW'] === 'pane')(
  'the task pane, drawn for the README',
  async () => {
    const browser = await openBrowser();
    const [xianju, yiyang, english] = await Promise.all([
      makeWorkbook('xianju-2021-2025', 'zh'),
      makeWorkbook('yiyang-2021-2025', 'zh'),
      makeWorkbook('yiyang-2021-2025', 'en'),
    ]);
    const height = 720;
    await inPane(browser, xianju.bytes, { height }, async ({ frame, page }) => {
      await frame.locator('.disclose').first().click();
      await page.screenshot({ path: 'tests/pictures/pane-check.png' });
    });
    await inPane(browser, yiyang.bytes, { height }, async ({ frame, page, host }) => {
      host.type("'原文数据'!G7", 35.94);
      host.select("'原文数据'!G7");
      await frame.click('#tab-source');
      await frame.waitForSelector('.changed-cell', { timeout: 15_000 });
      await page.screenshot({ path: 'tests/pictures/pane-source.png' });
    });
    await inPane(browser, yiyang.bytes, { height }, async ({ frame, page, press }) => {
      await frame.click('#tab-compare');
      const others = await Promise.all(['qingyuan-2021-2025', 'yichang-2021-2025', 'xianju-2021-2025'].map((id) => makeWorkbook(id, 'zh')));
      await frame.setInputFiles(
        'input[type=file]',
        others.map(({ plan, bytes }) => ({ name: `${plan.record.id}.xlsx`, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
      );
      await frame.waitForSelector('.ranks', { timeout: 20_000 });
      await press('close-notice');
      await press('open-rest');
      await page.screenshot({ path: 'tests/pictures/pane-compare.png' });
    });
    await inPane(browser, english.bytes, { height, language: 'en-US', colorScheme: 'dark' }, async ({ page }) => {
      await page.screenshot({ path: 'tests/pictures/pane-dark.png' });
    });
    await browser.close();
  },
  120_000,
);
