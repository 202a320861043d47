import { toInstant } from '../build/createHistory.ts';
import { cast } from '../cast.ts';
import { sc1Mediation } from '../scenarios/sc1Mediation.ts';
import { storyOf, workerMediation } from '../scenarios/sc4Worker.ts';
import { cloneCase } from './cloneCase.ts';
import { createVariant } from './createVariant.ts';

const { bodies, persons, practitioners } = cast;
const unpaid = persons.workers[12];
if (unpaid === undefined) throw new Error('the cast has too few workers');

/** A quick agreement between the same two over the same sum, with one lawyer for both. */
const sham = (index: number) =>
  cloneCase(sc1Mediation, index, (draft) => {
    for (const party of draft.parties) party.agentPractitionerNo = practitioners.sun.practitionerNo;
  });

/** Faults of mediations. */
export const mediationVariants = {
  /** Worker 13 has an enforcement certificate for the wage, and claims it before another committee too. */
  wageClaimedTwice: createVariant({
    rule: 'R-02',
    base: 'sc4',
    cases: [
      cloneCase(workerMediation(unpaid, { ...storyOf(12), isAgreed: false }), 2, (draft) => {
        draft.agency = bodies.townshipCommittee.id;
        draft.details.organKind = 'TOWNSHIP';
        draft.details.source = 'PARTY';
        draft.handlers = [];
        draft.documents = draft.documents.map((document) =>
          document.issuer === bodies.labourCommittee.id
            ? { ...document, issuer: bodies.townshipCommittee.id }
            : document,
        );
      }),
    ],
  }),
  mediatedDespiteRefusal: createVariant({
    rule: 'R-22',
    base: 'sc1',
    cases: [
      cloneCase(sc1Mediation, 22, (draft) => {
        draft.details.consents = draft.details.consents.map((consent) =>
          consent.party === persons.contractor.credential
            ? { ...consent, at: toInstant('2026-03-17 10:00'), agreed: false }
            : consent,
        );
      }),
    ],
  }),
  shamMediation: createVariant({ rule: 'R-23', base: 'sc1', cases: [sham(23), sham(26), sham(29)] }),
} as const;
