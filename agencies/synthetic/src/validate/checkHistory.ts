import { consultationSteps, type LifecycleStep, lifecycles, neighbourEvents } from '../lifecycles.ts';
import type { SyntheticEvent } from '../syntheticCaseBase.ts';
import type { SyntheticCase } from '../syntheticWorld.ts';
import { WORLD_TODAY } from '../worldCalendar.ts';

const stepsOf = new Map(Object.entries(lifecycles).map(([service, { steps }]) => [service, keysOf(steps)]));
const consultation = keysOf(consultationSteps);

/** What is wrong with a case's history: steps no lifecycle has, times out of order or in the future, a status of its own. */
export function checkHistory(one: SyntheticCase): string[] {
  const problems: string[] = [];
  const { recordings, closing } = lifecycles[one.service];
  const told = one.events.filter(({ service }) => service === 'CONSULTATION');
  const own = one.events.filter(({ service }) => service !== 'CONSULTATION');

  for (const [events, steps] of [
    [told, consultation],
    [own, stepsOf.get(one.service)],
  ] as const) {
    let status: string | null = null;
    for (const event of events) {
      const isRecording = event.from === event.to && events === own && recordings.includes(event.event);
      if (event.from !== status)
        problems.push(`${event.event} starts from ${event.from}, but the case stood at ${status}`);
      if (!isRecording && !steps?.has(keyOf(event))) problems.push(`no step ${keyOf(event)}`);
      const neighbour = one.service === 'MEDIATION' ? (neighbourEvents[event.event] ?? null) : null;
      if (events === own && event.service !== neighbour)
        problems.push(`${event.event} names the service ${event.service}`);
      status = event.to;
    }
  }
  one.events.forEach((event, index) => {
    const before = one.events[index - 1];
    if (before !== undefined && event.at < before.at)
      problems.push(`${event.event} is before ${before.event}`);
    if (event.at.slice(0, 10) > WORLD_TODAY) problems.push(`${event.event} is in the future`);
  });
  if (own[0]?.at !== one.openedAt) problems.push('openedAt is not the first own event');
  if (own.at(-1)?.to !== one.status) problems.push(`status ${one.status} is not where the history ends`);
  if (closedAtOf(own, closing) !== one.closedAt)
    problems.push(`closedAt ${one.closedAt} does not follow from the history`);
  return problems;
}

function closedAtOf(events: readonly SyntheticEvent[], closing: readonly string[]): string | null {
  let closedAt: string | null = null;
  for (const { from, to, at } of events) {
    if (from !== to) closedAt = closing.includes(to) ? (closedAt ?? at) : null;
  }
  return closedAt;
}

function keysOf(steps: readonly LifecycleStep[]): Set<string> {
  return new Set(steps.map(keyOf));
}

function keyOf({ from, event, to }: LifecycleStep): string {
  return `${from} ${event} ${to}`;
}
