// Law 9 of what a body's stand is, and what an extension is made of, in the domain alone.
import fc from 'fast-check';
import { daysAfter } from '../../src/domain/calendar.js';
import { standOf } from '../../src/domain/stand/stand.js';
import { isLate, isOver, termOf } from '../../src/domain/stand/term.js';
import { responded } from '../../src/domain/rules/responded.js';
import { asking, begin, chair, colleges, lead, own, planOf, Staged, today } from '../support/staged-play.js';

const plans = {
  promised: planOf({ moment: asking() }),
  weeks: planOf({ moment: asking({ weeksFromReceipt: 8 }) }),
  own: planOf({ moment: asking({ weeksFromReceipt: 3, ownTerm: true }) }),
  advice: planOf({ moment: asking({ weeksFromReceipt: 8, rule: responded('colleges') }) }),
};
const gate = { gate: 'moment' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'Het reces valt in de termijn.';
const span = 120;
/** Every sixth day, and so all weekdays in turn. */
const days = Array.from({ length: 30 }, (_, i) => daysAfter(begin, i * 6));
const one = <T>(...among: T[]) => fc.constantFrom(...among);
const day = fc.nat(span).map((n) => daysAfter(begin, n));

const extension = fc.record(
  { body: one(...colleges), on: day, longer: fc.nat(span) },
  { requiredKeys: ['on', 'longer'] },
);
const story = fc.record({
  plan: one(...Object.values(plans)),
  replyBy: fc.option(day, { nil: undefined }),
  receipts: fc.array(fc.record({ body: one(...colleges), on: day }), { maxLength: 4 }),
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
        over: isOver(terms, round, body, on),
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
      const before = lateness(staged);
      for (const { longer, ...more } of drawn.extensions) {
        const asked = { ...more, until: daysAfter(more.on, longer), reason };
        if (staged.refused('extend-term', gate, asked) !== null) continue;
        staged.give('extend-term', gate, asked);
        extended++;
      }
      const after = lateness(staged);
      const worse = after.filter(({ over, late }, i) => (over && !before[i]?.over) || (late && !before[i]?.late));
      const moved = after.filter(({ side }, i) => side !== before[i]?.side);
      expect([worse, moved]).toEqual([[], []]);
    }),
    { numRuns: 60 },
  );
  expect(extended).toBeGreaterThan(40);
});

describe('a term', () => {
  const due = (staged: Staged, body = oost, on = today) => {
    const round = staged.round('moment');
    return termOf(round.terms.gate, round, body, on);
  };

  it('is the latest of what was promised, what the law gives from the receipt, and an extension from its day on', () => {
    const staged = new Staged(plans.weeks).put('moment', begin, { replyBy: '2024-06-08' });
    expect(due(staged)).toEqual({
      receivedOn: null,
      given: null,
      promised: '2024-06-08',
      extendedTo: null,
      dueOn: null,
    });
    staged.give('record-receipt', gate, { body: oost, on: '2024-03-31' });
    expect(due(staged)).toMatchObject({ receivedOn: '2024-03-31', given: '2024-05-27', dueOn: '2024-06-08' });
    staged.give('extend-term', gate, { on: '2024-06-01', until: '2024-07-15', reason });
    expect(due(staged, oost, '2024-05-31')).toMatchObject({ extendedTo: null, dueOn: '2024-06-08' });
    expect(due(staged, oost, '2024-06-01')).toMatchObject({ extendedTo: '2024-07-15', dueOn: '2024-07-15' });
    expect(due(staged, west)).toMatchObject({ extendedTo: null, dueOn: null });
    staged.give('record-receipt', gate, { body: west, on: '2024-07-01' });
    expect(due(staged, west)).toMatchObject({ given: '2024-08-26', extendedTo: '2024-07-15', dueOn: '2024-08-26' });
  });

  it('begins on the day of the receipt', () => {
    const staged = new Staged(plans.weeks).put('moment');
    staged.give('record-receipt', gate, { body: oost, on: '2024-03-31' });
    expect(due(staged, oost, '2024-03-30')).toMatchObject({ receivedOn: null, dueOn: null });
    expect(due(staged, oost, '2024-03-31')).toMatchObject({ dueOn: '2024-05-27' });
  });

  it('of the region itself ends on the day itself, also on a Sunday or Easter Monday', () => {
    const staged = new Staged(plans.own).put('moment');
    staged.give('record-receipt', gate, { body: oost, on: '2024-03-11' });
    expect(due(staged)).toMatchObject({ given: '2024-04-01', dueOn: '2024-04-01' });
  });

  it('that somebody chose never moves', () => {
    const staged = new Staged(plans.promised).put('moment', begin, { replyBy: '2024-05-26' });
    staged.give('extend-term', gate, { body: oost, on: '2024-05-01', until: '2024-06-02', reason }, chair);
    expect(due(staged)).toMatchObject({ promised: '2024-05-26', extendedTo: '2024-06-02', dueOn: '2024-06-02' });
    expect(due(staged, west)).toMatchObject({ extendedTo: null, dueOn: '2024-05-26' });
  });
});

describe('an extension', () => {
  const put = (more: object = { replyBy: '2024-05-16' }, plan = plans.promised) =>
    new Staged(plan).put('moment', begin, more);
  const asked = { on: '2024-05-10', until: '2024-05-30', reason };

  it('keeps what was decided, and what was late and no longer is, is not late', () => {
    const staged = put();
    staged.decide('moment', oost, 'agree', '2024-05-28');
    const [decision] = staged.decisions('moment');
    if (!decision) throw new Error('it was recorded');
    expect(isLate(staged.round('moment'), decision, today)).toBe(true);
    expect(staged.give('extend-term', gate, { ...asked, grantedBy: 'het overleg van 10 mei' })).toEqual([
      {
        type: 'TermExtended',
        on: '2024-05-10',
        facts: { gate: 'moment', round: 1, until: '2024-05-30' },
        texts: { reason, grantedBy: 'het overleg van 10 mei' },
      },
    ]);
    expect(isLate(staged.round('moment'), decision, today)).toBe(false);
    expect(staged.decisions('moment')).toHaveLength(1);
  });

  it('lengthens a term that runs, for who is asked, at a gate that lies open', () => {
    const refused = (staged: Staged, more: object = {}) =>
      staged.refused('extend-term', gate, { ...asked, ...more }, chair);
    const tooEarly = (pointer: string, limit: string) => [{ pointer, code: 'date-too-early', limit }];
    expect(refused(new Staged(plans.promised))).toMatchObject({ code: 'gate-not-open' });
    expect(refused(put({}))).toMatchObject([{ pointer: '', code: 'not-allowed-here' }]);
    expect(refused(put({}, plans.weeks), { body: oost })).toMatchObject([
      { pointer: '/body', code: 'not-allowed-here' },
    ]);
    expect(refused(put(), { until: '2024-05-16' })).toEqual(tooEarly('/until', '2024-05-17'));
    expect(refused(put(), { until: '2024-05-09' })).toEqual(tooEarly('/until', '2024-05-10'));
    expect(refused(put(), { on: '2024-12-02', until: '2024-12-30' })).toMatchObject([
      { pointer: '/on', code: 'date-in-future' },
    ]);
    expect(refused(new Staged(plans.promised, '2024-01-02').put('moment', begin), { on: '2024-01-31' })).toEqual(
      tooEarly('/on', begin),
    );
    expect(refused(put(), { body: 'oost/raad' })).toMatchObject([{ pointer: '/body', code: 'not-in-electorate' }]);
    expect(refused(put(), { body: 'elders/college' })).toMatchObject([{ pointer: '/body', code: 'unknown-body' }]);
    expect(put().refused('extend-term', gate, asked, own(oost))).toMatchObject({ code: 'not-your-role' });
    expect([refused(put()), put().refused('extend-term', gate, asked, lead)]).toEqual([null, null]);
  });

  it('may be given when the term is over already', () => {
    const staged = put();
    expect(staged.refused('extend-term', gate, { ...asked, on: '2024-05-20' })).toBeNull();
  });
});

describe('a go without who will decide yet', () => {
  const staged = () => {
    const one = new Staged(plans.advice).put('moment');
    for (const body of colleges) one.give('record-receipt', gate, { body, on: begin });
    one.decide('moment', oost, 'view', '2024-03-01', { tenor: 'positive' });
    return one;
  };
  const rule = (one: Staged, more: object = {}) =>
    one.refused('rule-gate', gate, { ruling: 'go', ruledOn: '2024-04-15', ...more }, chair);

  it('needs a reason where one of them said when', () => {
    const one = staged();
    one.decide('moment', west, 'deferred', '2024-03-10', { nextDate: '2024-09-11' });
    expect(rule(one)).toMatchObject([
      {
        pointer: '/reason',
        code: 'reason-required',
        because: `ontbreekt: ${west} besluit later, of gaf een besluit nog niet vrij; schrijf op waarom daar niet op gewacht wordt`,
      },
    ]);
    expect(rule(one, { reason: 'Wij wachten niet langer.' })).toBeNull();
  });

  it('needs none where nobody did, or where the day that was said is over', () => {
    const one = staged();
    expect(rule(one)).toBeNull();
    one.decide('moment', west, 'deferred', '2024-03-10', { nextDate: '2024-04-14' });
    one.decide('moment', eiland, 'deferred', '2024-03-10');
    expect(rule(one)).toBeNull();
  });
});
