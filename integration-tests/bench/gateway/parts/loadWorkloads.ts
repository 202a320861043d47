import { join } from 'node:path';
import { readText } from '../graphs/readText.ts';
import { retailGraph } from '../graphs/retail/retailGraph.ts';
import type { LoadWorkload } from '../load/loadWorkload.ts';

const storefront = JSON.stringify({
  query: readText(join(import.meta.dirname, '..', 'graphs', 'retail'), 'storefront.graphql'),
});

export const retail: LoadWorkload = {
  name: 'retail',
  title: 'a heavy query over 4 subgraphs, each request from another caller',
  graph: retailGraph,
  bodies: [storefront],
  callers: 'distinct',
};

export const retailOfOneCaller: LoadWorkload = {
  ...retail,
  name: 'same',
  title: 'the same heavy query, every request from one caller',
  callers: 'one',
};
