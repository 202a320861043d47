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
  MAX_ALIASES: count.default(30),
  MAX_DEPTH: count.default(15),
  MAX_ROOT_FIELDS: count.default(20),
  MAX_DIRECTIVES: count.default(50),
  MAX_COST: count.default(50_000),
  DEFAULT_LIST_SIZE: count.default(10),
  TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  TRUSTED_DOCUMENTS_FOR: list.prefault('CITIZEN'),
  RATE_PER_PERSON: limit.prefault(600),
  RATE_PER_ORGANIZATION: limit.prefault(6_000),
  RATE_PER_ADDRESS: limit.prefault(3_000),
  BAD_TOKENS_PER_ADDRESS: limit.prefault(5),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  TRUSTED_PROXIES: list.prefault(''),
  MAX_IN_FLIGHT: limit.prefault(1_000),
  MAX_EVENT_LOOP_DELAY_MS: limit.prefault(500),
  MAX_CONNECTIONS: count.default(10_000),
};

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
  const trustedDocuments = documents === undefined || documents === 'off' ? null : documents;
  return {
    limits: {
      maxSelections: values.MAX_SELECTIONS,
      maxDepth: values.MAX_DEPTH,
      maxAliases: values.MAX_ALIASES,
      maxRootFields: values.MAX_ROOT_FIELDS,
      maxDirectives: values.MAX_DIRECTIVES,
      maxCost: values.MAX_COST,
      listSize: values.DEFAULT_LIST_SIZE,
    },
    trustedDocuments,
    rates: {
      perPerson: values.RATE_PER_PERSON,
      perOrganization: values.RATE_PER_ORGANIZATION,
      perAddress: values.RATE_PER_ADDRESS,
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
