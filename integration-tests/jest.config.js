import preset from '../jest.preset.js';

/** One graph for all suites, one suite at a time: some of them take agencies down. */
export default {
  ...preset,
  globalSetup: './globalSetup.mjs',
  globalTeardown: './globalTeardown.mjs',
  maxWorkers: 1,
  testTimeout: 30_000,
};
