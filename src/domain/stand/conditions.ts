// How a condition stands on a day: its answers are facts by their days, and stay with it whatever the body decides.
import type { Condition } from '../dossier/state.js';
import type { ConditionAnswer, Day, Slug } from '../vocabulary.js';

export interface ConditionStatus {
  status: 'open' | ConditionAnswer;
  /** The phase at whose gate it must be met; kept while it is disputed, met or waived. */
  carriedTo: Slug | null;
  reason: string | null;
  answeredOn: Day | null;
}

const unanswered: ConditionStatus = { status: 'open', carriedTo: null, reason: null, answeredOn: null };

/** By the last answer until that day; of one day the last that was recorded. */
export function statusOn({ answers }: Condition, day: Day): ConditionStatus {
  const until = answers.filter(({ on }) => on <= day).sort((one, other) => one.on.localeCompare(other.on));
  return until.reduce((before, { answer, phase, reason, on }) => {
    const isElsewhere = answer === 'adopted' || answer === 'rejected';
    const carriedTo = isElsewhere ? null : (phase ?? before.carriedTo);
    return { status: answer, carriedTo, reason, answeredOn: on };
  }, unanswered);
}

/** Elaboration: the chair adopted or carried it. Suspensive: the body itself said that it is met, or waived it. */
export function isAnswered(condition: Condition, day: Day): boolean {
  const { status } = statusOn(condition, day);
  return (
    isMet(condition, day) || (condition.effect === 'elaboration' && (status === 'adopted' || status === 'carried'))
  );
}

export const isMet = (condition: Condition, day: Day): boolean => {
  const { status } = statusOn(condition, day);
  return status === 'met' || status === 'waived';
};
