import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { CostDirectives } from './costDirectives.ts';

/** What values that clients send cost. Nothing does where the schema weighs nothing of its inputs. */
export interface InputCost {
  /** Whether values of a type can cost anything. */
  isWeighed(type: GraphQLInputType): boolean;
  /** `weight` stands in the place of the type's own: that of the argument or field that takes the value. */
  of(type: GraphQLInputType, value: unknown, weight: number | undefined): number;
}

export function createInputCost(schema: GraphQLSchema, { weights }: CostDirectives): InputCost {
  const weighed = weighedTypes(schema, weights);
  const of = (type: GraphQLInputType, value: unknown, weight: number | undefined): number => {
    if (isNonNullType(type)) return of(type.ofType, value, weight);
    if (isListType(type)) {
      // One value may stand for a list of it.
      const items = Array.isArray(value) ? value : [value];
      return items.reduce<number>((sum, item) => sum + of(type.ofType, item, weight), 0);
    }
    const own = weight ?? weights.get(type.name) ?? 0;
    if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return own;
    return Object.values(type.getFields()).reduce((sum, field) => {
      const item = (value as Readonly<Record<string, unknown>>)[field.name];
      if (item === undefined) return sum;
      return sum + of(field.type, item, weights.get(`${type.name}.${field.name}`));
    }, own);
  };
  return { isWeighed: (type) => weighed.has(getNamedType(type).name), of };
}

/** Names of the types that have a weight, or lead to one. */
function weighedTypes(schema: GraphQLSchema, weights: CostDirectives['weights']): ReadonlySet<string> {
  const inputs = Object.values(schema.getTypeMap()).filter((type) => isInputObjectType(type));
  const weighed = new Set(weights.keys().filter((coordinate) => !coordinate.includes('.')));
  for (let before = -1; before !== weighed.size; ) {
    before = weighed.size;
    for (const type of inputs) {
      const leads = Object.values(type.getFields()).some(
        (field) => weights.has(`${type.name}.${field.name}`) || weighed.has(getNamedType(field.type).name),
      );
      if (leads) weighed.add(type.name);
    }
  }
  return weighed;
}
