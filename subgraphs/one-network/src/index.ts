export {
  createOneNetworkSubgraph,
  type OneNetworkOptions,
  SUBGRAPH_NAME,
} from './createOneNetworkSubgraph.ts';
export { checkKeys } from './store/checkKeys.ts';
export { emptyStore } from './store/emptyStore.ts';
export { importSlice } from './store/importSlice.ts';
export { openStore, type Store, type StoreConfig } from './store/openStore.ts';
export type {
  LinkEntry,
  OrganizationEntry,
  PersonEntry,
  PointerSlice,
  ThreadEntry,
} from './store/pointerSlice.ts';
