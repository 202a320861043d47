import type { NotaryCase } from '../store/notaryCase.ts';
import { readContent } from '../wire/readRequest.ts';
import { require } from './effect.ts';
import { type RecordKind, recordData } from './steps.ts';

/** When, and the role of who records. */
interface Recorded {
  readonly now: string;
  readonly actorRole: string;
}

type Recording = (of: NotaryCase, data: unknown, recorded: Recorded) => NotaryCase;

const recordings: Readonly<Record<RecordKind, Recording>> = {
  费用减免(of, content, { now }) {
    const data = readContent(recordData.费用减免, content);
    require(data.依据 !== 'LEGAL_AID' || data.依据文号 !== null, '以法律援助决定为依据时须填写决定书文号');
    require(data.减免金额 <= data.标准收费, '减免金额不能超过标准收费');
    return {
      ...of,
      fee: data.标准收费,
      feeReduction: {
        form: data.方式,
        standardFee: data.标准收费,
        reducedBy: data.减免金额,
        basis: data.依据,
        basisDocumentNo: data.依据文号,
        basisConfirmed: data.依据已核实,
        approvedAt: now,
        approvedBy: data.批准人,
        localRule: data.地方依据,
        settledBy: null,
      },
    };
  },
  核实(of, content, { now }) {
    const { 内容: what, 结果: result } = readContent(recordData.核实, content);
    return { ...of, verifications: [...of.verifications, { at: now, what, result }] };
  },
  保全证据(of, content, { now }) {
    const data = readContent(recordData.保全证据, content);
    require(of.application.matter === 'EVIDENCE', '只有保全证据公证可以登记');
    require(data.开始时间 <= now, '开始时间不能晚于现在');
    return {
      ...of,
      evidence: {
        object: data.对象,
        method: data.方式,
        place: data.地点,
        startedAt: data.开始时间,
        digests: data.摘要列表,
        storage: data.存储,
      },
    };
  },
  提存保管(of, content) {
    const data = readContent(recordData.提存保管, content);
    const holding = {
      kind: data.种类,
      giver: data.交付人,
      receiver: data.受领人,
      object: data.标的,
      state: data.状态,
    };
    return { ...of, holdings: [...of.holdings, holding] };
  },
  辅助事务(of, content) {
    const data = readContent(recordData.辅助事务, content);
    const task = {
      kind: data.种类,
      court: data.法院,
      courtCaseNo: data.案号,
      entrustedAt: data.委托时间,
      report: data.报告,
    };
    return { ...of, auxiliaryTasks: [...of.auxiliaryTasks, task] };
  },
  复查执行完毕(of, content, { now }) {
    readContent(recordData.复查执行完毕, content);
    require(of.reExamination !== null && of.reExamination.decidedAt !== null, '复查尚未决定');
    return { ...of, reExamination: { ...of.reExamination, carriedOutAt: now } };
  },
  封存(of, content, recorded) {
    const { 通知书编号: noticeNo } = readContent(recordData.封存, content);
    require(!of.secrecy.includes('sealed'), '该事项已封存');
    return marked({ ...of, secrecy: [...of.secrecy, 'sealed'] }, 'SEAL', noticeNo, recorded);
  },
  解除封存(of, content, recorded) {
    const { 通知书编号: noticeNo } = readContent(recordData.解除封存, content);
    require(of.secrecy.includes('sealed'), '该事项未封存');
    const secrecy = of.secrecy.filter((mark) => mark !== 'sealed');
    return marked({ ...of, secrecy }, 'UNSEAL', noticeNo, recorded);
  },
};

/** Sealing is a step of the history that leaves the status as it is: only a notice seals, and only a notice unseals. */
function marked(
  of: NotaryCase,
  event: 'SEAL' | 'UNSEAL',
  documentNo: string,
  { now, actorRole }: Recorded,
): NotaryCase {
  const entry = {
    service: null,
    from: of.status,
    to: of.status,
    event,
    at: now,
    actorRole,
    documentNo,
    reason: null,
  };
  return { ...of, history: [...of.history, entry] };
}

/**
 * The case with something more on record; its status stays. An archived case takes nothing more but a seal.
 *
 * @throws {WireError} E1002 for the data, E3003 where a condition is not met.
 */
export function applyRecord(of: NotaryCase, kind: RecordKind, data: unknown, recorded: Recorded): NotaryCase {
  const isSealing = kind === '封存' || kind === '解除封存';
  require(isSealing || of.status !== 'ARCHIVED', '已归档的事项不能再登记');
  return recordings[kind](of, data, recorded);
}
