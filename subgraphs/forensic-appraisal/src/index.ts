export {
  createForensicAppraisalSubgraph,
  type ForensicAppraisalSubgraphOptions,
  SUBGRAPH_NAME,
} from './createForensicAppraisalSubgraph.ts';
