import type { OpenAccess } from '../../audit/access/accessLog.ts';
import { toAuditExtension } from '../../audit/access/auditExtension.ts';
import { LogUnavailable } from '../../audit/sequencer.ts';
import { unrecordedError } from '../../authorization/unrecordedError.ts';
import type { IncrementalResult, LaterPart } from '../writtenData.ts';
import { errorCodesOf } from './errorCodesOf.ts';

/**
 * The later parts of an answer, each held back until what it brings is recorded. Where that cannot be done, its fragments are null and
 * say why.
 */
export async function* recordParts(
  parts: AsyncIterable<LaterPart>,
  end: (errors: readonly string[]) => ReturnType<OpenAccess['end']>,
): AsyncIterable<LaterPart> {
  for await (const part of parts) {
    if (part.incremental.length === 0) {
      yield part;
      continue;
    }
    try {
      const receipts = await end(errorCodesOf(part.incremental.flatMap(({ errors }) => errors ?? [])));
      yield { ...part, extensions: { ...part.extensions, audit: toAuditExtension(receipts) } };
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      yield { ...part, incremental: part.incremental.map(withheld) };
    }
  }
}

function withheld({ path, label }: IncrementalResult): IncrementalResult {
  return { data: null, path, ...(label === undefined ? {} : { label }), errors: [unrecordedError(path)] };
}
