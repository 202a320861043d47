import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from 'pino';
import type { AdmissionConfig } from './admissionConfig.ts';
import { type AdmitOperation, createAdmitOperation } from './admitOperation.ts';
import { createIntrospectionRule } from './introspectionRule.ts';
import { limitOperations } from './limitOperations.ts';
import { watchTrustedDocuments } from './trustedDocuments.ts';

/** What decides who and what comes in. */
export interface Admission {
  readonly admitOperation: AdmitOperation;
  readonly limitOperations: ApolloServerPlugin;
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
  const trusted = path === null ? null : watchTrustedDocuments({ path, pollMs: o.pollMs, logger: o.logger });
  return {
    admitOperation: createAdmitOperation({
      limits,
      trusted,
      trustedOnly,
      mayIntrospect: o.open ? null : createIntrospectionRule(o.production),
    }),
    limitOperations: limitOperations(limits),
    close() {
      trusted?.close();
    },
  };
}
