// Answers a condition. Elaboration: the chair adopts, carries or rejects it; later it is met or waived. Suspensive:
// only the body itself says that it is met. The body may dispute any answer.
import { isLapsed } from '../dossier/carried.js';
import type { Folds } from '../dossier/folds.js';
import { statusOf, type Condition } from '../dossier/state.js';
import { invalid, type FieldError, refused } from '../refusal.js';
import type { Payload } from '../facts/fact.js';
import { keep } from '../facts/keeping.js';
import { conditionAnswerFacts } from '../facts/of-decisions.js';
import type { ConditionAnswer, Id, Slug } from '../vocabulary.js';
import { defineCommand, type Ask } from './command.js';
import { follows, happened } from './dates.js';
import { withReopening } from './late-change.js';
import { conditionAt, mustNotBeStopped, type ConditionTarget } from './targets.js';

type AnswerCondition = Payload<typeof conditionAnswerFacts>;

type Status = ConditionTarget['condition']['status'];

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
  /** Where a condition was carried to stays until the chair answers otherwise: a dispute never opens a later gate. */
  ConditionAnswered: (dossier, { facts, texts, on }) => {
    const condition = dossier.conditions[facts.condition];
    if (!condition) return dossier; // its decision is dated later than the day that is asked about
    const settledOtherwise = facts.answer === 'adopted' || facts.answer === 'rejected';
    const carriedTo = settledOtherwise ? null : (facts.phase ?? condition.carriedTo);
    const reason = texts.reason ?? null;
    const answered: Condition = { ...condition, status: facts.answer, carriedTo, reason, answeredOn: on };
    return { ...dossier, conditions: { ...dossier.conditions, [condition.id]: answered } };
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
  ready: ({ dossier, condition }) => {
    mustNotBeStopped(dossier);
    if (isLapsed(dossier, condition)) throw refused('condition-answered', { state: 'lapsed' });
  },
  decide: (target, asked, context) => {
    const { answer, on, phase: to } = asked;
    const { dossier, phase, condition, decision } = target;
    if (!elaboration[answer].includes(condition.status))
      throw refused('condition-answered', { state: condition.status });
    if (to !== undefined && statusOf(dossier, to) === 'passed')
      throw invalid([{ pointer: '/phase', code: 'not-allowed-here' }]);
    follows('/on', on, decision.decidedOn);
    const { facts, texts } = keep(conditionAnswerFacts, asked);
    const answered = { gate: phase.id, condition: condition.id, ...facts };
    return withReopening(target, [{ type: 'ConditionAnswered', on, facts: answered, texts }], folds, context);
  },
  folds,
});

/** A carried condition names another phase with a gate; nothing else names a phase. */
function phaseFields({ dossier, phase: own }: ConditionTarget, { answer, phase }: AnswerCondition): FieldError[] {
  const { phases, gates } = dossier.plan;
  const allowed = [...gates.keys()].filter((id) => id !== own.id && statusOf(dossier, id) !== 'passed');
  if (answer !== 'carried') return phase === undefined ? [] : [{ pointer: '/phase', code: 'not-allowed-here' }];
  if (phase === undefined) return [{ pointer: '/phase', code: 'required', allowed }];
  if (!phases.has(phase)) return [{ pointer: '/phase', code: 'unknown-phase', allowed }];
  return gates.has(phase) && phase !== own.id ? [] : [{ pointer: '/phase', code: 'not-allowed-here', allowed }];
}
