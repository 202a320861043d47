import type { FieldNode, GraphQLField } from 'graphql';
import { requestError } from '../../errors/requestError.ts';
import type { ListSize } from './costDirectives.ts';
import type { ValueReader } from './valueReader.ts';

/**
 * How many items a field may bring by its `@listSize`: the largest number that its slicing arguments say, or else what is
 * assumed.
 * @throws {GraphQLError} GRAPHQL_VALIDATION_FAILED when exactly one slicing argument is required and not given.
 */
export function listLength(o: {
  readonly listSize: ListSize;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly values: ValueReader;
  /** For a list of which nothing is said. */
  readonly defaultSize: number;
}): number {
  const { listSize, field, node, values, defaultSize } = o;
  const { slicingArguments, requiresOneSlicingArgument, assumedSize } = listSize;
  const given = slicingArguments
    .map((path) => sliceOf(path.split('.'), field, node, values))
    .filter((value) => value !== undefined && value !== null);
  if (slicingArguments.length > 0 && requiresOneSlicingArgument && given.length !== 1) {
    throw requestError(
      'GRAPHQL_VALIDATION_FAILED',
      'A list of the operation needs exactly one argument that says how many items are wanted.',
    );
  }
  // What is no number is refused later, where arguments are checked.
  const lengths = given.filter((value) => typeof value === 'number').map((value) => Math.max(0, value));
  return lengths.length > 0 ? Math.max(...lengths) : (assumedSize ?? defaultSize);
}

/** The value of an argument, or of a field inside it; the argument's default where it is not given. */
function sliceOf(
  [name, ...path]: readonly string[],
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  values: ValueReader,
): unknown {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  let slice =
    (value && values.read(value)) ?? field.args.find((argument) => argument.name === name)?.defaultValue;
  for (const part of path) slice = (slice as Readonly<Record<string, unknown>> | null | undefined)?.[part];
  return slice;
}
