import { describe, expect, it } from '@jest/globals';
import { sc1 } from '@tongban/synthetic';
import { ask, askCleanly } from './client.ts';

const UNKNOWN = `${sc1.cases.legalAid.slice(0, 10)}NOSUCHCASE`;

describe('a case that the caller may not know of', () => {
  it.each([
    'id',
    '__typename',
    'thread { threadNo cases { id } }',
    'links { kind case { id } evidence { documentNo } }',
    'thread { title } links { kind } statusHistory { event } parties { role }',
  ])('answers { %s } with the bytes of a case that does not exist', async (selection) => {
    const query = `query ($id: ID!) { case(id: $id) { ${selection} } }`;
    const hidden = await ask('opponent:contractor', query, { variables: { id: sc1.cases.legalAid } });
    const unknown = await ask('opponent:contractor', query, { variables: { id: UNKNOWN } });
    expect(hidden.errors).toEqual([]);
    expect(hidden.text).toBe(unknown.text);
  });

  it.each([
    ['a number that nobody printed', '（2026）测州中援字第9999号'],
    ['the number of its decision', sc1.numbers.decision],
  ])('is not found by %s', async (_what, number) => {
    const query = 'query ($n: String!) { caseByNumber(number: $n) { id thread { threadNo } } }';
    const answer = await ask('opponent:contractor', query, { variables: { n: number } });
    expect(answer.text).toBe(
      '{"data":{"caseByNumber":null},"extensions":{"completeness":{"asked":4,"answered":4,"missing":[]},"audit":{}}}',
    );
  });

  it('is at the end of no link and in no thread that the caller follows from his own case', async () => {
    const query = `query ($id: ID!) { case(id: $id) {
      id links { case { id } evidence { documentNo } } thread { cases { id thread { cases { id } } links { case { id } } } } } }`;
    const answer = await ask('opponent:contractor', query, { variables: { id: sc1.cases.appraisal } });
    expect(answer.errors).toEqual([]);
    expect(answer.text).toContain(sc1.cases.mediation);
    for (const hint of [sc1.cases.legalAid, sc1.numbers.decision, 'null'])
      expect(answer.text).not.toContain(hint);
  });

  it('is there, with thread and links, for the person it is about', async () => {
    const query = `query ($n: String!) { caseByNumber(number: $n) { id thread { threadNo } links { case { id } } } }`;
    const data = await askCleanly<{ caseByNumber: { links: { case: { id: string } }[] } }>(
      'citizen:zhang',
      query,
      {
        variables: { n: sc1.numbers.decision },
      },
    );
    expect(data.caseByNumber).toMatchObject({ id: sc1.cases.legalAid, thread: { threadNo: sc1.threadNo } });
    expect(data.caseByNumber.links.map((link) => link.case.id)).toContain(sc1.cases.appraisal);
  });
});

describe('a thread of which the caller may see nothing', () => {
  it.each(['threadNo', '__typename', 'title stage cases { id } timeline { totalCount }'])(
    'gives the same data for { %s } as a number that was never given out',
    async (selection) => {
      const query = `query ($no: ID!) { thread(threadNo: $no) { ${selection} } }`;
      const answers = await Promise.all(
        ['CT-2026-00000003', 'CT-2026-99999999'].map((no) =>
          ask('opponent:contractor', query, { variables: { no } }),
        ),
      );
      const [hidden, unknown] = answers.map(({ data, errors }) => JSON.stringify({ data, errors }));
      expect(hidden).toBe(unknown);
    },
  );
});
