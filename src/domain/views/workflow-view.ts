// A workflow as it is shown, before any dossier of it.
import type { Window } from '../calendar.js';
import type { Rule, Scope } from '../rule.js';
import type { Asks, BodyId, BodyKind, Day, Slug } from '../vocabulary.js';
import { asksOf } from '../workflow/asks.js';
import type { Check } from '../workflow/check.js';
import { inventParties } from '../workflow/with-parties.js';
import type { OpenParties } from '../workflow/open-parties.js';
import { planWith, type Plan } from '../workflow/plan.js';
import { scopeAt } from '../workflow/scope.js';
import { gateTerms as gateTable, phaseTerms, termsShown, type TermsShown } from '../workflow/terms.js';
import type { Branch, Gate, Workflow } from '../workflow/workflow.js';
import { recurrenceView, type RecurrenceView } from './meeting-view.js';

export interface WorkflowSummaryView {
  id: Slug;
  version: number;
  title: string;
  source: string;
  notBefore: Day | null;
}

/** Who takes part. */
export interface PartiesView {
  parties: { id: Slug; title: string; code: string | null }[];
  bodies: { id: BodyId; title: string; party: Slug; kind: BodyKind; foundedBy: Slug | null }[];
}

export interface WorkflowFigures extends WorkflowSummaryView, PartiesView {
  versions: number[];
  /** Which of the parties only stand in for those that are named at the start; null where the plan names its own. */
  partiesOpen: OpenParties | null;
  phases: (TermsShown<typeof phaseTerms> & {
    id: Slug;
    number: string;
    title: string;
    planned: Window;
    gate: Slug | null;
    visits: BodyId[];
    /** Only for those who chose this option when that gate split; null for a phase that all go through. */
    branch: Branch | null;
    recurs: RecurrenceView | null;
  })[];
  gates: (GateTerms & { id: Slug; title: string; phase: Slug })[];
  /** Facts outside the process that its phases wait for. */
  outside: { id: Slug; title: string; source: string }[];
  checks: Check[];
}

/** A rule as it is shown. */
export interface RuleShown {
  rule: Rule;
  /** Over whom it is. */
  over: Scope;
  /** The words that were recorded when it was submitted or amended; null where they no longer fit. */
  told: string | null;
  /** Of a plan that leaves its parties open: the fewest that can be named, over whom it is. */
  parties?: number;
}

export interface GateTerms extends TermsShown<typeof gateTable> {
  questions: { id: Slug; text: string }[];
  verb: string;
  /** `consequence`: what follows from it, in a clause. */
  options: { id: Slug; title: string; consequence: string | null }[];
  poll: boolean;
  electorate: BodyId[];
  ruledBy: BodyId;
  rule: RuleShown;
  asks: Asks;
}

export const workflowSummaryView = ({ workflow }: Plan): WorkflowSummaryView => ({
  id: workflow.id,
  version: workflow.version,
  title: workflow.title,
  source: workflow.source,
  notBefore: workflow.notBefore,
});

export function workflowFigures(plan: Plan, versions: number[]): WorkflowFigures {
  const { phases, groups, open = null } = plan.workflow;
  return {
    ...workflowSummaryView(plan),
    versions,
    ...partiesView(plan),
    partiesOpen: open,
    phases: phases.map((phase) => {
      const { id, number, title, planned, visits } = phase;
      const shown = { id, number, title, ...termsShown(phaseTerms, phase), planned, visits };
      return { ...shown, gate: phase.gate ? id : null, branch: phase.branch ?? null, recurs: recurrenceView(phase) };
    }),
    gates: [...plan.gates].map(([id, gate]) => {
      const terms = gateTerms(plan, { gate, groups });
      const rule = open ? ruleOverFew(plan, id, open, terms.rule) : terms.rule;
      return { id, title: gate.title, phase: id, ...terms, rule };
    }),
    outside: Object.entries(plan.workflow.outside ?? {}).map(([id, fact]) => ({ id, ...fact })),
    checks: [...plan.checks],
  };
}

/** A stand-in does not say how many must agree, so the rule is worded over the fewest parties that can be named. */
function ruleOverFew(plan: Plan, gate: Slug, { least }: OpenParties, rule: RuleShown): RuleShown {
  const few = planWith(plan, inventParties(plan.workflow, least));
  const over = few.gates.get(gate);
  if (!over) return rule;
  return { ...gateTerms(few, { gate: over, groups: few.workflow.groups }).rule, parties: least };
}

export const partiesView = ({ workflow, bodies }: Plan): PartiesView => ({
  parties: workflow.parties.map(({ id, title, code }) => ({ id, title, code })),
  bodies: [...bodies.values()].map(({ foundedBy = null, ...body }) => ({ ...body, foundedBy })),
});

/** The terms of a gate; once it is put, those of the submission stand instead. */
export function gateTerms(
  plan: Plan,
  { gate, groups }: { gate: Gate } & Pick<Workflow, 'groups'>,
  electorate: readonly BodyId[] = gate.electorate,
): GateTerms {
  const { questions, verb, options, ruledBy, rule } = gate;
  return {
    questions,
    verb,
    options: options.map(({ id, title, consequence = null }) => ({ id, title, consequence })),
    poll: gate.poll ?? false,
    electorate: [...new Set(electorate)],
    ruledBy,
    rule: { rule, over: scopeAt({ groups }, electorate, plan.rules), told: null },
    asks: asksOf(gate, rule, plan.rules),
    ...termsShown(gateTable, gate),
  };
}
