import { describe, expect, it } from '@jest/globals';
import { everythingSynthetic, type PersonaClaims } from '@tongban/development-issuer';
import { cast, sc1 } from '@tongban/synthetic';
import { askWithToken } from '../client.ts';
import { auditor, type DoorCaller, staff } from './callerOf.ts';
import { signToken } from './signToken.ts';

const [zhangType = '', zhangNumber = ''] = cast.persons.zhang.credential.split(':');
const bureau = cast.bodies.justiceBureau.id;
const supervisor: DoorCaller = { ...staff('BUREAU', bureau, sc1.threadNo), purpose: 'SUPERVISION' };
const CASE = `query ($id: ID!) {
  case(id: $id) {
    id
    ... on LegalAidCase { progressReports { at } subsidies { __typename } }
    ... on ForensicAppraisalCase { pauses { reason } institution { __typename } }
    ... on MediationCase { sessions { at } confirmation { result } }
  }
}`;

/** Runs an operation under a request id that is always the same, so that answers can be compared byte for byte. */
async function askAs(caller: DoorCaller, query: string, variables: Record<string, unknown>) {
  const { claims, purpose, accessCase } = caller;
  return askWithToken<Record<string, unknown>>(await signToken(claims), query, {
    variables,
    headers: { 'x-request-id': 'request-1' },
    ...(purpose === undefined ? {} : { purpose }),
    ...(accessCase === undefined ? {} : { accessCase }),
  });
}

const unknownOf = (id: string) => `${id.slice(0, 10)}NOSUCHCASE`;

describe('a purpose, through the gateway', () => {
  it.each([
    ['legal aid', sc1.cases.legalAid, 'progressReports', 'subsidies'],
    ['appraisal', sc1.cases.appraisal, 'pauses', 'institution'],
    ['mediation', sc1.cases.mediation, 'sessions', 'confirmation'],
  ])(
    'that covers part of a case of %s refuses the rest at its field',
    async (_what, id, refused, covered) => {
      const answer = await askAs(supervisor, CASE, { id });
      const shown = answer.data?.case as Record<string, unknown>;
      expect([shown.id, shown[refused]]).toEqual([id, null]);
      expect(shown[covered]).not.toBeNull();
      expect(answer.errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
        [['case', refused], 'PURPOSE_REQUIRED'],
      ]);
      expect(answer.errors[0]?.message).toContain('CASE_HANDLING');
      const unknown = await askAs(supervisor, CASE, { id: unknownOf(id) });
      expect([unknown.data, unknown.errors]).toEqual([{ case: null }, []]);
    },
  );

  it.each<[string, Partial<DoorCaller>]>([
    ['that needs no case', { purpose: 'STATISTICS' }],
    ['of auditors', { purpose: 'AUDIT' }],
    ['that nobody knows', { purpose: 'CURIOSITY' }],
  ])('%s is refused alike for cases that exist and cases that do not', async (_what, change) => {
    const caller = { ...supervisor, ...change };
    const known = await askAs(caller, CASE, { id: sc1.cases.legalAid });
    const unknown = await askAs(caller, CASE, { id: unknownOf(sc1.cases.legalAid) });
    expect(known.text).toBe(unknown.text);
    expect(known.errors.map(({ extensions }) => extensions?.code)).toEqual(['PURPOSE_REQUIRED']);
  });

  it('is due for the name of a person', async () => {
    const query =
      'query ($t: IdentityDocumentType!, $n: String!) { personByDocument(type: $t, number: $n) { name } }';
    const variables = { t: zhangType, n: zhangNumber };
    const { claims } = staff('NOTARY', cast.bodies.notaryOffice1.id, sc1.threadNo);
    for (const caller of [{ claims }, supervisor]) {
      const answer = await askAs(caller, query, variables);
      expect(answer.data).toEqual({ personByDocument: null });
      expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['PURPOSE_REQUIRED']);
    }
  });
});

const COUNT = `{
  legalAidCases { totalCount } notaryCases { totalCount } forensicAppraisalCases { totalCount } mediationCases { totalCount }
}`;
const THREAD = 'query ($t: ID!) { thread(threadNo: $t) { title cases { id } timeline { totalCount } } }';
const PERSON = `query ($t: IdentityDocumentType!, $n: String!) {
  personByDocument(type: $t, number: $n) { idNumber cases(first: 50) { edges { node { id } } } }
}`;
const zhang = { t: zhangType, n: zhangNumber };

/** What exists and what does not, asked in the same words, must come out in the same bytes; nobody is found or counted. */
async function expectNothing(caller: DoorCaller) {
  const pairs: [string, Record<string, unknown>, Record<string, unknown>][] = [
    [THREAD, { t: sc1.threadNo }, { t: 'CT-2026-99999999' }],
    [CASE, { id: sc1.cases.legalAid }, { id: unknownOf(sc1.cases.legalAid) }],
    [CASE, { id: sc1.cases.mediation }, { id: unknownOf(sc1.cases.mediation) }],
  ];
  for (const [query, known, unknown] of pairs)
    expect((await askAs(caller, query, known)).text).toBe((await askAs(caller, query, unknown)).text);
  expect((await askAs(caller, PERSON, zhang)).data).toEqual({ personByDocument: null });
  expect(JSON.stringify((await askAs(caller, COUNT, {})).data)).not.toMatch(/[1-9]/);
}

describe('a role that has no business with cases, through the gateway', () => {
  it.each(['SYSTEM_AUDITOR', 'SECURITY_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR', 'SERVICE_ACCOUNT'])(
    '%s sees none, whatever else the token says',
    async (role) => {
      const everything = {
        ...auditor(bureau, 'sealed:read').claims,
        credential: cast.persons.zhang.credential,
        practitioner_no: cast.practitioners.li.practitionerNo,
        service: 'LEGAL_AID',
      };
      await expectNothing({ ...auditor(bureau), claims: { ...everything, role } });
    },
  );
});

describe('an assignment, through the gateway', () => {
  const over = (scope: Partial<NonNullable<PersonaClaims['assignment_scope']>> | null): DoorCaller => {
    const caller = auditor(bureau);
    const { regions: _everywhere, ...inForce } = everythingSynthetic;
    const { assignment_scope: _all, ...claims } = caller.claims;
    return {
      ...caller,
      claims: scope === null ? claims : { ...claims, assignment_scope: { ...inForce, ...scope } },
    };
  };
  const { from, until } = everythingSynthetic;
  const unapproved: DoorCaller = {
    ...auditor(bureau),
    claims: { ...auditor(bureau).claims, assignment_scope: { regions: ['48'], from, until } },
  };
  it('over one case shows of its thread that case, looks nobody up and lists nothing', async () => {
    const caller = over({ cases: [sc1.cases.mediation] });
    const { data, errors } = await askAs(caller, THREAD, { t: sc1.threadNo });
    expect(errors).toEqual([]);
    expect(data?.thread).toMatchObject({ cases: [{ id: sc1.cases.mediation }] });
    expect((await askAs(caller, PERSON, zhang)).data).toEqual({ personByDocument: null });
    expect(JSON.stringify((await askAs(caller, COUNT, {})).data)).not.toMatch(/[1-9]/);
  });

  it('over one person shows that person’s cases, and nobody else', async () => {
    const caller = over({ persons: [cast.persons.zhang.credential] });
    const { data } = await askAs(caller, PERSON, zhang);
    const person = data?.personByDocument as { cases: { edges: { node: { id: string } }[] } } | null;
    const ids = person?.cases.edges.map(({ node }) => node.id);
    expect(ids).toEqual(expect.arrayContaining([sc1.cases.legalAid]));
    const [t, n] = cast.persons.chen.credential.split(':');
    expect((await askAs(caller, PERSON, { t, n })).data).toEqual({ personByDocument: null });
  });

  it.each<[string, DoorCaller]>([
    ['over another province', over({ regions: ['11'] })],
    ['that is over', over({ regions: ['48'], until: '2026-01-02' })],
    ['that has not begun', over({ regions: ['48'], from: '9998-01-01', until: '9999-01-01' })],
    ['that nobody approved', unapproved],
    ['over nothing', over({})],
    ['without a scope', over(null)],
  ])('%s shows the bytes of what does not exist', async (_what, caller) => {
    await expectNothing(caller);
  });
});
