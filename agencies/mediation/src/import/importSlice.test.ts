import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '@tongban/agency-kit';
import { createMediationReader } from '../store/mediationReader.ts';
import { migrations } from '../store/migrations.ts';
import { sampleCase, sliceOf } from '../testing/sampleCase.ts';
import { importSlice } from './importSlice.ts';

describe('importSlice', () => {
  it('keeps nothing of a slice with a code it has no word for', () => {
    const database = openDatabase(':memory:', migrations);
    const slice = sliceOf([sampleCase('M1'), sampleCase('M2', { status: 'DREAMING' })]);
    expect(() => importSlice(database, slice)).toThrow('no word for status DREAMING');
    expect(createMediationReader(database).count({})).toBe(0);
  });

  it('takes over confirmation, neighbours’ steps, pauses and extensions', () => {
    const database = openDatabase(':memory:', migrations);
    const base = sampleCase('M1');
    importSlice(
      database,
      sliceOf([
        sampleCase('M1', {
          status: 'CONFIRMED',
          events: [
            ...base.events,
            {
              from: 'AGREED',
              to: 'CONFIRMATION_FILED',
              event: 'FILE_CONFIRMATION',
              at: '2026-10-02T09:00:00+08:00',
              actorRole: 'PARTIES',
              documentNo: '(2026)测0101诉前调确1号',
              reasonCode: null,
              service: 'JUDICIAL_CONFIRMATION',
            },
          ],
          pauses: [{ ruleId: 'D-30', reason: '等待鉴定', from: '2026-09-05T09:00:00+08:00', to: null }],
          extensions: [
            { ruleId: 'D-30', length: 1, approvedAt: '2026-09-30T09:00:00+08:00', clientToldAt: null },
          ],
          details: {
            confirmation: {
              courtCaseNo: '(2026)测0101诉前调确1号',
              court: 'COURT',
              filedAt: '2026-10-02T09:00:00+08:00',
              acceptedAt: null,
              decidedAt: null,
              result: 'CONFIRMED',
              reason: null,
            },
          },
        }),
      ]),
    );
    const reader = createMediationReader(database);
    const [record] = reader.findByNumbers(['（2026）测0101诉前调确0001号']);
    expect(record).toMatchObject({
      id: 'M1',
      status: '裁定有效',
      due_date: '2026-11-02',
      confirmation: { result: '裁定有效', filed_at: '2026-10-02 09:00:00' },
      pauses: [{ clock: '人民调解期限', to: null }],
      extensions: [{ clock: '人民调解期限', length: 1 }],
    });
    expect(record?.history.at(-1)).toMatchObject({ service: '司法确认', actor_role: '双方当事人' });
  });

  it('imports a slice of thousands of cases whole', () => {
    const database = openDatabase(':memory:', migrations);
    const cases = Array.from({ length: 3000 }, (_, index) => sampleCase(`M${index}`));
    importSlice(database, sliceOf(cases));
    expect(createMediationReader(database).count({ regions: ['480101'] })).toBe(3000);
  });
});
