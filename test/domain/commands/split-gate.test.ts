// A poll that ends in parts: who goes on with what, what refuses that, and what a go for one option then is.
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import { window } from '../../../src/domain/calendar.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { plainKinds } from '../../../src/domain/workflow/terms.js';
import { gate, phase, type GatePlan, type PhasePlan } from '../../../src/domain/workflow/define.js';
import { begin, chair, colleges, lead, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';

const asking = (title: string, more: Partial<GatePlan> = {}, rest: Partial<PhasePlan> = {}) =>
  phase(title, window('2024'), {
    source: 'test',
    gate: gate(title, { verb: 'kiezen', electorate: 'colleges', ruledBy, rule: unanimity('colleges'), ...more }),
    ...rest,
  });
const polls = ['noord', 'zuid', 'heel'].map((id) => ({ id, title: id }));
const kinds = plainKinds.concat('abstained');
const branch = (option: string) => ({ startsAfter: ['keuze'], branch: { gate: 'keuze', option } });
/** A choice that waits for a phase and may split, with a way for each option; and a poll that does not split. */
const plan = planOf({
  eerst: asking('Eerst'),
  keuze: asking('Keuze', { polls, splits: true, weeksFromReceipt: 8, kinds }, { gateAfter: ['eerst'] }),
  noord: asking('Noord', {}, branch('noord')),
  zuid: asking('Zuid', {}, branch('zuid')),
  heel: asking('Heel', {}, branch('heel')),
  slot: phase('Slot', window('2024'), { source: 'test', startsAfter: ['noord', 'zuid', 'heel'] }),
  peiling: asking('Peiling', { polls: polls.slice(0, 2) }),
});
const keuze = { gate: 'keuze' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'ieder koos voor zichzelf';
const parts = [
  { option: 'noord', bodies: [oost] },
  { option: 'zuid', bodies: [west, eiland] },
];
const notHere = (pointer: string, because: string) => ({ pointer, code: 'not-allowed-here', because });

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).pass('eerst', colleges).put('keuze');
});
const choose = (choices: Record<string, string>, on = begin) => {
  for (const [body, option] of Object.entries(choices)) staged.decide('keuze', body, 'agree', on, { option });
};
const apart = (on = begin) => choose({ [oost]: 'noord', [west]: 'zuid', [eiland]: 'zuid' }, on);
const split = (more: Partial<PayloadOf<'split-gate'>> = {}) => ({ on: begin, reason, parts, ...more });
const give = (more: Partial<PayloadOf<'split-gate'>> = {}) => staged.give('split-gate', keuze, split(more), chair);
const refused = (more: Partial<PayloadOf<'split-gate'>> = {}, id = 'keuze', as = chair) =>
  staged.refused('split-gate', { gate: id }, split(more), as);
const statuses = () => ['keuze', 'noord', 'zuid', 'heel'].map((id) => staged.dossier.phases[id]?.passedOn ?? null);

const sentence = (who: string) => `Een splitsing kan pas als iedereen een mogelijkheid koos; nog niet: ${who}.`;

describe('a split', () => {
  it('keeps the parts and how the gate stood', () => {
    apart();
    expect(give()).toEqual([
      {
        type: 'GateSplit',
        on: begin,
        texts: { reason },
        facts: {
          gate: 'keuze',
          round: 1,
          parts,
          outcome: 'no-go',
          certain: true,
          missing: [],
          tally: {
            electorate: 3,
            for: 3,
            against: 0,
            undecided: 0,
            silent: 0,
            decided: 3,
            options: { noord: 1, zuid: 2, heel: 0 },
          },
          explanation: expect.objectContaining({ rule: 'chosen-option', outcome: 'no-go' }),
        },
      },
    ]);
    expect(statuses()[0]).toBe(begin);
    staged.put('noord').put('zuid');
    expect([staged.round('noord').electorate, staged.round('zuid').electorate]).toEqual([[oost], [west, eiland]]);
  });

  it('is of a poll that may split', () => {
    staged.put('peiling');
    const because = 'kan hier niet: dit go/no-go-moment kent geen splitsing; leg een conclusie vast';
    expect(refused({ parts: [] }, 'peiling')).toEqual([{ pointer: '', code: 'not-offered-here', because }]);
    expect(refused({}, 'feest')).toMatchObject({ code: 'unknown-gate' });
    expect(refused({}, 'keuze', lead)).toEqual({ code: 'not-your-role', roles: ['chair', 'deputy-chair'] });
    expect(refused({ on: '2024-12-02' })).toEqual([{ pointer: '/on', code: 'date-in-future', limit: today }]);
  });

  it('is of a gate that lies open, in a dossier that runs', () => {
    apart();
    give();
    expect(refused()).toEqual({ code: 'gate-not-open', phase: 'Keuze', state: 'passed' });
    staged.give('stop-dossier', {}, { on: begin, reason }, chair);
    expect(refused()).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });

  it('has two parts or more, each of another option, with bodies that are asked here', () => {
    apart();
    const [north, south] = parts;
    const few = { pointer: '/parts', code: 'required', because: 'heeft ten minste twee delen' };
    expect(refused({ parts: [{ option: 'noord', bodies: colleges }] })).toEqual([few]);
    const allowed = ['noord', 'zuid', 'heel'];
    expect(refused({ parts: [{ option: 'oost', bodies: [oost] }, ...(south ? [south] : [])] })).toEqual([
      { pointer: '/parts/0/option', code: 'unknown-option', allowed },
    ]);
    expect(refused({ parts: [...(north ? [north] : []), { option: 'noord', bodies: [west, eiland] }] })).toEqual([
      notHere('/parts/1/option', 'staat er al'),
    ]);
    expect(refused({ parts: [...parts, { option: 'heel', bodies: [] }] })).toEqual([
      { pointer: '/parts/2/bodies', code: 'required' },
    ]);
    const strangers = ['elders/college', 'oost/raad'];
    expect(refused({ parts: [{ option: 'noord', bodies: strangers }, ...(south ? [south] : [])] })).toEqual([
      { pointer: '/parts/0/bodies/0', code: 'unknown-body', allowed: colleges },
      { pointer: '/parts/0/bodies/1', code: 'not-in-electorate', allowed: colleges },
    ]);
    const twice = [
      { option: 'noord', bodies: [oost, west] },
      { option: 'zuid', bodies: [eiland, west] },
    ];
    const more = 'staat in meer dan één deel';
    expect(refused({ parts: twice })).toEqual([notHere('/parts/0/bodies/1', more), notHere('/parts/1/bodies/1', more)]);
  });

  it('waits until everyone has chosen, and is not there while someone is against all of it', () => {
    staged.decide('keuze', eiland, 'disagree');
    choose({ [oost]: 'noord' });
    expect(refused()).toMatchObject({
      code: 'outcome-not-go',
      missing: [{ body: west, why: 'silent' }],
      explanation: { outcome: 'no-go' },
      sentence: sentence('Eiland (niet akkoord) en West (nog geen besluit)'),
    });
    choose({ [west]: 'zuid' });
    expect(refused()).toMatchObject({ missing: [], sentence: sentence('Eiland (niet akkoord)') });
    expect(refused()).not.toHaveProperty('errors');
  });

  it('waits for who abstains, until it chooses', () => {
    choose({ [oost]: 'noord', [west]: 'zuid' });
    const revises = staged.decide('keuze', eiland, 'abstained');
    expect(refused()).toMatchObject({ missing: [], sentence: sentence('Eiland (stem onthouden)') });
    staged.decide('keuze', eiland, 'agree', begin, { option: 'zuid', revises });
    expect(refused()).toBeNull();
  });

  it('puts every body in the part of its own choice', () => {
    apart();
    const crossed = [
      { option: 'noord', bodies: [oost, west] },
      { option: 'zuid', bodies: [eiland] },
    ];
    expect(refused({ parts: crossed })).toEqual([notHere('/parts/0/bodies/1', 'koos zuid')]);
    const short = [
      { option: 'noord', bodies: [oost] },
      { option: 'zuid', bodies: [west] },
    ];
    expect(refused({ parts: short })).toEqual([{ pointer: '/parts', code: 'required', because: `mist ${eiland}` }]);
    const shorter = [...short.slice(0, 1), { option: 'heel', bodies: [] }];
    expect(refused({ parts: shorter })).toMatchObject([{ pointer: '/parts/1/bodies', code: 'required' }]);
    expect(refused()).toBeNull();
  });

  it('waits until everything before it has passed, and is not before what it rests on', () => {
    apart('2024-02-10');
    expect(refused({ on: '2024-02-09' })).toMatchObject({ code: 'outcome-not-go' }); // nobody had chosen on that day
    expect(refused({ on: '2024-02-10' })).toBeNull();
    staged.give('reopen-gate', { gate: 'eerst' }, { on: begin, reason }, chair);
    expect(refused({ on: '2024-02-20' })).toEqual({
      code: 'prerequisite-open',
      exists: ['eerst'],
      phases: ['Eerst'],
      outside: [],
    });
    staged.rule('eerst', 'go', '2024-02-20');
    expect(refused({ on: '2024-02-19' })).toEqual([{ pointer: '/on', code: 'date-too-early', limit: '2024-02-20' }]);
  });

  it('is done over while nobody is on the way', () => {
    apart();
    give();
    staged.give('reopen-gate', keuze, { on: begin, reason }, chair);
    const { id } = staged.decisions('keuze').find(({ body }) => body === oost) ?? {};
    staged.decide('keuze', oost, 'agree', begin, { option: 'heel', revises: id });
    expect(refused({ parts: [{ option: 'heel', bodies: [oost] }, ...parts.slice(1)] })).toBeNull();
  });

  it('is not taken back as a submission once it was made, and leaves nobody who was on the way', () => {
    apart();
    give();
    staged.give('reopen-gate', keuze, { on: begin, reason }, chair);
    expect(refused()).toBeNull();
    give();
    staged.put('noord').give('reopen-gate', keuze, { on: begin, reason }, chair);
    expect(refused()).toBeNull();
    expect(staged.refused('withdraw-gate', keuze, { on: begin, reason })).toEqual({
      code: 'not-in-this-state',
      phase: 'Keuze',
      state: 'ruled',
    });
    const [, south = parts[0]] = parts;
    const { id } = staged.decisions('keuze').find(({ body }) => body === oost) ?? {};
    staged.decide('keuze', oost, 'agree', begin, { option: 'heel', revises: id });
    const other = [{ option: 'heel', bodies: [oost] }, ...(south ? [south] : [])];
    expect(refused({ parts: other })).toEqual({ code: 'not-in-this-state', phase: 'Noord', state: 'at-gate' });
  });
});

describe('the way of one part', () => {
  it('has gates whose rule makes sense for who goes that way', () => {
    apart();
    const amended = { on: begin, reason, meeting: { form: 'session' } as const, rule: threshold(1, 'colleges') };
    staged.give('amend-rule', { gate: 'heel' }, { ...amended, rule: threshold(2, 'colleges') }, chair);
    expect(refused()).toBeNull();
    const both = allOf(threshold(2, 'colleges'), threshold(3, 'colleges'));
    staged.give('amend-rule', { gate: 'noord' }, { ...amended, rule: both }, chair);
    const few = (n: number) =>
      `een drempel van ${n} op 1 organen van "colleges": kies een geheel getal van 1 tot en met 1`;
    expect(refused()).toEqual([notHere('/parts/0/bodies', `kan niet verder bij Noord: ${few(2)}; ${few(3)}`)]);
    staged.give('amend-rule', { gate: 'noord' }, amended, chair);
    expect(refused()).toBeNull();
  });

  it('has gates at which somebody decides', () => {
    const choice = asking('Keuze', { polls: polls.slice(0, 2), splits: true });
    const north = asking('Noord', { electorate: 'some', rule: unanimity('some') }, branch('noord'));
    const groups = { some: { bodies: [west], noun: { one: 'college', many: 'colleges' } } };
    staged = new Staged(planOf({ keuze: choice, noord: north }, { groups })).put('keuze');
    apart();
    expect(refused()).toEqual([notHere('/parts/0/bodies', 'kan niet verder bij Noord: niemand besluit er')]);
  });
});

describe('a go where branches hang on the choice', () => {
  const go = () => staged.refused('rule-gate', keuze, { ruling: 'go', ruledOn: begin }, chair);

  it('is for the one option that all chose, and wakes that way', () => {
    choose({ [oost]: 'heel', [west]: 'heel' });
    expect(go()).toMatchObject({ code: 'outcome-not-go', sentence: expect.stringContaining('Eiland') });
    choose({ [eiland]: 'heel' });
    expect(staged.rule('keuze', 'go')[0]?.facts).toMatchObject({ option: 'heel' });
    expect(staged.refused('start-phase', { phase: 'slot' }, { on: begin })).toMatchObject({ exists: ['heel'] });
    staged.pass('heel', colleges).start('slot'); // the other ways are skipped
    const skipped = { code: 'not-in-this-state', phase: 'Noord', state: 'skipped' };
    expect(staged.refused('start-phase', { phase: 'noord' }, { on: begin })).toEqual(skipped);
  });

  it('is not there while those who are for chose more than one, though the rule would hold', () => {
    const rule = threshold(2, 'colleges');
    const choice = asking('Keuze', { polls, splits: true, rule });
    const phases = { noord: asking('Noord', {}, branch('noord')) };
    staged = new Staged(planOf({ keuze: choice, ...phases })).put('keuze');
    choose({ [west]: 'zuid', [eiland]: 'zuid' });
    staged.decide('keuze', oost, 'disagree', begin, { option: 'noord' });
    expect(go()).toBeNull(); // who is against chose nothing
    const { id } = staged.decisions('keuze').find(({ body }) => body === oost) ?? {};
    staged.decide('keuze', oost, 'agree', begin, { option: 'noord', revises: id });
    expect(staged.outcome('keuze')).toBe('go');
    const sentence = 'De organen kozen niet allemaal hetzelfde: leg de splitsing vast.';
    expect(go()).toMatchObject({ code: 'outcome-not-go', sentence });
  });

  it('is not there where the rule would do for two options, also when the choice cannot split', () => {
    const choice = asking('Keuze', { polls, rule: threshold(1, 'colleges') });
    staged = new Staged(planOf({ keuze: choice, noord: asking('Noord', {}, branch('noord')) })).put('keuze');
    apart();
    const sentence = 'De organen kozen niet allemaal hetzelfde.';
    expect(go()).toMatchObject({ code: 'outcome-not-go', sentence });
  });

  it('leaves nobody who was on the way of another option', () => {
    choose({ [oost]: 'heel', [west]: 'heel', [eiland]: 'heel' });
    staged.rule('keuze', 'go');
    staged.start('heel');
    staged.give('reopen-gate', keuze, { on: begin, reason }, chair);
    expect(go()).toBeNull();
    for (const { id, body } of [...staged.decisions('keuze')])
      staged.decide('keuze', body, 'agree', begin, { option: 'zuid', revises: id });
    expect(go()).toEqual({ code: 'not-in-this-state', phase: 'Heel', state: 'underway' });
  });

  it('names no option where no way hangs on it', () => {
    staged.put('peiling');
    for (const body of colleges) staged.decide('peiling', body, 'agree', begin, { option: 'noord' });
    expect(staged.rule('peiling', 'go')[0]?.facts).toMatchObject({ ruling: 'go', option: undefined });
  });

  it('names no option when it is held', () => {
    choose({ [oost]: 'heel', [west]: 'heel', [eiland]: 'heel' });
    expect(staged.rule('keuze', 'hold')[0]?.facts).toMatchObject({ ruling: 'hold', option: undefined });
  });
});
