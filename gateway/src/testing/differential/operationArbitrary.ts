import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { generateOperation, type Interest } from './generateOperation.ts';
import type { Operation } from './operation.ts';
import { createRandom } from './random.ts';
import { shrinkOperation } from './shrinkOperation.ts';

/** Operations for fast-check, which are shrunk as documents: selections, fragments, arguments and directives go. */
export function operationArbitrary(schema: GraphQLSchema, interest: Interest): fc.Arbitrary<Operation> {
  return new OperationArbitrary(schema, interest);
}

class OperationArbitrary extends fc.Arbitrary<Operation> {
  readonly #schema: GraphQLSchema;
  readonly #interest: Interest;

  constructor(schema: GraphQLSchema, interest: Interest) {
    super();
    this.#schema = schema;
    this.#interest = interest;
  }

  generate(source: fc.Random): fc.Value<Operation> {
    const random = createRandom((below) => source.nextInt(0, below - 1));
    return new fc.Value(generateOperation(this.#schema, random, this.#interest), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Operation {
    return typeof value === 'object' && value !== null && 'text' in value;
  }

  shrink(value: Operation): fc.Stream<fc.Value<Operation>> {
    return new fc.Stream(shrinkOperation(this.#schema, value)).map(
      (smaller) => new fc.Value(smaller, undefined),
    );
  }
}
