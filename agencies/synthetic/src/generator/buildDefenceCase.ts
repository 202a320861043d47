import { createLegalAidCase } from '../build/createLegalAidCase.ts';
import { createParty } from '../build/createParty.ts';
import type { SyntheticLegalAidCase } from '../syntheticLegalAidCase.ts';
import type { SyntheticPerson } from '../syntheticRegister.ts';
import { type CaseContext, createNumbers, handledBy } from './caseContext.ts';
import { CaseHistory, toldBy } from './caseHistory.ts';
import { takeAidCase } from './takeAidCase.ts';

/**
 * Defence on notice of the police (Legal Aid Law arts 25, 36). A minor's case is sealed once it is over (预防未成年人犯罪法
 * art. 59): nobody sees it but who may see sealed records.
 */
export function buildDefenceCase(context: CaseContext, suspect: SyntheticPerson): SyntheticLegalAidCase {
  const { random, office } = context;
  const numbers = createNumbers(context);
  const lawyer = random.pick(office.lawyers);
  const isMinor = suspect.specialGroups.includes('MINOR');
  const ground = isMinor ? 'MINOR' : random.pick(['SENSORY_DISABILITY', 'LIFE_OR_DEATH', 'DISCRETIONARY']);
  const noticeNo = numbers.print('测公辩通字');
  const history = new CaseHistory('LEGAL_AID', context);

  const receivedAt =
    history.take('RECEIVE_NOTICE', [0, 0], 'CASE_ORGAN', { documentNo: noticeNo }) ?? history.now;
  history.file('通知辩护公函', noticeNo, office.police.id);
  const aid = takeAidCase(history, context, lawyer, numbers);
  const sealNo = numbers.print('测检未封');
  const isSealed =
    isMinor && aid.outcome !== null && history.note('SEAL', [1, 3], 'CASE_ORGAN', sealNo) !== null;
  if (isSealed) history.file('封存通知书', sealNo, office.police.id);

  return createLegalAidCase(
    {
      key: numbers.key,
      region: office.region,
      caseNo: numbers.print('测援字'),
      agency: office.legalAidAgency.id,
      parties: [createParty(suspect, 'SUSPECT', 'A', { lawyer: aid.assignments.length > 0 ? lawyer : null })],
      handlers: handledBy('ASSIGNED_LAWYER', [lawyer], aid.assignments[0]?.assignedAt ?? null),
      ...toldBy(history),
      secrecy: ['privacy', ...(isMinor ? ['minor'] : []), ...(isSealed ? ['sealed'] : [])],
      otherNumbers: [noticeNo],
    },
    {
      form: 'CRIMINAL_DEFENCE',
      ground,
      notice: {
        noticeNo,
        organ: office.police.id,
        ground,
        foundAt: receivedAt,
        receivedAt,
        detained: random.chance(0.6),
      },
      hardshipCheck: {
        mode: 'NOT_APPLICABLE',
        exemptGround: null,
        sourceAgency: null,
        result: 'NOT_REQUIRED',
        householdIncome: null,
      },
      ...aid,
      outcome: aid.outcome === null ? null : random.pick(['判决结案', '不起诉']),
      recovered: null,
    },
  );
}
