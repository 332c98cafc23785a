// Records what became of an expected meeting: held, moved or cancelled. A later record takes the place of an earlier one,
// and both are kept.
import { earliest } from '../calendar.js';
import { withPhase } from '../dossier/folds.js';
import { dueDay, meetingOn, meetingsOf, type Meeting } from '../dossier/meetings.js';
import { phaseState } from '../dossier/state.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { meetingRecordFacts } from '../facts/of-phases.js';
import type { Reason } from '../reasons.js';
import { invalid, type FieldError } from '../refusal.js';
import type { Day, Id, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { mustBe, mustNotBeStopped, phaseAt, type PhaseTarget } from './targets.js';

type RecordMeeting = Payload<typeof meetingRecordFacts>;

export const recordMeeting = defineCommand<{ phase: Slug }, PhaseTarget, typeof meetingRecordFacts, 'MeetingRecorded'>({
  says: meetingRecordFacts,
  locate: (dossier, { phase }) => phaseAt(dossier, phase),
  asks: () => [{ right: 'record-meeting' }],
  fields: ({ dossier, phase }, asked, { today }) => {
    if (!phase.recurs) return [{ pointer: '', code: 'not-allowed-here', because: { code: 'nothing-recurs' } }];
    const { expectedOn, heldOn, movedTo } = asked;
    return [
      ...outcomeFields(asked),
      ...notBefore('/expectedOn', expectedOn, dossier.startedOn),
      ...(heldOn === undefined ? [] : happened('/heldOn', heldOn, today, dossier)),
      ...notBefore('/movedTo', movedTo, dossier.startedOn),
      ...valueFields(phase.recurs.goals?.map(({ id }) => id) ?? [], asked),
    ];
  },
  ready: (target) => {
    mustNotBeStopped(target.dossier);
    mustBe(target, 'underway', 'at-gate', 'refused', 'passed');
  },
  decide: (target, asked, { today, newId }) => {
    const { phase } = target;
    const meeting = expectedMeeting(target, asked.expectedOn, today);
    const { heldOn, movedTo } = asked;
    if (heldOn !== undefined) mustFit(target, meeting, heldOn, today);
    if (movedTo !== undefined) mustBeFree(target, meeting, movedTo, today);
    const corrects = corrected(meeting, asked.reason);
    const { facts, texts } = keep(meetingRecordFacts, asked);
    const place = { phase: phase.id, meeting: newId(), expectedOn: meeting.expectedOn, corrects };
    // That it will not be on its day is known on that day at the latest.
    const on = heldOn ?? earliest(dueDay(meeting), today) ?? today;
    return [{ type: 'MeetingRecorded', on, facts: { ...place, ...facts }, texts }];
  },
  fact: { type: 'MeetingRecorded', follows: meetingFollows, byChair: true },
  folds: {
    MeetingRecorded: (dossier, { facts, texts }) => {
      const { phase, meeting: id, expectedOn, corrects } = facts;
      const record = { ...read(meetingRecordFacts, facts, texts), id, expectedOn };
      const corrected = corrects === undefined ? dossier.corrected : { ...dossier.corrected, [corrects]: id };
      const meetings = [...phaseState(dossier, phase).meetings, record];
      return withPhase({ ...dossier, corrected }, phase, { meetings });
    },
  },
});

/** Exactly one of the three, with a reason where it was not held. */
function outcomeFields({ heldOn, movedTo, cancelled, reason }: RecordMeeting): FieldError[] {
  const said = Object.entries({ heldOn, movedTo, cancelled }).flatMap(([name, value]) =>
    value === undefined ? [] : [`/${name}`],
  );
  const [first, ...more] = said;
  if (first === undefined) return [{ pointer: '/heldOn', code: 'required' }];
  const isReasonMissing = heldOn === undefined && reason === undefined;
  return [
    ...more.map((pointer): FieldError => ({ pointer, code: 'not-allowed-here' })),
    ...(isReasonMissing ? [{ pointer: '/reason', code: 'reason-required' } satisfies FieldError] : []),
  ];
}

function valueFields(goals: readonly Slug[], { heldOn, values }: RecordMeeting): FieldError[] {
  if (values === undefined) return [];
  if (heldOn === undefined) return [{ pointer: '/values', code: 'not-allowed-here' }];
  const unknown = Object.keys(values).filter((goal) => !goals.includes(goal));
  return unknown.map((goal) => ({ pointer: `/values/${goal}`, code: 'unknown-option', allowed: goals }));
}

/** @throws Refusal with the days on which something is still expected */
function expectedMeeting({ dossier, phase }: PhaseTarget, named: Day, today: Day): Meeting {
  const found = meetingOn(dossier, phase, named, today);
  if (found) return found;
  const open = meetingsOf(dossier, phase, today).filter(({ status }) => !['held', 'cancelled'].includes(status));
  throw invalid([{ pointer: '/expectedOn', code: 'not-allowed-here', allowed: open.map(dueDay) }]);
}

function meetingFollows({ state }: PhaseTarget, { heldOn }: RecordMeeting): void {
  if (heldOn !== undefined) follows('/heldOn', heldOn, state.startedOn);
}

/** It was held while its phase ran, on a day of its own. @throws Refusal */
function mustFit({ dossier, phase, state }: PhaseTarget, { expectedOn }: Meeting, heldOn: Day, today: Day): void {
  follows('/heldOn', heldOn, state.startedOn);
  const refuse = (because: Reason) => invalid([{ pointer: '/heldOn', code: 'not-allowed-here', because }]);
  if (state.passedOn !== null && heldOn > state.passedOn)
    throw refuse({ code: 'after-the-phase', passedOn: state.passedOn });
  const other = meetingsOf(dossier, phase, today).find((one) => one.expectedOn !== expectedOn && one.on === heldOn);
  if (other?.status === 'held') throw refuse({ code: 'day-of-other-meeting', expectedOn: other.expectedOn });
}

/** Two meetings on one day could not be told apart. @throws Refusal */
function mustBeFree({ dossier, phase, state }: PhaseTarget, meeting: Meeting, movedTo: Day, today: Day): void {
  follows('/movedTo', movedTo, state.startedOn);
  const there = meetingOn(dossier, phase, movedTo, today);
  const isBack = there?.expectedOn === meeting.expectedOn && dueDay(meeting) !== movedTo;
  if (there === null || isBack) return;
  throw invalid([{ pointer: '/movedTo', code: 'not-allowed-here', because: { code: 'day-of-a-meeting' } }]);
}

/**
 * The record that this one corrects: what was moved goes on, but what was held or cancelled was wrongly recorded.
 * @throws Refusal when nobody says why
 */
function corrected({ last }: Meeting, reason: string | undefined): Id | undefined {
  if (last?.movedTo !== null) return undefined; // nothing yet, or moved
  if (reason === undefined) throw invalid([{ pointer: '/reason', code: 'reason-required' }]);
  return last.id;
}
