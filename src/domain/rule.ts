// What a rule is: a pure function of the positions of the bodies, with its own explanation.
// One file in rules/ is one rule; nothing here knows which rules there are.
import type { BodyId, Outcome, Side, Slug } from './vocabulary.js';

/** A rule as a workflow file or an event holds it: its name and its parameters, plain data. */
export interface Rule {
  readonly rule: Slug;
}

/** How one body stands at one gate. */
export interface Position {
  readonly body: BodyId;
  readonly side: Side;
}

/** What one node of a rule comes to, and why: outcome and reasons from the same evaluation. */
export interface Explanation {
  rule: Slug;
  outcome: Outcome;
  /** Nothing that is undecided or silent can change the outcome any more. */
  certain: boolean;
  /** One Dutch clause with the figures, without a capital or a full stop. */
  text: string;
  /** The bodies that make it so: with everyone else undecided the outcome is the same. */
  because: BodyId[];
  /** The bodies whose single removal would change the outcome or its certainty. */
  decisive: BodyId[];
  /** Every body that can still change the outcome. */
  canChange: BodyId[];
  parts: Explanation[];
}

/** How a group of bodies is called in a sentence. */
export interface Noun {
  one: string;
  many: string;
}

/** What a rule may look at. Groups are named in the workflow: `colleges`, `councils`. */
export interface Scope {
  positions(group: Slug): readonly Position[];
  noun(group: Slug): Noun;
  explain(part: Rule): Explanation;
  words(part: Rule): string;
  /** Why a part cannot be used with this electorate, each with its cure in Dutch; empty when it can. */
  faults(part: Rule): string[];
}

export interface RuleKind<R extends Rule = Rule> {
  name: Slug;
  /** Whether one more body for can never turn a go into something else. Others must state their own law. */
  monotone: boolean;
  /** A few instances for the laws that run over every rule, on the group `bodies` of the given size (1 to 6). */
  samples(size: number): R[];
  /** The rule in one Dutch clause, as it is shown before anyone has decided. */
  words(rule: R, scope: Scope): string;
  /** What is wrong with the parameters for this electorate, each with its cure in Dutch; empty when nothing is. */
  faults(rule: R, scope: Scope): string[];
  explain(rule: R, scope: Scope): Explanation;
}

/** All rules by name, as found on disk. */
export type RuleCatalogue = ReadonlyMap<Slug, RuleKind>;

/** The rule kind as it is written, and as the catalogue holds it: the one place where its parameter type is let go. */
export function defineRule<R extends Rule>(kind: RuleKind<R>): RuleKind {
  return kind; // a rule is only ever looked up by its own name
}

/** The ground that a rule stands on: who is in which group, and where everyone stands. */
export interface Ground {
  positions(group: Slug): readonly Position[];
  noun(group: Slug): Noun;
}

/**
 * The scope in which the rules of one gate are evaluated.
 * @throws Error from `explain` and `words` for a rule that the catalogue does not have
 */
export function scopeOf(catalogue: RuleCatalogue, ground: Ground): Scope {
  const kindOf = (rule: Rule): RuleKind => {
    const kind = catalogue.get(rule.rule);
    if (!kind) throw new Error(`no rule is called "${rule.rule}"; there are: ${[...catalogue.keys()].join(', ')}`);
    return kind;
  };
  const scope: Scope = {
    ...ground,
    explain: (rule) => kindOf(rule).explain(rule, scope),
    words: (rule) => kindOf(rule).words(rule, scope),
    faults: (rule) =>
      catalogue.has(rule.rule)
        ? kindOf(rule).faults(rule, scope)
        : [`geen regel heet "${rule.rule}"; kies uit: ${[...catalogue.keys()].join(', ')}`],
  };
  return scope;
}
