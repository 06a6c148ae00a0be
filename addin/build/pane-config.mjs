import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OFFICE_CDN, officeFiles } from './office-files.mjs';
import { SizeLimit } from './size-limit.mjs';
import { StaticFiles } from './static-files.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** Where `npm run dev-server` serves the pane from, and the manifest of the checkout looks for it. */
export const DEVELOPMENT = 'https://localhost:3000';
const ICONS = [16, 32, 64, 80].map((size) => `assets/icon-${size}.png`);

/**
 * The task pane as static files in dist/pane, with the manifest for where they will be served from.
 * `--env origin=https://plans.example.cn/planbook` names that place; `--env cdn` (or `cdn=china`) takes Office.js from
 * Microsoft's servers instead of from beside the pane.
 */
export function paneConfig(env = {}) {
  const origin = placeServedFrom(env.origin);
  const cdn = env.cdn === undefined || env.cdn === false ? null : cdnNamed(env.cdn);
  return {
    name: 'pane',
    target: ['web', 'es2022'],
    mode: 'production',
    entry: { pane: './addin/pane.ts' },
    output: { path: path.join(root, 'dist/pane'), filename: '[name].js', chunkFilename: '[name].js', publicPath: '', clean: true },
    resolve: { extensions: ['.ts', '.js'], extensionAlias: { '.js': ['.ts', '.js'] } },
    module: { rules: [{ test: /\.ts$/u, loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } }] },
    plugins: [
      new StaticFiles([
        { from: 'addin/pane.html', to: 'pane.html', ...(cdn === null ? {} : { transform: (html) => fromCdn(html, cdn) }) },
        ...['pane.css', 'help.html', 'help.css', 'old-browser.js', ...ICONS].map((name) => ({ from: `addin/${name}`, to: name })),
        { from: 'manifest.xml', to: 'manifest.xml', transform: (xml) => xml.replaceAll(DEVELOPMENT, origin) },
        ...(cdn === null ? officeFiles() : []),
      ]),
      new SizeLimit(),
    ],
    performance: false,
    stats: 'errors-warnings',
    infrastructureLogging: { level: 'warn' },
  };
}

/** Office refuses a pane that is not served over HTTPS, and so does this. */
function placeServedFrom(given) {
  if (given === undefined) return DEVELOPMENT;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '') {
    throw new Error(`--env origin=${given}: not an https address; give where the pane will be served from, like https://plans.example.cn/planbook`);
  }
  return url.href.replace(/\/$/u, '');
}

function cdnNamed(name) {
  const address = OFFICE_CDN[name === true ? 'global' : name];
  if (address === undefined) throw new Error(`--env cdn=${name}: there are ${Object.keys(OFFICE_CDN).join(' and ')}`);
  return address;
}

/** The page with Office.js from elsewhere, and a policy that lets exactly that in. */
function fromCdn(html, address) {
  const { origin } = new URL(address);
  return html.replace('office/office.js', address).replaceAll("script-src 'self'", `script-src 'self' ${origin}`);
}
