import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PartialCaller } from '@tongban/kit/testing';
import type { LogFault } from '../testing/startTestLog.ts';
import { auditor, startTestSubgraph, type TestSubgraph, zhang } from '../testing/startTestSubgraph.ts';
import { about, lookedAt, outcome, zhangTags } from '../testing/testOutcome.ts';

const SELECTION = `... on Person { id accesses(first: 50) {
  totalCount notice
  pageInfo { hasNextPage endCursor }
  edges { cursor node {
    at actorRole organization { id } isSelf purpose purposeLabel legalGround reference kinds shown
    disclosure disclosureGround shownFrom receipt { index leafHash }
  } }
} }`;

interface Answer {
  readonly id: string;
  readonly accesses: {
    readonly totalCount: number | null;
    readonly notice: string;
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null } | null;
    readonly edges: { cursor: string; node: Record<string, unknown> }[] | null;
  };
}

const MINE = ['LA-480101-A1', 'ME-480101-M1'];
const person = (cases: readonly string[] = MINE, subjectTags: readonly string[] = zhangTags) => ({
  __typename: 'Person',
  id: 'P-zhang',
  subjectTags,
  legalAidCases: cases.filter((id) => id.startsWith('LA')).map((ref) => ({ ref })),
  notaryCases: cases.filter((id) => id.startsWith('NO')).map((ref) => ({ ref })),
  forensicAppraisalCases: [],
  mediationCases: cases.filter((id) => id.startsWith('ME')).map((ref) => ({ ref })),
});

describe('who looked at a person', () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await startTestSubgraph({ timeoutMs: 500 });
  });
  beforeEach(() => {
    subgraph.log.outcomes.length = 0;
    subgraph.log.questions.length = 0;
    subgraph.log.fault = null;
    subgraph.now = new Date('2026-11-27T10:00:00+08:00');
  });
  afterAll(() => subgraph.stop());

  const accesses = async (representation: object = person(), caller: PartialCaller = zhang) => {
    const { entity, errors } = await subgraph.entity<Answer>(caller, SELECTION, representation);
    expect(errors).toBeUndefined();
    return entity?.accesses as Answer['accesses'];
  };
  const shown = async (...args: Parameters<typeof accesses>) => {
    const { edges, totalCount } = await accesses(...args);
    expect(totalCount).toBe(edges?.length);
    return (edges ?? []).map(({ node }) => node);
  };

  it('is told with body, purpose, ground, kinds of data and receipt', async () => {
    subgraph.log.outcomes.push(outcome());
    expect(await shown()).toEqual([
      {
        at: '2026-11-20T10:00:00+08:00',
        actorRole: 'STAFF',
        organization: { id: '114801010000000001' },
        isSelf: false,
        purpose: 'CASE_HANDLING',
        purposeLabel: 'Handling the case that is named 办理案件',
        legalGround: '个人信息保护法 arts 34, 37',
        reference: 'LA-480101-A1',
        kinds: ['LEGAL_AID'],
        shown: 'FULL',
        disclosure: 'IMMEDIATE',
        disclosureGround: null,
        shownFrom: '2026-11-20T10:00:00+08:00',
        receipt: { index: '1', leafHash: '1'.padStart(64, '0') },
      },
    ]);
    expect(subgraph.log.questions).toEqual([{ tags: zhangTags, before: null, limit: 100 }]);
  });

  it('comes newest first, page by page, and what is written meanwhile neither repeats nor skips', async () => {
    for (let minute = 10; minute < 15; minute += 1)
      subgraph.log.outcomes.push(outcome({ time: `2026-11-20T02:${minute}:00.000Z` }));
    const page = async (after: string | null) => {
      const selection = `... on Person { accesses(first: 2, after: ${JSON.stringify(after)}) { totalCount pageInfo { hasNextPage endCursor } edges { node { at } } } }`;
      return (await subgraph.entity<Answer>(zhang, selection, person())).entity?.accesses;
    };
    const first = await page(null);
    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    subgraph.log.outcomes.push(outcome());
    const second = await page(first?.pageInfo?.endCursor ?? null);
    const third = await page(second?.pageInfo?.endCursor ?? null);
    const minutes = [first, second, third].flatMap((one) =>
      one?.edges?.map(({ node }) => String(node.at).slice(14, 16)),
    );
    expect(minutes).toEqual(['14', '13', '12', '11', '10']);
    expect(third?.pageInfo?.hasNextPage).toBe(false);
  });

  it('reads on where a page of the log has nothing to show', async () => {
    subgraph.log.outcomes.push(outcome());
    const nothing = outcome({ disclosure: 'none' });
    for (let count = 0; count < 230; count += 1) subgraph.log.outcomes.push(nothing);
    expect(await shown()).toHaveLength(1);
    // Edges, page info and count share what was read.
    expect(subgraph.log.questions.map(({ before }) => before)).toEqual([null, 263, 63]);
  });

  it('is the person again, by what is sealed or by the account', async () => {
    const citizen = (id: string) => ({ id, role: 'CITIZEN', organisation: null });
    const fields = ['Person.name', 'Query.me'];
    const self = { purpose: 'SELF', caseReference: null };
    subgraph.log.outcomes.push(
      outcome({ ...self, fields, actor: citizen('another') }, about({ isSelf: true, register: 'FULL' })),
      outcome({ ...self, actor: citizen('citizen:zhang') }),
    );
    expect(await shown()).toMatchObject([
      { isSelf: true, purpose: 'SELF', organization: null, kinds: ['LEGAL_AID'] },
      { isSelf: true, kinds: ['IDENTITY'] },
    ]);
  });

  it('is told at once of looks of her own, at a will as well', async () => {
    subgraph.log.outcomes.push(
      outcome(
        {
          actor: { id: 'citizen:zhang', role: 'CITIZEN', organisation: null },
          fields: ['NotaryCase.status'],
        },
        about({ cases: [lookedAt('NO-480101-N1', 'FULL', 'willSecret')] }),
      ),
    );
    expect(await shown(person(['NO-480101-N1']))).toMatchObject([{ disclosure: 'IMMEDIATE' }]);
  });

  it.each([
    [
      'a look-up that showed no more than that there is such a person',
      ['Person.id', 'Query.personByDocument'],
      ['IDENTITY'],
    ],
    [
      'a look at who had looked',
      ['AccessEvent.at', 'Person.accesses', 'Query.person'],
      ['ACCESS_RECORDS', 'IDENTITY'],
    ],
    [
      'very many fields, of which the types alone are recorded',
      ['LegalAidCase', 'Person', 'Query'],
      ['IDENTITY', 'LEGAL_AID'],
    ],
    ['a trace', ['Query.trace', 'TracedCase.id', 'TracedDocument.digest'], ['DOCUMENTS', 'LEGAL_AID']],
    [
      'a case by the interface',
      ['Deadline.dueAt', 'Query.case', 'ServiceCase.stage'],
      ['DEADLINES', 'LEGAL_AID'],
    ],
    ['a part of a case that has no word of its own', ['AidDecision.kind', 'Query.case'], ['OTHER']],
  ])('names the kinds of data of %s', async (_what, fields, kinds) => {
    const payload = about({ register: 'MASKED', cases: [lookedAt('LA-480101-A1')] });
    const actor = { id: 'a', role: 'AUDITOR', organisation: null };
    subgraph.log.outcomes.push(outcome({ fields, actor, caseReference: 'AUD-2026-001' }, payload));
    expect(await shown()).toMatchObject([{ kinds, reference: 'AUD-2026-001' }]);
  });

  it('names no body where the record has a digest of it', async () => {
    const actor = { id: 'a', role: 'STAFF', organisation: `sha256:${'a'.repeat(64)}` };
    subgraph.log.outcomes.push(outcome({ actor }));
    expect(await shown()).toMatchObject([{ organization: null }]);
  });

  it('counts parts of one outcome once', async () => {
    const fields = ['LegalAidCase.status', 'MediationCase.status'];
    const whole = outcome({ fields, part: { number: 1, of: 2 } });
    subgraph.log.outcomes.push(whole, {
      record: { ...whole.record, part: { number: 2, of: 2 } },
      payloads: [about({ cases: [lookedAt('ME-480101-M1')] })],
    });
    subgraph.log.outcomes.push(outcome({ part: { number: 1, of: 2 } }));
    expect(await shown()).toMatchObject([
      { receipt: { index: '5' }, kinds: ['LEGAL_AID'] },
      { receipt: { index: '1' }, kinds: ['LEGAL_AID', 'MEDIATION'] },
    ]);
  });

  describe('is not told', () => {
    it.each([
      [
        'of a look at a case that the person may not see',
        outcome({}, about({ cases: [lookedAt('LA-480101-A9')] })),
      ],
      [
        'of a look that found all of the cases hidden',
        outcome({ disclosure: 'none' }, about({ cases: [lookedAt('LA-480101-A1', 'HIDDEN')] })),
      ],
      [
        'of a look in which something of others was shown',
        outcome({}, about({ cases: [lookedAt('LA-480101-A1', 'HIDDEN')] })),
      ],
      [
        'of a name that was read as that of a party to a case that the person may not see',
        outcome(
          { fields: ['CaseParty.person', 'Person.name', 'Query.case'], caseReference: null },
          about({ register: 'FULL', cases: [lookedAt('LA-480101-A9')] }),
        ),
      ],
      [
        'of a look-up beside a secret will of somebody else',
        outcome(
          { fields: ['Person.name', 'Query.person'], time: '2020-01-01T00:00:00.000Z' },
          about({ register: 'FULL', cases: [lookedAt('NO-480101-N1', 'FULL', 'willSecret')] }),
        ),
      ],
      ['of what has been erased', outcome({}, null)],
      [
        'that others asked who had looked at them',
        outcome(
          {
            fields: ['AccessEvent.at', 'Person.accesses', 'Person.name', 'Query.me'],
            actor: { id: 'citizen:lin', role: 'CITIZEN', organisation: null },
          },
          about({ cases: [lookedAt('ME-480101-M1')] }),
        ),
      ],
    ])('%s', async (_what, hidden) => {
      subgraph.log.outcomes.push(hidden);
      expect(await shown()).toEqual([]);
      // An auditor sees each of them.
      expect(await shown(person(), auditor)).toHaveLength(1);
    });
  });

  it("tells a kind of data only by the person's own cases", async () => {
    const fields = [
      'LegalAidCase.status',
      'LegalAidCase.hardshipCheck',
      'MediationCase.status',
      'Document.number',
    ];
    subgraph.log.outcomes.push(
      outcome({ fields }, about({ cases: [lookedAt('LA-480101-A9'), lookedAt('ME-480101-M1', 'MASKED')] })),
    );
    subgraph.now = new Date('2027-11-27T10:00:00+08:00');
    expect(await shown()).toMatchObject([{ kinds: ['DOCUMENTS', 'MEDIATION'], shown: 'MASKED' }]);
  });

  describe('is told later', () => {
    const POLICE = { id: 'police', role: 'STAFF', organisation: '114801010000000009' };
    const at = (day: string) => new Date(`${day}T12:00:00+08:00`);

    it('of an inquiry of the police, and then with the ground', async () => {
      subgraph.log.outcomes.push(
        outcome({ actor: { ...POLICE, service: 'POLICE' }, purpose: 'COURT_ORDER' }),
      );
      expect(await shown()).toEqual([]);
      subgraph.now = at('2027-05-18');
      expect(await shown()).toEqual([]);
      subgraph.now = at('2027-05-19');
      expect(await shown()).toMatchObject([
        {
          disclosure: 'DELAYED',
          disclosureGround: expect.stringContaining('arts 18, 35'),
          shownFrom: '2027-05-19T10:00:00+08:00',
        },
      ]);
    });

    it('also where the record does not say who inquired, and at once where it was a court', async () => {
      subgraph.log.outcomes.push(outcome({ actor: POLICE, purpose: 'COURT_ORDER' }));
      expect(await shown()).toEqual([]);
      subgraph.log.outcomes.push(outcome({ actor: { ...POLICE, service: 'COURT' }, purpose: 'COURT_ORDER' }));
      expect(await shown()).toMatchObject([{ disclosure: 'IMMEDIATE' }]);
    });

    it('of a will, when its office has disclosed it', async () => {
      subgraph.log.outcomes.push(
        outcome(
          { fields: ['NotaryCase.status'], caseReference: 'NO-480101-N1' },
          about({ cases: [lookedAt('NO-480101-N1', 'FULL', 'willSecret')] }),
        ),
      );
      expect(await shown()).toEqual([]);
      expect(await shown(person([...MINE, 'NO-480101-N1']))).toMatchObject([
        { kinds: ['NOTARY'], disclosure: 'DELAYED', shownFrom: null },
      ]);
    });

    it('of a sealed record, when it is opened again, and an auditor sees that it is withheld', async () => {
      subgraph.log.outcomes.push(outcome({}, about({ cases: [lookedAt('LA-480101-A7', 'FULL', 'sealed')] })));
      expect(await shown()).toEqual([]);
      expect(await shown(person(), auditor)).toMatchObject([{ disclosure: 'WITHHELD', shownFrom: null }]);
      expect(await shown(person(['LA-480101-A7', ...MINE]))).toMatchObject([{ disclosure: 'WITHHELD' }]);
    });

    it('of a look-up that a case of others caused, without naming that case', async () => {
      subgraph.log.outcomes.push(
        outcome(
          { fields: ['Person.name', 'Query.personByDocument'], caseReference: 'LA-480101-A9' },
          about({ register: 'FULL' }),
        ),
      );
      expect(await shown()).toEqual([]);
      subgraph.now = at('2027-06-01');
      expect(await shown()).toMatchObject([{ kinds: ['IDENTITY'], reference: null, disclosure: 'DELAYED' }]);
    });

    it('of a look-up beside a case that the person may not see: nobody hides one in that way', async () => {
      subgraph.log.outcomes.push(
        outcome(
          { fields: ['Person.name', 'Query.person'], caseReference: 'LA-480101-A1' },
          about({ register: 'FULL', cases: [lookedAt('LA-480101-A9', 'HIDDEN')] }),
        ),
      );
      expect(await shown()).toEqual([]);
      subgraph.now = at('2027-06-01');
      expect(await shown()).toMatchObject([{ kinds: ['IDENTITY'], disclosure: 'DELAYED' }]);
    });
  });

  describe('is for the person and for auditors alone', () => {
    const EMPTY = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

    it.each([
      [
        'staff, though they may look the person up',
        { role: 'STAFF', service: 'NOTARY', purpose: 'CASE_HANDLING', accessCase: 'NO-480101-N1' },
        zhangTags,
      ],
      ['another citizen', { role: 'CITIZEN', credential: 'RIC:480101195209070223' }, []],
      [
        'another citizen, were the tags brought',
        { role: 'CITIZEN', credential: 'RIC:480101195209070223' },
        zhangTags,
      ],
      ['an auditor whose assignment does not cover the person', auditor, []],
    ] as const)('%s: the same empty list, and the log is not asked', async (_who, caller, tags) => {
      subgraph.log.outcomes.push(outcome());
      const { notice, ...rest } = await accesses(person(MINE, tags), caller);
      expect(rest).toEqual(EMPTY);
      expect(notice).toContain('told later');
      expect(subgraph.log.questions).toEqual([]);
    });

    it('an auditor without a purpose is told what to send, and the person stays', async () => {
      const { entity, errors } = await subgraph.entity<Answer>(
        { ...auditor, purpose: null },
        SELECTION,
        person(),
      );
      expect(entity?.accesses.edges).toBeNull();
      expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
        new Set(['PURPOSE_REQUIRED']),
      );
    });
  });

  it.each<LogFault>(['unavailable', 'silent', 'refused', 'garbled', 'wrong shape', 'out of order'])(
    'is null, not empty, where the log is %s',
    async (fault) => {
      subgraph.log.outcomes.push(outcome(), outcome());
      subgraph.log.fault = fault;
      const { entity, errors } = await subgraph.entity<Answer>(zhang, SELECTION, person());
      expect(entity).toMatchObject({
        id: 'P-zhang',
        accesses: { edges: null, pageInfo: null, totalCount: null },
      });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill('AUDIT_UNAVAILABLE'));
      expect(JSON.stringify(errors)).not.toContain(subgraph.log.url);
    },
  );

  it.each([
    ['0 looks', 'first: 0'],
    ['too many', 'first: 101'],
    ['a cursor of another list', 'after: "YzpMQS00ODAxMDEtQTE"'],
  ])('refuses %s', async (_what, args) => {
    const selection = `... on Person { accesses(${args}) { notice edges { cursor } } }`;
    const { entity, errors } = await subgraph.entity<Answer>(zhang, selection, person());
    expect(entity?.accesses.edges).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
