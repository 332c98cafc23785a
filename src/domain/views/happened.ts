// What an event is about, in a few names: that it happened, at which gate, and of which body. Nothing of what it says.
import { actAnywhere } from '../dossier/acts.js';
import type { DossierEvent, EventType } from '../dossier/events.js';
import type { Dossier } from '../dossier/state.js';
import type { BodyId, DossierId, Hex, Instant, Slug } from '../vocabulary.js';

interface Happened {
  /** The hash of the event. */
  id: Hex;
  event: EventType;
  recordedAt: Instant;
  dossier: DossierId;
  gate: Slug | null;
  body: BodyId | null;
}

/** Only of an event that may be shown to whoever is told. */
export function happenedIn(dossier: Dossier, event: DossierEvent): Happened {
  const { hash: id, type, recordedAt, facts } = event;
  const gate = 'gate' in facts && typeof facts.gate === 'string' ? facts.gate : null;
  return { id, event: type, recordedAt, dossier: dossier.id, gate, body: bodyOf(dossier, event) };
}

function bodyOf(dossier: Dossier, { facts }: DossierEvent): BodyId | null {
  if ('body' in facts && typeof facts.body === 'string') return facts.body;
  if ('decision' in facts) return actAnywhere(dossier, facts.decision)?.body ?? null;
  if ('condition' in facts) return dossier.conditions[facts.condition]?.body ?? null;
  return null;
}
