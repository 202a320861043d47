import type { Interest } from './generateOperation.ts';
import { findField, isLeaf, type Model } from './model.ts';

/** What leads to other subgraphs is worth more than leaves, and what needs several of them for one field even more. */
export function interestOf(model: Model): Interest {
  const known = new Map<string, number>();
  return (typename, name) => {
    const key = `${typename}.${name}`;
    const value = known.get(key) ?? weigh(model, typename, name);
    known.set(key, value);
    return value;
  };
}

function weigh(model: Model, typename: string, name: string): number {
  const object =
    model.objects.get(typename) ?? model.objects.get(model.abstracts.get(typename)?.members[0] ?? '');
  const field = object === undefined ? null : findField(model, object, name);
  if (object === undefined || field === null) return 1;
  if (field.requires.length > 0 || field.provides.length > 0) return 8;
  if (!isLeaf(model, field.type)) return object.kind === 'root' ? 6 : 4;
  return object.kind === 'root' ? 1 : 3;
}
