import { afterEach, describe, expect, it } from '@jest/globals';
import { sampleCase } from './testing/sampleSlice.ts';
import { type Sample, startSample } from './testing/startSample.ts';
import { application, standing, take } from './testing/steps.ts';

let system: Sample;
afterEach(() => system.close());

describe('writes', () => {
  it('have one effect for one Idempotency-Key, and the same answer', async () => {
    system = startSample([]);
    const headers = { 'idempotency-key': 'application-0001' };
    const first = await system.post('/applications', application, headers);
    const again = await system.post('/applications', application, headers);

    expect(again).toEqual(first);
    expect((await system.get('/cases?withTotal=true')).body.total).toBe(1);
    expect((await system.get('/events')).body.items).toHaveLength(1);
  });

  it('refuse a key that was used for another request, and a request without a key', async () => {
    system = startSample([]);
    const headers = { 'idempotency-key': 'application-0001' };
    await system.post('/applications', application, headers);

    expect(await system.post('/applications', { ...application, ground: 'LABOUR' }, headers)).toMatchObject({
      status: 409,
      body: { error: { code: 'IDEMPOTENCY_KEY_REUSED' } },
    });
    expect(await system.post('/applications', application, { 'idempotency-key': '' })).toMatchObject({
      status: 400,
    });
  });

  it('may be tried again with the same key after a refusal', async () => {
    system = startSample([standing('SUBMITTED', null)]);
    const headers = { 'idempotency-key': 'step-00000001' };
    const grant = { actorRole: 'HEAD', event: 'GRANT' };
    expect((await system.post('/cases/S1/events', grant, headers)).status).toBe(409);
    await take(system, { event: 'ACCEPT' });

    expect((await system.post('/cases/S1/events', grant, headers)).status).toBe(200);
  });

  it('refuse to build on a version that is gone', async () => {
    system = startSample([standing('SUBMITTED', null)]);
    const { body } = await system.get('/cases/S1');
    await take(system, { event: 'ACCEPT', expectedVersion: body.version });

    expect(await take(system, { event: 'WITHDRAW', expectedVersion: body.version })).toMatchObject({
      status: 409,
      body: { error: { code: 'VERSION_CONFLICT' } },
    });
  });

  it('stand in the change feed in order, without personal data', async () => {
    system = startSample([standing('SUBMITTED', null)]);
    await take(system, { event: 'ACCEPT' }, { event: 'GRANT' });
    await take(system, { event: 'SEAL', documentNo: '封存通知书1' });

    const { body } = await system.get('/events?after=0&limit=2');
    expect(body.items).toEqual([
      {
        cursor: 1,
        caseKey: 'S1',
        region: '480101',
        event: 'ACCEPT',
        status: 'UNDER_REVIEW',
        at: '2026-11-23T10:00:00+08:00',
      },
      {
        cursor: 2,
        caseKey: 'S1',
        region: '480101',
        event: 'GRANT',
        status: 'GRANTED',
        at: '2026-11-23T10:00:00+08:00',
      },
    ]);
    expect((await system.get('/events?after=2')).body.items).toMatchObject([
      { event: 'SEAL', status: 'GRANTED' },
    ]);
    expect((await system.get('/cases')).body.items).toEqual([]);
  });

  it('leave the history as it was written: it cannot be changed or deleted', () => {
    system = startSample([sampleCase()]);

    expect(() => system.database.exec("UPDATE status_event SET at = '2020-01-01T00:00:00+08:00'")).toThrow(
      'append-only',
    );
    expect(() => system.database.exec('DELETE FROM status_event')).toThrow('append-only');
  });
});
