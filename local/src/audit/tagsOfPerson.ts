import { UsageError } from '../runningGraph.ts';
import type { RunningLog } from './openRunningLog.ts';

const PERSON = `query ($type: IdentityDocumentType!, $number: String!) {
  personByDocument(type: $type, number: $number) { id }
}`;
const TAGS = `query ($person: ID!, $basis: ID!) { trace(person: $person, basis: $basis) { result { subjectTags } } }`;

/**
 * Every tag that a person has in the log. Only the graph can tell: the log has no key by which persons become tags.
 * @throws {UsageError} where the auditor may not trace the person, or there is none.
 */
export async function tagsOfPerson(
  { ask }: RunningLog,
  document: { readonly type: string; readonly number: string },
  basis: string,
): Promise<readonly string[]> {
  const { personByDocument: person } = await ask<{ personByDocument: { id: string } | null }>(
    PERSON,
    document,
  );
  if (person === null) throw new UsageError(notFound(basis));
  const { trace } = await ask<{ trace: { result: { subjectTags: string[] } | null } | null }>(TAGS, {
    person: person.id,
    basis,
  });
  const tags = trace?.result?.subjectTags ?? [];
  if (tags.length === 0) throw new UsageError(notFound(basis));
  return tags;
}

function notFound(basis: string): string {
  return (
    `No person with this document is within the assignment ${basis}. Check --type and --person; ` +
    '--as and --basis must name an auditor and the assignment that covers the person.'
  );
}
