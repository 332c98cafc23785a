// Law 9 of what a body's stand is, over stories of receipts, promises and extensions that fast-check draws.
import fc from 'fast-check';
import { daysAfter } from '../../src/domain/calendar.js';
import { standOf } from '../../src/domain/stand/stand.js';
import { isLate, isOver } from '../../src/domain/stand/term.js';
import { responded } from '../../src/domain/rules/responded.js';
import { asking, begin, colleges, planOf, Staged } from '../support/staged-play.js';

const plans = {
  promised: planOf({ moment: asking() }),
  weeks: planOf({ moment: asking({ weeksFromReceipt: 8 }) }),
  own: planOf({ moment: asking({ weeksFromReceipt: 3, ownTerm: true }) }),
  advice: planOf({ moment: asking({ weeksFromReceipt: 8, rule: responded('colleges') }) }),
};
const gate = { gate: 'moment' };
const reason = 'Het reces valt in de termijn.';
const span = 120;
/** Every sixth day, and so all weekdays in turn. */
const days = Array.from({ length: 30 }, (_, i) => daysAfter(begin, i * 6));
const one = <T>(...among: T[]) => fc.constantFrom(...among);
const day = fc.nat(span).map((n) => daysAfter(begin, n));

const extension = fc.record(
  { body: one(...colleges), on: fc.nat(span).map((n) => daysAfter(begin, n + span / 2)), longer: fc.nat(span) },
  { requiredKeys: ['on', 'longer'] },
);
const story = fc.record({
  plan: one(...Object.values(plans)),
  replyBy: fc.option(day, { nil: undefined, freq: 4 }),
  receipts: fc.array(fc.record({ body: one(...colleges), on: day }), { minLength: 1, maxLength: 4 }),
  decided: fc.uniqueArray(fc.record({ body: one(...colleges), on: day }), {
    selector: ({ body }) => body,
    maxLength: 3,
  }),
  extensions: fc.array(extension, { minLength: 1, maxLength: 4 }),
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

function told({ plan, replyBy, receipts, decided }: Story): Staged {
  const staged = new Staged(plan).put('moment', begin, replyBy === undefined ? {} : { replyBy });
  for (const receipt of receipts)
    if (staged.refused('record-receipt', gate, receipt) === null) staged.give('record-receipt', gate, receipt);
  for (const { body, on } of decided) staged.decide('moment', body, 'agree', on);
  return staged;
}

/** How every body stands on every day: whether its term is over, and whether its decision was late. */
function lateness(staged: Staged) {
  const { dossier } = staged;
  const round = staged.round('moment');
  const terms = round.terms.gate;
  return days.flatMap((on) =>
    colleges.map((body) => {
      const { decision, side } = standOf({ dossier, id: 'moment', gate: terms, round, day: on }, body);
      return {
        on,
        body,
        side,
        over: isOver(round, body, on),
        late: decision !== null && isLate(round, decision, on),
      };
    }),
  );
}

it('9 Lateness: extending never makes an act late nor a body over, and moves no stand', () => {
  let extended = 0;
  fc.assert(
    fc.property(story, (drawn) => {
      const staged = told(drawn);
      let before = lateness(staged);
      for (const { longer, ...more } of drawn.extensions) {
        const asked = { ...more, until: daysAfter(more.on, longer), reason };
        if (staged.refused('extend-term', gate, asked) !== null) continue;
        staged.give('extend-term', gate, asked);
        extended++;
        const after = lateness(staged);
        const worse = after.filter(({ over, late }, n) => (over && !before[n]?.over) || (late && !before[n]?.late));
        const moved = after.filter(({ side }, n) => side !== before[n]?.side);
        expect([worse, moved]).toEqual([[], []]);
        before = after;
      }
    }),
    { numRuns: 60 },
  );
  expect(extended).toBeGreaterThan(20); // some eighty
});
