// Records what a body decided: by the body itself, or by the region with evidence. Never overwrites: a correction
// (wrongly recorded) and a revision (decided again) are new facts that point at the old one.
import type { DecisionFacts, NewEvent } from '../dossier/events.js';
import { hasStillToDecide } from '../dossier/position.js';
import { countingDecision, type Decision } from '../dossier/state.js';
import { invalid, Refusal } from '../refusal.js';
import type { Slug } from '../vocabulary.js';
import { defineCommand, type Context } from './command.js';
import { decisionFields, type RecordDecision } from './decision-fields.js';
import { gateAt, knownBody, mustNotBeStopped, type AtGate } from './places.js';

export const recordDecision = defineCommand<{ gate: Slug }, AtGate, RecordDecision>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ dossier }, { body }) => [{ right: 'record-decision', body: knownBody(dossier, body) }],
  fields: decisionFields,
  ready: ({ dossier, round }) => {
    mustNotBeStopped(dossier);
    if (!round) throw new Refusal('gate-not-open');
  },
  decide: (target, asked, context) => {
    replaces(target, asked);
    const { corrects, revises } = asked;
    const fact = { on: asked.decidedOn, texts: textsOf(asked) };
    const facts = factsOf(target, asked, context);
    if (corrects !== undefined) return [{ type: 'DecisionCorrected', facts: { ...facts, corrects }, ...fact }];
    if (revises !== undefined) return [{ type: 'DecisionRevised', facts: { ...facts, revises }, ...fact }];
    return [{ type: 'DecisionRecorded', facts, ...fact }];
  },
});

/** A second decision says which it corrects or revises, and that is the body's latest. */
function replaces({ dossier, phase, round }: AtGate, asked: RecordDecision): void {
  const latest = round ? countingDecision(dossier, round, asked.body) : undefined;
  const pointer = asked.corrects !== undefined ? '/corrects' : '/revises';
  const named = asked.corrects ?? asked.revises;
  if (named === undefined) {
    if (latest && !hasStillToDecide(latest)) throw new Refusal('decision-exists', {}, [], { decision: latest.id });
    return;
  }
  const own = (dossier.rounds[phase.id] ?? []).flatMap((r) => r.decisions.filter((d) => d.body === asked.body));
  if (!own.some((d: Decision) => d.id === named)) throw invalid([{ pointer, code: 'unknown-decision' }]);
  if (latest?.id !== named) throw new Refusal('not-the-latest', latest ? { exists: [latest.id] } : {});
}

function factsOf({ phase, gate, state }: AtGate, asked: RecordDecision, { by, newId }: Context): DecisionFacts {
  const { body, decision: kind, option, nextDate, conditions } = asked;
  const answers = Object.fromEntries(gate.questions.map(({ id }) => [id, asked.answers?.[id] ?? kind]));
  return {
    gate: phase.id,
    round: state.round,
    decision: newId(),
    body,
    kind,
    answers,
    confirmation: by.role === 'process-lead' ? 'unconfirmed' : 'by-body',
    option,
    nextDate,
    conditions: conditions?.map(({ effect, dueOn }) => ({ id: newId(), effect, dueOn })),
  };
}

function textsOf(asked: RecordDecision): NewEvent['texts'] {
  const { reference, reason, remarks = [], conditions = [], evidence = [] } = asked;
  const texts: NewEvent['texts'] = { reference, reason };
  remarks.forEach((text, i) => {
    texts[`remarks/${i}`] = text;
  });
  conditions.forEach(({ text, owner }, i) => {
    texts[`conditions/${i}/text`] = text;
    texts[`conditions/${i}/owner`] = owner;
  });
  evidence.forEach(({ title, url }, i) => {
    texts[`evidence/${i}/title`] = title;
    texts[`evidence/${i}/url`] = url;
  });
  return texts;
}
