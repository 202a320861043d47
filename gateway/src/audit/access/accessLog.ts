import type { Caller } from '../../identity/caller.ts';
import { type IntentRecord, type OutcomeRecord, partsOfOutcome } from '../accessRecord.ts';
import type { PayloadSealer, SealedPayload } from '../payloads/payloadStore.ts';
import { LogUnavailable, type Receipt, type Sequencer } from '../sequencer.ts';
import { evenly } from './evenly.ts';
import { fieldsOfRecord } from './fieldsOfRecord.ts';
import { recordable } from './recordable.ts';
import type { Touched } from './touchRecord.ts';
import { whoAndWhy } from './whoAndWhy.ts';

/** Who is about to look at what. */
export interface AskedAccess {
  readonly caller: Caller;
  /** SHA-256 of the operation, hexadecimal. */
  readonly operation: string;
  readonly requestId: string;
  /** Schema coordinates. */
  readonly fields: {
    readonly asked: readonly string[];
    /** Those that the caller may see. */
    readonly granted: readonly string[];
  };
  /** Subgraphs that may be asked. */
  readonly subgraphs: readonly string[];
}

/** What came of it. */
export interface AccessOutcome {
  /** Null where no subgraph spoke of anybody. */
  readonly touched: Touched | null;
  /** Codes of errors. */
  readonly errors: readonly string[];
  /** Subgraphs that did not answer properly. */
  readonly failed: readonly string[];
}

/** An access that has been announced in the log. */
export interface OpenAccess {
  /**
   * Resolves when what came of it is durable: nothing of it may leave before. An answer in pieces ends once for each piece.
   * @throws LogUnavailable where it could not be written.
   */
  end(outcome: AccessOutcome): Promise<readonly Receipt[]>;
}

/** Keeps the record of every look at personal data: no record, no look. */
export interface AccessLog {
  /** Whether what is asked now would be recorded, as far as is known. */
  isOpen(): boolean;
  /**
   * Resolves when it is durable that the caller is about to look: nothing may be fetched before.
   * @throws LogUnavailable where it could not be written.
   */
  begin(asked: AskedAccess): Promise<OpenAccess>;
}

export interface AccessLogOptions {
  readonly sequencer: Pick<Sequencer, 'append' | 'state'>;
  readonly payloads: PayloadSealer;
  /** Told how far the log has come, after each record. */
  readonly onAppended?: (size: number) => void;
  /** Told how long each record took. */
  readonly onRecord?: (outcome: 'written' | 'refused', seconds: number) => void;
  readonly now?: () => Date;
  /** Milliseconds to the first tick at which an outcome is done (10; see `evenly`); 0: when it is written. */
  readonly firstTickMs?: number;
}

/** Longer than an outcome takes to be sealed and written on a machine that is not overloaded. */
const FIRST_TICK_MS = 10;

export function createAccessLog(options: AccessLogOptions): AccessLog {
  const { sequencer, payloads, onAppended, onRecord, now = () => new Date() } = options;
  const { firstTickMs = FIRST_TICK_MS } = options;

  const append = async (record: IntentRecord | OutcomeRecord, sealed: readonly SealedPayload[]) => {
    const startedAt = performance.now();
    const took = () => (performance.now() - startedAt) / 1_000;
    try {
      const receipt = await sequencer.append(record, sealed);
      onRecord?.('written', took());
      onAppended?.(receipt.index + 1);
      return receipt;
    } catch (error) {
      onRecord?.('refused', took());
      throw error;
    }
  };

  return {
    isOpen: () => sequencer.state() !== 'unavailable',
    async begin(asked) {
      const common = {
        v: 1 as const,
        ...whoAndWhy(asked.caller),
        operation: asked.operation,
        requestId: recordable(asked.requestId),
      };
      const intent = { ...common, phase: 'intent' as const, fields: fieldsOfRecord(asked.fields.asked) };
      await append({ ...intent, time: now().toISOString() }, []);
      const fields = fieldsOfRecord(asked.fields.granted);
      return {
        end: (outcome) =>
          evenly(firstTickMs, async () => {
            const sealed = await sealAbout(outcome.touched, payloads);
            const digests = new Map(sealed.map((payload) => [payload.subject, payload]));
            const subjects = [...(outcome.touched?.subjects.keys() ?? [])];
            const parts = partsOfOutcome({
              ...common,
              phase: 'outcome',
              fields,
              time: now().toISOString(),
              ...judge(outcome),
              errors: [...new Set(outcome.errors)].sort(),
              subjects,
              payloads: subjects.map((subject) => digests.get(subject)?.digest ?? null),
              counts: countsOf(outcome.touched),
              agencies: { asked: [...asked.subgraphs].sort(), failed: [...outcome.failed].sort() },
            });
            return Promise.all(
              parts.map((part) =>
                append(
                  part,
                  part.subjects.flatMap((subject) => digests.get(subject) ?? []),
                ),
              ),
            );
          }),
      };
    },
  };
}

/** Errors that say that something was refused. */
const REFUSALS: ReadonlySet<string> = new Set(['UNAUTHORIZED_FIELD_OR_TYPE', 'PURPOSE_REQUIRED']);

function judge({ touched, errors }: AccessOutcome): Pick<OutcomeRecord, 'decision' | 'disclosure'> {
  const shown = [
    ...[...(touched?.cases.values() ?? [])].map(({ disclosure }) => disclosure),
    ...[...(touched?.subjects.values() ?? [])].flatMap(({ register }) => register ?? []),
  ];
  const isHidden = shown.length > 0 && shown.every((disclosure) => disclosure === 'HIDDEN');
  return {
    decision: isHidden || errors.some((code) => REFUSALS.has(code)) ? 'denied' : 'allowed',
    disclosure: shown.includes('FULL') ? 'full' : shown.includes('MASKED') ? 'masked' : 'none',
  };
}

function countsOf(touched: Touched | null): OutcomeRecord['counts'] {
  const cases = [...(touched?.cases.values() ?? [])];
  const countOf = (disclosure: string) => cases.filter((one) => one.disclosure === disclosure).length;
  return {
    subjects: touched?.subjects.size ?? 0,
    cases: cases.length,
    masked: countOf('MASKED'),
    hidden: countOf('HIDDEN'),
  };
}

/** What the log keeps about each person, for the person's own eyes and those of an auditor: sealed with a key that can be erased. */
async function sealAbout(
  touched: Touched | null,
  payloads: PayloadSealer,
): Promise<readonly SealedPayload[]> {
  if (touched === null || touched.subjects.size === 0) return [];
  try {
    return await payloads.sealAll(
      [...touched.subjects].map(([subject, about]) => ({
        subject,
        payload: Buffer.from(JSON.stringify(about)),
      })),
    );
  } catch (error) {
    throw new LogUnavailable('what an answer touches could not be sealed', { cause: error });
  }
}
