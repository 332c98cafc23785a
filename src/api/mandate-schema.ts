// The schema of a mandate as it is shown.
import { mandateFacts } from '../domain/facts/of-mandates.js';
import type { MandateView } from '../domain/views/mandate-view.js';
import { day, id, nullable, object, oneOf, ref, text } from './schema-kinds.js';
import { shownSchema } from './schema-of.js';

export const mandate = object<MandateView>({
  ...shownSchema(mandateFacts),
  id,
  lastDay: nullable(day),
  endedBecause: nullable(text),
  confirmation: oneOf('by-body', 'unconfirmed', 'confirmed', 'disputed'),
  confirmationReason: nullable(text),
  recorded: ref('Recorded'),
});
