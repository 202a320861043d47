import { formatInstant } from '@tongban/kit';

/** Whether an agency answered when it was last asked. */
export interface AgencyAnswer {
  readonly answering: boolean;
  /** RFC 3339 with +08:00. */
  readonly checkedAt: string;
}

/** Asks the agencies' subgraphs whether they are ready. One for each process. */
export interface AgencyHealth {
  /** By name of the subgraph, in the order of the settings. Never fails: who does not answer is not answering. */
  check(): Promise<ReadonlyMap<string, AgencyAnswer>>;
}

const TIMEOUT_MS = 1_000;
const LIFETIME_MS = 2_000;

/**
 * Asks all at once, one second each, and remembers the answers for two seconds, so that a page that many people watch
 * does not become a load on the agencies.
 *
 * @param urls the address to ask of each subgraph, `/health/ready` of it
 */
export function createAgencyHealth(urls: ReadonlyMap<string, string>, now: () => Date): AgencyHealth {
  let latest: { readonly at: number; readonly answers: Promise<ReadonlyMap<string, AgencyAnswer>> } | null =
    null;
  const askAll = async () =>
    new Map(
      await Promise.all(
        [...urls].map(async ([subgraph, url]): Promise<[string, AgencyAnswer]> => {
          const answering = await isReady(url);
          return [subgraph, { answering, checkedAt: formatInstant(now().getTime()) }];
        }),
      ),
    );
  return {
    check() {
      const at = now().getTime();
      if (latest === null || at - latest.at >= LIFETIME_MS) latest = { at, answers: askAll() };
      return latest.answers;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
