import { describe, expect, it } from '@jest/globals';
import { coversPerson } from './assignment.ts';
import type { AssignmentScope } from './assignmentScope.ts';
import type { Caller } from './caller.ts';
import { createVisibility } from './createVisibility.ts';
import { testCaller } from './testCaller.ts';
import { testCaseRecord } from './testCaseRecord.ts';

const ZHANG = 'RIC:480101198503121013';
const STRANGER = 'RIC:480201195209070223';
const now = new Date('2026-11-23T10:00:00+08:00');

function auditor(scope: Partial<AssignmentScope> | null, change: Partial<Caller> = {}): Caller {
  const nothing = {
    persons: [],
    cases: [],
    regions: [],
    from: '2026-01-01',
    until: '2026-12-31',
    approver: 'B',
  };
  return testCaller({
    role: 'AUDITOR',
    purpose: 'AUDIT',
    assignment: 'AUD-1',
    accessCase: 'AUD-1',
    assignmentScope: scope === null ? null : { ...nothing, ...scope },
    ...change,
  });
}

describe('an assignment', () => {
  const record = testCaseRecord();
  const at = (instant: string) => createVisibility('LEGAL_AID', { now: () => new Date(instant) });
  const visibility = createVisibility('LEGAL_AID', { now: () => now });

  it.each<[string, Partial<AssignmentScope>]>([
    ['the region', { regions: ['4801'] }],
    ['one region of several', { regions: ['11', '480101'] }],
    ['the case', { cases: [record.ref] }],
    ['a party', { persons: [ZHANG] }],
    ['a party of the other side', { persons: ['RIC:480101197904152158'] }],
    ['the case, in a region that is not', { cases: [record.ref], regions: ['11'] }],
  ])('over %s lets the auditor trace it', (_what, scope) => {
    expect(visibility.relation(auditor(scope), record)).toBe('AUDITOR');
    expect(visibility.level(auditor(scope), record, 'caseFacts')).toBe('FULL');
  });

  it.each<[string, Caller]>([
    ['over another region', auditor({ regions: ['4802', '11'] })],
    ['over another case', auditor({ cases: ['LA-480101-A2'] })],
    ['over somebody else', auditor({ persons: [STRANGER] })],
    ['over nothing', auditor({})],
    ['without a scope', auditor(null)],
    ['without an approver', auditor({ regions: ['48'], approver: null })],
    ['that is over', auditor({ regions: ['48'], until: '2026-11-22' })],
    ['that has not begun', auditor({ regions: ['48'], from: '2026-11-24' })],
  ])('%s hides that there is a case', (_what, caller) => {
    expect(visibility.relation(caller, record)).toBe('NONE');
    expect(visibility.canSee(caller, record)).toBe(false);
    expect(visibility.level(caller, record, 'case')).toBe('NONE');
    expect(
      visibility.canSee({ ...caller, scopes: ['sealed:read'] }, testCaseRecord({ secrecy: ['sealed'] })),
    ).toBe(false);
    expect(coversPerson(caller, [ZHANG], now)).toBe(false);
  });

  it('is in force on its first and last day, as days are in China', () => {
    const caller = auditor({ regions: ['48'], from: '2026-03-02', until: '2026-03-02' });
    const relationAt = (instant: string) => at(instant).relation(caller, record);
    expect(relationAt('2026-03-01T15:59:59Z')).toBe('NONE');
    expect(relationAt('2026-03-01T16:00:00Z')).toBe('AUDITOR');
    expect(relationAt('2026-03-02T15:59:59Z')).toBe('AUDITOR');
    expect(relationAt('2026-03-02T16:00:00Z')).toBe('NONE');
  });

  it('of staff counts for nothing', () => {
    const officer = auditor(
      { regions: ['48'] },
      { role: 'STAFF', purpose: 'CASE_HANDLING', service: 'NOTARY' },
    );
    expect(visibility.relation(officer, record)).toBe('NONE');
    expect(coversPerson(officer, [ZHANG], now)).toBe(false);
  });

  it.each<[string, Partial<AssignmentScope>, string[], boolean]>([
    ['a person who is named', { persons: [ZHANG] }, [ZHANG], true],
    ['a person who is named by a former document', { persons: [STRANGER] }, [ZHANG, STRANGER], true],
    ['a person whose number is of the region', { regions: ['4801'] }, [ZHANG], true],
    ['a person whose number is of another', { regions: ['4802'] }, [ZHANG], false],
    ['a foreigner whose card is of the province', { regions: ['48'] }, ['FPR_2023:948840189001010029'], true],
    ['a foreigner whose card is of another', { regions: ['11'] }, ['FPR_2023:948840189001010029'], false],
    ['a passport, which tells no region', { regions: ['48'] }, ['PASSPORT:E48012345'], false],
    ['the person behind a case', { cases: ['LA-480101-A1'] }, [ZHANG], false],
  ])('lets the auditor look up, or not, %s', (_who, scope, credentials, expected) => {
    expect(coversPerson(auditor(scope), credentials, now)).toBe(expected);
  });
});

describe('the regions of a list', () => {
  const { regionsToList } = createVisibility('LEGAL_AID', { now: () => now });

  it.each<[string, Caller, string | null, readonly string[] | null]>([
    ['an auditor', auditor({ regions: ['48', '4801', '11'] }), null, ['48', '11']],
    ['an auditor who asks for a part', auditor({ regions: ['48'] }), '4801', ['4801']],
    ['an auditor who asks for more', auditor({ regions: ['4801'] }), '48', ['4801']],
    ['an auditor who asks for something else', auditor({ regions: ['4801'] }), '11', null],
    ['an auditor of persons', auditor({ persons: [ZHANG] }), null, null],
    ['an auditor whose assignment is over', auditor({ regions: ['48'], until: '2026-01-31' }), null, null],
    ['a citizen', testCaller({ credential: ZHANG, regions: ['48'] }), null, null],
  ])('of %s are those of the assignment', (_who, caller, wanted, expected) => {
    expect(regionsToList(caller, wanted, 100)).toEqual(expected);
  });

  it('are refused without a purpose, and where they are too many', () => {
    const many = auditor({ regions: ['11', '12', '13'] });
    expect(() => regionsToList({ ...many, purpose: null }, null, 100)).toThrow('x-access-purpose');
    expect(() => regionsToList(many, null, 2)).toThrow('`region`');
  });
});
