import { retryLater } from '../errors/retryLater.ts';
import { PlanAborted, type PlanHost } from './planHost.ts';

/** Hosts that are started as they are needed; those that wait for one first are served first. */
export interface PlanHosts {
  /** Starts the first host. */
  warm(): Promise<PlanHost>;
  /** @throws {GraphQLError} OVERLOADED when too many wait already, or none is free in time. */
  take(): Promise<PlanHost>;
  /** Gives a host back, alive or not. */
  release(host: PlanHost): void;
  /** Ends hosts as soon as nobody needs them; one is started again when somebody does. */
  rest(): void;
  close(): Promise<void>;
}

export interface PlanHostsOptions {
  start(): Promise<PlanHost>;
  readonly max: number;
  /** Milliseconds that a host may stand idle before it is ended; null: for ever. */
  readonly idleMs: number | null;
  /** Milliseconds that somebody waits for a host; those in which one is being started are not counted. */
  readonly waitMs: number;
}

/** Who would have to wait behind so many is told to come back. */
const MAX_WAITING = 64;
const RETRY_AFTER_SECONDS = 1;

export function createPlanHosts({ start, max, idleMs, waitMs }: PlanHostsOptions): PlanHosts {
  const idle: PlanHost[] = [];
  const all = new Set<PlanHost>();
  const timers = new WeakMap<PlanHost, NodeJS.Timeout>();
  const waiting: Waiting[] = [];
  let starting = 0;
  let isClosed = false;
  let isResting = false;

  const offer = (host: PlanHost) => {
    const next = waiting.shift();
    if (next !== undefined) {
      next.resolve(host);
      return;
    }
    idle.push(host);
    if (idleMs === null) return;
    timers.set(
      host,
      setTimeout(() => {
        idle.splice(idle.indexOf(host), 1);
        all.delete(host);
        void host.stop();
      }, idleMs).unref(),
    );
  };
  /** A host may have ended while nobody used it. */
  const popAlive = (): PlanHost | undefined => {
    for (;;) {
      const host = idle.pop();
      if (host !== undefined) clearTimeout(timers.get(host));
      if (host === undefined || host.isAlive()) return host;
      all.delete(host);
    }
  };
  const wait = (one: Waiting) => {
    waiting.push(one);
    const giveUp = () => {
      const index = waiting.indexOf(one);
      if (index < 0) return;
      if (starting > 0) return void setTimeout(giveUp, waitMs).unref();
      waiting.splice(index, 1);
      one.reject(retryLater('OVERLOADED', RETRY_AFTER_SECONDS));
    };
    setTimeout(giveUp, waitMs).unref();
  };
  const grow = async () => {
    starting += 1;
    try {
      const host = await start();
      if (isClosed) return await host.stop();
      all.add(host);
      offer(host);
    } catch (error) {
      // Whoever waits would wait for ever otherwise.
      waiting.shift()?.reject(error);
    } finally {
      starting -= 1;
    }
  };

  return {
    async warm() {
      const host = await start();
      all.add(host);
      offer(host);
      return host;
    },
    take: () =>
      new Promise<PlanHost>((resolve, reject) => {
        const host = popAlive();
        if (host !== undefined) return resolve(host);
        if (waiting.length >= MAX_WAITING) return reject(retryLater('OVERLOADED', RETRY_AFTER_SECONDS));
        wait({ resolve, reject });
        if (all.size + starting < max) void grow();
      }),
    release(host: PlanHost) {
      if (host.isAlive() && !(isResting && waiting.length === 0)) return offer(host);
      all.delete(host);
      void host.stop();
      if (!isClosed && (waiting.length > 0 || (all.size === 0 && !isResting))) void grow();
    },
    rest() {
      isResting = true;
      for (const host of idle.splice(0)) {
        clearTimeout(timers.get(host));
        all.delete(host);
        void host.stop();
      }
    },
    async close() {
      isClosed = true;
      for (const host of idle) clearTimeout(timers.get(host));
      for (const { reject } of waiting.splice(0)) reject(new PlanAborted('the planner is closed'));
      await Promise.all([...all].map((host) => host.stop()));
    },
  };
}

interface Waiting {
  resolve(host: PlanHost): void;
  reject(error: unknown): void;
}
