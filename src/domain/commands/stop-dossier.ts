// Ends a dossier before its last phase. What was recorded stays readable.
import type { Dossier } from '../dossier/state.js';
import { keep } from '../facts/keeping.js';
import { reasonFacts } from '../facts/of-phases.js';
import type { Day } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { mustRun } from './targets.js';

export const stopDossier = defineCommand<object, Dossier, typeof reasonFacts, 'DossierStopped'>({
  says: reasonFacts,
  locate: (dossier) => dossier,
  asks: ({ plan }) => [...plan.rulingBodies].map((body) => ({ right: 'stop-dossier', body })),
  fields: (dossier, { on }, { today }) => happened('/on', on, today, dossier),
  ready: mustRun,
  decide: (dossier, asked) => {
    stopFollows(dossier, asked);
    return [{ type: 'DossierStopped', on: asked.on, ...keep(reasonFacts, asked) }];
  },
  fact: { type: 'DossierStopped', follows: stopFollows },
  folds: { DossierStopped: (dossier) => dossier },
});

function stopFollows({ phases }: Dossier, { on }: { on: Day }): void {
  const days = Object.values(phases).flatMap((phase) => [
    phase.movedOn,
    ...phase.visits.map((visit) => visit.on),
    ...phase.meetings.map(({ heldOn }) => heldOn),
  ]);
  follows('/on', on, ...days);
}
