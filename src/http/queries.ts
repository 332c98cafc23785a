// The parameters of reading. They arrive as text; what they mean is a step further.
import { normaliseInstant } from '../domain/calendar.js';
import type { Moment } from '../domain/fold/history.js';
import { runningStates } from '../domain/dossier/state.js';
import { securityKinds } from '../domain/security/entries.js';
import { needed, said, type Payload } from '../domain/facts/fact.js';
import { day, decimal, id, instant, network, oneOf, slug, text } from '../domain/facts/values.js';

const cursor = text(500);
const numberMax = 1_000_000;

export const pageQuery = { limit: said(decimal(1, 100)), cursor: said(cursor) };

export const dossiersQuery = {
  ...pageQuery,
  state: said(oneOf(runningStates)),
  workflow: said(slug),
};

/** What is looked for in the security log. */
export const securityQuery = {
  ...pageQuery,
  kind: said(oneOf(securityKinds)),
  person: said(id),
  address: said(network),
  from: said(instant),
  before: said(instant),
};

export const workflowQuery = { version: said(decimal(1, numberMax)) };

export const searchQuery = { ...pageQuery, q: needed(said(text(200))) };

export const momentQuery = { asOf: said(day), knownAt: said(instant) };

/** What the parameters mean; any offset of an instant is brought to UTC. */
export const momentOf = ({ asOf, knownAt }: Payload<typeof momentQuery>): Moment => ({
  asOf: asOf ?? null,
  knownAt: knownAt === undefined ? null : normaliseInstant(knownAt),
});

export const gateQuery = { ...momentQuery, round: said(decimal(1, numberMax)) };

export const eventsQuery = { ...momentQuery, limit: said(decimal(1, 1000)), cursor: said(cursor) };
