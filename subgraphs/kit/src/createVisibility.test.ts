import { describe, expect, it } from '@jest/globals';
import { fieldGroups, type Relation, readSharingMatrix, relations, sharedServices } from '@tongban/schema';
import type { Caller } from './caller.ts';
import type { CaseRecord, HandlerRecord, SecrecyMark } from './caseRecord.ts';
import { createVisibility } from './createVisibility.ts';
import { testCaller } from './testCaller.ts';
import { testCaseRecord } from './testCaseRecord.ts';

const OFFICE = '11480101TEAT000151';
const CLIENT = 'MC-480101001-01';
const onDuty = { role: 'STAFF', purpose: 'CASE_HANDLING', accessCase: 'CT-1', regions: ['4801'] } as const;

const callers: Record<Relation, Caller> = {
  SELF: testCaller({ credential: 'RIC:480101198503121013' }),
  OPPOSING_PARTY: testCaller({ credential: 'RIC:480101197904152158' }),
  ASSIGNED_LAWYER: testCaller({ role: 'REPRESENTATIVE', practitionerNo: '14801201210000001' }),
  OPPOSING_LAWYER: testCaller({ role: 'REPRESENTATIVE', practitionerNo: '14801201210000002' }),
  AGENCY: testCaller({ ...onDuty, service: 'LEGAL_AID', organization: OFFICE }),
  CLIENT: testCaller({ ...onDuty, service: 'OTHER', regions: [], organization: CLIENT }),
  COURT: testCaller({ ...onDuty, service: 'COURT' }),
  BUREAU: testCaller({ ...onDuty, service: 'BUREAU' }),
  AUDITOR: testCaller({ role: 'AUDITOR', purpose: 'AUDIT', assignment: 'AUD-1', accessCase: 'AUD-1' }),
  NONE: testCaller({ credential: 'RIC:480101195209070223' }),
};

/** The caller of a relation to a case of `service`. */
const callerFor = (relation: Relation, service: string): Caller =>
  relation === 'AGENCY' ? { ...callers.AGENCY, service } : callers[relation];

const handler = (change: Partial<HandlerRecord>): HandlerRecord => ({
  role: 'ASSIGNED_LAWYER',
  practitionerNo: 'P-9',
  name: '李测试',
  organization: '31480101TEAT00023R',
  from: '2026-03-02T09:00:00+08:00',
  to: null,
  ...change,
});

describe('the relation of a caller to a case', () => {
  const { relation } = createVisibility('LEGAL_AID');
  const record = testCaseRecord({ client: CLIENT });

  it.each(relations)('is %s', (expected) => {
    expect(relation(callers[expected], record)).toBe(expected);
  });

  it('is that of the party for a guardian or agent', () => {
    const parties = record.parties.map((party) => ({ ...party, agentCredential: `RIC:${party.side}` }));
    const guarded = testCaseRecord({ parties });
    expect(relation(testCaller({ role: 'REPRESENTATIVE', credential: 'RIC:A' }), guarded)).toBe('SELF');
    expect(relation(testCaller({ credential: 'RIC:B' }), guarded)).toBe('OPPOSING_PARTY');
  });

  it('is that of the assigned lawyer from the handlers too, until replaced, not until the case is closed', () => {
    const lawyer = testCaller({ role: 'REPRESENTATIVE', practitionerNo: 'P-9' });
    const to = '2026-05-01T09:00:00+08:00';
    expect(relation(lawyer, testCaseRecord({ handlers: [handler({})] }))).toBe('ASSIGNED_LAWYER');
    expect(relation(lawyer, testCaseRecord({ handlers: [handler({ to })] }))).toBe('NONE');
    expect(relation(lawyer, testCaseRecord({ handlers: [handler({ to })], closedAt: to }))).toBe(
      'ASSIGNED_LAWYER',
    );
    expect(relation(lawyer, testCaseRecord({ handlers: [handler({ role: 'NOTARY' })] }))).toBe('NONE');
  });

  it('is none for staff of another service, another region, or no region', () => {
    for (const change of [{ service: 'NOTARY' }, { regions: ['4802', '11'] }, { regions: [] }]) {
      expect(relation({ ...callers.AGENCY, ...change }, record)).toBe('NONE');
    }
  });

  it('is none for every role that has no business with cases, whatever else it claims', () => {
    for (const role of [
      'SYSTEM_AUDITOR',
      'SECURITY_ADMINISTRATOR',
      'SYSTEM_ADMINISTRATOR',
      'SERVICE_ACCOUNT',
    ] as const) {
      const claims = {
        ...callers.AGENCY,
        ...callers.AUDITOR,
        credential: 'RIC:480101198503121013',
        practitionerNo: '14801201210000001',
      };
      expect(relation({ ...claims, role }, record)).toBe('NONE');
    }
  });

  it('is none for an empty credential, practitioner or body that matches an empty field', () => {
    const empty = testCaseRecord({
      parties: record.parties.map((party) => ({ ...party, credential: null, agentPractitionerNo: null })),
    });
    expect(relation(testCaller(), empty)).toBe('NONE');
    expect(relation(testCaller({ role: 'REPRESENTATIVE' }), empty)).toBe('NONE');
    expect(relation({ ...callers.CLIENT, organization: null }, empty)).toBe('NONE');
  });
});

describe('the sharing matrix at work', () => {
  const matrix = readSharingMatrix();

  it.each(sharedServices)('gives every cell of %s', (service) => {
    const visibility = createVisibility(service);
    const record = testCaseRecord({ service, client: CLIENT });
    for (const relation of relations) {
      const caller = callerFor(relation, service);
      expect(visibility.canSee(caller, record)).toBe(matrix[service].case[relation] !== 'NONE');
      for (const group of fieldGroups) {
        expect([relation, group, visibility.level(caller, record, group)]).toEqual([
          relation,
          group,
          matrix[service][group][relation],
        ]);
      }
    }
  });

  it('knows no other group and no other service', () => {
    expect(() => createVisibility('NOTARY').level(callers.SELF, testCaseRecord(), 'gossip')).toThrow(
      'no field group gossip',
    );
    expect(() => createVisibility('LITIGATION')).toThrow('no service LITIGATION');
  });

  it('gives a party who commissioned an appraisal what a client gets', () => {
    const [first, ...others] = testCaseRecord().parties;
    if (first === undefined) throw new Error('the record has parties');
    const record = testCaseRecord({
      service: 'FORENSIC_APPRAISAL',
      parties: [{ ...first, role: 'CLIENT' }, ...others],
    });
    const { level } = createVisibility('FORENSIC_APPRAISAL');
    expect(level(callers.SELF, record, 'opinion')).toBe('FULL');
    expect(level(callers.SELF, testCaseRecord({ service: 'FORENSIC_APPRAISAL' }), 'opinion')).toBe('YES_NO');
    expect(level(callers.OPPOSING_PARTY, record, 'opinion')).toBe('YES_NO');
  });
});

describe('the purpose of access', () => {
  const { requirePurpose, canSee, level } = createVisibility('LEGAL_AID');
  const required = expect.objectContaining({ extensions: { code: 'PURPOSE_REQUIRED' } });

  it.each([
    ['staff without a purpose', { ...callers.AGENCY, purpose: null }],
    ['staff without a case', { ...callers.AGENCY, accessCase: null }],
    ['an auditor without a purpose', { ...callers.AUDITOR, purpose: null }],
    ['an auditor without a case', { ...callers.AUDITOR, accessCase: null }],
    ['an auditor with another assignment', { ...callers.AUDITOR, accessCase: 'AUD-2' }],
    ['an auditor without an assignment', { ...callers.AUDITOR, assignment: null }],
  ])('is asked of %s', (_who, caller) => {
    expect(() => requirePurpose(caller)).toThrow(required);
    expect(() => canSee(caller, testCaseRecord())).toThrow(required);
    expect(() => level(caller, testCaseRecord(), 'case')).toThrow(required);
  });

  it('that does not cover a group is refused before the case is looked at', () => {
    const bureau = { ...callers.BUREAU, purpose: 'SUPERVISION' };
    const records = [
      testCaseRecord(),
      testCaseRecord({ region: '110101' }),
      testCaseRecord({ secrecy: ['sealed'] }),
    ];
    for (const record of records) expect(() => level(bureau, record, 'caseFacts')).toThrow(required);
    expect(records.map((record) => level(bureau, record, 'fee'))).toEqual(['MASKED', 'NONE', 'NONE']);
    expect(() => canSee({ ...bureau, purpose: 'STATISTICS' }, testCaseRecord())).toThrow(required);
    expect(() => requirePurpose({ ...bureau, purpose: 'AUDIT' })).toThrow(required);
  });

  it('is not asked of citizens and their representatives', () => {
    expect(() => requirePurpose(callers.SELF)).not.toThrow();
    expect(() => requirePurpose(callers.ASSIGNED_LAWYER)).not.toThrow();
  });
});

describe('a mark of secrecy', () => {
  const seers = (mark: SecrecyMark, service: CaseRecord['service'], change: Partial<CaseRecord> = {}) => {
    const record = testCaseRecord({ service, client: CLIENT, secrecy: [mark], ...change });
    return relations.filter((relation) =>
      createVisibility(service).canSee(callerFor(relation, service), record),
    );
  };

  it('hides a sealed case from everyone but an auditor who may read sealed cases', () => {
    for (const service of sharedServices) expect(seers('sealed', service)).toEqual([]);
    const auditor = { ...callers.AUDITOR, scopes: ['sealed:read'] };
    expect(createVisibility('LEGAL_AID').canSee(auditor, testCaseRecord({ secrecy: ['sealed'] }))).toBe(true);
    const officer = { ...callers.AGENCY, scopes: ['sealed:read'] };
    expect(createVisibility('LEGAL_AID').canSee(officer, testCaseRecord({ secrecy: ['sealed'] }))).toBe(
      false,
    );
  });

  it('shows a will to the testator and the notary office that keeps it', () => {
    const parties = testCaseRecord().parties.map((party) => ({
      ...party,
      role: party.side === 'A' ? 'TESTATOR' : 'KIN',
    }));
    expect(seers('willSecret', 'NOTARY', { parties })).toEqual(['SELF', 'AGENCY']);
    expect(seers('willSecret', 'NOTARY', { parties, agency: '32480101TEAT00031H' })).toEqual(['SELF']);
    expect(seers('willSecret', 'NOTARY')).toEqual(['AGENCY']);
    const byAgent = parties.map((party) => ({ ...party, agentCredential: 'RIC:son' }));
    const son = testCaller({ credential: 'RIC:son' });
    expect(
      createVisibility('NOTARY').canSee(
        son,
        testCaseRecord({ service: 'NOTARY', secrecy: ['willSecret'], parties: byAgent }),
      ),
    ).toBe(false);
  });

  it('keeps private mediation within its circle', () => {
    expect(seers('mediationPrivate', 'MEDIATION')).toEqual([
      'SELF',
      'OPPOSING_PARTY',
      'ASSIGNED_LAWYER',
      'OPPOSING_LAWYER',
      'AGENCY',
      'AUDITOR',
    ]);
  });

  it('opens private mediation to the court that ruled on its agreement, and to no other', () => {
    const ruling = {
      kind: '民事裁定书',
      number: null,
      title: '民事裁定书',
      issuedAt: '2026-06-24T15:00:00+08:00',
      digest: null,
      secrecy: [],
    };
    const seenBy = (issuer: string) => {
      const record = testCaseRecord({
        service: 'MEDIATION',
        secrecy: ['mediationPrivate'],
        documents: [{ ...ruling, issuer }],
      });
      const court = { ...callerFor('COURT', 'MEDIATION'), organization: 'court-1' };
      return createVisibility('MEDIATION').canSee(court, record);
    };
    expect([seenBy('court-1'), seenBy('court-2')]).toEqual([true, false]);
  });

  it('of care leaves the case where it is', () => {
    for (const mark of ['minor', 'privacy', 'tradeSecret', 'protectedAddress'] as const) {
      expect(seers(mark, 'MEDIATION')).toEqual(relations.filter((relation) => relation !== 'NONE'));
    }
  });

  it('that nobody knows hides the case', () => {
    expect(seers('fromTheFuture' as SecrecyMark, 'MEDIATION')).toEqual([]);
  });

  it('on one document hides that document alone', () => {
    const document = (secrecy: readonly SecrecyMark[]) => ({
      kind: '公证书',
      number: null,
      title: '公证书',
      issuedAt: '2026-03-02T09:00:00+08:00',
      issuer: OFFICE,
      digest: null,
      secrecy,
    });
    const record = testCaseRecord({ service: 'MEDIATION', client: CLIENT });
    const { canSeeDocument } = createVisibility('MEDIATION');
    const seeing = (mark: SecrecyMark) =>
      relations.filter((relation) =>
        canSeeDocument(callerFor(relation, 'MEDIATION'), record, document([mark])),
      );
    expect(seeing('sealed')).toEqual([]);
    expect(seeing('privacy')).toEqual(['SELF', 'ASSIGNED_LAWYER', 'AGENCY', 'CLIENT', 'COURT', 'AUDITOR']);
    expect(seeing('tradeSecret')).toEqual(seeing('privacy'));
    expect(seeing('minor')).toEqual(relations.filter((relation) => relation !== 'NONE'));
  });
});
