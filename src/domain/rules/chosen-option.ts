// Chosen option: each body chooses one of several, and for one of them its rule must hold: its own, or that of all.
import { joinAny, type Combined } from '../combining.js';
import type { RuleFault } from '../rule-faults.js';
import { defineRule, type Finding, type Position, type Rule, type Scope } from '../rule.js';
import type { Side, Slug } from '../vocabulary.js';
import { majority } from './majority.js';
import { threshold } from './threshold.js';
import { unanimity } from './unanimity.js';

export interface ChosenOption extends Rule {
  rule: 'chosen-option';
  options: { id: Slug; title: string }[];
  /** The rule for every option that has none of its own. */
  inner: Rule;
  own?: Readonly<Record<Slug, Rule>>;
}

/**
 * A poll. With unanimity as its inner rule everyone must choose the same; all on different ones is a no-go. With an own
 * rule for leaving, `threshold(1, 'colleges')`, all leave as soon as one does, while staying needs all.
 */
export const chosenOption = (
  options: ChosenOption['options'],
  inner: Rule,
  own?: ChosenOption['own'],
): ChosenOption => ({ rule: 'chosen-option', options, inner, ...(own && { own }) });

/** The rule that must hold for this option. */
export const ruleOfOption = ({ inner, own = {} }: ChosenOption, option: Slug): Rule =>
  (Object.hasOwn(own, option) ? own[option] : undefined) ?? inner;

/** The figures of one option among them. */
export interface OptionFigures {
  option: Slug;
  title: string;
}

export const isChoice = (rule: Rule): rule is ChosenOption => rule.rule === 'chosen-option';

/** Who is for another option is against this one, also on each question; who abstains does so for each. */
const towards =
  (option: Slug) =>
  (positions: readonly Position[]): Position[] =>
    positions.map((one) => (one.option === option ? one : againstIt(one)));

const againstIt = ({ answers, ...one }: Position): Position => ({
  ...one,
  side: turned(one.side),
  ...(answers && { answers: Object.fromEntries(Object.entries(answers).map(([on, side]) => [on, turned(side)])) }),
});

const turned = (side: Side): Side => (side === 'for' ? 'against' : side);

const explainFor = (
  choice: ChosenOption,
  { id, title }: { id: Slug; title: string },
  scope: Scope,
): Finding<OptionFigures> => {
  const part = scope.over(towards(id)).explain(ruleOfOption(choice, id));
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
  may: { own: 'rules-by-name' },
  monotone: false, // one more body for another option divides; one more for the option that has it does not
  keepsGo: (rule, position, scope) =>
    optionsWithGo(rule, scope).map((option) => ({ ...position, side: 'for', option })),
  samples: () => [
    chosenOption(two, unanimity('bodies')),
    chosenOption(two, majority('bodies')),
    chosenOption(two, unanimity('bodies'), { b: threshold(1, 'bodies') }),
  ],
  faults: ({ options, inner, own = {} }, scope) => [
    ...(options.length < 2 ? [{ code: 'few-options' } as const] : []),
    ...(new Set(options.map(({ id }) => id)).size < options.length ? [{ code: 'option-twice' } as const] : []),
    ...Object.keys(own).flatMap((option): RuleFault[] => {
      const known = options.map(({ id }) => id);
      return known.includes(option) ? [] : [{ code: 'no-such-option', option, options: known }];
    }),
    ...[inner, ...Object.values(own)].flatMap((rule) => scope.faults(rule)),
  ],
  explain: (rule, scope) =>
    joinAny(
      rule.options.map((option) => explainFor(rule, option, scope)),
      'chosen-option',
    ),
});
