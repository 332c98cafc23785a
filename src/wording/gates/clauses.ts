// What is said of a rule and of a line in an explanation, and what a clause about it is made of.
import type { Noun, Rule, Scope } from '../../domain/rule.js';
import type { Asks, Outcome, Slug } from '../../domain/vocabulary.js';

/** What a clause is made of, beside the figures of its own node. */
export interface Node {
  outcome: Outcome;
  /** The clauses of its parts. */
  parts: readonly string[];
  noun: (group: Slug) => Noun;
  /** What the gate asks. */
  asked: Asks;
}

export interface RuleWords<R extends Rule = Rule, Figures extends object = object> {
  /** The rule in one clause, as it is shown before anyone has decided. */
  rule(rule: R, scope: Scope, asked: Asks): string;
  /** What it came to, in one clause with the figures: without a capital or a full stop. */
  clause(figures: Figures, node: Node): string;
}

/** A line of an explanation that is no rule of its own. */
export type LineWords<Figures extends object = object> = Pick<RuleWords<Rule, Figures>, 'clause'>;

export const rule = <R extends Rule, Figures extends object>(words: RuleWords<R, Figures>): RuleWords => words; // looked up by its own name
export const line = <Figures extends object>(words: LineWords<Figures>): LineWords => words; // likewise
