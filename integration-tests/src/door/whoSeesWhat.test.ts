import { describe, expect, it } from '@jest/globals';
import { cast, sc1, sc2, sc3, sc6 } from '@tongban/synthetic';
import type { Answer } from '../client.ts';
import { readApiSchema } from './apiSchema.ts';
import { askAs, auditor, citizen, type DoorCaller, lawyer, staff } from './callerOf.ts';
import { wholeSelection } from './wholeCase.ts';

const { persons, bodies, practitioners } = cast;
const schema = readApiSchema();

async function read<Data = Record<string, unknown>>(caller: DoorCaller, id: string, selection: string) {
  const answer = await askAs<{ case: Data | null }>(
    caller,
    `query ($id: ID!) { case(id: $id) { ${selection} } }`,
    { id },
  );
  expect(answer.errors).toEqual([]);
  return answer.data?.case ?? null;
}

const FEE =
  '... on ForensicAppraisalCase { feeReduction { form basisDocumentNo basisConfirmed basisCase { id } } } ... on NotaryCase { feeReduction { form basisDocumentNo basisConfirmed basisCase { id } } }';
const OPINION =
  '... on ForensicAppraisalCase { opinion { isIssued opinionNo conclusion signatures { certNo } } }';
const HARDSHIP = 'id ... on LegalAidCase { hardshipCheck { mode } }';
const ISSUED_ONLY = { opinion: { isIssued: true, opinionNo: null, conclusion: null, signatures: null } };
const officer = (service: string, org: string, id: string) => staff(service, org, id);

describe('SC-1, who sees what', () => {
  const { legalAid, appraisal, mediation } = sc1.cases;
  const li = lawyer(practitioners.li.practitionerNo);
  const mediator = officer('MEDIATION', bodies.townshipCommittee.id, mediation);
  const institution = officer('FORENSIC_APPRAISAL', bodies.forensicInstitution1.id, appraisal);
  const committee = staff('MEDIATION', bodies.townshipCommittee.id, appraisal, []);
  const court = officer('COURT', bodies.court.id, mediation);
  const contractor = citizen(persons.contractor.credential);
  const zhang = citizen(persons.zhang.credential);

  it('4: the lawyer’s firm has the facts of the case, and who stands against', async () => {
    const aid = await read(
      li,
      legalAid,
      '... on LegalAidCase { application { caseFacts opposingParties { person { id } } } }',
    );
    expect(aid).toEqual({
      application: {
        caseFacts: expect.stringContaining('脚手架'),
        opposingParties: [{ person: { id: expect.any(String) } }],
      },
    });
  });

  it('5: the mediator has both parties and nothing of hardship', async () => {
    const both = await read<{ parties: { side: string; person: object }[] }>(
      mediator,
      mediation,
      'parties { side person { id } }',
    );
    expect(both?.parties.map(({ side, person }) => [side, person !== null])).toEqual([
      ['A', true],
      ['B', true],
    ]);
    expect(await read(mediator, legalAid, HARDSHIP)).toBeNull();
  });

  it('6 and 7: the institution has the subject and the materials, and of legal aid the number and whether it is good', async () => {
    const seen = await read(
      institution,
      appraisal,
      `... on ForensicAppraisalCase { subject { id } materials { name } } ${FEE}`,
    );
    expect(seen).toMatchObject({
      subject: { id: expect.any(String) },
      materials: [{ name: expect.any(String) }, {}, {}],
      feeReduction: {
        form: 'WAIVED',
        basisDocumentNo: sc1.numbers.decision,
        basisConfirmed: true,
        basisCase: null,
      },
    });
    expect(await read(institution, legalAid, HARDSHIP)).toBeNull();
  });

  it('8: the person sees that the appraisal is stopped for a material, and from when to when', async () => {
    const seen = await read<{ statusHistory: { to: string }[]; pauses: object[] }>(
      zhang,
      appraisal,
      'statusHistory { to } ... on ForensicAppraisalCase { pauses { ruleId from to } }',
    );
    expect(seen?.statusHistory.map(({ to }) => to)).toContain('MATERIAL_PENDING');
    expect(seen?.pauses).toEqual([
      { ruleId: 'D-21', from: '2026-04-13T10:00:00+08:00', to: '2026-04-23T10:00:00+08:00' },
    ]);
  });

  it('9: the committee that asked has the opinion, the parties learn that it was issued', async () => {
    expect(await read(committee, appraisal, OPINION)).toMatchObject({
      opinion: { isIssued: true, conclusion: expect.stringContaining('十级') },
    });
    expect(await read(zhang, appraisal, OPINION)).toEqual(ISSUED_ONLY);
    expect(await read(contractor, appraisal, OPINION)).toEqual(ISSUED_ONLY);
  });

  it('10 and 11a: the other side and the court have the agreement, the court its confirmation too', async () => {
    const AGREEMENT =
      'documents { title } ... on MediationCase { agreement { agreementNo obligations { amount } } confirmation { result } }';
    for (const caller of [contractor, court]) {
      expect(await read(caller, mediation, AGREEMENT)).toMatchObject({
        agreement: {
          agreementNo: sc1.numbers.agreement,
          obligations: [{ amount: 6_200_000 }, { amount: 6_200_000 }, { amount: 6_200_000 }],
        },
        confirmation: { result: 'CONFIRMED' },
        documents: expect.arrayContaining([{ title: '人民调解协议书' }]),
      });
    }
  });

  it('the other side has null for aid and hardship, in a case as in a list', async () => {
    expect(await read(contractor, legalAid, HARDSHIP)).toBeNull();
    const { data, errors } = await askAs(
      contractor,
      '{ me { legalAidCases { id hardshipCheck { mode } } cases(first: 100) { edges { node { id service } } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ me: { legalAidCases: [] } });
    expect(JSON.stringify(data)).not.toContain('LEGAL_AID');
  });
});

describe('SC-2, who sees what', () => {
  const [eldest, second, abroad] = persons.wangSons;
  const n1 = (id: string) => officer('NOTARY', bodies.notaryOffice1.id, id);

  it('2: the record of the check of the register is for the office alone', async () => {
    const { refusedInheritance } = sc2.cases;
    const kinds = async (caller: DoorCaller) =>
      (
        await read<{ documents: { kind: string }[] }>(caller, refusedInheritance, 'documents { kind }')
      )?.documents.map(({ kind }) => kind);
    expect(await kinds(n1(refusedInheritance))).toContain('核实记录');
    for (const caller of [persons.wang, eldest, second].map(({ credential }) => citizen(credential))) {
      const seen = await kinds(caller);
      expect(seen).toContain('不予办理公证决定书');
      expect(seen).not.toContain('核实记录');
    }
    for (const caller of [
      officer('NOTARY', bodies.notaryOffice2.id, refusedInheritance),
      auditor(bodies.justiceBureau.id),
    ])
      expect(await kinds(caller)).not.toContain('核实记录');
  });

  it('7: the institution learns whether the aid is good, the sons nothing of it', async () => {
    const institution = officer('FORENSIC_APPRAISAL', bodies.forensicInstitution1.id, sc2.cases.appraisal);
    expect(await read(institution, sc2.cases.appraisal, FEE)).toMatchObject({
      feeReduction: { basisDocumentNo: sc2.numbers.decision, basisCase: null },
    });
    for (const { credential } of [eldest, second]) {
      expect(await read(citizen(credential), sc2.cases.appraisal, FEE)).toEqual({ feeReduction: null });
      expect(await read(citizen(credential), sc2.cases.inheritance, FEE)).toEqual({ feeReduction: null });
    }
  });

  it('8: the committee has the opinion, the parties that it was issued', async () => {
    const client = staff('MEDIATION', bodies.neighbourhoodCommittee.id, sc2.cases.appraisal, []);
    expect(await read(client, sc2.cases.appraisal, OPINION)).toMatchObject({
      opinion: { conclusion: expect.any(String) },
    });
    expect(await read(citizen(eldest.credential), sc2.cases.appraisal, OPINION)).toEqual(ISSUED_ONLY);
  });

  it('9: the court has the agreement and why it was not taken up', async () => {
    const court = officer('COURT', bodies.court.id, sc2.cases.mediation);
    expect(
      await read(
        court,
        sc2.cases.mediation,
        '... on MediationCase { agreement { agreementNo } confirmation { result reason } }',
      ),
    ).toMatchObject({
      agreement: { agreementNo: sc2.numbers.agreement },
      confirmation: { result: 'NOT_ACCEPTED', reason: expect.any(String) },
    });
  });

  it('10 to 12: the waiver is the son’s abroad alone; who asked for the re-examination, and why, the office’s', async () => {
    expect(await read(citizen(abroad.credential), sc2.cases.waiver, 'id')).toEqual({ id: sc2.cases.waiver });
    for (const { credential } of [eldest, second])
      expect(await read(citizen(credential), sc2.cases.waiver, 'id')).toBeNull();
    const REEXAMINED =
      '... on NotaryCase { reExamination { result errorClaimed requestedBy { person { id } } } }';
    expect(await read(n1(sc2.cases.inheritance), sc2.cases.inheritance, REEXAMINED)).toMatchObject({
      reExamination: { result: 'UPHELD', errorClaimed: expect.any(String) },
    });
    expect(await read(citizen(eldest.credential), sc2.cases.inheritance, REEXAMINED)).toEqual({
      reExamination: { result: 'UPHELD', errorClaimed: null, requestedBy: null },
    });
  });

  it('the will is in no page of the lists that another office can turn', async () => {
    const LIST = `query ($after: String) { notaryCases(first: 50, after: $after) { totalCount
      edges { node { id caseNo matter } } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      readonly notaryCases: {
        readonly totalCount: number;
        readonly edges: { readonly node: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const turnPages = async (caller: DoorCaller) => {
      const ids: string[] = [];
      const totals = new Set<number>();
      for (let after: string | null = null; ; ) {
        const answer: Answer<Page> = await askAs<Page>(caller, LIST, { after });
        const page: Page['notaryCases'] | undefined = answer.data?.notaryCases;
        if (page === undefined) throw new Error(answer.text);
        ids.push(...page.edges.map(({ node }) => node.id));
        totals.add(page.totalCount);
        if (!page.pageInfo.hasNextPage) return { ids, totals: [...totals] };
        after = page.pageInfo.endCursor;
      }
    };
    const own = await turnPages(n1(sc2.cases.will));
    const other = await turnPages(officer('NOTARY', bodies.notaryOffice2.id, sc2.cases.will));
    expect(own.ids).toContain(sc2.cases.will);
    expect(other.ids).not.toContain(sc2.cases.will);
    // The totals say as much as the pages: nothing is counted that is not listed.
    expect([own.totals, other.totals]).toEqual([[own.ids.length], [other.ids.length]]);
  });
});

describe('SC-3, who sees what', () => {
  const THREAD = `query ($no: ID!) { thread(threadNo: $no) { title stage openedAt cases { id caseNo links { kind case { id } }
    statusHistory { documentNo } } timeline(first: 100) { totalCount edges { node { case { id } documentNo } } } } }`;

  it('10: Du’s lawyer reads his thread as if Chen had never been in it', async () => {
    const answer = await askAs<{
      thread: { cases: { id: string; links: object[] }[]; timeline: { totalCount: number; edges: object[] } };
    }>(lawyer(practitioners.zhao.practitionerNo), THREAD, { no: sc3.threadNo });
    expect(answer.errors).toEqual([]);
    const thread = answer.data?.thread;
    expect(thread?.cases.map(({ id, links }) => [id, links])).toEqual([[sc3.cases.duAid, []]]);
    expect(thread?.timeline.edges).toHaveLength(thread?.timeline.totalCount ?? 0);
    for (const word of [...sc3.expected.sealedCases, sc3.cases.victimAid, persons.chen.name, '封存'])
      expect(answer.text).not.toContain(word);
    const chens = Object.values(sc3.numbers).filter((number) => number !== sc3.numbers.duDecision);
    for (const number of chens) expect(answer.text).not.toContain(number);
  });

  it('11: a search by the person’s document finds nothing for a notary, as for an employer’s clerk', async () => {
    const [, number] = persons.chen.credential.split(':');
    const SEARCH = `query ($n: String!) { personByDocument(type: RIC, number: $n) { cases(first: 100) { totalCount } threads { threadNo } } }`;
    const answer = await askAs(officer('NOTARY', bodies.notaryOffice1.id, 'NO-480101-X'), SEARCH, {
      n: number,
    });
    expect(answer.data).toEqual({ personByDocument: { cases: { totalCount: 0 }, threads: [] } });
  });

  it('12: the auditor opens sealed records with special approval, and only with it', async () => {
    for (const id of sc3.expected.sealedCases) {
      expect(await read(auditor(bodies.justiceBureau.id), id, 'id')).toBeNull();
      expect(await read(auditor(bodies.justiceBureau.id, 'sealed:read'), id, 'id')).toEqual({ id });
    }
  });
});

describe('SC-6, who sees what', () => {
  const police = staff('POLICE', bodies.policeOrgan.id, sc6.cases.appraisal, []);
  const husband = citizen(persons.linHusband.credential);
  const zhao = lawyer(practitioners.zhao.practitionerNo);

  it('3: the police that asked have the opinion; 4 and 5: her lawyer has evidence and inquiry', async () => {
    expect(await read(police, sc6.cases.appraisal, OPINION)).toMatchObject({
      opinion: { isIssued: true, conclusion: expect.any(String) },
    });
    for (const id of [sc6.cases.evidence, sc6.cases.marriage])
      expect(await read(zhao, id, 'id')).toEqual({ id });
  });

  it('7: the private mediation is for the parties, whoever else is at court or at the bureau', async () => {
    for (const id of [sc6.cases.property, sc6.cases.child]) {
      expect(await read(husband, id, 'id')).toEqual({ id });
      expect(await read(officer('COURT', bodies.court.id, id), id, 'id')).toBeNull();
      expect(await read(officer('BUREAU', bodies.justiceBureau.id, id), id, 'id')).toBeNull();
    }
  });

  it('8: the address is in no field, list, document or error that the other side gets of any subgraph', async () => {
    const whole = ['LegalAidCase', 'NotaryCase', 'ForensicAppraisalCase', 'MediationCase']
      .map((type) => `... on ${type} ${wholeSelection(schema, type)}`)
      .join(' ');
    const PERSON = '{ id name idNumber sex formerDocuments { number } }';
    const answers = [
      ...(await Promise.all(
        Object.values(sc6.cases).map((id) =>
          askAs(husband, `query ($id: ID!) { case(id: $id) { id ${whole} } }`, { id }),
        ),
      )),
      await askAs(
        husband,
        `query ($no: ID!) { thread(threadNo: $no) { title cases { id documents { kind number title issuer { name } digest }
          parties { role person ${PERSON} } handlers { name } statusHistory { documentNo event } links { kind evidence { documentNo } case { id } } }
          timeline(first: 100) { edges { node { event documentNo actorRole } } } } }`,
        { no: sc6.threadNo },
      ),
      await askAs(
        husband,
        `{ me { ${['legalAidCases', 'notaryCases', 'forensicAppraisalCases', 'mediationCases']
          .map((list) => `${list} { id documents { title number } parties { person ${PERSON} } }`)
          .join(
            ' ',
          )} cases(first: 100) { edges { node { id documents { title } } } } threads { threadNo title } } }`,
      ),
      await askAs(
        husband,
        'query ($n: String!) { personByDocument(type: FPR_2023, number: $n) { id name } }',
        {
          n: persons.lin.credential.split(':')[1],
        },
      ),
      await askAs(husband, 'query ($n: String!) { personByDocument(type: FPR_2023, number: $n) { id } }', {
        n: `${persons.lin.address}1`,
      }),
      await askAs(husband, 'query ($id: ID!) { case(id: $id) { id address } }', { id: sc6.cases.child }),
      await askAs(husband, `query ($id: ID!) { case(id: $id) { id } }`, { id: `${sc6.cases.child} ` }),
    ];
    const read = answers.map(({ text }) => text).join('\n');
    expect(read).toContain(sc6.cases.child);
    const secrets = [persons.lin, persons.linChild].flatMap(
      ({ address, phone, credential, formerCredentials, name }) => [
        address,
        '庇护',
        phone,
        name,
        ...[credential, ...formerCredentials].map((one) => one.split(':')[1] ?? ''),
      ],
    );
    for (const secret of secrets) expect(read).not.toContain(secret);
  });
});
