import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql';

/** How large a document is, as far as its text alone tells. Of several operations the largest counts. */
export interface DocumentSize {
  /** Levels of fields. */
  readonly depth: number;
  /** Fields of the operation itself, when fragments are written out. */
  readonly rootFields: number;
  /** Fields with an alias, when fragments are written out. */
  readonly aliases: number;
  /** Directives as they are written. */
  readonly directives: number;
  /** Fields that stand beside one of the same response name in one pair of braces. */
  readonly repeats: number;
  /** Whether a fragment contains itself; what is counted above goes round once then. */
  readonly isCircular: boolean;
  /** Whether a number is too large to be one (IEEE 754): what a subgraph would make of it is anybody's guess. */
  readonly hasEndlessNumber: boolean;
  /** Whether it asks what the schema is; `__typename` asks for data. */
  readonly introspects: boolean;
}

/**
 * Measures a document that nobody has validated yet, without writing fragments out: in time linear in its text.
 * Validation comes later because it is not: it compares each field with all others of the same response name.
 */
export function measureDocument(document: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  /** Null while a fragment is being measured. */
  const measured = new Map<string, Expanded | null>();
  let isCircular = false;

  const measure = (set: SelectionSetNode): Expanded => {
    const size = { depth: 0, fields: 0, aliases: 0 };
    const add = (other: Expanded) => {
      size.depth = Math.max(size.depth, other.depth);
      size.fields += other.fields;
      size.aliases += other.aliases;
    };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? measure(selection.selectionSet) : NOTHING;
        add({
          depth: 1 + below.depth,
          fields: 1,
          aliases: (selection.alias ? 1 : 0) + below.aliases,
        });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) add(measure(selection.selectionSet));
      else add(measureFragment(selection.name.value));
    }
    return size;
  };
  const measureFragment = (name: string): Expanded => {
    const fragment = fragments.get(name);
    if (fragment === undefined) return NOTHING;
    const known = measured.get(name);
    if (known === null) isCircular = true;
    if (known !== undefined) return known ?? NOTHING;
    measured.set(name, null);
    const size = measure(fragment.selectionSet);
    measured.set(name, size);
    return size;
  };

  let depth = 0;
  let rootFields = 0;
  let aliases = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const size = measure(definition.selectionSet);
      depth = Math.max(depth, size.depth);
      rootFields = Math.max(rootFields, size.fields);
      aliases = Math.max(aliases, size.aliases);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) measureFragment(definition.name.value);
  }
  return { depth, rootFields, aliases, isCircular, ...countWritten(document) };
}

/** What a selection set grows to; `fields` are those of its own level. */
interface Expanded {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

const NOTHING: Expanded = { depth: 0, fields: 0, aliases: 0 };

function countWritten(
  document: DocumentNode,
): Pick<DocumentSize, 'directives' | 'repeats' | 'hasEndlessNumber' | 'introspects'> {
  let directives = 0;
  let repeats = 0;
  let hasEndlessNumber = false;
  let introspects = false;
  const readNumber = ({ value }: { readonly value: string }) => {
    hasEndlessNumber ||= !Number.isFinite(Number(value));
  };
  visit(document, {
    Directive() {
      directives += 1;
    },
    IntValue: readNumber,
    FloatValue: readNumber,
    Field({ name }) {
      introspects ||= name.value === '__schema' || name.value === '__type';
    },
    SelectionSet({ selections }) {
      const names = new Set<string>();
      for (const selection of selections) {
        if (selection.kind !== Kind.FIELD) continue;
        const name = (selection.alias ?? selection.name).value;
        if (names.has(name)) repeats += 1;
        names.add(name);
      }
    },
  });
  return { directives, repeats, hasEndlessNumber, introspects };
}
