// The scope over which the rule of a gate is evaluated: its groups, as far as they are in the electorate.
import { scopeOf, type Position, type RuleCatalogue, type Scope } from '../rule.js';
import type { BodyId, Slug } from '../vocabulary.js';
import type { Workflow } from './workflow.js';

export type Stance = Omit<Position, 'body'>;

export const silent: Stance = { side: 'silent', option: null, lapsed: false };

/** The scope of a rule over this electorate, when its bodies stand like this; silent when it is not said. */
export function scopeAt(
  { groups }: Pick<Workflow, 'groups'>,
  electorate: readonly BodyId[],
  rules: RuleCatalogue,
  stanceOf: (body: BodyId) => Stance = () => silent,
): Scope {
  const members = new Set(electorate);
  const groupOf = (group: Slug) => (Object.hasOwn(groups, group) ? groups[group] : undefined);
  return scopeOf(rules, {
    positions: (group): Position[] =>
      // A body that is named twice counts once.
      [...new Set(groupOf(group)?.bodies)]
        .filter((body) => members.has(body))
        .map((body) => ({ body, ...stanceOf(body) })),
    noun: (group) => groupOf(group)?.noun ?? { one: group, many: group },
  });
}
