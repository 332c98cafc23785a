// Amends the rule of a gate in a running dossier: in force from its next submission, and shown ever after.
import type { FieldError } from '../refusal.js';
import type { Rule } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import { reachFaults } from '../workflow/check-rules.js';
import { scopeAt } from '../workflow/scope.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { gateAt, mustRun, type AtGate } from './places.js';

export interface AmendRule {
  on: Day;
  reason: string;
  /** As the workflow file would hold it. */
  rule: Rule;
}

export const amendRule = defineCommand<{ gate: Slug }, AtGate, AmendRule>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'amend-rule', body: gate.ruledBy }],
  fields: (target, { on, rule }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...ruleFields(target, rule),
  ],
  ready: ({ dossier }) => mustRun(dossier),
  decide: ({ dossier, phase, gate }, { on, reason, rule }) => {
    follows('/on', on, dossier.amendments[phase.id]?.at(-1)?.on);
    const ruleText = scopeAt(dossier.plan.workflow, gate.electorate, dossier.plan.rules).words(rule);
    return [{ type: 'RuleAmended', on, facts: { gate: phase.id, rule, ruleText }, texts: { reason } }];
  },
});

function ruleFields({ dossier: { plan }, gate }: AtGate, rule: Rule): FieldError[] {
  const known = [...plan.rules.keys()];
  if (!plan.rules.has(rule.rule)) return [{ pointer: '/rule/rule', code: 'unknown-option', allowed: known }];
  const faults = reachFaults(plan.workflow, gate.electorate, plan.rules, rule);
  return faults.length === 0 ? [] : [{ pointer: '/rule', code: 'not-allowed-here', because: faults.join('; ') }];
}
