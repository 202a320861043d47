import { type DocumentNode, Kind } from 'graphql';
import { linkedFeatures } from '../supergraph/linkedDirectives.ts';
import type { StandingRequirement } from './readRequirements.ts';
import type { Requirement } from './requirement.ts';

/**
 * What every field asks for that may show something of a person: that the look can be recorded. It is met by the state of the access
 * log, not by the caller.
 */
export const RECORDING: Requirement = { id: 'recording', isAuthenticated: false, scopes: [], policies: [] };

/** `Type.field` of the fields that show nothing of any person. */
export type PublicFields = ReadonlySet<string>;

/**
 * The fields that carry `@tag` with this name in a supergraph. A tag on a type counts for nothing: another subgraph may add a field to
 * that type. Source: `@tag`, https://specs.apollo.dev/tag/v0.3.
 */
export function readPublicFields(supergraph: DocumentNode, tag: string): PublicFields {
  const names = new Set(
    linkedFeatures(supergraph)
      .filter(({ url }) => url.startsWith('https://specs.apollo.dev/tag/'))
      .map((feature) => feature.directive('tag')),
  );
  const found = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const isTagged = directives.some(
        (directive) =>
          names.has(directive.name.value) &&
          directive.arguments?.some(({ value }) => value.kind === Kind.STRING && value.value === tag),
      );
      if (isTagged) found.add(`${definition.name.value}.${name.value}`);
    }
  }
  return found;
}

/**
 * Asks for recording wherever a field is not public. A public field asks for it all the same where it is made of fields that do
 * (`readRequirements`).
 */
export function recordingUnless(publicFields: PublicFields): StandingRequirement {
  return (type, field) => (field.startsWith('__') || publicFields.has(`${type}.${field}`) ? null : RECORDING);
}
