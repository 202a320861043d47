// biome-ignore lint/suspicious/noExplicitAny: rows of made-up data, of as many shapes as there are cases
export type Row = Record<string, any>;

type Resolve = (parent: Row, args: Row) => unknown;

export type CaseResolvers = Readonly<Record<string, Readonly<Record<string, Resolve>>>>;

export interface CaseSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  readonly resolvers: CaseResolvers;
}

const DIRECTIVES =
  /@(key|requires|provides|external|shareable|override|inaccessible|interfaceObject|tag|extends|context|fromContext|cost|listSize|authenticated|requiresScopes|policy|composeDirective)\b/g;

/** A subgraph that links Federation, with the directives it uses; `federation` null for one of Federation 1. */
export function subgraph(
  name: string,
  typeDefs: string,
  resolvers: CaseResolvers = {},
  federation: string | null = '2.9',
): CaseSubgraph {
  if (federation === null) return { name, typeDefs, resolvers };
  const imports = [...new Set(typeDefs.match(DIRECTIVES))].map((directive) => `"${directive}"`);
  const url = `https://specs.apollo.dev/federation/v${federation}`;
  return {
    name,
    typeDefs: `extend schema @link(url: "${url}", import: [${imports.join(', ')}])\n${typeDefs}`,
    resolvers,
  };
}

/**
 * A `__resolveReference` that finds the row of the same key, and adds what the representation brings (`@requires`);
 * null for a key that is in none.
 */
export function find(rows: readonly Row[], key = 'id'): Resolve {
  return (reference) => {
    const row = rows.find((candidate) => candidate[key] === reference[key]);
    // A representation of an interface has the interface's name.
    return row === undefined
      ? null
      : { ...row, ...reference, ...(row.__typename && { __typename: row.__typename }) };
  };
}
