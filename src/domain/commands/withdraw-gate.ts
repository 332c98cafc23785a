// Takes a submission back before it was ruled. Its decisions stay readable in their round; the phase goes on, and its
// gate can be put again.
import { withPhase, withRound } from '../dossier/folds.js';
import { refused } from '../refusal.js';
import { keep } from '../facts/keeping.js';
import { reasonFacts } from '../facts/of-phases.js';
import { defineCommand } from './command.js';
import { followsMove, happened } from './dates.js';
import { gateAt, mustBe, mustRun, type GateTarget } from './targets.js';
import type { Slug } from '../vocabulary.js';

export const withdrawGate = defineCommand<{ gate: Slug }, GateTarget, typeof reasonFacts, 'GateWithdrawn'>({
  says: reasonFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: () => [{ right: 'withdraw-gate' }],
  fields: ({ dossier }, { on }, { today }) => happened('/on', on, today, dossier),
  ready: (target) => {
    mustRun(target.dossier);
    mustBe(target, 'at-gate');
    // A gate that was opened again has been concluded: its round ends by another conclusion.
    const { rulings = [], split = null } = target.round ?? {};
    if (split !== null || rulings.some(({ ruling }) => ruling !== 'hold'))
      throw refused('not-in-this-state', { phase: target.phase.title, state: 'ruled' });
  },
  decide: (target, asked) => {
    const { phase, state } = target;
    followsMove(target, asked);
    const { facts, texts } = keep(reasonFacts, asked);
    return [{ type: 'GateWithdrawn', on: asked.on, facts: { gate: phase.id, round: state.round, ...facts }, texts }];
  },
  fact: { type: 'GateWithdrawn', follows: followsMove, byChair: true },
  folds: {
    GateWithdrawn: (dossier, { on, facts, texts }) => {
      const withdrawn = { on, reason: texts.reason ?? null };
      const after = withRound(dossier, facts, (round) => ({ ...round, withdrawn }));
      return withPhase(after, facts.gate, { round: facts.round + 1, movedOn: on });
    },
  },
});
