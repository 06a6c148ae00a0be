/** The rooms of the house and the doors between them (ARCHITECTURE.md). */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'plan-is-pure',
      comment: 'the core knows no files, network, Office or exceljs',
      severity: 'error',
      from: { path: '^plan/' },
      to: { pathNot: '^(plan/|node_modules/(zod|js-yaml|yaml|fflate|saxes|xmlchars)/)' },
    },
    { name: 'plan-has-no-node', severity: 'error', from: { path: '^plan/' }, to: { dependencyTypes: ['core'] } },
    { name: 'generator-not-addin', severity: 'error', from: { path: '^generator/' }, to: { path: '^addin/' } },
    { name: 'addin-not-generator', severity: 'error', from: { path: '^addin/' }, to: { path: '^generator/' } },
    { name: 'checks-not-sheets', severity: 'error', from: { path: '^plan/checks/' }, to: { path: '^plan/sheets/' } },
    { name: 'sheets-not-checks', severity: 'error', from: { path: '^plan/sheets/' }, to: { path: '^plan/checks/' } },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '(\\.d\\.m?ts|\\.mjs|main\\.ts|pane\\.ts|old-browser\\.js|\\.config\\.ts)$|^tests/' },
      to: {},
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^(plan|generator|addin)/', pathNot: '^addin/build/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
