import type { RootFetchNode } from '../../planning/queryPlan.ts';
import { rootOperation } from '../../planning/rootOperation.ts';
import type { SubgraphAnswer } from '../../transport/subgraphAnswer.ts';
import type { SubgraphClient } from '../../transport/subgraphClient.ts';
import type { SubgraphFault } from '../../transport/subgraphFault.ts';
import { mergeData } from './mergeData.ts';
import { placeErrors } from './placeErrors.ts';
import { addFailure, recordFault } from './recordFailure.ts';
import { variablesJson } from './requestBody.ts';
import { applyRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import { compileSelectedKeys } from './selectedKeys.ts';
import type { TypeConditions } from './typeConditions.ts';
import { compilePath, type DataObject, findPlaces } from './walkPath.ts';

/** Runs a fetch of root fields. It never rejects: what could not be fetched stands as a `Failure` in the answer. */
export function compileRootFetch(
  node: RootFetchNode,
  { client, types, rootType }: { client: SubgraphClient; types: TypeConditions; rootType: string },
): (run: Run) => Promise<void> {
  const { subgraph, path, outputRewrites, operationKind } = node;
  const { text, variables } = rootOperation(node);
  const prefix = `{"query":${JSON.stringify(text)}`;
  const keys = compileSelectedKeys(node.selectionSet, outputRewrites, types)(rootType);
  const walk = compilePath(path, types);
  const isMutation = operationKind === 'mutation';

  const accept = (run: Run, target: DataObject, { data, errors }: SubgraphAnswer) => {
    const places = () => findPlaces(run.root, path, target);
    if (data !== null) mergeData(target, data, keys, types);
    if (errors.length === 0) return;
    placeErrors(run, { subgraph, errors, targets: [target], keys, isLost: data === null, places });
  };
  const fail = (run: Run, target: DataObject, fault: SubgraphFault) => {
    const error = recordFault(run, subgraph, fault);
    // Where another subgraph gives the object too, what this one was to add to it is missing with a reason.
    run.excused.add(subgraph);
    for (const key of keys) {
      if (key === '__typename') continue;
      const places = () => findPlaces(run.root, path, target).map((place) => [...place, key]);
      const failure = addFailure(run, { subgraph, error, isOfObject: false, places });
      if (target[key] === undefined || target[key] === null) target[key] = failure;
    }
  };

  return async (run) => {
    const targets: DataObject[] = [];
    if (path.length === 0) targets.push(run.root);
    else walk(run.root, (object) => targets.push(object));
    if (targets.length === 0) return;
    const written = variablesJson(run, variables);
    const body = written === '' ? `${prefix}}` : `${prefix},"variables":{${written}}}`;
    const result = await client.fetch({ body, isMutation, mayShare: !run.isMutation }, run.context);
    // What was read before a mutation is not true any more after it.
    if (isMutation) run.entities.clear();
    if (result.kind === 'answer' && result.data !== null && outputRewrites.length > 0) {
      applyRewrites(outputRewrites, result.data, types, rootType);
    }
    for (const target of targets) {
      if (result.kind === 'fault') fail(run, target, result);
      else accept(run, target, result);
    }
  };
}
