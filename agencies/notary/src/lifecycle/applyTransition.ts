import type { NotaryCase } from '../store/notaryCase.ts';
import { statusWords } from '../wire/notaryWords.ts';
import { readContent } from '../wire/readRequest.ts';
import { WireError } from '../wire/wireError.ts';
import { approve, refuse, terminate } from './decisionEffects.ts';
import type { Effect, StepContext } from './effect.ts';
import { accept, move, notAccept, pause, resume, returnDraft } from './intakeEffects.ts';
import {
  decideReExamination,
  issueEnforcement,
  refuseEnforcement,
  requestEnforcement,
  requestReExamination,
} from './laterEffects.ts';
import { allowedEvents, eventWords, lifecycle, type TransitionEvent } from './lifecycle.ts';
import { type TransitionData, transitionData } from './steps.ts';

const effects: { readonly [Event in TransitionEvent]: Effect<Event> } = {
  ACCEPT: accept,
  NOT_ACCEPT: notAccept,
  EXAMINE: move,
  REQUEST_MATERIAL: pause,
  VERIFY_FACTS: pause,
  FORCE_MAJEURE: pause,
  RESUME: resume,
  SUBMIT_DRAFT: move,
  APPROVE: approve,
  RETURN_DRAFT: returnDraft,
  REFUSE: refuse,
  TERMINATE: terminate,
  REQUEST_REEXAMINATION: requestReExamination,
  UPHOLD: decideReExamination('UPHELD'),
  CORRECT: decideReExamination('CORRECTED'),
  REVOKE_PARTLY: decideReExamination('PARTLY_REVOKED'),
  REVOKE: decideReExamination('REVOKED'),
  REQUEST_ENFORCEMENT: requestEnforcement,
  ISSUE_ENFORCEMENT: issueEnforcement,
  REFUSE_ENFORCEMENT: refuseEnforcement,
  ARCHIVE: (of, _data, { now }) => ({ change: { closedAt: of.closedAt ?? now } }),
};

/**
 * The case after one step of the lifecycle: a new value; nothing is stored.
 *
 * @throws {WireError} E3002 naming where the case stands, the event and what may follow; E1002 for the step's data; E3003
 * and E3005 where a condition of the step is not met.
 */
export function applyTransition(
  of: NotaryCase,
  event: TransitionEvent,
  data: unknown,
  context: StepContext,
): NotaryCase {
  const { from, to } = lifecycle[event];
  if (!from.includes(of.status)) throw new WireError('E3002', illegalStep(of, event));
  const { change, documentNo, reason } = runEffect(of, event, data, context);
  return {
    ...of,
    ...change,
    status: to,
    history: [
      ...of.history,
      {
        service: null,
        from: of.status,
        to,
        event,
        at: context.now,
        actorRole: context.actorRole,
        documentNo: documentNo ?? null,
        reason: reason ?? null,
      },
    ],
  };
}

function runEffect<Event extends TransitionEvent>(
  of: NotaryCase,
  event: Event,
  data: unknown,
  context: StepContext,
) {
  const effect: Effect<Event> = effects[event];
  // The table above pairs each event's shape with its effect; the compiler cannot follow that through the index.
  const read = readContent<unknown>(transitionData[event], data) as TransitionData<Event>;
  return effect(of, read, context);
}

function illegalStep(of: NotaryCase, event: TransitionEvent): string {
  const allowed = allowedEvents(of.status).map((one) => `“${eventWords.wordOf(one)}”`);
  const next = allowed.length === 0 ? '没有后续操作' : `可以进行${allowed.join('、')}`;
  return `事项现为“${statusWords.wordOf(of.status)}”，不能“${eventWords.wordOf(event)}”；${next}`;
}
