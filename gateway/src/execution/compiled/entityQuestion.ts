import { questionKey } from '../../planning/mergeFetches.ts';
import type { EntityQuestion } from '../../planning/queryPlan.ts';
import type { RawSubgraphError } from '../../transport/subgraphAnswer.ts';
import type { SubgraphFault } from '../../transport/subgraphFault.ts';
import type { ClientError } from '../clientError.ts';
import { compileContextVariables, walkWithParents } from './contextVariables.ts';
import { createEntityIndex, type EntitySlot } from './entityIndex.ts';
import { ABSENT, type DataPath } from './failure.ts';
import { createGatherer, createGathering, type Gathering } from './gatherEntities.ts';
import { mergeData } from './mergeData.ts';
import { placeErrors } from './placeErrors.ts';
import { addFailure, recordFault } from './recordFailure.ts';
import { compileRepresentations, type IsKey } from './representation.ts';
import { applyRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import { compileSelectedKeys } from './selectedKeys.ts';
import type { TypeConditions } from './typeConditions.ts';
import { compilePath, type DataObject, findPlaces, type VisitObject } from './walkPath.ts';

/** What a subgraph answered to one question of a fetch. */
export type QuestionAnswer =
  | {
      readonly kind: 'answer';
      /** Should be a list as long as that of the representations; null where the whole answer has no data. */
      readonly entities: unknown;
      /** With paths that begin with the response name of the question, or without a path. */
      readonly errors: readonly RawSubgraphError[];
    }
  | SubgraphFault;

/** One question in one run. */
export interface QuestionInstance {
  /** Variables that stand for context arguments, as members of a JSON object. */
  readonly contextVariables: string;
  /** JSON of the entities to ask for: those that nobody has asked for with this question in this run. */
  readonly representations: readonly string[];
  /** Fetches under way that bring some of the entities. */
  readonly waitsFor: Promise<void>[];
  sent(pending: Promise<void>): void;
  /** Merges the answer into the objects that the entities belong to. */
  accept(answer: QuestionAnswer): void;
}

export interface CompiledQuestion {
  /**
   * Goes through the answer so far and finds out which entities there are to ask for: one instance, or one for each
   * combination of context arguments.
   */
  prepare(run: Run): readonly QuestionInstance[];
}

export interface QuestionOptions {
  readonly subgraph: string;
  readonly types: TypeConditions;
  /**
   * Whether two places of one entity may be shown the same objects. In plans with context arguments they may not: what is
   * asked inside of them depends on the place.
   */
  readonly isShared: boolean;
  readonly isKey: IsKey;
}

export function compileQuestion(
  question: EntityQuestion,
  { subgraph, types, isShared, isKey }: QuestionOptions,
): CompiledQuestion {
  const { paths, requires, inputRewrites, outputRewrites } = question;
  const identity = `${subgraph} ${questionKey(question)}`;
  const walks = paths.map((path) => compilePath(path, types));
  const contextVariables = compileContextVariables(question.contextRewrites, types);
  const representationOf = compileRepresentations(requires, inputRewrites, types, isKey);
  const keysOf = compileSelectedKeys(question.selectionSet, outputRewrites, types);
  const keysOfObject = (object: DataObject) => keysOf(String(object.__typename));
  const placesOf = (run: Run, target: DataObject) =>
    paths.flatMap((path) => findPlaces(run.root, path, target));

  const setAll = (target: DataObject, value: unknown) => {
    const { __typename: typename } = target;
    for (const key of keysOfObject(target)) {
      // An interface object whose type nobody can tell is not there, or lost, as a whole.
      if (key !== '__typename' ? target[key] === undefined : types.isAbstract(String(typename)))
        target[key] = value;
    }
  };
  const gather = createGatherer({ representationOf, isShared, setAll });
  const mergeEntity = (target: DataObject, entity: DataObject) => {
    if (outputRewrites.length > 0) applyRewrites(outputRewrites, entity, types, String(target.__typename));
    mergeData(target, entity, keysOfObject(target), types);
  };

  const toInstance = (run: Run, gathering: Gathering): QuestionInstance => ({
    contextVariables: gathering.contextVariables,
    representations: gathering.representations,
    waitsFor: [...gathering.waitsFor],
    sent(pending) {
      for (const slot of gathering.slots) slot.pending = pending;
    },
    accept: (answer) => accept(run, gathering.slots, answer),
  });

  return {
    prepare(run) {
      const indexOf = (variables: string) => {
        const key = `${identity} ${variables}`;
        const index = run.entities.get(key) ?? createEntityIndex();
        run.entities.set(key, index);
        return index;
      };
      if (question.contextRewrites.length === 0) {
        const gathering = createGathering(indexOf(''), '');
        const visit: VisitObject = (target, holder, step) => gather(target, holder, step, gathering);
        for (const walk of walks) walk(run.root, visit);
        return [toInstance(run, gathering)];
      }
      const gatherings = new Map<string, Gathering>();
      for (const path of paths) {
        walkWithParents(run.root, path, types, (target, parents) => {
          const variables = contextVariables(target, parents);
          const gathering = gatherings.get(variables) ?? createGathering(indexOf(variables), variables);
          gatherings.set(variables, gathering);
          gather(target, null, '', gathering);
        });
      }
      return [...gatherings.values()].map((gathering) => toInstance(run, gathering));
    },
  };

  function accept(run: Run, slots: readonly EntitySlot[], answer: QuestionAnswer): void {
    if (answer.kind === 'fault') {
      acceptFault(run, slots, answer);
      return;
    }
    const { entities, errors } = answer;
    const general = errors.filter(({ path }) => typeof path[1] !== 'number');
    if (entities === null && general.length > 0) {
      loseAll(run, slots, errors);
      return;
    }
    if (!Array.isArray(entities) || entities.length !== slots.length) {
      acceptFault(run, slots, { kind: 'fault', code: 'AGENCY_BAD_RESPONSE', retryAfterSeconds: null });
      return;
    }
    const byIndex = errorsByIndex(errors);
    for (const [index, slot] of slots.entries()) {
      acceptEntity(run, slot, entities[index], byIndex.get(index) ?? []);
    }
    if (general.length > 0) {
      const [{ targets } = { targets: [] }] = slots;
      placeErrors(run, { subgraph, errors: general, targets, keys: [], isLost: false, places: () => [] });
    }
  }

  function acceptEntity(
    run: Run,
    slot: EntitySlot,
    entity: unknown,
    errors: readonly RawSubgraphError[],
  ): void {
    const isObject = typeof entity === 'object' && entity !== null && !Array.isArray(entity);
    if (!isObject && entity !== null) {
      const fault: SubgraphFault = { kind: 'fault', code: 'AGENCY_SCHEMA_DRIFT', retryAfterSeconds: null };
      acceptFault(run, [slot], fault);
      return;
    }
    settle(slot, (target) => {
      if (isObject)
        mergeEntity(target, isShared ? (entity as DataObject) : structuredClone(entity as DataObject));
      else if (errors.length === 0) setAll(target, ABSENT);
    });
    const [first] = slot.targets;
    if (errors.length === 0 || first === undefined) return;
    placeErrors(run, {
      subgraph,
      errors,
      targets: slot.targets,
      keys: keysOfObject(first),
      isLost: !isObject,
      places: () => slot.targets.flatMap((target) => placesOf(run, target)),
    });
    // A further place of this entity is shown what the first one is, failures included.
    slot.merge = (target) => {
      for (const key of keysOfObject(first)) target[key] ??= first[key];
    };
  }

  function acceptFault(run: Run, slots: readonly EntitySlot[], fault: SubgraphFault): void {
    const error = recordFault(run, subgraph, fault);
    // Where another subgraph gives an object too, what this one was to add to it is missing with a reason.
    run.excused.add(subgraph);
    for (const slot of slots) fail(run, slot, error);
  }

  /** No data at all, and the subgraph says why. */
  function loseAll(run: Run, slots: readonly EntitySlot[], errors: readonly RawSubgraphError[]): void {
    for (const slot of slots) {
      const [first] = slot.targets;
      settle(slot, () => undefined);
      if (first === undefined) continue;
      placeErrors(run, {
        subgraph,
        errors: errors.map((error) => ({ ...error, path: [] })),
        targets: slot.targets,
        keys: keysOfObject(first),
        isLost: true,
        places: () => slot.targets.flatMap((target) => placesOf(run, target)),
      });
    }
  }

  function fail(run: Run, slot: EntitySlot, error: ClientError): void {
    const places = (): readonly DataPath[] => slot.targets.flatMap((target) => placesOf(run, target));
    const failure = addFailure(run, { subgraph, error, isOfObject: true, places });
    settle(slot, (target) => setAll(target, failure));
  }
}

function settle(slot: EntitySlot, merge: (target: DataObject) => void): void {
  slot.merge = merge;
  slot.pending = null;
  for (const target of slot.targets) merge(target);
}

/** Errors by the entity that they are about, with the rest of their paths. */
function errorsByIndex(errors: readonly RawSubgraphError[]): ReadonlyMap<number, RawSubgraphError[]> {
  const byIndex = new Map<number, RawSubgraphError[]>();
  for (const error of errors) {
    const [, index, ...rest] = error.path;
    if (typeof index !== 'number') continue;
    const list = byIndex.get(index) ?? [];
    byIndex.set(index, list);
    list.push({ ...error, path: rest });
  }
  return byIndex;
}
