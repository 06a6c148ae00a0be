// npm run licences: builds what is shipped and lists the name, version and licence of everything in it. A licence that may not be passed on fails the build.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { NOTICES, tableOf } from './notices.mjs';

const built = spawnSync(process.execPath, ['node_modules/webpack/bin/webpack.js', '--config-name', 'planbook', '--config-name', 'pane'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exit(2);
for (const folder of ['dist', 'dist/pane']) process.stdout.write(`${folder}/${NOTICES}\n\n${tableOf(readFileSync(`${folder}/${NOTICES}`, 'utf8'))}\n\n`);
