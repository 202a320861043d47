import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import type { HiddenElements } from '../../supergraph/supergraphFacts.ts';
import type { ShapeState } from './shapeState.ts';
import { DONE, EXPLAINED, type WriteValue, type Written, writeUnusual } from './writeValue.ts';

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

/** Writes values of a scalar or enum; a value of another kind is an error. Custom scalars may be any JSON. */
export function compileLeaf(type: GraphQLLeafType, { enumValues }: HiddenElements): WriteValue {
  if (isEnumType(type)) return compileEnum(type, enumValues.get(type.name) ?? new Set());
  return Object.hasOwn(builtIn, type.name) ? (builtIn[type.name] as WriteValue) : writeCustom;
}

const builtIn: Readonly<Record<string, WriteValue>> = {
  String: (value, state) =>
    typeof value === 'string' ? writeText(value, state) : writeUnusual(value, state),
  ID: (value, state) => {
    if (typeof value === 'string') return writeText(value, state);
    return Number.isSafeInteger(value) ? writeText(String(value), state) : writeUnusual(value, state);
  },
  Int: (value, state) =>
    Number.isInteger(value) && (value as number) <= MAX_INT && (value as number) >= MIN_INT
      ? writeAscii(String(value), state)
      : writeUnusual(value, state),
  Float: (value, state) =>
    Number.isFinite(value) ? writeAscii(String(value), state) : writeUnusual(value, state),
  Boolean: (value, state) =>
    typeof value === 'boolean' ? writeAscii(value ? 'true' : 'false', state) : writeUnusual(value, state),
};

/** A value that clients do not see is kept from them without a word; the subgraph is right to have sent it. */
function compileEnum(type: GraphQLEnumType, hidden: ReadonlySet<string>): WriteValue {
  const texts = new Map(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return (value, state) => {
    const text = texts.get(value as string);
    if (text !== undefined) return writeAscii(text, state);
    return hidden.has(value as string) ? EXPLAINED : writeUnusual(value, state);
  };
}

const writeCustom: WriteValue = (value, state) => {
  switch (typeof value) {
    case 'string':
      return writeText(value, state);
    case 'number':
    case 'boolean':
      return writeAscii(String(value), state);
    case 'object':
      if (value === null || !(Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype))
        break;
      state.writer.json(JSON.stringify(value));
      return DONE;
    default:
  }
  return writeUnusual(value, state);
};

function writeText(text: string, { writer }: ShapeState): Written {
  writer.string(text);
  return DONE;
}

function writeAscii(text: string, { writer }: ShapeState): Written {
  writer.ascii(text);
  return DONE;
}
