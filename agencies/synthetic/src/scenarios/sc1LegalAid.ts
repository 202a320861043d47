import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createLegalAidCase } from '../build/createLegalAidCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';

const { zhang, contractor } = cast.persons;
const { legalAidCentre, lawFirm } = cast.bodies;
const { li } = cast.practitioners;

/** Numbers on the documents of Zhang's legal aid case. */
export const sc1LegalAidNumbers = {
  legalAidCase: '（2026）测州中援字第0001号',
  application: '（2026）测州中援申字第0001号',
  receipt: '（2026）测州中援收字第0001号',
  decision: '（2026）测州中援审字第0001号',
  assignment: '（2026）测州中援指字第0001号',
} as const;

const numbers = sc1LegalAidNumbers;

/** Steps 1 to 4 and 13: the call to 12348, the grant without a check (art. 42(2), 低保), Li, and the archived file. */
export const sc1LegalAid = createLegalAidCase(
  {
    key: 'S1LA1',
    region: '480101',
    caseNo: numbers.legalAidCase,
    agency: legalAidCentre.id,
    parties: [createParty(zhang, 'RECIPIENT', 'A', { lawyer: li })],
    handlers: [createHandler('ASSIGNED_LAWYER', li, '2026-03-10 11:00')],
    events: createHistory('LEGAL_AID', [
      ['ASK', '2026-03-02 19:20', 'CALLER', { documentNo: 'ZX-48-20260302-000117' }],
      ['REPLY', '2026-03-02 19:40', 'CALL_CENTRE'],
      ['DISPATCH', '2026-03-02 19:45', 'CALL_CENTRE', { documentNo: 'GD-48-20260302-000117' }],
      ['ACCEPT_ORDER', '2026-03-03 09:00', 'INTAKE_CLERK'],
      ['SUBMIT', '2026-03-04 10:00', 'APPLICANT', { documentNo: numbers.application }],
      ['ACCEPT', '2026-03-04 10:30', 'INTAKE_CLERK', { documentNo: numbers.receipt }],
      ['GRANT', '2026-03-09 15:00', 'HEAD', { documentNo: numbers.decision }],
      ['OPEN_CASE', '2026-03-09 15:30', 'INTAKE_CLERK'],
      ['ASSIGN', '2026-03-10 11:00', 'HEAD', { documentNo: numbers.assignment }],
      ['SIGN_AGREEMENT', '2026-03-12 10:00', 'ASSIGNED_LAWYER'],
      ['START', '2026-03-12 16:00', 'ASSIGNED_LAWYER'],
      ['CONCLUDE', '2026-09-15 16:00', 'ASSIGNED_LAWYER'],
      ['SUBMIT_FILE', '2026-09-28 10:00', 'ASSIGNED_LAWYER'],
      ['REVIEW_FILE', '2026-10-14 15:00', 'REVIEWER'],
      ['PAY_SUBSIDY', '2026-10-20 10:00', 'HEAD'],
      ['ARCHIVE', '2026-10-26 10:00', 'INTAKE_CLERK'],
    ]),
    documents: [
      createDocument('咨询登记表', null, '2026-03-02 19:40', cast.bodies.hotline),
      createDocument('法律援助申请表', numbers.application, '2026-03-04 10:00', legalAidCentre),
      createDocument('申请材料接收凭证', numbers.receipt, '2026-03-04 10:30', legalAidCentre),
      createDocument('给予法律援助决定书', numbers.decision, '2026-03-09 15:00', legalAidCentre),
      createDocument('指派通知书', numbers.assignment, '2026-03-10 11:00', legalAidCentre),
      createDocument('委托代理协议', null, '2026-03-12 10:00', lawFirm),
      createDocument('结案报告表', null, '2026-09-28 10:00', lawFirm),
    ],
    secrecy: ['privacy'],
  },
  {
    form: 'CIVIL_NON_LITIGATION',
    ground: 'INJURY',
    application: {
      applicationNo: numbers.application,
      receivedAt: toInstant('2026-03-04 10:00'),
      receiptNo: numbers.receipt,
      jurisdictionGround: 'EVENT_PLACE',
      urgent: null,
      caseFacts: '受雇搭建脚手架时坠落致伤，与包工人未签劳动合同，请求赔偿。（测试数据）',
      supplement: null,
    },
    consultation: {
      consultNo: 'ZX-48-20260302-000117',
      channel: 'HOTLINE',
      askedAt: toInstant('2026-03-02 19:20'),
      answeredAt: toInstant('2026-03-02 19:40'),
      topic: '提供劳务受害如何索赔',
      toldOfRight: true,
      satisfaction: 5,
    },
    hardshipCheck: {
      mode: 'EXEMPT_FROM_CHECK',
      exemptGround: 'RELIEF_RECIPIENT',
      sourceAgency: cast.bodies.civilAffairsBureau.name,
      result: 'NOT_REQUIRED',
      householdIncome: null,
    },
    decision: {
      decisionNo: numbers.decision,
      kind: 'GRANT',
      decidedAt: toInstant('2026-03-09 15:00'),
      reasonCode: null,
      servedAt: toInstant('2026-03-10 09:30'),
    },
    assignments: [
      {
        assignmentNo: numbers.assignment,
        assignedAt: toInstant('2026-03-10 11:00'),
        firm: lawFirm.id,
        practitionerNo: li.practitionerNo,
        mode: 'ASSIGN',
        conflictDeclaration: 'CLEAN',
        agreementSignedAt: toInstant('2026-03-12 10:00'),
      },
    ],
    opposingParties: [contractor.credential],
    subsidies: [{ amount: 240_000, paidAt: toInstant('2026-10-20 10:00'), payee: li.practitionerNo }],
    outcome: '调解结案',
    recovered: 18_600_000,
    qualityGrade: '良好',
  },
);
