import type { FeedEvent } from '@tongban/agency-kit';
import { z } from 'zod';
import { eventWords } from '../lifecycle/lifecycle.ts';
import type { CaseFinder } from '../store/caseFinder.ts';
import type { CaseReader } from '../store/caseReader.ts';
import type { Register } from '../store/register.ts';
import { caseToXml } from '../wire/caseToXml.ts';
import { toChineseDateTime } from '../wire/chineseTime.ts';
import { statusWords } from '../wire/notaryWords.ts';
import { readContent } from '../wire/readRequest.ts';
import type { XmlContent } from '../wire/readXml.ts';
import { WireError } from '../wire/wireError.ts';
import { count, credential, dateTime, listOf, optional, text, word, yesNo } from '../wire/wireForms.ts';
import { listElement, type XmlElement } from '../wire/writeXml.ts';

/** The most keys a query may carry, and the most records an answer holds. */
export const MAX_RECORDS = 50;

export interface QueryStore {
  readonly finder: CaseFinder;
  readonly reader: CaseReader;
  readonly register: Register;
  readonly feed: { after(cursor: number, limit: number): FeedEvent[] };
}

const operations: Readonly<
  Record<string, (content: XmlContent, store: QueryStore) => readonly XmlElement[]>
> = {
  按受理号查询(content, store) {
    const shape = z.strictObject({ 操作: text, 受理号列表: listOf('受理号', text) });
    const cases = store.reader.read(atMost(readContent(shape, content).受理号列表));
    return records(
      cases.map(({ acceptanceNo }) => acceptanceNo),
      store,
    );
  },
  按编号查询(content, store) {
    const shape = z.strictObject({ 操作: text, 编号列表: listOf('编号', text) });
    return records(store.finder.byNumbers(atMost(readContent(shape, content).编号列表)), store);
  },
  按当事人查询(content, store) {
    const shape = z.strictObject({ 操作: text, 当事人列表: listOf('当事人', credential) });
    return records(store.finder.byPersons(atMost(readContent(shape, content).当事人列表)), store);
  },
  列表查询(content, store) {
    const request = readContent(ListRequest, content);
    const limit = request.每页条数 ?? MAX_RECORDS;
    if (limit > MAX_RECORDS) throw new WireError('E1003', `每页最多${MAX_RECORDS}条`);
    const { total, acceptanceNos, hasMore } = store.finder.page(
      {
        statuses: request.状态列表 ?? [],
        regionPrefixes: request.地区前缀列表 ?? [],
        openedFrom: request.申请时间起,
        openedBefore: request.申请时间止,
        willsOfOffice: request.遗嘱所属机构,
        withSealed: request.含封存 ?? false,
      },
      request.起始于,
      limit,
    );
    return [['总数', String(total)], ['还有更多', hasMore ? '是' : '否'], recordList(acceptanceNos, store)];
  },
  变更查询(content, store) {
    const shape = z.strictObject({ 操作: text, 起始游标: optional(count), 条数: optional(count) });
    const { 起始游标: cursor, 条数: limit } = readContent(shape, content);
    if ((limit ?? 0) > MAX_RECORDS) throw new WireError('E1003', `每次最多${MAX_RECORDS}条`);
    return [listElement('变更', store.feed.after(cursor ?? 0, limit ?? MAX_RECORDS).map(changeContent))];
  },
};

const ListRequest = z.strictObject({
  操作: text,
  状态列表: optional(listOf('状态', word(statusWords))),
  地区前缀列表: optional(listOf('地区前缀', text)),
  申请时间起: optional(dateTime),
  申请时间止: optional(dateTime),
  遗嘱所属机构: optional(text),
  含封存: optional(yesNo),
  每页条数: optional(count),
  起始于: optional(
    z
      .strictObject({ 申请时间: dateTime, 地区代码: text, 受理号: text })
      .transform((at) => ({ openedAt: at.申请时间, region: at.地区代码, acceptanceNo: at.受理号 })),
  ),
});

/** Answers one request of `POST /query.do`. @throws {WireError} */
export function answerQuery(content: XmlContent, store: QueryStore): XmlElement {
  const { 操作: name } = readContent(z.looseObject({ 操作: text }), content);
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation === undefined) throw new WireError('E1004', Object.keys(operations).join('、'));
  return ['应答', [['操作', name], ...operation(content, store)]];
}

/**
 * The first 50 cases in full and the acceptance numbers of the others, so that a reader has all n in ⌈n/50⌉ calls: the
 * later ones by acceptance number, side by side.
 */
function records(acceptanceNos: readonly string[], store: QueryStore): readonly XmlElement[] {
  return [
    ['总数', String(acceptanceNos.length)],
    recordList(acceptanceNos.slice(0, MAX_RECORDS), store),
    listElement('其余受理号', acceptanceNos.slice(MAX_RECORDS)),
  ];
}

function recordList(acceptanceNos: readonly string[], { reader, register }: QueryStore): XmlElement {
  const cases = reader.read(acceptanceNos);
  const ids = cases.flatMap((of) => [
    of.office,
    ...of.parties.map(({ person, body }) => person ?? body ?? ''),
    of.certificate?.enforceability?.creditor ?? '',
    of.certificate?.enforceability?.debtor ?? '',
    of.reExamination?.requestedBy ?? '',
    ...of.holdings.flatMap(({ giver, receiver }) => [giver, receiver]),
  ]);
  const names = register.namesOf(ids);
  return ['公证事项列表', cases.map((of) => caseToXml(of, names))];
}

function changeContent(change: FeedEvent): readonly XmlElement[] {
  return [
    ['游标', String(change.cursor)],
    ['受理号', change.caseKey],
    ['地区代码', change.region],
    ['事件', eventWords.has(change.event) ? eventWords.wordOf(change.event) : change.event],
    ['状态', statusWords.has(change.status) ? statusWords.wordOf(change.status) : change.status],
    ['时间', toChineseDateTime(change.at)],
  ];
}

function atMost<Key>(keys: readonly Key[]): readonly Key[] {
  if (keys.length > MAX_RECORDS)
    throw new WireError('E1003', `每次最多${MAX_RECORDS}个，本次${keys.length}个`);
  return keys;
}
