// A turn as the API gives it, and its schema.
import { obstacles, turnKinds, turnRoles, type AnyTurn, type Block } from '../domain/turns/turn.js';
import type { DossierId } from '../domain/vocabulary.js';
import { bodyId, day, dossierId, id, list, nullable, object, oneOf, ref, slug, type Schema } from './schema-kinds.js';

interface TurnView extends AnyTurn {
  dossier: DossierId;
}

export const turnView = (dossier: DossierId, turn: AnyTurn): TurnView => ({ dossier, ...turn });

export const turn: Schema = object<TurnView>({
  dossier: dossierId,
  phase: slug,
  gate: nullable(slug),
  // Its own kinds, or that of a capability.
  what: { anyOf: [oneOf(...turnKinds), { type: 'string', pattern: '^[a-z-]+/[a-z-]+$' }] },
  role: oneOf(...turnRoles),
  body: nullable(bodyId),
  bodies: list(bodyId),
  decision: nullable(id),
  condition: nullable(id),
  mandate: nullable(id),
  requirements: list(slug),
  missing: nullable(ref('Missing')),
  since: nullable(day),
  until: nullable(day),
  blocks: nullable(
    object<Block>({ code: oneOf(...obstacles), phases: list(slug), outside: list(slug), bodies: list(bodyId) }),
  ),
});
