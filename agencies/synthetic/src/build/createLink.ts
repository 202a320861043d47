import type { SyntheticLink } from '../syntheticThread.ts';
import { graphCaseId, type SyntheticCase } from '../syntheticWorld.ts';
import { toInstant } from './createHistory.ts';

interface LinkInput {
  readonly kind: string;
  readonly from: SyntheticCase;
  readonly to: SyntheticCase;
  readonly evidence?: SyntheticLink['evidence'];
  readonly evidenceNo: string | null;
  readonly at: string;
  readonly confidence?: number;
  readonly confirmedAt?: string | null;
  /** Law that lets the two agencies' data be joined for this purpose. */
  readonly legalBasis?: string;
}

/** Standing authorisations of the agencies, one for each pair of services (网络数据安全管理条例 art. 16). */
const MANDATE_GRANTED_AT = '2019-01-02 09:00';

/**
 * A link that the agency of `to` asserts, under a mandate that both agencies granted. Links by quoted document and by
 * transfer between systems are certain; the others need `confidence`, and `confirmedAt` once a human agreed.
 */
export function createLink(input: LinkInput): SyntheticLink {
  const { from, to, evidence = 'DOCUMENT_QUOTED', confidence = 1, confirmedAt = null } = input;
  return {
    from: graphCaseId(from),
    to: graphCaseId(to),
    kind: input.kind,
    evidence,
    evidenceNo: input.evidenceNo,
    confidence,
    assertedBy: to.agency,
    assertedAt: toInstant(input.at),
    confirmedAt: confirmedAt === null ? null : toInstant(confirmedAt),
    mandate: {
      mandateNo: `SQ-48-${[from, to]
        .map((one) => serviceLetters[one.service])
        .sort()
        .join('')}`,
      grantedBy: [...new Set([from.agency, to.agency])],
      grantedAt: toInstant(MANDATE_GRANTED_AT),
      legalBasis: input.legalBasis ?? '《网络数据安全管理条例》第十六条',
    },
  };
}

const serviceLetters = { LEGAL_AID: 'LA', NOTARY: 'NO', FORENSIC_APPRAISAL: 'FA', MEDIATION: 'ME' } as const;
