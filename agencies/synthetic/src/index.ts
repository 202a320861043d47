export { cast } from './cast.ts';
export * from './syntheticWorld.ts';
export * from './testSafeNumbers.ts';
