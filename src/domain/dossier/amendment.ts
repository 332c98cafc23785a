// A rule that took the place of another in a running dossier, as the record keeps it.
import type { Rule } from '../rule.js';
import type { BodyId, Day, MeetingForm } from '../vocabulary.js';
import type { EventOf } from './events.js';

export interface Amendment {
  readonly on: Day;
  readonly reason: string | null;
  readonly rule: Rule;
  /** The rule whose place it took, and who decide under the new one; null and nobody where the record holds only words. */
  readonly former: Rule | null;
  readonly electorate: readonly BodyId[];
  /** Both rules in the words that were shown then; null where those were erased. */
  readonly told: { readonly rule: string | null; readonly former: string | null };
  readonly meeting: { readonly form: MeetingForm; readonly reference: string | null } | null;
  readonly notifiedOn: Day | null;
  /** The round in which it was in force at once, as all agreed; null from the next submission. */
  readonly atOnce: { readonly round: number; readonly agreedBy: readonly BodyId[] } | null;
}

export function amendmentFrom({ on, facts, texts }: EventOf<'RuleAmended'>): Amendment {
  const { rule, former = null, electorate = [], meeting, notifiedOn = null, atOnce = null } = facts;
  const { ruleText = texts['said/rule'] ?? null, formerText = texts['said/former'] ?? null } = facts; // format 1 hashed them
  const told = { rule: ruleText, former: formerText };
  const met = meeting ? { form: meeting.form, reference: texts['meeting/reference'] ?? null } : null;
  return { on, reason: texts.reason ?? null, rule, former, electorate, told, meeting: met, notifiedOn, atOnce };
}
