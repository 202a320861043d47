export { createSystem, type SystemOptions } from './createSystem.ts';
export { importSlice } from './import/importSlice.ts';
export { migrations } from './store/migrations.ts';
