import { createBatchLoader, noteGiven, parseCredential, type UpstreamError } from '@tongban/kit';
import type DataLoader from 'dataloader';
import type { AppraisalCaseRecord } from './appraisalCaseRecord.ts';
import type { AppraisalRequest } from './appraisalRequest.ts';
import { answerFor } from './caseAnswer.ts';
import { MAX_BATCH } from './forensicAppraisalApi.ts';

/** A person's cases that the caller may see, newest first; an error stands for a case that cannot be read. */
export type CasesOfPerson = readonly (AppraisalCaseRecord | UpstreamError)[];

/**
 * Loads the cases of persons by credential, from every system, 100 persons a call. One for each request.
 *
 * A system that fails fails the persons of the batch: a list that leaves out a province without saying so would be read
 * as complete. A credential that no document can have (synthetic numbers in production among them) has no cases, and no
 * system is asked. Everybody else asked about is noted, as is every case that a system gives.
 */
export function createCasesOfPersonLoader(
  context: AppraisalRequest,
): DataLoader<string, CasesOfPerson | null, string> {
  const { systems, request, caller, visibility, access, production } = context;
  return createBatchLoader<string, CasesOfPerson>({
    name: 'forensic appraisal cases of persons',
    maxBatchSize: MAX_BATCH,
    async load(credentials) {
      visibility.requirePurpose(caller);
      const possible = credentials.filter(
        (credential) => parseCredential(credential, { allowSynthetic: !production }) !== null,
      );
      possible.forEach(access.person);
      const answers =
        possible.length === 0
          ? []
          : await Promise.all(systems.all().map((api) => api.findByCredentials(request, possible)));
      return new Map(
        credentials.map((credential) => [
          credential,
          answers
            .flatMap((found) => found.get(credential) ?? [])
            .flatMap((answer) => noteGiven(answerFor(answer, context), context) ?? [])
            .toSorted(newestFirst),
        ]),
      );
    },
  });
}

/** Errors come first: they have no date, and they must not be overlooked. */
function newestFirst(one: CasesOfPerson[number], other: CasesOfPerson[number]): number {
  if (one instanceof Error || other instanceof Error) {
    return Number(other instanceof Error) - Number(one instanceof Error);
  }
  return Date.parse(other.openedAt) - Date.parse(one.openedAt) || (one.ref < other.ref ? 1 : -1);
}
