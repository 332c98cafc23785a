// A decision, a condition and a ruling as they are shown.
import { evidenceView, type EvidenceView } from '../facts/of-evidence.js';
import { isLapsed } from '../stand/carried.js';
import { statusOn, type ConditionStatus } from '../stand/conditions.js';
import { imposedOn, liftOf, mayLift } from '../stand/secrecy.js';
import { flagsOf } from '../stand/flags.js';
import { restedOnOthers } from '../stand/changed.js';
import { supersededBy } from '../stand/superseded.js';
import { type Condition, type Decision, type Recorded, type Release, type Ruling } from '../dossier/state.js';
import { closureFacts, conditionFacts, decisionFacts } from '../facts/of-decisions.js';
import type { secrecyFacts } from '../facts/of-secrecy.js';
import { shown, type Shown } from '../facts/shown.js';
import {
  worksAs,
  type BodyId,
  type BodyKind,
  type Confirmation,
  type Day,
  type DecisionForm,
  type DecisionKind,
  type Hex,
  type Id,
  type Instant,
  type LinkUse,
  type Role,
  type SecrecyBody,
  type Slug,
} from '../vocabulary.js';
import { ofBody, ofRegion, papersSeen } from './papers-seen.js';
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
  /** By a link from a mail, and whether they signed in; null where they came in another way. */
  link: LinkUse | null;
  hash: Hex;
}

/** A decision as its body stated it, with what happened to it since. */
export interface DecisionView extends Omit<
  Shown<typeof decisionFacts>,
  'form' | 'proposalVersion' | 'points' | 'release' | 'conditions' | 'secrecy'
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
  /** On what of it secrecy rests, or rested until it was lifted. */
  secrecy: SecretView[];
  conditions: Id[];
  corrects: Id | null;
  revises: Id | null;
  supersededBy: Id | null;
  confirmation: Confirmation;
  /** Why its body says that it is not so; null where it said nothing. */
  confirmationReason: string | null;
  flags: Slug[];
  recorded: RecordedView;
}

/** That secrecy rests on some information: what it says itself, or what follows where it says nothing. */
export interface SecretView extends Omit<Shown<typeof secrecyFacts>, 'imposedOn'> {
  imposedOn: Day;
  liftedOn: Day | null;
  liftedBy: SecrecyBody | null;
}

export interface ConditionView extends Shown<typeof conditionFacts> {
  id: Id;
  gate: Slug;
  decision: Id;
  body: BodyId;
  status: ConditionStatus['status'] | 'lapsed';
  carriedTo: Slug | null;
  reason: string | null;
  answeredOn: Day | null;
}

export interface RulingView extends Omit<Ruling, 'recorded' | 'place' | 'evidence'> {
  evidence: EvidenceView[];
  /**
   * `ruled-on-other-facts`: as now known, it stood otherwise on the day of the conclusion. `electorate-changed`: who decide
   * was changed while the gate lay open; `asSubmitted` says how it would have stood without that.
   */
  flags: Slug[];
  recorded: RecordedView;
}

export const recordedView = ({ sequence, recordedAt, by, hash }: Recorded, viewer: Viewer): RecordedView => ({
  sequence,
  recordedAt,
  recordedBy: { id: by.id, role: by.role, body: by.body, name: viewer.nameOf(by.id) },
  link: by.link ?? null,
  hash,
});

export function decisionView(reading: Reading, gate: Slug, decision: Decision): DecisionView {
  const { dossier, day, viewer } = reading;
  const round = dossier.rounds[gate]?.find(({ number }) => number === decision.round) ?? null;
  const { kind } = dossier.plan.bodies.get(decision.body) ?? {};
  const said = shown(decisionFacts, { ...decision, conditions: [] });
  return {
    id: decision.id,
    gate,
    round: decision.round,
    body: decision.body,
    decision: decision.kind,
    answers: decision.answers,
    decidedOn: decision.decidedOn,
    remarkAnswers: [...decision.remarkAnswers],
    corrects: decision.corrects,
    revises: decision.revises,
    supersededBy: supersededBy(dossier, gate, round, decision, day),
    confirmation: decision.confirmation,
    confirmationReason: decision.confirmationReason,
    flags: flagsOf({ dossier, gate, round, day }, decision),
    recorded: recordedView(decision.recorded, viewer),
    // Last, and in one: V8 takes forty times as long for names that follow so large a spread.
    ...{
      ...said,
      evidence: papersSeen(said.evidence, viewer, ofBody(decision.body)),
      form: decision.form ?? (kind && worksAs(kind) === 'council' ? 'council-decision' : 'college-decision'),
      proposalVersion: decision.proposalVersion,
      release: shown(closureFacts, decision.release),
      secrecy: secretsView(decision, said.secrecy, kind, day),
      points: said.points.map((text, i) => ({ text, answer: decision.pointAnswers[i] ?? null })),
      conditions: [...decision.conditions],
    },
  };
}

function secretsView(
  decision: Decision,
  said: Shown<typeof decisionFacts>['secrecy'],
  kind: BodyKind | undefined,
  day: Day,
): SecretView[] {
  return decision.secrecy.map((secret, i): SecretView => {
    const lift = liftOf(decision, secret, kind, day);
    return {
      ...secret,
      object: said[i]?.object ?? '',
      imposedOn: imposedOn(decision, secret),
      liftableBy: mayLift(secret, kind),
      liftedOn: lift?.on ?? null,
      liftedBy: lift?.by ?? null,
    };
  });
}

export const conditionView = (
  { dossier, day }: Pick<Reading, 'dossier' | 'day'>,
  condition: Condition,
): ConditionView => ({
  ...shown(conditionFacts, condition),
  id: condition.id,
  gate: condition.gate,
  decision: condition.decision,
  body: condition.body,
  ...statusOn(condition, day),
  ...(isLapsed(dossier, condition, day) ? { status: 'lapsed' } : {}),
});

export const rulingView = ({ dossier, viewer }: Reading, gate: Slug, { place: _, ...ruling }: Ruling): RulingView => ({
  ...ruling,
  evidence: papersSeen(evidenceView(ruling.evidence), viewer, ofRegion),
  flags: [
    ...(restedOnOthers(dossier, gate, ruling) ? ['ruled-on-other-facts'] : []),
    ...(ruling.asSubmitted ? ['electorate-changed'] : []),
  ],
  recorded: recordedView(ruling.recorded, viewer),
});
