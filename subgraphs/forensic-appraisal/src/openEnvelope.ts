import { UpstreamError, type UpstreamErrorCode } from '@tongban/kit';
import { z } from 'zod';
import { AGENCY } from './caseAnswer.ts';

const Envelope = z.object({ code: z.int(), message: z.string().max(10_000), data: z.unknown() });
const Throttled = z.object({ retryAfterSeconds: z.int().min(0).max(3_600) });

/** What the agency's codes mean to a client of the graph, by range; the first that fits counts. */
const meanings: readonly { readonly from: number; readonly to: number; readonly code: UpstreamErrorCode }[] =
  [
    // Our signature, clock or nonce is refused: nothing a client can change.
    { from: 40_101, to: 40_199, code: 'AGENCY_UNAVAILABLE' },
    // The question itself is not one of the agency's contract any more.
    { from: 40_000, to: 40_499, code: 'AGENCY_SCHEMA_DRIFT' },
    { from: 42_900, to: 42_999, code: 'AGENCY_THROTTLED' },
    { from: 50_000, to: 59_999, code: 'AGENCY_UNAVAILABLE' },
  ];

/**
 * Takes `data` out of the agency's envelope, whose HTTP status says nothing.
 *
 * @throws UpstreamError for any code but 0; a code outside the agency's ranges is AGENCY_BAD_RESPONSE.
 * @throws ZodError when it is no envelope.
 */
export function openEnvelope(body: unknown): unknown {
  const { code, message, data } = Envelope.parse(body);
  if (code === 0) return data;
  const meaning = meanings.find(({ from, to }) => from <= code && code <= to)?.code ?? 'AGENCY_BAD_RESPONSE';
  // The agency's own words may quote what was asked, so only the code goes into logs.
  const cause = new Error(`envelope code ${code} (${message.length} characters of message)`);
  const throttled = meaning === 'AGENCY_THROTTLED' ? Throttled.safeParse(data) : null;
  throw new UpstreamError(meaning, AGENCY, cause, throttled?.success === true ? throttled.data : {});
}
