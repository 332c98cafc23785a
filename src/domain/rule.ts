// What a rule is: a pure function of the positions of the bodies, with its own explanation.
// One file in rules/ is one rule; nothing here knows which rules there are.
import type { ParameterKind, RuleFault } from './rule-faults.js';
import { isRule, spellingFaults } from './rule-shape.js';
import type { BodyId, Outcome, Side, Slug } from './vocabulary.js';

/** A rule as a workflow file or an event holds it: its name and its parameters, plain data. */
export interface Rule {
  readonly rule: Slug;
}

/** A rule and all rules in it, as composites hold their parts: one, a list, or each under a name. */
export function everyRule(rule: Rule): Rule[] {
  const held = Object.values(rule).flatMap((value: unknown) => (isRule(value) ? value : within(value).filter(isRule)));
  return [rule, ...held.flatMap(everyRule)];
}

/** The rule with each rule in it as `change` makes it, the parts before what they are parts of. */
export function withEveryRule(rule: Rule, change: (one: Rule) => Rule): Rule {
  const inside = (value: unknown): unknown => {
    if (isRule(value)) return withEveryRule(value, change);
    if (Array.isArray(value)) return value.map(inside);
    if (!within(value).some(isRule)) return value;
    return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, inside(one)]));
  };
  const parts = Object.entries(rule).map(([name, value]: [string, unknown]) => [name, inside(value)]);
  return change(Object.fromEntries(parts) as Rule); // by the same names
}

const within = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []);

/** How one body stands at one gate. */
export interface Position {
  readonly body: BodyId;
  readonly side: Side;
  /** What it chose, where there is something to choose. */
  readonly option: Slug | null;
  /** Whether its term is over; it may still decide. */
  readonly lapsed: boolean;
  /** Its side on each question; empty or left out where it said nothing about them apart. */
  readonly answers?: Readonly<Record<Slug, Side>>;
}

export const isUnspoken = ({ side }: Pick<Position, 'side'>): boolean => side === 'undecided' || side === 'silent';

/** What a node comes to. */
export interface Verdict {
  outcome: Outcome;
  /** Nothing that is undecided or silent can change the outcome any more. */
  certain: boolean;
}

/** What one node of a rule comes to, and why: outcome and reasons from the same evaluation. */
export interface Explanation extends Verdict {
  rule: Slug;
  /** What the clause about this node says, as the kind of rule counts it: whole numbers, codes and data of the rule. */
  figures: object;
  /** The clause that was shown when the gate was concluded; the record says it in place of the figures. */
  told?: string;
  /** The bodies that make it so: with everyone else undecided the outcome is the same. */
  because: BodyId[];
  /** The bodies whose single removal would change the outcome or its certainty. */
  decisive: BodyId[];
  /** Every body that can still change the outcome. */
  canChange: BodyId[];
  parts: Explanation[];
}

/** What a node would come to if any one of these bodies were undecided. A body that makes no difference is in no list. */
export interface Without extends Verdict {
  bodies: readonly BodyId[];
}

/** An explanation in the making. It knows what would become of it without each decisive body, for the node above it. */
export interface Finding<Figures extends object = object> extends Verdict {
  rule: Slug;
  figures: Figures;
  because: readonly BodyId[];
  without: readonly Without[];
  canChange: readonly BodyId[];
  parts: readonly Finding[];
}

export const explained = (finding: Finding): Explanation => ({
  rule: finding.rule,
  outcome: finding.outcome,
  certain: finding.certain,
  figures: finding.figures,
  because: [...finding.because],
  decisive: ([] as BodyId[]).concat(...finding.without.map(({ bodies }) => bodies)),
  canChange: [...finding.canChange],
  parts: finding.parts.map(explained),
});

/** How a group of bodies is called in a sentence, as its plan says. */
export interface Noun {
  one: string;
  many: string;
}

/** The ground that a rule stands on: who is in which group, and where everyone stands. */
export interface Ground {
  /** Groups are named in the workflow: `colleges`, `councils`. */
  positions(group: Slug): readonly Position[];
  noun(group: Slug): Noun;
}

/** What a rule may look at, and what it may ask of its parts. */
export interface Scope extends Ground {
  explain(part: Rule): Finding;
  /** Why a part cannot be used with this electorate; empty when it can. */
  faults(part: Rule): RuleFault[];
  kindOf(part: Rule): RuleKind;
  /** The same with other positions in its groups. */
  over(change: (positions: readonly Position[]) => readonly Position[]): Scope;
}

export interface RuleKind<R extends Rule = Rule, Figures extends object = object> {
  name: Slug;
  /** Its parameters, as a workflow file or a request spells them. */
  takes: Readonly<Record<string, ParameterKind>>;
  /** Those of them that may be left out. */
  may?: Readonly<Record<string, ParameterKind>>;
  /** Whether one more body for can never turn a go into something less. Others state their own law in `keepsGo`. */
  monotone: boolean;
  /** Whether it only asks for answers: it waits, and never comes to a no-go. */
  advisory?: boolean;
  /** Other positions of one body that never turn a go into a no-go; for monotone rules: being for. */
  keepsGo?(rule: R, position: Position, scope: Scope): Position[];
  /** A few instances for the laws that run over every rule, on the groups `bodies` of that size (1 to 6) and `some`, its first half. */
  samples(size: number): R[];
  /** What is wrong with the parameters for this electorate; empty when nothing is. */
  faults(rule: R, scope: Scope): RuleFault[];
  explain(rule: R, scope: Scope): Finding<Figures>;
}

/** All rules by name, as found on disk. */
export type RuleCatalogue = ReadonlyMap<Slug, RuleKind>;

/** The rule kind as it is written, and as the catalogue holds it: the one place where its parameter type is let go. */
export function defineRule<R extends Rule, Figures extends object>(kind: RuleKind<R, Figures>): RuleKind {
  return kind; // a rule is only ever looked up by its own name
}

/**
 * The scope in which the rules of one gate are evaluated.
 * @throws Error from `explain` and `kindOf` for a rule that the catalogue does not have
 */
export function scopeOf(catalogue: RuleCatalogue, ground: Ground): Scope {
  const kindOf = (rule: Rule): RuleKind => {
    const kind = catalogue.get(rule.rule);
    if (!kind) throw new Error(`no rule is called "${rule.rule}"; there are: ${[...catalogue.keys()].join(', ')}`);
    return kind;
  };
  const scope: Scope = {
    ...ground,
    kindOf,
    explain: (rule) => kindOf(rule).explain(rule, scope),
    faults: (rule) => {
      const kind = catalogue.get(rule.rule);
      if (!kind) return [{ code: 'unknown-rule', rule: rule.rule, known: [...catalogue.keys()] }];
      const misspelled = spellingFaults(kind, rule);
      return misspelled.length > 0 ? misspelled : kind.faults(rule, scope);
    },
    over: (change) => scopeOf(catalogue, { ...ground, positions: (group) => change(ground.positions(group)) }),
  };
  return scope;
}
