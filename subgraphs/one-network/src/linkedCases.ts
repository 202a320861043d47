import { requirePurpose, scopeInForce } from '@tongban/kit';
import type { OneNetworkContext } from './context.ts';
import { decoyCases, regionOf } from './decoyCases.ts';
import type { ListedCase } from './listedCases.ts';
import type { CaseStub } from './serviceRegistry.ts';

/**
 * The other members of the threads that listed cases belong to, by the name of each service's list on `Person`; null for
 * everyone but an auditor whose assignment is in force. Pointers only: whether the auditor may see such a case is for its
 * agency to say, and decoys stand beside them, so that each agency is asked whether or not there are any of its own.
 *
 * @throws GraphQLError PURPOSE_REQUIRED
 */
export async function linkedCases(
  listed: readonly ListedCase[],
  context: OneNetworkContext,
): Promise<Readonly<Record<string, readonly CaseStub[]>> | null> {
  const { caller, registry, threads, now } = context;
  if (scopeInForce(caller, now()) === null) return null;
  requirePurpose(caller);
  const found = await Promise.all((await threadNosOf(listed, context)).map((ref) => threads.load(ref)));
  const own = new Set(listed.map(({ stub }) => stub.ref));
  const members = new Set(found.flatMap((thread) => thread?.members ?? []));
  const linked = [...members].filter((id) => !own.has(id)).flatMap((id) => registry.stubOfId(id) ?? []);
  const decoys = listed.length === 0 ? [] : decoyCases(regionOf(listed[0]?.stub.ref), registry);
  const byType = Map.groupBy([...linked, ...decoys], ({ __typename }) => __typename);
  return Object.fromEntries(
    registry.services.map(({ type, personField }) => [personField, byType.get(type) ?? []]),
  );
}

/** The threads of listed cases, each once, in the order of the list. */
export async function threadNosOf(
  listed: readonly ListedCase[],
  { threadNosOfCases }: OneNetworkContext,
): Promise<string[]> {
  const threadNos = await Promise.all(listed.map(({ stub }) => threadNosOfCases.load(stub.ref)));
  return [...new Set(threadNos)].filter((threadNo) => threadNo !== null);
}
