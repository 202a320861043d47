import { createHttp, createSystems, type Systems } from '@tongban/kit';
import { ForensicAppraisalApi } from './forensicAppraisalApi.ts';
import type { Signer } from './signRequest.ts';

/** The systems of forensic appraisal, province by province or finer. */
export interface AppraisalSystems extends Systems<ForensicAppraisalApi> {
  /** The systems that can have cases in a region: of a prefix, all that lie within it or around it. */
  overlapping(regionPrefix: string): readonly ForensicAppraisalApi[];
}

/**
 * Builds the systems that `spec` names, `11=https://…,31=https://…`.
 * @throws Error listing every mistake in `spec`; prefix 48 (synthetic data) is one in production.
 */
export function createAppraisalSystems(options: {
  readonly spec: string;
  readonly signer: Signer;
  readonly timeoutMs: number;
  readonly production: boolean;
}): AppraisalSystems {
  const { spec, signer, timeoutMs, production } = options;
  const systems = createSystems(
    spec,
    (baseUrl, name) =>
      new ForensicAppraisalApi({ name, baseUrl, signer, http: createHttp({ baseUrl, timeoutMs }) }),
    { allowSynthetic: !production },
  );
  const prefixes = spec.split(',').map((entry) => entry.split('=')[0]?.trim() ?? '');
  return {
    ...systems,
    overlapping(region) {
      const within = prefixes.filter((prefix) => prefix !== '' && prefix.startsWith(region));
      return [...new Set([region, ...within].flatMap((prefix) => systems.forRegion(prefix) ?? []))];
    },
  };
}
