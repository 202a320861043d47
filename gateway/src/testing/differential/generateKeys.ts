import { createField } from './generateFields.ts';
import type { DeclaredKey, FieldModel, KeyModel, Model, ObjectModel } from './model.ts';
import type { Random } from './random.ts';

const ID: KeyModel = { selection: 'id', fields: ['id'] };
const OTHERS: readonly KeyModel[] = [
  { selection: 'code', fields: ['code'] },
  { selection: 'a b', fields: ['a', 'b'] },
  { selection: 'at { x }', fields: ['at'] },
];

/** One key or two; `keyValue` is the type that a nested key leads through. */
export function generateKeys(
  random: Random,
  entity: string,
): { keys: readonly KeyModel[]; keyValue: ObjectModel | null } {
  if (random.chance(0.6)) return { keys: [ID], keyValue: null };
  const other = random.pick(OTHERS);
  if (!other.fields.includes('at')) return { keys: [ID, other], keyValue: null };
  const fields = [createField('x', { of: 'ID', nonNull: true }, [], 'x')];
  return {
    keys: [ID, other],
    keyValue: { name: `${entity}At`, kind: 'keyValue', idPrefix: '', keys: [], keysIn: new Map(), fields },
  };
}

/** `isOfInterface`: an interface shows its `id`, so it cannot be hidden from the API. */
export function keyFields(
  random: Random,
  keys: readonly KeyModel[],
  entity: string,
  isOfInterface: boolean,
): FieldModel[] {
  const types: Record<string, string> = {
    id: 'ID',
    code: 'String',
    a: 'Int',
    b: 'String',
    at: `${entity}At`,
  };
  return keys
    .flatMap(({ fields }) => fields)
    .map((name) => ({
      ...createField(name, { of: types[name] ?? 'ID', nonNull: true }, [], name as FieldModel['keyPart']),
      isInaccessible: name === 'id' ? !isOfInterface && random.chance(0.15) : random.chance(0.2),
    }));
}

/** Says which subgraph declares which keys: one has all of them, so that there is a way from each to each. */
export function placeKeys(random: Random, model: Model, insiders: readonly string[]): void {
  const interfaces = [...model.abstracts.values()].filter(({ kind }) => kind === 'interface');
  for (const object of model.objects.values()) {
    if (object.kind !== 'entity') continue;
    const [id = ID] = object.keys;
    const bridge = object.fields.find(({ keyPart }) => keyPart === null)?.in[0];
    const mustHaveId = interfaces.some(({ members }) => members.includes(object.name));
    for (const subgraph of model.subgraphs) {
      const resolves = object.fields.some(
        (field) => field.keyPart === null && (field.in.includes(subgraph) || field.overriddenIn === subgraph),
      );
      const homes = interfaces.some(
        ({ entity, members }) => entity?.home === subgraph && members.includes(object.name),
      );
      const isBridge = subgraph === bridge;
      const chosen = isBridge || !insiders.includes(subgraph) ? object.keys : random.some(object.keys, 1);
      const keys = mustHaveId && !chosen.includes(id) ? [id, ...chosen] : chosen;
      const mustResolve = resolves || isBridge || homes || random.chance(0.5);
      object.keysIn.set(
        subgraph,
        keys.map((key): DeclaredKey => ({ key, resolvable: mustResolve })),
      );
    }
  }
}
