import { describe, expect, it } from '@jest/globals';
import { sc1 } from '@tongban/synthetic';
import { ask } from './client.ts';

const staff = { purpose: 'CASE_HANDLING', accessCase: sc1.cases.legalAid };

describe('what does not exist', () => {
  it.each([
    ['an unknown case', '{ case(id: "LA-480101-NOSUCHCASE") { id caseNo } }', { case: null }],
    ['a case of a region nobody serves', '{ case(id: "LA-110101-A1") { id } }', { case: null }],
    ['an id of no service', '{ case(id: "XX-480101-A1") { id } }', { case: null }],
    ['an id that is none', '{ case(id: "‮\\u0000") { id } }', { case: null }],
    [
      'an unknown printed number',
      '{ caseByNumber(number: "（2026）测援审字第999999号") { id } }',
      { caseByNumber: null },
    ],
    ['a number no agency prints', '{ caseByNumber(number: "hello") { id } }', { caseByNumber: null }],
    [
      'an unknown thread',
      '{ thread(threadNo: "CT-2026-99999999") { threadNo title cases { id } } }',
      { thread: null },
    ],
    ['an unknown body', '{ organization(uscc: "91480101TEAT99999X") { name } }', { organization: null }],
  ])('%s is null, not an error', async (_what, query, data) => {
    const answer = await ask('citizen:zhang', query);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual(data);
  });
});

describe('a document number that cannot be', () => {
  const byDocument = (type: string, number: string) =>
    ask(
      'officer:legal-aid',
      'query ($t: IdentityDocumentType!, $n: String!) { personByDocument(type: $t, number: $n) { id } }',
      {
        ...staff,
        variables: { t: type, n: number },
      },
    );

  it.each([
    ['a wrong check digit', 'RIC', '480101198503121014'],
    ['30 February', 'RIC', '480101198502301012'],
    ['the wrong length', 'RIC', '48010119850312101'],
    ['letters', 'RIC', '48010119850312101A'],
    ['a foreigner number without its leading 9', 'FPR_2023', '480101198503121013'],
  ])('with %s is BAD_USER_INPUT, and is not repeated', async (_what, type, number) => {
    const answer = await byDocument(type, number);
    expect(answer.data).toEqual({ personByDocument: null });
    expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(answer.text).not.toContain(number);
  });

  it('of an unknown type is refused before anything is asked', async () => {
    const answer = await byDocument('LIBRARY_CARD', '1');
    expect(answer.status).toBe(400);
    expect(answer.extensions.completeness).toBeUndefined();
  });
});

describe('pages', () => {
  it('beyond the end are empty, and a broken cursor or size is BAD_USER_INPUT', async () => {
    const page = (args: string) =>
      ask<{ me: { cases: unknown } }>(
        'citizen:zhang',
        `{ me { cases(${args}) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount } } }`,
      );
    const all = await ask<{ me: { cases: { edges: { cursor: string }[]; totalCount: number } } }>(
      'citizen:zhang',
      '{ me { cases(first: 100) { edges { cursor } totalCount } } }',
    );
    const last = all.data?.me.cases.edges.at(-1)?.cursor;
    const beyond = await page(`first: 5, after: "${last}"`);
    expect(beyond.errors).toEqual([]);
    expect(beyond.data?.me.cases).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: all.data?.me.cases.totalCount,
    });
    for (const args of ['first: 101', 'first: -1', 'first: 5, after: "garbage"']) {
      const refused = await page(args);
      expect(refused.errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('a caller who does not say why', () => {
  it.each(['officer:legal-aid', 'auditor:case'])(
    '%s gets PURPOSE_REQUIRED and nothing else',
    async (persona) => {
      const answer = await ask(persona, 'query ($id: ID!) { case(id: $id) { id caseNo } }', {
        variables: { id: sc1.cases.legalAid },
      });
      expect(answer.data).toEqual({ case: null });
      expect(answer.errors.map(({ extensions }) => extensions?.code)).toEqual(['PURPOSE_REQUIRED']);
    },
  );
});

describe('a request without a valid token', () => {
  it('is refused with the same body, whatever is wrong with it', async () => {
    const none = await ask(null, '{ me { id } }');
    const garbage = await ask(null, '{ me { id } }', { headers: { authorization: 'Bearer not.a.token' } });
    expect(none.status).toBe(401);
    expect(garbage.status).toBe(401);
    expect(none.errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(withoutRequestId(garbage.text)).toBe(withoutRequestId(none.text));
  });
});

function withoutRequestId(text: string): string {
  return text.replace(/"requestId":"[^"]*"/, '"requestId":""');
}
