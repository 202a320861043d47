import { createHttp, createSystems, type Systems } from '@tongban/kit';
import { NotaryApi } from './notaryApi.ts';

/** The systems of notary offices, province by province or finer. */
export interface NotarySystems extends Systems<NotaryApi> {
  /** The systems that can have cases in a region: of a prefix, all that lie within it or around it. */
  overlapping(regionPrefix: string): readonly NotaryApi[];
}

/**
 * Builds the systems that `spec` names, `11=https://…,31=https://…`.
 *
 * @throws Error listing every mistake in `spec`; prefix 48 (synthetic data) is one in production.
 */
export function createNotarySystems(options: {
  readonly spec: string;
  readonly username: string;
  readonly password: string;
  readonly timeoutMs: number;
  readonly production: boolean;
}): NotarySystems {
  const { spec, username, password, timeoutMs, production } = options;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const systems = createSystems(
    spec,
    (baseUrl) =>
      new NotaryApi(
        createHttp({ baseUrl, timeoutMs, headers: { authorization }, responseType: 'arraybuffer' }),
      ),
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
