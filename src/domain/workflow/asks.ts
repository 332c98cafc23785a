// What a gate asks of those who decide there, by the rule that it is held to and by what they may answer.
import type { Rule, RuleCatalogue } from '../rule.js';
import { isAssumed } from '../rules/assumed.js';
import { kindOfDecision, type Asks, type Slug } from '../vocabulary.js';
import type { Gate } from './workflow.js';

/** Something else than agreement only where every answer that counts for is one to that. */
export function asksOf({ kinds }: Pick<Gate, 'kinds'>, rule: Rule, rules: RuleCatalogue): Asks {
  const held = isAssumed(rule) ? rule.inner : rule;
  if (rules.get(held.rule)?.advisory) return 'response';
  const supporting = kinds.map(kindOfDecision).filter(({ side }) => side === 'for');
  const [asked = 'agreement', ...others] = new Set(supporting.map(({ asks = 'agreement' }) => asks));
  return others.length === 0 ? asked : 'agreement';
}

/** Whether nobody concludes there: the decision itself is its end. */
export const isByItself = ({ concludes }: { readonly concludes?: string }): boolean => concludes === 'by-itself';

/** What a change after its conclusion does: what nobody concluded opens by itself too. */
export const opensAgain = (gate: Pick<Gate, 'concludes' | 'afterRuling'>): boolean =>
  gate.afterRuling === 'reopen' || isByItself(gate);

/** As much of a plan as this looks at. */
interface GatesOfPlan {
  readonly gates: ReadonlyMap<Slug, Gate>;
  readonly rules: RuleCatalogue;
}

/** The same of a gate of a plan, by the rule of the plan or by another. */
export function askedAt({ gates, rules }: GatesOfPlan, id: Slug, rule?: Rule): Asks {
  const gate = gates.get(id);
  return gate ? asksOf(gate, rule ?? gate.rule, rules) : 'agreement';
}
