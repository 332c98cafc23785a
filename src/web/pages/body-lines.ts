// Everyone who decides at a gate, each with the decision that counts and what is still missing.
import type { Missing } from '../../domain/refusal.js';
import type { DecisionView } from '../../domain/views/decision-view.js';
import type { GateView } from '../../domain/views/gate-view.js';
import type { BodyId, Slug } from '../../domain/vocabulary.js';
import { areCouncils, type Plan } from '../../domain/workflow/plan.js';
import { gatePage } from '../../wording/pages.js';

export interface BodyLine {
  body: BodyId;
  title: string;
  decision: DecisionView | null;
  missing: Missing | null;
}

export const titleOf = (plan: Plan, body: BodyId): string => plan.bodies.get(body)?.title ?? body;

/** What the chair does at a gate: conclude, or state what the councils decided. */
export const concludeLabel = (plan: Plan, gate: Slug): string =>
  areCouncils(plan, plan.gates.get(gate)?.electorate ?? []) ? gatePage.state : gatePage.conclude;

/** From so many bodies on, those that are missing come first. */
export const missingFirstFrom = 20;

/** Among many, those that are missing come first. */
export const missingFirst = <T>(lines: T[], isMissing: (line: T) => boolean): T[] =>
  lines.length <= missingFirstFrom ? lines : [...lines.filter(isMissing), ...lines.filter((line) => !isMissing(line))];

export function linesOf(gate: GateView, plan: Plan): BodyLine[] {
  const counting = new Map(
    gate.decisions.filter((d) => d.supersededBy === null && !d.flags.includes('withdrawn')).map((d) => [d.body, d]),
  );
  const missing = new Map(gate.missing.map((one) => [one.body, one]));
  const lines = gate.electorate.map((body) => ({
    body,
    title: titleOf(plan, body),
    decision: counting.get(body) ?? null,
    missing: missing.get(body) ?? null,
  }));
  return missingFirst(lines, (line) => line.missing !== null);
}
