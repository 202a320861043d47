import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type AdmissionConfig, admissionVariables, toAdmissionConfig } from './admission/admissionConfig.ts';
import { type AuditConfig, auditVariables, isUnrecorded, toAuditConfig } from './audit/auditConfig.ts';
import type { PlanningLimits } from './execution/executor.ts';
import { type ExecutorName, executorNames } from './execution/executorName.ts';
import type { AssertionKey } from './identity/callerAssertion.ts';
import { type PlannerName, plannerNames } from './planning/plannerName.ts';
import type { SupergraphKey } from './supergraph/supergraphSignature.ts';
import { isForwardable } from './transport/forwardedHeaders.ts';

/** How tokens are checked and callers vouched for. */
export interface IdentityConfig {
  readonly jwksUrl: URL;
  readonly issuer: string;
  readonly audience: string;
  readonly maxTokenAgeSeconds: number;
  /** Roles that tokens may carry. */
  readonly roles: ReadonlySet<string>;
  /** Roles whose tokens must tell of two factors. */
  readonly twoFactorRoles: ReadonlySet<string>;
  /** Values of `acr` that stand for two factors. */
  readonly acrValues: ReadonlySet<string>;
  /** Least milliseconds between two fetches of the issuer's keys that tokens of unknown keys cause. */
  readonly keyCooldownMs: number;
  readonly assertionKey: AssertionKey;
}

export interface GatewayConfig {
  readonly production: boolean;
  readonly logLevel: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly supergraphFile: string;
  /** Milliseconds between two looks at the supergraph file. */
  readonly supergraphPollMs: number;
  /** Whose signature supergraphs must have; null: none is asked for. */
  readonly supergraphKey: SupergraphKey | null;
  /** URLs by subgraph name that win over those in the supergraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Subgraphs that `extensions.completeness` does not count. */
  readonly platformSubgraphs: ReadonlySet<string>;
  /** Headers of a request, in lower case, that are sent on to every subgraph that it asks. */
  readonly forwardHeaders: readonly string[];
  /** Milliseconds one fetch from a subgraph may take. */
  readonly subgraphTimeoutMs: number;
  /** Milliseconds all fetches of one request may take together. */
  readonly requestTimeoutMs: number;
  /** Milliseconds that requests in flight are given when the gateway stops. */
  readonly drainMs: number;
  readonly admission: AdmissionConfig;
  readonly planning: PlanningLimits;
  /** Labels of progressive `@override` that hold for everybody; `percent(N)` labels need no setting. */
  readonly overrideLabels: ReadonlySet<string>;
  /** What becomes of operations that ask for what their caller may not see. */
  readonly unauthorized: 'filter' | 'reject';
  readonly executor: ExecutorName;
  readonly planner: PlannerName;
  /** Null in `--open` mode: nobody is asked who they are. */
  readonly identity: IdentityConfig | null;
  /** Null where looks at personal data are not recorded: in `--open` mode, and with AUDIT=off. */
  readonly audit: AuditConfig | null;
}

/** What the command line says; it wins over the environment. */
export interface GatewayArguments {
  readonly supergraph?: string | undefined;
  readonly port?: string | undefined;
  readonly open?: boolean | undefined;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const DEFAULT_SUPERGRAPH = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url));
const milliseconds = z.coerce.number().int().positive().max(600_000);

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

const headerNames = list.transform((names, context) => {
  const lowerCased = [...new Set(names.map((name) => name.toLowerCase()))];
  for (const name of lowerCased.filter((name) => !isForwardable(name))) {
    context.addIssue({
      code: 'custom',
      message: `"${name}" cannot be forwarded: it is no header's name, belongs to one connection, or is the gateway's own`,
    });
  }
  return lowerCased;
});

const urlsByName = list.transform((pairs, context) => {
  const urls = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, url] = /^([^=\s]+)=(https?:\/\/\S+)$/.exec(pair) ?? [];
    if (name === undefined || url === undefined || !URL.canParse(url)) {
      context.addIssue({ code: 'custom', message: `expected <subgraph>=<http(s) URL>, got "${pair}"` });
    } else urls.set(name, url);
  }
  return urls;
});

const privateKey = z.string().transform((text, context): AssertionKey => {
  try {
    const { kid, ...key } = Ed25519PrivateKey.parse(JSON.parse(text));
    return kid === undefined ? key : { ...key, kid };
  } catch {
    // The text is a secret: the message must not quote it.
    context.addIssue({
      code: 'custom',
      message: 'expected a private Ed25519 key as JWK (kty OKP, crv Ed25519, x, d)',
    });
    return z.NEVER;
  }
});

const publicKey = z.string().transform((text, context): SupergraphKey => {
  try {
    const { d: _, ...key } = Ed25519PublicKey.parse(JSON.parse(text));
    return key;
  } catch {
    context.addIssue({
      code: 'custom',
      message: 'expected a public Ed25519 key as JWK (kty OKP, crv Ed25519, x)',
    });
    return z.NEVER;
  }
});

const Ed25519PublicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  d: z.undefined({ error: 'this is the private half' }),
});

const Ed25519PrivateKey = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  d: z.string().min(1),
  kid: z.string().optional(),
});

const common = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SUPERGRAPH_FILE: z.string().min(1).default(DEFAULT_SUPERGRAPH),
  SUPERGRAPH_KEY: publicKey.optional(),
  SUPERGRAPH_POLL_MS: milliseconds.default(1_000),
  SUBGRAPH_URLS: urlsByName.prefault(''),
  PLATFORM_SUBGRAPHS: list.prefault(''),
  FORWARD_HEADERS: headerNames.prefault(''),
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(8_000),
  REQUEST_TIMEOUT_MS: milliseconds.default(20_000),
  DRAIN_MS: milliseconds.default(20_000),
  ...admissionVariables,
  PLAN_TIMEOUT_MS: milliseconds.default(200),
  OVERRIDE_LABELS: list.prefault(''),
  PLANNER_THREADS: z.coerce.number().int().min(1).max(64).default(2),
  UNAUTHORIZED: z.enum(['filter', 'reject']).default('filter'),
  EXECUTOR: z.enum(executorNames).default('compiled'),
  PLANNER: z.enum(plannerNames).default('auto'),
};

const guarded = {
  ...common,
  JWKS_URL: z.url({ protocol: /^https?$/ }),
  TOKEN_ISSUER: z.string().min(1),
  TOKEN_AUDIENCE: z.string().min(1).default('tongban'),
  TOKEN_MAX_AGE_SECONDS: z.coerce.number().int().positive().default(900),
  TOKEN_ROLES: list.prefault(
    'CITIZEN,REPRESENTATIVE,STAFF,AUDITOR,SYSTEM_AUDITOR,SECURITY_ADMINISTRATOR,SYSTEM_ADMINISTRATOR,SERVICE_ACCOUNT',
  ),
  TWO_FACTOR_ROLES: list.prefault('STAFF,AUDITOR,SYSTEM_AUDITOR,SECURITY_ADMINISTRATOR,SYSTEM_ADMINISTRATOR'),
  TOKEN_ACR: list.prefault(''),
  JWKS_COOLDOWN_MS: milliseconds.default(30_000),
  ASSERTION_KEY: privateKey,
};

const Guarded = z.object(guarded).superRefine(checkRoles);
const Recorded = z.object({ ...guarded, ...auditVariables }).superRefine(checkRoles);

function checkRoles(
  values: { readonly TOKEN_ROLES: readonly string[]; readonly TWO_FACTOR_ROLES: readonly string[] },
  context: z.RefinementCtx,
): void {
  if (values.TWO_FACTOR_ROLES.every((name) => values.TOKEN_ROLES.includes(name))) return;
  context.addIssue({
    code: 'custom',
    path: ['TWO_FACTOR_ROLES'],
    message: 'names a role that TOKEN_ROLES does not have',
  });
}

const Open = z.object({
  ...common,
  HOST: z
    .enum(LOOPBACK, { error: `--open serves loopback only (${LOOPBACK.join(', ')})` })
    .default('127.0.0.1'),
});

/**
 * Reads and checks the whole environment at once.
 * @throws {Error} with every mistake listed, none of them quoting a secret.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  { supergraph, port, open = false }: GatewayArguments = {},
): GatewayConfig {
  const given = {
    ...env,
    ...(supergraph === undefined ? {} : { SUPERGRAPH_FILE: supergraph }),
    ...(port === undefined ? {} : { PORT: port }),
  };
  if (open) return { ...toConfig(parse(Open, given), null), audit: null };
  if (isUnrecorded(given)) {
    const values = parse(Guarded, given);
    return { ...toConfig(values, toIdentity(values)), audit: null };
  }
  const values = parse(Recorded, given);
  return { ...toConfig(values, toIdentity(values)), audit: toAuditConfig(values) };
}

function toIdentity(values: z.infer<typeof Guarded>): IdentityConfig {
  return {
    jwksUrl: new URL(values.JWKS_URL),
    issuer: values.TOKEN_ISSUER,
    audience: values.TOKEN_AUDIENCE,
    maxTokenAgeSeconds: values.TOKEN_MAX_AGE_SECONDS,
    roles: new Set(values.TOKEN_ROLES),
    twoFactorRoles: new Set(values.TWO_FACTOR_ROLES),
    acrValues: new Set(values.TOKEN_ACR),
    keyCooldownMs: values.JWKS_COOLDOWN_MS,
    assertionKey: values.ASSERTION_KEY,
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(`The settings are not complete:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function toConfig(
  values: z.infer<z.ZodObject<typeof common>>,
  identity: IdentityConfig | null,
): Omit<GatewayConfig, 'audit'> {
  const production = values.NODE_ENV === 'production';
  return {
    production,
    logLevel: values.LOG_LEVEL,
    host: values.HOST,
    port: values.PORT,
    supergraphFile: values.SUPERGRAPH_FILE,
    supergraphKey: values.SUPERGRAPH_KEY ?? null,
    supergraphPollMs: values.SUPERGRAPH_POLL_MS,
    subgraphUrls: values.SUBGRAPH_URLS,
    platformSubgraphs: new Set(values.PLATFORM_SUBGRAPHS),
    forwardHeaders: values.FORWARD_HEADERS,
    subgraphTimeoutMs: values.SUBGRAPH_TIMEOUT_MS,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    drainMs: values.DRAIN_MS,
    admission: toAdmissionConfig(values, { production, open: identity === null }),
    planning: { timeoutMs: values.PLAN_TIMEOUT_MS, maxThreads: values.PLANNER_THREADS },
    overrideLabels: new Set(values.OVERRIDE_LABELS),
    unauthorized: values.UNAUTHORIZED,
    executor: values.EXECUTOR,
    planner: values.PLANNER,
    identity,
  };
}
