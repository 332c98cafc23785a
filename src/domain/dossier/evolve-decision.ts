// A decision, its conditions and what happened to both afterwards, as the record keeps them.
import { listed, type DecisionEvent, type EventOf, type Texts } from './events.js';
import { recordedFrom } from './recorded.js';
import { widened } from './release.js';
import type { Condition, Decision, Dossier, Round } from './state.js';

export function decisionFrom(event: DecisionEvent, round: Round): Decision {
  const { facts, texts } = event;
  const corrects = event.type === 'DecisionCorrected' ? event.facts.corrects : null;
  const corrected = corrects === null ? undefined : round.decisions.find(({ id }) => id === corrects);
  return {
    id: facts.decision,
    body: facts.body,
    kind: facts.kind,
    answers: facts.answers,
    decidedOn: event.on,
    reference: texts.reference ?? null,
    reason: texts.reason ?? null,
    remarks: listed(texts, 'remarks'),
    remarkAnswers: listed(texts, 'remarks').map(() => null),
    option: facts.option ?? null,
    nextDate: facts.nextDate ?? null,
    evidence: evidenceIn(texts),
    conditions: (facts.conditions ?? []).map((condition) => condition.id),
    proposalVersion: facts.proposalVersion ?? null,
    form: facts.form ?? null,
    subjectTo: facts.subjectTo ?? null,
    release: { scope: 'region', from: null, ...facts.release, ground: texts['release/ground'] ?? null },
    ...publicationIn(event),
    ...councilIn(event),
    ...signatureIn(event),
    ...takenBack(corrected),
    corrects,
    revises: event.type === 'DecisionRevised' ? event.facts.revises : null,
    confirmation: facts.confirmation,
    confirmedOn: null,
    afterRuling: round.settled !== null,
    recorded: recordedFrom(event),
  };
}

/** What is wrong in a decision that was taken back can be mended; it does not come back by that. */
const takenBack = (corrected: Decision | undefined): Pick<Decision, 'withdrawn' | 'undone'> =>
  corrected?.withdrawn
    ? { withdrawn: corrected.withdrawn, undone: corrected.undone }
    : { withdrawn: null, undone: null };

const publicationIn = ({ facts, texts }: DecisionEvent) => ({
  listAdoptedOn: facts.listAdoptedOn ?? null,
  publishedOn: facts.publishedOn ?? null,
  publicationUrl: texts.publicationUrl ?? null,
  text: texts.text ?? null,
  conform: facts.conform ?? null,
  portfolioHolder: texts.portfolioHolder ?? null,
});

const councilIn = ({ facts, texts }: DecisionEvent) => ({
  ground: facts.ground ?? null,
  consentItem: facts.consentItem ?? null,
  amendments: listed(texts, 'amendments'),
  motions: listed(texts, 'motions'),
  commitments: listed(texts, 'commitments'),
  tenor: facts.tenor ?? null,
  points: listed(texts, 'points').map((text) => ({ text, answer: null })),
});

const signatureIn = ({ facts, texts }: DecisionEvent) => ({
  signatory: texts.signatory ?? null,
  capacity: texts.capacity ?? null,
  authorisedOn: facts.authorisedOn ?? null,
});

function evidenceIn(texts: Texts): Decision['evidence'] {
  const found: { title: string | null; url: string | null }[] = [];
  for (let i = 0; `evidence/${i}/title` in texts; i++)
    found.push({ title: texts[`evidence/${i}/title`] ?? null, url: texts[`evidence/${i}/url`] ?? null });
  return found;
}

export function conditionsFrom({ facts, texts }: DecisionEvent): Condition[] {
  return (facts.conditions ?? []).map(({ id, effect, dueOn }, i) => ({
    id,
    gate: facts.gate,
    round: facts.round,
    decision: facts.decision,
    body: facts.body,
    text: texts[`conditions/${i}/text`] ?? null,
    effect,
    owner: texts[`conditions/${i}/owner`] ?? null,
    dueOn: dueOn ?? null,
    status: 'open',
    carriedTo: null,
    reason: null,
    answeredOn: null,
  }));
}

/** What a later event changes of a decision; a decision dated after the day that is asked about is not there. */
export type AfterDecision = EventOf<
  | 'DecisionConfirmed'
  | 'DecisionDisputed'
  | 'DecisionWithdrawn'
  | 'DecisionReleased'
  | 'ListAdopted'
  | 'PointAnswered'
  | 'RemarkAnswered'
>;

export function changedDecision(round: Round, event: AfterDecision): Round {
  const changed = (decision: Decision): Decision =>
    decision.id === event.facts.decision ? { ...decision, ...changeOf(decision, event) } : decision;
  return { ...round, decisions: round.decisions.map(changed) };
}

function changeOf(decision: Decision, { type, on, facts, texts, sequence }: AfterDecision): Partial<Decision> {
  switch (type) {
    case 'DecisionConfirmed':
      return { confirmation: 'confirmed', confirmedOn: on };
    case 'DecisionDisputed':
      return { confirmation: 'disputed', confirmedOn: on, undone: sequence };
    case 'DecisionWithdrawn':
      return { withdrawn: { on, reason: texts.reason ?? null }, undone: sequence };
    case 'DecisionReleased':
      return { release: { ...widened(decision.release, on, facts), ground: texts.ground ?? null } };
    case 'ListAdopted': {
      const publishedOn = facts.publishedOn ?? decision.publishedOn;
      return { listAdoptedOn: on, publishedOn, publicationUrl: texts.publicationUrl ?? decision.publicationUrl };
    }
    case 'PointAnswered':
      return {
        points: decision.points.map((one, i) => (i === facts.point ? { ...one, answer: texts.answer ?? null } : one)),
      };
    case 'RemarkAnswered':
      return { remarkAnswers: decision.remarkAnswers.with(facts.remark, texts.answer ?? null) };
  }
}

/** Where a condition was carried to stays until the chair answers otherwise: a dispute never opens a later gate. */
export function answeredCondition(dossier: Dossier, { facts, texts, on }: EventOf<'ConditionAnswered'>): Dossier {
  const condition = dossier.conditions[facts.condition];
  if (!condition) return dossier; // its decision is dated later than the day that is asked about
  const settledOtherwise = facts.answer === 'adopted' || facts.answer === 'rejected';
  const carriedTo = settledOtherwise ? null : (facts.phase ?? condition.carriedTo);
  const answered: Condition = {
    ...condition,
    status: facts.answer,
    carriedTo,
    reason: texts.reason ?? null,
    answeredOn: on,
  };
  return { ...dossier, conditions: { ...dossier.conditions, [condition.id]: answered } };
}
