import { describe, expect, it } from '@jest/globals';
import { cast, sc4 } from '@tongban/synthetic';
import { askAsAuditor, askCleanly } from './client.ts';

interface Agreement {
  readonly agreement: { readonly obligations: readonly { readonly amount: number }[] } | null;
}

describe('SC-4, thirty workers without wages', () => {
  it('is read whole by the auditor in one query, with the total per employer', async () => {
    const answer = await askAsAuditor<{ thread: { cases: ({ service: string } & Partial<Agreement>)[] } }>(
      `query ($t: ID!) { thread(threadNo: $t) { cases { id service status
        parties { role organization { id } }
        ... on MediationCase { agreement { obligations { amount } } } } } }`,
      { t: sc4.threadNo },
    );
    expect(answer.errors).toEqual([]);
    const cases = answer.data?.thread.cases ?? [];
    const count = (service: string) => cases.filter((one) => one.service === service).length;
    expect([count('LEGAL_AID'), count('MEDIATION'), count('NOTARY')]).toEqual([
      sc4.expected.workers,
      sc4.cases.mediation.length,
      sc4.cases.notary.length,
    ]);
    const agreed = cases.flatMap(({ agreement }) => agreement?.obligations ?? []);
    expect(agreed.reduce((sum, { amount }) => sum + amount, 0)).toBe(sc4.expected.agreedTotal);
  });

  it('shows each worker the own cases, and nobody else’s', async () => {
    for (const index of [0, 7, 29]) {
      const worker = cast.persons.workers[index];
      const others = cast.persons.workers.filter((one) => one !== worker);
      const data = await askCleanly<{ thread: { cases: { id: string }[] } }>(
        `citizen:${worker?.credential}`,
        `query ($t: ID!) { thread(threadNo: $t) { cases { id caseNo parties { role person { id name idNumber } }
          ... on MediationCase { agreement { obligations { amount } } } } } }`,
        { variables: { t: sc4.threadNo } },
      );
      const ids = data.thread.cases.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([sc4.cases.legalAid[index], sc4.cases.mediation[index]]));
      expect(ids.length).toBeLessThanOrEqual(3);
      const text = JSON.stringify(data);
      for (const { credential } of others) expect(text).not.toContain(credential.split(':')[1]);
    }
  });
});
