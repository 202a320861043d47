import { z } from 'zod';
import type { OperationLimits } from './limitOperations.ts';

export interface AdmissionConfig {
  readonly limits: OperationLimits;
  /** A file or folder of documents registered beforehand; null: there are none. */
  readonly trustedDocuments: string | null;
  /** Roles that may only send those, where there are any. */
  readonly trustedDocumentsFor: ReadonlySet<string>;
}

const count = z.coerce.number().int().positive();

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
  TRUSTED_DOCUMENTS_FOR: z
    .string()
    .default('CITIZEN')
    .transform((text) => text.split(',').flatMap((role) => role.trim() || [])),
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
    trustedDocumentsFor: new Set(production && trustedDocuments !== null ? roles : []),
  };
}
