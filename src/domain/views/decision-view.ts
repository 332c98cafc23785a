// A decision, a condition and a ruling as they are shown.
import { isLapsed } from '../dossier/carried.js';
import { flagsOf } from '../dossier/flags.js';
import { supersededBy, versionOf } from '../dossier/decision-order.js';
import {
  type Condition,
  type Decision,
  type Dossier,
  type Recorded,
  type Release,
  type Round,
  type Ruling,
} from '../dossier/state.js';
import { closureFacts, conditionFacts, decisionFacts } from '../facts/of-decisions.js';
import { shown, type Shown } from '../facts/shown.js';
import type {
  BodyId,
  Confirmation,
  Day,
  DecisionForm,
  DecisionKind,
  Hex,
  Id,
  Instant,
  Outcome,
  Role,
  RulingKind,
  Slug,
} from '../vocabulary.js';
import type { Reading, Viewer } from './viewer.js';

export interface PersonRef {
  id: Id;
  role: Role;
  body: BodyId | null;
  name: string | null;
}

export interface RecordedView {
  sequence: number;
  recordedAt: Instant;
  recordedBy: PersonRef;
  hash: Hex;
}

/** What was said, with what came of it beside. */
export interface DecisionView extends Omit<
  Shown<typeof decisionFacts>,
  'form' | 'proposalVersion' | 'points' | 'release' | 'conditions'
> {
  id: Id;
  gate: Slug;
  round: number;
  body: BodyId;
  decision: DecisionKind;
  answers: Record<Slug, DecisionKind>;
  decidedOn: Day;
  /** The answer to each remark; null while there is none. */
  remarkAnswers: (string | null)[];
  form: DecisionForm;
  /** The version of the proposal that it was taken on. */
  proposalVersion: number;
  /** The points of a zienswijze, each with its answer in the response note. */
  points: { text: string; answer: string | null }[];
  release: Release;
  conditions: Id[];
  corrects: Id | null;
  revises: Id | null;
  supersededBy: Id | null;
  confirmation: Confirmation;
  flags: Slug[];
  recorded: RecordedView;
}

export interface ConditionView extends Shown<typeof conditionFacts> {
  id: Id;
  gate: Slug;
  decision: Id;
  body: BodyId;
  status: Condition['status'] | 'lapsed';
  carriedTo: Slug | null;
  reason: string | null;
  answeredOn: Day | null;
}

export interface RulingView {
  id: Id;
  round: number;
  ruling: RulingKind;
  outcome: Outcome;
  ruledOn: Day;
  reason: string | null;
  meeting: { form: string; reference: string | null } | null;
  dissent: BodyId[];
  recorded: RecordedView;
}

export const recordedView = ({ sequence, recordedAt, by, hash }: Recorded, viewer: Viewer): RecordedView => ({
  sequence,
  recordedAt,
  recordedBy: { id: by.id, role: by.role, body: by.body, name: viewer.nameOf(by.id) },
  hash,
});

export function decisionView(reading: Reading, gate: Slug, round: Round, decision: Decision): DecisionView {
  const { dossier, viewer } = reading;
  const { kind } = dossier.plan.bodies.get(decision.body) ?? {};
  const said = shown(decisionFacts, { ...decision, conditions: [] });
  return {
    id: decision.id,
    gate,
    round: round.number,
    body: decision.body,
    decision: decision.kind,
    answers: decision.answers,
    decidedOn: decision.decidedOn,
    remarkAnswers: [...decision.remarkAnswers],
    corrects: decision.corrects,
    revises: decision.revises,
    supersededBy: supersededBy(dossier, round, decision),
    confirmation: decision.confirmation,
    flags: flagsOf(reading, round, decision),
    recorded: recordedView(decision.recorded, viewer),
    // Last, and in one: V8 takes forty times as long for names that follow so large a spread.
    ...{
      ...said,
      form: decision.form ?? (kind === 'council' ? 'council-decision' : 'college-decision'),
      proposalVersion: versionOf(round, decision),
      release: shown(closureFacts, decision.release),
      points: said.points.map((text, i) => ({ text, answer: decision.pointAnswers[i] ?? null })),
      conditions: [...decision.conditions],
    },
  };
}

export const conditionView = (dossier: Dossier, condition: Condition): ConditionView => ({
  ...shown(conditionFacts, condition),
  id: condition.id,
  gate: condition.gate,
  decision: condition.decision,
  body: condition.body,
  status: isLapsed(dossier, condition) ? 'lapsed' : condition.status,
  carriedTo: condition.carriedTo,
  reason: condition.reason,
  answeredOn: condition.answeredOn,
});

export const rulingView = (ruling: Ruling, viewer: Viewer): RulingView => ({
  ...ruling,
  dissent: [...ruling.dissent],
  recorded: recordedView(ruling.recorded, viewer),
});
