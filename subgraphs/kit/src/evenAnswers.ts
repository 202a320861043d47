import { setTimeout as sleep } from 'node:timers/promises';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { DocumentNode, SelectionSetNode } from 'graphql';

/** Longer than a case takes to be found and hidden, or not found, on a machine that is not overloaded. */
const FIRST_TICK_MS = 25;

/**
 * Keeps the time of an answer from telling whether there is a case that the caller may not see: an answer that could tell
 * leaves 25, 50, 100, 200 … ms after the question came, whichever is next. A case that is found and then hidden costs a
 * millisecond more than one that does not exist; on the same tick nobody can see it. Each tick being twice the one before,
 * a slow agency tells little more than a fast one (predictive mitigation: Askarov, Zhang, Myers, CCS 2010).
 *
 * Not held back are the details of cases that the caller has been shown: they tell of nothing else.
 */
export function evenAnswers<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const started = performance.now();
      return {
        async willSendResponse({ document, response }) {
          const data = response.body.kind === 'single' ? (response.body.singleResult.data ?? null) : null;
          if (document === undefined || !couldTell(document, data)) return;
          // Timers fire on whole milliseconds: without the fraction, where on that grid would tell of the work before.
          await sleepUntil(nextTick(started, performance.now()) + Math.random());
        },
      };
    },
  };
}

/** The first tick after `now` of a question that came at `started`; all in milliseconds. */
export function nextTick(started: number, now: number): number {
  let tick = FIRST_TICK_MS;
  while (started + tick <= now) tick *= 2;
  return started + tick;
}

/** Whether an answer's time depends on cases that are not in it. */
function couldTell(document: DocumentNode, data: Readonly<Record<string, unknown>> | null): boolean {
  const entities = data?._entities;
  if (!Array.isArray(entities) || entities.some((entity) => entity === null)) return true;
  return document.definitions.some(
    (definition) => 'selectionSet' in definition && asksForHidden(definition.selectionSet),
  );
}

/** `visibleRef` is asked of cases that others point to; a person's list leaves out what is hidden. */
function asksForHidden({ selections }: SelectionSetNode): boolean {
  return selections.some((selection) => {
    if (selection.kind === 'FragmentSpread') return false;
    if (selection.kind === 'Field' && selection.name.value === 'visibleRef') return true;
    if (selection.kind === 'InlineFragment' && selection.typeCondition?.name.value === 'Person') return true;
    return selection.selectionSet !== undefined && asksForHidden(selection.selectionSet);
  });
}

async function sleepUntil(target: number): Promise<void> {
  // A timer counts whole milliseconds and can fire within one before its time.
  for (let left = target - performance.now(); left > 0; left = target - performance.now()) {
    await sleep(Math.ceil(left));
  }
}
