/**
 * A graph before it is written down: what there is, and which subgraph says what of it. From one model come the SDL of
 * each subgraph, the resolvers, and the data; so subgraphs and monolith cannot disagree but by the gateway's doing.
 */
export interface Model {
  readonly seed: number;
  readonly subgraphs: readonly string[];
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly inputs: ReadonlyMap<string, readonly ArgumentModel[]>;
  /** With the root types `Query` and `Mutation`. */
  readonly objects: ReadonlyMap<string, ObjectModel>;
  readonly abstracts: ReadonlyMap<string, AbstractModel>;
  readonly hidden: readonly HiddenEntity[];
}

export interface ObjectModel {
  readonly name: string;
  /** `keyValue`: a value type that is part of the nested key of an entity. */
  readonly kind: 'entity' | 'value' | 'keyValue' | 'root';
  /** Starts the ids, so that those of an entity interface's types differ; often empty, so that those of others do not. */
  readonly idPrefix: string;
  /** Of an entity; the first is always `id`. */
  readonly keys: readonly KeyModel[];
  /** Which keys a subgraph that knows the entity declares. */
  readonly keysIn: Map<string, readonly DeclaredKey[]>;
  readonly fields: FieldModel[];
}

export interface KeyModel {
  /** As in `@key(fields:)`. */
  readonly selection: string;
  readonly fields: readonly string[];
}

export interface DeclaredKey {
  readonly key: KeyModel;
  readonly resolvable: boolean;
}

export interface AbstractModel {
  readonly name: string;
  readonly kind: 'interface' | 'union';
  readonly members: readonly string[];
  /** The members that a subgraph knows, when it knows the abstract type at all. */
  readonly membersIn: ReadonlyMap<string, readonly string[]>;
  /** Names of the fields that all members have; empty for unions. */
  readonly fields: readonly string[];
  /** Of an interface, by name: what it says of its fields. Members may say more of theirs. */
  readonly signatures: Map<string, FieldModel>;
  /** Subgraphs that list fields in the interface which they leave to others (`@external` in the members). */
  readonly listsExternalsIn: ReadonlySet<string>;
  /** An interface with a key: where it is declared, and the subgraph to which it is an object. Null for the others. */
  readonly entity: { readonly home: string; readonly objectIn: string; readonly fields: FieldModel[] } | null;
}

/** `of` is a name, or another type when this is a list. */
export interface TypeModel {
  readonly of: string | TypeModel;
  readonly nonNull: boolean;
}

export interface ArgumentModel {
  readonly name: string;
  readonly type: TypeModel;
  /** Undefined: none. */
  readonly defaultValue: unknown;
}

export interface FieldModel {
  readonly name: string;
  /** In the API schema. */
  readonly type: TypeModel;
  readonly args: readonly ArgumentModel[];
  /** Subgraphs that resolve it; everywhere for fields of value types and of keys. */
  in: readonly string[];
  /** Subgraphs that promise more than the API: not null. */
  nonNullIn: readonly string[];
  /** A subgraph that has it still, but from which it was taken with `@override`. */
  overriddenIn: string | null;
  requires: readonly Requirement[];
  /** Names of leaf fields of the entity it leads to. */
  provides: readonly string[];
  /** Some field provides it, so those who resolve it must share it. */
  isProvided: boolean;
  /** Something requires it, so it must not come to require anything itself. */
  isRequired: boolean;
  isInaccessible: boolean;
  /** Which part of a key it is; null for all others. */
  readonly keyPart: KeyPart | null;
  /** Now and then it fails. */
  throws: boolean;
}

export type KeyPart = 'id' | 'code' | 'a' | 'b' | 'at' | 'x';

/** A selected field of a `@requires`. */
export interface Requirement {
  readonly name: string;
  /** Literal values. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Null for leaves. */
  readonly selection: readonly Requirement[] | null;
  /** The type that it is only required of (`... on T { }`); null: of any. */
  readonly on: string | null;
}

export const scalars: ReadonlySet<string> = new Set(['Int', 'Float', 'String', 'Boolean', 'ID', 'Anything']);

export function namedType({ of }: TypeModel): string {
  return typeof of === 'string' ? of : namedType(of);
}

export function isList({ of }: TypeModel): boolean {
  return typeof of !== 'string';
}

export function printType({ of, nonNull }: TypeModel): string {
  return `${typeof of === 'string' ? of : `[${printType(of)}]`}${nonNull ? '!' : ''}`;
}

export function isLeaf(model: Model, type: TypeModel): boolean {
  const name = namedType(type);
  return scalars.has(name) || model.enums.has(name);
}

/** The fields of an object type, those that its entity interface got from elsewhere included. */
export function fieldsOf(model: Model, object: ObjectModel): readonly FieldModel[] {
  const borrowed = [...model.abstracts.values()].flatMap(({ entity, members }) =>
    entity !== null && members.includes(object.name) ? entity.fields : [],
  );
  return borrowed.length === 0 ? object.fields : [...object.fields, ...borrowed];
}

export function objectOf(model: Model, name: string): ObjectModel {
  const object = model.objects.get(name);
  if (object === undefined) throw new Error(`no object type ${name}`);
  return object;
}

/** Null when the object has no such field. */
export function findField(model: Model, object: ObjectModel, name: string): FieldModel | null {
  return fieldsOf(model, object).find((field) => field.name === name) ?? null;
}

/** An entity that a subgraph answers with null, without an error, when it is asked for it. */
export interface HiddenEntity {
  readonly subgraph: string;
  readonly type: string;
  readonly id: string;
}

/** The field that a requirement names; `object` is the type that it is required of. */
export function findRequired(model: Model, object: ObjectModel, requirement: Requirement): FieldModel {
  const field = findField(model, object, requirement.name);
  if (field === null) throw new Error(`${object.name} has no ${requirement.name}`);
  return field;
}
