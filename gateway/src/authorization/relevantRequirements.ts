import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Requirements } from './readRequirements.ts';
import type { Requirement } from './requirement.ts';

/** Everything that may decide what callers see of a document: two callers who meet the same of it see the same. */
export type RelevantRequirements = (document: DocumentNode) => readonly Requirement[];

/** Reads a document once, without its variables; it must be valid for the schema. */
export function createRelevantRequirements(
  schema: GraphQLSchema,
  requirements: Requirements,
): RelevantRequirements {
  const byDocument = new WeakMap<DocumentNode, readonly Requirement[]>();
  return (document) => {
    if (requirements.isEmpty) return NONE;
    const known = byDocument.get(document);
    if (known !== undefined) return known;
    const found = [...read(schema, requirements, document)];
    byDocument.set(document, found);
    return found;
  };
}

const NONE: readonly Requirement[] = [];

function read(schema: GraphQLSchema, requirements: Requirements, document: DocumentNode): Set<Requirement> {
  const found = new Set<Requirement>();
  const add = (more: readonly Requirement[]) => {
    for (const requirement of more) found.add(requirement);
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (!parent) return;
        add(requirements.ofType(parent.name));
        add(requirements.ofField(parent.name, name.value));
        const type = getNamedType(types.getType());
        if (!isCompositeType(type)) return;
        // A fragment may be on a narrower type than the one that is declared, and so may an object be.
        const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
        for (const one of possible) add(requirements.ofType(one.name));
      },
      InlineFragment({ typeCondition }) {
        if (typeCondition) add(requirements.ofType(typeCondition.name.value));
      },
    }),
  );
  return found;
}
