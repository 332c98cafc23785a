// Answers a condition. Elaboration: the chair adopts, carries or rejects it; later it is met or waived. Suspensive:
// only the body itself says that it is met. The body may dispute any answer.
import type { Folds } from '../dossier/folds.js';
import { statusOf } from '../dossier/state.js';
import { statusOn, type ConditionStatus } from '../stand/conditions.js';
import { invalid, type FieldError, refused } from '../refusal.js';
import type { Payload } from '../facts/fact.js';
import { keep } from '../facts/keeping.js';
import { conditionAnswerFacts } from '../facts/of-decisions.js';
import type { ConditionAnswer, Id, Slug } from '../vocabulary.js';
import { defineCommand, type Ask, type Context } from './command.js';
import { happened } from './dates.js';
import { withReopening } from './late-change.js';
import { conditionAt, followsDecision, mustNotBeStopped, type ConditionTarget } from './targets.js';

type AnswerCondition = Payload<typeof conditionAnswerFacts>;

type Status = ConditionStatus['status'];

const byChair: readonly ConditionAnswer[] = ['adopted', 'carried', 'rejected'];

/** From which statuses each answer may be given. */
const elaboration: Record<ConditionAnswer, readonly Status[]> = {
  adopted: ['open', 'disputed'],
  carried: ['open', 'disputed'],
  rejected: ['open', 'disputed'],
  met: ['open', 'disputed', 'adopted', 'carried'],
  waived: ['open', 'disputed', 'adopted', 'carried'],
  disputed: ['adopted', 'carried', 'rejected', 'met', 'waived'],
};

const folds: Folds<'ConditionAnswered'> = {
  ConditionAnswered: (dossier, { facts, texts, on }) => {
    const condition = dossier.conditions[facts.condition];
    if (!condition) return dossier; // its decision is dated later than the day that is asked about
    const given = { answer: facts.answer, phase: facts.phase ?? null, reason: texts.reason ?? null, on };
    const answers = [...condition.answers, given];
    return { ...dossier, conditions: { ...dossier.conditions, [condition.id]: { ...condition, answers } } };
  },
};

export const answerCondition = defineCommand<
  { gate: Slug; condition: Id },
  ConditionTarget,
  typeof conditionAnswerFacts,
  'ConditionAnswered'
>({
  says: conditionAnswerFacts,
  locate: conditionAt,
  asks: ({ gate, condition }, { answer }): Ask[] => {
    const settle: Ask = { right: 'settle-condition', body: gate.ruledBy };
    const close: Ask = { right: 'close-condition', body: condition.body };
    const meet: Ask = { right: 'meet-elaboration', body: condition.body };
    if (answer === 'met') return condition.effect === 'elaboration' ? [meet] : [close];
    if (answer === 'waived' || answer === 'disputed') return [close];
    return answer !== undefined && byChair.includes(answer) ? [settle] : [settle, close, meet];
  },
  fields: (target, asked, { today }) => [
    ...happened('/on', asked.on, today, target.dossier),
    ...phaseFields(target, asked),
    ...(['rejected', 'waived'].includes(asked.answer) && asked.reason === undefined
      ? [{ pointer: '/reason', code: 'reason-required' } satisfies FieldError]
      : []),
    ...(target.condition.effect === 'suspensive' && byChair.includes(asked.answer)
      ? [{ pointer: '/answer', code: 'not-allowed-here', allowed: ['met', 'waived'] } satisfies FieldError]
      : []),
  ],
  ready: ({ dossier }) => mustNotBeStopped(dossier),
  decide: (target, asked, context) => {
    const { on } = asked;
    const { phase, condition } = target;
    answerFollows(target, asked, context);
    const { facts, texts } = keep(conditionAnswerFacts, asked);
    const answered = { gate: phase.id, condition: condition.id, ...facts };
    return withReopening(target, [{ type: 'ConditionAnswered', on, facts: answered, texts }], folds, context);
  },
  fact: { type: 'ConditionAnswered', follows: answerFollows },
  folds,
});

/** It fits the answer before it, and leads to a gate that is still to come. @throws Refusal */
function answerFollows(target: ConditionTarget, asked: AnswerCondition, context: Context): void {
  const { dossier, condition } = target;
  const { answer, on, phase } = asked;
  // What is told late may have followed on how it stood on its day, or on how it stands now.
  const [then, now] = [statusOn(condition, on).status, statusOn(condition, context.today).status];
  if (!elaboration[answer].some((status) => status === then || status === now))
    throw refused('condition-answered', { state: now });
  if (phase !== undefined && statusOf(dossier, phase) === 'passed')
    throw invalid([{ pointer: '/phase', code: 'not-allowed-here' }]);
  followsDecision(target, asked, context);
}

/** A carried condition names another phase with a gate; nothing else names a phase. */
function phaseFields({ dossier, phase: own }: ConditionTarget, { answer, phase }: AnswerCondition): FieldError[] {
  const { phases, gates } = dossier.plan;
  const allowed = [...gates.keys()].filter((id) => id !== own.id && statusOf(dossier, id) !== 'passed');
  if (answer !== 'carried') return phase === undefined ? [] : [{ pointer: '/phase', code: 'not-allowed-here' }];
  if (phase === undefined) return [{ pointer: '/phase', code: 'required', allowed }];
  if (!phases.has(phase)) return [{ pointer: '/phase', code: 'unknown-phase', allowed }];
  return gates.has(phase) && phase !== own.id ? [] : [{ pointer: '/phase', code: 'not-allowed-here', allowed }];
}
