import { type Effect, require, requireFreeNumber, type StepResult, withDocument } from './effect.ts';

/** Matters that must be applied for in person (公证法 art. 26). */
const IN_PERSON = new Set(['WILL', 'SURVIVAL', 'ADOPTION']);

export const accept: Effect<'ACCEPT'> = (of, data, context) => {
  const { notary, now } = context;
  require(notary !== null && context.actorRole === 'NOTARY', '须由公证员受理并填写执业证号');
  require(notary.office === of.office &&
    notary.state === 'VALID', '承办公证员须在本公证机构执业且执业证有效');
  require(data.已告知, '受理前须告知申请事项的法律意义和可能产生的法律后果（公证法第27条）');
  const hasAgent = of.parties.some((p) => p.side === 'A' && (p.agent ?? p.agentPractitionerNo) !== null);
  require(!(
    IN_PERSON.has(of.application.matter) && hasAgent
  ), '遗嘱、生存、收养关系等事项应由本人办理（公证法第26条）');
  const number = data.受理通知单编号;
  if (number !== null) requireFreeNumber(number, context);
  return {
    change: {
      ...withDocument(of, { kind: '受理通知单', number, at: now }),
      application: { ...of.application, acceptedAt: now, informedAt: now },
      handlers: [
        ...of.handlers,
        {
          role: 'NOTARY',
          practitionerNo: notary.practitionerNo,
          name: notary.name,
          office: notary.office,
          from: now,
          to: null,
        },
      ],
    },
    ...(number === null ? {} : { documentNo: number }),
  };
};

export const notAccept: Effect<'NOT_ACCEPT'> = (_of, data, { now }) => ({
  change: { closedAt: now },
  reason: data.事由,
});

/** Time stops counting towards the certificate (公证法 art. 30). */
export const pause: Effect<'REQUEST_MATERIAL' | 'VERIFY_FACTS' | 'FORCE_MAJEURE'> = (of, data, { now }) => ({
  change: { pauses: [...of.pauses, { ruleId: 'D-10', reason: data.事由, from: now, to: null }] },
  reason: data.事由,
});

export const resume: Effect<'RESUME'> = (of, _data, { now }) => ({
  change: { pauses: closedPauses(of.pauses, now) },
});

export const move = (): StepResult => ({});

export const returnDraft: Effect<'RETURN_DRAFT'> = (_of, data, context) => {
  require(['HEAD', 'APPROVER'].includes(context.actorRole), '须由审批人退回');
  return { reason: data.事由 };
};

/** Ends pauses that still run. */
export function closedPauses<P extends { readonly to: string | null }>(
  pauses: readonly P[],
  now: string,
): P[] {
  return pauses.map((one) => (one.to === null ? { ...one, to: now } : one));
}
