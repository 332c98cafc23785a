// What can be wrong with a rule, as codes with their facts: what to do about it is said in src/wording/rule-faults.ts.
import type { BodyId, Slug } from './vocabulary.js';

/** What stands under a parameter: the name of a group, a whole number, a text, a rule, rules, weights, options. */
export type ParameterKind = 'group' | 'count' | 'text' | 'rule' | 'rules' | 'weights' | 'options';

export interface RuleFaultFacts {
  // how it is spelled
  'unknown-rule': { rule: string; known: readonly string[] };
  'unknown-parameter': { rule: Slug; parameter: string; nearest?: string };
  'wrong-parameter': { rule: Slug; parameter: string; takes: ParameterKind };
  // whether it fits who decide
  'empty-group': { group: Slug };
  'needed-out-of-range': { rule: 'threshold' | 'quorum'; needed: number; size: number; group: Slug };
  'bad-fraction': { numerator: number; denominator: number };
  'bad-among': { among: string };
  'bad-least': { least: string };
  'bad-weight': { body: BodyId };
  'more-than-all': object;
  'no-weight': object;
  'no-parts': { rule: 'all-of' | 'any-of' };
  'no-reason': object;
  'few-options': object;
  'option-twice': object;
  'nobody-decides': object;
  // what it can come to
  'not-proven': object;
  'never-go': object;
  'never-no-go': object;
  /** It is a choice, and not between the possibilities of its gate. */
  'other-options': { options: readonly { id: Slug; title: string }[] };
}

/** A code with the facts that belong to it. */
export type Coded<Facts> = { [C in keyof Facts]: { code: C } & Facts[C] }[keyof Facts];

export type RuleFault = Coded<RuleFaultFacts>;
