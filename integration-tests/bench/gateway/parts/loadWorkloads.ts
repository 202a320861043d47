import { join } from 'node:path';
import { listGraph, listMatters } from '../graphs/list/listGraph.ts';
import { readText } from '../graphs/readText.ts';
import { retailGraph } from '../graphs/retail/retailGraph.ts';
import { smallOperations } from '../graphs/retail/smallOperations.ts';
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

export const list: LoadWorkload = {
  name: 'list',
  title: '1,000 matters of a hub and 3 agencies, 9 fields each',
  graph: listGraph,
  bodies: [listMatters(1_000)],
  callers: 'distinct',
};

export const small: LoadWorkload = {
  name: 'small',
  title: '200 distinct small operations in turn',
  graph: retailGraph,
  bodies: smallOperations(200),
  callers: 'distinct',
};
