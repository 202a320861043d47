import { Kind, print, type SelectionSetNode, stripIgnoredCharacters, visit } from 'graphql';
import type { EntityQuestion } from './queryPlan.ts';

/** The operation of an entity fetch, and under which names its parts come back and go out. */
export interface EntityOperation {
  readonly text: string;
  /** By question: the response name of its `_entities`, and the name of the variable with its representations. */
  readonly names: readonly { readonly alias: string; readonly representations: string }[];
  /** Names of the client's variables. */
  readonly variables: readonly string[];
}

/** Writes the operation that asks all these questions at once. */
export function entityOperation(questions: readonly EntityQuestion[]): EntityOperation {
  const variables = new Map<string, string>();
  for (const { selectionSet, variables: declared } of questions) {
    const used = variablesOf(selectionSet);
    for (const definition of declared) {
      const name = definition.variable.name.value;
      if (used.has(name)) variables.set(name, print(definition));
    }
  }
  let representations = 'representations';
  // A client's variable may have any name.
  while ([...variables.keys()].some((name) => name.startsWith(representations)))
    representations = `_${representations}`;
  const names = questions.map((_, index) =>
    questions.length === 1
      ? { alias: '_entities', representations }
      : { alias: `_e${index}`, representations: `${representations}_${index}` },
  );
  const declarations = [...names.map((name) => `$${name.representations}:[_Any!]!`), ...variables.values()];
  const selections = questions.map(({ selectionSet }, index) => {
    const { alias = '', representations: variable = '' } = names[index] ?? {};
    const prefix = alias === '_entities' ? '' : `${alias}:`;
    return `${prefix}_entities(representations:$${variable})${print(selectionSet)}`;
  });
  const text = `query(${declarations.join(' ')}){${selections.join(' ')}}`;
  const fromContext = new Set(
    questions.flatMap(({ contextRewrites }) => contextRewrites.map(({ renameTo }) => renameTo)),
  );
  const own = [...variables.keys()].filter((name) => !fromContext.has(name));
  return { text: stripIgnoredCharacters(text), names, variables: own };
}

/** Names of the variables that a selection set uses. */
export function variablesOf(selectionSet: SelectionSetNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(selectionSet, {
    [Kind.VARIABLE]({ name }) {
      used.add(name.value);
    },
  });
  return used;
}
