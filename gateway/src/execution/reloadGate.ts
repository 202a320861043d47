import { loosened } from '../authorization/protectionOf.ts';
import { createSignatureCheck, type SupergraphKey } from '../supergraph/supergraphSignature.ts';
import type { Generation } from './generation.ts';

/** What a supergraph must be, beyond one that can be served, to take the place of another in a gateway that runs. */
export interface ReloadGate {
  /**
   * To be asked before anything is built. Answers what to call once the supergraph is served.
   * @throws {Error} when it is not signed, or signed before the one that is served.
   */
  verify(supergraphSdl: string): () => void;
  /**
   * @throws {Error} when the next supergraph takes protection off a field, or sends fetches, with all that they say of
   *   callers, to another host without being signed. A restart with the new supergraph takes it all the same.
   */
  compare(current: Generation, next: Generation): void;
}

/** `key` null: supergraphs are not signed. */
export function createReloadGate(key: SupergraphKey | null): ReloadGate {
  const check = key === null ? null : createSignatureCheck(key);
  let servedSince = 0;
  return {
    verify(sdl) {
      if (check === null) return () => undefined;
      const { signedAt } = check(sdl);
      if (signedAt < servedSince)
        throw new Error(
          'the supergraph was signed before the one that is served; sign it again if it is to come back',
        );
      return () => {
        servedSince = signedAt;
      };
    },
    compare(current, next) {
      const open = loosened(current.protection, next.protection, next.apiSchema);
      if (open.length > 0)
        throw new Error(
          `the new supergraph takes protection off ${open.join(', ')}; restart the gateway with it if that is meant`,
        );
      if (check !== null) return;
      const moved = [...next.origins].filter(
        ([name, origin]) => (current.origins.get(name) ?? origin) !== origin,
      );
      if (moved.length > 0)
        throw new Error(
          `the new supergraph is not signed and sends ${moved.map(([name]) => name).join(', ')} to another host; name the host in SUBGRAPH_URLS, sign supergraphs (SUPERGRAPH_KEY), or restart the gateway with it`,
        );
    },
  };
}
