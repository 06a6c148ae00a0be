import { existsSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWorkbook } from '../../generator/xlsx/write-workbook.js';
import { checkWorkbook } from '../../plan/check-workbook.js';
import { compare } from '../../plan/compare/compare.js';
import { checkedPlan } from '../../plan/compare/checked-plan.js';
import { comparisonWorkbook } from '../../plan/comparison-workbook.js';
import { readWorkbook } from '../../plan/xlsx/read-workbook.js';
import { openBrowser } from '../host/client/web-page.js';
import { describeWith } from '../readers/available.js';
import { type MadeWorkbook, makeWorkbook, makeWorkbooks } from '../workbook/made-workbooks.js';
import { plans } from '../seeds.js';
import { inPane, violations } from './open-pane.js';

describeWith('Chromium', 'the task pane in Excel on the web', () => {
  let browser: Browser;
  let books: MadeWorkbook[];
  let yiyang: MadeWorkbook;
  beforeAll(async () => {
    expect(existsSync('dist/pane/pane.js'), 'the pane is built: npx webpack --config-name pane').toBe(true);
    browser = await openBrowser();
    books = await makeWorkbooks();
    yiyang = await makeWorkbook('yiyang-2021-2025', 'zh');
  });
  afterAll(() => browser.close());

  const languageOf = (language: 'zh' | 'en'): 'zh-CN' | 'en-US' => (language === 'zh' ? 'zh-CN' : 'en-US');

  test('shows of each plan, in both languages, as many checks as the command line counts', async () => {
    for (const { bytes, language, name } of books) {
      const findings = checkWorkbook(readWorkbook(bytes), language, '0.0.0-test')?.findings ?? [];
      const count = (outcome: string): number => findings.filter((finding) => finding.outcome === outcome).length;
      await inPane(browser, bytes, { language: languageOf(language) }, async ({ texts }) => {
        const [told = ''] = await texts('.counts');
        expect(told.match(/\d+/gu)?.map(Number), name).toEqual([findings.length, count('fail'), count('undecided'), count('pass')]);
      });
    }
  }, 240_000);

  test.each<[string, 'light' | 'dark', 'none' | 'active']>([
    ['light', 'light', 'none'],
    ['dark', 'dark', 'none'],
    ['high contrast', 'dark', 'active'],
  ])('no accessibility rule is broken on any tab: %s', async (_, colorScheme, forcedColors) => {
    const theme =
      colorScheme === 'dark'
        ? { bodyBackgroundColor: '#1F1F1F', bodyForegroundColor: '#FFFFFF', controlBackgroundColor: '#1F1F1F', controlForegroundColor: '#FFFFFF' }
        : undefined;
    await inPane(browser, yiyang.bytes, { colorScheme, forcedColors, ...(theme ? { theme } : {}) }, async ({ frame, host, press }) => {
      await press('filter-pass');
      await frame.locator('.disclose').first().click();
      expect(await violations(frame)).toEqual([]);
      host.select("'原文数据'!G7");
      await frame.click('#tab-source');
      await frame.waitForSelector('.cell-title');
      expect(await violations(frame)).toEqual([]);
      await frame.click('#tab-compare');
      await addTo(frame, ['qingyuan-2021-2025', 'yichang-2021-2025']);
      await press('open-rest');
      expect(await violations(frame)).toEqual([]);
    });
  });

  async function addTo(frame: Frame, ids: readonly string[], more: { name: string; mimeType: string; buffer: Buffer }[] = []): Promise<void> {
    const files = books.filter(({ plan, language }) => language === 'zh' && ids.includes(plan.record.id));
    await frame.setInputFiles('input[type=file]', [
      ...files.map(({ plan, bytes }) => ({
        name: `${plan.record.id}.xlsx`,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(bytes),
      })),
      ...more,
    ]);
    await frame.waitForSelector('.notice', { timeout: 20_000 });
  }

  test('a click on a finding goes to its cell, and filters and search narrow the list', async () => {
    await inPane(browser, yiyang.bytes, {}, async ({ frame, host, press, texts }) => {
      const all = (await texts('.finding')).length;
      await frame.locator('.go', { hasText: '倍增' }).first().click();
      // 高新技术企业数, the baseline of the claim.
      await expect.poll(() => host.selected).toMatch(/^'?原文数据'?!G\d+$/u);
      for (const kind of ['undecided', 'info']) await press(`filter-${kind}`);
      await expect.poll(async () => (await texts('.finding')).length).toBeLessThan(all);
      await frame.fill('[data-key=search]', '倍增');
      await expect.poll(async () => (await texts('.finding')).every((text) => text.includes('倍增'))).toBe(true);
      await frame.fill('[data-key=search]', '没有这样的内容');
      await press('clear-filter');
      await expect.poll(async () => (await texts('.finding')).length).toBe(all);
    });
  });

  test('an edit, and a co-author’s, is checked again without being asked', async () => {
    await inPane(browser, yiyang.bytes, {}, async ({ frame, host }) => {
      const counts = frame.locator('.counts');
      const before = await counts.innerText();
      host.type("'原文数据'!G6", 999, 'Remote');
      await expect.poll(() => counts.innerText(), { timeout: 15_000 }).not.toBe(before);
      host.type("'原文数据'!G6", 12.78);
      await expect.poll(() => counts.innerText(), { timeout: 15_000 }).toBe(before);
    });
  });

  test('Source tells what the selected cell is, and Restore writes it as generated', async () => {
    await inPane(browser, yiyang.bytes, {}, async ({ frame, host, press, told, texts }) => {
      host.type("'原文数据'!G6", 999);
      host.select("'原文数据'!G6");
      await frame.click('#tab-source');
      await frame.waitForSelector('.changed-cell', { timeout: 15_000 });
      expect(await texts('.cell-title')).toEqual(['数值 · 全社会研发经费支出 · 全市 · 2015']);
      expect((await texts('.where')).join()).toContain('一(一)第4句');
      await press('restore');
      expect(await told()).toBe('原文数据!G6 已恢复为生成时的内容。');
      expect(host.cell("'原文数据'!G6").value).toBe(12.78);
      await expect.poll(() => texts('.changed-cell'), { timeout: 15_000 }).toEqual([]);
    });
  });

  test('added workbooks are compared, kept in the workbook, and written to a sheet with formulas and a chart', async () => {
    let mailed = new Uint8Array();
    await inPane(browser, yiyang.bytes, {}, async ({ frame, host, press, texts, told }) => {
      await frame.click('#tab-compare');
      await addTo(frame, ['qingyuan-2021-2025', 'yichang-2021-2025'], [{ name: 'notes.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no workbook') }]);
      expect(await told()).toContain('notes.xlsx：');
      expect((await texts('.ranks tbody tr')).map((row) => row.replaceAll(/\s+/gu, ' '))).toEqual([
        '1 宜昌市 ≥3.2 3.2%以上',
        '2 益阳市 2.5 2.5%',
        '3 清远市 1.5 1.5%',
      ]);
      await press('write');
      await expect.poll(told, { timeout: 15_000 }).toBe('已写入工作表“比较 研发经费支出占GDP比重”。');
      expect(host.counts.errors).toEqual([]);
      mailed = new Uint8Array(host.save());
    });
    await inPane(browser, mailed, {}, async ({ frame, host, texts }) => {
      await frame.click('#tab-compare');
      await frame.waitForSelector('.ranks');
      expect(await texts('.plans b')).toEqual(['益阳市', '清远市', '宜昌市']);
      await frame.uncheck('#takes-qingyuan-2021-2025');
      await expect.poll(async () => (await texts('.ranks tbody tr')).length).toBe(2);
      await frame.selectOption('#indicator', 'rd-expenditure');
      await expect.poll(async () => (await texts('.ranks caption b')).join()).toContain('全社会研发经费支出');
      await expect.poll(() => keptChoice(host.save())).toBe('rd-expenditure without qingyuan-2021-2025');
      mailed = new Uint8Array(host.save());
    });
    await inPane(browser, mailed, {}, async ({ frame, press, texts, host }) => {
      await frame.click('#tab-compare');
      await frame.waitForSelector('.ranks');
      expect(await frame.isChecked('#takes-qingyuan-2021-2025')).toBe(false);
      expect(await frame.inputValue('#indicator')).toBe('rd-expenditure');
      await press('cmp.nobody');
      await expect.poll(() => texts('.empty h2')).toEqual(['请至少勾选两个地区']);
      await press('cmp.all');
      await expect.poll(() => keptChoice(host.save())).toBe('rd-expenditure without ');
      await press('remove-yichang-2021-2025');
      await expect.poll(() => texts('.plans b')).toEqual(['益阳市', '清远市']);
    });
  });

  test('Mark and Unmark, and Write report', async () => {
    await inPane(browser, yiyang.bytes, {}, async ({ host, press, told }) => {
      host.type("'主要指标'!Q8", 12);
      await press('check-mark');
      expect(await told()).toMatch(/^已标注\d+个单元格。$/u);
      await press('check-unmark');
      await expect.poll(told).toBe('已清除全部标注。');
      await press('check-report');
      await expect.poll(told, { timeout: 20_000 }).toMatch(/^审核表已更新：/u);
      expect(host.counts.errors).toEqual([]);
    });
  });

  test('everything can be reached and done with the keyboard alone', async () => {
    await inPane(browser, yiyang.bytes, {}, async ({ frame, page, told }) => {
      await frame.locator('[data-key=check-again]').focus();
      const visited: string[] = [];
      for (let step = 0; step < 12; step += 1) {
        visited.push(await frame.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['key'] ?? ''));
        await page.keyboard.press('Tab');
      }
      expect(visited.slice(0, 10)).toEqual([
        'check-again',
        'check-mark',
        'check-unmark',
        'check-report',
        'filter-error',
        'filter-warning',
        'filter-info',
        'filter-undecided',
        'filter-pass',
        'search',
      ]);
      await frame.locator('[data-key=check-mark]').focus();
      await page.keyboard.press('Enter');
      expect(await told()).toMatch(/^已标注/u);
      await frame.locator('#tab-check').focus();
      await page.keyboard.press('ArrowRight');
      await frame.waitForSelector('#panel-source:not([hidden])');
    });
  });

  test('a workbook that is not Planbook’s gets a page that says what to do', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Budget').addRow(['R&D', 12]);
    const foreign = new Uint8Array(await workbook.xlsx.writeBuffer());
    await inPane(browser, foreign, { language: 'en-US' }, async ({ texts }) => {
      expect(await texts('.page h2')).toEqual(['Not a workbook of Planbook']);
    });
  });

  test('a comparison workbook is recognised and gets a page of its own', async () => {
    const checked = plans().map((each) => checkedPlan(each, 'zh', '0.0.0-test'));
    const bytes = await writeWorkbook(comparisonWorkbook(compare(plans()), plans(), checked, 'zh', '0.0.0-test'));
    await inPane(browser, bytes, {}, async ({ texts }) => {
      expect(await texts('.page h2')).toEqual(['这是比较工作簿']);
      expect((await texts('.page p'))[0]).toContain('比较5个规划');
    });
  });

  test('a sheet deleted while a check runs breaks nothing: the next check tells it', async () => {
    await inPane(browser, yiyang.bytes, {}, async ({ host, press, texts }) => {
      await press('check-again');
      host.deleteSheet('年度进度测算', 'Remote');
      await expect.poll(async () => (await texts('.finding')).join(), { timeout: 20_000 }).toContain('行、列、名称未被删除');
    });
  });

  test('at ExcelApi 1.7 the pane works and says what this Excel lacks', async () => {
    await inPane(browser, yiyang.bytes, { excelApi: '1.7', language: 'en-US' }, async ({ texts, host, press, told }) => {
      expect(await texts('.lacks h2')).toEqual(['What this Excel lacks']);
      await press('check-mark');
      expect(await told()).toMatch(/cells marked/u);
      expect(host.counts.notFound).toEqual([]);
    });
  });

  test('markup and script in a workbook are text and run nothing', async () => {
    await inPane(browser, yiyang.bytes, {}, async ({ frame, host, texts }) => {
      const hostile = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
      host.type("'原文数据'!F6", hostile);
      host.type("'原文数据'!A6", hostile);
      host.select("'原文数据'!F6");
      await frame.click('#tab-source');
      await expect.poll(async () => (await texts('.panel')).join('').includes('<img src=x'), { timeout: 15_000 }).toBe(true);
      await frame.click('#tab-check');
      expect(await frame.evaluate(() => [(window as { ran?: number }).ran, document.querySelectorAll('img, main script').length])).toEqual([undefined, 0]);
    });
  });
});

/** What a saved workbook keeps of what is compared. */
function keptChoice(bytes: Uint8Array): string {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /^customXml\/item\d+\.xml$/u.test(name));
  const choices = parts.map(([, part]) => strFromU8(part)).filter((xml) => xml.includes('comparison-choice'));
  return choices
    .map((xml) => `${/indicator="([^"]*)"/u.exec(xml)?.[1] ?? ''} without ${[...xml.matchAll(/plan="([^"]*)"/gu)].map(([, id]) => id).join(' ')}`)
    .join('; ');
}
