// What can be wrong with a rule, as codes with their facts: what to do about it is said in src/wording/gates/rule-faults.ts.
import type { BodyId, DecisionKind, Slug } from './vocabulary.js';

/** What stands under a parameter: the name of a group, a whole number, a text, a rule or several, also by name, names, … */
export type ParameterKind =
  | 'group'
  | 'count'
  | 'text'
  | 'rule'
  | 'rules'
  | 'rules-by-name'
  | 'names'
  | 'weights'
  | 'source'
  | 'options';

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
  'bad-source': { field: string };
  'more-than-all': object;
  'no-weight': object;
  'no-parts': { rule: 'all-of' | 'any-of' };
  'no-reason': object;
  'few-options': object;
  'option-twice': object;
  'no-such-option': { option: string; options: readonly Slug[] };
  'no-questions': object;
  'no-such-question': { question: string; nearest?: string; questions: readonly Slug[] };
  'nobody-decides': object;
  // what it can come to
  'not-proven': object;
  /** `lacking` are the kinds of which none is taken at its gate, while one would make it so. */
  'never-go': { lacking?: readonly DecisionKind[] };
  'never-no-go': { lacking?: readonly DecisionKind[] };
  /** It is a choice, and not between the possibilities of its gate. */
  'other-options': { options: readonly { id: Slug; title: string }[] };
}

/** A code with the facts that belong to it. */
export type Coded<Facts> = { [C in keyof Facts]: { code: C } & Facts[C] }[keyof Facts];

export type RuleFault = Coded<RuleFaultFacts>;
