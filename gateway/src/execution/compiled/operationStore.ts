import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { createFieldAccess, FULL_ACCESS } from '../../authorization/fieldAccess.ts';
import type { Requirements } from '../../authorization/readRequirements.ts';
import { RECORDING } from '../../authorization/recording.ts';
import { createRelevantRequirements } from '../../authorization/relevantRequirements.ts';
import type { Requirement } from '../../authorization/requirement.ts';
import type { SupergraphFacts } from '../../planning/canonicalOperation.ts';
import type { ChosenOperation } from '../../planning/chosenOperation.ts';
import { createOperationCache } from '../../planning/operationCache.ts';
import { createOperationFacts, type OperationFacts } from '../../planning/operationFacts.ts';
import type { Planner } from '../../planning/planner.ts';
import type { HiddenElements } from '../../supergraph/supergraphFacts.ts';
import type { KnownOperation } from '../generation.ts';
import { type CompiledOperation, compileOperation } from './compileOperation.ts';
import { createIntrospection } from './introspection.ts';
import type { PlanEnvironment } from './step.ts';

/** An operation to run, with coerced variables. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly source: string;
  readonly queryHash: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether the client reads an answer in parts. */
  readonly acceptsParts: boolean;
  readonly overrideLabels: readonly string[];
  /** Whether the caller meets a requirement. */
  isMet(requirement: Requirement): boolean;
}

export interface FoundOperation {
  readonly compiled: CompiledOperation;
  readonly chosen: ChosenOperation;
  /** The same for operations that are compiled alike. */
  readonly key: string;
}

/** The compiled operations of one generation. */
export interface OperationStore {
  /**
   * Finds an operation, or compiles it.
   * @throws {GraphQLError} QUERY_TOO_COMPLEX or PLANNING_FAILED.
   */
  find(asked: AskedOperation): Promise<FoundOperation>;
  /** Names of the variables that decide what is asked. */
  conditionsOf(document: DocumentNode): readonly string[];
  /** The operations used last, latest first, at most so many. */
  recent(count: number): readonly KnownOperation[];
  /** Compiles operations of another generation as far as they fit this one; gives up after `timeoutMs`. */
  warm(known: readonly KnownOperation[], timeoutMs: number): Promise<void>;
}

type Stored = CompiledOperation & { readonly known: KnownOperation };

export function createOperationStore(o: {
  readonly schema: GraphQLSchema;
  readonly facts: SupergraphFacts;
  readonly hidden: HiddenElements;
  readonly requirements: Requirements;
  readonly planner: Planner;
  readonly environment: PlanEnvironment;
}): OperationStore {
  const cache = createOperationCache<Stored>();
  const factsOf = createOperationFacts();
  const relevantTo = createRelevantRequirements(o.schema, o.requirements);

  const find = async (asked: AskedOperation): Promise<FoundOperation> => {
    const facts = factsOf(asked.document);
    const { operation, variables, queryHash, overrideLabels } = asked;
    const defers = facts.defers && asked.acceptsParts;
    const chosen = { operation, fragments: facts.fragments, variables, defers };
    const relevant = relevantTo(asked.document);
    const met = relevant.filter(asked.isMet);
    const key = keyOf(asked, facts, defers) + accessKey(relevant, met);
    const compile = async (): Promise<Stored> => {
      const introspect = createIntrospection(o.schema, chosen);
      // By what the key says and nothing else: whoever has the same key is answered by the same plan.
      const access =
        met.length === relevant.length
          ? FULL_ACCESS
          : createFieldAccess({ ...o, chosen, isMet: (requirement) => met.includes(requirement) });
      const compiled = await compileOperation({
        ...o,
        chosen,
        queryHash,
        overrideLabels,
        access,
        isRecorded: (coordinate) => {
          const [type = '', field = ''] = coordinate.split('.');
          return o.requirements.ofField(type, field).includes(RECORDING);
        },
        canRecord: !relevant.includes(RECORDING) || met.includes(RECORDING),
        introspect,
      });
      return { ...compiled, known: toKnown(asked, facts, defers, met) };
    };
    return { compiled: cache.get(key) ?? (await cache.make(key, compile)), chosen, key };
  };

  return {
    find,
    conditionsOf: (document) => factsOf(document).conditions,
    recent: (count) => cache.recent(count).map(({ known }) => known),
    async warm(known, timeoutMs) {
      const until = performance.now() + timeoutMs;
      for (const operation of known) {
        if (performance.now() > until) return;
        const asked = toAsked(operation, o.schema);
        // What does not fit or cannot be planned any more is answered with its error when somebody asks.
        if (asked !== null) await find(asked).catch(() => undefined);
      }
    },
  };
}

/** What a plan depends on, and nothing else. */
function keyOf(asked: AskedOperation, facts: OperationFacts, defers: boolean): string {
  const { queryHash, operationName, variables, overrideLabels } = asked;
  let key = `${queryHash} ${operationName ?? ''}`;
  for (const name of facts.conditions) key += ` ${JSON.stringify(variables[name] ?? null)}`;
  if (defers) key += ' deferred';
  // Introspection is written when it is compiled, with the variables of that request.
  if (facts.hasIntrospection) key += ` ${JSON.stringify(variables)}`;
  return overrideLabels.length === 0 ? key : `${key} ${JSON.stringify(overrideLabels)}`;
}

/** Which of the requirements are met; empty where none is relevant. */
function accessKey(relevant: readonly Requirement[], met: readonly Requirement[]): string {
  if (relevant.length === 0) return '';
  return ` ${relevant.map((requirement) => (met.includes(requirement) ? '1' : '0')).join('')}`;
}

function toKnown(
  asked: AskedOperation,
  facts: OperationFacts,
  defers: boolean,
  met: readonly Requirement[],
): KnownOperation {
  const { source, queryHash, operationName, variables, overrideLabels } = asked;
  const names = facts.hasIntrospection ? Object.keys(variables) : facts.conditions;
  const conditions = Object.fromEntries(names.map((name) => [name, variables[name]]));
  const requirements = new Set(met.map(({ id }) => id));
  return { source, queryHash, operationName, conditions, defers, overrideLabels, requirements };
}

/** Null when the operation is not valid for the schema. */
function toAsked(known: KnownOperation, schema: GraphQLSchema): AskedOperation | null {
  const document = parse(known.source, { noLocation: true });
  const operation = getOperationAST(document, known.operationName);
  if (operation === null || operation === undefined || validate(schema, document).length > 0) return null;
  const isMet = ({ id }: Requirement) => known.requirements.has(id);
  return { ...known, document, operation, variables: known.conditions, acceptsParts: known.defers, isMet };
}
