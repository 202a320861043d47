import type { CaseRecord } from './caseRecord.ts';

/**
 * A legal aid case for tests: Zhang asks (side A, with lawyer Li), the contractor stands on the other side. Everything
 * can be set otherwise.
 */
export function testCaseRecord(overrides: Partial<CaseRecord> = {}): CaseRecord {
  return {
    ref: 'LA-480101-A1',
    service: 'LEGAL_AID',
    caseNo: '（2026）测援字第001号',
    aliases: [],
    agency: '11480101TEAT000151',
    region: '480101',
    status: 'IN_PROGRESS',
    openedAt: '2026-03-02T09:00:00+08:00',
    closedAt: null,
    statusHistory: [],
    parties: [
      {
        role: 'APPLICANT',
        side: 'A',
        credential: 'RIC:480101198503121013',
        organization: null,
        agentPractitionerNo: '14801201210000001',
        agentCredential: null,
      },
      {
        role: 'RESPONDENT',
        side: 'B',
        credential: 'RIC:480101197904152158',
        organization: null,
        agentPractitionerNo: '14801201210000002',
        agentCredential: null,
      },
    ],
    handlers: [],
    documents: [],
    pauses: [],
    extensions: [],
    secrecy: [],
    client: null,
    ...overrides,
  };
}
