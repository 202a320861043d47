import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sc1 } from '@tongban/synthetic';
import { ask, control, setFault } from './client.ts';

const THREAD = `query ($threadNo: ID!) {
  thread(threadNo: $threadNo) {
    threadNo
    cases { id service caseNo stage }
  }
}`;
const CASE = 'query ($id: ID!) { case(id: $id) { id caseNo } }';

interface ThreadAnswer {
  readonly thread: { readonly cases: { readonly id: string; readonly service: string }[] } | null;
}

const askThread = () => ask<ThreadAnswer>('citizen:zhang', THREAD, { variables: { threadNo: sc1.threadNo } });

describe('an agency that is down', () => {
  it('takes away its own branch, says so, and harms nobody else', async () => {
    const whole = await askThread();
    expect(whole.errors).toEqual([]);
    await control('kill', 'forensic-appraisal-system');
    try {
      const partial = await askThread();

      const expected = whole.data?.thread?.cases.filter(({ service }) => service !== 'FORENSIC_APPRAISAL');
      expect(partial.data?.thread?.cases).toEqual(expected);
      expect(partial.errors.length).toBeGreaterThan(0);
      for (const error of partial.errors) expect(error.extensions?.code).toBe('AGENCY_UNAVAILABLE');
      expect(partial.errors.map(({ path }) => path?.[0])).toContain('thread');
      expect(partial.extensions.completeness).toEqual({
        asked: 4,
        answered: 3,
        missing: ['forensic-appraisal'],
      });
    } finally {
      await control('restart', 'forensic-appraisal-system');
    }
    expect((await askThread()).data).toEqual(whole.data);
  });

  it('is told from an unknown case: the one is an error, the other is not', async () => {
    await control('kill', 'notary');
    try {
      const down = await ask('citizen:zhang', CASE, { variables: { id: 'NO-480101-UNKNOWN1' } });
      expect(down.data).toEqual({ case: null });
      expect(down.errors[0]?.extensions?.code).toBe('AGENCY_UNAVAILABLE');
    } finally {
      await control('restart', 'notary');
    }
    const unknown = await ask('citizen:zhang', CASE, { variables: { id: 'NO-480101-UNKNOWN1' } });
    expect(unknown.data).toEqual({ case: null });
    expect(unknown.errors).toEqual([]);
  });
});

describe('serviceStatus', () => {
  const answering = async () => {
    const answer = await ask<{ serviceStatus: { service: string; answering: boolean }[] }>(
      'frontend',
      '{ serviceStatus { service answering } }',
    );
    return Object.fromEntries(answer.data?.serviceStatus.map((one) => [one.service, one.answering]) ?? []);
  };
  const all = { LEGAL_AID: true, NOTARY: true, FORENSIC_APPRAISAL: true, MEDIATION: true };
  /** Longer than one-network remembers what it last heard. */
  const HEARD_AGAIN_MS = 2_500;

  it('tells for each agency whether its systems answer now', async () => {
    await setTimeout(HEARD_AGAIN_MS);
    expect(await answering()).toEqual(all);
    for (const [agency, service] of [
      ['legal-aid', 'LEGAL_AID'],
      ['mediation', 'MEDIATION'],
    ] as const) {
      await control('kill', `${agency}-system`);
      await setTimeout(HEARD_AGAIN_MS);
      expect(await answering()).toEqual({ ...all, [service]: false });
      await control('restart', `${agency}-system`);
    }
    await setTimeout(HEARD_AGAIN_MS);
    expect(await answering()).toEqual(all);
  });
});

describe('an agency system that misbehaves', () => {
  afterEach(() => setFault('mediation', 'none'));

  it.each([
    ['failing', 'AGENCY_UNAVAILABLE'],
    ['cut-off', 'AGENCY_BAD_RESPONSE'],
    ['malformed', 'AGENCY_BAD_RESPONSE'],
    ['slow', 'AGENCY_TIMEOUT'],
  ])('by being %s gives %s, and nothing of what it sent', async (mode, code) => {
    await setFault('mediation', mode, 8_000);
    const answer = await askThread();

    const services = answer.data?.thread?.cases.map(({ service }) => service).toSorted();
    expect(services).toEqual(['FORENSIC_APPRAISAL', 'LEGAL_AID']);
    expect(new Set(answer.errors.map(({ extensions }) => extensions?.code))).toEqual(new Set([code]));
    expect(answer.extensions.completeness).toEqual({ asked: 4, answered: 3, missing: ['mediation'] });
    for (const leak of ['ORA-00942', '480101198503121013', 'html', '127.0.0.1', '4204', 'axios']) {
      expect(answer.text).not.toContain(leak);
    }
  });
});
