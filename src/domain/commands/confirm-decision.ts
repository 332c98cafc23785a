// The body itself says whether what the region recorded for it is right.
import type { NewEvent } from '../dossier/events.js';
import { refused } from '../refusal.js';
import type { Day, Id, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { withReopening } from './late-change.js';
import { decisionAt, mustCount, type AtDecision } from './places.js';

export interface ConfirmDecision {
  on: Day;
  confirmed: boolean;
  reason?: string;
}

export const confirmDecision = defineCommand<{ gate: Slug; decision: Id }, AtDecision, ConfirmDecision>({
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'confirm-decision', body: decision.body }],
  fields: ({ dossier }, { on }, { today }) => happened('/on', on, today, dossier),
  ready: (target) => {
    mustCount(target);
    const { decision } = target;
    if (decision.confirmation !== 'unconfirmed') throw refused('not-in-this-state', { state: decision.confirmation });
  },
  decide: (target, { on, confirmed, reason }, context): NewEvent[] => {
    const { phase, decision } = target;
    follows('/on', on, decision.decidedOn);
    const fact = { on, facts: { gate: phase.id, decision: decision.id }, texts: { reason } };
    const type = confirmed ? 'DecisionConfirmed' : 'DecisionDisputed';
    return withReopening(target, [{ type, ...fact }], context);
  },
});
