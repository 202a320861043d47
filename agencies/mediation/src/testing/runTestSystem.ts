import { openDatabase } from '@tongban/agency-kit';
import type { SyntheticMediationCase } from '@tongban/synthetic';
import { createSystem, type SystemOptions } from '../createSystem.ts';
import { importSlice } from '../import/importSlice.ts';
import { migrations } from '../store/migrations.ts';
import { sliceOf } from './sampleCase.ts';

export const TOKEN = 'a-token-for-tests-only';

/** An answer, parsed where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: ReturnType<typeof JSON.parse>;
}

/** A running system on loopback over a private database. */
export interface TestSystem {
  readonly url: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Posts one event with a fresh idempotency key. */
  happen(id: string, event: object): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts a system that holds `cases`, with today at 2026-11-23 09:05 in China unless `now` says otherwise. */
export async function runTestSystem(
  cases: readonly SyntheticMediationCase[],
  options: Partial<Pick<SystemOptions, 'ratePerSecond' | 'burst' | 'production' | 'now'>> = {},
): Promise<TestSystem> {
  const database = openDatabase(':memory:', migrations);
  importSlice(database, sliceOf(cases));
  const app = createSystem({
    database,
    token: TOKEN,
    ratePerSecond: 10_000,
    burst: 10_000,
    production: false,
    now: () => new Date('2026-11-23T09:05:00+08:00'),
    ...options,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : null,
    };
  };
  let keys = 0;
  const post: TestSystem['post'] = (path, body, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'x-api-token': TOKEN, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    url,
    get: (path, headers = { 'x-api-token': TOKEN }) => ask(path, { headers }),
    post,
    happen: (id, event) =>
      post(`/mediations/${id}/events`, event, { 'x-idempotency-key': `test-key-${++keys}` }),
    close: () => app.close(),
  };
}
