import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createNotaryCase } from '../build/createNotaryCase.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';

const { farmers } = cast.persons;
const { environmentBureau, notaryOffice1, polluter } = cast.bodies;
const { notaryFeng, notaryHan } = cast.practitioners;

/** SM3 digests of the three water samples' records, the same at every hand-over. Made up. */
export const sc5Digests: readonly string[] = ['5a', '6b', '7c'].map((byte) => byte.repeat(32));

/** Numbers on the two certificates. */
export const sc5NotaryNumbers = {
  evidenceCertificate: '（2026）测城中内民证字第00088号',
  compensationCertificate: '（2026）测城中内经证字第00140号',
} as const;

/** Step 2: the notary takes water samples at the ponds, before the farmers' eyes. */
export const sc5Evidence = createNotaryCase(
  {
    key: 'S5NO1',
    region: '480101',
    caseNo: '（2026）测城中公证受字第00049号',
    agency: notaryOffice1.id,
    parties: farmers.slice(0, 2).map((farmer) => createParty(farmer, 'APPLICANT', 'A')),
    handlers: [createHandler('NOTARY', notaryFeng, '2026-04-20 09:00')],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2026-04-20 08:30', 'APPLICANT', { documentNo: '（2026）测城中公证申字第00052号' }],
      ['ACCEPT', '2026-04-20 09:00', 'NOTARY'],
      ['EXAMINE', '2026-04-20 09:30', 'NOTARY'],
      ['SUBMIT_DRAFT', '2026-04-24 15:00', 'NOTARY'],
      ['APPROVE', '2026-04-27 10:00', 'APPROVER', { documentNo: sc5NotaryNumbers.evidenceCertificate }],
    ]),
    documents: [
      createDocument('公证申请表', '（2026）测城中公证申字第00052号', '2026-04-20 08:30', notaryOffice1),
      createDocument('公证书', sc5NotaryNumbers.evidenceCertificate, '2026-04-27 10:00', notaryOffice1, {
        title: '保全证据公证书',
      }),
    ],
  },
  {
    matter: 'EVIDENCE',
    purpose: '索赔',
    applicationNo: '（2026）测城中公证申字第00052号',
    venueGround: 'PLACE_OF_FACT',
    handlingMode: 'ON_SITE',
    fee: 200_000,
    certificate: {
      certificateNo: sc5NotaryNumbers.evidenceCertificate,
      issuedAt: toInstant('2026-04-27 10:00'),
      kind: '保全证据公证书',
      status: 'VALID',
      language: 'zh',
      copies: 3,
      enforceability: null,
      legalisation: null,
    },
    evidence: {
      object: '鱼塘水样三份',
      method: '现场取样封存',
      place: '测试村鱼塘',
      startedAt: toInstant('2026-04-20 10:00'),
      digests: sc5Digests,
      storage: '测州市城中公证处证据保管室',
    },
  },
);

/** Step 8: the agreement of the 生态环境损害赔偿磋商, notarised at the request of both sides. */
export const sc5Compensation = createNotaryCase(
  {
    key: 'S5NO2',
    region: '480101',
    caseNo: '（2026）测城中公证受字第00131号',
    agency: notaryOffice1.id,
    parties: [createParty(environmentBureau, 'APPLICANT', 'A'), createParty(polluter, 'APPLICANT', 'B')],
    handlers: [createHandler('NOTARY', notaryHan, '2026-09-01 09:00')],
    events: createHistory('NOTARY', [
      ['SUBMIT', '2026-08-31 10:00', 'APPLICANT', { documentNo: '（2026）测城中公证申字第00138号' }],
      ['ACCEPT', '2026-09-01 09:00', 'NOTARY'],
      ['EXAMINE', '2026-09-02 09:00', 'NOTARY'],
      ['SUBMIT_DRAFT', '2026-09-08 15:00', 'NOTARY'],
      ['APPROVE', '2026-09-09 10:00', 'APPROVER', { documentNo: sc5NotaryNumbers.compensationCertificate }],
    ]),
    documents: [
      createDocument('公证申请表', '（2026）测城中公证申字第00138号', '2026-08-31 10:00', notaryOffice1),
      createDocument('公证书', sc5NotaryNumbers.compensationCertificate, '2026-09-09 10:00', notaryOffice1, {
        title: '协议公证书',
      }),
    ],
  },
  {
    matter: 'CONTRACT',
    purpose: '履行赔偿协议',
    applicationNo: '（2026）测城中公证申字第00138号',
    venueGround: 'PLACE_OF_ACT',
    fee: 300_000,
    certificate: {
      certificateNo: sc5NotaryNumbers.compensationCertificate,
      issuedAt: toInstant('2026-09-09 10:00'),
      kind: '合同公证书',
      status: 'VALID',
      language: 'zh',
      copies: 4,
      enforceability: null,
      legalisation: null,
    },
  },
);
