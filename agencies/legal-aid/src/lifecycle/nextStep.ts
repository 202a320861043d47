import type { AidStatus } from './aidStatus.ts';
import { type Transition, transitions } from './lifecycle.ts';
import { type Recording, recordings } from './recordings.ts';

/** Where an event leads from a status, or which events would lead anywhere. */
export type NextStep =
  | { readonly kind: 'transition'; readonly transition: Transition }
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'illegal'; readonly allowed: readonly string[] };

/**
 * Looks an event up in the lifecycle. `cameFrom` is the status before the present one (null at the start): after a
 * review it decides where the case goes back to.
 */
export function nextStep(status: AidStatus, cameFrom: AidStatus | null, event: string): NextStep {
  const open = transitions.filter(
    (row) => row.from === status && (row.cameFrom === undefined || row.cameFrom === cameFrom),
  );
  const transition = open.find((row) => row.event === event);
  if (transition !== undefined) return { kind: 'transition', transition };

  const writable = recordings.filter((row) => row.in === null || row.in.includes(status));
  const recording = writable.find((row) => row.event === event);
  if (recording !== undefined) return { kind: 'recording', recording };

  return { kind: 'illegal', allowed: [...open, ...writable].map((row) => row.event) };
}
