// What the API shows of the events of a dossier, as they are stored.
import type { By } from '../domain/dossier/events.js';
import type { PersonRef } from '../domain/views/decision-view.js';
import type { ListedEvent } from '../app/reading.js';
import type { Viewer } from '../domain/views/viewer.js';
import type { Day, Hex, Id, Instant } from '../domain/vocabulary.js';
import type { SealedText } from '../store/seal.js';

export interface EventView {
  sequence: number;
  type: string;
  format: number;
  on: Day;
  recordedAt: Instant;
  recordedBy: PersonRef;
  facts: object;
  texts: Record<string, SealedText>;
  previous: Hex;
  hash: Hex;
}

/**
 * Findings of a visit are closed: others see that there are some, and neither text nor salt. Of a decision that is not
 * released they see only that its body decided; without the rest of the facts its hash tells nothing either, because an
 * id that cannot be guessed is hashed with them.
 */
export function eventView({ event, texts, on, hidden }: ListedEvent, viewer: Viewer): EventView {
  const { sequence, type, format, recordedAt, recordedBy, facts, previous, hash } = event;
  const closed = event.type === 'BodyVisited' && !viewer.seesFindingsOf(event.facts.body);
  const shown = Object.entries(texts).map(([key, text]): [string, SealedText] => [
    key,
    closed && key.startsWith('findings/') ? { text: null, salt: null } : text,
  ]);
  return {
    sequence,
    type,
    format,
    on,
    recordedAt,
    recordedBy: refTo(recordedBy, facts.by, viewer),
    facts: hidden === null ? facts : { body: hidden, closed: true },
    texts: hidden === null ? Object.fromEntries(shown) : {},
    previous,
    hash,
  };
}

const refTo = (id: Id, by: By, viewer: Viewer): PersonRef => ({
  id,
  role: by.role,
  body: by.body ?? null,
  name: viewer.nameOf(id),
});
