import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, Kind, parse, Source } from 'graphql';

/** Where the SDL of the case types that every agency subgraph shares lies. */
export const serviceCaseTypeDefs: URL = new URL('./serviceCase.graphql', import.meta.url);

/**
 * Parses SDL files into one document, in the order given.
 *
 * @throws GraphQLError naming file and line of the first mistake.
 */
export function readTypeDefs(...files: (URL | string)[]): DocumentNode {
  const definitions = files.flatMap((file) => {
    const path = file instanceof URL ? fileURLToPath(file) : file;
    return parse(new Source(readFileSync(path, 'utf8'), path)).definitions;
  });
  return { kind: Kind.DOCUMENT, definitions };
}
