import { isDeepStrictEqual } from 'node:util';
import { ownValue, setOwn } from '../ownProperty.ts';

/** An object of the result so far, and where in the client's answer it stands. */
export interface Located {
  readonly object: object;
  readonly path: readonly (string | number)[];
}

export type Representation = Readonly<Record<string, unknown>>;

/**
 * Follows what Apollo's executor has merged so far. It merges by reference, so holding the data of the root fetches is
 * holding the result; it needs to be known because Apollo's own error paths count skipped entities wrongly.
 */
export interface MergedResult {
  /** To be called with the data of each root fetch, just before it is handed over. */
  addRoot(data: object): void;
  /**
   * The object that each representation was made from, in the same order; null where it cannot be told.
   * `path` is a plan's flatten path: response names, and `@` for "each of the list".
   */
  locate(path: readonly (string | number)[], representations: readonly Representation[]): (Located | null)[];
}

/** `isAbstract` tells names of interfaces and unions: only such a name may have replaced an object's own `__typename`. */
export function createMergedResult(isAbstract: (typename: string) => boolean): MergedResult {
  const root: object = Object.create(null);
  return {
    addRoot(data) {
      for (const [key, value] of Object.entries(data)) {
        if (ownValue(root, key) == null) setOwn(root, key, value);
      }
    },
    locate(path, representations) {
      const found: Located[] = [];
      collect(root, path, [], found);
      // Representations are the objects in order, without those that the fetch does not apply to.
      let next = 0;
      return representations.map((representation) => {
        while (next < found.length) {
          const candidate = found[next];
          next += 1;
          if (candidate !== undefined && isMadeFrom(representation, candidate.object, isAbstract))
            return candidate;
        }
        return null;
      });
    },
  };
}

function collect(
  value: unknown,
  path: readonly (string | number)[],
  at: (string | number)[],
  into: Located[],
): void {
  if (value === null || value === undefined || typeof value !== 'object') return;
  const [head, ...rest] = path;
  if (Array.isArray(value)) {
    value.forEach((element, index) => {
      collect(element, head === '@' ? rest : path, [...at, index], into);
    });
  } else if (head === undefined) {
    into.push({ object: value, path: at });
  } else {
    collect(ownValue(value, String(head)), rest, [...at, head], into);
  }
}

/** A representation holds a part of its object. */
function isMadeFrom(
  representation: object,
  object: object,
  isAbstract: (typename: string) => boolean,
): boolean {
  return Object.entries(representation).every(([key, value]) => {
    if (!Object.hasOwn(object, key)) return key === '__typename';
    const original = ownValue(object, key);
    if (key === '__typename' && typeof value === 'string' && isAbstract(value)) return true;
    if (isObject(value) && isObject(original)) return isMadeFrom(value, original, isAbstract);
    if (Array.isArray(value) && Array.isArray(original)) return value.length === original.length;
    return isDeepStrictEqual(value, original);
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
