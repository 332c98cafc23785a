// Everyone who decides at a gate, each with the decision that counts and what is still missing.
import type { Missing } from '../../domain/refusal.js';
import type { DecisionView } from '../../domain/views/decision-view.js';
import type { GateView } from '../../domain/views/gate-view.js';
import type { BodyId } from '../../domain/vocabulary.js';
import type { Plan } from '../../domain/workflow/plan.js';

export interface BodyLine {
  body: BodyId;
  title: string;
  decision: DecisionView | null;
  missing: Missing | null;
}

export const titleOf = (plan: Plan, body: BodyId): string => plan.bodies.get(body)?.title ?? body;

/** From so many bodies on, those that are missing come first. */
const missingFirstFrom = 20;

export function linesOf(gate: GateView, plan: Plan): BodyLine[] {
  const counting = new Map(gate.decisions.filter((d) => d.supersededBy === null).map((d) => [d.body, d]));
  const missing = new Map(gate.missing.map((one) => [one.body, one]));
  const lines = gate.electorate.map((body) => ({
    body,
    title: titleOf(plan, body),
    decision: counting.get(body) ?? null,
    missing: missing.get(body) ?? null,
  }));
  if (lines.length <= missingFirstFrom) return lines;
  return [...lines.filter((line) => line.missing), ...lines.filter((line) => !line.missing)];
}
