import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import type { HiddenElements } from '../../supergraph/supergraphFacts.ts';
import { type WriteValue, writeUnusual } from './writeValue.ts';

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

/** Writes values of a scalar or enum; a value of another kind is an error. Custom scalars may be any JSON. */
export function compileLeaf(type: GraphQLLeafType, { enumValues }: HiddenElements): WriteValue {
  if (isEnumType(type)) return compileEnum(type, enumValues.get(type.name) ?? new Set());
  return Object.hasOwn(builtIn, type.name) ? (builtIn[type.name] as WriteValue) : writeCustom;
}

const builtIn: Readonly<Record<string, WriteValue>> = {
  String: (value, state) => (typeof value === 'string' ? quote(value) : writeUnusual(value, state)),
  ID: (value, state) => {
    if (typeof value === 'string') return quote(value);
    return Number.isSafeInteger(value) ? `"${value}"` : writeUnusual(value, state);
  },
  Int: (value, state) =>
    Number.isInteger(value) && (value as number) <= MAX_INT && (value as number) >= MIN_INT
      ? String(value)
      : writeUnusual(value, state),
  Float: (value, state) => (Number.isFinite(value) ? String(value) : writeUnusual(value, state)),
  Boolean: (value, state) => {
    if (value === true) return 'true';
    return value === false ? 'false' : writeUnusual(value, state);
  },
};

/** A value that clients do not see is kept from them without a word; the subgraph is right to have sent it. */
function compileEnum(type: GraphQLEnumType, hidden: ReadonlySet<string>): WriteValue {
  const texts = new Map(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return (value, state) =>
    texts.get(value as string) ?? (hidden.has(value as string) ? undefined : writeUnusual(value, state));
}

const writeCustom: WriteValue = (value, state) => {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      if (value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)) {
        return JSON.stringify(value);
      }
      return writeUnusual(value, state);
    default:
      return writeUnusual(value, state);
  }
};

/** Characters that JSON wants escaped, and lone surrogates, which `JSON.stringify` escapes too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

function quote(text: string): string {
  return NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
}
