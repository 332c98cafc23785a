// What can be asked of a dossier, as it is sent. The domain says what each field means.
import type { AnswerCondition } from '../domain/commands/answer-condition.js';
import type { ConfirmDecision } from '../domain/commands/confirm-decision.js';
import type { On, OnReason, VisitBody } from '../domain/commands/phases.js';
import type { RecordDecision } from '../domain/commands/decision-fields.js';
import type { RuleGate } from '../domain/commands/rule-gate.js';
import type { StartDossier } from '../domain/commands/start-dossier.js';
import type { SubmitGate } from '../domain/commands/submit-gate.js';
import {
  conditionAnswers,
  conditionEffects,
  consentGrounds,
  decisionForms,
  decisionKinds,
  releaseScopes,
  rulings,
  tenors,
  type BodyId,
  type Day,
  type Id,
  type Slug,
} from '../domain/vocabulary.js';
import { partiesMax } from '../domain/workflow/open-parties.js';
import { optional, required } from './field.js';
import * as kinds from './kinds.js';

const { bodyId, bool, day, id, listOf, longText, meeting, objectOf, oneOf, recordOf, sha256, slug, title, url } = kinds;

export const conditionsMax = 50;
export const evidenceMax = 10;
export const remarksMax = 50;
export const findingsMax = 50;
export const dissentMax = 1000;
const questionsMax = 50;
const addedMax = 20;
const pointsMax = 50;
const variantsMax = 100;
const bodies = listOf(bodyId, dissentMax);
const versionsMax = 10_000;

export class StartDossierRequest implements StartDossier {
  @required(slug) workflow!: Slug;
  @optional(kinds.wholeNumber(1, 1_000_000)) version?: number;
  @required(title) title!: string;
  @required(day) startedOn!: Day;
  @optional(listOf(slug, partiesMax)) parties?: Slug[];
}

export class OnRequest implements On {
  @required(day) on!: Day;
}

export class OnReasonRequest implements OnReason {
  @required(day) on!: Day;
  @required(longText) reason!: string;
}

export class VisitBodyRequest implements VisitBody {
  @required(bodyId) body!: BodyId;
  @required(day) on!: Day;
  @optional(bool) skipped?: boolean;
  @optional(longText) reason?: string;
  @optional(recordOf(longText, findingsMax)) findings?: Record<Slug, string>;
}

export class SubmitGateRequest implements SubmitGate {
  @required(day) on!: Day;
  @optional(day) replyBy?: Day;
  @optional(objectOf({ title }, { url, sha256 })) proposal?: NonNullable<SubmitGate['proposal']>;
  @optional(slug) option?: Slug;
  @optional(listOf(objectOf({ title, bodies }, { url, sha256 }), variantsMax)) variants?: NonNullable<
    SubmitGate['variants']
  >;
  @optional(listOf(objectOf({ id: slug, text: longText }), addedMax)) questions?: NonNullable<SubmitGate['questions']>;
}

const decisionKind = oneOf(decisionKinds, 'not-offered-here');
const condition = objectOf({ text: longText, effect: oneOf(conditionEffects) }, { owner: title, dueOn: day });
const evidence = objectOf({ title, url });

const release = objectOf({ scope: oneOf(releaseScopes) }, { from: day, ground: title });
const lines = listOf(longText, pointsMax);

export class RecordDecisionRequest implements RecordDecision {
  @required(bodyId) body!: BodyId;
  @required(decisionKind) decision!: RecordDecision['decision'];
  @required(day) decidedOn!: Day;
  @optional(recordOf(decisionKind, questionsMax)) answers?: NonNullable<RecordDecision['answers']>;
  @optional(title) reference?: string;
  @optional(longText) reason?: string;
  @optional(listOf(longText, remarksMax)) remarks?: string[];
  @optional(listOf(condition, conditionsMax)) conditions?: NonNullable<RecordDecision['conditions']>;
  @optional(slug) option?: Slug;
  @optional(oneOf(consentGrounds)) ground?: NonNullable<RecordDecision['ground']>;
  @optional(objectOf({ gate: slug, body: bodyId })) subjectTo?: NonNullable<RecordDecision['subjectTo']>;
  @optional(day) nextDate?: Day;
  @optional(oneOf(decisionForms)) form?: NonNullable<RecordDecision['form']>;
  @optional(day) listAdoptedOn?: Day;
  @optional(day) publishedOn?: Day;
  @optional(url) publicationUrl?: string;
  @optional(longText) text?: string;
  @optional(bool) conform?: boolean;
  @optional(release) release?: NonNullable<RecordDecision['release']>;
  @optional(kinds.wholeNumber(1, versionsMax)) proposalVersion?: number;
  @optional(title) portfolioHolder?: string;
  @optional(bool) consentItem?: boolean;
  @optional(lines) amendments?: string[];
  @optional(lines) motions?: string[];
  @optional(lines) commitments?: string[];
  @optional(oneOf(tenors)) tenor?: NonNullable<RecordDecision['tenor']>;
  @optional(lines) points?: string[];
  @optional(title) signatory?: string;
  @optional(title) capacity?: string;
  @optional(day) authorisedOn?: Day;
  @optional(listOf(evidence, evidenceMax)) evidence?: NonNullable<RecordDecision['evidence']>;
  @optional(id) corrects?: Id;
  @optional(id) revises?: Id;
}

export class ConfirmDecisionRequest implements ConfirmDecision {
  @required(day) on!: Day;
  @required(bool) confirmed!: boolean;
  @optional(longText) reason?: string;
}

export class RuleGateRequest implements RuleGate {
  @required(oneOf(rulings)) ruling!: RuleGate['ruling'];
  @required(day) ruledOn!: Day;
  @optional(longText) reason?: string;
  @optional(meeting) meeting?: NonNullable<RuleGate['meeting']>;
  @optional(listOf(bodyId, dissentMax)) dissent?: BodyId[];
}

export class AnswerConditionRequest implements AnswerCondition {
  @required(oneOf(conditionAnswers)) answer!: AnswerCondition['answer'];
  @required(day) on!: Day;
  @optional(slug) phase?: Slug;
  @optional(longText) reason?: string;
}
