import { describe, expect, it } from '@jest/globals';
import { cast, sc3 } from '@tongban/synthetic';
import { ask, askAsAuditor, askCleanly } from './client.ts';

const CASE =
  'query ($id: ID!) { case(id: $id) { id caseNo status links { kind } thread { threadNo } timeline: statusHistory { at } } }';
const prefixOf = (id: string) => id.slice(0, 9);
const chen = `citizen:${cast.persons.chen.credential}`;
const du = `citizen:${cast.persons.du.credential}`;
const victim = `citizen:${cast.persons.victimGuardian.credential}`;

describe('SC-3, records sealed after non-prosecution', () => {
  it.each([
    ['the co-suspect', du, {}],
    ['the victim’s guardian', victim, {}],
    ['the person himself', chen, {}],
    ['a stranger', 'citizen:zhang', {}],
    [
      'an officer of legal aid',
      'officer:legal-aid',
      { purpose: 'CASE_HANDLING', accessCase: sc3.cases.defence },
    ],
    ['an officer of appraisal', 'officer:appraisal', { purpose: 'CASE_HANDLING', accessCase: sc3.cases.age }],
    [
      'an officer of mediation',
      'officer:mediation',
      { purpose: 'CASE_HANDLING', accessCase: sc3.cases.mediation },
    ],
    [
      'the auditor without special approval',
      'auditor:case',
      { purpose: 'AUDIT', accessCase: 'AUD-2026-001' },
    ],
  ])('are for %s the same bytes as cases that do not exist', async (_who, persona, question) => {
    for (const id of sc3.expected.sealedCases) {
      const sealed = await ask(persona, CASE, { ...question, variables: { id } });
      const unknown = await ask(persona, CASE, {
        ...question,
        variables: { id: `${prefixOf(id)}-NOSUCHCASE` },
      });
      expect(sealed.text).toBe(unknown.text);
      expect(sealed.data).toEqual({ case: null });
    }
  });

  it('are found by none of their numbers', async () => {
    for (const number of [sc3.numbers.victimDecision, ...Object.values(sc3.numbers)]) {
      const answer = await askAsAuditor<{ caseByNumber: { id: string } | null }>(
        'query ($n: String!) { caseByNumber(number: $n) { id } }',
        { n: number },
      );
      expect(answer.errors).toEqual([]);
      expect(sc3.expected.sealedCases).not.toContain(answer.data?.caseByNumber?.id);
    }
  });

  it('leave no gap in the thread of the co-suspect, and nothing in its links and timeline', async () => {
    const answer = await ask<{ thread: { cases: { id: string }[] } }>(
      du,
      `query ($t: ID!) { thread(threadNo: $t) { title cases { id links { case { id } } }
        timeline(first: 100) { totalCount edges { node { case { id } documentNo } } } } }`,
      { variables: { t: sc3.threadNo } },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data?.thread.cases).toEqual([expect.objectContaining({ id: sc3.cases.duAid })]);
    for (const id of sc3.expected.sealedCases) expect(answer.text).not.toContain(id);
  });

  it('leave lists and counts as if there were none', async () => {
    const data = await askCleanly(
      chen,
      '{ me { cases { totalCount edges { node { id } } } legalAidCases { id } forensicAppraisalCases { id } mediationCases { id } threads { threadNo } } }',
    );
    expect(data).toEqual({
      me: {
        cases: { totalCount: 0, edges: [] },
        legalAidCases: [],
        forensicAppraisalCases: [],
        mediationCases: [],
        threads: [],
      },
    });
  });

  it('leave the other cases of the thread readable for the auditor', async () => {
    const answer = await askAsAuditor<{ thread: { cases: { id: string }[] } }>(
      'query ($t: ID!) { thread(threadNo: $t) { cases { id } } }',
      { t: sc3.threadNo },
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data?.thread.cases.map(({ id }) => id).sort()).toEqual(
      [...sc3.expected.readableCases].sort(),
    );
  });
});
