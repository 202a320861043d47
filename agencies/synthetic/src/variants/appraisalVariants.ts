import { createHandler } from '../build/createHandler.ts';
import { toInstant } from '../build/createHistory.ts';
import { createLink } from '../build/createLink.ts';
import { createParty } from '../build/createParty.ts';
import { cast } from '../cast.ts';
import { sc1Appraisal } from '../scenarios/sc1Appraisal.ts';
import { sc2Appraisal } from '../scenarios/sc2Appraisal.ts';
import { sc5Appraisal } from '../scenarios/sc5Appraisals.ts';
import { sc6Appraisal } from '../scenarios/sc6Cases.ts';
import type { SyntheticPractitioner } from '../syntheticRegister.ts';
import { cloneCase } from './cloneCase.ts';
import { createVariant } from './createVariant.ts';

const { bodies, persons, practitioners } = cast;
const [firstFarmer] = persons.farmers;
if (firstFarmer === undefined) throw new Error('the cast has no farmers');

/** Told of what becomes of his pond: somebody whose cases lead to an appraisal that is in no thread. */
const toldFarmer = createParty(firstFarmer, 'INTERESTED_PERSON', 'NEUTRAL');

/** The neighbourhood mediator holds an appraiser's licence too: the register knows the person by the same document. */
const mediatorAsAppraiser: SyntheticPractitioner = {
  ...practitioners.documentAppraiser1,
  practitionerNo: '480101000091',
  name: practitioners.neighbourhoodMediator.name,
  credential: practitioners.neighbourhoodMediator.credential,
};

const again = cloneCase(sc1Appraisal, 9, (draft) => {
  draft.details.commission.isReappraisal = true;
});

/** A second appraiser of the second institution, so that the only fault of what it took is that it took it. */
const secondAtParallel: SyntheticPractitioner = {
  ...practitioners.environmentalAppraiser3,
  practitionerNo: '480101000092',
  name: '姚测鉴',
  credential: null,
};

/** Faults of appraisals. */
export const appraisalVariants = {
  /** A second institution took the matter of SC-5 while the first was at it. */
  parallelAppraisal: createVariant({
    rule: 'R-07',
    base: 'sc5',
    cases: [
      cloneCase(sc5Appraisal, 7, (draft) => {
        draft.agency = bodies.environmentalInstitution2.id;
        draft.parties = [...draft.parties, toldFarmer];
        draft.documents = draft.documents.map((document) =>
          document.issuer === bodies.environmentalInstitution1.id
            ? { ...document, issuer: bodies.environmentalInstitution2.id }
            : document,
        );
        const appraisers = [practitioners.environmentalAppraiser3, secondAtParallel];
        draft.handlers = appraisers.map((who) => createHandler('APPRAISER', who, '2026-05-08 09:00'));
        if (draft.details.opinion !== null)
          draft.details.opinion.signedBy = appraisers.map(({ practitionerNo }) => practitionerNo);
      }),
    ],
    practitioners: [secondAtParallel],
  }),
  appraiserWasMediator: createVariant({
    rule: 'R-08',
    base: 'sc2',
    cases: [
      cloneCase(sc2Appraisal, 8, (draft) => {
        draft.handlers = [mediatorAsAppraiser, practitioners.documentAppraiser2].map((who) =>
          createHandler('APPRAISER', who, '2026-06-08 09:00'),
        );
        draft.events = draft.events.filter(({ event }) => event !== 'RECUSE_APPRAISER');
      }),
    ],
    practitioners: [mediatorAsAppraiser],
  }),
  reappraisedBySameAppraisers: createVariant({
    rule: 'R-09',
    base: 'sc1',
    cases: [again],
    links: [
      createLink({
        kind: 'REPEATS',
        from: again,
        to: sc1Appraisal,
        evidenceNo: sc1Appraisal.details.opinion?.opinionNo ?? null,
        at: '2026-03-23 10:00',
      }),
    ],
  }),
  /** Reduced on the strength of legal aid, with no decision named. */
  feeReductionWithoutDecision: createVariant({
    rule: 'R-12',
    base: 'sc2',
    cases: [
      cloneCase(sc2Appraisal, 12, (draft) => {
        if (draft.details.feeReduction === null) return;
        draft.details.feeReduction.basisDocumentNo = null;
        draft.details.feeReduction.basisConfirmed = null;
      }),
    ],
  }),
  foreignElementNotReported: createVariant({
    rule: 'R-16',
    base: 'sc6',
    cases: [
      cloneCase(sc6Appraisal, 16, (draft) => {
        draft.details.foreignRelatedReport = null;
        draft.events = draft.events.filter(({ event }) => event !== 'REPORT_FOREIGN_ELEMENT');
        draft.documents = draft.documents.filter(({ kind }) => kind !== '涉外司法鉴定事项报告');
        draft.aliases = draft.aliases.filter((number) => !number.includes('涉外'));
      }),
    ],
  }),
  opinionBeforeCommission: createVariant({
    rule: 'R-17',
    base: 'sc1',
    cases: [
      cloneCase(sc1Appraisal, 27, (draft) => {
        if (draft.details.opinion !== null) draft.details.opinion.issuedAt = toInstant('2026-03-20 15:00');
      }),
    ],
  }),
  oneAppraiserOnly: createVariant({
    rule: 'R-20',
    base: 'sc1',
    cases: [
      cloneCase(sc1Appraisal, 20, (draft) => {
        draft.handlers = draft.handlers.slice(0, 1);
        if (draft.details.opinion !== null)
          draft.details.opinion.signedBy = draft.details.opinion.signedBy.slice(0, 1);
      }),
    ],
  }),
  /** A decision that nobody made. The world's own check names it too. */
  quotedDecisionDoesNotExist: createVariant({
    rule: 'R-28',
    base: 'sc1',
    cases: [
      cloneCase(sc1Appraisal, 28, (draft) => {
        if (draft.details.feeReduction !== null)
          draft.details.feeReduction.basisDocumentNo = '（2026）测州中援审字第9999号';
      }),
    ],
  }),
  /** The second sample was not where the chain says for a week. */
  custodyGap: createVariant({
    rule: 'R-29',
    base: 'sc5',
    cases: [
      cloneCase(sc5Appraisal, 30, (draft) => {
        draft.parties = [...draft.parties, toldFarmer];
        const sample = draft.details.materials[1];
        if (sample !== undefined) sample.custody = sample.custody.filter((_step, index) => index !== 1);
      }),
    ],
  }),
  /** The third sample arrived with another digest than the notary wrote down. */
  custodyDigestMismatch: createVariant({
    rule: 'R-29',
    base: 'sc5',
    cases: [
      cloneCase(sc5Appraisal, 31, (draft) => {
        draft.parties = [...draft.parties, toldFarmer];
        const last = draft.details.materials[2]?.custody.at(-1);
        if (last !== undefined) last.digest = '0f'.repeat(32);
      }),
    ],
  }),
} as const;
