import { createLink } from '../build/createLink.ts';
import type { SyntheticBody, SyntheticPerson } from '../syntheticRegister.ts';
import type { SyntheticLink, SyntheticThread } from '../syntheticThread.ts';
import { graphCaseId, type SyntheticCase } from '../syntheticWorld.ts';
import { toDate, toDay } from '../worldCalendar.ts';
import { buildAppraisalCase } from './buildAppraisalCase.ts';
import { buildDefenceCase } from './buildDefenceCase.ts';
import { buildLegalAidCase } from './buildLegalAidCase.ts';
import { buildMediationCase } from './buildMediationCase.ts';
import { buildNotaryCase } from './buildNotaryCase.ts';
import type { CaseContext } from './caseContext.ts';

/** What grows out of one matter between two people: its cases, and where there are several, their thread and links. */
export interface Matter {
  readonly cases: readonly SyntheticCase[];
  readonly thread: SyntheticThread | null;
  readonly links: readonly SyntheticLink[];
}

type Other = SyntheticPerson | SyntheticBody;

/** A single case of one service, in no thread. */
export function buildSingleCase(context: CaseContext, person: SyntheticPerson, other: Other): Matter {
  const { random } = context;
  const kind = random.weighted({ notary: 42, mediation: 27, legalAid: 16, defence: 3, appraisal: 12 });
  const built = {
    notary: () => buildNotaryCase(context, person),
    mediation: () => buildMediationCase(context, person, other),
    legalAid: () => buildLegalAidCase(context, person, other),
    defence: () => buildDefenceCase(context, person),
    appraisal: () => buildAppraisalCase(context, person),
  }[kind]();
  return { cases: [built], thread: null, links: [] };
}

/**
 * An injury: legal aid, mediation with the aid lawyer, an appraisal that the committee commissions with the fee waived.
 * Each begins once what it rests on has come; what has not come by today is not there.
 */
export function buildInjuryThread(context: CaseContext, person: SyntheticPerson, other: Other): Matter {
  const aid = buildLegalAidCase(context, person, other);
  const [assignment] = aid.details.assignments;
  const [lawyer] = aid.handlers;
  const mediationContext = after(context, assignment?.assignedAt, 4);
  if (lawyer === undefined || assignment === undefined || mediationContext === null) return alone(aid);
  const mediation = buildMediationCase(mediationContext, person, other, { lawyer, isSlow: true });
  const links = [quote('REPRESENTS', aid, mediation, assignment.assignmentNo, mediation.openedAt)];
  const members: SyntheticCase[] = [aid, mediation];
  const started = mediation.events.find(({ event }) => event === 'START')?.at;
  const appraisalContext = after(context, started, 3);
  const client = context.office.committees.find(({ id }) => id === mediation.agency);
  if (appraisalContext !== null && client !== undefined) {
    const appraisal = buildAppraisalCase(appraisalContext, person, { opponent: other, client, aid });
    const { commission, feeReduction, opinion } = appraisal.details;
    members.push(appraisal);
    links.push(quote('REFERRED_TO', mediation, appraisal, commission.commissionNo, appraisal.openedAt));
    if (feeReduction !== null) {
      links.push(
        quote(
          'BASIS_FOR_FEE_REDUCTION',
          aid,
          appraisal,
          feeReduction.basisDocumentNo,
          feeReduction.approvedAt,
        ),
      );
    }
    if (opinion !== null)
      links.push(quote('EVIDENCE_FOR', appraisal, mediation, opinion.opinionNo, opinion.issuedAt));
  }
  return inThread(context, '提供劳务者受害责任纠纷', members, links);
}

/** An inheritance: legal aid for the weak side, and a notary matter whose fee is waived on the strength of it. */
export function buildInheritanceThread(
  context: CaseContext,
  person: SyntheticPerson,
  other: SyntheticPerson,
): Matter {
  const aid = buildLegalAidCase(context, person, other);
  const { decision } = aid.details;
  const notaryContext = after(context, decision?.decidedAt, 10);
  if (decision?.kind !== 'GRANT' || notaryContext === null) return alone(aid);
  const notary = buildNotaryCase(notaryContext, person, { matter: 'INHERITANCE', other, aid });
  const { feeReduction } = notary.details;
  const links =
    feeReduction === null
      ? []
      : [
          quote(
            'BASIS_FOR_FEE_REDUCTION',
            aid,
            notary,
            feeReduction.basisDocumentNo,
            feeReduction.approvedAt,
          ),
        ];
  return inThread(context, '继承纠纷', [aid, notary], links);
}

/** A debt: mediated, and the agreement notarised as an enforceable debt. */
export function buildDebtThread(
  context: CaseContext,
  person: SyntheticPerson,
  other: SyntheticPerson,
): Matter {
  const mediation = buildMediationCase(context, person, other, { isNotarised: true });
  const { agreement } = mediation.details;
  const notaryContext = after(context, agreement?.effectiveAt, 1);
  if (agreement === null || notaryContext === null) return alone(mediation);
  const amount = agreement.obligations[0]?.amount ?? 0;
  const notary = buildNotaryCase(notaryContext, person, { matter: 'ENFORCEABLE_DEBT', other, amount });
  const links = [quote('EVIDENCE_FOR', mediation, notary, agreement.agreementNo, notary.openedAt)];
  return inThread(context, '民间借贷纠纷', [mediation, notary], links);
}

/** The same context from `days` after an instant on; null where that is not there or not long enough before today. */
function after(context: CaseContext, instant: string | undefined, days: number): CaseContext | null {
  if (instant === undefined) return null;
  const startDay = toDay(instant) + days;
  return startDay > context.today - LONGEST_BREAK_DAYS ? null : { ...context, startDay };
}

/** A case that begins this long ago has surely seen a working day. */
export const LONGEST_BREAK_DAYS = 12;

function alone(one: SyntheticCase): Matter {
  return { cases: [one], thread: null, links: [] };
}

function quote(
  kind: string,
  from: SyntheticCase,
  to: SyntheticCase,
  evidenceNo: string | null,
  at: string,
): SyntheticLink {
  return createLink({ kind, from, to, evidenceNo, at });
}

function inThread(
  context: CaseContext,
  title: string,
  cases: readonly SyntheticCase[],
  links: readonly SyntheticLink[],
): Matter {
  const threadNo = `CT-${toDate(context.startDay).slice(0, 4)}-${String(10_000_000 + context.nextSerial())}`;
  return { cases, thread: { threadNo, title, causeCode: title, members: cases.map(graphCaseId) }, links };
}
