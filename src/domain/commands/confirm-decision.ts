// The body itself says whether what the region recorded for it is right.
import { withDecision, type Folds } from '../dossier/folds.js';
import { refused } from '../refusal.js';
import { keep } from '../facts/keeping.js';
import { confirmationFacts } from '../facts/of-decisions.js';
import type { Id, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { withReopening } from './late-change.js';
import { decisionAt, mustCount, type DecisionTarget } from './targets.js';

type Own = 'DecisionConfirmed' | 'DecisionDisputed';

const folds: Folds<Own> = {
  DecisionConfirmed: (dossier, { on, facts }) =>
    withDecision(dossier, facts, () => ({ confirmation: 'confirmed', confirmedOn: on })),
  DecisionDisputed: (dossier, { on, facts }, { sequence }) =>
    withDecision(dossier, facts, () => ({ confirmation: 'disputed', confirmedOn: on, undone: sequence })),
};

export const confirmDecision = defineCommand<
  { gate: Slug; decision: Id },
  DecisionTarget,
  typeof confirmationFacts,
  Own
>({
  says: confirmationFacts,
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'confirm-decision', body: decision.body }],
  fields: ({ dossier }, { on }, { today }) => happened('/on', on, today, dossier),
  ready: (target) => {
    mustCount(target);
    const { decision } = target;
    if (decision.confirmation !== 'unconfirmed') throw refused('not-in-this-state', { state: decision.confirmation });
  },
  decide: (target, asked, context) => {
    const { on } = asked;
    const { phase, decision } = target;
    follows('/on', on, decision.decidedOn);
    const { facts, texts } = keep(confirmationFacts, asked);
    const fact = { on, facts: { gate: phase.id, decision: decision.id, ...facts }, texts };
    const type = asked.confirmed ? 'DecisionConfirmed' : 'DecisionDisputed';
    return withReopening(target, [{ type, ...fact }], folds, context);
  },
  folds,
});
