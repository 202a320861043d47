import type { DatabaseSync } from 'node:sqlite';
import {
  type createEventFeed,
  type createIdempotency,
  IdempotencyConflict,
  inTransaction,
} from '@tongban/agency-kit';
import { z } from 'zod';
import { applyRecord } from '../lifecycle/applyRecord.ts';
import { applyTransition } from '../lifecycle/applyTransition.ts';
import type { StepContext } from '../lifecycle/effect.ts';
import { eventWords, isTransition } from '../lifecycle/lifecycle.ts';
import { newApplication } from '../lifecycle/newApplication.ts';
import { type RecordKind, recordData } from '../lifecycle/steps.ts';
import type { CaseFinder } from '../store/caseFinder.ts';
import type { CaseReader } from '../store/caseReader.ts';
import type { CaseSaver } from '../store/caseSaver.ts';
import type { NotaryCase } from '../store/notaryCase.ts';
import type { Register } from '../store/register.ts';
import { roleWords } from '../wire/caseWords.ts';
import { toMinute } from '../wire/chineseTime.ts';
import { statusWords } from '../wire/notaryWords.ts';
import { readContent, readRequest } from '../wire/readRequest.ts';
import { WireError } from '../wire/wireError.ts';
import { optional, text, word } from '../wire/wireForms.ts';
import { writeXml } from '../wire/writeXml.ts';

export interface SubmitStore {
  readonly database: DatabaseSync;
  readonly finder: CaseFinder;
  readonly reader: CaseReader;
  readonly saver: CaseSaver;
  readonly register: Register;
  readonly feed: ReturnType<typeof createEventFeed>;
  readonly idempotency: ReturnType<typeof createIdempotency>;
  now(): Date;
}

const head = {
  流水号: z.string().regex(/^[0-9A-Za-z-]{8,64}$/, '应为8至64位字母、数字或连字符'),
  操作: text,
  操作身份: word(roleWords),
};
const Envelope = z.looseObject(head);
const OnCase = { ...head, 受理号: text, 数据: z.unknown().optional() };
const Create = z.strictObject({ ...head, 数据: z.unknown() });
const Step = z.strictObject({ ...OnCase, 事件: word(eventWords), 执业证号: optional(text) });
const RecordOnCase = z.strictObject({ ...OnCase, 登记种类: z.enum(Object.keys(recordData) as [RecordKind]) });

/**
 * Answers one request of `POST /submit.do` with the answer's text. The write, its place in the change feed and the memory
 * of its 流水号 are one transaction; a refused request leaves nothing behind, and its 流水号 may be used again.
 *
 * @throws {WireError}
 */
export function answerSubmit(body: unknown, store: SubmitStore): string {
  const { text: request, content } = readRequest(body);
  const { 流水号: key, 操作: operation, 操作身份: actorRole } = readContent(Envelope, content);
  return inTransaction(store.database, () => {
    const remembered = recall(store, key, request);
    if (remembered !== null) return remembered;
    const now = toMinute(store.now());
    const { after, event } = write(operation, content, { store, now, actorRole });
    store.feed.append({
      caseKey: after.acceptanceNo,
      region: after.region,
      event,
      status: after.status,
      at: now,
    });
    const answer = writeXml([
      '应答',
      [
        ['操作', operation],
        ['流水号', key],
        ['受理号', after.acceptanceNo],
        ['地区代码', after.region],
        ['状态', statusWords.wordOf(after.status)],
      ],
    ]);
    store.idempotency.remember(key, request, { status: 200, body: answer });
    return answer;
  });
}

interface Work {
  readonly store: SubmitStore;
  readonly now: string;
  readonly actorRole: string;
}

function write(operation: string, content: unknown, work: Work): { after: NotaryCase; event: string } {
  if (operation === '新建申请') return create(content, work);
  if (operation === '状态流转') return step(content, work);
  if (operation === '登记') return record(content, work);
  throw new WireError('E1004', '新建申请、状态流转、登记');
}

function create(content: unknown, { store, now, actorRole }: Work) {
  const { 数据: data } = readContent(Create, content);
  const { serial } = store.database
    .prepare('SELECT coalesce(max(id), 0) + 1 AS serial FROM notary_case')
    .get() as { serial: number };
  const after = newApplication(data, { serial, now, actorRole, hasOffice: store.register.hasOffice });
  store.saver.insert(after);
  return { after, event: 'SUBMIT' };
}

function step(content: unknown, { store, now, actorRole }: Work) {
  const request = readContent(Step, content);
  if (!isTransition(request.事件))
    throw new WireError('E1004', '申请须用“新建申请”，封存和解除封存须用“登记”');
  const context: StepContext = {
    now,
    actorRole,
    notary: request.执业证号 === null ? null : store.register.findNotary(request.执业证号),
    isNumberTaken: store.finder.isNumberTaken,
  };
  const after = applyTransition(find(store, request.受理号), request.事件, request.数据 ?? '', context);
  store.saver.replace(after);
  return { after, event: request.事件 };
}

function record(content: unknown, { store, now, actorRole }: Work) {
  const request = readContent(RecordOnCase, content);
  const after = applyRecord(find(store, request.受理号), request.登记种类, request.数据 ?? '', {
    now,
    actorRole,
  });
  store.saver.replace(after);
  return { after, event: request.登记种类 };
}

function find(store: SubmitStore, acceptanceNo: string): NotaryCase {
  const [found] = store.reader.read([acceptanceNo]);
  if (found === undefined) throw new WireError('E3001');
  return found;
}

function recall(store: SubmitStore, key: string, request: string): string | null {
  try {
    return store.idempotency.recall(key, request)?.body ?? null;
  } catch (error) {
    if (error instanceof IdempotencyConflict) throw new WireError('E3004');
    throw error;
  }
}
