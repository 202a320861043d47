import { type DocumentNode, type FragmentDefinitionNode, Kind, visit } from 'graphql';

/** What is to be known of an operation before its variables are. */
export interface OperationFacts {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Names of the variables that `@skip`, `@include` and `@defer` of the document look at, sorted. */
  readonly conditions: readonly string[];
  /** Whether `@defer` occurs. */
  readonly defers: boolean;
  readonly hasIntrospection: boolean;
}

/** Reads a document once; Apollo Server hands out the same document for the same text. */
export function createOperationFacts(): (document: DocumentNode) => OperationFacts {
  const byDocument = new WeakMap<DocumentNode, OperationFacts>();
  return (document) => {
    const known = byDocument.get(document);
    if (known !== undefined) return known;
    const facts = readFacts(document);
    byDocument.set(document, facts);
    return facts;
  };
}

function readFacts(document: DocumentNode): OperationFacts {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const conditions = new Set<string>();
  let defers = false;
  let hasIntrospection = false;
  visit(document, {
    FragmentDefinition(node) {
      fragments.set(node.name.value, node);
    },
    Field(node) {
      hasIntrospection ||= node.name.value === '__schema' || node.name.value === '__type';
    },
    Directive(node) {
      const name = node.name.value;
      if (name !== 'skip' && name !== 'include' && name !== 'defer') return;
      defers ||= name === 'defer';
      for (const { value } of node.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
      }
    },
  });
  return { fragments, conditions: [...conditions].sort(), defers, hasIntrospection };
}
