import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createLegalAidCase } from '../build/createLegalAidCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';

const { wang, wangSons } = cast.persons;
const { legalAidCentre, thirdLawFirm } = cast.bodies;
const { zhou } = cast.practitioners;

/** Numbers on the documents of Wang's legal aid case. */
export const sc2LegalAidNumbers = {
  legalAidCase: '（2026）测州中援字第0012号',
  application: '（2026）测州中援申字第0012号',
  decision: '（2026）测州中援审字第0012号',
  assignment: '（2026）测州中援指字第0012号',
} as const;

const numbers = sc2LegalAidNumbers;

/** Step 4: an old woman without a fixed income needs no check (art. 42(1)). Nothing is left to be done, so that it stays as it should be. */
export const sc2LegalAid = createLegalAidCase(
  {
    key: 'S2LA1',
    region: '480101',
    caseNo: numbers.legalAidCase,
    agency: legalAidCentre.id,
    parties: [createParty(wang, 'RECIPIENT', 'A', { lawyer: zhou })],
    handlers: [createHandler('ASSIGNED_LAWYER', zhou, '2026-05-12 10:00')],
    events: createHistory('LEGAL_AID', [
      ['SUBMIT', '2026-05-06 10:00', 'APPLICANT', { documentNo: numbers.application }],
      ['ACCEPT', '2026-05-06 11:00', 'INTAKE_CLERK'],
      ['GRANT', '2026-05-11 15:00', 'HEAD', { documentNo: numbers.decision }],
      ['OPEN_CASE', '2026-05-11 15:30', 'INTAKE_CLERK'],
      ['ASSIGN', '2026-05-12 10:00', 'HEAD', { documentNo: numbers.assignment }],
      ['SIGN_AGREEMENT', '2026-05-15 10:00', 'ASSIGNED_LAWYER'],
      ['START', '2026-05-15 15:00', 'ASSIGNED_LAWYER'],
      ['CONCLUDE', '2026-11-06 17:00', 'ASSIGNED_LAWYER'],
      ['SUBMIT_FILE', '2026-11-11 10:00', 'ASSIGNED_LAWYER'],
      ['REVIEW_FILE', '2026-11-17 15:00', 'REVIEWER'],
      ['PAY_SUBSIDY', '2026-11-19 10:00', 'HEAD'],
      ['ARCHIVE', '2026-11-20 10:00', 'INTAKE_CLERK'],
    ]),
    documents: [
      createDocument('法律援助申请表', numbers.application, '2026-05-06 10:00', legalAidCentre),
      createDocument('给予法律援助决定书', numbers.decision, '2026-05-11 15:00', legalAidCentre),
      createDocument('指派通知书', numbers.assignment, '2026-05-12 10:00', legalAidCentre),
      createDocument('委托代理协议', null, '2026-05-15 10:00', thirdLawFirm),
      createDocument('结案报告表', null, '2026-11-11 10:00', thirdLawFirm),
    ],
    secrecy: ['privacy'],
  },
  {
    form: 'CIVIL_NON_LITIGATION',
    ground: 'OTHER',
    application: {
      applicationNo: numbers.application,
      receivedAt: toInstant('2026-05-06 10:00'),
      receiptNo: null,
      jurisdictionGround: 'EVENT_PLACE',
      urgent: null,
      caseFacts: '丈夫去世，两子对遗产份额有争议，请求协助调解。（测试数据）',
      supplement: null,
    },
    hardshipCheck: {
      mode: 'EXEMPT_FROM_CHECK',
      exemptGround: 'NO_FIXED_INCOME',
      sourceAgency: null,
      result: 'NOT_REQUIRED',
      householdIncome: null,
    },
    decision: {
      decisionNo: numbers.decision,
      kind: 'GRANT',
      decidedAt: toInstant('2026-05-11 15:00'),
      reasonCode: null,
      servedAt: toInstant('2026-05-12 11:00'),
    },
    assignments: [
      {
        assignmentNo: numbers.assignment,
        assignedAt: toInstant('2026-05-12 10:00'),
        firm: thirdLawFirm.id,
        practitionerNo: zhou.practitionerNo,
        mode: 'ASSIGN',
        conflictDeclaration: 'CLEAN',
        agreementSignedAt: toInstant('2026-05-15 10:00'),
      },
    ],
    opposingParties: [wangSons[0].credential, wangSons[1].credential],
    subsidies: [{ amount: 160_000, paidAt: toInstant('2026-11-19 10:00'), payee: zhou.practitionerNo }],
    outcome: '调解结案',
  },
);
