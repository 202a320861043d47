import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { AdmissionConfig } from './admissionConfig.ts';
import { type AdmitOperation, createAdmitOperation } from './admitOperation.ts';
import { createIntrospectionRule } from './introspectionRule.ts';
import { limitOperations } from './limitOperations.ts';
import { createLoadGate, type LoadGate } from './loadGate.ts';
import { createRateLimits, type RateLimits } from './rateLimits.ts';
import { connectRateStore } from './rateStore.ts';
import { watchTrustedDocuments } from './trustedDocuments.ts';

/** What decides who and what comes in. */
export interface Admission {
  readonly admitOperation: AdmitOperation;
  readonly limitOperations: ApolloServerPlugin;
  /** Null where no rate is limited. */
  readonly rateLimits: RateLimits | null;
  readonly loadGate: LoadGate;
  close(): void;
}

/** @throws {Error} when the trusted documents cannot be read. */
export function createAdmission(o: {
  readonly config: AdmissionConfig;
  readonly production: boolean;
  /** Nobody is asked who he is. */
  readonly open: boolean;
  /** Milliseconds between two looks at the trusted documents. */
  readonly pollMs: number;
  readonly logger: Logger;
}): Admission {
  const { limits, trustedDocuments: path, trustedDocumentsFor: trustedOnly } = o.config;
  const { rates, redisUrl, load } = o.config;
  const trusted = path === null ? null : watchTrustedDocuments({ path, pollMs: o.pollMs, logger: o.logger });
  const store = redisUrl === null ? null : connectRateStore(redisUrl, o.logger);
  const loadGate = createLoadGate(load);
  return {
    admitOperation: createAdmitOperation({
      limits,
      trusted,
      trustedOnly,
      mayIntrospect: o.open ? null : createIntrospectionRule(o.production),
    }),
    limitOperations: limitOperations(limits),
    rateLimits: createRateLimits({ rates, store, logger: o.logger }),
    loadGate,
    close() {
      trusted?.close();
      store?.close();
      loadGate.close();
    },
  };
}
