export { cast } from './cast.ts';
export * from './lifecycles.ts';
export { mergeSlices } from './mergeSlices.ts';
export { sc1 } from './scenarios/sc1.ts';
export * from './syntheticWorld.ts';
export * from './testSafeNumbers.ts';
export { WORLD_TODAY } from './worldCalendar.ts';
export { worldCodes } from './worldCodes.ts';
