// How a gate is put, taken back and opened again.
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import { window } from '../../../src/domain/calendar.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { gate, phase } from '../../../src/domain/workflow/define.js';
import { begin, chair, colleges, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';
import { told } from '../../support/told.js';

const source = 'test';
const asks = { verb: 'instemmen', electorate: 'colleges', ruledBy, rule: unanimity('colleges') };
const options = [
  { id: 'bvo', title: 'Bedrijfsvoeringsorganisatie' },
  { id: 'lichaam', title: 'Openbaar lichaam' },
];
/** Two phases before the choice of a form, of which its gate waits for one; and a poll. */
const plan = planOf({
  ronde: phase('Ronde', window('2024'), { source }),
  thema: phase('Thema', window('2024'), { source, gate: gate('Thema', asks) }),
  vorm: phase('Vorm', window('2024'), {
    source,
    gateAfter: ['ronde', 'thema'],
    gate: gate('Vorm', { ...asks, proposes: options, questions: [{ id: 'vorm', text: 'Deze vorm?' }] }),
  }),
  peiling: phase('Peiling', window('2024'), { source, gate: gate('Peiling', { ...asks, polls: options }) }),
});
const thema = { gate: 'thema' };
const tooEarly = (pointer: string, limit: string) => [{ pointer, code: 'date-too-early', limit }];
const inFuture = [{ pointer: '/on', code: 'date-in-future', limit: today }];
const unknownGate = { code: 'unknown-gate', exists: ['thema', 'vorm', 'peiling'] };
const stopped = { code: 'not-in-this-state', state: 'stopped' };
const reason = 'zo besloten in het overleg';

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});
const stop = () => staged.give('stop-dossier', {}, { on: today, reason }, chair);

describe('a gate that is put', () => {
  it('freezes who decides, by which rule and in which words', () => {
    staged.start('thema');
    const proposal = { title: 'Voorstel', url: 'https://example.org/voorstel', sha256: 'a'.repeat(64) };
    const questions = [{ id: 'geld', text: 'Ook het geld?' }];
    const put = staged.give('submit-gate', thema, { on: '2024-02-05', replyBy: '2024-03-01', proposal, questions });
    expect(put).toEqual([
      {
        type: 'GateSubmitted',
        on: '2024-02-05',
        facts: {
          gate: 'thema',
          round: 1,
          replyBy: '2024-03-01',
          sha256: 'a'.repeat(64),
          proposal: {},
          electorate: colleges,
          rule: unanimity('colleges'),
          questions: ['geld'],
        },
        texts: {
          'proposal/title': 'Voorstel',
          'proposal/url': 'https://example.org/voorstel',
          'questions/geld': 'Ook het geld?',
        },
      },
    ]);
    expect(staged.round('thema').added).toEqual(questions);
  });

  it('says no more than what was said', () => {
    staged.start('thema');
    const [put] = staged.give('submit-gate', thema, { on: begin });
    expect(put).toMatchObject({ facts: { gate: 'thema', round: 1 } });
    expect(JSON.stringify(put?.texts)).toBe('{}');
  });

  it('has a phase that is under way, and that has not got further', () => {
    const state = (state: string) => ({ code: 'not-in-this-state', phase: 'Thema', state });
    expect(staged.refused('submit-gate', { gate: 'ronde' }, { on: begin })).toEqual(unknownGate);
    expect(staged.refused('submit-gate', thema, { on: begin })).toEqual(state('planned'));
    staged.put('thema');
    expect(staged.refused('submit-gate', thema, { on: begin })).toEqual(state('at-gate'));
    stop();
    expect(staged.refused('submit-gate', thema, { on: begin })).toEqual(stopped);
  });

  it('is put after its phase began, today at the latest, with time to answer', () => {
    staged.start('thema', '2024-02-05');
    const refused = (on: string, replyBy?: string) => staged.refused('submit-gate', thema, { on, replyBy });
    expect(refused('2024-02-04')).toEqual(tooEarly('/on', '2024-02-05'));
    expect(refused('2024-12-02')).toEqual(inFuture);
    expect(refused('2024-02-06', '2024-02-05')).toEqual(tooEarly('/replyBy', '2024-02-06'));
    expect(staged.give('submit-gate', thema, { on: '2024-02-05', replyBy: '2024-02-05' })).toHaveLength(1);
  });

  it('waits for the phases that must have passed before, and is put on the newest of those days at the earliest', () => {
    staged.start('vorm');
    const put = (on: string) => staged.refused('submit-gate', { gate: 'vorm' }, { on, option: 'bvo' });
    expect(put(today)).toEqual({
      code: 'prerequisite-open',
      exists: ['ronde', 'thema'],
      phases: ['Ronde', 'Thema'],
      outside: [],
    });
    staged.pass('thema', colleges, 'agree', '2024-02-05');
    expect(put(today)).toEqual({ code: 'prerequisite-open', exists: ['ronde'], phases: ['Ronde'], outside: [] });
    staged.start('ronde');
    staged.give('complete-phase', { phase: 'ronde' }, { on: '2024-02-03' });
    expect(put('2024-02-04')).toEqual(tooEarly('/on', '2024-02-05'));
    expect(staged.give('submit-gate', { gate: 'vorm' }, { on: '2024-02-05', option: 'bvo' })).toHaveLength(1);
  });

  it('names one of the options where it proposes, and none elsewhere', () => {
    const allowed = ['bvo', 'lichaam'];
    const fields = (id: string, option?: string) => staged.refused('submit-gate', { gate: id }, { on: begin, option });
    expect(fields('vorm')).toEqual([{ pointer: '/option', code: 'option-required', allowed }]);
    expect(fields('vorm', 'stichting')).toEqual([{ pointer: '/option', code: 'unknown-option', allowed }]);
    expect(fields('thema', 'bvo')).toEqual([{ pointer: '/option', code: 'not-allowed-here' }]);
    expect(fields('peiling', 'bvo')).toEqual([{ pointer: '/option', code: 'not-allowed-here' }]);
    staged.put('peiling');
    expect(staged.round('peiling').option).toBeNull();
  });

  it('keeps the option that it proposes', () => {
    staged.pass('thema', colleges).start('ronde');
    staged.give('complete-phase', { phase: 'ronde' }, { on: begin });
    staged.put('vorm', begin, { option: 'lichaam' });
    expect(staged.round('vorm').option).toBe('lichaam');
  });

  it('puts each body one text: that of its variant, or the one for all', () => {
    staged.start('thema');
    const [oost = '', west = '', eiland = ''] = colleges;
    const shared = (...bodies: string[][]) =>
      staged.refused('submit-gate', thema, {
        on: begin,
        variants: bodies.map((some, i) => ({ title: `Variant ${i}`, bodies: some })),
      });
    expect(shared([oost], [west])).toBeNull();
    expect(shared([oost, west], [], [west, 'elders/college', 'oost/raad'])).toEqual([
      { pointer: '/variants/0/bodies/1', code: 'not-allowed-here', because: 'staat in meer dan één variant' },
      { pointer: '/variants/1/bodies', code: 'required' },
      { pointer: '/variants/2/bodies/1', code: 'unknown-body', allowed: colleges },
      { pointer: '/variants/2/bodies/2', code: 'not-in-electorate', allowed: colleges },
      { pointer: '/variants/2/bodies/0', code: 'not-allowed-here', because: 'staat in meer dan één variant' },
    ]);
    const variants = [
      { title: 'Voor Oost', url: 'https://example.org/oost', sha256: 'b'.repeat(64), bodies: [oost] },
      { title: 'Voor de eilanden', bodies: [west, eiland] },
    ];
    const [put] = staged.give('submit-gate', thema, { on: begin, variants });
    expect(put?.facts).toMatchObject({
      variants: [{ sha256: 'b'.repeat(64), bodies: [oost] }, { bodies: [west, eiland] }],
    });
    expect(put?.texts).toEqual({
      'variants/0/title': 'Voor Oost',
      'variants/0/url': 'https://example.org/oost',
      'variants/1/title': 'Voor de eilanden',
    });
  });

  it('is recorded without variants where an empty list of them was sent', () => {
    staged.start('thema');
    const [named] = staged.give('submit-gate', thema, { on: begin, variants: [] });
    staged = new Staged(plan);
    staged.start('thema');
    expect(named).toStrictEqual(staged.give('submit-gate', thema, { on: begin })[0]);
  });

  it('is put after the last change of who decides, by a rule that fits them', () => {
    staged.put('thema');
    const amended = { on: begin, reason, meeting: { form: 'session' } as const };
    const rule = allOf(threshold(2, 'colleges'), threshold(3, 'colleges'));
    staged.give('amend-rule', thema, { ...amended, rule }, chair);
    const [oost = '', west = '', eiland = ''] = colleges;
    const change = (on: string, more: Partial<PayloadOf<'change-electorate'>>) =>
      staged.give('change-electorate', thema, { on, reason, ...told(on), ...more }, chair);
    change('2024-02-05', { leaves: [oost] });
    change('2024-02-07', { joins: [oost], leaves: [west, eiland] });
    staged.give('withdraw-gate', thema, { on: '2024-02-05', reason });
    const put = (on: string) => staged.refused('submit-gate', thema, { on });
    const few = (n: number) =>
      `een drempel van ${n} op 1 organen van "colleges": kies een geheel getal van 1 tot en met 1`;
    const because = `past hier niet: ${few(2)}; ${few(3)}; wijzig eerst de besluitregel`;
    expect(put(today)).toEqual([{ pointer: '', code: 'not-allowed-here', because }]);
    staged.give('amend-rule', thema, { ...amended, rule: threshold(1, 'colleges') }, chair);
    expect(put('2024-02-06')).toEqual(tooEarly('/on', '2024-02-07'));
    expect(put('2024-02-07')).toBeNull();
  });

  it('asks each question once', () => {
    staged.start('thema');
    const asked = (id: string, ...ids: string[]) =>
      staged.refused(
        'submit-gate',
        { gate: id },
        {
          on: begin,
          option: id === 'vorm' ? 'bvo' : undefined,
          questions: ids.map((one) => ({ id: one, text: `${one}?` })),
        },
      );
    const again = (i: number) => ({ pointer: `/questions/${i}/id`, code: 'not-allowed-here' });
    expect(asked('vorm', 'vorm', 'geld')).toEqual([again(0)]);
    expect(asked('vorm', 'geld', 'tijd', 'geld', 'vorm')).toEqual([again(2), again(3)]);
    expect(staged.give('submit-gate', thema, { on: begin, questions: [{ id: 'geld', text: 'a' }] })).toHaveLength(1);
  });

  it('goes by the rule as it was amended by then', () => {
    const amend = (needed: number, on: string) => {
      const rule = { rule: 'threshold', needed, of: 'colleges' };
      staged.give('amend-rule', thema, { on, reason, meeting: { form: 'session' }, rule }, chair);
    };
    amend(1, '2024-02-03');
    amend(2, '2024-02-05');
    amend(3, '2024-02-09');
    staged.start('thema');
    const [put] = staged.give('submit-gate', thema, { on: '2024-02-05' });
    expect(put?.facts).toMatchObject({
      rule: { rule: 'threshold', needed: 2, of: 'colleges' },
    });
  });
});

describe('a gate that is taken back', () => {
  const back = (on: string) => ({ on, reason });

  it('was put and not ruled, and its phase goes on', () => {
    staged.put('thema', '2024-02-05');
    expect(staged.refused('withdraw-gate', thema, back('2024-02-04'))).toEqual(tooEarly('/on', '2024-02-05'));
    expect(staged.refused('withdraw-gate', thema, back('2024-12-02'))).toEqual(inFuture);
    expect(staged.give('withdraw-gate', thema, back('2024-02-05'))).toEqual([
      { type: 'GateWithdrawn', on: '2024-02-05', facts: { gate: 'thema', round: 1 }, texts: { reason } },
    ]);
    const state = { code: 'not-in-this-state', phase: 'Thema', state: 'underway' };
    expect(staged.refused('withdraw-gate', thema, back('2024-02-05'))).toEqual(state);
    expect(staged.refused('withdraw-gate', { gate: 'feest' }, back(begin))).toEqual(unknownGate);
  });

  it('was not concluded before; one that was held is not concluded', () => {
    staged.put('thema').all('thema', colleges).rule('thema', 'hold');
    expect(staged.refused('withdraw-gate', thema, back(begin))).toBeNull();
    staged.rule('thema', 'go');
    staged.give('reopen-gate', thema, back(begin), chair);
    expect(staged.refused('withdraw-gate', thema, back(begin))).toEqual({
      code: 'not-in-this-state',
      phase: 'Thema',
      state: 'ruled',
    });
  });

  it('is not in a dossier that was stopped', () => {
    staged.put('thema');
    stop();
    expect(staged.refused('withdraw-gate', thema, back(begin))).toEqual(stopped);
  });
});

describe('a gate that is opened again', () => {
  const open = (on: string) => ({ on, reason });
  const refused = (on: string) => staged.refused('reopen-gate', thema, open(on), chair);

  it('has passed, and keeps its round', () => {
    staged.put('thema', '2024-02-05').all('thema', colleges);
    expect(refused(today)).toEqual({ code: 'not-in-this-state', phase: 'Thema', state: 'at-gate' });
    staged.rule('thema', 'go', '2024-02-06');
    expect(refused('2024-02-05')).toEqual(tooEarly('/on', '2024-02-06'));
    expect(refused('2024-12-02')).toEqual(inFuture);
    expect(staged.give('reopen-gate', thema, open('2024-02-06'), chair)).toEqual([
      { type: 'GateReopened', on: '2024-02-06', facts: { gate: 'thema', round: 1 }, texts: { reason } },
    ]);
    expect(staged.refused('reopen-gate', { gate: 'feest' }, open(begin), chair)).toEqual(unknownGate);
  });

  it('is not in a dossier that was stopped, but is in one that is completed', () => {
    staged.pass('thema', colleges);
    stop();
    expect(refused(today)).toEqual(stopped);
    const single = new Staged(planOf({ thema: phase('Thema', window('2024'), { source, gate: gate('Thema', asks) }) }));
    single.pass('thema', colleges);
    expect(single.give('reopen-gate', thema, open(today), chair)).toHaveLength(1);
  });
});
