// The facts of what bodies do beside deciding: to whom they give mandate, and that what they kept secret is so no more.
import type { Hashed } from '../facts/fact.js';
import type { mandateEndFacts, mandateFacts, mandateWordFacts } from '../facts/of-mandates.js';
import type { ownPublicationFacts } from '../facts/of-phases.js';
import type { secrecyLiftFacts } from '../facts/of-secrecy.js';
import type { BodyId, Id, Slug } from '../vocabulary.js';

export interface EventsOfBodies {
  /** Where a body published what it decided, or where what was decided together was, after the phase ended or before. */
  PublicationRecorded: Hashed<typeof ownPublicationFacts> & { phase: Slug };
  /** Somebody decides in the name of a body (Awb, title 10.1). */
  MandateRecorded: Hashed<typeof mandateFacts> & { mandate: Id };
  MandateEnded: Hashed<typeof mandateEndFacts> & { body: BodyId };
  /** What the body says of a mandate that the region recorded. */
  MandateConfirmed: Hashed<typeof mandateWordFacts> & { body: BodyId };
  SecrecyLifted: Hashed<typeof secrecyLiftFacts> & { gate: Slug; decision: Id };
}
