import { describe, expect, it } from '@jest/globals';
import { cast, sc3 } from '@tongban/synthetic';
import { askAs, auditor, lawyer } from './callerOf.ts';
import { officer, readCase } from './readCase.ts';

const { persons, bodies, practitioners } = cast;

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
      expect(await readCase(auditor(bodies.justiceBureau.id), id, 'id')).toBeNull();
      expect(await readCase(auditor(bodies.justiceBureau.id, 'sealed:read'), id, 'id')).toEqual({ id });
    }
  });
});
