import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  print,
} from 'graphql';

/**
 * The names under which values are fetched and merged, in place of the client's response names. A data key is one question,
 * everywhere in the operation: a field with its arguments. So whatever stands under a key of an entity is right for every
 * place where that entity is shown.
 */
export interface DataKeys {
  /** `node` must be a field of `parent`, and not `__typename`. */
  keyOf(parent: GraphQLCompositeType, node: FieldNode): string;
}

/**
 * Keys are given out as they are asked for. Fields without arguments keep their name: planners fetch keys and required
 * fields under it, and it is the same question then. `isMutation`: each field of the root is a question of its own, since
 * asking twice changes things twice.
 */
export function createDataKeys(schema: GraphQLSchema, isMutation: boolean): DataKeys {
  const prefix = freePrefix(schema);
  const given = new Map<string, string>();
  const plainTypes = new Map<string, string>();
  const root = isMutation ? schema.getMutationType() : null;
  const mint = (id: string) => {
    const key = `${prefix}${given.size}`;
    given.set(id, key);
    return key;
  };
  return {
    keyOf(parent, node) {
      const name = node.name.value;
      const field = isUnionType(parent) ? undefined : parent.getFields()[name];
      if (field === undefined) return name;
      const type = shapeOf(field.type);
      if (parent === root) {
        const id = `root ${node.alias?.value ?? name}`;
        return given.get(id) ?? mint(id);
      }
      const directives = (node.directives ?? []).filter(
        ({ name: { value } }) => value !== 'skip' && value !== 'include',
      );
      // Objects under different response names stay apart: where a null takes one down, the other is still there.
      const alias = node.selectionSet && node.alias && node.alias.value !== name ? node.alias.value : '';
      if (field.args.length === 0 && directives.length === 0 && alias === '') {
        const first = plainTypes.get(name);
        if (first === undefined) plainTypes.set(name, type);
        if (first === undefined || first === type) return name;
      }
      const id = `${alias} ${name}(${[...(node.arguments ?? []), ...directives].map((part) => print(part)).join()}):${type}`;
      return given.get(id) ?? mint(id);
    },
  };
}

/**
 * What two fields must have in common to be answered under one name: lists, nullability, and the type of leaves.
 * Source: GraphQL specification, section 5.3.2, SameResponseShape.
 */
function shapeOf(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`;
  if (isListType(type)) return `[${shapeOf(type.ofType)}]`;
  return isLeafType(type) ? type.name : '';
}

const prefixes = new WeakMap<GraphQLSchema, string>();

/** `_a`, or longer where the schema has fields that begin so. */
function freePrefix(schema: GraphQLSchema): string {
  const known = prefixes.get(schema);
  if (known !== undefined) return known;
  let prefix = '_a';
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  while (types.some((type) => Object.keys(type.getFields()).some((name) => name.startsWith(prefix))))
    prefix = `_${prefix}`;
  prefixes.set(schema, prefix);
  return prefix;
}
