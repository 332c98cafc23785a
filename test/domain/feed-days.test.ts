// The days that a calendar program is given: whatever is recorded, and however much time goes by, no day of the same name says
// something else under the same number, for then the program would keep the old one.
import fc from 'fast-check';
import { loadPlans } from '../../src/app/plan-catalogue.js';
import { daysAfter } from '../../src/domain/calendar.js';
import { Refusal } from '../../src/domain/refusal.js';
import { feedDays, type FeedDay } from '../../src/domain/views/feed-days.js';
import type { Day } from '../../src/domain/vocabulary.js';
import { Play } from '../support/play.js';
import { colleges, own } from '../support/staged-play.js';
import { calendarText } from '../../src/http/out/icalendar.js';
import { told } from '../support/told.js';
import { testWorkflows } from '../support/workflows.js';

const plan = (await loadPlans(testWorkflows)).get('raadstraject', 1, '');
const gate = 'ontwerp';
const lead = { role: 'process-lead', body: 'raadsregio/overleg' } as const;
const chair = { role: 'chair', body: 'raadsregio/overleg' } as const;
const reason = 'Zo besloten.';

interface At {
  play: Play;
  day: Day;
  body: string;
  /** Some days later. */
  later: Day;
}

type Move = (at: At) => void;

const often: Move[] = [
  ({ play, day, body, later }) =>
    play.give('schedule-item', { gate }, { body, meetingOn: later, stage: 'college' }, own(body), day),
  ({ play, day, body, later }) =>
    play.give('schedule-item', { gate }, { body, meetingOn: later, stage: 'college', withdrawn: true }, own(body), day),
  ({ play, day, later }) =>
    play.give('extend-term', { gate }, { on: day, until: later, reason, grantedBy: 'het overleg' }, lead, day),
  ({ play, day, later }) => play.give('submit-gate', { gate }, { on: day, replyBy: later }, lead, day),
];
const seldom: Move[] = [
  ({ play, day }) => play.give('withdraw-gate', { gate }, { on: day, reason }, lead, day),
  ({ play, day, body }) =>
    play.give('change-electorate', { gate }, { on: day, reason, ...told(day), leaves: [body] }, chair, day),
  ({ play, day, body }) =>
    play.give('record-decision', { gate }, { body, decision: 'agree', decidedOn: day }, own(body), day),
  ({ play, day }) => play.give('stop-dossier', {}, { on: day, reason }, chair, day),
];
const moves: readonly Move[] = [...often, ...often, ...often, ...often, ...often, ...seldom];

const saidOf = ({ on, what, stage, isCancelled }: FeedDay): string => JSON.stringify([on, what, stage, isCancelled]);

it('grow their number whenever they say something else', () => {
  const changed = { moved: 0, cancelled: 0 };
  const move = fc.record({
    which: fc.nat(moves.length - 1),
    body: fc.constantFrom(...colleges),
    days: fc.nat(9),
    later: fc.integer({ min: 20, max: 90 }),
  });
  fc.assert(
    fc.property(fc.array(move, { minLength: 15, maxLength: 30 }), (all) => {
      let day = '2024-01-10';
      const play = Play.start(plan, '2024-01-02');
      play.give('start-phase', { phase: gate }, { on: day }, lead, day);
      play.give('submit-gate', { gate }, { on: day, replyBy: '2024-03-01' }, lead, day);
      const known = new Map<string, FeedDay>();
      for (const { which, body, days, later } of all) {
        day = daysAfter(day, days);
        try {
          moves[which]?.({ play, day, body, later: daysAfter(day, later) });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        const said = play.events.map((event) => ({ event, on: event.on, hidden: null }));
        for (const one of feedDays(play.dossier, day, said)) {
          const before = known.get(one.name);
          known.set(one.name, one);
          if (!before || saidOf(before) === saidOf(one)) continue;
          changed[one.isCancelled ? 'cancelled' : 'moved']++;
          expect([one.name, one.revision > before.revision]).toEqual([one.name, true]);
        }
      }
    }),
    { numRuns: Number(process.env.SLUIS_FEEDS ?? 60), endOnFailure: true },
  );
  expect(changed.moved).toBeGreaterThan(20);
  expect(changed.cancelled).toBeGreaterThan(20);
});

it('end with the last day that can be written', () => {
  const [one, ...lines] = calendarText('Ver', [
    {
      uid: 'a',
      on: '9999-12-31',
      title: 'Ver',
      text: '',
      url: 'https://x.example',
      isCancelled: false,
      sequence: 1,
      asOf: '2024-01-01T00:00:00.000Z',
    },
  ]).split('\r\n');
  expect([one, lines.filter((line) => line.startsWith('DT'))]).toEqual([
    'BEGIN:VCALENDAR',
    ['DTSTAMP:20240101T000000Z', 'DTSTART;VALUE=DATE:99991231'],
  ]);
});

it('are taken back with the body that decides no more, and with the dossier', () => {
  const play = Play.start(plan, '2024-01-02');
  const on = '2024-01-10';
  play.give('start-phase', { phase: gate }, { on }, lead, on);
  play.give('submit-gate', { gate }, { on, replyBy: '2024-03-01' }, lead, on);
  for (const body of colleges)
    play.give('schedule-item', { gate }, { body, meetingOn: '2024-02-06', stage: 'college' }, own(body), on);
  const cancelled = () =>
    feedDays(play.dossier, '2024-01-12', []).flatMap(({ name, isCancelled }) => (isCancelled ? [name] : []));
  expect(cancelled()).toEqual([]);
  play.give('change-electorate', { gate }, { on, reason, ...told(on), leaves: ['west/college'] }, chair, on);
  expect(cancelled()).toEqual(['ontwerp-1-agenda-west/college']);
  play.give('stop-dossier', {}, { on: '2024-01-11', reason }, chair, '2024-01-11');
  expect(cancelled()).toContain('ontwerp-1-termijn');
  expect(cancelled()).toContain('ontwerp-1-agenda-oost/college');
});
