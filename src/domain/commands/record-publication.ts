// Records where a body published what it decided, or where what was decided together was: when it is known, whether the phase
// of its publication is under way or over. Who takes part publishes its own decision (Bekendmakingswet, as read: not verified).
import { withPhase } from '../dossier/folds.js';
import { phaseState } from '../dossier/state.js';
import type { PublicationRecord } from '../dossier/phase-record.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { ownPublicationFacts } from '../facts/of-phases.js';
import { refused, type FieldError } from '../refusal.js';
import { isPublished } from '../stand/proof.js';
import type { Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { happened } from './dates.js';
import { mustBeNew } from './once.js';
import { knownBody, mustBe, mustNotBeStopped, phaseAt, type PhaseTarget } from './targets.js';

export const recordPublication = defineCommand<
  { phase: Slug },
  PhaseTarget,
  typeof ownPublicationFacts,
  'PublicationRecorded'
>({
  says: ownPublicationFacts,
  locate: (dossier, { phase }) => phaseAt(dossier, phase),
  asks: ({ dossier }, { body }) => [{ right: 'record-publication', body: knownBody(dossier, body) }],
  fields: ({ dossier, phase }, { body, on }, { today }) => [
    ...(isPublished(phase)
      ? []
      : [{ pointer: '', code: 'not-offered-here', because: { code: 'nothing-published' } } satisfies FieldError]),
    ...(body === undefined || knownBody(dossier, body) !== undefined
      ? []
      : [{ pointer: '/body', code: 'unknown-body', allowed: [...dossier.plan.bodies.keys()] } satisfies FieldError]),
    ...happened('/on', on, today, dossier),
  ],
  ready: (target) => {
    mustNotBeStopped(target.dossier);
    mustBe(target, 'planned', 'underway', 'passed');
  },
  decide: ({ phase, state }, asked, { by }) => {
    // Of what was decided together the process lead alone.
    if (asked.body === undefined && by.role !== 'process-lead')
      throw refused('not-your-role', { roles: ['process-lead'] });
    mustBeNew(state.publications.find((one) => isSame(one, asked)));
    const { facts, texts } = keep(ownPublicationFacts, asked);
    return [{ type: 'PublicationRecorded', on: asked.on, facts: { phase: phase.id, ...facts }, texts }];
  },
  fact: { type: 'PublicationRecorded' },
  folds: {
    PublicationRecorded: (dossier, { on, facts, texts }, recorded) => {
      const { phase } = facts;
      const publication = { ...read(ownPublicationFacts, facts, texts), on, recorded };
      return withPhase(dossier, phase, { publications: [...phaseState(dossier, phase).publications, publication] });
    },
  },
});

/** One number is one publication of its year; without it, what its body published there on that day. */
function isSame(known: PublicationRecord, { body, where, number, on }: Payload<typeof ownPublicationFacts>): boolean {
  if (known.body !== (body ?? null) || known.where !== where || known.number !== (number ?? null)) return false;
  return number === undefined ? known.on === on : known.on.slice(0, 4) === on.slice(0, 4);
}
