import { describe, expect, it } from '@jest/globals';
import type { Caller } from './caller.ts';
import type { CasePartyRecord, HandlerRecord, SecrecyMark } from './caseRecord.ts';
import { createVisibility } from './createVisibility.ts';
import { relationOf } from './relationOf.ts';
import { testCaller } from './testCaller.ts';
import { testCaseRecord } from './testCaseRecord.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const GUARDIAN = 'RIC:480101197001010011';
const relation = (caller: Partial<Caller>, record = testCaseRecord()) =>
  relationOf(testCaller({ role: 'REPRESENTATIVE', ...caller }), record, now);

/** The case with the party of one side changed. */
function withParty(side: 'A' | 'B', change: Partial<CasePartyRecord>) {
  const { parties } = testCaseRecord();
  return testCaseRecord({
    parties: parties.map((party) => (party.side === side ? { ...party, ...change } : party)),
  });
}

const assigned = (change: Partial<HandlerRecord>): HandlerRecord => ({
  role: 'ASSIGNED_LAWYER',
  practitionerNo: 'P-1',
  name: '李测试',
  organization: 'FIRM-1',
  from: '2026-03-02T09:00:00+08:00',
  to: null,
  ...change,
});

describe('a guardian', () => {
  const ofMinor = withParty('A', { agentCredential: GUARDIAN });

  it('stands where the ward stands, minor or adult, and on the ward’s side only', () => {
    expect(relation({ credential: GUARDIAN }, ofMinor)).toBe('SELF');
    expect(relation({ credential: GUARDIAN }, withParty('B', { agentCredential: GUARDIAN }))).toBe(
      'OPPOSING_PARTY',
    );
    expect(relation({ role: 'CITIZEN', credential: GUARDIAN }, ofMinor)).toBe('SELF');
  });

  it('leaves the ward the own sight of the case', () => {
    expect(relation({ role: 'CITIZEN', credential: 'RIC:480101198503121013' }, ofMinor)).toBe('SELF');
  });

  it('is nobody to a case that names another guardian, or none since the ward came of age', () => {
    expect(relation({ credential: GUARDIAN }, withParty('A', { agentCredential: 'RIC:other' }))).toBe('NONE');
    expect(relation({ credential: GUARDIAN })).toBe('NONE');
  });

  it('sees neither a will of the ward nor a sealed record', () => {
    const { canSee } = createVisibility('NOTARY');
    const guardian = testCaller({ role: 'REPRESENTATIVE', credential: GUARDIAN, purpose: 'REPRESENTATION' });
    const marked = (mark: SecrecyMark) => ({ ...ofMinor, service: 'NOTARY' as const, secrecy: [mark] });
    expect(canSee(guardian, marked('minor'))).toBe(true);
    expect(canSee(guardian, marked('willSecret'))).toBe(false);
    expect(canSee(guardian, marked('sealed'))).toBe(false);
  });
});

describe('an assigned lawyer', () => {
  const lawyer = { practitionerNo: 'P-1', organization: 'FIRM-1' };
  const withHandlers = (...handlers: HandlerRecord[]) => testCaseRecord({ handlers });

  it('who was replaced is nobody to the case, while the successor is', () => {
    const record = withHandlers(
      assigned({ to: '2026-05-01T09:00:00+08:00' }),
      assigned({ practitionerNo: 'P-2', from: '2026-05-01T09:00:00+08:00' }),
    );
    expect(relation(lawyer, record)).toBe('NONE');
    expect(relation({ practitionerNo: 'P-2' }, record)).toBe('ASSIGNED_LAWYER');
  });

  it('who was replaced stays out when the case is closed later by another', () => {
    const record = {
      ...withHandlers(assigned({ to: '2026-05-01T09:00:00+08:00' })),
      closedAt: '2026-06-01T09:00:00+08:00',
    };
    expect(relation(lawyer, record)).toBe('NONE');
  });

  it('who was replaced and assigned again is back', () => {
    const record = withHandlers(
      assigned({ to: '2026-05-01T09:00:00+08:00' }),
      assigned({ from: '2026-07-01T09:00:00+08:00' }),
    );
    expect(relation(lawyer, record)).toBe('ASSIGNED_LAWYER');
  });

  it('shares the case with nobody of the same firm', () => {
    const colleague = { practitionerNo: 'P-3', organization: 'FIRM-1' };
    expect(relation(colleague, withHandlers(assigned({})))).toBe('NONE');
    expect(relation({ organization: 'FIRM-1' }, withHandlers(assigned({})))).toBe('NONE');
  });

  it('is one by the role of the token: a licence in any other token counts for nothing', () => {
    for (const role of ['CITIZEN', 'STAFF', 'AUDITOR', 'SERVICE_ACCOUNT', 'SYSTEM_AUDITOR'] as const)
      expect(relation({ ...lawyer, role }, withHandlers(assigned({})))).toBe('NONE');
  });

  it('gains nothing by claims of staff', () => {
    const claims = { service: 'LEGAL_AID', regions: ['48'], purpose: 'CASE_HANDLING', accessCase: 'CT-1' };
    expect(relation(claims)).toBe('NONE');
    expect(relation({ ...claims, assignment: 'CT-1' })).toBe('NONE');
  });

  it('who is a party himself stands where he stands as a party', () => {
    const credential = 'RIC:480101197904152158';
    expect(relation({ ...lawyer, credential }, withHandlers(assigned({})))).toBe('OPPOSING_PARTY');
  });
});
