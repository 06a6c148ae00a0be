// Serves dist/pane over HTTPS to the Excel of this computer and builds it anew after each change. `npm start` opens Excel on it.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import path from 'node:path';
import { getHttpsServerOptions } from 'office-addin-dev-certs';
import webpack from 'webpack';
import { DEVELOPMENT, paneConfig } from './pane-config.mjs';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.map': 'application/json',
};

// The page's policy forbids code made at run time, which webpack's default maps for development are.
const config = { ...paneConfig(), mode: 'development', devtool: 'source-map' };
const folder = config.output.path;

webpack(config).watch({}, (error, stats) => {
  process.stdout.write(`${error?.message ?? stats.toString('errors-warnings')}\n`);
});

createServer(await certificate(), ({ url }, response) => {
  const file = path.join(folder, path.normalize(decodeURIComponent(new URL(url, DEVELOPMENT).pathname)));
  const found = file.startsWith(folder + path.sep) && existsSync(file) && path.extname(file) in TYPES;
  response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[path.extname(file)] ?? 'text/plain', 'Cache-Control': 'no-store' });
  response.end(found ? readFileSync(file) : 'not here');
}).listen(Number(new URL(DEVELOPMENT).port), 'localhost', () => process.stdout.write(`${DEVELOPMENT}/pane.html\n`));

/** Made and, with the computer's consent, trusted once; a browser still opens the pane where the consent is not given, Office does not. */
async function certificate() {
  try {
    return await getHttpsServerOptions();
  } catch (error) {
    const made = path.join(homedir(), '.office-addin-dev-certs', 'localhost');
    if (!existsSync(`${made}.key`)) throw error;
    process.stderr.write(`The certificate is not trusted (${error.message.trim().split('\n')[0]}): a browser will warn, Office will not open the pane.\n`);
    return { key: readFileSync(`${made}.key`), cert: readFileSync(`${made}.crt`) };
  }
}
