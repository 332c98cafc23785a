// A decision, a condition and a ruling as they are shown.
import { isLapsed } from '../dossier/carried.js';
import { flagsOf } from '../dossier/flags.js';
import { supersededBy, versionOf } from '../dossier/taken.js';
import {
  type Condition,
  type Decision,
  type Dossier,
  type Recorded,
  type Release,
  type Round,
  type Ruling,
} from '../dossier/state.js';
import type {
  BodyId,
  Confirmation,
  ConsentGround,
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
  Tenor,
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

export interface DecisionView extends CouncilView, SignatureView {
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
  /** The answer to each remark; null while there is none. */
  remarkAnswers: (string | null)[];
  option: Slug | null;
  ground: ConsentGround | null;
  nextDate: Day | null;
  form: DecisionForm;
  /** The version of the proposal that it was taken on. */
  proposalVersion: number;
  portfolioHolder: string | null;
  listAdoptedOn: Day | null;
  publishedOn: Day | null;
  publicationUrl: string | null;
  text: string | null;
  conform: boolean | null;
  release: Release;
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

/** What only councils do. */
export interface CouncilView {
  consentItem: boolean | null;
  amendments: string[];
  motions: string[];
  commitments: string[];
  tenor: Tenor | null;
  points: { text: string; answer: string | null }[];
}

export interface SignatureView {
  signatory: string | null;
  capacity: string | null;
  authorisedOn: Day | null;
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
  recordedBy: { id: by.id, role: by.role, body: by.body, name: viewer.nameOf(by.id) },
  hash,
});

export function decisionView(reading: Reading, gate: Slug, round: Round, decision: Decision): DecisionView {
  const { dossier, viewer } = reading;
  const { kind } = dossier.plan.bodies.get(decision.body) ?? {};
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
    remarks: shown(decision.remarks),
    remarkAnswers: [...decision.remarkAnswers],
    option: decision.option,
    ground: decision.ground,
    nextDate: decision.nextDate,
    form: decision.form ?? (kind === 'council' ? 'council-decision' : 'college-decision'),
    proposalVersion: versionOf(round, decision),
    portfolioHolder: decision.portfolioHolder,
    listAdoptedOn: decision.listAdoptedOn,
    publishedOn: decision.publishedOn,
    publicationUrl: decision.publicationUrl,
    text: decision.text,
    conform: decision.conform,
    release: decision.release,
    subjectTo: decision.subjectTo,
    consentItem: decision.consentItem,
    tenor: decision.tenor,
    amendments: shown(decision.amendments),
    motions: shown(decision.motions),
    commitments: shown(decision.commitments),
    points: decision.points.map(({ text, answer }) => ({ text: text ?? erased, answer })),
    signatory: decision.signatory,
    capacity: decision.capacity,
    authorisedOn: decision.authorisedOn,
    evidence: decision.evidence.map(({ title, url }) => ({ title: title ?? erased, url: url ?? '' })),
    conditions: [...decision.conditions],
    corrects: decision.corrects,
    revises: decision.revises,
    supersededBy: supersededBy(dossier, round, decision),
    confirmation: decision.confirmation,
    flags: flagsOf(reading, round, decision),
    recorded: recordedView(decision.recorded, viewer),
  };
}

const shown = (texts: readonly (string | null)[]): string[] => texts.map((text) => text ?? erased);

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
