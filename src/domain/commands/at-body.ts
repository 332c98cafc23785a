// What is noted of one body at an open gate: that it received the proposal, and when its own meeting treats it.
import { plannedFor } from '../dossier/agenda.js';
import { withRound } from '../dossier/folds.js';
import { dayOf } from '../calendar.js';
import type { Payload } from '../facts/fact.js';
import { keep } from '../facts/keeping.js';
import { agendaFacts, receiptFacts } from '../facts/of-gates.js';
import { invalid, type FieldError } from '../refusal.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { defineCommand, type Context } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { mustBeNew } from './once.js';
import { endFromReceipt } from '../workflow/weeks.js';
import { gateAt, knownBody, mustBeOpen, type GateTarget } from './targets.js';

/**
 * The body's own term starts; a later note takes the place of an earlier one. The event holds until when, so that a decree
 * on public holidays which comes later changes no term that runs.
 */
export const recordReceipt = defineCommand<{ gate: Slug }, GateTarget, typeof receiptFacts, 'ReceiptRecorded'>({
  says: receiptFacts,
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
  decide: (target, asked, { today }) => {
    const { on } = asked;
    const { number: round, terms } = mustBeOpen(target);
    receiptFollows(target, asked);
    if (target.round?.receipts[asked.body]?.on === on) mustBeNew({});
    const { facts, texts } = keep(receiptFacts, asked);
    const dueOn = endFromReceipt(terms.gate, on, today);
    return [{ type: 'ReceiptRecorded', on, facts: { gate: target.phase.id, round, ...facts, dueOn }, texts }];
  },
  fact: { type: 'ReceiptRecorded', follows: receiptFollows },
  folds: {
    ReceiptRecorded: (dossier, { on, facts }, { recordedAt }) =>
      withRound(dossier, facts, (round) => {
        const dueOn = facts.dueOn ?? endFromReceipt(round.terms.gate, on, dayOf(recordedAt));
        return { ...round, receipts: { ...round.receipts, [facts.body]: { on, dueOn } } };
      }),
  },
});

function receiptFollows({ round }: GateTarget, { on }: { on: Day }): void {
  follows('/on', on, round?.submittedOn);
}

/** The meeting may lie ahead; that it was planned is a fact of today. */
export const scheduleItem = defineCommand<{ gate: Slug }, GateTarget, typeof agendaFacts, 'ItemScheduled'>({
  says: agendaFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ dossier }, { body }) => [{ right: 'schedule-item', body: knownBody(dossier, body) }],
  fields: (target, { body, meetingOn }) => [
    ...bodyFields(target, body),
    ...notBefore('/meetingOn', meetingOn, target.dossier.startedOn),
  ],
  ready: mustBeOpen,
  decide: (target, asked, { today }) => {
    const { number: round } = mustBeOpen(target);
    itemFollows(target, asked, { today });
    mustBeNew(isPlanned(target, asked, today) ? {} : null);
    const withdrawn = asked.withdrawn === true ? true : undefined;
    const { facts, texts } = keep(agendaFacts, asked);
    return [{ type: 'ItemScheduled', on: today, facts: { gate: target.phase.id, round, ...facts, withdrawn }, texts }];
  },
  fact: { type: 'ItemScheduled', follows: itemFollows },
  folds: {
    ItemScheduled: (dossier, { on, facts }, _, sequence) => {
      const { body, meetingOn, stage, withdrawn } = facts;
      return withRound(dossier, facts, (round) => {
        const item = { meetingOn, stage, plannedOn: on, sequence, withdrawn: withdrawn ?? false };
        return { ...round, agendas: { ...round.agendas, [body]: [...(round.agendas[body] ?? []), item] } };
      });
    },
  },
});

/** Noted on the same day already; on a later one it is planned again, as after it was deferred. */
function isPlanned(
  { round }: GateTarget,
  { body, meetingOn, stage, withdrawn }: Payload<typeof agendaFacts>,
  today: Day,
): boolean {
  const planned = round && plannedFor(round, body, today);
  return !withdrawn && planned?.plannedOn === today && planned.meetingOn === meetingOn && planned.stage === stage;
}

/** What is taken off an agenda stands on it. @throws Refusal */
function itemFollows(
  { round }: GateTarget,
  { body, meetingOn, withdrawn }: Payload<typeof agendaFacts>,
  { today }: Pick<Context, 'today'>,
): void {
  const planned = round && plannedFor(round, body, today);
  if (withdrawn && planned?.meetingOn !== meetingOn)
    throw invalid([{ pointer: '/meetingOn', code: 'not-allowed-here', allowed: planned ? [planned.meetingOn] : [] }]);
}

/** One of those who decide here. */
export function bodyFields({ dossier, electorate: allowed }: GateTarget, asked: BodyId): FieldError[] {
  const body = knownBody(dossier, asked);
  if (body === undefined) return [{ pointer: '/body', code: 'unknown-body', allowed }];
  return allowed.includes(body) ? [] : [{ pointer: '/body', code: 'not-in-electorate', allowed }];
}
