import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { FieldAccess } from '../../authorization/fieldAccess.ts';
import type { ChosenOperation } from '../../planning/chosenOperation.ts';
import type { DataKeys } from '../../planning/dataKeys.ts';
import type { HiddenElements } from '../../supergraph/supergraphFacts.ts';
import { Failure, Loss } from '../compiled/failure.ts';
import {
  type CollectedField,
  collectFields,
  hasNarrowFragment,
  type TypedSelection,
} from './collectFields.ts';
import { addStep, driftAt, type ShapeState } from './shapeState.ts';
import { compileLeaf } from './writeLeaf.ts';
import {
  DONE,
  EXPLAINED,
  NULL,
  type WriteValue,
  type Written,
  writeDenied,
  writeUnusual,
} from './writeValue.ts';

export interface ShapeContext {
  readonly schema: GraphQLSchema;
  readonly chosen: ChosenOperation;
  readonly keys: DataKeys;
  readonly hidden: HiddenElements;
  readonly access: FieldAccess;
  /** JSON of a field that no subgraph answers (`__schema`, `__type`). */
  introspect(node: FieldNode): string;
}

/**
 * Compiles selections into one pass over the answer so far that writes the client's JSON: response names in the order of
 * the operation, types checked, nulls where the GraphQL specification wants them (section 6.4.4). Deferred fragments are
 * left to their own parts. Every type that an object can be of is compiled when it is first met.
 */
export function compileShape(
  type: GraphQLCompositeType,
  selections: readonly TypedSelection[],
  context: ShapeContext,
): WriteValue {
  if (isObjectType(type)) {
    const declared = compileLater(() => compileObject(type, selections, context));
    return (value, state) => (isData(value) ? declared()(value, state) : writeUnusual(value, state));
  }
  const { schema, hidden } = context;
  const byType = new Map<string, WriteObject>();
  // An interface object does not always know its type; what is asked of the interface can be shown all the same.
  const untyped = compileLater(() =>
    isInterfaceType(type) ? compileObject(type, selections, context) : null,
  );
  const dependsOnType = compileLater(() => hasNarrowFragment(type, selections, context));
  const writerOf = (typename: string): WriteObject | null => {
    const known = byType.get(typename);
    if (known !== undefined) return known;
    const runtime = schema.getType(typename);
    // A fragment on one of its types may apply or not: without the type the object cannot be shown.
    if (!isObjectType(runtime)) return typename === type.name && !dependsOnType() ? untyped() : null;
    if (!schema.isSubType(type, runtime)) return null;
    const writer = context.access.isShown(typename)
      ? compileObject(runtime, selections, context)
      : writeDeniedObject;
    byType.set(typename, writer);
    return writer;
  };
  return (value, state) => {
    if (!isData(value)) return writeUnusual(value, state);
    const { __typename: typename } = value;
    // Not a text: no subgraph knows the entity, or the planner saw no need to ask what it is.
    const write = typeof typename === 'string' ? writerOf(typename) : untyped();
    if (write !== null) return write(value, state);
    // A type that clients do not see is kept from them without a word; the subgraph is right to have sent it.
    return hidden.types.has(String(typename)) ? EXPLAINED : writeUnusual(MISFIT, state);
  };
}

const writeDeniedObject: WriteObject = (_, state) => writeDenied([[]], state);

const MISFIT = Symbol('no type of the schema');

type Data = Readonly<Record<string, unknown>>;

function isData(value: unknown): value is Data {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Failure) &&
    !(value instanceof Loss)
  );
}

type WriteObject = (object: Data, state: ShapeState) => Written;

interface FieldWriter {
  /** The response name with its quotes and colon, and a comma but for the first. */
  readonly prefix: Uint8Array;
  readonly responseName: string;
  readonly dataKey: string;
  readonly isNonNull: boolean;
  readonly write: WriteValue;
}

function compileObject(
  type: GraphQLObjectType | GraphQLInterfaceType,
  selections: readonly TypedSelection[],
  context: ShapeContext,
): WriteObject {
  const fields = collectFields(type, selections, context).map((field, index) =>
    compileField(type, field, index === 0, context),
  );
  const count = fields.length;
  return (object, state) => {
    const { errors, writer } = state;
    const mark = writer.length;
    writer.byte(BRACE);
    for (let index = 0; index < count; index += 1) {
      const field = fields[index] as FieldWriter;
      const before = errors.length;
      writer.raw(field.prefix);
      const written = field.write(object[field.dataKey], state);
      if (written !== DONE) {
        if (field.isNonNull) {
          if (written === NULL) errors.push(driftAt('null'));
          addStep(errors, before, field.responseName, field.dataKey);
          writer.length = mark;
          return EXPLAINED;
        }
        writer.ascii('null');
      }
      if (errors.length > before) addStep(errors, before, field.responseName, field.dataKey);
    }
    writer.byte(END_BRACE);
    return DONE;
  };
}

const COMMA = 0x2c;
const BRACE = 0x7b;
const END_BRACE = 0x7d;
const BRACKET = 0x5b;
const END_BRACKET = 0x5d;

function compileField(
  runtime: GraphQLObjectType | GraphQLInterfaceType,
  { responseName, node, parent, fate, selections }: CollectedField,
  isFirst: boolean,
  context: ShapeContext,
): FieldWriter {
  const prefix = Buffer.from(`${isFirst ? '' : ','}${JSON.stringify(responseName)}:`);
  const name = node.name.value;
  const base = { prefix, responseName, dataKey: name, isNonNull: true };
  if (fate === 'denied' && name === '__typename') return { ...base, write: writeDeniedField };
  if (name === '__typename') {
    const typename = Buffer.from(`"${runtime.name}"`);
    const write: WriteValue = isObjectType(runtime)
      ? (_, { writer }) => {
          writer.raw(typename);
          return DONE;
        }
      : (value, state) => writeUnusual(typeof value === 'string' ? MISFIT : value, state);
    return { ...base, write };
  }
  if (name === '__schema' || name === '__type') {
    const write: WriteValue = (_, { writer }) => {
      writer.json(context.introspect(node));
      return DONE;
    };
    return { ...base, write };
  }
  const field = runtime.getFields()[name];
  if (field === undefined) throw new Error(`${runtime.name} has no field ${name}`);
  const isNonNull = isNonNullType(field.type);
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  const dataKey = context.keys.keyOf(parent, node);
  if (fate === 'denied') return { ...base, dataKey, isNonNull, write: writeDeniedField };
  if (fate === 'shown')
    return { ...base, dataKey, isNonNull, write: compileNullable(type, selections, context) };
  const denied = selections.flatMap((below) => context.access.deniedBelow(below.type, below.selectionSet));
  const write: WriteValue =
    fate === 'emptied'
      ? (_, state) => writeDenied(denied, state)
      : compileCounted(type, (value, state) =>
          isData(value) ? writeDenied(denied, state) : writeUnusual(value, state),
        );
  return { ...base, dataKey, isNonNull, write };
}

const writeDeniedField: WriteValue = (_, state) => writeDenied([[]], state);

/** Lists whose objects are null for sure. */
function compileCounted(type: GraphQLOutputType, writeObject: WriteValue): WriteValue {
  if (!isListType(type)) return writeObject;
  const item = type.ofType as GraphQLOutputType;
  return isNonNullType(item)
    ? compileList(compileCounted(item.ofType, writeObject), true)
    : compileList(compileCounted(item, writeObject), false);
}

function compileNullable(
  type: GraphQLOutputType,
  selections: readonly TypedSelection[],
  context: ShapeContext,
): WriteValue {
  if (isListType(type)) {
    const item = type.ofType as GraphQLOutputType;
    const isNonNull = isNonNullType(item);
    return compileList(
      compileNullable(isNonNullType(item) ? item.ofType : item, selections, context),
      isNonNull,
    );
  }
  if (isLeafType(type)) return compileLeaf(type, context.hidden);
  return compileShape(type as GraphQLCompositeType, selections, context);
}

function compileList(writeItem: WriteValue, isNonNull: boolean): WriteValue {
  return (value, state) => {
    if (!Array.isArray(value)) return writeUnusual(value, state);
    const { errors, writer } = state;
    const mark = writer.length;
    writer.byte(BRACKET);
    for (let index = 0; index < value.length; index += 1) {
      const before = errors.length;
      if (index > 0) writer.byte(COMMA);
      const written = writeItem(value[index], state);
      if (written !== DONE) {
        if (isNonNull) {
          if (written === NULL) errors.push(driftAt('null'));
          addStep(errors, before, index, index);
          writer.length = mark;
          return EXPLAINED;
        }
        writer.ascii('null');
      }
      if (errors.length > before) addStep(errors, before, index, index);
    }
    writer.byte(END_BRACKET);
    return DONE;
  };
}

function compileLater<Value>(compile: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= compile();
    return value;
  };
}
