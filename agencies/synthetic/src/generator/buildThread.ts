import {
  graphCaseId,
  type SyntheticBody,
  type SyntheticCase,
  type SyntheticLink,
  type SyntheticPerson,
  type SyntheticThread,
} from '../syntheticWorld.ts';
import { buildAppraisalCase } from './buildAppraisalCase.ts';
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

const DAY_MS = 86_400_000;

/** A single case of one service, in no thread. */
export function buildSingleCase(
  context: CaseContext,
  person: SyntheticPerson,
  other: SyntheticPerson | SyntheticBody,
): Matter {
  const kind = context.random.weighted({ notary: 45, mediation: 25, legalAid: 20, appraisal: 10 });
  const built = {
    notary: () => buildNotaryCase(context, person, null, null),
    mediation: () => buildMediationCase(context, person, other, null),
    legalAid: () => buildLegalAidCase(context, person, other),
    appraisal: () => buildAppraisalCase(context, person, null, null, null),
  }[kind]();
  return { cases: [built], thread: null, links: [] };
}

/** An injury: legal aid, then mediation with the aid lawyer, then an appraisal that the committee commissions, its fee waived. */
export function buildInjuryThread(
  context: CaseContext,
  person: SyntheticPerson,
  other: SyntheticPerson | SyntheticBody,
): Matter {
  const aid = buildLegalAidCase(context, person, other);
  const lawyerNo = aid.handlers[0]?.practitionerNo ?? null;
  const mediation = buildMediationCase(later(context, 15), person, other, lawyerNo);
  const committee = context.office.committees.find(({ id }) => id === mediation.agency) ?? null;
  const appraisal = buildAppraisalCase(later(context, 20), person, other, committee, aid);
  const decisionNo = aid.details.decision?.decisionNo ?? null;
  const links = [link(aid, mediation, 'REPRESENTS', aid.details.assignments[0]?.assignmentNo ?? null)];
  if (appraisal.details.feeReduction !== null)
    links.push(link(aid, appraisal, 'BASIS_FOR_FEE_REDUCTION', decisionNo));
  links.push(link(mediation, appraisal, 'REFERRED_TO', appraisal.details.commission.commissionNo));
  if (appraisal.details.opinion !== null)
    links.push(link(appraisal, mediation, 'EVIDENCE_FOR', appraisal.details.opinion.opinionNo));
  return thread(context, '提供劳务者受害责任纠纷', '368', [aid, mediation, appraisal], links);
}

/** An inheritance: legal aid for the weak side and a notary matter whose fee is waived on the strength of it. */
export function buildInheritanceThread(
  context: CaseContext,
  person: SyntheticPerson,
  other: SyntheticPerson,
): Matter {
  const aid = buildLegalAidCase(context, person, other);
  const notary = buildNotaryCase(later(context, 25), person, other, aid);
  const links =
    notary.details.feeReduction === null
      ? []
      : [link(aid, notary, 'BASIS_FOR_FEE_REDUCTION', aid.details.decision?.decisionNo ?? null)];
  return thread(context, '继承纠纷', '024', [aid, notary], links);
}

/** A debt: mediated, and the agreement notarised as an enforceable debt. */
export function buildDebtThread(
  context: CaseContext,
  person: SyntheticPerson,
  other: SyntheticPerson,
): Matter {
  const mediation = buildMediationCase(context, person, other, null);
  const notary = buildNotaryCase(later(context, 45), person, other, null);
  const agreementNo = mediation.details.agreement?.agreementNo ?? null;
  const links = agreementNo === null ? [] : [link(mediation, notary, 'REFERRED_TO', agreementNo)];
  return thread(context, '民间借贷纠纷', '103', [mediation, notary], links);
}

function later(context: CaseContext, days: number): CaseContext {
  return { ...context, startMs: Math.min(context.startMs + days * DAY_MS, context.todayMs - 4 * DAY_MS) };
}

function thread(
  context: CaseContext,
  title: string,
  causeCode: string,
  cases: readonly SyntheticCase[],
  links: readonly SyntheticLink[],
): Matter {
  const year = new Date(context.startMs).getUTCFullYear();
  const threadNo = `CT-${year}-${String(10_000_000 + context.nextSerial())}`;
  return { cases, thread: { threadNo, title, causeCode, members: cases.map(graphCaseId) }, links };
}

function link(
  from: SyntheticCase,
  to: SyntheticCase,
  kind: string,
  evidenceNo: string | null,
): SyntheticLink {
  return {
    from: graphCaseId(from),
    to: graphCaseId(to),
    kind,
    evidence: evidenceNo === null ? 'SYSTEM_TRANSFER' : 'DOCUMENT_QUOTED',
    evidenceNo,
    confidence: 1,
    assertedBy: to.agency,
    assertedAt: to.openedAt,
    confirmedAt: null,
    mandate: {
      mandateNo: `SQ-${from.region}-${to.region}`,
      grantedBy: [from.agency, to.agency],
      grantedAt: '2019-01-02T09:00:00+08:00',
      legalBasis: '网络数据安全管理条例第十六条',
    },
  };
}
