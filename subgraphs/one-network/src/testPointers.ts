import type { LinkEntry, PointerSlice } from './store/pointerSlice.ts';

/** Made-up persons of the tests (province digits 48 belong to nobody). */
export const ZHANG = 'RIC:480101198503121013';
export const CONTRACTOR = 'RIC:480101197904152158';
export const CHEN = 'RIC:480102201006010137';
export const LIN = 'FPR_2023:948840189001010029';
export const LIN_BEFORE = 'FPR_OLD:XYZ480112345678';

const person = (credential: string, name: string, birthDate: string, formerCredentials: string[] = []) => ({
  credential,
  name,
  sex: 'MALE' as const,
  birthDate,
  formerCredentials,
});

const body = (id: string, kind: string, supervisor: string | null = null) => ({
  id,
  uscc: id.startsWith('MC-') ? null : id,
  name: `测试单位${id.slice(-3)}`,
  kind,
  region: '480101',
  licenceNo: null,
  licenceState: kind === 'NOTARY_OFFICE' ? 'VALID' : null,
  supervisor,
});

/** A link with a mandate, from one case to another. */
export const link = (from: string, to: string, kind: string, more: Partial<LinkEntry> = {}): LinkEntry => ({
  from,
  to,
  kind,
  evidence: 'DOCUMENT_QUOTED',
  evidenceNo: '试援决字1',
  confidence: 1,
  assertedBy: '11480101TEAT000151',
  assertedAt: '2026-03-10T10:00:00+08:00',
  confirmedAt: null,
  mandate: {
    mandateNo: 'MD-480101-1',
    grantedBy: ['11480101TEAT000151', 'MC-480101001-1'],
    grantedAt: '2026-01-05T09:00:00+08:00',
    legalBasis: '网络数据安全管理条例第十六条',
  },
  ...more,
});

/** One matter at four agencies, another at two, and one body above the others. */
export const pointers: PointerSlice = {
  persons: [
    person(ZHANG, '张测试', '1985-03-12'),
    person(CONTRACTOR, '欧阳测试', '1979-04-15'),
    person(CHEN, '陈小试', '2010-06-01'),
    person(LIN, '林测试', '1990-01-01', [LIN_BEFORE]),
  ],
  bodies: [
    body('11480101TEAT000151', 'JUSTICE_BUREAU'),
    body('32480101TEAT00031H', 'NOTARY_OFFICE', '11480101TEAT000151'),
    body('MC-480101001-1', 'MEDIATION_COMMITTEE', '11480101TEAT000151'),
  ],
  threads: [
    {
      threadNo: 'CT-2026-00000001',
      title: '提供劳务受害责任纠纷',
      members: ['LA-480101-A1', 'ME-480101-M1', 'FA-480101-F1', 'NO-480101-N1'],
    },
    { threadNo: 'CT-2026-00000002', title: '继承纠纷', members: ['NO-480101-N2', 'ME-480101-M2'] },
  ],
  links: [
    link('LA-480101-A1', 'FA-480101-F1', 'BASIS_FOR_FEE_REDUCTION'),
    link('FA-480101-F1', 'ME-480101-M1', 'EVIDENCE_FOR', { evidence: 'SYSTEM_TRANSFER', evidenceNo: 'YS-1' }),
    link('FA-480101-F1', 'NO-480101-N1', 'POSSIBLE_DUPLICATE', {
      evidence: 'SAME_PERSON_SAME_MATTER',
      evidenceNo: null,
      confidence: 0.6,
    }),
    link('FA-480101-F1', 'NO-480101-N2', 'EVIDENCE_FOR', {
      evidence: 'MANUAL',
      confirmedAt: '2026-04-01T09:00:00+08:00',
    }),
  ],
};
