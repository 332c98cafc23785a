// The body itself says whether what the region recorded for it is right.
import type { NewEvent } from '../dossier/events.js';
import { Refusal } from '../refusal.js';
import { supersededBy } from '../dossier/state.js';
import type { Day, Id, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { reopenedBy } from './late-change.js';
import { decisionAt, mustNotBeStopped, type AtDecision } from './places.js';

export interface ConfirmDecision {
  on: Day;
  confirmed: boolean;
  reason?: string;
}

export const confirmDecision = defineCommand<{ gate: Slug; decision: Id }, AtDecision, ConfirmDecision>({
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'confirm-decision', body: decision.body }],
  fields: ({ dossier }, { on }, { today }) => happened('/on', on, today, dossier),
  ready: ({ dossier, taken, decision }) => {
    mustNotBeStopped(dossier);
    const successor = supersededBy(dossier, taken, decision);
    if (successor !== null) throw new Refusal('not-the-latest', { exists: [successor] });
    if (decision.confirmation !== 'unconfirmed')
      throw new Refusal('not-in-this-state', {}, [], { state: decision.confirmation });
  },
  decide: (target, { on, confirmed, reason }): NewEvent[] => {
    const { phase, decision } = target;
    follows('/on', on, decision.decidedOn);
    const fact = { on, facts: { gate: phase.id, decision: decision.id }, texts: { reason } };
    if (confirmed) return [{ type: 'DecisionConfirmed', ...fact }];
    return [{ type: 'DecisionDisputed', ...fact }, ...reopenedBy(target, on)];
  },
});
