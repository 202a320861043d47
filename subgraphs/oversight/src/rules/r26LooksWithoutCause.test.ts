import { describe, expect, it } from '@jest/globals';
import type { AccessEvent } from './accessEvent.ts';
import { r26LooksWithoutCause as rule } from './r26LooksWithoutCause.ts';
import { aidCase, at } from './testing/testCases.ts';

const look = (change: Partial<AccessEvent> = {}): AccessEvent => ({
  index: 7,
  at: at('04-01'),
  actor: { id: 'clerk-1', role: 'STAFF', organisation: 'OFFICE-1' },
  purpose: 'CASE_HANDLING',
  caseReference: 'LA-480101-A1',
  decision: 'allowed',
  disclosure: 'full',
  subjects: 2,
  cases: [{ id: 'LA-480101-A1', disclosure: 'FULL', marks: [] }],
  ...change,
});
const find = (...accesses: readonly AccessEvent[]) =>
  rule.find({ cases: [aidCase()], complete: null, accesses, proof: null });
const citizen = { id: 'zhang', role: 'CITIZEN', organisation: null };

describe('R-26', () => {
  it('finds nothing in a look for a purpose and a case of the person', () => {
    expect(find(look())).toEqual([]);
  });

  it.each([{ purpose: null }, { caseReference: null }])('finds a look with %o', (change) => {
    const [found, ...more] = find(look(change), look({ ...change, index: 9 }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ cases: ['LA-480101-A1'], confidence: 'HIGH' });
    expect(found?.facts[0]).toContain('2 records (7 and 9)');
  });

  it('leaves alone who was refused, was shown nothing, or looks at what is theirs', () => {
    expect(find(look({ purpose: null, decision: 'denied' }))).toEqual([]);
    expect(find(look({ purpose: null, disclosure: 'none' }))).toEqual([]);
    expect(find(look({ purpose: null, caseReference: null, actor: citizen }))).toEqual([]);
  });

  it('finds what was shown of sealed or secret cases, and is less sure where there is a ground', () => {
    const cases = [{ id: 'LA-480101-A1', disclosure: 'FULL' as const, marks: ['sealed'] }];
    expect(find(look({ cases }))).toMatchObject([{ confidence: 'MEDIUM' }]);
    const auditor = { id: 'auditor-1', role: 'AUDITOR', organisation: null };
    expect(find(look({ cases, purpose: 'AUDIT', caseReference: 'AUD-1', actor: auditor }))).toMatchObject([
      { confidence: 'LOW' },
    ]);
    expect(find(look({ cases: cases.map((one) => ({ ...one, disclosure: 'HIDDEN' as const })) }))).toEqual(
      [],
    );
  });

  it('finds a look for a case that is none of the person’s', () => {
    const [found] = find(look({ caseReference: 'NO-480102-N9' }));
    expect(found).toMatchObject({ confidence: 'LOW', about: 'other case clerk-1' });
    expect(found?.facts[0]).toContain('NO-480102-N9');
    expect(find(look({ caseReference: 'CT-2026-00000001' }))).toEqual([]);
  });

  it('finds an account that went through very many persons in a day', () => {
    expect(find(look({ subjects: 120 }), look({ subjects: 80 }))).toEqual([]);
    expect(find(look({ subjects: 120 }), look({ subjects: 81 }))).toMatchObject([{ confidence: 'LOW' }]);
    expect(find(look({ subjects: 120 }), look({ subjects: 81, at: at('04-02') }))).toEqual([]);
  });

  it('leaves an audit alone, which is as large as whoever ordered it has said', () => {
    const actor = { id: 'auditor-1', role: 'AUDITOR', organisation: null };
    const audit = look({ actor, purpose: 'AUDIT', caseReference: 'AUD-2026-001', subjects: 500 });
    expect(find(audit)).toEqual([]);
    expect(find({ ...audit, purpose: 'SUPERVISION' })).toHaveLength(1);
  });

  it('names ten records of many', () => {
    const looks = Array.from({ length: 12 }, (_, index) => look({ index, purpose: null }));
    expect(find(...looks)[0]?.facts[0]).toContain('12 records (0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more)');
  });

  it('says no account in a sentence', () => {
    expect(JSON.stringify(find(look({ purpose: null })).map(({ facts }) => facts))).not.toContain('clerk-1');
  });
});
