import {
  cast,
  createIdentityNumber,
  createLawyerNo,
  graphCaseId,
  type SyntheticAppraisalCase,
  type SyntheticCase,
  type SyntheticLegalAidCase,
  type SyntheticMediationCase,
  type SyntheticNotaryCase,
  sc1,
  sc2,
} from '@tongban/synthetic';

const person = (sequence: number) => `RIC:${createIdentityNumber('480101', '1980-01-01', sequence)}`;
const lawyerNo = (serial: number) => createLawyerNo('4801', 2010, 'MALE', serial);

/** Who stands where in the four planted cases. */
export const planted = {
  sideA: person(981),
  sideB: person(983),
  stranger: person(985),
  lawyerA: lawyerNo(990_001),
  lawyerB: lawyerNo(990_002),
  client: cast.bodies.procuratorate.id,
} as const;

const amount = (index: number) => 98_710_000 + index * 100;
const mark = (what: string) => `标记${what}`;
const { sideA, sideB, lawyerA, lawyerB, client } = planted;

const aid = told('LEGAL_AID', sc1.slice.cases) as SyntheticLegalAidCase;
const legalAid: SyntheticLegalAidCase = {
  ...aid,
  parties: parties(aid, 'RECIPIENT', 'OPPOSING_PARTY'),
  details: {
    ...aid.details,
    application: aid.details.application && {
      ...aid.details.application,
      applicationNo: '（2026）测州中援申字第9804号',
      receiptNo: '（2026）测州中援收字第9801号',
      caseFacts: mark('案情'),
      supplement: { issuedAt: '2026-03-05T09:00:00+08:00', items: [mark('补正')], answeredAt: null },
    },
    consultation: aid.details.consultation && {
      ...aid.details.consultation,
      consultNo: 'ZX-48-20260302-009801',
      topic: mark('咨询'),
    },
    notice: {
      noticeNo: '测检（刑）辩通字〔2026〕9801号',
      organ: client,
      ground: 'MINOR',
      foundAt: '2026-03-03T09:00:00+08:00',
      receivedAt: '2026-03-04T09:00:00+08:00',
      detained: true,
    },
    hardshipCheck: { ...aid.details.hardshipCheck, sourceAgency: mark('民政'), householdIncome: amount(1) },
    decision: aid.details.decision && {
      ...aid.details.decision,
      decisionNo: '（2026）测州中援审字第9802号',
      reasonCode: 'MARKREASON',
    },
    assignments: aid.details.assignments.map((one) => ({
      ...one,
      assignmentNo: '（2026）测州中援指字第9803号',
    })),
    objection: {
      filedAt: '2026-03-11T09:00:00+08:00',
      bureau: cast.bodies.justiceBureau.id,
      decidedAt: null,
      result: null,
    },
    subsidies: [{ amount: amount(2), paidAt: '2026-10-20T10:00:00+08:00', payee: mark('收款人') }],
    dutyLawyer: {
      place: mark('值班'),
      startedAt: '2026-03-02T09:00:00+08:00',
      practitionerNo: cast.practitioners.li.practitionerNo,
    },
    recovered: amount(3),
  },
};

const inheritance = told('NOTARY', sc2.slice.cases, sc2.cases.inheritance) as SyntheticNotaryCase;
const notary: SyntheticNotaryCase = {
  ...inheritance,
  parties: parties(inheritance, 'APPLICANT', 'KIN'),
  details: {
    ...inheritance.details,
    purpose: mark('用途'),
    fee: amount(11),
    feeReduction: inheritance.details.feeReduction && {
      ...inheritance.details.feeReduction,
      standardFee: amount(12),
      reducedBy: amount(13),
      basis: 'OWN_HARDSHIP_RULE',
      basisDocumentNo: null,
      basisConfirmed: null,
    },
    verifications: [{ at: '2026-09-11T10:00:00+08:00', what: mark('核实'), result: mark('核实结果') }],
    certificate: inheritance.details.certificate && {
      ...inheritance.details.certificate,
      enforceability: {
        creditor: sideA,
        debtor: sideB,
        obligation: mark('给付'),
        amount: amount(14),
        dueDates: ['2026-12-31'],
        consentClause: true,
      },
    },
    enforcementCertificate: {
      certNo: '（2026）测城中执字第09801号',
      requestedAt: '2026-11-01T10:00:00+08:00',
      amount: amount(15),
      issuedAt: null,
      refusedAt: '2026-11-05T10:00:00+08:00',
      reason: mark('不予执行'),
    },
    reExamination: inheritance.details.reExamination && {
      ...inheritance.details.reExamination,
      requestedBy: sideB,
      errorClaimed: mark('复查理由'),
    },
    evidence: {
      object: mark('保全对象'),
      method: mark('保全方法'),
      place: mark('保全地点'),
      startedAt: '2026-09-02T10:00:00+08:00',
      digests: ['ab'.repeat(32)],
      storage: mark('保管'),
    },
    will: { registeredAt: '2026-09-03T10:00:00+08:00', custody: mark('遗嘱库') },
  },
  pauses: inheritance.pauses.map((pause) => ({ ...pause, reason: mark('停止') })),
};

const appraised = told('FORENSIC_APPRAISAL', sc1.slice.cases) as SyntheticAppraisalCase;
const appraisal: SyntheticAppraisalCase = {
  ...appraised,
  parties: parties(appraised, 'SUBJECT', 'OPPOSING_PARTY'),
  details: {
    ...appraised.details,
    commission: {
      ...appraised.details.commission,
      clientKind: 'CASE_ORGAN',
      client,
      commissionNo: '（2026）测检委鉴字第9801号',
      purpose: mark('鉴定目的'),
      fee: amount(21),
    },
    materials: appraised.details.materials.map((one) => ({ ...one, name: mark('材料') })),
    opinion: appraised.details.opinion && { ...appraised.details.opinion, conclusion: mark('结论') },
    feeReduction: appraised.details.feeReduction && {
      ...appraised.details.feeReduction,
      standardFee: amount(22),
      reducedBy: amount(23),
      basis: 'OWN_HARDSHIP_RULE',
      basisDocumentNo: null,
      basisConfirmed: null,
    },
    foreignRelatedReport: {
      element: mark('涉外'),
      reportedTo: cast.bodies.justiceBureau.id,
      reportedAt: '2026-04-01T10:00:00+08:00',
    },
    testimony: {
      court: cast.bodies.court.id,
      noticeAt: '2026-06-01T10:00:00+08:00',
      appearedAt: '2026-06-10T10:00:00+08:00',
    },
  },
  pauses: appraised.pauses.map((pause) => ({ ...pause, reason: mark('补充材料') })),
  extensions: [
    {
      ruleId: 'D-21',
      length: 5,
      approvedAt: '2026-05-10T10:00:00+08:00',
      clientToldAt: '2026-05-10T11:00:00+08:00',
    },
  ],
};

const mediated = told('MEDIATION', sc1.slice.cases) as SyntheticMediationCase;
const mediation: SyntheticMediationCase = {
  ...mediated,
  parties: parties(mediated, 'APPLICANT', 'RESPONDENT'),
  details: {
    ...mediated.details,
    source: 'LEGAL_AID',
    consents: [
      { party: sideA, at: '2026-03-16T09:30:00+08:00', agreed: true },
      { party: sideB, at: '2026-03-18T15:00:00+08:00', agreed: true },
    ],
    sessions: mediated.details.sessions.map((one) => ({
      ...one,
      statements: mark('陈述'),
      undisputedFacts: mark('无争议事实'),
    })),
    disclosures: [{ at: '2026-03-19T09:00:00+08:00', text: mark('披露'), consented: true }],
    agreement: mediated.details.agreement && {
      ...mediated.details.agreement,
      obligations: mediated.details.agreement.obligations.map((one) => ({
        ...one,
        debtor: sideB,
        creditor: sideA,
        what: mark('履行'),
        amount: amount(31),
      })),
    },
    confirmation: mediated.details.confirmation && {
      ...mediated.details.confirmation,
      reason: mark('裁定理由'),
    },
  },
};

/** One case of each service with everything a case can hold and both sides represented; no mark narrows them. */
export const plantedCases = {
  LEGAL_AID: legalAid,
  NOTARY: notary,
  FORENSIC_APPRAISAL: appraisal,
  MEDIATION: mediation,
} as const;

/** Ids in the graph of the planted cases. */
export const plantedIds = {
  LEGAL_AID: graphCaseId(legalAid),
  NOTARY: graphCaseId(notary),
  FORENSIC_APPRAISAL: graphCaseId(appraisal),
  MEDIATION: graphCaseId(mediation),
} as const;

/**
 * What stands nowhere but in one group of one planted case, so that wherever it comes out, that group has been shown in
 * full. Statements have no place in the schema, so nobody may ever read theirs.
 */
export const plantedMarks: Readonly<Record<keyof typeof plantedCases, Readonly<Record<string, string[]>>>> = {
  LEGAL_AID: {
    case: ['第9801号', '第9804号', '009801', mark('补正'), mark('咨询'), String(amount(3))],
    documents: [mark('文书LEGAL_AID'), '第9802号', 'MARKREASON'],
    hardship: [mark('民政'), String(amount(1))],
    caseFacts: [mark('案情')],
    assignment: ['第9803号', mark('值班')],
    fee: [String(amount(2)), mark('收款人')],
  },
  NOTARY: {
    case: [mark('用途')],
    documents: [mark('文书NOTARY')],
    caseFacts: [mark('核实'), mark('核实结果'), mark('复查理由')],
    fee: [String(amount(11)), String(amount(12)), String(amount(13))],
    will: [mark('遗嘱库')],
    certificate: [mark('给付'), String(amount(14)), String(amount(15)), mark('不予执行'), '第09801号'],
    materials: [mark('保全对象'), mark('保全方法'), mark('保全地点'), mark('保管'), 'ab'.repeat(32)],
    deadlines: [mark('停止')],
  },
  FORENSIC_APPRAISAL: {
    case: ['（2026）测检委鉴字第9801号'],
    documents: [mark('文书FORENSIC_APPRAISAL')],
    caseFacts: [mark('鉴定目的'), mark('涉外'), mark('补充材料')],
    fee: [String(amount(21)), String(amount(22)), String(amount(23))],
    opinion: [mark('结论')],
    materials: [mark('材料')],
  },
  MEDIATION: {
    documents: [mark('文书MEDIATION')],
    caseFacts: [mark('无争议事实'), mark('披露')],
    statements: [mark('陈述')],
    agreement: [mark('履行'), String(amount(31))],
    confirmation: [mark('裁定理由')],
  },
};

/** A scenario's case told again under a key and numbers of its own, with a title of its own on each document. */
function told(
  service: SyntheticCase['service'],
  cases: readonly SyntheticCase[],
  id?: string,
): SyntheticCase {
  const one = cases.find(
    (each) => each.service === service && (id === undefined || graphCaseId(each) === id),
  );
  if (one === undefined) throw new Error(`no scenario has a case of ${service}`);
  let text = JSON.stringify(one);
  for (const number of new Set([one.caseNo, ...one.aliases])) {
    const renumbered = number.replace(/\d+(?=\D*$)/, (serial) => `77${serial.padStart(3, '0')}`);
    text = text.replaceAll(JSON.stringify(number), JSON.stringify(renumbered));
  }
  const copy = JSON.parse(text) as SyntheticCase;
  const documents = copy.documents.map((each) => ({
    ...each,
    title: mark(`文书${service}`),
    secrecy: [],
  }));
  const known = new Set(documents.map(({ number }) => number));
  const events = copy.events
    .filter((event) => event.service === null || event.service === undefined)
    .map((event) => ({ ...event, documentNo: known.has(event.documentNo) ? event.documentNo : null }));
  return { ...copy, key: `MX${copy.key}`, documents, events, secrecy: [] } as SyntheticCase;
}

function parties(_case: SyntheticCase, roleA: string, roleB: string): SyntheticCase['parties'] {
  const party = (credential: string, role: string, side: 'A' | 'B', agentPractitionerNo: string) => ({
    person: credential,
    organization: null,
    role,
    side,
    agentPractitionerNo,
    agent: null,
  });
  const organization = {
    person: null,
    organization: cast.bodies.townshipCommittee.id,
    role: 'INTERESTED_PERSON',
    side: 'NEUTRAL' as const,
    agentPractitionerNo: null,
    agent: null,
  };
  return [party(sideA, roleA, 'A', lawyerA), party(sideB, roleB, 'B', lawyerB), organization];
}
