export {
  createOversightSubgraph,
  type OversightOptions,
  SUBGRAPH_NAME,
} from './createOversightSubgraph.ts';
export { openStore, type Store, type StoreConfig } from './store/openStore.ts';
