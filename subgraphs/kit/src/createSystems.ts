const SYNTHETIC_PREFIX = '48';

/** The systems of one agency: province by province, or finer, another machine. */
export interface Systems<Api> {
  /** The system in charge of a region code; the longest prefix wins; null where no system is known. */
  forRegion(region: string): Api | null;
  /** Every system once. */
  all(): readonly Api[];
}

/**
 * Builds the systems that `spec` names: `11=https://a.example,3101=https://b.example`, region prefix (2, 4 or 6 digits)
 * and URL. Prefixes with the same URL share one system, made with the first of them.
 *
 * @param options `allowSynthetic: false` (production) refuses prefix 48, which only synthetic data has
 * @throws Error listing every mistake in `spec`.
 */
export function createSystems<Api>(
  spec: string,
  create: (url: string, regionPrefix: string) => Api,
  options: { readonly allowSynthetic?: boolean } = {},
): Systems<Api> {
  const mistakes: string[] = [];
  const entries = spec
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [prefix = '', ...rest] = entry.split('=');
      const url = rest.join('=').trim();
      const mistake = mistakeIn(prefix.trim(), url, options.allowSynthetic ?? true);
      if (mistake !== null) mistakes.push(mistake);
      return { prefix: prefix.trim(), url };
    });
  if (entries.length === 0) mistakes.push('name at least one system, as <region prefix>=<url>');
  const twice = entries.filter(
    ({ prefix }, index) => entries.findIndex((other) => other.prefix === prefix) !== index,
  );
  mistakes.push(...twice.map(({ prefix }) => `region prefix ${prefix} is named twice`));
  if (mistakes.length > 0) throw new Error(`Systems: ${mistakes.join('; ')}`);

  const byUrl = new Map<string, Api>();
  const routes = entries.map(({ prefix, url }) => {
    const api = byUrl.get(url) ?? create(url, prefix);
    byUrl.set(url, api);
    return { prefix, api };
  });
  routes.sort((one, other) => other.prefix.length - one.prefix.length);
  const all = [...byUrl.values()];
  return {
    forRegion: (region) => routes.find(({ prefix }) => region.startsWith(prefix))?.api ?? null,
    all: () => all,
  };
}

function mistakeIn(prefix: string, url: string, allowSynthetic: boolean): string | null {
  if (!/^(\d{2}|\d{4}|\d{6})$/.test(prefix)) return `"${prefix}" is no region prefix of 2, 4 or 6 digits`;
  if (!allowSynthetic && prefix.startsWith(SYNTHETIC_PREFIX)) {
    return `region prefix ${prefix} belongs to synthetic data and is refused in production`;
  }
  const parsed = URL.parse(url);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) {
    return `region prefix ${prefix} needs an http: or https: URL`;
  }
  if (parsed.username !== '' || parsed.password !== '' || parsed.search !== '' || parsed.hash !== '') {
    return `the URL of region prefix ${prefix} must have no credentials, query or fragment`;
  }
  return null;
}
