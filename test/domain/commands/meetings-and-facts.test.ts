// What is recorded of a plan beside its gates: meetings that come back, dates that move, and facts from outside.
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import { window } from '../../../src/domain/calendar.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { gate, phase } from '../../../src/domain/workflow/define.js';
import { begin, chair, colleges, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';

const source = 'test';
const asks = gate('Moment', { verb: 'instemmen', electorate: 'colleges', ruledBy, rule: unanimity('colleges') });
const goals = ['wachttijd', 'tevredenheid'].map((id) => ({ id, title: id }));
const recurs = { every: { weeks: 2 }, until: '2024-03-31', goals };
const law = (title: string) => ({ title, source });
/** Meetings every two weeks until April; a phase and a gate that wait for a fact; and one whose end is open. */
const plan = planOf(
  {
    ronde: phase('Ronde', window('2024'), { source, gate: asks, recurs }),
    kaal: phase('Kaal', window('2024'), { source, recurs: { every: { months: 1 } } }),
    wacht: phase('Wacht', window('2024'), { source, waitsFor: ['wet', 'besluit'] }),
    beide: phase('Beide', window('2024'), { source, startsAfter: ['wacht'], waitsFor: ['wet'] }),
    moment: phase('Moment', window('2024-06', '2024-09'), { source, gate: asks, gateWaitsFor: ['wet'] }),
    open: { ...phase('Open', window('2024'), { source }), planned: { from: null, until: null, aim: 'ooit' } },
  },
  { outside: { wet: law('De wet geldt'), besluit: law('Het besluit is er') } },
);
const [first, second, third, last] = ['2024-02-15', '2024-02-29', '2024-03-14', '2024-03-28'] as const;
const reason = 'zo besloten in het overleg';
const nothingRecurs = 'kan hier niet: in deze fase komt geen overleg terug; kies een fase waarin dat wel zo is';
const tooEarly = (pointer: string, limit: string) => [{ pointer, code: 'date-too-early', limit }];
const inFuture = (pointer: string) => [{ pointer, code: 'date-in-future', limit: today }];
const unknownPhase = { code: 'unknown-phase', exists: ['ronde', 'kaal', 'wacht', 'beide', 'moment', 'open'] };
const stopped = { code: 'not-in-this-state', state: 'stopped' };

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});
const stop = () => staged.give('stop-dossier', {}, { on: today, reason }, chair);

describe('a meeting', () => {
  const on = (more: Partial<PayloadOf<'record-meeting'>>) => ({ expectedOn: first, ...more });
  const give = (more: Partial<PayloadOf<'record-meeting'>>, phase = 'ronde', when = today) =>
    staged.give('record-meeting', { phase }, on(more), undefined, when);
  const refused = (more: Partial<PayloadOf<'record-meeting'>>, phase = 'ronde', when = today) =>
    staged.refused('record-meeting', { phase }, on(more), undefined, when);
  const met = (day: string, facts: object, texts: object) => ({
    type: 'MeetingRecorded',
    on: day,
    facts: { phase: 'ronde', expectedOn: first, ...facts },
    texts,
  });
  const idOf = (nth: number) => staged.dossier.phases.ronde?.meetings.at(nth)?.id;

  describe('of a phase that has begun', () => {
    beforeEach(() => {
      staged.start('ronde');
    });

    it('was held, with a value for each goal', () => {
      const texts = { 'values/wachttijd': '12 weken', 'values/tevredenheid': 'goed' };
      expect(give({ heldOn: '2024-02-16', values: { wachttijd: '12 weken', tevredenheid: 'goed' } })).toEqual([
        met('2024-02-16', { meeting: 'id-1', heldOn: '2024-02-16' }, texts),
      ]);
    });

    it('was moved or cancelled, which was known on its day at the latest', () => {
      expect(give({ movedTo: '2024-02-20', reason })).toEqual([
        met(first, { meeting: 'id-1', movedTo: '2024-02-20' }, { reason }),
      ]);
      expect(give({ expectedOn: '2024-02-20', cancelled: true, reason })).toEqual([
        met('2024-02-20', { meeting: 'id-2', cancelled: true }, { reason }),
      ]);
      expect(give({ expectedOn: second, cancelled: true, reason }, 'ronde', '2024-02-19')).toMatchObject([
        { on: '2024-02-19', facts: { expectedOn: second } },
      ]);
    });

    it('was one of the three, and says why when it was not held', () => {
      expect(refused({})).toEqual([{ pointer: '/heldOn', code: 'required' }]);
      const needed = [{ pointer: '/reason', code: 'reason-required' }];
      expect(refused({ movedTo: second })).toEqual(needed);
      expect(refused({ cancelled: true })).toEqual(needed);
      const not = (...names: string[]) => names.map((name) => ({ pointer: `/${name}`, code: 'not-allowed-here' }));
      expect(refused({ heldOn: first, movedTo: second, cancelled: true })).toEqual(not('movedTo', 'cancelled'));
      expect(refused({ movedTo: second, cancelled: true, reason })).toEqual(not('cancelled'));
    });

    it('has days between the start of the dossier and today, but may be moved ahead', () => {
      expect(refused({ heldOn: '2024-12-02' })).toEqual(inFuture('/heldOn'));
      expect(refused({ heldOn: '2024-01-31' })).toEqual(tooEarly('/heldOn', begin));
      expect(refused({ expectedOn: '2024-01-31', heldOn: first })).toEqual(tooEarly('/expectedOn', begin));
      expect(refused({ movedTo: '2024-01-31', reason })).toEqual(tooEarly('/movedTo', begin));
      expect(refused({ movedTo: '2025-01-31', reason })).toBeNull();
    });

    it('has values of its own goals, when it was held', () => {
      const values = { wachttijd: '12', kosten: 'hoog' };
      const unknown = { pointer: '/values/kosten', code: 'unknown-option', allowed: ['wachttijd', 'tevredenheid'] };
      expect(refused({ heldOn: first, values })).toEqual([unknown]);
      expect(refused({ cancelled: true, reason, values })).toEqual([{ pointer: '/values', code: 'not-allowed-here' }]);
      staged.start('kaal');
      expect(refused({ expectedOn: '2024-03-01', heldOn: first, values: { x: 'y' } }, 'kaal')).toEqual([
        { pointer: '/values/x', code: 'unknown-option', allowed: [] },
      ]);
    });

    it('is one that was expected; a refusal names those of which nothing is known yet', () => {
      const expected = (...allowed: string[]) => [{ pointer: '/expectedOn', code: 'not-allowed-here', allowed }];
      expect(refused({ expectedOn: '2024-02-16', heldOn: '2024-02-16' })).toEqual(expected(first, second, third, last));
      give({ heldOn: first });
      give({ expectedOn: second, cancelled: true, reason });
      give({ expectedOn: third, movedTo: '2024-03-20', reason });
      expect(refused({ expectedOn: '2024-04-11', heldOn: last })).toEqual(expected('2024-03-20', last));
    });

    it('that was held or cancelled is corrected with a reason; one that was moved goes on', () => {
      const needed = [{ pointer: '/reason', code: 'reason-required' }];
      give({ movedTo: '2024-02-20', reason });
      expect(give({ heldOn: '2024-02-20' })[0]?.facts).not.toHaveProperty('corrects', expect.anything());
      expect(refused({ heldOn: '2024-02-21' })).toEqual(needed);
      expect(give({ heldOn: '2024-02-21', reason })[0]?.facts).toMatchObject({ corrects: 'id-2' });
      give({ expectedOn: second, cancelled: true, reason });
      expect(refused({ expectedOn: second, heldOn: second })).toEqual(needed);
      const cancelled = idOf(-1);
      expect(give({ expectedOn: second, heldOn: second, reason })[0]?.facts).toMatchObject({ corrects: cancelled });
    });

    it('is not moved to the day of another, but back to its own', () => {
      const because = 'is al de dag van een overleg; kies een andere dag, of leg vast dat dit overleg vervalt';
      const taken = [{ pointer: '/movedTo', code: 'not-allowed-here', because }];
      expect(refused({ movedTo: second, reason })).toEqual(taken);
      expect(refused({ movedTo: first, reason })).toEqual(taken);
      give({ movedTo: '2024-02-20', reason });
      expect(refused({ movedTo: '2024-02-20', reason })).toEqual(taken);
      expect(refused({ expectedOn: second, movedTo: '2024-02-20', reason })).toEqual(taken);
      expect(refused({ movedTo: first, reason })).toBeNull();
    });
  });

  it('is held and moved after its phase began', () => {
    staged.start('ronde', '2024-02-05');
    const expectedOn = '2024-02-19';
    expect(refused({ expectedOn, heldOn: '2024-02-04' })).toEqual(tooEarly('/heldOn', '2024-02-05'));
    expect(refused({ expectedOn, heldOn: '2024-02-05' })).toBeNull();
    expect(refused({ expectedOn, movedTo: '2024-02-04', reason })).toEqual(tooEarly('/movedTo', '2024-02-05'));
    expect(refused({ expectedOn, movedTo: '2024-02-05', reason })).toBeNull();
  });

  it('is held on a day of its own, while its phase runs', () => {
    const no = (because: string) => [{ pointer: '/heldOn', code: 'not-allowed-here', because }];
    const taken = 'is al de dag van het overleg dat op 2024-03-01 werd verwacht; kies een andere dag';
    const [march, april] = ['2024-03-01', '2024-04-01'];
    const held = (expectedOn: string, heldOn: string) => refused({ expectedOn, heldOn, reason }, 'kaal');
    staged.start('kaal');
    give({ expectedOn: march, heldOn: '2024-03-05' }, 'kaal');
    for (const heldOn of ['2024-04-09', '2024-04-02']) give({ expectedOn: april, heldOn, reason }, 'kaal');
    expect(held(march, '2024-03-05')).toBeNull();
    expect(held(april, '2024-03-05')).toEqual(no(taken));
    const kaal = { phase: 'kaal' };
    expect(staged.refused('complete-phase', kaal, { on: '2024-04-01' })).toEqual(tooEarly('/on', '2024-04-02'));
    staged.give('complete-phase', kaal, { on: '2024-04-02' });
    expect(held(april, '2024-04-03')).toEqual(no('is na de afronding van de fase; kies 2024-04-02 of eerder'));
    expect(held(april, '2024-04-02')).toBeNull();
  });

  it('is of a phase in which they come back, from its start on, until the dossier is stopped', () => {
    expect(refused({ heldOn: first }, 'feest')).toEqual(unknownPhase);
    expect(refused({ heldOn: first }, 'moment')).toEqual([
      { pointer: '', code: 'not-allowed-here', because: nothingRecurs },
    ]);
    const planned = { code: 'not-in-this-state', phase: 'Ronde', state: 'planned' };
    expect(refused({ heldOn: first })).toEqual(planned);
    staged.put('ronde');
    expect(refused({ heldOn: first })).toBeNull(); // at its gate
    staged.all('ronde', colleges, 'disagree').rule('ronde', 'no-go', '2024-02-20');
    expect(refused({ heldOn: first })).toBeNull(); // refused
    staged.give('rework-phase', { phase: 'ronde' }, { on: '2024-02-20', reason });
    staged.give('submit-gate', { gate: 'ronde' }, { on: '2024-02-20' });
    staged.all('ronde', colleges, 'agree', '2024-02-20').rule('ronde', 'go', '2024-02-20');
    expect(refused({ heldOn: first })).toBeNull(); // passed: a late fact
    stop();
    expect(refused({ heldOn: first })).toEqual(stopped);
  });
});

describe('a plan that is moved', () => {
  const asked = (more: Partial<PayloadOf<'plan-phase'>>) => ({ on: begin, reason, ...more });
  const give = (more: Partial<PayloadOf<'plan-phase'>>, phase = 'moment') =>
    staged.give('plan-phase', { phase }, asked(more));
  const refused = (more: Partial<PayloadOf<'plan-phase'>>, phase = 'moment') =>
    staged.refused('plan-phase', { phase }, asked(more));

  it('gets another start, another end, or both', () => {
    expect(give({ from: '2024-07-01' })).toEqual([
      { type: 'PhasePlanned', on: begin, facts: { phase: 'moment', from: '2024-07-01' }, texts: { reason } },
    ]);
    expect(give({ until: '2024-12-31' })[0]?.facts).toEqual({ phase: 'moment', until: '2024-12-31' });
    const both = { from: '2025-01-01', until: '2025-01-01' };
    expect(give(both)[0]?.facts).toEqual({ phase: 'moment', ...both });
    expect(refused({})).toEqual([{ pointer: '/until', code: 'required' }]);
  });

  it('ends after it starts, whichever of the two is moved', () => {
    expect(refused({ from: '2024-07-01', until: '2024-06-30' })).toEqual(tooEarly('/until', '2024-07-01'));
    expect(refused({ until: '2024-05-31' })).toEqual(tooEarly('/until', '2024-06-01'));
    expect(refused({ until: '2024-06-01' })).toBeNull();
    const because = 'ligt na het geplande einde, 2024-09-30; verplaats ook het einde';
    expect(refused({ from: '2024-10-01' })).toEqual([{ pointer: '/from', code: 'not-allowed-here', because }]);
    expect(refused({ from: '2024-09-30' })).toBeNull();
    expect(refused({ from: '2024-10-01', until: '2024-10-02' })).toBeNull();
    expect(refused({ from: '2024-01-01', until: '2024-02-01' })).toBeNull();
    give({ until: '2024-12-31' });
    expect(refused({ from: '2024-10-01' })).toBeNull();
    expect(refused({ from: '2030-01-01' }, 'open')).toBeNull();
    expect(refused({ until: '2001-01-01' }, 'open')).toBeNull();
  });

  it('is moved since the dossier began, today at the latest, and after it was moved before', () => {
    const from = '2024-07-01';
    expect(refused({ from, on: '2024-12-02' })).toEqual(inFuture('/on'));
    expect(refused({ from, on: '2024-01-31' })).toEqual(tooEarly('/on', begin));
    for (const on of ['2024-02-10', '2024-02-11', '2024-02-12']) give({ from, on });
    expect(refused({ from, on: '2024-02-11' })).toEqual(tooEarly('/on', '2024-02-12'));
    expect(refused({ from: '2024-07-02', on: '2024-02-12' })).toBeNull();
  });

  it('is of a phase that has not passed, in a dossier that runs', () => {
    const from = '2024-06-15';
    expect(refused({ from }, 'feest')).toEqual(unknownPhase);
    expect(refused({ from })).toBeNull(); // planned
    staged.give('record-fact', {}, { fact: 'wet', on: begin, source });
    staged.start('moment');
    expect(refused({ from })).toBeNull(); // under way
    staged.give('submit-gate', { gate: 'moment' }, { on: begin });
    expect(refused({ from })).toBeNull(); // at its gate
    staged.all('moment', colleges, 'disagree').rule('moment', 'no-go');
    expect(refused({ from })).toBeNull(); // refused
    staged.pass('ronde', colleges);
    expect(refused({ from }, 'ronde')).toEqual({ code: 'not-in-this-state', phase: 'Ronde', state: 'passed' });
    stop();
    expect(refused({ from })).toEqual(stopped);
  });
});

describe('a fact from outside', () => {
  const give = (fact: string, on: string) => staged.give('record-fact', {}, { fact, on, source });
  const refused = (fact: string, on: string) => staged.refused('record-fact', {}, { fact, on, source });
  const after = (used: string, title: string) => {
    const because = `ligt na ${used}, toen ${title} op dit feit verder ging; kies die dag of eerder`;
    return [{ pointer: '/on', code: 'not-allowed-here', because }];
  };

  it('is one of the plan, that happened, with its source', () => {
    expect(give('wet', '2024-02-05')).toEqual([
      { type: 'FactRecorded', on: '2024-02-05', facts: { fact: 'wet' }, texts: { source } },
    ]);
    expect(refused('regen', begin)).toEqual([
      { pointer: '/fact', code: 'unknown-option', allowed: ['wet', 'besluit'] },
    ]);
    expect(refused('wet', '2024-12-02')).toEqual(inFuture('/on'));
    const because = 'kan hier niet: dit procesplan kent geen feiten van buiten';
    const without = new Staged().refused('record-fact', {}, { fact: 'wet', on: begin, source });
    expect(without).toEqual([{ pointer: '/fact', code: 'unknown-option', allowed: [], because }]);
  });

  it('that a phase waits for is known before it starts, and happened before', () => {
    const start = (on: string) => staged.refused('start-phase', { phase: 'wacht' }, { on });
    const waiting = { code: 'prerequisite-open', phases: [] };
    const both = ['De wet geldt', 'Het besluit is er'];
    expect(start(today)).toEqual({ ...waiting, exists: ['wet', 'besluit'], outside: both });
    expect(staged.refused('start-phase', { phase: 'beide' }, { on: today })).toEqual({
      ...waiting,
      ...{ exists: ['wacht', 'wet'], phases: ['Wacht'], outside: ['De wet geldt'] },
    });
    give('wet', '2024-02-05');
    expect(start(today)).toEqual({ ...waiting, exists: ['besluit'], outside: ['Het besluit is er'] });
    give('besluit', '2024-02-07');
    expect(start('2024-02-06')).toEqual(tooEarly('/on', '2024-02-07'));
    staged.start('wacht', '2024-02-07');
    expect(refused('wet', '2024-02-08')).toEqual(after('2024-02-07', 'Wacht'));
    expect(refused('wet', '2024-02-07')).toBeNull();
  });

  it('that a gate waits for is known before it is put, and happened before', () => {
    const put = (on: string) => staged.refused('submit-gate', { gate: 'moment' }, { on });
    staged.start('moment');
    expect(put(today)).toEqual({ code: 'prerequisite-open', exists: ['wet'], phases: [], outside: ['De wet geldt'] });
    give('wet', '2024-02-05');
    expect(put('2024-02-04')).toEqual(tooEarly('/on', '2024-02-05'));
    expect(refused('wet', today)).toBeNull(); // nothing went on with it yet
    staged.give('submit-gate', { gate: 'moment' }, { on: '2024-02-05' });
    expect(refused('wet', '2024-02-06')).toEqual(after('2024-02-05', 'Moment'));
    expect(refused('besluit', '2024-02-06')).toBeNull();
  });

  it('is recorded until the dossier is stopped', () => {
    stop();
    expect(refused('wet', begin)).toEqual(stopped);
  });
});
