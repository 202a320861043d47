import type { SyntheticDocument, SyntheticEvent, SyntheticPause } from '../syntheticWorld.ts';
import { addOfficeDays, toInstant } from './instants.ts';
import type { Random } from './random.ts';

/** A step that a case may take. */
export interface Step {
  readonly event: string;
  readonly to: string;
  readonly actorRole: string;
  /** Days after the step before, from and to. */
  readonly after: readonly [least: number, most: number];
  readonly documentNo?: string | null;
  readonly service?: SyntheticEvent['service'];
  readonly reasonCode?: string;
}

/**
 * The life of a generated case, told step by step. A step that would fall after today has not happened: `take` answers
 * null, and so does every later one, so that half of the cases are still on their way.
 */
export class CaseHistory {
  readonly events: SyntheticEvent[] = [];
  readonly documents: SyntheticDocument[] = [];
  readonly pauses: SyntheticPause[] = [];
  #at: number;
  #ended = false;
  readonly #today: number;
  readonly #random: Random;

  constructor(startMs: number, todayMs: number, random: Random) {
    this.#at = startMs;
    this.#today = todayMs;
    this.#random = random;
  }

  /** Takes a step and answers its instant; null when it has not happened by today. */
  take({ event, to, actorRole, after, documentNo = null, service = null, reasonCode }: Step): string | null {
    if (this.#ended) return null;
    const [least, most] = after;
    const at = addOfficeDays(this.#at, this.#random.int(least, most)) + this.#random.int(1, 50) * 60_000;
    if (at > this.#today) {
      this.#ended = true;
      return null;
    }
    this.#at = at;
    const instant = toInstant(at);
    const from = this.events.at(-1)?.to ?? null;
    this.events.push({
      from,
      to,
      event,
      at: instant,
      actorRole,
      documentNo,
      reasonCode: reasonCode ?? null,
      service,
    });
    return instant;
  }

  /** Files a document that the last step issued. */
  file(kind: string, number: string | null, issuer: string): void {
    this.documents.push({ kind, number, title: kind, issuedAt: this.now, issuer, secrecy: [] });
  }

  /** A stretch that does not count: `stop` begins it, `go` ends it; still open when `go` has not happened. */
  pause(ruleId: string, reason: string, stop: Step, go: Step): void {
    const from = this.take(stop);
    if (from === null) return;
    this.pauses.push({ ruleId, reason, from, to: this.take(go) });
  }

  /** Instant of the last step. */
  get now(): string {
    return toInstant(this.#at);
  }

  get status(): string {
    return this.events.at(-1)?.to ?? '';
  }

  /** Milliseconds of the last step, for what begins after this case. */
  get endMs(): number {
    return this.#at;
  }
}
