const room = (name) => `^libs/${name}/src/`;
const onlyFrom = (name, allowed) => ({
  name: `${name}-imports-only-${allowed.join('-') || 'nothing'}`,
  comment: 'kernel <- domain <- scoring: the pure rooms import nothing else',
  severity: 'error',
  from: { path: room(name), pathNot: '\\.spec\\.ts$|/(testing|cases)/' },
  to: { pathNot: [room(name), ...allowed.map(room), '^node_modules/(canonicalize|uuid|temporal-polyfill)/', '^(node:)?crypto$'] },
});

/** Who may import whom (docs/explanation/architecture.md). Checked by test/architecture. */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { pathNot: '\\.spec\\.ts$' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    onlyFrom('kernel', []),
    onlyFrom('domain', ['kernel']),
    onlyFrom('scoring', ['kernel', 'domain']),
    {
      name: 'drivers-only-in-adapters',
      comment: 'pg and PGlite are spoken to by the SQL adapter alone',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/event-store/src/(sql|embedded|postgres)/|\\.spec\\.ts$|/(testing|contract)/' },
      to: { path: '^node_modules/(pg|@electric-sql)/' },
    },
    {
      name: 'kafka-only-in-messaging',
      comment: 'the Kafka client is spoken to by messaging alone',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/messaging/' },
      to: { path: '^node_modules/kafkajs/' },
    },
    {
      name: 'eventstoredb-only-in-its-adapter',
      comment: 'the EventStoreDB client is spoken to by its adapter alone, behind the guards for its defects',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/event-store/src/esdb/' },
      to: { path: '^node_modules/@eventstore/' },
    },
    {
      name: 'nest-only-at-the-door',
      comment: 'Nest is known to apps, platform, http and module files only',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/|^libs/(platform|http)/|\\.module\\.ts$|\\.spec\\.ts$' },
      to: { path: '^node_modules/@nestjs/' },
    },
    {
      name: 'apps-never-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'rooms-by-their-door',
      comment: 'another room is imported through its index, #room, never by a path into it',
      severity: 'error',
      from: { path: '^(apps|libs/([^/]+))/' },
      to: { path: '^libs/', pathNot: ['^libs/$2/', '^libs/[^/]+/src/index\\.ts$', '/testing/'] },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-undeclared-package', severity: 'error', from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$|/(testing|double)/' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    {
      name: 'no-development-package-in-what-ships',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.(spec|engines)\\.ts$|/(testing|contract|cases)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['throughline-src', 'import', 'node', 'default'], exportsFields: ['exports'], extensions: ['.ts', '.js', '.mjs'] },
  },
};
