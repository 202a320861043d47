export { cast } from './cast.ts';
export * from './lifecycles.ts';
export * from './syntheticWorld.ts';
export * from './testSafeNumbers.ts';
export { worldCodes } from './worldCodes.ts';
