// The turns to say where something was published: of every body that made the arrangement its own decision, and of the process
// lead what the end of a phase was to take along.
import { phaseState, type Dossier } from '../dossier/state.js';
import { proofLacking, stillToPublish } from '../stand/proof.js';
import type { Phase } from '../workflow/workflow.js';
import { recorderOf } from './recorder.js';
import { plainTurn, type Turn } from './turn.js';

export function publicationTurns(dossier: Dossier, phase: Phase): Turn[] {
  const { startedOn, passedOn } = phaseState(dossier, phase.id);
  const turn = { ...plainTurn, phase: phase.id, gate: null, what: 'publish' } as const;
  return [
    ...(proofLacking(dossier, phase).length > 0
      ? [{ ...turn, role: 'process-lead', body: null, since: passedOn } as const]
      : []),
    ...stillToPublish(dossier, phase).map((body) => ({
      ...turn,
      role: recorderOf(dossier, [body]),
      body,
      since: startedOn,
    })),
  ];
}
