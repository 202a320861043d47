import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ValueNode,
} from 'graphql';
import { linkedFeatures } from '../../supergraph/linkedDirectives.ts';

/** How long a list may be, as `@listSize` says it. */
export interface ListSize {
  readonly assumedSize: number | null;
  /** Arguments that say how many are wanted; a dot leads into an input object. The largest counts. */
  readonly slicingArguments: readonly string[];
  /** Fields of the returned object that are the list in question; empty: the field itself is. */
  readonly sizedFields: readonly string[];
  readonly requiresOneSlicingArgument: boolean;
}

/**
 * What a supergraph says of costs. Sources: https://specs.apollo.dev/cost/v0.1 and
 * https://ibm.github.io/graphql-specs/cost-spec.html, whose weights are text.
 */
export interface CostDirectives {
  /** Weights by coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
  readonly weights: ReadonlyMap<string, number>;
  /** By coordinate of the field. */
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

export function readCostDirectives(supergraph: DocumentNode): CostDirectives {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const feature = linkedFeatures(supergraph).find(({ url }) =>
    /^https:\/\/specs\.apollo\.dev\/cost\/v/.test(url),
  );
  if (feature === undefined) return { weights, listSizes };
  const cost = feature.directive('cost');
  const listSize = feature.directive('listSize');

  const weigh = (coordinate: string, directives: readonly DirectiveNode[] | undefined) => {
    const weight = Number(scalarOf(argument(find(directives, cost), 'weight')) ?? Number.NaN);
    if (Number.isFinite(weight)) weights.set(coordinate, weight);
  };
  const readField = (type: string, field: FieldDefinitionNode | InputValueDefinitionNode) => {
    const coordinate = `${type}.${field.name.value}`;
    weigh(coordinate, field.directives);
    if (field.kind !== Kind.FIELD_DEFINITION) return;
    for (const input of field.arguments ?? []) {
      weigh(`${coordinate}(${input.name.value}:)`, input.directives);
    }
    const directive = find(field.directives, listSize);
    if (directive !== undefined) listSizes.set(coordinate, toListSize(directive));
  };
  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || definition.name === undefined) continue;
    const type = definition.name.value;
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) weigh(type, definition.directives);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) readField(type, field);
  }
  return { weights, listSizes };
}

function toListSize(directive: DirectiveNode): ListSize {
  const assumedSize = Number(scalarOf(argument(directive, 'assumedSize')) ?? Number.NaN);
  return {
    assumedSize: Number.isFinite(assumedSize) ? assumedSize : null,
    slicingArguments: textsOf(argument(directive, 'slicingArguments')),
    sizedFields: textsOf(argument(directive, 'sizedFields')),
    requiresOneSlicingArgument: scalarOf(argument(directive, 'requireOneSlicingArgument')) !== false,
  };
}

function find(directives: readonly DirectiveNode[] | undefined, name: string) {
  return directives?.find((directive) => directive.name.value === name);
}

function argument(directive: DirectiveNode | undefined, name: string): ValueNode | undefined {
  return directive?.arguments?.find((candidate) => candidate.name.value === name)?.value;
}

function scalarOf(value: ValueNode | undefined): string | boolean | null {
  if (value === undefined || !('value' in value)) return null;
  return value.value;
}

function textsOf(value: ValueNode | undefined): string[] {
  const values = value?.kind === Kind.LIST ? value.values : value === undefined ? [] : [value];
  return values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}
