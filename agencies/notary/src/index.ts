export { createSystem, type NotarySystemOptions } from './createSystem.ts';
export { importSlice } from './store/importSlice.ts';
export { migrations } from './store/migrations.ts';
