export { createMediationSubgraph, type MediationSubgraphOptions } from './createMediationSubgraph.ts';
