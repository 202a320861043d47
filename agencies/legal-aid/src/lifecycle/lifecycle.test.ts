import { describe, expect, it } from '@jest/globals';
import { type AidStatus, aidStatusCodes } from './aidStatus.ts';
import { transitions } from './lifecycle.ts';
import { nextStep } from './nextStep.ts';

/** Every status that can follow from `start`. */
function reachableFrom(start: AidStatus): Set<AidStatus> {
  const reached = new Set<AidStatus>([start]);
  for (const status of reached) {
    for (const { from, to } of transitions) if (from === status) reached.add(to);
  }
  return reached;
}

describe('the lifecycle', () => {
  it('reaches every status from a draft, a forwarded application or a notice', () => {
    const reached = new Set(
      ['DRAFT', 'FORWARDED', 'PENDING_ASSIGNMENT'].flatMap((s) => [...reachableFrom(s as AidStatus)]),
    );
    expect([...reached].toSorted()).toEqual([...aidStatusCodes].toSorted());
  });

  it('never leads back from a concluded case to work on it', () => {
    const after = reachableFrom('CONCLUDED');
    expect(after).not.toContain('IN_PROGRESS');
    expect([...after].toSorted()).toEqual([
      'ARCHIVED',
      'CONCLUDED',
      'FILE_RETURNED',
      'FILE_REVIEWED',
      'FILE_SUBMITTED',
      'SUBSIDY_PAID',
    ]);
  });

  it('pays a subsidy only after the file was reviewed, and assigns only under a guard for decision or notice', () => {
    expect(transitions.filter(({ to }) => to === 'SUBSIDY_PAID').map(({ from }) => from)).toEqual([
      'FILE_REVIEWED',
    ]);
    for (const row of transitions.filter(
      ({ event }) => event === 'ASSIGN' || event === 'APPROVE_REPLACEMENT',
    )) {
      expect(row.guards).toContain('decisionOrNotice');
    }
    expect(
      transitions.filter(({ to, cameFrom }) => to === 'ASSIGNED' && cameFrom === undefined),
    ).toHaveLength(1);
  });

  it('says one thing for one event, and gives back from a review only to where it began', () => {
    for (const from of aidStatusCodes) {
      for (const cameFrom of [null, ...aidStatusCodes]) {
        const events = transitions
          .filter((row) => row.from === from && (row.cameFrom === undefined || row.cameFrom === cameFrom))
          .map(({ event }) => event);
        expect(new Set(events).size).toBe(events.length);
      }
    }
    expect(nextStep('TERMINATION_REVIEW', 'AGREED', 'REJECT_TERMINATION')).toMatchObject({
      kind: 'transition',
      transition: { to: 'AGREED' },
    });
  });
});
