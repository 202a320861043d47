import { type Model, type ObjectModel, objectOf } from './model.ts';

/** Entities of each type; few, so that lists repeat them and links run in circles. */
export const ENTITIES_OF_TYPE = 4;

/** An object of the data, on either side: it holds nothing, everything is computed from who it is. */
export interface Ref {
  /** Name of an object type. */
  readonly type: string;
  /** Of an entity: its number. */
  readonly id: string;
  /** What a subgraph was given to find it by; null where it found it by itself. */
  readonly representation: Readonly<Record<string, unknown>> | null;
  /** Fields of others that may be asked for here, because the field that led here provides them. */
  readonly provided: readonly string[];
}

export function refTo(type: string, id: string): Ref {
  return { type, id, representation: null, provided: [] };
}

/** The value of a key's field, one to one with the entity: falsy ones among them. */
export function keyValue(object: ObjectModel, id: string, part: string): unknown {
  switch (part) {
    case 'id':
      return object.idPrefix + id;
    case 'code':
      return id === '0' ? '' : `c${id}`;
    case 'a':
      return Number(id);
    case 'b':
      return `b${Number(id) % 2}`;
    case 'at':
      return refTo(`${object.name}At`, id);
    default:
      return id;
  }
}

/**
 * The entity that a representation names.
 * @throws {Error} when there is none, or when its key fields belong to different ones.
 */
export function findEntity(model: Model, representation: Readonly<Record<string, unknown>>): Ref {
  const typename = String(representation.__typename);
  const names = model.abstracts.get(typename)?.members ?? [typename];
  for (const name of names) {
    const object = objectOf(model, name);
    for (let number = 0; number < ENTITIES_OF_TYPE; number += 1) {
      const id = String(number);
      if (isNamedBy(object, id, representation)) return { ...refTo(name, id), representation };
    }
  }
  throw new Error(`no entity has the keys ${JSON.stringify(representation)}`);
}

function isNamedBy(
  object: ObjectModel,
  id: string,
  representation: Readonly<Record<string, unknown>>,
): boolean {
  const named = object.keys.filter(({ fields }) =>
    fields.every((field) => Object.hasOwn(representation, field)),
  );
  return (
    named.length > 0 &&
    named
      .flatMap(({ fields }) => fields)
      .every((field) => {
        const given = representation[field];
        if (field !== 'at') return given === keyValue(object, id, field);
        return typeof given === 'object' && given !== null && (given as Record<string, unknown>).x === id;
      })
  );
}
