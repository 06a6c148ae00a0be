import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium as playwright, type Frame, type Page, type Route } from 'playwright-core';
import { chromium } from '../../readers/programs.js';
import type { ExcelHost } from '../host.js';
import { frameName, WebConversation } from './web-conversation.js';

/** An address of no machine: whatever is asked of it is answered from a folder, and nothing else is answered at all. */
const ORIGIN = 'https://excel.test';

export interface WebOptions {
  /** The folder that holds the add-in's files. */
  folder: string;
  /** The add-in's page in it; pane.html if not told. */
  page?: string;
  /** Of the task pane, in pixels; 340 by 800 if not told. */
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
  /** A script that runs in every document before its own. */
  begin?: string;
}

/** A task pane open in Excel on the web. */
export interface WebPane {
  page: Page;
  /** The add-in's own document. */
  frame: Frame;
  /** Errors on the console, uncaught ones, and violations of the page's security policy. */
  problems: string[];
  close(): Promise<void>;
}

/** The browser of this machine. One serves many panes. */
export function openBrowser(): Promise<Browser> {
  if (chromium === null) throw new Error('Chromium is not here');
  return playwright.launch({ executablePath: chromium, args: ['--no-sandbox'] });
}

/**
 * Opens an add-in's page as Excel on the web does: in a frame of Excel's page, which speaks with it by messages. The page
 * runs its own, unmodified Office.js. Requests for anything outside its folder fail and are counted.
 */
export async function openPane(browser: Browser, host: ExcelHost, options: WebOptions): Promise<WebPane> {
  const { folder, page: start = 'pane.html', width = 340, height = 800, colorScheme = 'light', forcedColors = 'none', reducedMotion = 'reduce' } = options;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, forcedColors, reducedMotion, locale: host.options.language });
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
  });
  await context.route('**/*', (route) => serve(route, host, folder, start));
  if (options.begin !== undefined) await context.addInitScript(options.begin);
  const page = await context.newPage();
  const conversation = new WebConversation(host, ORIGIN);
  await page.exposeFunction('answerOffice', (text: string) => conversation.answer(text));
  const post = (text: string | null): void => {
    if (text !== null && !page.isClosed()) void page.evaluate((message) => (globalThis as unknown as ParentWindow).post(message), text).catch(() => undefined);
  };
  host.deliver = (messages) => post(conversation.events(messages));
  host.selectionMoved = () => post(conversation.selectionMoved());
  await page.goto(`${ORIGIN}/excel.html`);
  const handle = await page.waitForSelector('iframe');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('the frame has no document');
  await frame.waitForLoadState('load');
  return { page, frame, problems, close: () => context.close() };
}

interface ParentWindow {
  post(message: string): void;
}

async function serve(route: Route, host: ExcelHost, folder: string, start: string): Promise<void> {
  const address = new URL(route.request().url());
  if (address.origin !== ORIGIN) {
    host.counts.outsideRequests.push(address.href);
    return route.abort();
  }
  if (address.pathname === '/excel.html') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: parentPage(host, start) });
  const file = path.join(folder, decodeURIComponent(address.pathname.replace(/^\/addin\//u, '')));
  if (!address.pathname.startsWith('/addin/') || !file.startsWith(path.resolve(folder)) || !existsSync(file) || !statSync(file).isFile()) {
    return route.fulfill({ status: 404, body: `no ${address.pathname}` });
  }
  return route.fulfill({ contentType: TYPES[path.extname(file)] ?? 'application/octet-stream', body: readFileSync(file) });
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Excel's page: nothing but the add-in's frame and the post between the two. */
const parentPage = (host: ExcelHost, start: string): string => `<!doctype html>
<html lang="${host.options.language}">
<head><title>Excel</title><link rel="icon" href="data:," /></head>
<style>html, body, iframe { margin: 0; padding: 0; border: 0; width: 100%; height: 100%; overflow: hidden; display: block }</style>
<body>
<iframe title="Planbook" name="${attribute(frameName(host, ORIGIN))}" src="/addin/${attribute(start)}"></iframe>
<script>
const frame = document.querySelector('iframe');
const post = (text) => frame.contentWindow.postMessage(text, '${ORIGIN}');
globalThis.post = post;
addEventListener('message', async ({ source, data }) => {
  if (source !== frame.contentWindow || typeof data !== 'string') return;
  const answer = await answerOffice(data);
  if (answer !== null) post(answer);
});
</script>
</body>
</html>`;
