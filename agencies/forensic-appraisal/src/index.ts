export { createSystem } from './createSystem.ts';
export { signRequest } from './signing/signRequest.ts';
export { importSlice } from './store/importSlice.ts';
export { migrations } from './store/migrations.ts';
export type { SystemOptions } from './systemOptions.ts';
