// Amends the rule of a gate in a running dossier: in force from its next submission, and shown ever after.
import { electorateAt } from '../dossier/electorate.js';
import type { FieldError } from '../refusal.js';
import type { Rule } from '../rule.js';
import type { Day, Slug } from '../vocabulary.js';
import { everyRule, reachFaults } from '../workflow/check-rules.js';
import { isAssumed } from '../rules/assumed.js';
import { isChoice } from '../rules/chosen-option.js';
import { scopeAt } from '../workflow/scope.js';
import { polled } from '../workflow/define.js';
import { type Gate } from '../workflow/workflow.js';
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
  decide: ({ dossier, phase, gate }, { on, reason, rule: asked }) => {
    const rule = ruleFor(gate, asked);
    follows('/on', on, dossier.amendments[phase.id]?.at(-1)?.on);
    const ruleText = scopeAt(dossier.plan.workflow, electorateAt(dossier, phase.id), dossier.plan.rules).words(rule);
    return [{ type: 'RuleAmended', on, facts: { gate: phase.id, rule, ruleText }, texts: { reason } }];
  },
});

/** On a poll a rule is about the options, whether it says so or not. */
const ruleFor = (gate: Gate, rule: Rule): Rule => {
  const inner = isAssumed(rule) ? rule.inner : rule;
  return gate.poll && inner.rule !== 'chosen-option' ? polled(rule, gate.options) : rule;
};

function ruleFields({ dossier, phase, gate }: AtGate, rule: Rule): FieldError[] {
  const { plan } = dossier;
  const known = [...plan.rules.keys()];
  if (!plan.rules.has(rule.rule)) return [{ pointer: '/rule/rule', code: 'unknown-option', allowed: known }];
  const options = gate.poll ? gate.options.map(({ id }) => id) : [];
  const reach = reachFaults(plan.workflow, electorateAt(dossier, phase.id), plan.rules, ruleFor(gate, rule), options);
  const faults = reach.length > 0 ? reach : choiceFaults(gate, rule);
  const because = `kan hier niet: ${faults.join('; ')}`;
  return faults.length === 0 ? [] : [{ pointer: '/rule', code: 'not-allowed-here', because }];
}

/** A choice is between the possibilities of the gate, under their own titles: nobody can choose another one. */
function choiceFaults({ options }: Gate, rule: Rule): string[] {
  const named = (list: readonly { id: Slug; title: string }[]) => list.map(({ id, title }) => `${id} ${title}`).sort();
  const own = named(options).join('\n');
  const differs = everyRule(rule).some((one) => isChoice(one) && named(one.options).join('\n') !== own);
  const among = options.map(({ id, title }) => `${id} (${title})`).join(', ');
  return differs ? [`noem precies de mogelijkheden van dit go/no-go-moment: ${among}`] : [];
}
