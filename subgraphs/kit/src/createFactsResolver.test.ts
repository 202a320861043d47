import { describe, expect, it } from '@jest/globals';
import { caseFacts } from './caseFacts.ts';
import type { CaseRecord } from './caseRecord.ts';
import { createFactsResolver, type FactsContext } from './createFactsResolver.ts';
import { createVisibility } from './createVisibility.ts';
import { type PartialCaller, testCaller, testCaseRecord, testTagOf } from './testing.ts';

const ZHANG = 'RIC:480101198503121013';
const now = () => new Date('2026-11-23T10:00:00+08:00');
const visibility = createVisibility('LEGAL_AID', { now });
const auditor: PartialCaller = {
  role: 'AUDITOR',
  purpose: 'AUDIT',
  accessCase: 'AUD-2026-001',
  assignment: 'AUD-2026-001',
};
const scope = {
  persons: [],
  cases: [],
  regions: [],
  from: '2026-01-01',
  until: '2026-12-31',
  approver: 'chief',
};

const tell = createFactsResolver<CaseRecord, FactsContext>({
  groups: ['hardship', 'fee'],
  deadlinesOf: (record, clock) => [clock.deadline({ ruleId: 'D-02', startAt: record.openedAt, metAt: null })],
  tell: () => ({}),
  register: () => ({ licenceState: 'SUSPENDED', firstPracticeYear: 2012, categories: null }),
});
const factsFor = (caller: PartialCaller, change: Partial<CaseRecord> = {}) =>
  tell(testCaseRecord(change), {}, { caller: testCaller(caller), visibility, now, tagOf: testTagOf });

const document = {
  kind: '指派通知书',
  number: '（2026）援指字第1号',
  title: '关于张测试的指派通知书',
  issuedAt: '2026-03-05T09:00:00+08:00',
  issuer: '11480101TEAT000151',
  digest: null,
  secrecy: [],
};
const step = {
  service: null,
  from: null,
  to: 'ASSIGNED',
  event: 'ASSIGN',
  at: '2026-03-05T09:00:00+08:00',
  actorRole: 'HEAD',
  documentNo: document.number,
};
const handler = {
  role: 'ASSIGNED_LAWYER',
  practitionerNo: '14801201210000001',
  name: '李测律',
  organization: '31480101TEAT00023R',
  from: '2026-03-05T09:00:00+08:00',
  to: null,
};

describe('facts of a case', () => {
  it('are told to an auditor whose assignment covers the case', async () => {
    const facts = await factsFor(auditor, {
      handlers: [handler],
      documents: [document],
      statusHistory: [step],
    });
    expect(caseFacts.strict().parse(facts)).toEqual(facts);
    expect(facts).toMatchObject({
      id: 'LA-480101-A1',
      service: 'LEGAL_AID',
      parties: [
        { role: 'APPLICANT', side: 'A', subject: testTagOf(ZHANG), lawyer: '14801201210000001' },
        { role: 'RESPONDENT', side: 'B' },
      ],
      handlers: [{ nameTag: testTagOf('NAME:李测律'), licenceState: 'SUSPENDED', firstPracticeYear: 2012 }],
      documents: [{ number: document.number }],
      history: [{ to: 'ASSIGNED', documentNo: document.number }],
      deadlines: [{ ruleId: 'D-02', state: 'OVERDUE' }],
    });
  });

  it.each<[string, PartialCaller]>([
    [
      'whose assignment is about other cases',
      { ...auditor, assignmentScope: { ...scope, cases: ['LA-480101-B9'] } },
    ],
    [
      'whose assignment has run out',
      { ...auditor, assignmentScope: { ...scope, regions: ['48'], until: '2026-11-22' } },
    ],
    [
      'whose assignment nobody approved',
      { ...auditor, assignmentScope: { ...scope, regions: ['48'], approver: null } },
    ],
    ['whose purpose covers less than what is told', { ...auditor, purpose: 'LAWFUL_QUERY' }],
  ])('are null for an auditor %s', async (_who, caller) => {
    expect(await factsFor(caller)).toBeNull();
  });

  it.each<[string, PartialCaller]>([
    ['the party', { role: 'CITIZEN', credential: ZHANG, purpose: 'SELF' }],
    [
      'the lawyer',
      { role: 'REPRESENTATIVE', practitionerNo: '14801201210000001', purpose: 'REPRESENTATION' },
    ],
    [
      'the agency',
      {
        role: 'STAFF',
        service: 'LEGAL_AID',
        regions: ['4801'],
        purpose: 'CASE_HANDLING',
        accessCase: 'LA-480101-A1',
      },
    ],
  ])('are null for %s, who may read the case', async (_who, caller) => {
    expect(await factsFor(caller)).toBeNull();
  });

  it('of a sealed case need the scope for it', async () => {
    expect(await factsFor(auditor, { secrecy: ['sealed'] })).toBeNull();
    expect(await factsFor({ ...auditor, scopes: ['sealed:read'] }, { secrecy: ['sealed'] })).toMatchObject({
      marks: ['sealed'],
    });
  });

  it('leave out a document that is not shown, and its number in the history', async () => {
    const facts = await factsFor(auditor, {
      documents: [{ ...document, secrecy: ['willSecret'] }],
      statusHistory: [step],
    });
    expect(facts).toMatchObject({ documents: [], history: [{ documentNo: null }] });
  });

  it('name nobody: neither numbers nor names nor titles, nor what the record has besides', async () => {
    const noisy = { ...step, remark: '张测试来电' };
    const facts = await factsFor(auditor, {
      handlers: [handler],
      documents: [document],
      statusHistory: [noisy],
    });
    expect(JSON.stringify(facts)).not.toMatch(/480101198503121013|480101197904152158|李测律|张测试/);
  });
});
