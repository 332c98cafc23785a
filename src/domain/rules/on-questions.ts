// On questions: the inner rule over what the bodies answered to these questions alone. Of one text with several rules, by
// article, each part is decided once and looked at by its own rule.
import { defineRule, type Position, type Rule, type Scope } from '../rule.js';
import { sideOf, type Side, type Slug } from '../vocabulary.js';
import { unanimity } from './unanimity.js';

export interface OnQuestions extends Rule {
  rule: 'on-questions';
  questions: Slug[];
  inner: Rule;
}

/** `onQuestions(['artikel-5'], unanimity('colleges'))`: whatever is answered to the others. */
export const onQuestions = (questions: Slug[], inner: Rule): OnQuestions => ({
  rule: 'on-questions',
  questions,
  inner,
});

/** Which questions the line below is about. */
export interface OnQuestionsFigures {
  questions: Slug[];
}

export const looksAtQuestions = (rule: Rule): rule is OnQuestions => rule.rule === 'on-questions';

export default defineRule<OnQuestions, OnQuestionsFigures>({
  name: 'on-questions',
  takes: { questions: 'names', inner: 'rule' },
  monotone: true, // as far as its inner rule is
  samples: () => [onQuestions(['p'], unanimity('bodies'))],
  faults: ({ questions, inner }, scope) => [
    ...(questions.length === 0 ? [{ code: 'no-questions' } as const] : []),
    ...scope.faults(inner),
  ],
  explain: ({ questions, inner }, scope) => {
    const part = asked(questions, scope).explain(inner);
    return { ...part, rule: 'on-questions', figures: { questions: [...questions] }, parts: [part] };
  },
});

/** The same ground, as far as these questions go. */
export const asked = (questions: readonly Slug[], scope: Scope): Scope =>
  scope.over((positions) => positions.map((one) => ({ ...one, side: sideOn(questions, one) })));

/** Of who has said nothing that of the whole; a body that spoke, and not about one of them, has still to decide on it. */
function sideOn(questions: readonly Slug[], { side, answers }: Position): Side {
  if (!answers || Object.keys(answers).length === 0) return side;
  const on = new Map(Object.entries(answers));
  return sideOf(questions.map((one) => on.get(one) ?? 'undecided'));
}
