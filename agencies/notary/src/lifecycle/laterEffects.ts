import type { CertificateStatus, ReExaminationResult } from '../wire/notaryWords.ts';
import { addMonths } from './addMonths.ts';
import { type Effect, require, requireFreeNumber, requireSecondPerson, withDocument } from './effect.ts';

/** Within a year of the certificate for a party; twenty years at most for others (公证程序规则 art. 61). */
export const requestReExamination: Effect<'REQUEST_REEXAMINATION'> = (of, data, { now }) => {
  const { certificate } = of;
  require(certificate !== null, '没有可复查的公证书');
  const isParty = of.parties.some(({ person, body }) => (person ?? body) === data.申请人);
  const months = isParty ? 12 : 240;
  require(now <= addMonths(certificate.issuedAt, months), isParty
    ? '当事人申请复查已超过一年'
    : '利害关系人申请复查已超过二十年');
  return {
    change: {
      closedAt: null,
      reExamination: {
        requestedBy: data.申请人,
        requestedAt: now,
        errorClaimed: data.主张的错误,
        decidedAt: null,
        result: null,
        carriedOutAt: null,
      },
    },
  };
};

const certificateAfter: Readonly<Record<ReExaminationResult, CertificateStatus>> = {
  UPHELD: 'VALID',
  CORRECTED: 'CORRECTED',
  PARTLY_REVOKED: 'PARTLY_REVOKED',
  REVOKED: 'REVOKED',
};

/** Decides a re-examination; the examiner is not the notary who made the certificate (公证法 art. 39). */
export function decideReExamination(
  result: ReExaminationResult,
): Effect<'UPHOLD' | 'CORRECT' | 'REVOKE_PARTLY' | 'REVOKE'> {
  return (of, data, context) => {
    requireSecondPerson(of, context, ['HEAD', 'APPROVER', 'REVIEWER']);
    require(of.reExamination !== null && of.certificate !== null, '没有进行中的复查');
    const number = requireFreeNumber(data.决定书编号, context);
    return {
      change: {
        ...withDocument(of, { kind: '复查决定书', number, at: context.now }),
        closedAt: context.now,
        reExamination: { ...of.reExamination, decidedAt: context.now, result },
        certificate: { ...of.certificate, status: certificateAfter[result] },
      },
      documentNo: number,
    };
  };
}

/** The creditor of an enforceable certificate asks (公证法 art. 37); this interrupts the time bar of enforcement. */
export const requestEnforcement: Effect<'REQUEST_ENFORCEMENT'> = (of, data, { now }) => {
  const debt = of.certificate?.enforceability ?? null;
  require(debt !== null, '该公证书不具有强制执行效力（公证法第37条）');
  require(data.申请人 === debt.creditor, '须由债权人申请');
  require(data.金额 <= debt.amount, '申请金额不能超过公证债权');
  return {
    change: {
      closedAt: null,
      enforcementCertificate: {
        number: null,
        requestedAt: now,
        amount: data.金额,
        issuedAt: null,
        refusedAt: null,
        reason: null,
      },
    },
  };
};

export const issueEnforcement: Effect<'ISSUE_ENFORCEMENT'> = (of, data, context) => {
  require(of.enforcementCertificate !== null, '没有执行证书申请');
  const { now } = context;
  const number = requireFreeNumber(data.执行证书编号, context);
  return {
    change: {
      ...withDocument(of, { kind: '执行证书', number, at: now }),
      closedAt: now,
      enforcementCertificate: { ...of.enforcementCertificate, number, issuedAt: now },
      verifications: [...of.verifications, { at: now, what: '债务履行情况', result: data.核实情况 }],
    },
    documentNo: number,
  };
};

/** The creditor may then sue (SPC 2018 provisions on notarised debts, art. 8). */
export const refuseEnforcement: Effect<'REFUSE_ENFORCEMENT'> = (of, data, { now }) => {
  require(of.enforcementCertificate !== null, '没有执行证书申请');
  return {
    change: {
      closedAt: now,
      enforcementCertificate: { ...of.enforcementCertificate, refusedAt: now, reason: data.事由 },
    },
    reason: data.事由,
  };
};
