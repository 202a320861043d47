import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createLegalAidCase } from '../build/createLegalAidCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import { sc3ChenNumbers, sc3Secrecy, sealedAt, sealingNotice } from './sc3Sealing.ts';

const { chen, victim } = cast.persons;
const { legalAidCentre, policeOrgan, secondLawFirm } = cast.bodies;
const { qian, dutyLawyer } = cast.practitioners;
const numbers = sc3ChenNumbers;

/** Step 2: a lawyer on duty helped and forwarded the guardian's application within two hours; the notice made it needless. */
export const sc3ForwardedApplication = createLegalAidCase(
  {
    key: 'S3LA0',
    region: '480101',
    caseNo: '（2026）测州中援字第0020号',
    agency: legalAidCentre.id,
    parties: [createParty(chen, 'SUSPECT', 'A')],
    handlers: [createHandler('DUTY_LAWYER', dutyLawyer, '2026-05-11 17:30', '2026-05-12 14:00')],
    events: createHistory('LEGAL_AID', [
      ['FORWARD', '2026-05-11 20:00', 'DUTY_LAWYER', { documentNo: numbers.forwardedApplication }],
      ['RECEIVE', '2026-05-12 08:40', 'INTAKE_CLERK'],
      ['WITHDRAW', '2026-05-12 14:00', 'APPLICANT', { reasonCode: 'NOTICE_RECEIVED' }],
      sealedAt('2026-09-02 10:00'),
    ]),
    documents: [
      createDocument('法律援助申请表', numbers.forwardedApplication, '2026-05-11 18:00', legalAidCentre),
      createDocument('法律帮助记录', null, '2026-05-11 18:00', legalAidCentre),
      sealingNotice,
    ],
    secrecy: sc3Secrecy,
  },
  {
    form: 'DUTY_LAWYER',
    ground: 'MINOR',
    application: {
      applicationNo: numbers.forwardedApplication,
      receivedAt: toInstant('2026-05-12 08:40'),
      receiptNo: null,
      jurisdictionGround: 'CASE_ORGAN_PLACE',
      urgent: null,
      caseFacts: '未成年嫌疑人的监护人申请辩护。（测试数据）',
      supplement: null,
    },
    hardshipCheck: {
      mode: 'NOT_APPLICABLE',
      exemptGround: null,
      sourceAgency: null,
      result: 'NOT_REQUIRED',
      householdIncome: null,
    },
    dutyLawyer: {
      place: '测州市看守所值班律师工作站',
      startedAt: toInstant('2026-05-11 17:30'),
      practitionerNo: dutyLawyer.practitionerNo,
    },
  },
);

/** Steps 1 and 3: found on 11 May, notice on the 12th, a lawyer who knows minors on the 13th. */
export const sc3Defence = createLegalAidCase(
  {
    key: 'S3LA1',
    region: '480101',
    caseNo: numbers.defence,
    agency: legalAidCentre.id,
    parties: [createParty(chen, 'SUSPECT', 'A', { lawyer: qian })],
    handlers: [createHandler('ASSIGNED_LAWYER', qian, '2026-05-13 10:00')],
    events: createHistory('LEGAL_AID', [
      ['RECEIVE_NOTICE', '2026-05-12 09:00', 'CASE_ORGAN', { documentNo: numbers.notice }],
      ['ASSIGN', '2026-05-13 10:00', 'HEAD', { documentNo: numbers.assignment }],
      ['SIGN_AGREEMENT', '2026-05-14 10:00', 'ASSIGNED_LAWYER'],
      ['START', '2026-05-14 10:30', 'ASSIGNED_LAWYER'],
      ['CONCLUDE', '2026-08-31 16:00', 'ASSIGNED_LAWYER', { reasonCode: 'NON_PROSECUTION' }],
      sealedAt('2026-09-02 10:00'),
      ['SUBMIT_FILE', '2026-09-14 10:00', 'ASSIGNED_LAWYER'],
      ['REVIEW_FILE', '2026-09-24 15:00', 'REVIEWER'],
      ['PAY_SUBSIDY', '2026-09-28 10:00', 'HEAD'],
      ['ARCHIVE', '2026-09-30 10:00', 'INTAKE_CLERK'],
    ]),
    documents: [
      createDocument('通知辩护公函', numbers.notice, '2026-05-12 09:00', policeOrgan),
      createDocument('指派通知书', numbers.assignment, '2026-05-13 10:00', legalAidCentre),
      createDocument('法律援助公函', null, '2026-05-13 10:30', legalAidCentre),
      createDocument('委托代理/辩护协议', null, '2026-05-14 10:00', secondLawFirm),
      createDocument('结案报告表', null, '2026-09-14 10:00', secondLawFirm),
      sealingNotice,
    ],
    secrecy: sc3Secrecy,
    otherNumbers: [numbers.notice],
  },
  {
    form: 'CRIMINAL_DEFENCE',
    ground: 'MINOR',
    notice: {
      noticeNo: numbers.notice,
      organ: policeOrgan.id,
      ground: 'MINOR',
      foundAt: toInstant('2026-05-11 10:00'),
      receivedAt: toInstant('2026-05-12 09:00'),
      detained: true,
    },
    hardshipCheck: {
      mode: 'NOT_APPLICABLE',
      exemptGround: null,
      sourceAgency: null,
      result: 'NOT_REQUIRED',
      householdIncome: null,
    },
    assignments: [
      {
        assignmentNo: numbers.assignment,
        assignedAt: toInstant('2026-05-13 10:00'),
        firm: secondLawFirm.id,
        practitionerNo: qian.practitionerNo,
        mode: 'ASSIGN',
        conflictDeclaration: 'CLEAN',
        agreementSignedAt: toInstant('2026-05-14 10:00'),
      },
    ],
    opposingParties: [victim.credential],
    subsidies: [{ amount: 180_000, paidAt: toInstant('2026-09-28 10:00'), payee: qian.practitionerNo }],
    outcome: '不起诉',
    qualityGrade: '优秀',
  },
);
