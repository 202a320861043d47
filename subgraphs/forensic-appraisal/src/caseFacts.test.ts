import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseFacts } from '@tongban/kit';
import type { FastifyInstance } from 'fastify';
import { type FakeAgency, startFakeAgency } from './testing/fakeAgency.ts';
import { askCases, callers, testSubgraph } from './testing/testSubgraph.ts';
import { wireAppraisal } from './testing/wireAppraisal.ts';

describe('facts of an appraisal', () => {
  let agency: FakeAgency;
  let app: FastifyInstance;
  beforeAll(async () => {
    agency = await startFakeAgency();
    app = await testSubgraph(`48=${agency.url}`);
  });
  afterAll(async () => {
    await app.close();
    await agency.close();
  });

  async function factsOf(caller: Parameters<typeof askCases>[1], wire = wireAppraisal('A1')) {
    agency.cases = [wire];
    const { data, errors } = await askCases(app, caller, ['FA-480101-A1'], 'facts');
    expect(errors).toBeUndefined();
    return data?._entities[0]?.facts ?? null;
  }

  it('tell an auditor commission, appraisers and opinion, never what it concludes', async () => {
    const told = caseFacts.parse(await factsOf(callers.auditor));
    expect(told.appraisal).toMatchObject({
      category: 'CLINICAL',
      commission: { isReappraisal: false },
      opinion: { issuedAt: '2026-05-18T15:00:00+08:00', signers: ['480101000001', '480101000002'] },
    });
    expect(
      told.handlers.filter(({ role }) => role === 'APPRAISER').map(({ licenceState }) => licenceState),
    ).toEqual(expect.arrayContaining(['VALID']));
    expect(JSON.stringify(told)).not.toMatch(/480101198503121013|十级伤残/);
  });

  it('tell where a chain of material breaks, and not who had it', async () => {
    const wire = wireAppraisal('A1');
    const [first] = wire.materials;
    const time = Date.parse('2026-04-01T10:00:00+08:00');
    const step = (handedBy: string, takenBy: string, sm3: string | null, at: number) => ({
      handedTime: at,
      handedBy,
      takenBy,
      sm3,
    });
    const chain = (...custody: object[]) => ({ ...wire, materials: [{ ...first, custody }] }) as typeof wire;
    const digest = 'a'.repeat(64);
    const holds = chain(step('甲某', '乙所', digest, time), step('乙所', '丙所', digest, time + 1000));
    const gap = chain(step('甲某', '乙所', digest, time), step('丁某', '丙所', digest, time + 1000));
    const changed = chain(
      step('甲某', '乙所', digest, time),
      step('乙所', '丙所', 'b'.repeat(64), time + 1000),
    );
    const materials = async (one: typeof wire) => {
      const told = caseFacts.parse(await factsOf(callers.auditor, one));
      expect(JSON.stringify(told)).not.toMatch(/甲某|丁某/);
      return told.appraisal?.materials[0];
    };
    expect(await materials(holds)).toMatchObject({ steps: 2, gapAt: null, digestChangedAt: null });
    expect(await materials(gap)).toMatchObject({ gapAt: '2026-04-01T10:00:01+08:00', digestChangedAt: null });
    expect(await materials(changed)).toMatchObject({
      gapAt: null,
      digestChangedAt: '2026-04-01T10:00:01+08:00',
    });
  });

  it('are null for everybody else', async () => {
    const { zhang, contractor, lawyer, officer, client, bureau } = callers;
    for (const caller of [zhang, contractor, lawyer, officer, client, bureau])
      expect(await factsOf(caller)).toBeNull();
  });
});
