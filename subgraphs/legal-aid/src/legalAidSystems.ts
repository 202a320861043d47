import { createHttp, createSystems, type Systems } from '@tongban/kit';
import { LegalAidApi } from './legalAidApi.ts';

/** The systems of legal aid, province by province or finer. */
export interface LegalAidSystems extends Systems<LegalAidApi> {
  /** The systems that can have cases in a region: of a prefix, all that lie within it or around it. */
  overlapping(regionPrefix: string): readonly LegalAidApi[];
}

/**
 * Builds the systems that `spec` names, `11=https://…,31=https://…`.
 * @throws Error listing every mistake in `spec`; prefix 48 (synthetic data) is one in production.
 */
export function createLegalAidSystems(options: {
  readonly spec: string;
  readonly apiKey: string;
  readonly timeoutMs: number;
  readonly production: boolean;
}): LegalAidSystems {
  const { spec, apiKey, timeoutMs, production } = options;
  const headers = { authorization: `Bearer ${apiKey}` };
  const systems = createSystems(
    spec,
    (baseUrl, prefix) => new LegalAidApi(prefix, createHttp({ baseUrl, timeoutMs, headers })),
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
