import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createNotaryCase } from '../build/createNotaryCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import { sc2LegalAidNumbers } from './sc2LegalAid.ts';

const { wang, wangHusband, wangSons } = cast.persons;
const { notaryOffice1 } = cast.bodies;
const { notaryFeng, notaryHan, zhou } = cast.practitioners;
const [eldest, second, abroad] = wangSons;

/** Numbers on the documents of the will, the refused and the granted inheritance matter, and the waiver. */
export const sc2NotaryNumbers = {
  willCertificate: '（2019）测城中内民证字第00318号',
  refusedInheritance: '（2026）测城中公证受字第00041号',
  refusalDecision: '（2026）测城中公证不字第00003号',
  waiverCertificate: '（2026）测城中内民证字第00207号',
  inheritance: '（2026）测城中公证受字第00122号',
  inheritanceCertificate: '（2026）测城中内民证字第00208号',
  legalisation: '（2026）测城中附加证字第00011号',
  reExaminationDecision: '（2026）测城中公证复字第00002号',
} as const;

const numbers = sc2NotaryNumbers;
const sons = [eldest, second, abroad].map((son) => createParty(son, 'KIN', 'B'));

/** The late husband's will, made in 2019: whether it exists was nobody's to know while he lived. */
export const sc2Will = createNotaryCase(
  {
    key: 'S2NO1',
    region: '480101',
    caseNo: '（2019）测城中公证受字第00301号',
    agency: notaryOffice1.id,
    parties: [createParty(wangHusband, 'TESTATOR', 'A')],
    handlers: [createHandler('NOTARY', notaryHan, '2019-05-14 09:00')],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2019-05-14 09:00', 'APPLICANT', { documentNo: '（2019）测城中公证申字第00312号' }],
      ['ACCEPT', '2019-05-14 10:00', 'NOTARY'],
      ['EXAMINE', '2019-05-15 09:00', 'NOTARY'],
      ['SUBMIT_DRAFT', '2019-05-21 15:00', 'NOTARY'],
      ['APPROVE', '2019-05-22 10:00', 'APPROVER', { documentNo: numbers.willCertificate }],
      ['ARCHIVE', '2019-06-03 10:00', 'NOTARY'],
    ]),
    documents: [
      createDocument('公证申请表', '（2019）测城中公证申字第00312号', '2019-05-14 09:00', notaryOffice1, {
        secrecy: ['willSecret'],
      }),
      createDocument('公证书', numbers.willCertificate, '2019-05-22 10:00', notaryOffice1, {
        secrecy: ['willSecret'],
      }),
    ],
    secrecy: ['willSecret', 'privacy'],
  },
  {
    matter: 'WILL',
    purpose: '处分身后财产',
    applicationNo: '（2019）测城中公证申字第00312号',
    fee: 50_000,
    certificate: {
      certificateNo: numbers.willCertificate,
      issuedAt: toInstant('2019-05-22 10:00'),
      kind: '遗嘱公证书',
      status: 'VALID',
      language: 'zh',
      copies: 1,
      enforceability: null,
      legalisation: null,
    },
    will: { registeredAt: toInstant('2019-05-22 11:00'), custody: '测州市城中公证处遗嘱库' },
  },
);

/** Steps 1 to 3: the register was checked after proof of death; two sons contest the shares, so art. 31(4) forbids. */
export const sc2RefusedInheritance = createNotaryCase(
  {
    key: 'S2NO2',
    region: '480101',
    caseNo: numbers.refusedInheritance,
    agency: notaryOffice1.id,
    parties: [createParty(wang, 'APPLICANT', 'A'), ...sons],
    handlers: [createHandler('NOTARY', notaryFeng, '2026-04-09 09:00', '2026-04-28 16:00')],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2026-04-08 10:00', 'APPLICANT', { documentNo: '（2026）测城中公证申字第00044号' }],
      ['ACCEPT', '2026-04-09 09:00', 'NOTARY', { documentNo: numbers.refusedInheritance }],
      ['EXAMINE', '2026-04-10 09:00', 'NOTARY'],
      ['VERIFY_FACTS', '2026-04-14 09:00', 'NOTARY'],
      ['RESUME', '2026-04-22 09:00', 'NOTARY'],
      ['REFUSE', '2026-04-28 16:00', 'HEAD', { documentNo: numbers.refusalDecision, reasonCode: 'DISPUTE' }],
    ]),
    documents: [
      createDocument('公证申请表', '（2026）测城中公证申字第00044号', '2026-04-08 10:00', notaryOffice1),
      createDocument('受理通知单', numbers.refusedInheritance, '2026-04-09 09:00', notaryOffice1),
      createDocument('核实记录', null, '2026-04-22 09:00', notaryOffice1, { secrecy: ['willSecret'] }),
      createDocument('不予办理公证决定书', numbers.refusalDecision, '2026-04-28 16:00', notaryOffice1),
    ],
    pauses: [
      {
        ruleId: 'D-10',
        reason: '核实',
        from: toInstant('2026-04-14 09:00'),
        to: toInstant('2026-04-22 09:00'),
      },
    ],
    secrecy: ['privacy'],
  },
  {
    matter: 'INHERITANCE',
    purpose: '继承遗产',
    applicationNo: '（2026）测城中公证申字第00044号',
    fee: 120_000,
    refuseGround: 'DISPUTE',
    verifications: [{ at: toInstant('2026-04-22 09:00'), what: '死亡证明及遗产情况', result: '已核实' }],
  },
);

/** Step 10, first half: the son abroad waives his share before the notary, online. */
export const sc2Waiver = createNotaryCase(
  {
    key: 'S2NO3',
    region: '480101',
    caseNo: '（2026）测城中公证受字第00121号',
    agency: notaryOffice1.id,
    parties: [createParty(abroad, 'APPLICANT', 'A')],
    handlers: [createHandler('NOTARY', notaryFeng, '2026-08-25 09:00')],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2026-08-24 10:00', 'APPLICANT', { documentNo: '（2026）测城中公证申字第00128号' }],
      ['ACCEPT', '2026-08-25 09:00', 'NOTARY'],
      ['EXAMINE', '2026-08-26 09:00', 'NOTARY'],
      ['SUBMIT_DRAFT', '2026-08-28 15:00', 'NOTARY'],
      ['APPROVE', '2026-08-31 10:00', 'APPROVER', { documentNo: numbers.waiverCertificate }],
    ]),
    documents: [
      createDocument('公证申请表', '（2026）测城中公证申字第00128号', '2026-08-24 10:00', notaryOffice1),
      createDocument('公证书', numbers.waiverCertificate, '2026-08-31 10:00', notaryOffice1, {
        title: '放弃继承权声明公证书',
      }),
    ],
    secrecy: ['privacy'],
  },
  {
    matter: 'DECLARATION',
    purpose: '放弃继承',
    applicationNo: '（2026）测城中公证申字第00128号',
    handlingMode: 'ONLINE',
    fee: 20_000,
    certificate: {
      certificateNo: numbers.waiverCertificate,
      issuedAt: toInstant('2026-08-31 10:00'),
      kind: '声明公证书',
      status: 'VALID',
      language: 'zh',
      copies: 2,
      enforceability: null,
      legalisation: null,
    },
  },
);

/** Steps 10 to 12: issued net of a pause, the fee waived, a copy for abroad, and a re-examination that upheld it. */
export const sc2Inheritance = createNotaryCase(
  {
    key: 'S2NO4',
    region: '480101',
    caseNo: numbers.inheritance,
    agency: notaryOffice1.id,
    parties: [createParty(wang, 'APPLICANT', 'A', { lawyer: zhou }), ...sons],
    handlers: [
      createHandler('NOTARY', notaryFeng, '2026-08-25 10:00'),
      createHandler('REVIEWER', notaryHan, '2026-10-13 09:00', '2026-11-06 15:00'),
    ],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2026-08-24 11:00', 'APPLICANT', { documentNo: '（2026）测城中公证申字第00129号' }],
      ['ACCEPT', '2026-08-25 10:00', 'NOTARY', { documentNo: numbers.inheritance }],
      ['EXAMINE', '2026-08-26 10:00', 'NOTARY'],
      ['VERIFY_FACTS', '2026-09-01 10:00', 'NOTARY'],
      ['RESUME', '2026-09-11 10:00', 'NOTARY'],
      ['SUBMIT_DRAFT', '2026-09-22 15:00', 'NOTARY'],
      ['APPROVE', '2026-09-23 10:00', 'APPROVER', { documentNo: numbers.inheritanceCertificate }],
      ['REQUEST_REEXAMINATION', '2026-10-12 10:00', 'INTERESTED_PERSON'],
      ['UPHOLD', '2026-11-06 15:00', 'HEAD', { documentNo: numbers.reExaminationDecision }],
    ]),
    documents: [
      createDocument('公证申请表', '（2026）测城中公证申字第00129号', '2026-08-24 11:00', notaryOffice1),
      createDocument('受理通知单', numbers.inheritance, '2026-08-25 10:00', notaryOffice1),
      createDocument('核实记录', null, '2026-09-11 10:00', notaryOffice1),
      createDocument('公证书', numbers.inheritanceCertificate, '2026-09-23 10:00', notaryOffice1, {
        title: '继承权公证书',
      }),
      createDocument('附加证明书', numbers.legalisation, '2026-09-29 10:00', notaryOffice1),
      createDocument('复查决定书', numbers.reExaminationDecision, '2026-11-06 15:00', notaryOffice1),
    ],
    pauses: [
      {
        ruleId: 'D-10',
        reason: '核实',
        from: toInstant('2026-09-01 10:00'),
        to: toInstant('2026-09-11 10:00'),
      },
    ],
    secrecy: ['privacy'],
  },
  {
    matter: 'INHERITANCE',
    purpose: '继承遗产',
    placeOfUse: '法国',
    applicationNo: '（2026）测城中公证申字第00129号',
    fee: 0,
    feeReduction: {
      form: 'WAIVED',
      standardFee: 120_000,
      reducedBy: 120_000,
      basis: 'LEGAL_AID',
      basisDocumentNo: sc2LegalAidNumbers.decision,
      basisConfirmed: true,
      approvedAt: toInstant('2026-08-25 10:00'),
      approvedBy: notaryOffice1.id,
      localRule: null,
      settledBy: null,
    },
    verifications: [{ at: toInstant('2026-09-11 10:00'), what: '调解协议及鉴定意见', result: '已核实' }],
    certificate: {
      certificateNo: numbers.inheritanceCertificate,
      issuedAt: toInstant('2026-09-23 10:00'),
      kind: '继承公证书',
      status: 'VALID',
      language: 'zh-fr',
      copies: 4,
      enforceability: null,
      legalisation: { kind: 'APOSTILLE', country: '法国' },
    },
    reExamination: {
      requestedBy: second.credential,
      requestedAt: toInstant('2026-10-12 10:00'),
      errorClaimed: '认为份额计算有误',
      decidedAt: toInstant('2026-11-06 15:00'),
      result: 'UPHELD',
      carriedOutAt: null,
    },
  },
);
