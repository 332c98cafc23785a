// Why a field cannot be as it was sent, where the code of its error alone does not say it: a code with its facts. What to
// do about it is said in src/wording/refusals/reasons.ts.
import type { PlanFault } from './plan-faults.js';
import type { Coded, RuleFault } from './rule-faults.js';
import type { BodyId, Day, ReleaseScope, RulingKind, Slug } from './vocabulary.js';

export interface ReasonFacts {
  /** Where an address on the web is asked. */
  'no-address': object;
  /** Where a link may stand in the place of a paper. */
  'neither-link-nor-paper': object;
  // why an upload is not taken
  'paper-empty': object;
  'paper-too-large': object;
  'paper-together-too-large': object;
  'paper-of-other-kind': object;
  'paper-named-otherwise': object;
  'paper-encrypted': object;
  'paper-erased': object;
  'paper-name-too-long': object;
  'paper-name-odd': object;
  'paper-broken-off': object;
  'paper-not-kept': object;
  'paper-not-now': object;
  'paper-not-yours': object;
  // a rule, and who decide by it
  'rule-does-not-fit': { faults: readonly RuleFault[] };
  /** It did when it was planned or amended; who decide now are others. */
  'rule-outgrown': { faults: readonly RuleFault[] };
  /** `gate` is a title. */
  'branch-rule-does-not-fit': { gate: string; faults: readonly RuleFault[] };
  'many-rules': { max: number };
  'not-all-agreed': { lacking: readonly BodyId[] };
  'nothing-to-tell': object;
  /** The plan asks none here. */
  'no-papers-asked': object;
  'no-criteria': object;
  'paper-twice': object;
  'no-own-terms': object;
  'no-term-runs': object;
  'nothing-changes': object;
  'nobody-left': object;
  'twice-or-idle': object;
  'does-not-count': object;
  'no-ground-of-change': object;
  'not-told-of-change': object;
  'has-decided': { body: BodyId };
  'keeps-to-itself': { body: BodyId };
  // a decision
  'version-not-yet': { decidedOn: Day };
  'version-of-the-day': object;
  'no-such-answer': object;
  'other-text': { bodies: readonly BodyId[] };
  'not-awaited': { bodies: readonly BodyId[] };
  'day-with-own': object;
  // a mandate
  /** The last day for which it was given. */
  'mandate-ends': { on: Day };
  'no-ground-of-closure': object;
  'narrower-release': object;
  'no-wider-release': { allowed: readonly ReleaseScope[] };
  'known-to-all': object;
  'other-word': object;
  // phases, meetings and facts from outside
  'ends-at-gate': object;
  'has-no-gate': object;
  'past-planned-end': { until: Day };
  'nothing-recurs': object;
  'nothing-published': object;
  'after-the-phase': { passedOn: Day };
  'day-of-other-meeting': { expectedOn: Day };
  'day-of-a-meeting': object;
  'no-outside-facts': object;
  /** `phase` is the title of the phase that went on by the fact. */
  'after-its-use': { used: Day; phase: string };
  // parts and variants
  'no-split': object;
  'by-itself': object;
  'few-parts': object;
  'part-twice': object;
  'in-two-parts': object;
  'in-two-variants': object;
  'parts-lack': { bodies: readonly BodyId[] };
  'chose-otherwise': { option: Slug | null | undefined };
  'more-votes-than-seats': { group: string; votes: number; seats: number };
  // parties and plans
  'names-its-own-parties': object;
  'parties-are-open': { least: number };
  'few-parties': { count: number; least: number };
  'not-in-register': object;
  'party-twice': object;
  'parties-do-not-fit': { faults: readonly PlanFault[] };
  'no-party': object;
  'is-no-more': { on: Day };
  /** What the register says became of it; left out, it goes on. */
  'merged-otherwise': { on: Day | null; successors: readonly Slug[] };
  'other-day-of-merger': { on: Day; other: Day };
  'merges-too': { parties: readonly Slug[] };
  'takes-part-already': object;
  'merges-nothing': object;
  'same-plan': object;
  'parties-not-named': object;
  'asks-more-parties': { least: number };
  'no-phase-of-now': { phases: readonly Slug[] };
  // people and their roles
  /** The role that is there already; `until` is null while it does not end. */
  'role-overlaps': { from: Day; until: Day | null };
  /** The day on which it ends now. */
  'only-shortens': { until: Day };
  'address-taken': object;
  /** Whose it is. */
  'address-of': { name: string };
  'own-role': object;
  'names-nothing': object;
  // why a sheet cannot be read
  'sheet-empty': object;
  'sheet-headings-only': object;
  'sheet-undecided': object;
  'sheet-large': object;
  'sheet-long': { max: number };
  'sheet-many-rows': { max: number };
  'sheet-wide': { max: number };
  'sheet-cell-long': { max: number };
  'sheet-protected': object;
  'sheet-older-kind': object;
  'sheet-other-kind': object;
  'sheet-broken': object;
  /** The row in which a quote begins that is not closed. */
  'sheet-quote': { row: number };
  // what a migration would lose; gates, phases, regions and bodies by their titles
  'ruling-lost': { gate: string; round: number; ruling: RulingKind | 'split'; on: Day };
  /** `place` has no room for it; left out, there is no place at all. */
  'record-lost': { phase: string; place?: string };
  'body-lost': { titles: readonly string[] };
  'phase-taken': { phase: string };
  'status-impossible': { phase: string; place: string };
  'other-region': { region: string; other: string };
}

export type Reason = Coded<ReasonFacts>;
