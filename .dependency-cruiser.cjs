const domain = '^subgraphs/([^/]+)/domain/';
const testFile = '\\.test\\.ts$|^platform/testing/|/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Move what both need into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'subgraphs-are-islands',
      comment: 'Subgraphs meet in the supergraph and on the bus, never in an import.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules take values and return values: no packages, no I/O, no clock. Pass them in.',
      severity: 'error',
      from: { path: domain, pathNot: testFile },
      to: { pathNot: ['^subgraphs/$1/domain/', '^schema/events/'] },
    },
    {
      name: 'data-knows-no-graphql',
      comment: 'Repositories return values; resolvers and handlers call them, not the other way.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/data/', pathNot: testFile },
      to: { path: '^subgraphs/[^/]+/(resolvers|events|jobs|generated)' },
    },
    {
      name: 'storage-stays-in-data',
      comment: 'Write a repository function in data/ and call it.',
      severity: 'error',
      from: { path: '^subgraphs/', pathNot: ['^subgraphs/[^/]+/data/', testFile] },
      to: { path: '(^|/)node_modules/(kysely|pg|ioredis)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'Pass what is special in as an argument.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(gateway|subgraphs|schema|seeds|load|web|host)/' },
    },
    {
      name: 'gateway-knows-no-subgraph',
      comment: 'The gateway reads the supergraph; put shared things into platform or schema.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: testFile },
      to: { path: '^(subgraphs|host|seeds|load|web)/' },
    },
    {
      name: 'clients-speak-graphql',
      comment:
        'The web and the load driver are clients: operations and types of schema/, nothing else.',
      severity: 'error',
      from: { path: '^(web|load)/', pathNot: testFile },
      to: { path: '^(subgraphs|gateway|host|seeds|platform)/', pathNot: '^platform/config/' },
    },
    {
      name: 'web-features-are-islands',
      comment: 'Move what two features share into web/src/shared.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.plaza)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
