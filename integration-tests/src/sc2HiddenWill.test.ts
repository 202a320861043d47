import { describe, expect, it } from '@jest/globals';
import { cast, sc2 } from '@tongban/synthetic';
import { ask, askAsAuditor, askCleanly } from './client.ts';

const CASE =
  'query ($id: ID!) { case(id: $id) { id caseNo openedAt deadlines { dueAt } links { kind } thread { threadNo } } }';
const BY_NUMBER = 'query ($n: String!) { caseByNumber(number: $n) { id } }';
const UNKNOWN_CASE = 'NO-480101-NOSUCHCASE';
const UNKNOWN_NUMBER = '（2019）测城中内民证字第99318号';

const widow = `citizen:${cast.persons.wang.credential}`;
const sons = cast.persons.wangSons.map(({ credential }) => `citizen:${credential}`);

describe('SC-2, a will in the custody of a notary', () => {
  it.each([
    ['the widow', widow],
    ...sons.map((son, index) => [`son ${index + 1}`, son]),
    ['a lawyer', 'lawyer:li'],
    ['a stranger', 'citizen:zhang'],
  ])('gives %s the same bytes as where there is no will', async (_who, persona) => {
    const hidden = await ask(persona ?? '', CASE, { variables: { id: sc2.cases.will } });
    const none = await ask(persona ?? '', CASE, { variables: { id: UNKNOWN_CASE } });
    expect(hidden.text).toBe(none.text);
    expect(hidden.data).toEqual({ case: null });

    const hiddenNumber = await ask(persona ?? '', BY_NUMBER, {
      variables: { n: sc2.numbers.willCertificate },
    });
    const noNumber = await ask(persona ?? '', BY_NUMBER, { variables: { n: UNKNOWN_NUMBER } });
    expect(hiddenNumber.text).toBe(noNumber.text);
  });

  it('stays out of every list, count, thread, link and timeline', async () => {
    const WHOLE = `{ me { cases(first: 100) { totalCount edges { node { id caseNo links { case { id } } } } } notaryCases { id }
      threads { threadNo cases { id } timeline(first: 100) { totalCount edges { node { case { id } documentNo } } } } } }`;
    for (const persona of [widow, ...sons]) {
      const answer = await ask(persona, WHOLE);
      expect(answer.errors).toEqual([]);
      expect(answer.text).not.toContain(sc2.cases.will);
      expect(answer.text).not.toContain(sc2.numbers.willCertificate);
    }
    const auditor = await askAsAuditor(
      'query ($t: ID!) { thread(threadNo: $t) { cases { id } timeline(first: 100) { edges { node { documentNo } } } } }',
      {
        t: sc2.threadNo,
      },
    );
    expect(auditor.errors).toEqual([]);
    expect(auditor.text).not.toContain(sc2.cases.will);
    expect(auditor.text).not.toContain(sc2.numbers.willCertificate);
  });

  it('is there for the testator and for the notary office that keeps it', async () => {
    const office = await askCleanly('officer:notary', CASE, {
      variables: { id: sc2.cases.will },
      purpose: 'CASE_HANDLING',
      accessCase: sc2.cases.will,
    });
    expect(office).toMatchObject({ case: { id: sc2.cases.will } });
    const testator = await askCleanly(`citizen:${cast.persons.wangHusband.credential}`, CASE, {
      variables: { id: sc2.cases.will },
    });
    expect(testator).toMatchObject({ case: { id: sc2.cases.will } });
  });
});

describe('the rest of SC-2', () => {
  it('shows the refusal as a step with its ground, not as an error', async () => {
    const data = await askCleanly(
      widow,
      `query ($id: ID!) { case(id: $id) { stage status
      ... on NotaryCase { refuseGround } deadlines { ruleId state } } }`,
      {
        variables: { id: sc2.cases.refusedInheritance },
      },
    );
    expect(data).toMatchObject({
      case: { stage: 'REFUSED', status: 'REFUSED', refuseGround: sc2.expected.refuseGround },
    });
  });

  it('takes the verification out of the notary deadline', async () => {
    const data = await askCleanly<{
      case: { deadlines: { ruleId: string; pausedDays: number; dueAt: string; state: string }[] };
    }>(widow, 'query ($id: ID!) { case(id: $id) { deadlines { ruleId pausedDays dueAt state } } }', {
      variables: { id: sc2.cases.inheritance },
    });
    const deadline = data.case.deadlines.find(({ ruleId }) => ruleId === 'D-10');
    expect(deadline).toMatchObject({ pausedDays: sc2.expected.pausedWorkingDays, state: 'MET' });
    expect(deadline?.dueAt.slice(0, 10)).toBe(sc2.expected.certificateDueOn);
  });

  it("keeps the widow's legal aid from her sons", async () => {
    for (const son of sons) {
      const hidden = await ask(son, CASE, { variables: { id: sc2.cases.legalAid } });
      const none = await ask(son, CASE, { variables: { id: 'LA-480101-NOSUCHCASE' } });
      expect(hidden.text).toBe(none.text);
    }
  });

  it('says why a court did not take the agreement up', async () => {
    const data = await askCleanly(
      widow,
      'query ($id: ID!) { case(id: $id) { ... on MediationCase { confirmation { result } } } }',
      {
        variables: { id: sc2.cases.mediation },
      },
    );
    expect(data).toEqual({ case: { confirmation: { result: sc2.expected.confirmationResult } } });
  });
});
