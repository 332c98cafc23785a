// A rule that took the place of another in a running dossier, as the record keeps it.
import type { Rule } from '../rule.js';
import type { Kept } from '../facts/fact.js';
import type { ruleAmendmentFacts } from '../facts/of-gates.js';
import type { BodyId, Day } from '../vocabulary.js';

export interface Amendment extends Kept<typeof ruleAmendmentFacts> {
  readonly on: Day;
  /** Its place in the record. */
  readonly sequence: number;
  readonly rule: Rule;
  /** The rule whose place it took, and who decide under the new one; null and nobody where the record holds only words. */
  readonly former: Rule | null;
  readonly electorate: readonly BodyId[];
  /** Both rules in the words that were shown then; null where those were erased. */
  readonly told: { readonly rule: string | null; readonly former: string | null };
  /** The round in which it was in force at once, as all agreed; null from the next submission. */
  readonly atOnce: { readonly round: number; readonly agreedBy: readonly BodyId[] } | null;
}
