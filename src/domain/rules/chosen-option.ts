// Chosen option: each body chooses one of several, and the inner rule must hold for one of them.
import { joinAny, type Combined } from '../combining.js';
import { defineRule, type Finding, type Position, type Rule, type Scope } from '../rule.js';
import type { Slug } from '../vocabulary.js';
import { majority } from './majority.js';
import { unanimity } from './unanimity.js';

export interface ChosenOption extends Rule {
  rule: 'chosen-option';
  options: { id: Slug; title: string }[];
  inner: Rule;
}

/** A poll. With unanimity as its inner rule everyone must choose the same; all on different ones is a no-go. */
export const chosenOption = (options: ChosenOption['options'], inner: Rule): ChosenOption => ({
  rule: 'chosen-option',
  options,
  inner,
});

/** The figures of one option among them. */
export interface OptionFigures {
  option: Slug;
  title: string;
}

export const isChoice = (rule: Rule): rule is ChosenOption => rule.rule === 'chosen-option';

/** Who is for another option is against this one; who abstains does so for each. */
const towards =
  (option: Slug) =>
  (positions: readonly Position[]): Position[] =>
    positions.map((one) => (one.side === 'for' && one.option !== option ? { ...one, side: 'against' } : one));

const explainFor = (
  { inner }: ChosenOption,
  { id, title }: { id: Slug; title: string },
  scope: Scope,
): Finding<OptionFigures> => {
  const part = scope.over(towards(id)).explain(inner);
  return { ...part, rule: 'option', figures: { option: id, title }, parts: [part] };
};

/** The options for which the inner rule comes to go. */
export const optionsWithGo = (rule: ChosenOption, scope: Scope): Slug[] =>
  rule.options.filter((option) => explainFor(rule, option, scope).outcome === 'go').map(({ id }) => id);

const two = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
];

export default defineRule<ChosenOption, Combined>({
  name: 'chosen-option',
  takes: { options: 'options', inner: 'rule' },
  monotone: false, // one more body for another option divides; one more for the option that has it does not
  keepsGo: (rule, position, scope) =>
    optionsWithGo(rule, scope).map((option) => ({ ...position, side: 'for', option })),
  samples: () => [chosenOption(two, unanimity('bodies')), chosenOption(two, majority('bodies'))],
  faults: ({ options, inner }, scope) => [
    ...(options.length < 2 ? [{ code: 'few-options' } as const] : []),
    ...(new Set(options.map(({ id }) => id)).size < options.length ? [{ code: 'option-twice' } as const] : []),
    ...scope.faults(inner),
  ],
  explain: (rule, scope) =>
    joinAny(
      rule.options.map((option) => explainFor(rule, option, scope)),
      'chosen-option',
    ),
});
