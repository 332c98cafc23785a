// Mandates: who decides in whose name, from when until when; and what a decision that was taken under one is flagged with.
import fc from 'fast-check';
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { now } from '../../../src/domain/fold/history.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { flagsOf } from '../../../src/domain/stand/flags.js';
import type { Day, Id } from '../../../src/domain/vocabulary.js';
import { mandatesView } from '../../../src/domain/views/mandate-view.js';
import { fold } from '../../support/fold.js';
import { mended, type Mend } from '../../support/mend.js';
import {
  asking,
  begin,
  chair,
  colleges,
  evidence,
  lead,
  own,
  planOf,
  Staged,
  today,
} from '../../support/staged-play.js';

const plan = planOf({
  moment: asking({ mandates: [{ body: 'west/college', from: '2024-02-10', until: '2024-02-20', source: 'plan' }] }),
  later: asking(),
});
const next = planOf({ akkoord: asking(), later: asking() }, { version: 2 });
const [oost = '', west = ''] = colleges;
const reason = 'Zo besloten.';
const given = { body: oost, holder: 'Regiomanager', from: '2024-03-01', source: 'mandaatbesluit 12 (verzonnen)' };
const mandated = { form: 'mandated-decision' } as const;
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan, begin, [next]).put('moment').put('later');
});

const give = (more: object = {}, as = own(oost)): Id => {
  staged.give('record-mandate', {}, { ...given, ...more }, as);
  return staged.dossier.mandates.at(-1)?.id ?? '';
};
const end = (mandate: Id, until: Day, as = own(oost)) => staged.give('end-mandate', {}, { mandate, until, reason }, as);
const refused = (more: object, as = own(oost)) => staged.refused('record-mandate', {}, { ...given, ...more }, as);
const notEnded = (mandate: Id, until: Day, as = own(oost)) =>
  staged.refused('end-mandate', {}, { mandate, until, reason }, as);

/** Of the mandate alone. */
function flagged(body = oost, gate = 'moment', dossier = staged.dossier): string[] {
  const round = dossier.rounds[gate]?.at(-1) ?? null;
  const decision = dossier.acts[gate]?.find((act) => act.body === body)?.readings.at(-1);
  if (!decision) throw new Error('it was decided');
  return flagsOf({ dossier, gate, round, day: today }, decision).filter((flag) => flag.includes('mandate'));
}
const decide = (on: Day, body = oost, gate = 'moment') => staged.decide(gate, body, 'agree', on, mandated);

describe('a decision under a mandate', () => {
  it('is recorded, counts, and is flagged where no mandate of its body holds on its day', () => {
    decide('2024-03-10');
    expect([flagged(), staged.standing('moment').tally.for]).toEqual([['no-mandate'], 1]);
    give({ body: west }, own(west));
    expect(flagged()).toEqual(['no-mandate']);
    give({ from: '2024-03-11' });
    expect(flagged()).toEqual(['no-mandate']);
    give();
    expect(flagged()).toEqual([]);
  });

  it.each<[string, Day | undefined, Day, string[]]>([
    ['on the last day', '2024-03-10', '2024-03-10', []],
    ['on the day after', '2024-03-10', '2024-03-11', ['mandate-ended']],
    ['on the first day', '2024-03-10', '2024-03-01', []],
    ['before it', '2024-03-10', '2024-02-28', ['no-mandate']],
    ['without an end', undefined, '2024-11-30', []],
  ])('%s', (_, until, on, flags) => {
    give(until === undefined ? {} : { until });
    decide(on);
    expect(flagged()).toEqual(flags);
  });

  it('is flagged after the mandate was ended before its time, whenever that was recorded', () => {
    const mandate = give({ until: '2024-06-30' });
    decide('2024-05-10');
    expect(flagged()).toEqual([]);
    end(mandate, '2024-05-09');
    expect(flagged()).toEqual(['mandate-ended']);
    give({ from: '2024-05-10', holder: 'Directeur' });
    expect(flagged()).toEqual([]);
  });

  it('is covered at the gates that the mandate names, and by the mandates of the plan', () => {
    give({ gates: ['later'] });
    decide('2024-03-10');
    decide('2024-03-10', oost, 'later');
    expect([flagged(), flagged(oost, 'later')]).toEqual([['no-mandate'], []]);
    decide('2024-02-20', west);
    expect(flagged(west)).toEqual([]);
    expect(staged.refused('record-mandate', {}, { ...given, gates: [] }, own(oost))).toBeNull();
    give({ gates: [] });
    expect(flagged()).toEqual([]);
  });

  it('of a body that has not confirmed the mandate says so; what it disputes covers nothing', () => {
    const mandate = give({}, lead);
    decide('2024-03-10');
    expect(flagged()).toEqual(['mandate-unconfirmed']);
    const word = (confirmed: boolean, as = own(oost)) =>
      staged.give('confirm-mandate', {}, { mandate, on: today, confirmed, reason }, as);
    expect(() => word(true, lead)).toThrow(Refusal);
    word(false);
    expect(flagged()).toEqual(['no-mandate']);
    // Its other word is a correction of the first.
    expect(() => word(true)).toThrow(Refusal);
    const other = give({ holder: 'Directeur' }, lead);
    staged.give('confirm-mandate', {}, { mandate: other, on: today, confirmed: true }, own(oost));
    expect(flagged()).toEqual([]);
    expect(mandatesView(staged.reading(today))).toMatchObject([
      { confirmation: 'disputed' },
      { confirmation: 'confirmed', lastDay: null },
    ]);
  });

  it('is flagged by what holds on its day, in whatever order it was recorded', () => {
    const days = fc.integer({ min: 1, max: 20 }).map((n) => `2024-03-${String(n).padStart(2, '0')}`);
    const one = fc.record({ from: days, length: fc.option(fc.integer({ min: 0, max: 9 })) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 3 }), days, fc.nat(), (mandates, on, seed) => {
        const asked = mandates.map(({ from, length }, i) => {
          const until = `2024-03-${String(Math.min(31, Number(from.slice(-2)) + (length ?? 0))).padStart(2, '0')}`;
          return { from, holder: `Functie ${i}`, ...(length === null ? {} : { until }) };
        });
        const told = [seed, seed + 1].map((turn) => {
          staged = new Staged(plan).put('moment');
          const steps = [() => void decide(on), ...asked.map((more) => () => void give(more))];
          for (const i of steps.keys()) steps[(i + turn) % steps.length]?.();
          return flagged();
        });
        const begun = asked.filter(({ from }) => from <= on);
        const isCovered = begun.some(({ until }) => until === undefined || until >= on);
        expect(told[0]).toEqual(isCovered ? [] : [begun.length > 0 ? 'mandate-ended' : 'no-mandate']);
        expect(told[1]).toEqual(told[0]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a mandate', () => {
  it('is of a body that takes part, for gates of the plan, and ends no earlier than it begins', () => {
    expect(refused({ body: 'elders/college' }, lead)).toMatchObject([{ pointer: '/body', code: 'unknown-body' }]);
    expect(refused({ gates: ['later', 'x'] })).toEqual([
      { pointer: '/gates/1', code: 'unknown-option', allowed: ['moment', 'later'] },
    ]);
    expect(refused({ until: '2024-02-29' })).toEqual([
      { pointer: '/until', code: 'date-too-early', limit: '2024-03-01' },
    ]);
    expect([refused({ from: '2019-01-01' }), refused({ from: '2031-01-01' })]).toEqual([null, null]);
  });

  it('is older than the dossier, or begins later: its event is of a day in between', () => {
    give({ from: '2019-01-01' });
    give({ from: '2031-01-01' });
    expect(staged.events.slice(-2).map(({ on }) => on)).toEqual([begin, today]);
    expect(staged.dossier.mandates.map(({ from }) => from)).toEqual(['2019-01-01', '2031-01-01']);
  });

  it('is recorded by its body or the region, and ended by the body once that spoke', () => {
    expect([refused({}, own(west)), refused({}, chair)]).toMatchObject([
      { code: 'not-your-body' },
      { code: 'not-your-role' },
    ]);
    const mine = give();
    expect(notEnded(mine, '2024-04-01', lead)).toMatchObject({ code: 'not-your-body' });
    const theirs = give({ holder: 'Directeur' }, lead);
    expect([notEnded(theirs, '2024-04-01', lead), notEnded(theirs, '2024-04-01')]).toEqual([null, null]);
    expect(
      staged.refused('confirm-mandate', {}, { mandate: mine, on: today, confirmed: true }, own(oost)),
    ).toMatchObject({ code: 'not-in-this-state' });
    expect(
      staged.refused('confirm-mandate', {}, { mandate: theirs, on: today, confirmed: false }, own(oost)),
    ).toMatchObject([{ pointer: '/reason', code: 'reason-required' }]);
  });

  it('ends within what it was given for', () => {
    const mandate = give({ until: '2024-06-30' });
    expect(notEnded(mandate, '2024-02-29')).toMatchObject([{ pointer: '/until', code: 'date-too-early' }]);
    expect(notEnded(mandate, '2024-07-01')).toMatchObject([{ pointer: '/until', code: 'not-allowed-here' }]);
    expect(notEnded('niets', '2024-05-01', lead)).toMatchObject([{ pointer: '/mandate' }]);
    expect(notEnded(mandate, '2024-06-30')).toBeNull();
  });

  it('goes along to another plan under the names of its gates there, and is looked back at under those of before', () => {
    give({ gates: ['moment', 'later'] });
    const migration = { toVersion: 2, on: '2024-04-01', reason, map: { moment: 'akkoord' } };
    staged.give('migrate-dossier', {}, migration, chair);
    expect(staged.dossier.mandates[0]?.gates).toEqual(['akkoord', 'later']);
    give({ gates: ['akkoord'], from: '2024-03-05' });
    expect(staged.reading(today, '2024-03-31').dossier.mandates.map(({ gates }) => gates)).toEqual([
      ['moment', 'later'],
      ['moment'],
    ]);
  });
});

describe('what was wrongly said of a mandate', () => {
  const plans = new PlanCatalogue([plan, next]);
  const mend = (type: string, said: Mend, by?: Parameters<typeof mended>[5]) => {
    const reading = staged.events.findLast((event) => event.type === type);
    if (!reading) throw new Error(`no ${type} was recorded`);
    return mended(plans, staged.events, reading, said, today, by);
  };
  const after = (type: string, said: Mend) => {
    const events = mend(type, said);
    if (events instanceof Refusal) throw events;
    return fold(plans, events, now);
  };

  it('is put right, and the flag follows', () => {
    const mandate = give();
    decide('2024-02-25');
    expect(flagged()).toEqual(['no-mandate']);
    const mine = after('MandateRecorded', { from: '2024-02-25' });
    expect([flagged(oost, 'moment', mine), mine.mandates[0]?.id]).toEqual([[], mandate]);
    expect(after('MandateRecorded', { never: true }).mandates).toEqual([]);
    expect(mend('MandateRecorded', { from: '2024-02-25' }, lead)).toMatchObject({ code: 'not-your-body' });
  });

  it('also its end, and the word of its body', () => {
    const mandate = give({}, lead);
    end(mandate, '2024-05-09');
    decide('2024-05-10');
    staged.give('confirm-mandate', {}, { mandate, on: today, confirmed: true }, own(oost));
    expect(flagged()).toEqual(['mandate-ended']);
    expect(flagged(oost, 'moment', after('MandateEnded', { until: '2024-05-10' }))).toEqual([]);
    expect(flagged(oost, 'moment', after('MandateEnded', { never: true }))).toEqual([]);
    expect(mend('MandateRecorded', { until: '2024-05-01' })).toMatchObject({ code: 'not-in-this-state' });
    const disputed = after('MandateConfirmed', { confirmed: false, ownReason: 'Nooit gegeven.' });
    expect(disputed.mandates).toMatchObject([{ confirmation: 'disputed', confirmationReason: 'Nooit gegeven.' }]);
  });
});

it('what the region recorded needs evidence still, mandated or not', () => {
  expect(
    staged.refused(
      'record-decision',
      { gate: 'moment' },
      { body: oost, decision: 'agree', decidedOn: begin, ...mandated },
    ),
  ).toMatchObject([{ pointer: '/evidence', code: 'evidence-required' }]);
  expect(
    staged.refused(
      'record-decision',
      { gate: 'moment' },
      { body: oost, decision: 'agree', decidedOn: begin, evidence, ...mandated },
    ),
  ).toBeNull();
});
