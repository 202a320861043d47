import { Kind, type ValueNode, valueFromASTUntyped, visit } from 'graphql';

/** Reads values as an operation and its variables give them, and remembers which variables mattered. */
export interface ValueReader {
  /** Undefined, or null, where a variable has no value. */
  read(value: ValueNode): unknown;
  /** Names of the variables in all values that were read. */
  readonly variables: ReadonlySet<string>;
}

export function createValueReader(values: Readonly<Record<string, unknown>>): ValueReader {
  const variables = new Set<string>();
  return {
    read(value) {
      visit(value, {
        Variable({ name }) {
          variables.add(name.value);
        },
      });
      return value.kind === Kind.VARIABLE ? values[value.name.value] : valueFromASTUntyped(value, values);
    },
    variables,
  };
}
