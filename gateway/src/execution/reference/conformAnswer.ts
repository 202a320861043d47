import {
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { ownValue, setOwn } from '../ownProperty.ts';
import type { FieldShape, FieldsOf } from './fetchShape.ts';

/** Positions in an answer, in the answer's own terms. */
export type AnswerPath = readonly (string | number)[];

const MAX_REPORTS = 20;

const builtIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || typeof value === 'number',
  Int: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
};

/**
 * Compares an object of a subgraph's answer with what was asked for and with the supergraph's types. What does not fit
 * (an object for a list, an unknown enum value, a field left out) becomes null in place, so that it spoils nothing
 * beside it, and is reported. `isPartial`: the answer has errors, so nulls in odd places are explained already.
 */
export function conformAnswer(o: {
  readonly object: object;
  readonly fieldsOf: FieldsOf;
  readonly typename: string;
  readonly schema: GraphQLSchema;
  readonly isPartial: boolean;
  readonly path: AnswerPath;
}): AnswerPath[] {
  const { schema, isPartial } = o;
  const path = [...o.path];
  const reports: AnswerPath[] = [];
  const report = () => {
    if (reports.length < MAX_REPORTS) reports.push([...path]);
    return null;
  };

  const conformObject = (object: object, fieldsOf: FieldsOf, typename: string) => {
    for (const [key, field] of fieldsOf(typename)) {
      if (key === '__typename') continue;
      const value = ownValue(object, key);
      path.push(key);
      if (value !== undefined) {
        const conforming = conform(value, field.type, field);
        if (conforming !== value) setOwn(object, key, conforming);
      } else if (!field.isConditional) {
        if (!isPartial) report();
        setOwn(object, key, null);
      }
      path.pop();
    }
  };

  const conform = (value: unknown, type: GraphQLOutputType | null, field: FieldShape): unknown => {
    if (type === null) return value;
    if (isNonNullType(type)) {
      if (value === null && !isPartial) report();
      return conform(value, type.ofType, field);
    }
    if (value === null) return null;
    if (isListType(type)) {
      if (!Array.isArray(value)) return report();
      for (let index = 0; index < value.length; index += 1) {
        path.push(index);
        value[index] = conform(value[index], type.ofType, field);
        path.pop();
      }
      return value;
    }
    if (isLeafType(type)) {
      const fits = isEnumType(type)
        ? typeof value === 'string' && type.getValue(value) !== undefined
        : (ownCheck(type.name)?.(value) ?? true);
      return fits ? value : report();
    }
    if (typeof value !== 'object' || Array.isArray(value)) return report();
    const named = ownValue(value, '__typename');
    const typename = typeof named === 'string' ? named : isObjectType(type) ? type.name : null;
    if (typename === null || field.fieldsOf === null) return value;
    if (schema.getType(typename) === undefined) return report();
    conformObject(value, field.fieldsOf, typename);
    return value;
  };

  conformObject(o.object, o.fieldsOf, o.typename);
  return reports;
}

function ownCheck(scalar: string): ((value: unknown) => boolean) | undefined {
  return Object.hasOwn(builtIn, scalar) ? builtIn[scalar] : undefined;
}
