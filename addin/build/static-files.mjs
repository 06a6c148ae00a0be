import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Puts files as they are, or through `transform` (text → text), beside what is bundled. Watched, so that the development server follows. */
export class StaticFiles {
  constructor(files) {
    this.files = files;
  }

  apply(compiler) {
    const { sources, Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('StaticFiles', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'StaticFiles', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        for (const { from, to, transform } of this.files) {
          const file = path.resolve(compiler.context, from);
          compilation.fileDependencies.add(file);
          const content = readFileSync(file);
          compilation.emitAsset(to, new sources.RawSource(transform ? transform(content.toString()) : content), { minimized: true });
        }
      });
    });
  }
}
