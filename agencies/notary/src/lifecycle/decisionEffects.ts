import { seriesOf } from '../store/seriesOf.ts';
import { addMonths } from './addMonths.ts';
import { type Effect, require, requireFreeNumber, requireSecondPerson, withDocument } from './effect.ts';
import { closedPauses } from './intakeEffects.ts';

const DECIDERS = ['HEAD', 'APPROVER'];

/** The certificate takes effect on the day it is issued (公证法 art. 32). */
export const approve: Effect<'APPROVE'> = (of, data, context) => {
  requireSecondPerson(of, context, DECIDERS);
  const number = requireFreeNumber(data.公证书编号, context);
  const debt = data.强制执行效力;
  require((debt !== null) ===
    (of.application.matter ===
      'ENFORCEABLE_DEBT'), '强制执行效力只用于债权文书公证，且该类公证必须填写（公证法第37条）');
  require(debt === null || debt.执行承诺, '债权文书须载明债务人愿意接受强制执行的承诺（公证法第37条）');
  require(debt === null || debt.履行期限列表.length > 0, '债权文书须载明履行期限');
  return {
    change: {
      ...withDocument(of, { kind: '公证书', number, at: context.now }),
      closedAt: context.now,
      certificate: {
        number,
        issuedAt: context.now,
        kind: data.种类,
        series: data.系列 ?? seriesOf(number),
        status: 'VALID',
        language: data.文字,
        copies: data.份数,
        enforceability:
          debt === null
            ? null
            : {
                creditor: debt.债权人,
                debtor: debt.债务人,
                obligation: debt.债务内容,
                amount: debt.金额,
                dueDates: debt.履行期限列表,
                consentClause: debt.执行承诺,
              },
        legalisation:
          data.域外使用认证 === null
            ? null
            : { kind: data.域外使用认证.方式, country: data.域外使用认证.国家地区 },
      },
    },
    documentNo: number,
  };
};

/** In writing, on one of the nine grounds, approved by the head (公证法 art. 31). */
export const refuse: Effect<'REFUSE'> = (of, data, context) => {
  requireSecondPerson(of, context, DECIDERS);
  const number = requireFreeNumber(data.决定书编号, context);
  return {
    change: {
      ...withDocument(of, { kind: '不予办理公证决定书', number, at: context.now }),
      refuseGround: data.事由,
      closedAt: context.now,
    },
    documentNo: number,
    reason: data.事由,
  };
};

export const terminate: Effect<'TERMINATE'> = (of, data, context) => {
  const { now } = context;
  requireSecondPerson(of, context, DECIDERS);
  const acceptedAt = of.application.acceptedAt;
  require(data.事由 !== 'NOT_DONE_IN_SIX_MONTHS' ||
    (acceptedAt !== null &&
      addMonths(acceptedAt, 6) <= now), '自受理起未满六个月，不能以六个月内不能办结为由终止');
  const number = requireFreeNumber(data.决定书编号, context);
  return {
    change: {
      ...withDocument(of, { kind: '终止公证决定书', number, at: now }),
      pauses: closedPauses(of.pauses, now),
      terminateGround: data.事由,
      closedAt: now,
    },
    documentNo: number,
    reason: data.事由,
  };
};
