import { type ASTNode, Kind, type StringValueNode, visit } from 'graphql';
import type { Lint } from './lint.ts';

const DESCRIBED = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]);
/** Root types and stubs of other subgraphs' types repeat what their owner says. */
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Every type, field, argument, input and enum value says in English and in Chinese what it is.
 * Exempt are the root types' own lines, `@external` fields, and types that only stub another subgraph's.
 */
export const bilingualDescriptions: Lint = (subgraphs) =>
  subgraphs.flatMap(({ name, typeDefs }) => {
    const missing: string[] = [];
    const path: string[] = [];
    visit(typeDefs, {
      enter(node) {
        if (node.kind === Kind.DIRECTIVE_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) return false;
        if (!('name' in node) || node.name?.kind !== Kind.NAME) return undefined;
        path.push(node.name.value);
        if (isExternal(node)) {
          path.pop();
          return false;
        }
        if (DESCRIBED.has(node.kind) && !ROOTS.has(node.name.value) && !isStub(node) && !isBilingual(node)) {
          missing.push(
            `${name}: ${path.join('.')} needs a description in English and Chinese, like "When it was issued. 出具时间"`,
          );
        }
        return undefined;
      },
      leave(node) {
        if ('name' in node && node.name?.kind === Kind.NAME && path.at(-1) === node.name.value) path.pop();
      },
    });
    return [...new Set(missing)];
  });

function isBilingual(node: ASTNode): boolean {
  const { description } = node as { description?: StringValueNode };
  return /[A-Za-z]{2}/.test(description?.value ?? '') && /\p{Script=Han}/u.test(description?.value ?? '');
}

function isExternal(node: ASTNode): boolean {
  return (
    node.kind === Kind.FIELD_DEFINITION && (node.directives ?? []).some((d) => d.name.value === 'external')
  );
}

function isStub(node: ASTNode): boolean {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION &&
    (node.directives ?? []).some(
      (directive) =>
        directive.name.value === 'key' &&
        directive.arguments?.some(
          ({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
        ),
    )
  );
}
