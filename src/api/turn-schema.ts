// A turn as the API gives it, and its schema.
import { obstacles, turnKinds, turnRoles, type Block, type Turn } from '../domain/turns/turn.js';
import type { DossierId } from '../domain/vocabulary.js';
import { bodyId, day, dossierId, id, list, nullable, object, oneOf, ref, slug, type Schema } from './schema-kinds.js';

interface TurnView extends Turn {
  dossier: DossierId;
}

export const turnView = (dossier: DossierId, turn: Turn): TurnView => ({ dossier, ...turn });

export const turn: Schema = object<TurnView>({
  dossier: dossierId,
  phase: slug,
  gate: nullable(slug),
  what: oneOf(...turnKinds),
  role: oneOf(...turnRoles),
  body: nullable(bodyId),
  bodies: list(bodyId),
  decision: nullable(id),
  condition: nullable(id),
  missing: nullable(ref('Missing')),
  since: nullable(day),
  until: nullable(day),
  blocks: nullable(
    object<Block>({ code: oneOf(...obstacles), phases: list(slug), outside: list(slug), bodies: list(bodyId) }),
  ),
});
