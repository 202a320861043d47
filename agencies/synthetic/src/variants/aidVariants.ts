import { createGrantedAid } from '../build/createGrantedAid.ts';
import { cast } from '../cast.ts';
import { sc1LegalAid } from '../scenarios/sc1LegalAid.ts';
import { storyOf, workerAid, workerMediation } from '../scenarios/sc4Worker.ts';
import { sc5RefusedAid } from '../scenarios/sc5LegalAid.ts';
import type { SyntheticPractitioner } from '../syntheticRegister.ts';
import { createLawyerNo } from '../testSafeNumbers.ts';
import { cloneCase } from './cloneCase.ts';
import { createVariant } from './createVariant.ts';

const { bodies, persons, practitioners } = cast;

function lawyer(
  serial: number,
  name: string,
  year: number,
  state: SyntheticPractitioner['state'],
): SyntheticPractitioner {
  return {
    ...practitioners.sun,
    practitionerNo: createLawyerNo('4801', year, 'MALE', serial),
    name,
    firstPracticeYear: year,
    state,
    credential: null,
  };
}

const beginner = lawyer(91, '初测律', 2025, 'VALID');
const suspended = lawyer(92, '停测律', 2012, 'SUSPENDED');
const plainCheck = {
  mode: 'DATA_SHARING',
  exemptGround: null,
  sourceAgency: null,
  result: 'MET',
  householdIncome: 800_000,
} as const;
const dates = {
  submitted: '2026-06-02 10:00',
  granted: '2026-06-05 15:00',
  assigned: '2026-06-08 10:00',
  agreed: '2026-06-09 10:00',
};

/** Zhang again, for the same fall, at the agency of the next county. */
const secondAidElsewhere = createGrantedAid({
  key: 'V01S1LA1',
  place: '测州东',
  serial: 901,
  centre: bodies.secondLegalAidCentre,
  recipient: persons.zhang,
  lawyer: practitioners.zhou,
  dates: {
    submitted: '2026-03-20 10:00',
    granted: '2026-03-24 15:00',
    assigned: '2026-03-25 10:00',
    agreed: '2026-03-26 10:00',
  },
  form: 'CIVIL_NON_LITIGATION',
  ground: 'INJURY',
  facts: '受雇搭建脚手架时坠落致伤，请求赔偿',
  hardshipCheck: sc1LegalAid.details.hardshipCheck,
  opposingParties: [persons.contractor.credential],
});

/** Art. 42(3) is for migrant workers' wages and accidents at work, not for an inheritance. */
const exemptionThatDoesNotFit = createGrantedAid({
  key: 'V04S2LA1',
  place: '测州中',
  serial: 904,
  centre: bodies.legalAidCentre,
  recipient: persons.wangSons[0],
  lawyer: practitioners.sun,
  dates,
  form: 'CIVIL_NON_LITIGATION',
  ground: 'OTHER',
  facts: '遗产继承纠纷',
  hardshipCheck: {
    mode: 'EXEMPT_FROM_CHECK',
    exemptGround: 'MIGRANT_WAGE_OR_INJURY',
    sourceAgency: null,
    result: 'NOT_REQUIRED',
    householdIncome: null,
  },
  opposingParties: [persons.wang.credential],
});

/** Du by a lawyer of the firm that acts for the victim. */
const sameFirm = createGrantedAid({
  key: 'V05S3LA1',
  place: '测州中',
  serial: 905,
  centre: bodies.legalAidCentre,
  recipient: persons.du,
  role: 'SUSPECT',
  lawyer: practitioners.zhou,
  dates,
  form: 'CRIMINAL_DEFENCE',
  ground: 'SUSPECT_OR_DEFENDANT',
  facts: '同案成年嫌疑人申请辩护',
  hardshipCheck: plainCheck,
  opposingParties: [persons.victim.credential],
  jurisdictionGround: 'CASE_ORGAN_PLACE',
});

/** The workers' lawyer acts for their employer in another dispute. */
const employersCounsel = cloneCase(workerMediation(persons.guarantor, storyOf(29)), 6, (draft) => {
  draft.parties = draft.parties.filter(({ role }) => role !== 'GUARANTOR');
  for (const party of draft.parties)
    party.agentPractitionerNo = party.organization === null ? null : practitioners.sun.practitionerNo;
});

/** A life sentence is possible, and the lawyer has practised for one year. */
const graveCaseByBeginner = createGrantedAid({
  key: 'V21S3LA1',
  place: '测州中',
  serial: 921,
  centre: bodies.legalAidCentre,
  recipient: persons.du,
  role: 'SUSPECT',
  lawyer: beginner,
  dates,
  form: 'CRIMINAL_DEFENCE',
  ground: 'LIFE_OR_DEATH',
  facts: '可能被判处无期徒刑',
  hardshipCheck: { ...plainCheck, mode: 'NOT_APPLICABLE', result: 'NOT_REQUIRED', householdIncome: null },
  opposingParties: [persons.victim.credential],
  jurisdictionGround: 'CASE_ORGAN_PLACE',
});

const lawyerWithoutValidLicence = createGrantedAid({
  key: 'V19S1LA1',
  place: '测州中',
  serial: 919,
  centre: bodies.legalAidCentre,
  recipient: persons.guarantor,
  lawyer: suspended,
  dates,
  form: 'CIVIL_LITIGATION',
  ground: 'MAINTENANCE',
  facts: '请求给付赡养费',
  hardshipCheck: plainCheck,
  opposingParties: [persons.contractor.credential],
});

const [firstWorker] = persons.workers;
if (firstWorker === undefined) throw new Error('the cast has no workers');

/** Worker 1 once more, so that the subsidy of thirty workers is paid thirty-one times. */
const subsidyPaidAgain = cloneCase(workerAid(firstWorker, storyOf(0)), 24);

/** Faults of legal aid and of lawyers. */
export const aidVariants = {
  /** The same matter aided by two agencies. */
  secondAidInAnotherCounty: createVariant({ rule: 'R-01', base: 'sc1', cases: [secondAidElsewhere] }),
  exemptionThatDoesNotFit: createVariant({ rule: 'R-04', base: 'sc2', cases: [exemptionThatDoesNotFit] }),
  sameFirmOnBothSides: createVariant({ rule: 'R-05', base: 'sc3', cases: [sameFirm] }),
  lawyerIsOpponentsCounsel: createVariant({ rule: 'R-06', base: 'sc4', cases: [employersCounsel] }),
  /** Granted eighteen days after the application. */
  lateDecision: createVariant({
    rule: 'R-15',
    base: 'sc1',
    cases: [
      createGrantedAid({
        key: 'V15S1LA1',
        place: '测州中',
        serial: 915,
        centre: bodies.legalAidCentre,
        recipient: persons.contractor,
        lawyer: practitioners.sun,
        dates: {
          submitted: '2026-07-01 10:00',
          granted: '2026-07-20 15:00',
          assigned: '2026-07-21 10:00',
          agreed: '2026-07-22 10:00',
        },
        form: 'CIVIL_LITIGATION',
        ground: 'LABOUR',
        facts: '被拖欠劳动报酬',
        hardshipCheck: plainCheck,
        opposingParties: [bodies.employer.id],
      }),
    ],
  }),
  lawyerWithoutValidLicence: createVariant({
    rule: 'R-19',
    base: 'sc1',
    cases: [lawyerWithoutValidLicence],
    practitioners: [suspended],
  }),
  graveCaseByBeginner: createVariant({
    rule: 'R-21',
    base: 'sc3',
    cases: [graveCaseByBeginner],
    practitioners: [beginner],
  }),
  subsidyPaidTwice: createVariant({ rule: 'R-24', base: 'sc4', cases: [subsidyPaidAgain] }),
  refusalWithoutReason: createVariant({
    rule: 'R-25',
    base: 'sc5',
    cases: [
      cloneCase(sc5RefusedAid, 25, (draft) => {
        draft.details.decision = draft.details.decision && { ...draft.details.decision, reasonCode: null };
        draft.details.objection = null;
        draft.events = draft.events.slice(0, 3).map((event) => ({ ...event, reasonCode: null }));
        draft.documents = draft.documents.slice(0, 2);
        draft.status = 'REFUSED';
        draft.closedAt = draft.events.at(-1)?.at ?? null;
      }),
    ],
  }),
} as const;
