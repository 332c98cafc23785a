// What the process lead does with phases, what it decides and what refuses it; and how a dossier ends.
import { window } from '../../../src/domain/calendar.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { gate, phase } from '../../../src/domain/workflow/define.js';
import { begin, chair, colleges, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';

const source = 'test';
const moment = gate('Instemmen', { verb: 'instemmen', electorate: 'colleges', ruledBy, rule: unanimity('colleges') });
/** A round of visits; a phase that waits for it; one with a gate. */
const plan = planOf({
  ronde: phase('Ronde', window('2024'), { source, visits: 'colleges', recurs: { every: { weeks: 1 } } }),
  verslag: phase('Verslag', window('2024'), { source, startsAfter: ['ronde'] }),
  moment: phase('Moment', window('2024'), { source, gate: moment }),
});
const beforeBegin = '2024-01-31';
const tooEarly = (pointer: string, limit: string) => [{ pointer, code: 'date-too-early', limit }];
const inFuture = (pointer: string) => [{ pointer, code: 'date-in-future', limit: today }];

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

const ronde = { phase: 'ronde' };
const visit = (body: string, on = begin, more: object = {}) => staged.give('visit-body', ronde, { body, on, ...more });
const stop = (on: string) => staged.give('stop-dossier', {}, { on, reason: 'niemand wil nog' }, chair);
const unknownPhase = { code: 'unknown-phase', exists: ['ronde', 'verslag', 'moment'] };
const stopped = { code: 'not-in-this-state', state: 'stopped' };

describe('a phase that is started', () => {
  it('is under way from that day', () => {
    expect(staged.start('ronde', '2024-02-05')).toEqual([
      { type: 'PhaseStarted', on: '2024-02-05', facts: { phase: 'ronde' }, texts: {} },
    ]);
    expect(staged.dossier.phases.ronde).toMatchObject({ startedOn: '2024-02-05', movedOn: '2024-02-05' });
  });

  it('exists, and was not started before', () => {
    expect(staged.refused('start-phase', { phase: 'feest' }, { on: begin })).toEqual(unknownPhase);
    staged.start('ronde');
    const twice = { code: 'not-in-this-state', phase: 'Ronde', state: 'underway' };
    expect(staged.refused('start-phase', ronde, { on: begin })).toEqual(twice);
  });

  it('is started today at the latest, and not before the dossier', () => {
    expect(staged.refused('start-phase', ronde, { on: '2024-12-02' })).toEqual(inFuture('/on'));
    expect(staged.refused('start-phase', ronde, { on: beforeBegin })).toEqual(tooEarly('/on', begin));
    expect(staged.start('ronde', today)).toHaveLength(1);
  });

  it('waits for the phases before it, and starts on the day on which they passed at the earliest', () => {
    const waiting = { code: 'prerequisite-open', exists: ['ronde'], phases: ['Ronde'], outside: [] };
    expect(staged.refused('start-phase', { phase: 'verslag' }, { on: begin })).toEqual(waiting);
    staged.start('ronde');
    expect(staged.refused('start-phase', { phase: 'verslag' }, { on: begin })).toEqual(waiting);
    colleges.forEach((body) => visit(body));
    staged.give('complete-phase', ronde, { on: '2024-02-10' });
    expect(staged.refused('start-phase', { phase: 'verslag' }, { on: '2024-02-09' })).toEqual(
      tooEarly('/on', '2024-02-10'),
    );
    expect(staged.start('verslag', '2024-02-10')).toHaveLength(1);
  });

  it('is none once the dossier was stopped', () => {
    stop(begin);
    expect(staged.refused('start-phase', ronde, { on: begin })).toEqual(stopped);
  });
});

describe('a visit', () => {
  beforeEach(() => {
    staged.start('ronde', '2024-02-05');
  });

  it('is recorded with its findings, or as skipped with a reason', () => {
    expect(visit('oost/college', '2024-02-06', { findings: { zorg: 'Vraagt tijd.', geld: 'Geen.' } })).toEqual([
      {
        type: 'BodyVisited',
        on: '2024-02-06',
        facts: { phase: 'ronde', body: 'oost/college', skipped: false },
        texts: { 'findings/zorg': 'Vraagt tijd.', 'findings/geld': 'Geen.' },
      },
    ]);
    expect(visit('west/college', '2024-02-06', { skipped: true, reason: 'Was er al bij.' })).toEqual([
      {
        type: 'BodyVisited',
        on: '2024-02-06',
        facts: { phase: 'ronde', body: 'west/college', skipped: true },
        texts: { reason: 'Was er al bij.' },
      },
    ]);
  });

  it('is one to each body of the phase', () => {
    const asked = (body: string) => staged.refused('visit-body', ronde, { body, on: '2024-02-06' });
    expect(asked('elders/college')).toEqual([{ pointer: '/body', code: 'unknown-body', allowed: colleges }]);
    expect(asked('oost/raad')).toEqual([{ pointer: '/body', code: 'not-allowed-here', allowed: colleges }]);
    visit('oost/college', '2024-02-06');
    expect(asked('oost/college')).toEqual({ code: 'visit-exists' });
  });

  it('is not skipped without a reason', () => {
    const skip = { body: 'oost/college', on: '2024-02-06', skipped: true };
    expect(staged.refused('visit-body', ronde, skip)).toEqual([{ pointer: '/reason', code: 'reason-required' }]);
    expect(visit('oost/college', '2024-02-06', { skipped: false })).toHaveLength(1);
  });

  it('is made while the phase is under way, from its first day', () => {
    const on = (day: string) => staged.refused('visit-body', ronde, { body: 'oost/college', on: day });
    expect(on('2024-02-04')).toEqual(tooEarly('/on', '2024-02-05'));
    expect(on('2024-12-02')).toEqual(inFuture('/on'));
    expect(visit('oost/college', '2024-02-05')).toHaveLength(1);
    const planned = { code: 'not-in-this-state', phase: 'Moment', state: 'planned' };
    const elsewhere = staged.refused('visit-body', { phase: 'moment' }, { body: 'oost/college', on: '2024-02-06' });
    expect(elsewhere).toEqual([{ pointer: '/body', code: 'not-allowed-here', allowed: [] }]);
    expect(new Staged(plan).refused('visit-body', ronde, { body: 'oost/college', on: '2024-02-06' })).toEqual({
      ...planned,
      phase: 'Ronde',
    });
    expect(staged.refused('visit-body', { phase: 'feest' }, { body: 'oost/college', on: begin })).toEqual(unknownPhase);
    stop('2024-02-06');
    expect(on('2024-02-06')).toEqual(stopped);
  });
});

describe('a phase that is completed', () => {
  it('has had its visits, and is completed on the day of the newest at the earliest', () => {
    staged.start('ronde', '2024-02-05');
    visit('oost/college', '2024-02-08');
    const missing = { code: 'visits-missing', exists: ['west/college', 'eiland/college'] };
    expect(staged.refused('complete-phase', ronde, { on: '2024-02-09' })).toEqual(missing);
    visit('west/college', '2024-02-06');
    visit('eiland/college', '2024-02-07', { skipped: true, reason: 'Hoeft niet.' });
    expect(staged.refused('complete-phase', ronde, { on: '2024-02-07' })).toEqual(tooEarly('/on', '2024-02-08'));
    expect(staged.give('complete-phase', ronde, { on: '2024-02-08' })).toEqual([
      { type: 'PhaseCompleted', on: '2024-02-08', facts: { phase: 'ronde' }, texts: {} },
    ]);
  });

  it('is not completed before it started, tomorrow, twice, or after a stop', () => {
    expect(staged.refused('complete-phase', ronde, { on: begin })).toEqual({
      code: 'not-in-this-state',
      phase: 'Ronde',
      state: 'planned',
    });
    staged.start('ronde', '2024-02-05');
    colleges.forEach((body) => visit(body, '2024-02-05'));
    expect(staged.refused('complete-phase', ronde, { on: '2024-12-02' })).toEqual(inFuture('/on'));
    staged.give('complete-phase', ronde, { on: '2024-02-05' });
    staged.start('verslag', '2024-02-06');
    expect(staged.refused('complete-phase', { phase: 'verslag' }, { on: '2024-02-05' })).toEqual(
      tooEarly('/on', '2024-02-06'),
    );
    stop('2024-02-06');
    expect(staged.refused('complete-phase', { phase: 'verslag' }, { on: '2024-02-07' })).toEqual(stopped);
    expect(staged.refused('complete-phase', { phase: 'feest' }, { on: begin })).toEqual(unknownPhase);
  });

  it('has no gate: what has one is concluded there', () => {
    staged.start('moment');
    const because = 'kan hier niet: deze fase eindigt met een go; leg het go/no-go-moment van deze fase voor';
    expect(staged.refused('complete-phase', { phase: 'moment' }, { on: begin })).toEqual([
      { pointer: '', code: 'not-allowed-here', because },
    ]);
  });
});

describe('a phase that is taken up again', () => {
  const rework = (on: string) => ({ on, reason: 'de tekst wordt herschreven' });

  it('was refused, and gets another round with the reason', () => {
    staged.put('moment').all('moment', colleges, 'disagree').rule('moment', 'no-go', '2024-02-09');
    const early = staged.refused('rework-phase', { phase: 'moment' }, rework('2024-02-08'));
    expect(early).toEqual(tooEarly('/on', '2024-02-09'));
    expect(staged.give('rework-phase', { phase: 'moment' }, rework('2024-02-09'))).toEqual([
      {
        type: 'PhaseReworked',
        on: '2024-02-09',
        facts: { phase: 'moment', round: 2 },
        texts: { reason: 'de tekst wordt herschreven' },
      },
    ]);
  });

  it('is none that was not refused, that has no gate, that does not exist, or in a dossier that was stopped', () => {
    const state = { code: 'not-in-this-state', phase: 'Moment', state: 'at-gate' };
    staged.put('moment');
    expect(staged.refused('rework-phase', { phase: 'moment' }, rework(begin))).toEqual(state);
    expect(staged.refused('rework-phase', { phase: 'moment' }, rework('2024-12-02'))).toEqual(inFuture('/on'));
    const because = 'kan hier niet: deze fase heeft geen go/no-go-moment; rond de fase af';
    const nothing = [{ pointer: '', code: 'not-allowed-here', because }];
    expect(staged.refused('rework-phase', ronde, rework(begin))).toEqual(nothing);
    expect(staged.refused('rework-phase', { phase: 'feest' }, rework(begin))).toEqual(unknownPhase);
    stop(begin);
    expect(staged.refused('rework-phase', { phase: 'moment' }, rework(begin))).toEqual(stopped);
  });
});

describe('a dossier', () => {
  it('is stopped after everything that moved it, was visited or met, and once', () => {
    const early = (on: string) => staged.refused('stop-dossier', {}, { on, reason: 'x' }, chair);
    staged.start('moment', '2024-02-06');
    staged.start('ronde', '2024-02-05');
    expect(early('2024-02-05')).toEqual(tooEarly('/on', '2024-02-06'));
    visit('oost/college', '2024-02-08');
    expect(early('2024-02-07')).toEqual(tooEarly('/on', '2024-02-08'));
    expect(early('2024-12-02')).toEqual(inFuture('/on'));
    staged.give('record-meeting', ronde, { expectedOn: '2024-02-12', heldOn: '2024-02-09' });
    expect(early('2024-02-08')).toEqual(tooEarly('/on', '2024-02-09'));
    expect(stop('2024-02-09')).toEqual([
      { type: 'DossierStopped', on: '2024-02-09', facts: {}, texts: { reason: 'niemand wil nog' } },
    ]);
    expect(early('2024-02-09')).toEqual(stopped);
  });

  it('that has passed its last phase takes no more moves', () => {
    staged.start('ronde');
    colleges.forEach((body) => visit(body));
    staged.give('complete-phase', ronde, { on: begin });
    staged.start('verslag');
    staged.give('complete-phase', { phase: 'verslag' }, { on: begin });
    staged.pass('moment', colleges);
    const completed = { code: 'not-in-this-state', state: 'completed' };
    expect(staged.refused('stop-dossier', {}, { on: begin, reason: 'x' }, chair)).toEqual(completed);
  });
});
