import { createHttp, createSystems, type Systems } from '@tongban/kit';
import { createCallGate } from './callGate.ts';
import { AGENCY } from './caseAnswer.ts';
import { MediationApi } from './mediationApi.ts';

/** The mediation systems, province by province or finer. */
export interface MediationSystems extends Systems<MediationApi> {
  /** The systems that can have cases in a region: of a prefix, all that lie within it or around it. */
  overlapping(regionPrefix: string): readonly MediationApi[];
}

/**
 * Builds the systems that `spec` names, `11=https://…,31=https://…`, each behind a gate of its own.
 * @throws Error listing every mistake in `spec`; prefix 48 (synthetic data) is one in production.
 */
export function createMediationSystems(options: {
  readonly spec: string;
  readonly token: string;
  /** For one call. */
  readonly timeoutMs: number;
  /** Calls under way at once, for each system. */
  readonly maxConcurrentCalls: number;
  readonly production: boolean;
}): MediationSystems {
  const { spec, token, timeoutMs, maxConcurrentCalls, production } = options;
  const headers = { 'x-api-token': token };
  const systems = createSystems(
    spec,
    (baseUrl, prefix) =>
      new MediationApi(
        prefix,
        createHttp({ baseUrl, timeoutMs, headers, maxSockets: maxConcurrentCalls + 1 }),
        createCallGate({ agency: AGENCY, maxConcurrent: maxConcurrentCalls }),
      ),
    { allowSynthetic: !production },
  );
  const prefixes = spec.split(',').map((entry) => entry.split('=')[0]?.trim() ?? '');
  return {
    ...systems,
    overlapping(region) {
      const near = prefixes.filter((prefix) => prefix !== '' && prefix.startsWith(region));
      return [...new Set([region, ...near].flatMap((prefix) => systems.forRegion(prefix) ?? []))];
    },
  };
}
