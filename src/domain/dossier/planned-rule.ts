// The rule by which a gate is put: that of the plan, or the one that took its place; with the weights of parties that
// went on as one since it was said.
import type { Rule } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import { mergedRule, mergersAmong } from '../workflow/successors.js';
import type { Dossier } from './state.js';

/**
 * @param day on which it is put; left out for what is known now
 * @throws Error when the gate is not part of the dossier's plan
 */
export function plannedRule({ id, plan, amendments, mergers }: Dossier, gate: Slug, day?: Day): Rule {
  const amended = amendments[gate]?.findLast(({ on }) => day === undefined || on <= day);
  const planned = plan.gates.get(gate);
  if (!planned) throw new Error(`dossier ${id} has no gate ${gate}`);
  if (!amended) return planned.rule;
  const bodies = [...plan.bodies.keys()];
  const since = mergers.filter(({ sequence }) => sequence > amended.sequence);
  return since.reduce((rule, merger) => mergedRule(rule, mergersAmong(merger, bodies)), amended.rule);
}
