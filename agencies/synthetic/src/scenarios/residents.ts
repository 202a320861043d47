import { createDocument } from '../build/createDocument.ts';
import { createHandler } from '../build/createHandler.ts';
import { createHistory, toInstant } from '../build/createHistory.ts';
import { createNotaryCase } from '../build/createNotaryCase.ts';
import { createParty } from '../build/createParty.ts';
import { createSlice } from '../build/createSlice.ts';
import { cast } from '../cast.ts';
import type { SyntheticPerson } from '../syntheticRegister.ts';
import { graphCaseId } from '../syntheticWorld.ts';

const { hongKongResident, macaoResident, taiwanResident } = cast.persons;
const { notaryOffice3 } = cast.bodies;
const { notaryYou } = cast.practitioners;

function residentCase(person: SyntheticPerson, serial: number, series: string, placeOfUse: string) {
  const number = (word: string) => `（2026）测正${word}字第${String(serial).padStart(5, '0')}号`;
  const certificateNo = number(`${series}证`);
  return createNotaryCase(
    {
      key: `SRNO${serial}`,
      region: '480101',
      caseNo: number('公证受'),
      agency: notaryOffice3.id,
      parties: [createParty(person, 'APPLICANT', 'A')],
      handlers: [createHandler('NOTARY', notaryYou, '2026-06-09 09:00')],
      events: createHistory('NOTARY', [
        ['SUBMIT', '2026-06-08 10:00', 'APPLICANT', { documentNo: number('公证申') }],
        ['ACCEPT', '2026-06-09 09:00', 'NOTARY'],
        ['EXAMINE', '2026-06-10 09:00', 'NOTARY'],
        ['SUBMIT_DRAFT', '2026-06-16 15:00', 'NOTARY'],
        ['APPROVE', '2026-06-17 10:00', 'APPROVER', { documentNo: certificateNo }],
      ]),
      documents: [
        createDocument('公证申请表', number('公证申'), '2026-06-08 10:00', notaryOffice3),
        createDocument('公证书', certificateNo, '2026-06-17 10:00', notaryOffice3, { title: '委托公证书' }),
      ],
      secrecy: ['privacy'],
    },
    {
      matter: 'POA',
      purpose: '委托办理房产手续',
      placeOfUse,
      applicationNo: number('公证申'),
      fee: 30_000,
      certificate: {
        certificateNo,
        issuedAt: toInstant('2026-06-17 10:00'),
        kind: '委托公证书',
        status: 'VALID',
        language: 'zh',
        copies: 2,
        enforceability: null,
        legalisation: null,
      },
    },
  );
}

const hongKong = residentCase(hongKongResident, 1, '港澳', '香港');
const macao = residentCase(macaoResident, 2, '港澳', '澳门');
const taiwan = residentCase(taiwanResident, 3, '台', '台湾');

/** Residents of Hong Kong, Macao and Taiwan with one notary case each: documents of other forms than the identity card. */
export const residents = {
  cases: { hongKong: graphCaseId(hongKong), macao: graphCaseId(macao), taiwan: graphCaseId(taiwan) },
  slice: createSlice({ cases: [hongKong, macao, taiwan] }),
} as const;
