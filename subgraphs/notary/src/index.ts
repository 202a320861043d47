export {
  createNotarySubgraph,
  type NotarySubgraphOptions,
  SUBGRAPH_NAME,
} from './createNotarySubgraph.ts';
