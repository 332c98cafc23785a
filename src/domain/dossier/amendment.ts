// A rule that took the place of another in a running dossier, as the record keeps it.
import type { Rule } from '../rule.js';
import type { BodyId, Day, MeetingForm } from '../vocabulary.js';
import type { EventOf } from './events.js';

export interface Amendment {
  readonly on: Day;
  readonly reason: string | null;
  readonly rule: Rule;
  readonly ruleText: string;
  /** The words of the rule whose place it took; null where the record does not say. */
  readonly formerText: string | null;
  readonly meeting: { readonly form: MeetingForm; readonly reference: string | null } | null;
  readonly notifiedOn: Day | null;
  /** The round in which it was in force at once, as all agreed; null from the next submission. */
  readonly atOnce: { readonly round: number; readonly agreedBy: readonly BodyId[] } | null;
}

export function amendmentFrom({ on, facts, texts }: EventOf<'RuleAmended'>): Amendment {
  const { rule, ruleText, formerText = null, meeting, notifiedOn = null, atOnce = null } = facts;
  const met = meeting ? { form: meeting.form, reference: texts['meeting/reference'] ?? null } : null;
  return { on, reason: texts.reason ?? null, rule, ruleText, formerText, meeting: met, notifiedOn, atOnce };
}
