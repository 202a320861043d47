import { describe, expect, it } from '@jest/globals';
import { cast, sc1 } from '@tongban/synthetic';
import { ask, askAsAuditor, askCleanly } from './client.ts';

interface Case {
  readonly id: string;
  readonly service: string;
  readonly deadlines: {
    readonly ruleId: string;
    readonly state: string;
    readonly pausedDays: number;
    readonly dueAt: string;
    readonly metAt: string;
  }[];
  readonly feeReduction?: unknown;
}

const FOLLOW = `query ($threadNo: ID!) {
  thread(threadNo: $threadNo) {
    threadNo title stage openedAt
    cases {
      id caseNo service stage status statusLabel openedAt
      agency { name }
      deadlines { ruleId state pausedDays startAt dueAt metAt citation }
      links { kind direction case { id service } evidence { documentNo } mandate { mandateNo } }
      ... on ForensicAppraisalCase {
        feeReduction { form basis basisDocumentNo basisConfirmed basisCase { id caseNo } }
      }
    }
    timeline(first: 100) {
      edges { node { service event to toLabel at documentNo case { id } } }
      totalCount
    }
  }
}`;

describe('SC-1, an injured migrant labourer', () => {
  it('follows one matter through five services in order of time, on one query', async () => {
    const { thread } = await askCleanly<{
      thread: { cases: Case[]; timeline: { edges: { node: { service: string; at: string } }[] } };
    }>('citizen:zhang', FOLLOW, { variables: { threadNo: sc1.threadNo } });

    const services = thread.timeline.edges.map(({ node }) => node.service);
    const inOrder = services.filter((service, index) => services.indexOf(service) === index);
    expect(inOrder).toEqual([
      'CONSULTATION',
      'LEGAL_AID',
      'MEDIATION',
      'FORENSIC_APPRAISAL',
      'JUDICIAL_CONFIRMATION',
      'ENFORCEMENT',
    ]);
    const times = thread.timeline.edges.map(({ node }) => Date.parse(node.at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(thread.cases.map(({ id }) => id).sort()).toEqual(Object.values(sc1.cases).sort());
  });

  it('takes the eight days of waiting for an X-ray out of the appraisal deadline', async () => {
    const { thread } = await askCleanly<{ thread: { cases: Case[] } }>('citizen:zhang', FOLLOW, {
      variables: { threadNo: sc1.threadNo },
    });
    const appraisal = thread.cases.find(({ service }) => service === 'FORENSIC_APPRAISAL');
    const deadline = appraisal?.deadlines.find(({ ruleId }) => ruleId === 'D-21');
    expect(deadline).toMatchObject({ state: 'MET', pausedDays: sc1.expected.pausedWorkingDays });
    expect(Date.parse(deadline?.metAt ?? '')).toBeLessThanOrEqual(Date.parse(deadline?.dueAt ?? ''));
  });

  it('names the legal aid decision as the basis of the waived fee, for the person himself', async () => {
    const { case: appraisal } = await askCleanly<{ case: Case }>(
      'citizen:zhang',
      `query ($id: ID!) { case(id: $id) { ... on ForensicAppraisalCase {
        feeReduction { form basis basisDocumentNo basisConfirmed basisCase { id } } } } }`,
      { variables: { id: sc1.cases.appraisal } },
    );
    expect(appraisal.feeReduction).toEqual({
      form: 'WAIVED',
      basis: 'LEGAL_AID',
      basisDocumentNo: sc1.numbers.decision,
      basisConfirmed: true,
      basisCase: { id: sc1.cases.legalAid },
    });
  });

  it('finds the same case by every number printed on a document', async () => {
    for (const [number, id] of [
      [sc1.numbers.decision, sc1.cases.legalAid],
      [sc1.numbers.opinion, sc1.cases.appraisal],
      [sc1.numbers.agreement, sc1.cases.mediation],
      [sc1.numbers.courtCase, sc1.cases.mediation],
    ] as const) {
      const data = await askCleanly(
        'citizen:zhang',
        'query ($n: String!) { caseByNumber(number: $n) { id } }',
        {
          variables: { n: number },
        },
      );
      expect(data).toEqual({ caseByNumber: { id } });
    }
  });
});

describe('the other side of SC-1', () => {
  it('sees mediation and appraisal in the thread, and nothing that hints at legal aid', async () => {
    const answer = await ask<{ thread: { cases: Case[] } }>('opponent:contractor', FOLLOW, {
      variables: { threadNo: sc1.threadNo },
    });
    expect(answer.errors).toEqual([]);
    expect(answer.data?.thread.cases.map(({ service }) => service).sort()).toEqual([
      'FORENSIC_APPRAISAL',
      'MEDIATION',
    ]);
    for (const hint of [
      sc1.cases.legalAid,
      sc1.numbers.decision,
      'LEGAL_AID',
      '法律援助',
      'CONSULTATION',
      '援',
    ]) {
      expect(answer.text).not.toContain(hint);
    }
    const appraisal = answer.data?.thread.cases.find(({ service }) => service === 'FORENSIC_APPRAISAL');
    expect(appraisal?.feeReduction).toBeNull();
  });

  it('counts the same agencies as the one who sees more, and a stranger the same as where there is no thread', async () => {
    const asks = (persona: string, threadNo: string) =>
      ask(persona, 'query ($t: ID!) { thread(threadNo: $t) { title cases { id } } }', {
        variables: { t: threadNo },
      });
    const own = await asks('citizen:zhang', sc1.threadNo);
    const other = await asks('opponent:contractor', sc1.threadNo);
    expect(other.extensions).toEqual(own.extensions);

    const stranger = `citizen:${cast.persons.wang.credential}`;
    const hidden = await asks(stranger, sc1.threadNo);
    const unknown = await asks(stranger, 'CT-2026-99999999');
    expect(hidden.text).toBe(unknown.text);
    expect(hidden.data).toEqual({ thread: null });
  });

  it('gets the same bytes for the aid case as for a case that does not exist', async () => {
    const query = `query ($id: ID!) { case(id: $id) {
      id caseNo status deadlines { dueAt } links { kind } thread { threadNo }
      ... on LegalAidCase { hardshipCheck { mode } decision { decisionNo } } } }`;
    const hidden = await ask('opponent:contractor', query, { variables: { id: sc1.cases.legalAid } });
    const unknown = await ask('opponent:contractor', query, { variables: { id: 'LA-480101-NOSUCHCASE' } });
    expect(hidden.text).toBe(unknown.text);
    expect(hidden.data).toEqual({ case: null });

    const byNumber = 'query ($n: String!) { caseByNumber(number: $n) { id service } }';
    const hiddenNumber = await ask('opponent:contractor', byNumber, {
      variables: { n: sc1.numbers.decision },
    });
    const unknownNumber = await ask('opponent:contractor', byNumber, {
      variables: { n: sc1.numbers.decision.replace(/\d+号/, '987654号') },
    });
    expect(hiddenNumber.text).toBe(unknownNumber.text);
  });
});

describe('the others who read SC-1', () => {
  it('the lawyer reads the aid case and the grounds of hardship, not its content', async () => {
    const data = await askCleanly<{ case: { hardshipCheck: Record<string, unknown> } }>(
      'lawyer:li',
      'query ($id: ID!) { case(id: $id) { id ... on LegalAidCase { hardshipCheck { mode exemptGround householdIncome } } } }',
      { variables: { id: sc1.cases.legalAid } },
    );
    expect(data.case.hardshipCheck).toMatchObject({ mode: 'EXEMPT_FROM_CHECK', householdIncome: null });
  });

  it('each officer reads the case of the own service, and the others are not there', async () => {
    for (const [persona, own, others] of [
      ['officer:legal-aid', sc1.cases.legalAid, [sc1.cases.mediation]],
      ['officer:appraisal', sc1.cases.appraisal, [sc1.cases.legalAid, sc1.cases.mediation]],
      ['officer:mediation', sc1.cases.mediation, [sc1.cases.legalAid]],
    ] as const) {
      const question = { purpose: 'CASE_HANDLING', accessCase: own };
      const read = (id: string) =>
        askCleanly(persona, 'query ($id: ID!) { case(id: $id) { id } }', { ...question, variables: { id } });
      expect(await read(own)).toEqual({ case: { id: own } });
      for (const other of others) expect(await read(other)).toEqual({ case: null });
    }
  });

  it('the auditor sees the chain, with evidence and mandate on every link', async () => {
    const answer = await askAsAuditor<{
      thread: { cases: { links: { evidence: unknown; mandate: { mandateNo: string } }[] }[] };
    }>(FOLLOW, { threadNo: sc1.threadNo });
    expect(answer.errors).toEqual([]);
    const links = answer.data?.thread.cases.flatMap((one) => one.links) ?? [];
    expect(links.length).toBeGreaterThanOrEqual(4);
    for (const link of links)
      expect(link).toMatchObject({ mandate: { mandateNo: expect.stringMatching(/./) } });
  });

  it('the auditor of systems and the frontend see no case at all', async () => {
    for (const persona of ['auditor:system', 'frontend']) {
      const answer = await ask(persona, 'query ($id: ID!) { case(id: $id) { id } }', {
        variables: { id: sc1.cases.mediation },
        purpose: 'AUDIT',
        accessCase: sc1.threadNo,
      });
      expect(answer.data).toEqual({ case: null });
    }
  });
});
