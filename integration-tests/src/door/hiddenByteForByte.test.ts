import { describe, expect, it } from '@jest/globals';
import { cast, sc1, sc2, sc3, sc6 } from '@tongban/synthetic';
import { bytesOf } from './bytesOf.ts';
import { askAs, auditor, citizen, type DoorCaller, lawyer, staff } from './callerOf.ts';

const { persons, bodies, practitioners } = cast;
const NOWHERE = 'LA-480101-X';
const officers = {
  'staff of legal aid': staff('LEGAL_AID', bodies.legalAidCentre.id, NOWHERE),
  'staff of another notary office': staff('NOTARY', bodies.notaryOffice2.id, NOWHERE),
  'staff of the institution': staff('FORENSIC_APPRAISAL', bodies.forensicInstitution1.id, NOWHERE),
  'staff of a committee': staff('MEDIATION', bodies.townshipCommittee.id, NOWHERE),
  'the court': staff('COURT', bodies.court.id, NOWHERE),
  'the bureau': staff('BUREAU', bodies.justiceBureau.id, NOWHERE),
  'the organ that commissioned': staff('CASE_ORGAN', bodies.policeOrgan.id, NOWHERE, []),
  'the auditor': auditor(bodies.justiceBureau.id),
} as const satisfies Record<string, DoorCaller>;
const [eldest, second, abroad] = persons.wangSons;

interface Hidden {
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly from: Readonly<Record<string, DoorCaller>>;
}

const hidden: Readonly<Record<string, Hidden>> = {
  'SC-1, legal aid': {
    ids: [sc1.cases.legalAid],
    numbers: [sc1.numbers.decision, sc1.numbers.application, sc1.numbers.assignment],
    from: {
      'the contractor': citizen(persons.contractor.credential),
      'another lawyer': lawyer(practitioners.zhou.practitionerNo),
      'staff of a committee': officers['staff of a committee'],
      'staff of the institution': officers['staff of the institution'],
      'staff of a notary office': officers['staff of another notary office'],
    },
  },
  'SC-2, a will': {
    ids: [sc2.cases.will],
    numbers: [sc2.numbers.willCertificate, '（2019）测城中公证申字第00312号'],
    from: {
      'the widow': citizen(persons.wang.credential),
      'the eldest son': citizen(eldest.credential),
      'the second son': citizen(second.credential),
      'the son abroad': citizen(abroad.credential),
      'a lawyer': lawyer(practitioners.zhou.practitionerNo),
      ...officers,
      'the auditor with special approval': auditor(bodies.justiceBureau.id, 'sealed:read'),
    },
  },
  'SC-3, sealed records': {
    ids: sc3.expected.sealedCases,
    numbers: Object.values(sc3.numbers).filter(
      (number) => number !== sc3.numbers.victimDecision && number !== sc3.numbers.duDecision,
    ),
    from: {
      Chen: citizen(persons.chen.credential),
      'his guardian': citizen(persons.chenGuardian.credential),
      Du: citizen(persons.du.credential),
      'Du’s lawyer': lawyer(practitioners.zhao.practitionerNo),
      'the victim’s guardian': citizen(persons.victimGuardian.credential),
      ...officers,
    },
  },
  'SC-3, the victim’s legal aid': {
    ids: [sc3.cases.victimAid],
    numbers: [sc3.numbers.victimDecision],
    from: {
      Chen: citizen(persons.chen.credential),
      'his guardian': citizen(persons.chenGuardian.credential),
      Du: citizen(persons.du.credential),
      'Du’s lawyer': lawyer(practitioners.zhao.practitionerNo),
    },
  },
  'SC-6, private mediation': {
    ids: [sc6.cases.property, sc6.cases.child],
    numbers: [],
    from: {
      'a stranger': citizen(persons.zhang.credential),
      'another lawyer': lawyer(practitioners.li.practitionerNo),
      'the court': officers['the court'],
      'the bureau': officers['the bureau'],
      'staff of legal aid': officers['staff of legal aid'],
      'the organ that commissioned': officers['the organ that commissioned'],
    },
  },
  'SC-6, her matters': {
    ids: [sc6.cases.legalAid, sc6.cases.evidence, sc6.cases.marriage],
    numbers: [],
    from: { 'her husband': citizen(persons.linHusband.credential) },
  },
};

const SELECTIONS = [
  '__typename',
  'id caseNo stage statusLabel openedAt',
  'statusHistory { event } parties { role person { id name } } handlers { name } documents { title number }',
  'deadlines { ruleId dueAt } links { kind case { id } evidence { documentNo } } thread { threadNo title cases { id } }',
  '... on LegalAidCase { hardshipCheck { mode } application { caseFacts } } ... on NotaryCase { will { custody } certificate { certificateNo } }',
  '... on ForensicAppraisalCase { opinion { isIssued } subject { id } } ... on MediationCase { agreement { agreementNo } sessions { place } }',
];

const rows = Object.entries(hidden).flatMap(([what, { ids, numbers, from }]) =>
  Object.entries(from).map(([who, caller]) => ({ what, who, caller, ids, numbers })),
);

describe('byte for byte, headers too', () => {
  it.each(rows)('$what: for $who the same as none', async ({ caller, ids, numbers }) => {
    const byId = ids.flatMap((id) =>
      SELECTIONS.map((selection) => ({
        query: `query ($of: ID!) { case(id: $of) { ${selection} } }`,
        hidden: id,
        none: `${id.slice(0, 10)}NOSUCHCASE`,
      })),
    );
    const byNumber = numbers.map((number) => ({
      query: 'query ($of: String!) { caseByNumber(number: $of) { id service thread { threadNo } } }',
      hidden: number,
      none: number.replace(/\d+(?=\D*$)/, '98765'),
    }));
    const answers = await Promise.all(
      [...byId, ...byNumber].flatMap(({ query, hidden: of, none }) =>
        [of, none].map((one) => askAs(caller, query, { of: one })),
      ),
    );
    for (let index = 0; index < answers.length; index += 2) {
      const [of, none] = answers.slice(index, index + 2).map(bytesOf);
      expect(of).toBe(none);
    }
  });
});

describe('a sealed person', () => {
  const LISTS = `query ($n: String!) { personByDocument(type: RIC, number: $n) {
    legalAidCases { id } notaryCases { id } forensicAppraisalCases { id } mediationCases { id } threads { threadNo }
    cases(first: 100) { totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } }`;
  const chen = persons.chen.credential.split(':')[1];
  /** Of an office that nothing is known of. */
  const unknown = '480102201006010313';

  it.each(Object.entries(officers).filter(([who]) => who !== 'the organ that commissioned'))(
    'has in every list and count for %s what a person has of whom nothing is known',
    async (_who, caller) => {
      const sealed = await askAs(caller, LISTS, { n: chen });
      const none = await askAs(caller, LISTS, { n: unknown });
      expect(bytesOf(sealed)).toBe(bytesOf(none));
      expect(sealed.data).toMatchObject({ personByDocument: { cases: { totalCount: 0 } } });
    },
  );
});
