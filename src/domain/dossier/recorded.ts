// Where a fact stands in the record, taken from its event.
import type { DossierEvent } from './events.js';
import type { Recorded } from './state.js';

export const recordedFrom = ({ sequence, recordedAt, recordedBy, hash, facts }: DossierEvent): Recorded => ({
  sequence,
  recordedAt,
  by: { id: recordedBy, role: facts.by.role, body: facts.by.body ?? null },
  hash,
});
