// What can be asked of a phase beside its start and its end, and of what it waits for, as it is sent.
import type { PlanPhase } from '../domain/commands/plan-phase.js';
import type { RecordFact } from '../domain/commands/record-fact.js';
import type { RecordMeeting } from '../domain/commands/record-meeting.js';
import type { Day, Slug } from '../domain/vocabulary.js';
import { optional, required } from './field.js';
import * as kinds from './kinds.js';

const { day, longText, recordOf, slug, title, yes } = kinds;

const goalsMax = 20;

export class PlanPhaseRequest implements PlanPhase {
  @required(day) on!: Day;
  @optional(day) from?: Day;
  @optional(day) until?: Day;
  @required(longText) reason!: string;
}

export class RecordMeetingRequest implements RecordMeeting {
  @required(day) expectedOn!: Day;
  @optional(day) heldOn?: Day;
  @optional(day) movedTo?: Day;
  @optional(yes) cancelled?: true;
  @optional(longText) reason?: string;
  @optional(recordOf(title, goalsMax)) values?: Record<Slug, string>;
}

export class RecordFactRequest implements RecordFact {
  @required(slug) fact!: Slug;
  @required(day) on!: Day;
  @required(longText) source!: string;
}
