import type { FactsOptions } from '@tongban/kit';
import type { AppraisalCaseRecord, MaterialRecord } from './appraisalCaseRecord.ts';
import { appraisalDeadlines } from './appraisalDeadlines.ts';
import type { AppraisalContext } from './context.ts';

/** What audit rules are told of an appraisal: not what the opinion concludes, and of materials only whether the chain holds. */
export const appraisalFacts: FactsOptions<AppraisalCaseRecord, AppraisalContext> = {
  groups: ['fee', 'opinion', 'materials'],
  deadlinesOf: appraisalDeadlines,
  tell: (record, _context, shows) => {
    const { commission, institution, opinion } = record;
    return {
      feeReduction: shows('fee') ? record.feeReduction : null,
      appraisal: {
        category: record.category,
        matters: [...record.matters],
        commission: {
          commissionNo: commission.commissionNo,
          clientKind: commission.clientKind,
          receivedAt: commission.receivedAt,
          effectiveAt: commission.effectiveAt,
          isReappraisal: commission.isReappraisal,
          isSupplement: commission.supplementsKey !== null,
          fee: shows('fee') ? commission.fee : null,
        },
        institution: { licenceState: institution.licenceState, scope: [...institution.scope] },
        notAcceptGround: record.notAcceptGround,
        examinedAt: record.examinedAt,
        opinion:
          opinion && shows('opinion')
            ? {
                opinionNo: opinion.opinionNo,
                issuedAt: opinion.issuedAt,
                signers: opinion.signatures.map(({ certNo }) => certNo),
              }
            : null,
        hasForeignReport: record.foreignReport !== null,
        materials: shows('materials') ? record.materials.map(chainOf) : [],
      },
    };
  },
  register: ({ practitionerNo, role }, { appraisers }) => {
    const listed = appraisers.find(({ certNo }) => role === 'APPRAISER' && certNo === practitionerNo);
    return {
      licenceState: listed?.licenceState ?? null,
      firstPracticeYear: null,
      categories: listed?.categories ? [...listed.categories] : null,
    };
  },
};

/** The chain of one material without who had it: custodians are free text and may be persons. */
function chainOf({ no, custody }: MaterialRecord) {
  const broken = custody.find((step, at) => at > 0 && step.from !== custody[at - 1]?.to);
  const changed = custody.find((step, at) => at > 0 && step.digest !== custody[at - 1]?.digest);
  return {
    no,
    steps: custody.length,
    gapAt: broken?.at ?? null,
    digestChangedAt: changed?.at ?? null,
  };
}
