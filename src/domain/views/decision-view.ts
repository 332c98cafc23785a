// A decision, a condition and a ruling as they are shown.
import { isLapsed } from '../dossier/carried.js';
import {
  supersededBy,
  type Condition,
  type Decision,
  type Dossier,
  type Recorded,
  type Round,
  type Ruling,
} from '../dossier/state.js';
import type {
  BodyId,
  Confirmation,
  Day,
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

export interface DecisionView {
  id: Id;
  gate: Slug;
  round: number;
  body: BodyId;
  decision: DecisionKind;
  answers: Record<Slug, DecisionKind>;
  decidedOn: Day;
  reference: string | null;
  reason: string | null;
  remarks: string[];
  option: Slug | null;
  ground: string | null;
  nextDate: Day | null;
  form: string;
  listAdoptedOn: Day | null;
  publishedOn: Day | null;
  publicationUrl: string | null;
  text: string | null;
  conform: boolean | null;
  release: { scope: 'own' | 'region' | 'public'; from: Day | null; ground: string | null };
  subjectTo: { gate: Slug; body: BodyId } | null;
  evidence: { title: string; url: string }[];
  conditions: Id[];
  corrects: Id | null;
  revises: Id | null;
  supersededBy: Id | null;
  confirmation: Confirmation;
  flags: Slug[];
  recorded: RecordedView;
}

export interface ConditionView {
  id: Id;
  gate: Slug;
  decision: Id;
  body: BodyId;
  text: string;
  effect: 'suspensive' | 'elaboration';
  owner: string | null;
  dueOn: Day | null;
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

/** What stands where a text was erased, in the places that always have one. */
export const erased = '[verwijderd]';

export const recordedView = ({ sequence, recordedAt, by, hash }: Recorded, viewer: Viewer): RecordedView => ({
  sequence,
  recordedAt,
  recordedBy: { ...by, name: viewer.nameOf(by.id) },
  hash,
});

export function decisionView({ dossier, viewer }: Reading, gate: Slug, round: Round, decision: Decision): DecisionView {
  const council = dossier.plan.bodies.get(decision.body)?.kind === 'council';
  return {
    id: decision.id,
    gate,
    round: round.number,
    body: decision.body,
    decision: decision.kind,
    answers: decision.answers,
    decidedOn: decision.decidedOn,
    reference: decision.reference,
    reason: decision.reason,
    remarks: decision.remarks.map((text) => text ?? erased),
    option: decision.option,
    ground: null,
    nextDate: decision.nextDate,
    form: council ? 'council-decision' : 'college-decision',
    listAdoptedOn: null,
    publishedOn: null,
    publicationUrl: null,
    text: null,
    conform: null,
    release: { scope: 'region', from: null, ground: null },
    subjectTo: null,
    evidence: decision.evidence.map(({ title, url }) => ({ title: title ?? erased, url: url ?? '' })),
    conditions: [...decision.conditions],
    corrects: decision.corrects,
    revises: decision.revises,
    supersededBy: supersededBy(dossier, round, decision),
    confirmation: decision.confirmation,
    flags: flagsOf(round, decision),
    recorded: recordedView(decision.recorded, viewer),
  };
}

/** What is unusual about a decision, by its own date; it is recorded and counted all the same. */
function flagsOf(round: Round, decision: Decision): Slug[] {
  const against = decision.kind === 'disagree' || Object.values(decision.answers).includes('disagree');
  const flags: [Slug, boolean][] = [
    ['late', round.replyBy !== null && decision.decidedOn > round.replyBy],
    ['before-submission', decision.decidedOn < round.submittedOn],
    ['after-ruling', decision.afterRuling],
    ['no-reason', against && decision.reason === null],
  ];
  return flags.filter(([, applies]) => applies).map(([flag]) => flag);
}

export const conditionView = (dossier: Dossier, condition: Condition): ConditionView => ({
  id: condition.id,
  gate: condition.gate,
  decision: condition.decision,
  body: condition.body,
  text: condition.text ?? erased,
  effect: condition.effect,
  owner: condition.owner,
  dueOn: condition.dueOn,
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
