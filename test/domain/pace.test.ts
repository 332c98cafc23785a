// Whether a dossier is in time: by the days of what can be done now, and of each phase by the end of its window.
import { window } from '../../src/domain/calendar.js';
import { now } from '../../src/domain/fold/history.js';
import { dossierView } from '../../src/domain/views/dossier-view.js';
import { overviewView } from '../../src/domain/views/overview-view.js';
import { viewerOf, type Reading } from '../../src/domain/views/viewer.js';
import { phase } from '../../src/domain/workflow/define.js';
import { asking, begin, chair, planOf, Staged } from '../support/staged-play.js';

const source = 'test';
const open = { from: null, until: null, aim: 'ooit' };
/** Two phases after each other, each a quarter; a third has no days at all. */
const plan = planOf({
  eerst: phase('Eerst', window('2024-03', '2024-05'), { source }),
  daarna: phase('Daarna', window('2024-06', '2024-08'), { source, startsAfter: ['eerst'] }),
  ooit: { ...asking(), startsAfter: ['daarna'], planned: open },
});

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

function on(day: string): Reading {
  const { dossier } = staged;
  return { dossier, moment: now, day, viewer: viewerOf({ id: 'x', assignments: [] }, dossier, () => null, day) };
}
const paceOn = (day: string) => {
  const { next, pace } = overviewView(on(day));
  return [next, pace];
};
const lateOn = (day: string) => dossierView(on(day)).phases.flatMap(({ id, late }) => (late ? [id] : []));

it('is late when a phase that can begin should have ended, and not before', () => {
  expect(paceOn('2024-03-15')).toEqual(['2024-05-31', 'fine']);
  expect(paceOn('2024-05-24')).toEqual(['2024-05-31', 'watch']);
  expect(paceOn('2024-05-31')).toEqual(['2024-05-31', 'watch']);
  expect(paceOn('2024-06-01')).toEqual(['2024-05-31', 'late']);
});

it('is late by each phase that has not passed and should have', () => {
  expect(lateOn('2024-05-31')).toEqual([]);
  expect(lateOn('2024-06-01')).toEqual(['eerst']);
  expect(lateOn('2024-09-01')).toEqual(['eerst', 'daarna']);
  staged.start('eerst');
  expect(lateOn('2024-09-01')).toEqual(['eerst', 'daarna']);
  staged.give('complete-phase', { phase: 'eerst' }, { on: '2024-02-10' });
  expect(lateOn('2024-09-01')).toEqual(['daarna']);
});

it('has no pace where nothing has a day, and none after its end', () => {
  for (const one of ['eerst', 'daarna']) {
    staged.start(one);
    staged.give('complete-phase', { phase: one }, { on: begin });
  }
  expect(paceOn('2024-09-01')).toEqual([null, 'undated']);
  staged.give('stop-dossier', {}, { on: '2024-02-10', reason: 'Het is genoeg.' }, chair);
  expect(paceOn('2024-09-01')).toEqual([null, 'stopped']);
});
