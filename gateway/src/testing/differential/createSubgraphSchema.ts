import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, type GraphQLSchema, isAbstractType, isObjectType, parse } from 'graphql';
import { answerField, canonical } from './answerField.ts';
import { findEntity, type Ref, refTo } from './entityRef.ts';
import {
  type FieldModel,
  findField,
  type Model,
  type ObjectModel,
  objectOf,
  type Requirement,
} from './model.ts';
import type { MutationLog } from './mutationLog.ts';
import { pickRequired } from './pickRequired.ts';
import type { FieldRole, SubgraphView } from './viewSubgraph.ts';

/**
 * A subgraph that answers from the model's data. It fails when it is asked for what is not its own: a field of others,
 * a field that requires something without what it requires, an entity by the keys of two.
 */
export function createSubgraphSchema(o: {
  readonly model: Model;
  readonly view: SubgraphView;
  readonly typeDefs: string;
  readonly log: MutationLog;
}): GraphQLSchema {
  const { model, view, log } = o;
  const { interfaceObject, subgraph } = view;
  const schema = buildSubgraphSchema({ typeDefs: parse(o.typeDefs) });
  const nameHere = (ref: Ref) =>
    interfaceObject?.members.includes(ref.type) && !view.objects.has(ref.type)
      ? interfaceObject.name
      : ref.type;

  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (ref: Ref) => nameHere(ref);
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name === '_entities') field.resolve = (_, args) => entities(args.representations);
      if (field.name.startsWith('_')) continue;
      field.resolve = resolverOf(type.name, field.name);
    }
  }
  return schema;

  function entities(representations: readonly Readonly<Record<string, unknown>>[]) {
    return representations.map((representation) => {
      const ref = findEntity(model, representation);
      const isHidden = model.hidden.some(
        (one) => one.subgraph === subgraph && one.type === ref.type && one.id === ref.id,
      );
      return isHidden ? null : ref;
    });
  }

  function resolverOf(typename: string, name: string): GraphQLFieldResolver<Ref | undefined, unknown> {
    return (source, args) => {
      const ref = source ?? refTo(typename, '');
      const object = objectOf(model, ref.type);
      const field = findField(model, object, name);
      if (field === null) throw new Error(`no ${ref.type}.${name}`);
      const role = roleOf(typename, object, field);
      if (role === 'overridden' || (role === 'external' && !ref.provided.includes(name))) {
        throw new Error(`${subgraph} was asked for ${ref.type}.${name}, which is not its own`);
      }
      const required = role === 'resolved' ? requiredOf(ref, object, field) : '';
      const position = typename === 'Mutation' ? refTo(typename, log.calls.join(' ')) : ref;
      const value = answerField(model, { ref: position, object, field, args, required });
      if (typename === 'Mutation') log.calls.push(`${name}${canonical(args)}`);
      return field.provides.length === 0 ? value : provide(value, field.provides);
    };
  }

  function roleOf(typename: string, object: ObjectModel, field: FieldModel): FieldRole | undefined {
    if (typename === interfaceObject?.name) return field.keyPart === null ? 'resolved' : 'key';
    return view.objects.get(object.name)?.fields.get(field);
  }

  function requiredOf(ref: Ref, object: ObjectModel, { name, requires }: FieldModel): string {
    if (requires.length === 0) return '';
    if (ref.representation !== null) return canonical(project(ref.representation, requires));
    const known = pickRequired(requires, (required) => {
      const field = ref.provided.includes(required.name) ? findField(model, object, required.name) : null;
      if (field === null) throw new Error(`${ref.type}.${name} was asked for without what it requires`);
      return answerField(model, { ref, object, field, args: {}, required: '' });
    });
    return canonical(known);
  }

  function project(given: unknown, requires: readonly Requirement[]): unknown {
    if (given === null) return null;
    if (Array.isArray(given)) return given.map((element) => project(element, requires));
    return pickRequired(requires, (requirement) => {
      const { name, selection, on } = requirement;
      const value = (given as Record<string, unknown>)[name];
      // Planners do not tell the type of what they give: what is not there belongs to another type.
      if (value === undefined && on !== null) return undefined;
      if (value === undefined) throw new Error(`${name} is required and was not given`);
      return selection === null ? value : project(value, selection);
    });
  }
}

function provide(value: unknown, provided: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((element) => provide(element, provided));
  return value === null ? null : { ...(value as Ref), provided };
}
