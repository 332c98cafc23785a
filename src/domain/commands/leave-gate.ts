// A body says itself that it decides no more at a gate: only so does one leave that has decided. After the conclusion it is
// a change like any other, by the policy of the gate.
import { changedBy } from '../dossier/electorate.js';
import type { EventContent } from '../dossier/events.js';
import { withRound, type Folds } from '../dossier/folds.js';
import { joinedOn, type ElectorateChange, type Round } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { exitFacts } from '../facts/of-gates.js';
import { invalid, type FieldError } from '../refusal.js';
import type { Slug } from '../vocabulary.js';
import { scopeAt } from '../workflow/scope.js';
import { bodyFields } from './at-body.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { withReopening } from './late-change.js';
import { gateAt, knownBody, mustNotBeStopped, notOpen, type GateTarget } from './targets.js';

type Exit = Payload<typeof exitFacts>;

const folds: Folds<'BodyLeft'> = {
  BodyLeft: (dossier, event, _, sequence) => {
    const change = changeFrom(event, sequence);
    return withRound(dossier, event.facts, (round) => ({
      ...round,
      electorate: changedBy(round.electorate, change),
      electorateChanges: [...round.electorateChanges, change],
    }));
  },
};

export const leaveGate = defineCommand<{ gate: Slug }, GateTarget, typeof exitFacts, 'BodyLeft'>({
  says: exitFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ dossier }, { body }) => [{ right: 'leave-gate', body: knownBody(dossier, body) }],
  fields: (target, { body, on }, { today }) => [
    ...bodyFields(target, body),
    ...happened('/on', on, today, target.dossier),
  ],
  ready: mustBePut,
  decide: (target, asked, context) => {
    const round = mustBePut(target);
    exitFollows(target, asked);
    mustLeaveSomebody(target, round, asked);
    const { facts, texts } = keep(exitFacts, asked);
    const left = { gate: target.phase.id, round: round.number };
    return withReopening(
      target,
      [{ type: 'BodyLeft', on: asked.on, facts: { ...facts, ...left }, texts }],
      folds,
      context,
    );
  },
  fact: { type: 'BodyLeft', follows: exitFollows },
  folds,
});

function mustBePut(target: GateTarget): Round {
  const { dossier, round } = target;
  mustNotBeStopped(dossier);
  if (round?.withdrawn === null) return round;
  throw notOpen(target);
}

function exitFollows(target: GateTarget, { body, on }: Exit): void {
  const round = mustBePut(target);
  follows('/on', on, round.submittedOn, joinedOn(round, body));
}

/** @throws Refusal validation when nobody is left, or the rule of an open gate makes no sense for who is */
function mustLeaveSomebody({ dossier: { plan } }: GateTarget, round: Round, { body }: Exit): void {
  const staying = round.electorate.filter((one) => one !== body);
  const refuse = (because: FieldError['because']) => invalid([{ pointer: '/body', code: 'not-allowed-here', because }]);
  if (staying.length === 0) throw refuse({ code: 'nobody-left' });
  const faults = round.settled ? [] : scopeAt(round.terms, staying, plan.rules).faults(round.rule);
  if (faults.length > 0) throw refuse({ code: 'rule-outgrown', faults });
}

function changeFrom({ on, facts, texts }: EventContent<'BodyLeft'>, sequence: number): ElectorateChange {
  const { reason, reference, body } = read(exitFacts, facts, texts);
  const nothing = { joins: [], merges: [], ground: null, notifiedOn: null, meeting: null };
  return { kind: 'exit', on, reason, reference, leaves: [body], ...nothing, sequence };
}
