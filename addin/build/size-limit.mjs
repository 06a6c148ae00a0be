import { gzipSync } from 'node:zlib';

/** What must be there before the pane shows, compressed. Office.js and what is loaded when it is first needed are not counted. */
const LIMIT = 150_000;

/** Fails the build where the pane has grown beyond what an intranet's slowest line should wait for. */
export class SizeLimit {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('SizeLimit', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'SizeLimit', stage: compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT }, (assets) => {
        const scripts = compilation.entrypoints.get('pane')?.getFiles() ?? [];
        const files = ['pane.html', 'pane.css', ...scripts].filter((name) => name in assets);
        const size = files.reduce((sum, name) => sum + gzipSync(assets[name].buffer(), { level: 9 }).length, 0);
        compilation.getLogger('pane').info(`${files.join(', ')}: ${Math.round(size / 1000)} kB compressed, of ${LIMIT / 1000} kB`);
        if (size > LIMIT && compiler.options.mode === 'production') {
          compilation.errors.push(new compiler.webpack.WebpackError(`the pane takes ${size} bytes compressed (${files.join(', ')}); the limit is ${LIMIT}`));
        }
      });
    });
  }
}
