import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, parse, Source } from 'graphql';
import { z } from 'zod';
import { withSharedTypes } from './withSharedTypes.ts';

/** What an agency says of itself in `subgraphs/<name>/service.json`. */
export const ServiceManifest = z.strictObject({
  /** A value of `enum ServiceKind`. */
  service: z.string().regex(/^[A-Z_]+$/),
  /** The object type that implements `ServiceCase`. */
  type: z.string().regex(/^[A-Z][A-Za-z]+Case$/),
  /** First part of the case ids, for example LA. */
  prefix: z.string().regex(/^[A-Z]{2,4}$/),
  /** The field on `Person` that lists this agency's cases. */
  personField: z.string().regex(/^[a-z][A-Za-z]+$/),
  /** Name of the subgraph, which is also the name of its folder. */
  subgraph: z.string(),
  /** Regular expression that recognises the numbers printed on this agency's documents. */
  numberPattern: z.string(),
  label: z.strictObject({ en: z.string(), zh: z.string() }),
});

export type ServiceManifest = z.infer<typeof ServiceManifest>;

/** A subgraph as the files under `subgraphs/` describe it. */
export interface Subgraph {
  readonly name: string;
  /** Where the supergraph says it listens; the gateway can be told otherwise by SUBGRAPH_URLS. */
  readonly url: string;
  /** The shared case types and the subgraph's own SDL, in one document. */
  readonly typeDefs: DocumentNode;
  /** Null for a subgraph that belongs to no agency. */
  readonly manifest: ServiceManifest | null;
}

const SHARED_TYPES = 'kit/src/serviceCase.graphql';
/** The order gives the default ports 4101, 4102 …; a new agency is appended. */
const DEFAULT_ORDER = ['legal-aid', 'notary', 'forensic-appraisal', 'mediation', 'one-network', 'oversight'];

/**
 * Reads every folder under `subgraphs/` that has a `schema.graphql`, with the SDL under its `generated/`.
 * @throws {Error} naming the file, where SDL does not parse or a `service.json` is not valid.
 */
export function readSubgraphs(subgraphsDirectory: string): Subgraph[] {
  const shared = parseFile(join(subgraphsDirectory, SHARED_TYPES));
  const names = readdirSync(subgraphsDirectory)
    .filter((name) => existsSync(join(subgraphsDirectory, name, 'schema.graphql')))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return names.map((name, index) => {
    const folder = join(subgraphsDirectory, name);
    const generated = join(folder, 'generated');
    const files = [
      join(folder, 'schema.graphql'),
      ...(existsSync(generated)
        ? readdirSync(generated)
            .filter((file) => file.endsWith('.graphql'))
            .map((file) => join(generated, file))
        : []),
    ];
    return {
      name,
      url: `http://127.0.0.1:${4101 + index}/graphql`,
      typeDefs: withSharedTypes(shared, files.map(parseFile)),
      manifest: readManifest(join(folder, 'service.json')),
    };
  });
}

/** The manifests of all agencies, in the order of their subgraphs. */
export function readManifests(subgraphsDirectory: string): ServiceManifest[] {
  return readdirSync(subgraphsDirectory)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .flatMap((name) => readManifest(join(subgraphsDirectory, name, 'service.json')) ?? []);
}

function rank(name: string): number {
  const index = DEFAULT_ORDER.indexOf(name);
  return index === -1 ? DEFAULT_ORDER.length : index;
}

function readManifest(file: string): ServiceManifest | null {
  if (!existsSync(file)) return null;
  const parsed = ServiceManifest.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not a valid manifest:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function parseFile(file: string): DocumentNode {
  try {
    return parse(new Source(readFileSync(file, 'utf8'), file));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
