import { Kind, parse, visit } from 'graphql';
import { fieldsOf } from './fieldsOf.ts';
import type { Lint } from './lint.ts';

/**
 * `@requires` never passes arguments: where a client selects the same field with other arguments, Apollo's planner
 * answers silently with the wrong one.
 */
export const requiresArguments: Lint = (subgraphs) =>
  subgraphs.flatMap(({ name, typeDefs }) =>
    fieldsOf(typeDefs).flatMap(({ type, field }) => {
      const requires = field.directives?.find((directive) => directive.name.value === 'requires');
      const fields = requires?.arguments?.find((argument) => argument.name.value === 'fields')?.value;
      if (fields?.kind !== Kind.STRING) return [];
      const withArguments: string[] = [];
      visit(parse(`{ ${fields.value} }`), {
        Field(node) {
          if ((node.arguments ?? []).length > 0) withArguments.push(node.name.value);
        },
      });
      return withArguments.map(
        (required) =>
          `${name}: ${type}.${field.name.value} requires ${required} with arguments; give it a field of its own`,
      );
    }),
  );
