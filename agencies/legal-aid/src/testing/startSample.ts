import { openDatabase } from '@tongban/agency-kit';
import type { SyntheticLegalAidCase } from '@tongban/synthetic';
import { createSystem } from '../createSystem.ts';
import { importSlice } from '../importSlice.ts';
import { migrations } from '../store/migrations.ts';
import { sampleSlice } from './sampleSlice.ts';

/** Today, as far as the samples are concerned. */
export const sampleNow = new Date('2026-11-23T10:00:00+08:00');
export const sampleKey = 'a key of at least sixteen characters';

/** The system over a fresh in-memory database with the cases given; no port is opened. */
export function startSample(cases: readonly SyntheticLegalAidCase[]) {
  const database = openDatabase(':memory:', migrations);
  importSlice(database, sampleSlice(cases));
  const app = createSystem({ database, apiKey: sampleKey, production: false, now: () => sampleNow });
  let writes = 0;

  return {
    app,
    database,
    async get(url: string, headers: Record<string, string> = {}) {
      const answer = await app.inject({ url, headers: { authorization: `Bearer ${sampleKey}`, ...headers } });
      return { status: answer.statusCode, body: answer.json() };
    },
    /** Posts with a fresh Idempotency-Key unless one is given. */
    async post(url: string, payload: object | string, headers: Record<string, string> = {}) {
      const answer = await app.inject({
        method: 'POST',
        url,
        headers: {
          authorization: `Bearer ${sampleKey}`,
          'content-type': 'application/json',
          'idempotency-key': `test-write-${++writes}`,
          ...headers,
        },
        payload,
      });
      return { status: answer.statusCode, body: answer.json() };
    },
    async close() {
      await app.close();
      database.close();
    },
  };
}

export type Sample = ReturnType<typeof startSample>;
