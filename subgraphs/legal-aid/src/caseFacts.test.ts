import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { caseFacts } from '@tongban/kit';
import { testTagOf } from '@tongban/kit/testing';
import { people, restCase } from './testing/restCase.ts';
import { type Agency, startAgency } from './testing/startAgency.ts';
import { callers, type Subgraph, startSubgraph } from './testing/startSubgraph.ts';

const lawyer = { practitionerNo: people.lawyer, firstPracticeYear: 2012, licenceState: 'SUSPENDED' };

describe('facts of a legal aid case', () => {
  let agency: Agency;
  let subgraph: Subgraph;
  beforeEach(async () => {
    agency = await startAgency([restCase()], { lawyers: [lawyer] });
    subgraph = await startSubgraph(`48=${agency.url}`);
  });
  afterEach(async () => {
    await subgraph.app.close();
    await agency.close();
  });
  const facts = async (caller: Parameters<Subgraph['cases']>[0]) => {
    const { data, errors } = await subgraph.cases(caller, ['LA-480101-S1'], 'facts');
    expect(errors).toBeUndefined();
    return data?._entities[0]?.facts ?? null;
  };

  it('tell an auditor grounds, decisions, opponents and payees without naming anybody', async () => {
    const told = caseFacts.parse(await facts(callers.auditor));
    expect(told.legalAid).toMatchObject({
      ground: 'INJURY',
      hardship: { mode: 'EXEMPT_FROM_CHECK', exemptGround: 'RELIEF_RECIPIENT', result: 'NOT_REQUIRED' },
      decisions: [{ kind: 'GRANT', reasonCode: null }],
      opposingParties: [{ subject: testTagOf(people.contractor), organization: null }],
      subsidies: [{ amount: 150_000, payee: testTagOf('PAYEE:李测试') }],
    });
    expect(JSON.stringify(told)).not.toMatch(/480101198503121013|480101197904152158|李测试|从脚手架|120000/);
  });

  it('tell what the register says of the lawyer', async () => {
    expect(await facts(callers.auditor)).toMatchObject({
      handlers: [{ practitionerNo: people.lawyer, licenceState: 'SUSPENDED', firstPracticeYear: 2012 }],
    });
    expect(agency.calls.map(({ path }) => path)).toContain(`/lawyers/${people.lawyer}`);
  });

  it('are null for everybody else, and nobody looks into the register for them', async () => {
    for (const caller of [callers.zhang, callers.lawyer, callers.officer, callers.court, callers.bureau]) {
      expect(await facts(caller)).toBeNull();
    }
    expect(agency.calls.filter(({ path }) => path.startsWith('/lawyers/'))).toEqual([]);
  });

  it('leave the licence open where the register does not have the number', async () => {
    const bare = await startAgency([restCase()]);
    const other = await startSubgraph(`48=${bare.url}`);
    const { data, errors } = await other.cases(callers.auditor, ['LA-480101-S1'], 'facts');
    await other.app.close();
    await bare.close();
    expect(errors).toBeUndefined();
    expect(data?._entities[0]).toMatchObject({ facts: { handlers: [{ licenceState: null }] } });
  });

  it('fail rather than leave the licence open where the register does not answer', async () => {
    agency.misbehave((request, response) => {
      response.statusCode = request.url?.startsWith('/lawyers/') ? 503 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ items: [restCase()] }));
    });
    const { data, errors } = await subgraph.cases(callers.auditor, ['LA-480101-S1'], 'id facts');
    expect(data?._entities[0]).toEqual({ id: 'LA-480101-S1', facts: null });
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
  });
});
