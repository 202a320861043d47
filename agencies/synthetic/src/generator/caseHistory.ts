import type { CaseBaseInput } from '../build/createCaseBase.ts';
import { serviceOfStep, statusAfter } from '../build/createHistory.ts';
import type {
  SyntheticDocument,
  SyntheticEvent,
  SyntheticExtension,
  SyntheticPause,
} from '../syntheticCaseBase.ts';
import type { AgencyService } from '../syntheticWorld.ts';
import { instantOn, onWorkingDay } from '../worldCalendar.ts';
import type { CaseContext } from './caseContext.ts';
import type { Random } from './random.ts';

/** Days after the step before, least and most; a day off moves to the next working day. */
export type After = readonly [least: number, most: number];

interface More {
  readonly documentNo?: string;
  readonly reasonCode?: string;
  /** Needed only where the event leads to several statuses. */
  readonly to?: string;
}

/**
 * The life of a generated case, told step by step. A step that would fall after today has not happened: `take` answers
 * null, and so does every later one, so that many cases are still on their way.
 */
export class CaseHistory {
  readonly events: SyntheticEvent[] = [];
  readonly documents: SyntheticDocument[] = [];
  readonly pauses: SyntheticPause[] = [];
  readonly extensions: SyntheticExtension[] = [];
  readonly #service: AgencyService;
  readonly #today: number;
  readonly #random: Random;
  #day: number;
  #minute: number;
  #status: string | null = null;
  #isOver = false;

  constructor(service: AgencyService, { startDay, today, random }: CaseContext) {
    this.#service = service;
    this.#today = today;
    this.#random = random;
    this.#day = onWorkingDay(startDay);
    this.#minute = random.int(510, 960);
  }

  /** A question to the hotline before the application; null when it was not asked before today. */
  consult(consultNo: string): { readonly askedAt: string; readonly answeredAt: string } | null {
    if (!this.#move([0, 0])) return null;
    const told = { service: 'CONSULTATION', reasonCode: null } as const;
    const askedAt = this.now;
    this.events.push({
      from: null,
      to: 'NEW',
      event: 'ASK',
      at: askedAt,
      actorRole: 'CALLER',
      documentNo: consultNo,
      ...told,
    });
    this.#move([0, 0]);
    const answeredAt = this.now;
    this.events.push({
      from: 'NEW',
      to: 'REPLIED',
      event: 'REPLY',
      at: answeredAt,
      actorRole: 'CALL_CENTRE',
      documentNo: null,
      ...told,
    });
    return { askedAt, answeredAt };
  }

  /** Takes a step and answers its instant; null when it has not happened by today. */
  take(
    event: string,
    after: After,
    actorRole: string,
    { documentNo, reasonCode, to }: More = {},
  ): string | null {
    if (!this.#move(after)) return null;
    const from = this.#status;
    this.#status = statusAfter(this.#service, from, event, to);
    return this.#record(event, from, actorRole, { documentNo, reasonCode });
  }

  /** Puts something on record without moving the status. */
  note(event: string, after: After, actorRole: string, documentNo: string): string | null {
    return this.#move(after)
      ? this.#record(event, this.#status, actorRole, { documentNo, reasonCode: undefined })
      : null;
  }

  /** A stretch that does not count towards `ruleId`; still open when the second step has not happened. */
  pause(
    ruleId: string,
    stop: readonly [event: string, after: After],
    go: readonly [event: string, after: After],
    reason: string,
  ): void {
    const from = this.take(...stop, 'HEAD');
    if (from === null) return;
    this.pauses.push({ ruleId, reason, from, to: this.take(...go, 'HEAD') });
  }

  /** More time for `ruleId`, of which the parties are told at once. */
  extend(ruleId: string, length: number, after: After, actorRole: string): void {
    const at = this.take('EXTEND', after, actorRole);
    if (at !== null) this.extensions.push({ ruleId, length, approvedAt: at, clientToldAt: at });
  }

  /** Files a document with the last step. */
  file(kind: string, number: string | null, issuer: string): void {
    this.documents.push({ kind, number, title: kind, issuedAt: this.now, issuer, secrecy: [] });
  }

  /** Instant of the last step. */
  get now(): string {
    return instantOn(this.#day, this.#minute);
  }

  get status(): string | null {
    return this.#status;
  }

  /** Whether a step has fallen after today: nothing more will happen. */
  get isOver(): boolean {
    return this.#isOver;
  }

  #move([least, most]: After): boolean {
    if (this.#isOver) return false;
    const days = this.#random.int(least, most);
    const day = days === 0 ? this.#day : onWorkingDay(this.#day + days);
    if (day > this.#today) {
      this.#isOver = true;
      return false;
    }
    this.#minute =
      day === this.#day
        ? Math.min(this.#minute + this.#random.int(2, 40), 1_438)
        : this.#random.int(510, 960);
    this.#day = day;
    return true;
  }

  #record(
    event: string,
    from: string | null,
    actorRole: string,
    { documentNo, reasonCode }: { documentNo: string | undefined; reasonCode: string | undefined },
  ): string {
    const at = this.now;
    this.events.push({
      from,
      to: this.#status ?? '',
      event,
      at,
      actorRole,
      documentNo: documentNo ?? null,
      reasonCode: reasonCode ?? null,
      service: serviceOfStep(this.#service, event),
    });
    return at;
  }
}

/** The part of a case that its history tells. */
export function toldBy(
  history: CaseHistory,
): Pick<CaseBaseInput, 'events' | 'documents' | 'pauses' | 'extensions'> {
  const { events, documents, pauses, extensions } = history;
  return { events, documents, pauses, extensions };
}
