import path from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';
import { paneConfig } from './addin/build/pane-config.mjs';
import { Notices } from './generator/setup/notices.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Workbooks are packed by Planbook itself; the reader of .docx still needs the packer. */
const EXCELJS_WITHOUT_ZIP = { test: /node_modules[\\/]exceljs[\\/]/u, resolve: { alias: { jszip: false } } };

/** The command line as one CommonJS file, and what starts it. Not minified: a crash would print a megabyte. */
const commandLine = {
  name: 'planbook',
  target: 'node20',
  mode: 'production',
  entry: { planbook: './generator/start.ts', 'planbook-main': './generator/main.ts', 'planbook-reading': './generator/documents/reading-thread.ts' },
  // What one command alone needs (drafts, PDF) lies in files of its own beside it, loaded when it is asked for.
  output: { path: path.join(here, 'dist'), filename: '[name].cjs', chunkFilename: 'planbook-[name].cjs', clean: false },
  resolve: {
    extensions: ['.ts', '.js'],
    extensionAlias: { '.js': ['.ts', '.js'] },
    // exceljs loads these for CSV and for reading or streaming workbooks, which Planbook does not do with it; without them it starts in half the time.
    alias: Object.fromEntries(
      [
        'fast-csv',
        'unzipper',
        'archiver',
        'exceljs/lib/stream/xlsx/workbook-reader',
        'exceljs/lib/stream/xlsx/workbook-writer',
        'exceljs/lib/csv/csv',
        // unpdf looks for a second PDF reader's maps, which Planbook brings itself.
        'pdfjs-dist/package.json',
      ].map((unused) => [unused.startsWith('exceljs/') ? path.join(here, 'node_modules', `${unused}.js`) : unused, false]),
    ),
  },
  module: {
    parser: { javascript: { createRequire: false } },
    rules: [
      { test: /\.ts$/u, loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      // Its own lazy import would make a second file of what is lazy as a whole.
      { test: /unpdf[\\/]dist[\\/]index\.mjs$/u, parser: { dynamicImportMode: 'eager' } },
      EXCELJS_WITHOUT_ZIP,
    ],
  },
  node: { __filename: false, __dirname: false },
  optimization: { minimize: false, splitChunks: false, chunkIds: 'named' },
  plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }), new Notices()],
  performance: false,
  stats: 'errors-warnings',
};

/** The benchmark, apart from the command line's bundle, which it measures and must not touch. */
const bench = {
  ...commandLine,
  name: 'bench',
  entry: { bench: './tests/bench/main.ts' },
  // Stock exceljs packs its own zips.
  module: { ...commandLine.module, rules: commandLine.module.rules.filter((rule) => rule !== EXCELJS_WITHOUT_ZIP) },
  resolve: { ...commandLine.resolve, alias: { 'fast-csv': false, unzipper: false, archiver: false } },
  // As they are: SheetJS's own build, a module with WebAssembly beside it.
  externals: { typescript: 'commonjs typescript', xlsx: 'commonjs xlsx', 'wasm-xlsxwriter': 'import wasm-xlsxwriter' },
  plugins: [],
};

/** The pane's benchmark, which the other one starts. */
const benchPane = {
  ...bench,
  name: 'bench-pane',
  entry: { 'bench-pane': './tests/pane/measure.ts' },
  externals: { 'playwright-core': 'commonjs playwright-core' },
};

/** The scorer of extractions, apart from the command line's bundle, which it runs. */
const score = {
  ...commandLine,
  name: 'score',
  entry: { score: './tests/score/main.ts' },
  externals: { '@microsoft/recognizers-text-suite': 'commonjs @microsoft/recognizers-text-suite' },
  plugins: [],
};

/** The task pane, its notices beside it. Where Office.js is copied too, its terms are among them. */
const pane = (env = {}) => {
  const config = paneConfig(env);
  return { ...config, plugins: [...config.plugins, new Notices(env.cdn === undefined || env.cdn === false ? ['@microsoft/office-js'] : [])] };
};

export default [commandLine, bench, benchPane, score, pane];
