import { z } from 'zod';
import type { OperationLimits } from './limitOperations.ts';
import type { LoadLimits } from './loadGate.ts';
import type { Rates } from './rateLimits.ts';

export interface AdmissionConfig {
  readonly limits: OperationLimits;
  /** A file or folder of documents registered beforehand; null: there are none. */
  readonly trustedDocuments: string | null;
  /** Roles that may only send those, where there are any. */
  readonly trustedDocumentsFor: ReadonlySet<string>;
  readonly rates: Rates;
  /** Where several gateways count together; null: each counts for itself. */
  readonly redisUrl: URL | null;
  /** Addresses and networks of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
  readonly load: LoadLimits;
  /** Connections of clients at the same time. */
  readonly maxConnections: number;
}

const count = z.coerce.number().int().positive();
/** Zero, said on purpose, is no limit. */
const limit = z.coerce
  .number()
  .int()
  .nonnegative()
  .transform((value) => (value === 0 ? null : value));
const list = z.string().transform((text) => text.split(',').flatMap((part) => part.trim() || []));

/** The variables of the environment that this folder is set up by; `config.ts` reads them with the others. */
export const admissionVariables = {
  MAX_SELECTIONS: count.default(5_000),
  MAX_ALIASES: count.optional(),
  MAX_DEPTH: count.optional(),
  MAX_ROOT_FIELDS: count.default(20),
  MAX_DIRECTIVES: count.default(50),
  MAX_COST: limit.optional(),
  DEFAULT_LIST_SIZE: count.default(10),
  TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  TRUSTED_DOCUMENTS_FOR: list.prefault('CITIZEN'),
  RATE_PER_PERSON: limit.prefault(600),
  RATE_PER_ORGANIZATION: limit.prefault(6_000),
  RATE_PER_ADDRESS: limit.optional(),
  BAD_TOKENS_PER_ADDRESS: limit.prefault(5),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  TRUSTED_PROXIES: list.prefault(''),
  MAX_IN_FLIGHT: limit.prefault(1_000),
  MAX_EVENT_LOOP_DELAY_MS: limit.prefault(500),
  MAX_CONNECTIONS: count.default(10_000),
};

/**
 * Where it is not said. `--open` is for one's own machine and for any supergraph: whoever measures with it comes from one
 * address, and lists of which nothing is known make everything dear.
 */
const DEFAULTS = {
  guarded: { maxDepth: 15, maxAliases: 30, maxCost: 50_000, perAddress: 3_000 },
  open: { maxDepth: 20, maxAliases: 100, maxCost: null, perAddress: null },
} as const;

type AdmissionValues = z.infer<z.ZodObject<typeof admissionVariables>>;

/**
 * @throws {Error} in production, where callers have roles, when it is not said which documents they may send: leaving it
 *   out must not open the door.
 */
export function toAdmissionConfig(
  values: AdmissionValues,
  { production, open }: { readonly production: boolean; readonly open: boolean },
): AdmissionConfig {
  const { TRUSTED_DOCUMENTS: documents, TRUSTED_DOCUMENTS_FOR: roles } = values;
  if (production && !open && documents === undefined && roles.length > 0) {
    throw new Error(
      `The settings are not complete:\nTRUSTED_DOCUMENTS: in production it must name the documents that ${roles.join(', ')} may send; TRUSTED_DOCUMENTS=off lets them send any`,
    );
  }
  const defaults = DEFAULTS[open ? 'open' : 'guarded'];
  const trustedDocuments = documents === undefined || documents === 'off' ? null : documents;
  return {
    limits: {
      maxSelections: values.MAX_SELECTIONS,
      maxDepth: values.MAX_DEPTH ?? defaults.maxDepth,
      maxAliases: values.MAX_ALIASES ?? defaults.maxAliases,
      maxRootFields: values.MAX_ROOT_FIELDS,
      maxDirectives: values.MAX_DIRECTIVES,
      maxCost: orDefault(values.MAX_COST, defaults.maxCost) ?? Number.POSITIVE_INFINITY,
      listSize: values.DEFAULT_LIST_SIZE,
    },
    trustedDocuments,
    rates: {
      perPerson: values.RATE_PER_PERSON,
      perOrganization: values.RATE_PER_ORGANIZATION,
      perAddress: orDefault(values.RATE_PER_ADDRESS, defaults.perAddress),
      badTokensPerAddress: values.BAD_TOKENS_PER_ADDRESS,
    },
    redisUrl: values.REDIS_URL === undefined ? null : new URL(values.REDIS_URL),
    trustedProxies: values.TRUSTED_PROXIES,
    load: {
      maxInFlight: values.MAX_IN_FLIGHT,
      maxEventLoopDelayMs: values.MAX_EVENT_LOOP_DELAY_MS,
    },
    maxConnections: values.MAX_CONNECTIONS,
    trustedDocumentsFor: new Set(production && trustedDocuments !== null ? roles : []),
  };
}

/** Null is a value: no limit, said on purpose. */
function orDefault(value: number | null | undefined, byDefault: number | null): number | null {
  return value === undefined ? byDefault : value;
}
