import { residents } from '../scenarios/residents.ts';
import { scenarios } from '../scenarios.ts';
import { graphCaseId, type SyntheticCase } from '../syntheticWorld.ts';
import { toDay } from '../worldCalendar.ts';

/** The slices of all scenarios, that of the residents last. */
export const scenarioSlices = [...Object.values(scenarios), residents].map(({ slice }) => slice);

/** Every case of the scenarios by graph id. */
export const scenarioCases = new Map<string, SyntheticCase>(
  scenarioSlices.flatMap((slice) => slice.cases.map((one) => [graphCaseId(one), one])),
);

/** The case with a graph id; throws where there is none. */
export function findCase(id: string): SyntheticCase {
  const one = scenarioCases.get(id);
  if (one === undefined) throw new Error(`no case ${id}`);
  return one;
}

/** The day of the first event of a name. */
export function dayOf(id: string, event: string): number {
  const at = findCase(id).events.find((one) => one.event === event)?.at;
  if (at === undefined) throw new Error(`${id} has no event ${event}`);
  return toDay(at);
}

export function statusOf(id: string): string {
  return findCase(id).status;
}

/** The own statuses of a case in order, each once. */
export function wayOf(id: string): string[] {
  return [
    ...new Set(findCase(id).events.flatMap(({ service, to }) => (service === 'CONSULTATION' ? [] : [to]))),
  ];
}
