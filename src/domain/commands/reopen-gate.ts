// Opens a passed gate again. Its round and decisions stay; later phases go on, but their gates take no go meanwhile.
import type { Slug } from '../vocabulary.js';
import { keep } from '../facts/keeping.js';
import { reasonFacts } from '../facts/of-phases.js';
import { defineCommand } from './command.js';
import { followsMove, happened } from './dates.js';
import { gateAt, mustBe, mustNotBeStopped, type GateTarget } from './targets.js';

export const reopenGate = defineCommand<{ gate: Slug }, GateTarget, typeof reasonFacts, never>({
  says: reasonFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'reopen-gate', body: gate.ruledBy }],
  fields: ({ dossier }, { on }, { today }) => happened('/on', on, today, dossier),
  ready: (target) => {
    mustNotBeStopped(target.dossier);
    mustBe(target, 'passed');
  },
  decide: (target, asked) => {
    const { phase, state } = target;
    followsMove(target, asked);
    const { facts, texts } = keep(reasonFacts, asked);
    return [{ type: 'GateReopened', on: asked.on, facts: { gate: phase.id, round: state.round, ...facts }, texts }];
  },
  fact: { type: 'GateReopened', follows: followsMove },
  folds: {},
});
