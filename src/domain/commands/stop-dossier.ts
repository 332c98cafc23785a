// Ends a dossier before its last phase. What was recorded stays readable.
import type { Dossier } from '../dossier/state.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import type { OnReason } from './phases.js';
import { mustRun } from './places.js';

export const stopDossier = defineCommand<object, Dossier, OnReason>({
  locate: (dossier) => dossier,
  asks: ({ plan }) => [...plan.rulingBodies].map((body) => ({ right: 'stop-dossier', body })),
  fields: (dossier, { on }, { today }) => happened('/on', on, today, dossier),
  ready: mustRun,
  decide: ({ phases }, { on, reason }) => {
    const facts = Object.values(phases).flatMap((phase) => [
      phase.movedOn,
      ...phase.visits.map((visit) => visit.on),
      ...phase.meetings.map(({ heldOn }) => heldOn),
    ]);
    follows('/on', on, ...facts);
    return [{ type: 'DossierStopped', on, facts: {}, texts: { reason } }];
  },
});
