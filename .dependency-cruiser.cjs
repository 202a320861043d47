/** Who may import whom (ARCHITECTURE.md). `couldNotResolve` keeps a typo from passing every rule silently. */
module.exports = {
  forbidden: [
    {
      name: 'subgraphs-are-islands',
      comment: 'Subgraphs meet only in the composed schema; what they share is the kit.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: {
        path: '^(gateway|agencies|local|integration-tests|subgraphs)/',
        pathNot: '^(subgraphs/($1|kit)|agencies/synthetic)/',
      },
    },
    {
      name: 'only-tests-read-the-synthetic-world',
      severity: 'error',
      from: { path: '^(subgraphs|gateway)/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: '^agencies/synthetic/' },
    },
    {
      name: 'only-the-kit-reads-the-contract',
      comment: 'Subgraphs take the rules of the contract through the kit.',
      severity: 'error',
      from: { path: '^subgraphs/(?!kit/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^schema/' },
    },
    {
      name: 'agencies-know-no-graphql',
      comment: "A reference system stands for somebody else's system.",
      severity: 'error',
      from: { path: '^agencies/' },
      to: { path: '^(gateway|subgraphs|schema|local|integration-tests)/|^node_modules/(graphql|@apollo)/' },
    },
    {
      name: 'agencies-are-islands',
      severity: 'error',
      from: { path: '^agencies/([^/]+)/' },
      to: { path: '^agencies/', pathNot: '^agencies/($1|kit|synthetic)/' },
    },
    {
      name: 'the-gateway-knows-no-domain',
      comment: 'The gateway runs on any supergraph; it reads the error table and nothing else of ours.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(subgraphs|agencies|local|integration-tests)/' },
    },
    {
      name: 'the-contract-imports-no-code',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(subgraphs|gateway|agencies|local|integration-tests)/' },
    },
    {
      name: 'nobody-imports-the-proof',
      severity: 'error',
      from: { pathNot: '^integration-tests/' },
      to: { path: '^integration-tests/' },
    },
    {
      name: 'axios-stays-at-the-edge',
      comment: 'Only *Api.ts, the signer beside it and createHttp.ts speak HTTP to an agency.',
      severity: 'error',
      from: {
        path: '^(subgraphs|gateway|schema|local)/',
        pathNot: '(Api|Http|[uU]pstreamError)(\\.test)?\\.ts$',
      },
      to: { path: '^node_modules/axios/' },
    },
    {
      name: 'jose-stays-with-identity',
      severity: 'error',
      from: {
        path: '^(subgraphs|gateway|schema)/',
        pathNot: '(^gateway/src/(identity|transport)/|[aA]ssertion|subgraphs/kit/src/testing|\\.test\\.ts$)',
      },
      to: { path: '^node_modules/jose/' },
    },
    {
      name: 'sql-stays-with-the-store',
      severity: 'error',
      from: {
        path: '^(subgraphs|gateway|schema)/',
        pathNot:
          '^subgraphs/(one-network|oversight)/src/store/|^gateway/src/audit/(postgres|testing)/|testStores\\.ts$|\\.test\\.ts$',
      },
      to: { path: '^node_modules/(kysely|pg|@electric-sql)/' },
    },
    {
      name: 'the-verifier-shares-nothing',
      comment: 'What checks the access log has no line in common with what writes it.',
      severity: 'error',
      from: { path: '^gateway/src/audit/verify/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(gateway|schema)/', pathNot: '^gateway/src/audit/verify/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|\\.data|\\.turbo)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
