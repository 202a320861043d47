import { describe, expect, it } from '@jest/globals';
import { cast } from '@tongban/synthetic';
import { issuedCase, SUBJECT } from './testing/appraisalWorld.ts';
import { startTestSystem } from './testing/startTestSystem.ts';

const ZHANG = { idType: 1, idNo: SUBJECT.slice('RIC:'.length) };

describe('reading cases', () => {
  it('sends everything a case holds, codes as numbers and times in epoch milliseconds', async () => {
    const { ask } = startTestSystem({}, [issuedCase('A1')]);
    const { data } = await ask('/api/case/list-by-ids', { caseIds: ['A1', 'NOSUCH', 'A1'] });
    expect(data.list).toHaveLength(1);
    expect(data.list).toMatchObject([
      {
        caseId: 'A1',
        caseStatus: 70,
        category: 101,
        matters: [1002, 1003],
        receivedTime: Date.parse('2026-03-02T09:00:00+08:00'),
        institution: { institutionId: cast.bodies.forensicInstitution1.id, licenceState: 1 },
        commission: {
          clientKind: 3,
          clientOrgId: cast.bodies.townshipCommittee.id,
          fee: 260_000,
          isReappraisal: false,
        },
        parties: [
          { partyRole: 'SUBJECT', side: 1, ...ZHANG, orgId: null },
          { partyRole: 'CLIENT', idNo: null },
        ],
        staff: [{ staffRole: 'APPRAISER', licenceState: 1 }, { staffRole: 'APPRAISER' }],
        materials: [{ materialNo: 'M1', custody: [{ handedBy: 'CLIENT' }, { handedBy: 'INSTITUTION' }] }],
        pauses: [{ ruleId: 'D-21', reason: 'MATERIAL_PENDING' }],
        opinion: { conclusion: '构成十级伤残', signatures: [{ dissent: null }, { dissent: null }] },
        feeReduction: { form: 3, basis: 1, basisDocumentNo: '(2026)测援决字第1号', basisConfirmed: true },
        foreignReport: { element: '被鉴定人为外国人' },
        testimony: { courtId: cast.bodies.court.id, appearedTime: null },
        secrecyMarks: ['privacy'],
      },
    ]);
    expect(data.list?.[0]?.events).toHaveLength(9);
  });

  it('finds a case by any printed number, however brackets, spaces and zeros are written', async () => {
    const { ask } = startTestSystem({}, [issuedCase('7')]);
    for (const number of [
      '测安司鉴所[2026]临鉴字第7号',
      '测安司鉴所（2026）临意字第 007 号',
      '测安司鉴所(2026)临鉴字7',
    ]) {
      const { data } = await ask('/api/case/find-by-no', { caseNos: [number] });
      expect(data.list).toMatchObject([{ caseId: '7' }]);
    }
    expect((await ask('/api/case/find-by-no', { caseNos: ['没有'] })).data).toEqual({ list: [] });
  });

  it('pages the cases of persons, newest first, and answers an empty page beyond the end', async () => {
    const cases = [1, 2, 3].map((day) =>
      issuedCase(`P${day}`, { openedAt: `2026-03-0${day}T09:00:00+08:00` }),
    );
    const { ask } = startTestSystem({}, cases);
    const query = { documents: [ZHANG, { idType: 1, idNo: 'NOBODY' }], pageSize: 2 };
    const first = await ask('/api/case/list-by-party', query);
    expect(first.data).toMatchObject({
      page: 1,
      pageSize: 2,
      total: 3,
      list: [{ caseId: 'P3' }, { caseId: 'P2' }],
    });
    const beyond = await ask('/api/case/list-by-party', { ...query, page: 3 });
    expect(beyond.data).toEqual({ page: 3, pageSize: 2, total: 3, list: [] });
  });

  it('pages all cases by status, region and time, and leaves out sealed ones unless asked', async () => {
    const { ask } = startTestSystem({}, [
      issuedCase('S1', { secrecy: ['sealed'] }),
      issuedCase('R1', { region: '480202' }),
      issuedCase('O1', { openedAt: '2025-01-01T09:00:00+08:00' }),
    ]);
    const totals = async (query: object) => (await ask('/api/case/page', query)).data.total;
    expect(await totals({})).toBe(2);
    expect(await totals({ withSealed: true })).toBe(3);
    expect(await totals({ regionPrefixes: ['4802'] })).toBe(1);
    expect(await totals({ regionPrefixes: ['4801', '4802'] })).toBe(2);
    expect(await totals({ caseStatuses: [10, 21] })).toBe(0);
    expect(await totals({ receivedFrom: Date.parse('2026-01-01T00:00:00+08:00') })).toBe(1);
    expect(await ask('/api/case/page', { page: 9, pageSize: 100 })).toMatchObject({
      code: 0,
      data: { total: 2, list: [] },
    });
  });
});

describe('bad input', () => {
  it.each([
    ['/api/case/list-by-ids', { caseIds: Array(101).fill('A') }, 40002],
    ['/api/case/list-by-ids', { caseIds: [] }, 40001],
    ['/api/case/list-by-ids', { ids: ['A'] }, 40001],
    ['/api/case/find-by-no', { caseNos: Array(101).fill('A') }, 40002],
    ['/api/case/list-by-party', { documents: Array(101).fill(ZHANG) }, 40002],
    ['/api/case/list-by-party', { documents: [{ idType: 99, idNo: '1' }] }, 40001],
    ['/api/case/page', { pageSize: 101 }, 40001],
    ['/api/case/page', { page: 0 }, 40001],
    ['/api/case/page', { caseStatuses: [12345] }, 40001],
    ['/api/feed', { limit: 501 }, 40001],
    ['/api/case/list-by-ids', '{"caseIds":', 40003],
    ['/api/case/list-by-ids', 'x'.repeat(1_100_000), 40004],
    ['/api/nothing-here', {}, 40401],
  ])('%s refuses it with HTTP 200 and a code', async (path, body, code) => {
    const answer = await startTestSystem().send(path, body);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ code, data: null });
  });

  it('never repeats what was sent', async () => {
    const { send } = startTestSystem();
    const answer = await send('/api/case/list-by-party', {
      documents: [{ idType: '1', idNo: 480101198503121 }],
    });
    expect(answer.json()).toMatchObject({ code: 40001 });
    expect(answer.body).not.toContain('480101198503121');
  });
});

describe('faults and load', () => {
  it('says nothing of the cause of an internal failure', async () => {
    const { send, database } = startTestSystem();
    expect((await send('/api/case/page', {})).json()).toMatchObject({ code: 0 });
    database.exec('DROP TABLE used_nonce');
    const failed = await send('/api/case/page', {});
    expect(failed.statusCode).toBe(200);
    expect(failed.json()).toEqual({ code: 50000, message: '系统内部错误', data: null });
  });

  it('tells a client that asks too often when to come back', async () => {
    const { send } = startTestSystem({ maxRequestsPerSecond: 2 });
    const codes = [];
    for (let count = 0; count < 3; count++) codes.push((await send('/api/case/page', {})).json().code);
    expect(codes).toEqual([0, 0, 42901]);
  });

  it('has no drills in production', async () => {
    const { app } = startTestSystem({ withDrills: false });
    const answer = await app.inject({ method: 'PUT', url: '/__fault', payload: { mode: 'failing' } });
    expect(answer.json()).toMatchObject({ code: 40401 });
  });

  it('counts accesses without bodies', async () => {
    const { app, ask } = startTestSystem();
    await ask('/api/case/page', {});
    const accesses = (await app.inject('/__accesses')).json();
    expect(accesses).toMatchObject([{ method: 'POST', route: '/api/case/page', status: 200 }]);
  });

  it('is ready while its database is open', async () => {
    const { app, database } = startTestSystem();
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
    database.close();
    expect((await app.inject('/health/ready')).statusCode).toBe(500);
  });
});
