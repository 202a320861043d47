import { canonical } from './answerField.ts';
import type { OperationFacts } from './operationFacts.ts';
import type { Contestant } from './startContestant.ts';

/** Something that a contestant is known to answer wrongly. */
export interface KnownDifference {
  readonly name: string;
  readonly why: string;
  /** Not even to be tried. */
  readonly isFatal?: boolean;
  concerns(contestant: Contestant): boolean;
  mayShowIn(facts: OperationFacts): boolean;
}

const isApollo = ({ planner }: Contestant) => planner === 'apollo';
const isHive = ({ planner }: Contestant) => planner === 'hive';
const isReference = ({ executor }: Contestant) => executor === 'reference';

export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'alias of a key',
    why: 'A client alias that is the name of a key or of a required field is sent to subgraphs in its place.',
    concerns: isReference,
    mayShowIn: ({ aliases, model }) =>
      [...model.objects.values()].some(({ fields }) =>
        fields.some(({ name, keyPart, isRequired }) => (keyPart !== null || isRequired) && aliases.has(name)),
      ),
  },
  {
    name: 'arguments of a required field',
    why: 'A field that is required with some arguments and selected with others is fetched once, and one of the two is wrong.',
    concerns: isReference,
    mayShowIn: ({ selected }) => {
      const names = new Set(
        selected.flatMap(({ field }) => (field.isRequired && field.args.length > 0 ? [field.name] : [])),
      );
      return selected.some(({ field }) => field.requires.some(({ name }) => names.has(name)));
    },
  },
  {
    name: 'requirement of a requirement under a condition',
    why: 'Under @skip or @include, what a required field requires itself is asked of the subgraph that does not have it.',
    concerns: isReference,
    mayShowIn: ({ selected, hasConditions }) =>
      hasConditions &&
      selected.some(({ object, field }) =>
        field.requires.some(({ name }) =>
          object.fields.some((one) => one.name === name && one.requires.length > 0),
        ),
      ),
  },
  {
    name: 'conditions that exclude each other',
    why: 'An object of which no field can be shown, because conditions exclude each other, is not fetched and becomes null.',
    concerns: isReference,
    mayShowIn: ({ hasNestedConditions }) => hasNestedConditions,
  },
  {
    name: 'order in introspection',
    why: '__typename comes first in introspection, wherever it was asked for.',
    concerns: isReference,
    mayShowIn: ({ introspects }) => introspects,
  },
  {
    name: 'fragment in a fragment on an abstract type',
    why: 'Where the type was not asked for, fields in a fragment within a fragment on an abstract type are left out.',
    concerns: isReference,
    mayShowIn: ({ hasAbstractFragments }) => hasAbstractFragments,
  },
  {
    name: 'type of an interface object',
    why: 'A fetch of an interface object replaces the type of the entity by the name of the interface.',
    concerns: isReference,
    mayShowIn: ({ selected, model }) =>
      [...model.abstracts.values()].some(({ entity }) =>
        entity?.fields.some((field) => selected.some((one) => one.field === field)),
      ),
  },
  {
    name: 'fields of an interface object in fragments',
    why: 'Hive plans fields of an interface object for one of the types that fragments name, or not for the object that was asked about.',
    concerns: isHive,
    mayShowIn: ({ selected, model, hasTypeConditions }) =>
      hasTypeConditions &&
      [...model.abstracts.values()].some(({ entity }) =>
        entity?.fields.some((field) => selected.some((one) => one.field === field)),
      ),
  },
  {
    name: 'field that another path provides',
    why: 'Where several fields of a subgraph provide different fields of one type, Hive asks for what another of them provides.',
    concerns: isHive,
    mayShowIn: ({ selected }) =>
      selected.some(({ field }) => field.provides.length > 0) &&
      selected.some(({ field }) => field.isProvided),
  },
  {
    name: 'requirements that differ in arguments',
    why: "Apollo's planner fetches once what two fields require with different arguments, and one of the two gets the other's; Hive's renames one of them, and sometimes in the wrong place.",
    concerns: () => true,
    mayShowIn: ({ selected }) => {
      const given = new Map<string, string>();
      return selected.some(({ object, field }) =>
        field.requires.some(({ name, args }) => {
          const key = `${object.name}.${name}`;
          const known = given.get(key);
          given.set(key, canonical(args));
          return known !== undefined && known !== canonical(args);
        }),
      );
    },
  },
  {
    name: 'object of which nothing can be selected',
    why: "Apollo's planner leaves out an object when none of the fragments on it can apply in the subgraph, and it becomes null.",
    concerns: isApollo,
    mayShowIn: ({ hasFragmentsOnly }) => hasFragmentsOnly,
  },
  {
    name: 'field of an interface that is external in an entity',
    why: 'Hive asks a subgraph for a field of an interface although the subgraph lists it as external in some of the types.',
    concerns: isHive,
    mayShowIn: ({ selected, model }) =>
      [...model.abstracts.values()].some(
        ({ listsExternalsIn, members, fields }) =>
          listsExternalsIn.size > 0 &&
          selected.some(({ object, field }) => members.includes(object.name) && fields.includes(field.name)),
      ),
  },
  {
    name: 'interface object that requires something, in a fragment',
    why: "Apollo's planner asks for it of other types too, with a representation that has no key.",
    concerns: isApollo,
    mayShowIn: ({ selected, model, hasTypeConditions }) =>
      hasTypeConditions &&
      [...model.abstracts.values()].some(({ entity }) =>
        entity?.fields.some(
          (field) => field.requires.length > 0 && selected.some((one) => one.field === field),
        ),
      ),
  },
  {
    name: 'required object that an interface lists',
    why: 'Where a type is stricter than its interface, Apollo renames a required object, which then replaces what was selected of it.',
    concerns: isApollo,
    mayShowIn: ({ selected, model }) =>
      selected.some(({ field }) =>
        field.requires.some(
          ({ name, selection }) =>
            selection !== null &&
            [...model.abstracts.values()].some(({ signatures }) => signatures.has(name)),
        ),
      ),
  },
];
