// What is noted of one body at an open gate: that it received the proposal, and when its own meeting treats it.
import { invalid, type FieldError } from '../refusal.js';
import type { AgendaStage, BodyId, Day, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { gateAt, knownBody, mustBeOpen, type AtGate } from './places.js';

export interface RecordReceipt {
  body: BodyId;
  on: Day;
}

/** The body's own term starts; a later note takes the place of an earlier one. */
export const recordReceipt = defineCommand<{ gate: Slug }, AtGate, RecordReceipt>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ dossier }, { body }) => [{ right: 'record-receipt', body: knownBody(dossier, body) }],
  fields: (target, { body, on }, { today }) => [
    ...bodyFields(target, body),
    ...happened('/on', on, today, target.dossier),
    // Without terms of their own there is no clock to start.
    ...(target.gate.weeksFromReceipt === undefined
      ? [
          {
            pointer: '',
            code: 'not-offered-here',
            because: { code: 'no-own-terms' },
          } satisfies FieldError,
        ]
      : []),
  ],
  ready: mustBeOpen,
  decide: (target, { body, on }) => {
    const round = mustBeOpen(target);
    follows('/on', on, round.submittedOn);
    return [{ type: 'ReceiptRecorded', on, facts: { gate: target.phase.id, round: round.number, body }, texts: {} }];
  },
});

export interface ScheduleItem {
  body: BodyId;
  meetingOn: Day;
  stage: AgendaStage;
  withdrawn?: boolean;
}

/** The meeting may lie ahead; that it was planned is a fact of today. */
export const scheduleItem = defineCommand<{ gate: Slug }, AtGate, ScheduleItem>({
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ dossier }, { body }) => [{ right: 'schedule-item', body: knownBody(dossier, body) }],
  fields: (target, { body, meetingOn }) => [
    ...bodyFields(target, body),
    ...notBefore('/meetingOn', meetingOn, target.dossier.startedOn),
  ],
  ready: mustBeOpen,
  decide: (target, { body, meetingOn, stage, withdrawn }, { today }) => {
    const { number: round, agendas } = mustBeOpen(target);
    const planned = Object.hasOwn(agendas, body) ? agendas[body] : undefined;
    if (withdrawn && planned?.meetingOn !== meetingOn)
      throw invalid([{ pointer: '/meetingOn', code: 'not-allowed-here', allowed: planned ? [planned.meetingOn] : [] }]);
    const facts = {
      gate: target.phase.id,
      round,
      body,
      meetingOn,
      stage,
      withdrawn: withdrawn === true ? true : undefined,
    };
    return [{ type: 'ItemScheduled', on: today, facts, texts: {} }];
  },
});

function bodyFields({ dossier, electorate: allowed }: AtGate, asked: BodyId): FieldError[] {
  const body = knownBody(dossier, asked);
  if (body === undefined) return [{ pointer: '/body', code: 'unknown-body', allowed }];
  return allowed.includes(body) ? [] : [{ pointer: '/body', code: 'not-in-electorate', allowed }];
}
