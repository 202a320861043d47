import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestIssuer } from '../identity/startTestIssuer.ts';
import { archiveSupergraph } from '../testing/authorization/archive.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

// No subgraph runs: what is refused here is refused before one is asked.
describe.each(['filter', 'reject'] as const)('a gateway whose setting is %s', (unauthorized) => {
  let issuer: Awaited<ReturnType<typeof startTestIssuer>>;
  let gateway: TestGateway;
  let authorization: string;
  beforeAll(async () => {
    issuer = await startTestIssuer();
    gateway = await startTestGateway(archiveSupergraph, { identity: issuer.identity, unauthorized });
    authorization = `Bearer ${await issuer.token({ role: 'CITIZEN', scope: 'price' })}`;
  }, 30_000);
  afterAll(async () => {
    await gateway.stop();
    await issuer.stop();
  });

  it('answers 403 without data to a request that wants all or nothing', async () => {
    const headers = { authorization, 'x-unauthorized': 'reject' };
    const { status, body } = await gateway.ask('{ record { remark inner } }', { headers });
    expect(status).toBe(403);
    expect('data' in body).toBe(false);
    expect(body.errors?.map(({ path }: { path?: unknown }) => path)).toEqual([
      ['record', 'remark'],
      ['record', 'inner'],
    ]);
    expect(body.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });

  it('goes by its setting where the request does not say', async () => {
    const { status, body } = await gateway.ask('{ record { remark } }', { headers: { authorization } });
    expect([status, body.data]).toEqual(
      unauthorized === 'reject' ? [403, undefined] : [200, { record: null }],
    );
  });

  it('cannot be made less strict by a request', async () => {
    const headers = { authorization, 'x-unauthorized': 'filter' };
    const { status } = await gateway.ask('{ record { remark } }', { headers });
    expect(status).toBe(unauthorized === 'reject' ? 403 : 200);
  });
});
