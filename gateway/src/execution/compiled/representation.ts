import type { RequiredSelection, Rewrite } from '../../planning/queryPlan.ts';
import { ABSENT, Failure, Loss } from './failure.ts';
import { applyRewrites } from './rewrites.ts';
import type { TypeConditions } from './typeConditions.ts';
import type { DataObject } from './walkPath.ts';

/**
 * Why no representation can be made: what it needs does not exist, was left out by its subgraph, or is a key that could
 * not be had.
 */
export type NoRepresentation = 'absent' | 'left out' | Failure;

/** What a subgraph needs to know of objects of one type. */
export interface RepresentationOfType {
  /** JSON; two objects with the same text are the same entity to the subgraph. */
  write(object: DataObject): string | { readonly missing: NoRepresentation };
  /** The data keys that identify an object, without `__typename`, when all of them are leaves; else null. */
  readonly sources: readonly string[] | null;
}

/** By the type of an object; null when the question is not about objects of that type. */
export type Representations = (typename: string) => RepresentationOfType | null;

const NOT_THERE = { missing: 'absent' } as const;
const LEFT_OUT = { missing: 'left out' } as const;

/** Whether a field is part of a key of the type by which the subgraph is asked. */
export type IsKey = (typename: string, field: string) => boolean;
/** What is required of objects further down may be null: the subgraph is to know that it could not be had. */
const NO_KEYS: IsKey = () => false;

interface Part {
  /** The key with its quotes and colon. */
  readonly name: string;
  readonly source: string;
  /** Whether it cannot be null: the question would be about nobody. */
  readonly isKey: boolean;
  readonly below: ((typename: string) => readonly Part[] | null) | null;
}

/** @param requires what the plan says; fragments apply by an object's `__typename`. */
export function compileRepresentations(
  requires: readonly RequiredSelection[],
  inputRewrites: readonly Rewrite[],
  types: TypeConditions,
  isKey: IsKey,
): Representations {
  const partsOf = compileParts(requires, types, isKey);
  const byType = new Map<string, RepresentationOfType | null>();
  return (typename) => {
    const known = byType.get(typename);
    if (known !== undefined) return known;
    const parts = partsOf(typename);
    const compiled = parts === null ? null : compileOfType(parts, inputRewrites, types);
    byType.set(typename, compiled);
    return compiled;
  };
}

function compileOfType(
  parts: readonly Part[],
  inputRewrites: readonly Rewrite[],
  types: TypeConditions,
): RepresentationOfType {
  const sources = parts.filter(({ source }) => source !== '__typename').map(({ source }) => source);
  const areLeaves = parts.every(({ below }) => below === null) && sources.length > 0;
  return {
    sources: areLeaves && sources.length < parts.length ? sources : null,
    write(object) {
      const text = write(object, parts);
      if (typeof text !== 'string' || inputRewrites.length === 0) return text;
      const representation: unknown = JSON.parse(text);
      applyRewrites(inputRewrites, representation, types);
      return JSON.stringify(representation);
    },
  };
}

/** By the type of the object: the parts of its representation; null when no fragment is about that type. */
function compileParts(
  requires: readonly RequiredSelection[],
  types: TypeConditions,
  isKey: IsKey,
): (typename: string) => readonly Part[] | null {
  const byType = new Map<string, readonly Part[] | null>();
  return (typename) => {
    const known = byType.get(typename);
    if (known !== undefined) return known;
    const collected = new Map<
      string,
      { readonly source: string; readonly below: RequiredSelection[] | null }
    >();
    collect(requires, typename, types, collected);
    const parts = [...collected].map(([target, { source, below }]) => ({
      name: `${JSON.stringify(target)}:`,
      source,
      isKey: isKey(typename, target) && types.isNonNull(typename, target),
      below: below === null ? null : compileParts(below, types, NO_KEYS),
    }));
    const asked = parts.length === 0 ? null : parts;
    byType.set(typename, asked);
    return asked;
  };
}

function collect(
  selections: readonly RequiredSelection[],
  typename: string,
  types: TypeConditions,
  into: Map<string, { readonly source: string; readonly below: RequiredSelection[] | null }>,
): void {
  for (const selection of selections) {
    if (selection.kind === 'Fragment') {
      if (selection.on === null || types.matches(typename, selection.on)) {
        collect(selection.selections, typename, types, into);
      }
      continue;
    }
    const { target, source, selections: below } = selection;
    const known = into.get(target);
    if (known === undefined) into.set(target, { source, below: below === null ? null : [...below] });
    else if (below !== null) known.below?.push(...below);
  }
}

function write(object: DataObject, parts: readonly Part[]): string | { readonly missing: NoRepresentation } {
  let text = '{';
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as Part;
    const value = object[part.source];
    if (part.isKey && value instanceof Failure) return { missing: value };
    if (part.isKey && value instanceof Loss) return { missing: value.failure };
    const written = part.below === null ? writeLeaf(value) : writeNested(value, part.below);
    if (typeof written !== 'string') return written;
    text += index === 0 ? part.name + written : `,${part.name}${written}`;
  }
  return `${text}}`;
}

function writeLeaf(value: unknown): string | { readonly missing: NoRepresentation } {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      return value === null || value instanceof Failure || value instanceof Loss
        ? 'null'
        : JSON.stringify(value);
    default:
      return unusual(value);
  }
}

function writeNested(
  value: unknown,
  below: (typename: string) => readonly Part[] | null,
): string | { readonly missing: NoRepresentation } {
  if (value === null || value instanceof Failure || value instanceof Loss) return 'null';
  if (typeof value !== 'object') return unusual(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => {
      const written = writeNested(item, below);
      return typeof written === 'string' ? written : 'null';
    });
    return `[${items.join()}]`;
  }
  const { __typename: typename = '' } = value as DataObject;
  const parts = below(typeof typename === 'string' ? typename : '');
  const written = parts === null ? '{}' : write(value as DataObject, parts);
  // An object inside that lacks what is required of it is not there for the subgraph; the entity itself still is.
  return typeof written === 'string' ? written : 'null';
}

function unusual(value: unknown): string | { readonly missing: NoRepresentation } {
  return value === ABSENT ? NOT_THERE : LEFT_OUT;
}
