// A decision, its conditions and what happened to both afterwards, as the record keeps them.
import { closureFacts, decisionFacts } from '../facts/of-decisions.js';
import { read } from '../facts/keeping.js';
import type { DecisionEvent, EventOf } from './events.js';
import { recordedFrom } from './recorded.js';
import { widened } from './release.js';
import type { Condition, Decision, Dossier, Round } from './state.js';

export function decisionFrom(event: DecisionEvent, round: Round): Decision {
  const { facts, texts } = event;
  const corrects = event.type === 'DecisionCorrected' ? event.facts.corrects : null;
  const corrected = corrects === null ? undefined : round.decisions.find(({ id }) => id === corrects);
  const said = read(decisionFacts, facts, texts);
  return {
    id: facts.decision,
    body: facts.body,
    kind: facts.kind,
    answers: facts.answers,
    decidedOn: event.on,
    remarkAnswers: said.remarks.map(() => null),
    pointAnswers: said.points.map(() => null),
    ...takenBack(corrected),
    corrects,
    revises: event.type === 'DecisionRevised' ? event.facts.revises : null,
    confirmation: facts.confirmation,
    confirmedOn: null,
    afterRuling: round.settled !== null,
    recorded: recordedFrom(event),
    // Last, and in one: V8 takes forty times as long for names that follow so large a spread.
    ...{ ...said, conditions: (facts.conditions ?? []).map(({ id }) => id), release: said.release ?? openToRegion() },
  };
}

/** What every decision is that says nothing of its release. */
const openToRegion = (): Decision['release'] => read(closureFacts, { scope: 'region' }, {});

/** What is wrong in a decision that was taken back can be mended; it does not come back by that. */
const takenBack = (corrected: Decision | undefined): Pick<Decision, 'withdrawn' | 'undone'> =>
  corrected?.withdrawn
    ? { withdrawn: corrected.withdrawn, undone: corrected.undone }
    : { withdrawn: null, undone: null };

export function conditionsFrom({ facts, texts }: DecisionEvent): Condition[] {
  if (!facts.conditions) return [];
  const said = read(decisionFacts, facts, texts).conditions;
  return facts.conditions.flatMap(({ id }, i) => {
    const condition = said[i];
    return condition ? [{ ...condition, ...place(facts), id, ...unanswered }] : [];
  });
}

const place = ({ gate, round, decision, body }: DecisionEvent['facts']) => ({ gate, round, decision, body });
const unanswered = { status: 'open', carriedTo: null, reason: null, answeredOn: null } as const;

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
      return {
        release: { ...decision.release, ...widened(decision.release, on, facts), ground: texts.ground ?? null },
      };
    case 'ListAdopted': {
      const publishedOn = facts.publishedOn ?? decision.publishedOn;
      return { listAdoptedOn: on, publishedOn, publicationUrl: texts.publicationUrl ?? decision.publicationUrl };
    }
    case 'PointAnswered':
      return { pointAnswers: decision.pointAnswers.with(facts.point, texts.answer ?? null) };
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
