// The parameters of reading. They arrive as text; what they mean is a step further.
import { normaliseInstant } from '../domain/calendar.js';
import type { Moment } from '../domain/dossier/history.js';
import type { Day, Instant, Slug } from '../domain/vocabulary.js';
import { optional } from './field.js';
import { day, decimal, instant, oneOf, slug, text } from './kinds.js';

const cursor = text(500);

export class PageQuery {
  @optional(decimal(1, 100)) limit?: string;
  @optional(cursor) cursor?: string;
}

export class DossiersQuery extends PageQuery {
  @optional(oneOf(['running', 'completed', 'stopped'])) state?: string;
  @optional(slug) workflow?: Slug;
}

export class WorkflowQuery {
  @optional(decimal(1, 1_000_000)) version?: string;
}

export class MomentQuery {
  @optional(day) asOf?: Day;
  @optional(instant) knownAt?: Instant;
}

/** What the parameters mean; any offset of an instant is brought to UTC. */
export const momentOf = ({ asOf, knownAt }: MomentQuery): Moment => ({
  asOf: asOf ?? null,
  knownAt: knownAt === undefined ? null : normaliseInstant(knownAt),
});

export class GateQuery extends MomentQuery {
  @optional(decimal(1, 1_000_000)) round?: string;
}

export class EventsQuery extends MomentQuery {
  @optional(decimal(1, 1000)) limit?: string;
  @optional(cursor) cursor?: string;
}
