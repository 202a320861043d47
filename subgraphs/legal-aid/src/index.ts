export {
  createLegalAidSubgraph,
  type LegalAidSubgraphOptions,
  SUBGRAPH_NAME,
} from './createLegalAidSubgraph.ts';
