import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import type { BenchGraph } from '../graphs/benchGraph.ts';
import type { MakeAnswer } from './answerMemo.ts';

/** Executes the operations of one graph's subgraphs. */
export function executeGraph(graph: BenchGraph): MakeAnswer {
  const schemas = new Map(
    graph.subgraphs.map(({ name, typeDefs, resolvers }) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as never }),
    ]),
  );
  return async (subgraph, body) => {
    const schema = schemas.get(subgraph);
    if (schema === undefined) throw new Error(`${graph.name} has no subgraph ${subgraph}`);
    const { query, variables, operationName } = JSON.parse(body) as {
      query: string;
      variables?: Record<string, unknown>;
      operationName?: string;
    };
    return JSON.stringify(
      await graphql({ schema, source: query, variableValues: variables, operationName } as never),
    );
  };
}
