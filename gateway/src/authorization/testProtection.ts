import { getOperationAST, parse } from 'graphql';
import type { OperationStore } from '../execution/compiled/operationStore.ts';
import type { ProtectedProbe } from './protectedProbes.ts';

/**
 * Asks for every protected coordinate as somebody who meets no requirement, and looks at what would be asked of subgraphs:
 * nothing. Nothing is sent.
 * @throws {Error} with the coordinates that would be read.
 */
export async function testProtection(
  probes: readonly ProtectedProbe[],
  operations: Pick<OperationStore, 'find'>,
): Promise<void> {
  const open: string[] = [];
  for (const { coordinate, source } of probes) {
    const document = parse(source, { noLocation: true });
    const operation = getOperationAST(document);
    if (!operation) throw new Error(`no operation: ${source}`);
    const { compiled } = await operations.find({
      document,
      operation,
      source,
      queryHash: source,
      operationName: null,
      variables: {},
      acceptsParts: false,
      overrideLabels: [],
      isMet: () => false,
    });
    if (compiled.subgraphs.size > 0 || compiled.denied.length === 0) open.push(coordinate);
  }
  if (open.length > 0)
    throw new Error(`these are protected and would be read for anybody: ${[...new Set(open)].join(', ')}`);
}
