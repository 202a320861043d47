import { z } from 'zod';
import type { NotaryCase } from '../store/notaryCase.ts';
import { roleWords, sideWords } from '../wire/caseWords.ts';
import { handlingModeWords, matterWords, venueWords } from '../wire/notaryWords.ts';
import { readContent } from '../wire/readRequest.ts';
import { credential, listOf, optional, subject, text, word, yuan } from '../wire/wireForms.ts';
import { require } from './effect.ts';

const NewParty = z.strictObject({
  身份: word(roleWords),
  立场: word(sideWords),
  主体: subject,
  代理人执业证号: optional(text),
  代理人: optional(credential),
});

const NewApplication = z.strictObject({
  地区代码: z.string().regex(/^\d{6}$/, '应为6位行政区划代码'),
  公证机构: text,
  事项类别: word(matterWords),
  用途: text,
  使用地: text,
  管辖依据: word(venueWords),
  办理方式: word(handlingModeWords),
  公证费: yuan,
  当事人列表: listOf('当事人', NewParty),
});

/**
 * A case from an application that has just come in. `serial` makes its numbers; a will is secret from the first moment.
 *
 * @throws {WireError} E1002 for the data, E3003 where the applicant or the office is missing.
 */
export function newApplication(
  content: unknown,
  options: { serial: number; now: string; actorRole: string; hasOffice(id: string): boolean },
): NotaryCase {
  const data = readContent(NewApplication, content);
  const { now, actorRole } = options;
  require(options.hasOffice(data.公证机构), '公证机构未登记');
  require(data.当事人列表.some(({ 立场 }) => 立场 === 'A'), '至少须有一名甲方当事人（申请人）');
  const serial = String(options.serial).padStart(8, '0');
  const number = `（${now.slice(0, 4)}）公证申字第${serial}号`;
  const secrecy = data.事项类别 === 'WILL' ? (['willSecret'] as const) : [];
  return {
    acceptanceNo: `SL${serial}`,
    region: data.地区代码,
    printedNo: number,
    otherNumbers: [],
    office: data.公证机构,
    status: 'SUBMITTED',
    openedAt: now,
    closedAt: null,
    application: {
      applicationNo: number,
      matter: data.事项类别,
      purpose: data.用途,
      placeOfUse: data.使用地,
      venueGround: data.管辖依据,
      handlingMode: data.办理方式,
      acceptedAt: null,
      informedAt: null,
    },
    fee: data.公证费,
    feeReduction: null,
    refuseGround: null,
    terminateGround: null,
    parties: data.当事人列表.map((party) => {
      const isPerson = party.主体.includes(':');
      return {
        role: party.身份,
        side: party.立场,
        person: isPerson ? party.主体 : null,
        body: isPerson ? null : party.主体,
        agentPractitionerNo: party.代理人执业证号,
        agent: party.代理人,
      };
    }),
    handlers: [],
    history: [
      {
        service: null,
        from: null,
        to: 'SUBMITTED',
        event: 'SUBMIT',
        at: now,
        actorRole,
        documentNo: number,
        reason: null,
      },
    ],
    documents: [
      { kind: '公证申请表', number, title: '公证申请表', issuedAt: now, issuer: data.公证机构, secrecy },
    ],
    pauses: [],
    extensions: [],
    verifications: [],
    certificate: null,
    enforcementCertificate: null,
    reExamination: null,
    evidence: null,
    will: null,
    holdings: [],
    auxiliaryTasks: [],
    secrecy,
  };
}
