// A dossier that was written while the clock of the machine stood in 2036 (finding 9): every day in it can be put right once
// the clock is, in the order of the record, and then it reads as one that was written on those days.
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { readingOf } from '../../src/domain/dossier/acts.js';
import { window } from '../../src/domain/calendar.js';
import { admit } from '../../src/domain/commands/commands.js';
import type { DossierEvent, EventType } from '../../src/domain/dossier/events.js';
import { currentRound, type Dossier } from '../../src/domain/dossier/state.js';
import { effective } from '../../src/domain/fold/effective.js';
import { kindOfFact } from '../../src/domain/fold/fact-kinds.js';
import { now } from '../../src/domain/fold/history.js';
import { Refusal } from '../../src/domain/refusal.js';
import { standing } from '../../src/domain/stand/at-gate.js';
import { dossierView } from '../../src/domain/views/dossier-view.js';
import { viewerOf } from '../../src/domain/views/viewer.js';
import { phase } from '../../src/domain/workflow/define.js';
import { seal } from '../../src/store/seal.js';
import { withSaid } from '../../src/wording/gates/said.js';
import { fold } from '../support/fold.js';
import { mended, type Mend } from '../support/mend.js';
import { Play } from '../support/play.js';
import { asking, chair, colleges, evidence, lead, own, planOf } from '../support/staged-play.js';

const source = 'test';
const reason = 'Zo besloten.';
const plan = planOf(
  {
    ronde: phase('Ronde', window('2024', '2040'), { source, visits: 'colleges', recurs: { every: { weeks: 1 } } }),
    moment: asking(),
    weer: asking({ weeksFromReceipt: 8 }),
    wacht: phase('Wacht', window('2024'), { source, waitsFor: ['wet'] }),
  },
  { outside: { wet: { title: 'De wet', source } } },
);
const plans = new PlanCatalogue([plan]);
const [oost = '', west = '', eiland = ''] = colleges;

/** The same dossier in whichever year the clock says that it is. */
function story(year: number, isStopped = false): readonly DossierEvent[] {
  const on = (day: string) => `${year}-${day}`;
  const play = Play.start(plan, on('01-01'));
  const give: Play['give'] = (...asked) => play.give(...asked);
  const today = on('03-31');
  const decide = (gate: string, body: string, more: object = {}): string => {
    const said = { body, decision: 'agree' as const, decidedOn: on('02-10'), ...more };
    const [event] = give('record-decision', { gate }, said, own(body), today);
    return event && 'decision' in event.facts ? event.facts.decision : '';
  };
  give('start-phase', { phase: 'ronde' }, { on: on('01-02') }, lead, today);
  give('plan-phase', { phase: 'moment' }, { on: on('01-02'), until: on('06-30'), reason }, lead, today);
  for (const body of colleges) give('visit-body', { phase: 'ronde' }, { body, on: on('01-09') }, lead, today);
  const meeting = { expectedOn: on('01-09'), heldOn: on('01-10'), reason };
  give('record-meeting', { phase: 'ronde' }, meeting, lead, today);
  give('complete-phase', { phase: 'ronde' }, { on: on('01-20') }, lead, today);
  give('record-fact', {}, { fact: 'wet', on: on('01-21'), source }, lead, today);
  const gate = 'moment';
  give('start-phase', { phase: gate }, { on: on('02-01') }, lead, today);
  give('submit-gate', { gate }, { on: on('02-02'), replyBy: on('03-01') }, lead, today);
  give('revise-proposal', { gate }, { on: on('02-03'), title: 'Tweede versie' }, lead, today);
  give('schedule-item', { gate }, { body: eiland, meetingOn: on('04-05'), stage: 'college' }, own(eiland), today);
  give('extend-term', { gate }, { on: on('02-04'), until: on('04-15'), reason }, chair, today);
  const first = decide(gate, oost, { decision: 'agree-with-remarks', remarks: ['Let op de kosten.'] });
  give('answer-remark', { gate, decision: first }, { remark: 0, answer: 'Dat doen we.', on: on('02-12') }, lead, today);
  give('adopt-list', { gate, decision: first }, { on: on('02-20') }, own(oost), today);
  const closed = decide(gate, west, { release: { scope: 'own', ground: 'Gemeentewet art. 86' } });
  give('release-decision', { gate, decision: closed }, { on: on('02-25'), scope: 'public' }, own(west), today);
  const conditions = [{ text: 'Meer geld.', effect: 'elaboration' }];
  const taken = decide(gate, eiland, { decision: 'agree-with-conditions', conditions });
  const [condition = ''] = Object.keys(play.dossier.conditions);
  give('answer-condition', { gate, condition }, { answer: 'adopted', on: on('02-25') }, chair, today);
  give('withdraw-decision', { gate }, { decision: taken, on: on('02-26'), reason }, own(eiland), today);
  give('rule-gate', { gate }, { ruling: 'go', ruledOn: on('03-02'), reason }, chair, today);
  give('reopen-gate', { gate }, { on: on('03-03'), reason }, chair, today);
  give('start-phase', { phase: 'weer' }, { on: on('03-04') }, lead, today);
  give('submit-gate', { gate: 'weer' }, { on: on('03-05') }, lead, today);
  give('record-receipt', { gate: 'weer' }, { body: oost, on: on('03-06') }, lead, today);
  const said = { body: eiland, decision: 'agree' as const, decidedOn: on('03-06'), evidence };
  give('record-decision', { gate: 'weer' }, said, lead, today);
  const [act] = play.dossier.acts.weer ?? [];
  const word = { on: on('03-07'), confirmed: false, reason };
  give('confirm-decision', { gate: 'weer', decision: act?.holds ?? '' }, word, own(eiland), today);
  give('withdraw-gate', { gate: 'weer' }, { on: on('03-07'), reason }, lead, today);
  if (isStopped) give('stop-dossier', {}, { on: on('03-08'), reason }, chair, today);
  return play.events;
}

const today = '2026-03-31';
const years: readonly [wrong: string, right: string] = ['2036-', '2026-'];

/** Each day of what was said, in the year that it was. */
const inTheRightYear = (said: object): Mend =>
  Object.fromEntries(
    Object.entries(said).flatMap(([field, value]: [string, unknown]) =>
      typeof value === 'string' && value.startsWith(years[0]) ? [[field, value.replace(...years)]] : [],
    ),
  );

function accepted<T>(found: T | Refusal, what: string): T {
  if (found instanceof Refusal) throw new Error(`${what}: ${found.code} ${JSON.stringify(found.errors)}`);
  return found;
}

let ids = 0;

/** A decision with its list and its release, by who recorded it. */
function decisionMended(events: readonly DossierEvent[], gate: string, id: string): readonly DossierEvent[] {
  const dossier = fold(plans, events, now);
  const act = dossier.acts[gate]?.find(({ readings }) => readings.some((reading) => reading.id === id));
  if (!act) throw new Error(`${id} was recorded`);
  const { id: corrects, body, decidedOn, listAdoptedOn, release } = readingOf(act);
  const { scope, from, ground } = release;
  const days = inTheRightYear({ decidedOn, listAdoptedOn });
  const released = from === null ? {} : { release: { scope, from: from.replace(...years), ...(ground && { ground }) } };
  const payload = { corrects, body, reason, ...days, ...released, ...(act.own ? {} : { evidence }) };
  const person = { id: 'p9', assignments: [{ ...(act.own ? own(body) : lead), from: '2000-01-01', until: null }] };
  const admitted = admit({ dossier, person, today }, 'record-decision', { gate }, { payload });
  const context = { today, by: admitted.acting, newId: () => `new-${++ids}`, plans };
  admitted.validate(context);
  const said = admitted.decide(context).map((event) => withSaid(dossier, event));
  return said.reduce<readonly DossierEvent[]>((found, event) => {
    const last = found.at(-1);
    if (!last) throw new Error('a dossier has events');
    return [...found, seal(dossier.id, last, event, admitted.acting, last.recordedAt).event]; // it never runs backwards
  }, events);
}

/** What is read of it, but for what it is called and when it was recorded. */
function read(dossier: Dossier): unknown {
  const viewer = viewerOf({ id: 'x', assignments: [] }, dossier, () => null, today);
  const view = dossierView({ dossier, moment: now, day: today, viewer });
  const bodies = ['moment', 'weer'].map((id) => {
    const round = currentRound(dossier, id);
    return (
      round && standing(dossier, id, round, today).bodies.map(({ body, side, why, until }) => [body, side, why, until])
    );
  });
  const text = JSON.stringify({ view, bodies }, (key, value: unknown) =>
    ['version', 'recordedAt', 'recordedBy', 'recorded', 'id'].includes(key) ? undefined : value,
  );
  return JSON.parse(text) as unknown;
}

it('is put right fact by fact, and reads as one that was written in time', () => {
  let events = story(2036);
  const done = new Set<EventType>();
  for (const { newest: reading } of effective(events)) {
    const kind = kindOfFact(reading.type);
    const { decision, gate } = reading.facts as { decision?: string; gate?: string };
    done.add(reading.type);
    events = kind
      ? accepted(mended(plans, events, reading, inTheRightYear(kind.askedOf(reading)), today), reading.type)
      : decisionMended(events, gate ?? '', decision ?? '');
  }
  expect([...done].sort()).toEqual([...new Set(story(2026).map(({ type }) => type))].sort());
  expect(read(fold(plans, events, now))).toEqual(read(fold(plans, story(2026), now)));
});

it('where it was stopped too, goes on first, and is stopped again', () => {
  const events = story(2036, true);
  const [start] = events;
  const stop = events.at(-1);
  if (!start || !stop) throw new Error('a dossier has events');
  const first = { startedOn: '2026-01-01' };
  expect(mended(plans, events, start, first, today)).toMatchObject({ code: 'not-in-this-state' });
  const running = accepted(mended(plans, events, stop, { never: true }, today), stop.type);
  expect(fold(plans, accepted(mended(plans, running, start, first, today), start.type), now)).toMatchObject(first);
});
