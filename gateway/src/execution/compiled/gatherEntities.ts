import { type EntityIndex, type EntitySlot, findLevel } from './entityIndex.ts';
import { ABSENT, Loss } from './failure.ts';
import type { Representations } from './representation.ts';
import type { DataObject, Holder } from './walkPath.ts';

/** What is found out about one question while the answer so far is gone through. */
export interface Gathering {
  readonly contextVariables: string;
  readonly index: EntityIndex;
  readonly representations: string[];
  readonly slots: EntitySlot[];
  readonly waitsFor: Set<Promise<void>>;
}

export function createGathering(index: EntityIndex, contextVariables: string): Gathering {
  return { contextVariables, index, representations: [], slots: [], waitsFor: new Set() };
}

/** Takes note of one object that a question is about; `holder` and `step` say where it is held. */
export type GatherEntity = (
  target: DataObject,
  holder: Holder | null,
  step: string | number,
  into: Gathering,
) => void;

/** `setAll` sets whatever the question would bring for an object to one value, as far as it is not there already. */
export function createGatherer(o: {
  readonly representationOf: Representations;
  /** Whether two places of one entity may be shown the same objects. */
  readonly isShared: boolean;
  setAll(target: DataObject, value: unknown): void;
}): GatherEntity {
  const { representationOf, isShared, setAll } = o;

  const gather: GatherEntity = (target, holder, step, into) => {
    const { __typename: typename } = target;
    const representation = typeof typename === 'string' ? representationOf(typename) : null;
    if (representation === null) return;
    const { sources } = representation;
    const found = sources === null ? null : findLevel(into.index, typename as string, sources, target);
    const known = found?.level.get(found.value) as EntitySlot | undefined;
    if (known !== undefined) {
      addKnown(target, known, into, holder, step, (sources?.length ?? 0) + 1);
      return;
    }
    const text = representation.write(target);
    if (typeof text !== 'string') {
      // What a subgraph left out is met again where it is shown, or by the operation that shows what needs it.
      if (text.missing === 'absent') setAll(target, ABSENT);
      else if (text.missing !== 'left out') setAll(target, new Loss(text.missing));
      return;
    }
    const slot = into.index.byText.get(text);
    if (slot !== undefined) {
      addKnown(target, slot, into, null, step, 0);
      return;
    }
    const added: EntitySlot = { targets: [target], pending: null, merge: null };
    (target as Held)[IS_TARGET] = true;
    into.index.byText.set(text, added);
    found?.level.set(found.value, added);
    into.representations.push(text);
    into.slots.push(added);
  };

  /** `size`: how many keys an object has that holds nothing but what identifies it. */
  const addKnown = (
    target: DataObject,
    slot: EntitySlot,
    into: Gathering,
    holder: Holder | null,
    step: string | number,
    size: number,
  ) => {
    const { targets, merge, pending } = slot;
    if (merge === null && pending !== null) into.waitsFor.add(pending);
    if (target === targets[0]) return;
    // An object that only names the entity gives way to the one that stands for it already.
    if (isShared && holder !== null && !(target as Held)[IS_TARGET] && hasKeys(target, size)) {
      holder[step] = targets[0];
    } else if (merge !== null) merge(target);
    else {
      (target as Held)[IS_TARGET] = true;
      targets.push(target);
    }
  };
  return gather;
}

/** Set on objects that an answer under way will be merged into: they must stay where they are. */
const IS_TARGET = Symbol('is a target');
type Held = DataObject & { [IS_TARGET]?: boolean };

function hasKeys(object: DataObject, count: number): boolean {
  let keys = 0;
  for (const _ in object) keys += 1;
  return keys === count;
}
