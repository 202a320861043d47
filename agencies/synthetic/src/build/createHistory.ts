import { consultationSteps, type LifecycleStep, lifecycles, neighbourEvents } from '../lifecycles.ts';
import type { SyntheticEvent } from '../syntheticCaseBase.ts';
import type { AgencyService } from '../syntheticWorld.ts';

/** One entry of a history: event, when (`YYYY-MM-DD HH:mm` or a full instant), who acted, and what else is known. */
export type HistoryEntry = readonly [
  event: string,
  at: string,
  actorRole: string,
  more?: {
    readonly documentNo?: string;
    readonly reasonCode?: string;
    /** Needed only where the event leads to different statuses, depending on how the case came where it is. */
    readonly to?: string;
  },
];

type Index = ReadonlyMap<string, readonly string[]>;

const indexes = Object.fromEntries(
  Object.entries(lifecycles).map(([service, { steps }]) => [service, indexOf(steps)]),
) as Readonly<Record<AgencyService, Index>>;
const consultationIndex = indexOf(consultationSteps);

/**
 * Writes the history of a case from events alone: the lifecycle says where each leads. Events of a consultation may
 * stand first.
 * @throws Error naming the event that the lifecycle does not allow.
 */
export function createHistory(service: AgencyService, entries: readonly HistoryEntry[]): SyntheticEvent[] {
  let status: string | null = null;
  let consultation: string | null = null;
  return entries.map(([event, at, actorRole, more = {}]) => {
    const common = {
      event,
      at: toInstant(at),
      actorRole,
      documentNo: more.documentNo ?? null,
      reasonCode: more.reasonCode ?? null,
    };
    const asked: string | undefined = consultationIndex.get(`${consultation} ${event}`)?.[0];
    if (status === null && service === 'LEGAL_AID' && asked !== undefined) {
      const from = consultation;
      consultation = asked;
      return { from, to: asked, ...common, service: 'CONSULTATION' as const };
    }
    if (status !== null && lifecycles[service].recordings.includes(event)) {
      return { from: status, to: status, ...common, service: null };
    }
    const from: string | null = status;
    const to = statusAfter(service, from, event, more.to);
    status = to;
    return { from, to, ...common, service: serviceOfStep(service, event) };
  });
}

/**
 * Where an event leads from a status; `wanted` chooses where it can lead to several.
 * @throws Error when the lifecycle does not allow it.
 */
export function statusAfter(
  service: AgencyService,
  from: string | null,
  event: string,
  wanted?: string,
): string {
  const targets = indexes[service].get(`${from} ${event}`) ?? [];
  const to = wanted === undefined ? targets[0] : targets.find((target) => target === wanted);
  if (to === undefined) throw new Error(`${service}: ${event} is not possible from ${from}`);
  return to;
}

/** The neighbour whose step an event of a mediation is; null for the case's own. */
export function serviceOfStep(service: AgencyService, event: string): SyntheticEvent['service'] {
  return service === 'MEDIATION' ? (neighbourEvents[event] ?? null) : null;
}

/** `2026-03-02 09:00` as an instant in China; a full instant stays as it is. */
export function toInstant(at: string): string {
  return at.length === 16 ? `${at.slice(0, 10)}T${at.slice(11)}:00+08:00` : at;
}

function indexOf(steps: readonly LifecycleStep[]): Index {
  const index = new Map<string, string[]>();
  for (const { from, event, to } of steps) {
    const key = `${from} ${event}`;
    index.set(key, [...(index.get(key) ?? []), to]);
  }
  return index;
}
