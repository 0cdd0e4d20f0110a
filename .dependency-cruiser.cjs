/**
 * The arrows of the architecture. `scripts/check-layers.ts` runs this and also refuses a run that read too few files:
 * with a compiler it does not know, dependency-cruiser reads nothing and reports success. Hence the parser of its own.
 */
const tests = '\\.test\\.tsx?$|/testing/|/laws?/'

module.exports = {
  forbidden: [
    {
      name: 'core-knows-nobody',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(extensions|server|web|demo|e2e|bench|scripts)/' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'No Node, no packages but zod: so that it runs in the browser, in SQL generation and in tests alike.',
      from: { path: '^core/', pathNot: tests },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: 'node_modules/zod/|^zod' },
    },
    {
      name: 'extensions-know-core-and-kit',
      severity: 'error',
      comment: 'The laws of a kind run against the real database, so tests may use what the server offers for tests.',
      from: { path: '^extensions/', pathNot: tests },
      to: { path: '^(server|web|demo|e2e|bench|scripts)/' },
    },
    {
      name: 'extensions-do-not-know-each-other',
      severity: 'error',
      from: { path: '^extensions/([^/]+)/([^/]+)/', pathNot: '^extensions/(kit|solutions)/' },
      to: { path: '^extensions/[^/]+/[^/]+/', pathNot: ['^extensions/$1/$2/', '^extensions/kit/'] },
    },
    { name: 'server-and-web-are-apart', severity: 'error', from: { path: '^server/' }, to: { path: '^(web|e2e|bench)/' } },
    {
      name: 'only-the-installer-knows-the-demo',
      severity: 'error',
      comment:
        'The demo company is installed by the use cases themselves; demo/ declares what it needs of them and knows no server.',
      from: { path: '^server/', pathNot: ['^server/src/features/install/', tests] },
      to: { path: '^demo/' },
    },
    {
      name: 'demo-knows-no-server',
      severity: 'error',
      from: { path: '^demo/', pathNot: tests },
      to: { path: '^(server|web|e2e|bench)/' },
    },
    { name: 'web-and-server-are-apart', severity: 'error', from: { path: '^web/' }, to: { path: '^(server|demo|e2e|bench)/' } },
    {
      name: 'faces-stay-on-their-side',
      severity: 'error',
      comment: 'web.tsx is for pages, server.ts for the server.',
      from: { path: '^server/' },
      to: { path: '^extensions/.*web\\.tsx?$' },
    },
    {
      name: 'faces-stay-on-their-side-web',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^extensions/.*server\\.ts$' },
    },
    {
      name: 'features-know-no-api-or-jobs',
      severity: 'error',
      from: { path: '^server/src/features/', pathNot: tests },
      to: { path: '^server/src/(api|jobs)/' },
    },
    {
      name: 'database-is-the-ground',
      severity: 'error',
      from: { path: '^server/src/(database|query|runtime)/', pathNot: tests },
      to: { path: '^server/src/(api|features|jobs)/' },
    },
    {
      name: 'jobs-know-no-api',
      severity: 'error',
      from: { path: '^server/src/jobs/', pathNot: tests },
      to: { path: '^server/src/api/' },
    },
    {
      name: 'no-value-cycles',
      severity: 'error',
      comment: 'A cycle of `import type` is no cycle when the program runs.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'An import that cannot be followed is an arrow nobody checks.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'web/dist' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
}
