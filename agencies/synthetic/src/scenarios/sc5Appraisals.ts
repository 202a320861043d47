import { createAppraisalCase } from '../build/createAppraisalCase.ts';
import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import { sc5Digests } from './sc5Notary.ts';

const { farmers } = cast.persons;
const { environmentBureau, environmentalInstitution1, environmentalInstitution2, notaryOffice1, polluter } =
  cast.bodies;
const { environmentalAppraiser1, environmentalAppraiser2 } = cast.practitioners;

/** Numbers on the documents of the two appraisals. */
export const sc5AppraisalNumbers = {
  appraisalCase: '测青所[2026]受鉴字第4号',
  commission: '测环中委鉴字〔2026〕9号',
  opinion: '测青所[2026]环鉴字第4号',
  parallelCase: '测绿所[2026]受鉴字第2号',
  parallelCommission: '（2026）测村委鉴字第0001号',
} as const;

const numbers = sc5AppraisalNumbers;

/** Steps 3, 6 and 7: the bureau's commission, samples in one unbroken chain, thirty working days more, the opinion. */
export const sc5Appraisal = createAppraisalCase(
  {
    key: 'S5FA1',
    region: '480101',
    caseNo: numbers.appraisalCase,
    agency: environmentalInstitution1.id,
    parties: [
      createParty(environmentBureau, 'CLIENT', 'NEUTRAL'),
      createParty(polluter, 'OPPOSING_PARTY', 'B'),
    ],
    handlers: [
      createHandler('APPRAISER', environmentalAppraiser1, '2026-05-08 09:00'),
      createHandler('APPRAISER', environmentalAppraiser2, '2026-05-08 09:00'),
    ],
    events: createHistory('FORENSIC_APPRAISAL', [
      ['COMMISSION', '2026-04-28 10:00', 'CLIENT', { documentNo: numbers.commission }],
      ['REVIEW', '2026-04-29 09:00', 'REVIEWER'],
      ['SIGN_COMMISSION', '2026-05-07 15:00', 'HEAD', { documentNo: numbers.commission }],
      ['ASSIGN_APPRAISERS', '2026-05-08 09:00', 'HEAD'],
      ['START_EXAMINATION', '2026-05-11 09:00', 'APPRAISER'],
      ['EXTEND', '2026-06-12 15:00', 'HEAD'],
      ['SUBMIT_DRAFT', '2026-07-20 16:00', 'APPRAISER'],
      ['ISSUE', '2026-07-24 15:00', 'HEAD', { documentNo: numbers.opinion }],
    ]),
    documents: [
      createDocument('司法鉴定委托书', numbers.commission, '2026-04-28 10:00', environmentBureau),
      createDocument('材料接收清单', null, '2026-05-07 15:00', environmentalInstitution1),
      createDocument('鉴定人承诺书', null, '2026-05-08 09:00', environmentalInstitution1),
      createDocument('延长时限告知书', null, '2026-06-12 15:00', environmentalInstitution1),
      createDocument('司法鉴定意见书', numbers.opinion, '2026-07-24 15:00', environmentalInstitution1),
    ],
    extensions: [
      {
        ruleId: 'D-21',
        length: 30,
        approvedAt: toInstant('2026-06-12 15:00'),
        clientToldAt: toInstant('2026-06-12 16:00'),
      },
    ],
    otherNumbers: [numbers.commission],
  },
  {
    category: 'WATER',
    matters: ['POLLUTANT_PROPERTY', 'DAMAGE_CAUSATION', 'DAMAGE_EXTENT'],
    commission: {
      commissionNo: numbers.commission,
      clientKind: 'CASE_ORGAN',
      client: environmentBureau.id,
      receivedAt: toInstant('2026-04-28 10:00'),
      effectiveAt: toInstant('2026-05-07 15:00'),
      purpose: '生态环境损害调查',
      isReappraisal: false,
      agreedTermDays: null,
      fee: 4_800_000,
    },
    standards: ['GB/T 39791.1-2020', 'GB/T 39792.2-2020'],
    materials: sc5Digests.map((digest, index) => ({
      no: String(index + 1),
      name: `水样${index + 1}号`,
      receivedAt: toInstant('2026-05-07 15:00'),
      returnedAt: null,
      custody: [
        { at: toInstant('2026-04-20 11:00'), from: '现场', to: notaryOffice1.name, digest },
        { at: toInstant('2026-04-28 09:00'), from: notaryOffice1.name, to: environmentBureau.name, digest },
        {
          at: toInstant('2026-05-07 15:00'),
          from: environmentBureau.name,
          to: environmentalInstitution1.name,
          digest,
        },
      ],
    })),
    opinion: {
      opinionNo: numbers.opinion,
      issuedAt: toInstant('2026-07-24 15:00'),
      conclusion: '鱼塘水体污染与排放废水之间存在因果关系。（测试结论）',
      signedBy: [environmentalAppraiser1.practitionerNo, environmentalAppraiser2.practitionerNo],
      correctedAt: null,
    },
    examinedAt: toInstant('2026-05-12 09:30'),
  },
);

const [firstFarmer] = farmers;
if (firstFarmer === undefined) throw new Error('the cast has no farmers');

/** Step 4: the same matter asked of a second institution, which must not take it (通则 art. 15). */
export const sc5ParallelAppraisal = createAppraisalCase(
  {
    key: 'S5FA2',
    region: '480101',
    caseNo: numbers.parallelCase,
    agency: environmentalInstitution2.id,
    parties: [createParty(firstFarmer, 'CLIENT', 'A')],
    handlers: [],
    events: createHistory('FORENSIC_APPRAISAL', [
      ['COMMISSION', '2026-05-13 10:00', 'CLIENT', { documentNo: numbers.parallelCommission }],
      ['REVIEW', '2026-05-14 09:00', 'REVIEWER'],
      ['REFUSE', '2026-05-18 15:00', 'HEAD', { reasonCode: 'PARALLEL_COMMISSION' }],
    ]),
    documents: [
      createDocument(
        '司法鉴定委托书',
        numbers.parallelCommission,
        '2026-05-13 10:00',
        environmentalInstitution2,
      ),
      createDocument('不予受理函', null, '2026-05-18 15:00', environmentalInstitution2),
    ],
  },
  {
    category: 'WATER',
    matters: ['DAMAGE_CAUSATION'],
    commission: {
      commissionNo: numbers.parallelCommission,
      clientKind: 'PARTY',
      client: firstFarmer.credential,
      receivedAt: toInstant('2026-05-13 10:00'),
      effectiveAt: null,
      purpose: '索赔',
      isReappraisal: false,
      agreedTermDays: null,
      fee: 0,
    },
    notAcceptGround: 'PARALLEL_COMMISSION',
  },
);
