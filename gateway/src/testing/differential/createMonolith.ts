import { Supergraph } from '@apollo/federation-internals';
import { execute, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';
import { answerField, canonical } from './answerField.ts';
import type { ComposedModel } from './composeModel.ts';
import { type Ref, refTo } from './entityRef.ts';
import {
  type FieldModel,
  findField,
  findRequired,
  type Model,
  type ObjectModel,
  objectOf,
  type Requirement,
} from './model.ts';
import type { Operation } from './operation.ts';
import { pickRequired } from './pickRequired.ts';

/** One server for the whole graph: what it answers is what the gateway should. */
export interface Monolith {
  readonly schema: GraphQLSchema;
  answer(operation: Operation): Answer;
}

export interface Answer {
  readonly data: unknown;
  /** Where the errors are; an error without a path is at the empty one. */
  readonly errorPaths: readonly (readonly (string | number)[])[];
  /** The code of an error in the place of data: nothing was executed. Null in all other answers. */
  readonly refusal: string | null;
}

export function createMonolith({ model, supergraphSdl }: ComposedModel): Monolith {
  const schema = Supergraph.build(supergraphSdl, { validateSupergraph: false })
    .apiSchema()
    .toGraphQLJSSchema();

  const evaluate = (ref: Ref, field: FieldModel, args: Readonly<Record<string, unknown>>): unknown => {
    if (isUnknown(model, ref, field)) return null;
    const object = objectOf(model, ref.type);
    const { requires } = field;
    const required =
      requires.length === 0 ? '' : canonical(pickRequired(requires, (one) => require(ref, object, one)));
    return answerField(model, { ref, object, field, args, required });
  };
  const require = (ref: Ref, object: ObjectModel, requirement: Requirement): unknown => {
    const field = findRequired(model, object, requirement);
    const args: Record<string, unknown> = {};
    for (const { name, defaultValue } of field.args) {
      const given = Object.hasOwn(requirement.args, name) ? requirement.args[name] : defaultValue;
      if (given !== undefined) args[name] = withDefaults(model, field, name, given);
    }
    let value: unknown = null;
    try {
      value = evaluate(ref, field, args);
    } catch {
      // A required value that could not be read is null to those who require it.
    }
    return requirement.selection === null ? value : select(value, requirement.selection);
  };
  const select = (value: unknown, selection: readonly Requirement[]): unknown => {
    if (value === null) return null;
    if (Array.isArray(value)) return value.map((element) => select(element, selection));
    const ref = value as Ref;
    return pickRequired(selection, (requirement) =>
      requirement.on === null || requirement.on === ref.type
        ? require(ref, objectOf(model, ref.type), requirement)
        : undefined,
    );
  };

  return {
    schema,
    answer({ text, variables, operationName }) {
      const calls: string[] = [];
      const fieldResolver: GraphQLFieldResolver<Ref, unknown> = (
        source,
        args,
        _,
        { fieldName, parentType },
      ) => {
        const isMutation = parentType.name === 'Mutation';
        const ref = isMutation ? refTo('Mutation', calls.join(' ')) : (source ?? refTo('Query', ''));
        const field = findField(model, objectOf(model, ref.type), fieldName);
        if (field === null) throw new Error(`no ${ref.type}.${fieldName}`);
        const value = evaluate(ref, field, args);
        if (isMutation) calls.push(`${fieldName}${canonical(args)}`);
        return value;
      };
      const result = execute({
        schema,
        document: parse(text),
        variableValues: variables,
        operationName,
        fieldResolver,
        typeResolver: (ref: Ref) => ref.type,
      });
      if (result instanceof Promise) throw new Error('the monolith waits for nothing');
      return {
        data: JSON.parse(JSON.stringify(result.data ?? null)),
        errorPaths: (result.errors ?? []).map(({ path }) => path ?? []),
        refusal: null,
      };
    },
  };
}

/** As a subgraph reads an argument: input objects with their defaults, single values in lists. */
function withDefaults(model: Model, field: FieldModel, argument: string, value: unknown): unknown {
  const type = field.args.find(({ name }) => name === argument)?.type;
  const coerce = (given: unknown, of: NonNullable<typeof type>['of']): unknown => {
    if (given === null) return null;
    if (typeof of !== 'string')
      return Array.isArray(given) ? given.map((item) => coerce(item, of.of)) : given;
    const fields = model.inputs.get(of);
    if (fields === undefined) return given;
    const object: Record<string, unknown> = {};
    for (const { name, type: below, defaultValue } of fields) {
      const has = Object.hasOwn(given as object, name);
      const item = has ? (given as Record<string, unknown>)[name] : defaultValue;
      if (item !== undefined) object[name] = coerce(item, below.of);
    }
    return object;
  };
  return type === undefined ? value : coerce(value, type.of);
}

/** The field's subgraph does not know the entity: to the reader there is nothing, and nothing went wrong. */
function isUnknown({ hidden }: Model, { type, id }: Ref, field: FieldModel): boolean {
  return (
    field.keyPart === null &&
    hidden.some((one) => one.type === type && one.id === id && field.in.includes(one.subgraph))
  );
}
