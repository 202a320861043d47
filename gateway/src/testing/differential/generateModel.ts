import { generateAbstracts } from './generateAbstracts.ts';
import { createField, generateArgument, generateField, generateFieldName } from './generateFields.ts';
import { generateKeys, keyFields, placeKeys } from './generateKeys.ts';
import { generateProvisions } from './generateProvisions.ts';
import { generateRequirements } from './generateRequirements.ts';
import { chooseHiddenEntities } from './hideEntities.ts';
import { letFieldsFail } from './letFieldsFail.ts';
import type { AbstractModel, ArgumentModel, Model, ObjectModel, TypeModel } from './model.ts';
import { placeFields } from './placeFields.ts';
import type { Profile } from './profile.ts';
import { randomFromSeed } from './random.ts';

const SUBGRAPHS = ['alpha', 'beta', 'gamma', 'delta'];
const ENTITIES = ['Person', 'Book', 'Shop', 'Town', 'Film'];
const VALUES = ['Money', 'Place', 'Span'];
/** The subgraph to which an entity interface is an object. */
const OUTSIDER = 'omega';

/** A model that most often composes; equal seeds and profiles give equal models. */
export function generateModel(seed: number, profile: Profile): Model {
  const random = randomFromSeed(seed);
  const insiders = SUBGRAPHS.slice(0, 2 + random.int(3));
  const entities = ENTITIES.slice(0, 2 + random.int(4));
  const values = VALUES.slice(0, 1 + random.int(3));
  const enums = new Map([['Color', ['RED', 'GREEN', 'BLUE']]]);
  const inputs = new Map<string, readonly ArgumentModel[]>();
  const { abstracts, entityInterface } = generateAbstracts(random, { insiders, entities, values, OUTSIDER });
  const names = { enums, inputs, entities, values, abstracts: [...abstracts.keys()] };
  if (random.chance(0.6)) {
    const fields = ['p', 'q', 'r'].map((name) => generateArgument(random, names, name));
    inputs.set('Wish', fields);
  }

  const objects = new Map<string, ObjectModel>();
  const subgraphs = entityInterface === null ? insiders : [...insiders, OUTSIDER];
  const model: Model = { seed, subgraphs, enums, inputs, objects, abstracts, hidden: [] };
  for (const name of entities) {
    const isOfInterface = [...abstracts.values()].some(
      ({ kind, members }) => kind === 'interface' && members.includes(name),
    );
    const idPrefix = entityInterface?.members.includes(name) ? name.charAt(0) : '';
    const { keys, keyValue } = generateKeys(random, name);
    if (keyValue !== null) objects.set(keyValue.name, keyValue);
    const fields = keyFields(random, keys, name, isOfInterface);
    objects.set(name, { name, kind: 'entity', idPrefix, keys, keysIn: new Map(), fields });
  }
  for (const name of values) {
    objects.set(name, { name, kind: 'value', idPrefix: '', keys: [], keysIn: new Map(), fields: [] });
  }
  for (const abstract of abstracts.values()) {
    // Where a type is lost with what failed, nobody knows what it would not have allowed to be null.
    const mayNarrow = !profile.hasErrors || abstract.entity === null;
    addInterfaceFields(random, model, names, abstract, mayNarrow);
  }
  for (const object of objects.values()) {
    if (object.kind !== 'entity' && object.kind !== 'value') continue;
    const count = 2 + random.int(object.kind === 'entity' ? 5 : 3);
    for (let index = 0; index < count; index += 1) {
      object.fields.push(generateField(random, names, generateFieldName(random, object.fields)));
    }
  }
  for (const root of generateRoots(random, model, names)) objects.set(root.name, root);
  placeFields(random, model, insiders);
  placeKeys(random, model, insiders);
  if (profile.hasRequirements) {
    generateRequirements(random, model);
    generateProvisions(random, model);
  }
  if (profile.hasErrors) letFieldsFail(random, model, profile);
  return profile.hasHiddenEntities ? { ...model, hidden: chooseHiddenEntities(random, model) } : model;
}

/** A member of an interface may promise more of its field: not null, or one of the types that may stand there. */
function narrow(random: Rng, abstracts: Model['abstracts'], type: TypeModel): TypeModel {
  const { of } = type;
  const nonNull = type.nonNull || random.chance(0.15);
  if (typeof of !== 'string') return { of: random.chance(0.3) ? narrow(random, abstracts, of) : of, nonNull };
  const [member] = abstracts.get(of)?.members ?? [];
  return { of: member !== undefined && random.chance(0.3) ? member : of, nonNull };
}

type Names = Parameters<typeof generateField>[1];
type Rng = ReturnType<typeof randomFromSeed>;

function addInterfaceFields(
  random: Rng,
  model: Model,
  names: Names,
  abstract: AbstractModel,
  mayNarrow: boolean,
): void {
  for (const name of abstract.fields) {
    if (name === 'id') continue;
    const field = generateField(random, names, name);
    abstract.signatures.set(name, field);
    for (const member of abstract.members) {
      model.objects.get(member)?.fields.push({
        ...field,
        type: mayNarrow ? narrow(random, model.abstracts, field.type) : field.type,
      });
    }
  }
  if (abstract.entity === null) return;
  const { fields, objectIn } = abstract.entity;
  const count = 1 + random.int(3);
  // Nothing that would make the types of the interface known there.
  const entities = names.entities.filter((name) => !abstract.members.includes(name));
  const known = { ...names, entities, values: [], abstracts: [abstract.name] };
  for (let index = 0; index < count; index += 1) {
    const name = generateFieldName(random, fields, `${abstract.name.toLowerCase()}_`);
    fields.push({ ...generateField(random, known, name), in: [objectIn] });
  }
}

function generateRoots(random: Rng, model: Model, names: Names): ObjectModel[] {
  const query: ObjectModel = {
    name: 'Query',
    kind: 'root',
    idPrefix: '',
    keys: [],
    keysIn: new Map(),
    fields: [],
  };
  const mutation: ObjectModel = { ...query, name: 'Mutation', keysIn: new Map(), fields: [] };
  for (const name of [...names.entities, ...names.abstracts]) {
    const { args } = generateField(random, names, name);
    const type = random.chance(0.5)
      ? { of: name, nonNull: false }
      : { of: { of: name, nonNull: random.chance(0.5) }, nonNull: false };
    query.fields.push(createField(`${random.pick(['some', 'all'])}${name}`, type, args));
  }
  const count = 2 + random.int(4);
  for (let index = 0; index < count; index += 1) {
    query.fields.push(generateField(random, names, generateFieldName(random, query.fields)));
  }
  for (const subgraph of model.subgraphs) {
    // A subgraph without a root field would be a rare thing.
    query.fields.push({ ...createField(`of_${subgraph}`, { of: 'Int', nonNull: false }), in: [subgraph] });
  }
  const [outside] = [...model.abstracts.values()].filter(({ entity }) => entity !== null);
  if (outside?.entity) {
    const type = { of: { of: outside.name, nonNull: false }, nonNull: false };
    query.fields.push({ ...createField('outside', type), in: [outside.entity.objectIn] });
  }
  const mutations = random.int(4);
  for (let index = 0; index < mutations; index += 1) {
    mutation.fields.push(generateField(random, names, `change${index}`));
  }
  return mutations > 0 ? [query, mutation] : [query];
}
