import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogStore } from '../logStore.ts';
import { type LogState, LogUnavailable, openSequencer, type Receipt, type Sequencer } from '../sequencer.ts';
import { intentRecord } from '../testing/records.ts';
import { startTcpProxy, type TcpProxy } from '../testing/tcpProxy.ts';
import { asOwner, type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { openPostgresLog } from './openPostgresLog.ts';

it('a log in PostgreSQL takes no schema that is none', () => {
  expect(() => openPostgresLog({ url: '', schema: 'a"; drop', timeoutMs: 1 })).toThrow('not a schema name');
});

const [, postgres] = await testLogStores();
if (postgres !== undefined) {
  describe('a log in PostgreSQL behind a network that fails', () => {
    let log: TestLog;
    let proxy: TcpProxy;
    let store: LogStore;
    let sequencer: Sequencer;
    let states: LogState[];
    let lost: number;
    let receipts: Receipt[];
    let next = 0;

    beforeEach(async () => {
      log = await postgres.make();
      const { url, schema } = log.place as { url: string; schema: string };
      const { hostname, port } = new URL(url);
      proxy = await startTcpProxy({ host: hostname, port: Number(port || 5432) });
      const through = new URL(url);
      through.host = `127.0.0.1:${proxy.port}`;
      [states, lost, receipts] = [[], 0, []];
      store = openPostgresLog({
        url: through.href,
        schema,
        timeoutMs: 1_000,
        onConnectionLost: () => {
          lost += 1;
        },
      });
      sequencer = await openSequencer({
        store,
        patienceMs: 1_000,
        probeMs: 50,
        onStateChange: (state) => states.push(state),
      });
      await append(300);
      expect(receipts).toHaveLength(300);
    });
    afterEach(async () => {
      proxy.restore();
      await sequencer.close();
      await store.close();
      await proxy.close();
      await log.remove();
    });

    /** Appends so many at once; gives how many got no receipt. */
    async function append(count: number): Promise<number> {
      const results = await Promise.allSettled(
        Array.from({ length: count }, () =>
          sequencer.append(intentRecord({ requestId: `request-${next++}` })),
        ),
      );
      let refused = 0;
      for (const result of results) {
        if (result.status === 'fulfilled') receipts.push(result.value);
        else expect(result.reason).toBeInstanceOf(LogUnavailable);
        if (result.status === 'rejected') refused += 1;
      }
      return refused;
    }

    async function isBack(): Promise<void> {
      const since = performance.now();
      while (sequencer.state() === 'unavailable') await new Promise((resolve) => setTimeout(resolve, 10));
      expect(performance.now() - since).toBeLessThan(5_000);
      expect(await append(10)).toBe(0);
      expect(sequencer.state()).toBe('open');
      // Every receipt has a place of its own.
      expect(new Set(receipts.map(({ index }) => index)).size).toBe(receipts.length);
      expect((await store.head()).size).toBeGreaterThanOrEqual(receipts.length);
    }

    it('is closed while connections are refused, and open within five seconds after', async () => {
      proxy.cut();
      while (lost === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const cut = performance.now();
      expect(await append(100)).toBe(100);
      // A second of patience, and what a slow machine takes.
      expect(performance.now() - cut).toBeLessThan(3_000);
      expect(states).toEqual(['open', 'unavailable']);
      proxy.restore();
      await isBack();
    });

    it('is closed while PostgreSQL has no room on its disk, and open within five seconds after', async () => {
      const { schema } = log.place as { schema: string };
      const { size } = await store.head();
      await asOwner((owner) =>
        owner.query(`
          create function ${schema}.no_room() returns trigger language plpgsql as
            $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
          create trigger no_room before insert on ${schema}.audit_payload
            for each statement execute function ${schema}.no_room()`),
      );
      expect(await append(100)).toBe(100);
      expect(states).toEqual(['open', 'unavailable']);
      expect((await store.head()).size).toBe(size);
      await expect(store.entries(size, size + 1)).rejects.toThrow('lost');
      await asOwner((owner) => owner.query(`drop trigger no_room on ${schema}.audit_payload`));
      await isBack();
      expect((await store.head()).size).toBe(size + 10);
    });

    it('is closed while nothing comes back, and open within five seconds after', async () => {
      proxy.stall();
      expect(await append(100)).toBe(100);
      expect(states).toEqual(['open', 'unavailable']);
      proxy.restore();
      await isBack();
    });

    it('loses nothing and writes nothing twice where connections break again and again', async () => {
      const refused: Promise<number>[] = [];
      for (let round = 0; round < 20; round++) {
        refused.push(append(50));
        await new Promise((resolve) => setTimeout(resolve, 15));
        proxy.cut();
        proxy.restore();
      }
      await Promise.all(refused);
      await isBack();
      const { size } = await store.head();
      const requests = (await store.entries(0, size)).map(
        (body) => (JSON.parse(body.toString()) as { requestId: string }).requestId,
      );
      for (const { index } of receipts) expect(index).toBeLessThan(size);
      expect(new Set(requests).size).toBe(size);
    });
  });
}
