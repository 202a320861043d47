import { startTestGraph } from './src/testGraph.ts';

/** Starts the whole graph once; the suites find it through TEST_GRAPH. */
export default async function globalSetup() {
  const testGraph = await startTestGraph({ persons: 300, seed: 7 });
  globalThis.testGraph = testGraph;
  process.env.TEST_GRAPH = JSON.stringify(testGraph.address);
}
