// The schemas of what is recorded: an event of a dossier, and one of the record of people.
import { linkUses } from '../domain/vocabulary.js';
import type { PersonEventView } from '../domain/views/person-view.js';
import type { EventView } from './event-view.js';
import { count, day, hex, instant, nullable, object, oneOf, record, ref, salt, text } from './schema-kinds.js';

/** By a link from a mail. */
export const linkUse = nullable(oneOf(...linkUses));

/** What every event of a chain says of itself. */
const event = {
  sequence: count,
  type: text,
  format: count,
  on: day,
  recordedAt: instant,
  recordedBy: ref('PersonRef'),
  facts: { type: 'object' },
  texts: record(object<EventView['texts'][string]>({ text: nullable(text), salt: nullable(salt) })),
  previous: hex,
  hash: hex,
};

export const storedEvent = object<EventView>(event);
export const personEvent = object<PersonEventView>({ ...event, recordedBy: nullable(ref('PersonRef')) });
