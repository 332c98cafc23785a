// An amendment of the rule of a gate as it is shown.
import type { Amendment } from '../dossier/amendment.js';
import type { BodyId, Day, MeetingForm, Slug } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import { scopeAt } from '../workflow/scope.js';
import type { RuleShown } from './workflow-view.js';

export interface AmendmentFigures {
  on: Day;
  reason: string | null;
  rule: RuleShown;
  /** The rule whose place it took; null where the record does not say. */
  former: RuleShown | null;
  /** From the day itself, as all agreed, or from the submission after it. */
  inForce: 'now' | 'next-submission';
  agreedBy: BodyId[];
  meeting: { form: MeetingForm; reference: string | null } | null;
  notifiedOn: Day | null;
  /** `not-notified`: not every body was told by the day that is asked about. */
  flags: Slug[];
}

export function amendmentFigures(plan: Plan, { atOnce, ...amendment }: Amendment, day: Day): AmendmentFigures {
  const { on, reason, rule, former, electorate, told, meeting } = amendment;
  const notifiedOn = amendment.notifiedOn !== null && amendment.notifiedOn <= day ? amendment.notifiedOn : null;
  const over = scopeAt(plan.workflow, electorate, plan.rules);
  return {
    on,
    reason,
    rule: { rule, over, told: told.rule },
    former: former || told.former !== null ? { rule: former ?? rule, over, told: told.former } : null,
    meeting,
    notifiedOn,
    inForce: atOnce ? 'now' : 'next-submission',
    agreedBy: [...(atOnce?.agreedBy ?? [])],
    flags: notifiedOn === null ? ['not-notified'] : [],
  };
}
