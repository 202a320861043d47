import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { createFlights } from './flights.ts';

/** Work that ends when it is told to, and knows how often it was started and when it was given up. */
function createWork() {
  const runs: { readonly signal: AbortSignal; finish(result: string): void; fail(error: Error): void }[] = [];
  const start = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      runs.push({ signal, finish: resolve, fail: reject });
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  return { runs, start };
}

const staying = () => new AbortController().signal;

it('does the work once for all who want the same, and anew when it is done', async () => {
  const flights = createFlights<string>();
  const { runs, start } = createWork();
  const results = [1, 2, 3].map(() => flights.join('a', staying(), start));
  expect(runs).toHaveLength(1);
  runs[0]?.finish('done');
  expect(await Promise.all(results)).toEqual(['done', 'done', 'done']);

  const later = flights.join('a', staying(), start);
  expect(runs).toHaveLength(2);
  runs[1]?.finish('again');
  expect(await later).toBe('again');
});

it('keeps work under different keys apart', async () => {
  const flights = createFlights<string>();
  const { runs, start } = createWork();
  const one = flights.join('a', staying(), start);
  const other = flights.join('b', staying(), start);
  expect(runs).toHaveLength(2);
  runs[1]?.finish('b');
  runs[0]?.finish('a');
  expect(await Promise.all([one, other])).toEqual(['a', 'b']);
});

it('fails for all who wait when the work fails, and is tried again for the next', async () => {
  const flights = createFlights<string>();
  const { runs, start } = createWork();
  const results = Promise.allSettled([1, 2].map(() => flights.join('a', staying(), start)));
  runs[0]?.fail(new Error('no'));
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = flights.join('a', staying(), start);
  runs[1]?.finish('yes');
  expect(await next).toBe('yes');
});

it('goes on when one leaves, be it the one who started it', async () => {
  for (const leaving of [0, 1]) {
    const flights = createFlights<string>();
    const { runs, start } = createWork();
    const clients = [new AbortController(), new AbortController()];
    const results = clients.map(({ signal }) => flights.join('a', signal, start));
    clients[leaving]?.abort();
    expect(runs[0]?.signal.aborted).toBe(false);
    runs[0]?.finish('done');
    // Whoever has gone gets it all the same.
    expect(await Promise.all(results)).toEqual(['done', 'done']);
  }
});

it('is given up when everybody has left, and not joined by who comes then', async () => {
  const flights = createFlights<string>();
  const { runs, start } = createWork();
  const clients = [new AbortController(), new AbortController()];
  const results = Promise.allSettled(clients.map(({ signal }) => flights.join('a', signal, start)));
  for (const client of clients) client.abort();
  expect(runs[0]?.signal.aborted).toBe(true);
  const next = flights.join('a', staying(), start);
  expect(runs).toHaveLength(2);
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);

  // What was given up does not make room for a third while the second is under way.
  const joined = flights.join('a', staying(), start);
  expect(runs).toHaveLength(2);
  runs[1]?.finish('done');
  expect(await Promise.all([next, joined])).toEqual(['done', 'done']);
});

it('is given up when the time of the one who started it is over, whoever else waits', async () => {
  const flights = createFlights<string>();
  const { runs, start } = createWork();
  const first = new AbortController();
  const results = Promise.allSettled([
    flights.join('a', first.signal, start),
    flights.join('a', staying(), start),
  ]);
  first.abort(new DOMException('too late', 'TimeoutError'));
  expect(runs[0]?.signal.reason).toMatchObject({ name: 'TimeoutError' });
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('goes on when the time of another one is over', async () => {
  const flights = createFlights<string>();
  const { runs, start } = createWork();
  const second = new AbortController();
  const results = [flights.join('a', staying(), start), flights.join('a', second.signal, start)];
  second.abort(new DOMException('too late', 'TimeoutError'));
  expect(runs[0]?.signal.aborted).toBe(false);
  runs[0]?.finish('done');
  expect(await Promise.all(results)).toEqual(['done', 'done']);
});

it('does not count one who had gone before he came', async () => {
  const flights = createFlights<string>();
  const { runs, start } = createWork();
  const client = new AbortController();
  const first = flights.join('a', client.signal, start);
  const gone = flights.join('a', AbortSignal.abort(), start);
  expect(runs[0]?.signal.aborted).toBe(false);
  client.abort();
  expect(runs[0]?.signal.aborted).toBe(true);
  await Promise.allSettled([first, gone]);
});

it('is not joined any more after a second: later ones begin their own', async () => {
  const flights = createFlights<string>();
  const { runs, start } = createWork();
  const first = flights.join('a', staying(), start);
  await wait(1_050);
  const second = flights.join('a', staying(), start);
  expect(runs).toHaveLength(2);
  // The end of the old one does not close the new one.
  runs[0]?.finish('first');
  expect(await first).toBe('first');
  const third = flights.join('a', staying(), start);
  expect(runs).toHaveLength(2);
  runs[1]?.finish('second');
  expect(await Promise.all([second, third])).toEqual(['second', 'second']);
});
