// A decision, its conditions and what was answered to them, as the record keeps them.
import { listed, type DecisionEvent, type EventOf } from './events.js';
import { recordedFrom } from './recorded.js';
import type { Condition, Decision, Dossier, Round } from './state.js';

export function decisionFrom(event: DecisionEvent, round: Round): Decision {
  const { facts, texts } = event;
  return {
    id: facts.decision,
    body: facts.body,
    kind: facts.kind,
    answers: facts.answers,
    decidedOn: event.on,
    reference: texts.reference ?? null,
    reason: texts.reason ?? null,
    remarks: listed(texts, 'remarks'),
    option: facts.option ?? null,
    nextDate: facts.nextDate ?? null,
    evidence: listedEvidence(event),
    conditions: (facts.conditions ?? []).map((condition) => condition.id),
    corrects: event.type === 'DecisionCorrected' ? event.facts.corrects : null,
    revises: event.type === 'DecisionRevised' ? event.facts.revises : null,
    confirmation: facts.confirmation,
    confirmedOn: null,
    afterRuling: round.settled !== null,
    recorded: recordedFrom(event),
  };
}

function listedEvidence({ texts }: DecisionEvent): Decision['evidence'] {
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

export function confirmedDecision(round: Round, event: EventOf<'DecisionConfirmed' | 'DecisionDisputed'>): Round {
  const confirmation = event.type === 'DecisionConfirmed' ? 'confirmed' : 'disputed';
  const decisions = round.decisions.map((d) =>
    d.id === event.facts.decision ? { ...d, confirmation, confirmedOn: event.on } : d,
  ) satisfies readonly Decision[];
  return { ...round, decisions };
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
