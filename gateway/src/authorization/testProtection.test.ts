import { expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import type { AskedOperation, FoundOperation } from '../execution/compiled/operationStore.ts';
import { archiveSupergraph } from '../testing/authorization/archive.ts';
import { startInProcessGraph } from '../testing/startInProcessGraph.ts';
import { protectedProbes } from './protectedProbes.ts';
import { readRequirements } from './readRequirements.ts';
import { testProtection } from './testProtection.ts';

const supergraph = parse(archiveSupergraph);
const requirements = readRequirements(supergraph);
// Enough of it to make probes for: the supergraph without what composition needs.
const schema = buildSchema(archiveSupergraph, { assumeValid: true });
const probes = protectedProbes(schema, requirements);

it('there is a valid operation for every coordinate that asks for something', () => {
  expect(requirements.coordinates.length).toBeGreaterThan(10);
  expect(new Set(probes.map(({ coordinate }) => coordinate))).toEqual(new Set(requirements.coordinates));
  for (const { source } of probes) expect(validate(schema, parse(source))).toEqual([]);
});

it('a coordinate that would be read for anybody is named', async () => {
  const operations = {
    find: async ({ source }: AskedOperation) => {
      const isOpen = source.includes('price');
      const compiled = { subgraphs: new Set(isOpen ? ['archive'] : []), denied: isOpen ? [] : [['x']] };
      return { compiled } as unknown as FoundOperation;
    },
  };
  await expect(testProtection(probes, operations)).rejects.toThrow(
    /would be read for anybody: Record\.price$/,
  );
});

it('a supergraph whose protection holds is served', async () => {
  const graph = await startInProcessGraph({
    supergraphSdl: archiveSupergraph,
    subgraphs: new Map(),
    executor: 'compiled',
    planner: 'apollo',
  });
  expect(graph.fetches).toEqual([]);
  await graph.stop();
});
