// What is late and since when (finding 22: being late is invisible in one place and everywhere in the other): in the table,
// on the dossier and in the list, as of the day that is asked about.
import fc from 'fast-check';
import { daysAfter, daysUntil, window } from '../../../src/domain/calendar.js';
import { now } from '../../../src/domain/fold/history.js';
import type { Dossier } from '../../../src/domain/dossier/state.js';
import { latenessOf } from '../../../src/domain/stand/lateness.js';
import { dossierView } from '../../../src/domain/views/dossier-view.js';
import { overviewView } from '../../../src/domain/views/overview-view.js';
import { viewerOf, type Reading } from '../../../src/domain/views/viewer.js';
import { phase } from '../../../src/domain/workflow/define.js';
import { asking, begin, chair, colleges, planOf, Staged } from '../../support/staged-play.js';

const source = 'test';
/** A quarter each: a start, a gate, an end; the plan wants to be done on 1 January 2025. */
const plan = planOf(
  {
    eerst: phase('Eerst', window('2024-Q2'), { source }),
    moment: { ...asking(), planned: window('2024-Q3'), startsAfter: ['eerst'] },
    daarna: phase('Daarna', window('2024-Q4'), { source, startsAfter: ['moment'] }),
  },
  { goal: '2025-01-01' },
);

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

function on(day: string, dossier: Dossier = staged.dossier): Reading {
  return { dossier, moment: now, day, viewer: viewerOf({ id: 'x', assignments: [] }, dossier, () => null, day) };
}
/** Agrees on a condition, which is to be met by that day. */
const conditional = (body: string, dueOn?: string) =>
  staged.decide('moment', body, 'agree-with-conditions', begin, {
    conditions: [{ text: 'Eerst geld.', effect: 'suspensive', ...(dueOn === undefined ? {} : { dueOn }) }],
  });
const put = (): Staged => {
  staged.start('eerst');
  staged.give('complete-phase', { phase: 'eerst' }, { on: begin });
  return staged.put('moment', begin, { replyBy: '2024-08-15' });
};

describe('a phase', () => {
  it('that never began is late from the day after its window, in the table and in the list', () => {
    expect(dossierView(on('2024-06-30'))).toMatchObject({ late: null, phases: [{ late: null }, {}, {}] });
    const late = { since: '2024-07-01', days: 1 };
    expect(dossierView(on('2024-07-01'))).toMatchObject({
      late: { phase: 'eerst', phases: ['eerst'], ...late },
      phases: [{ late }, { late: null }, { late: null }],
    });
    expect(overviewView(on('2024-07-01'))).toMatchObject({ pace: 'late', late: { title: 'Eerst', ...late } });
  });

  it('that began and did not pass is late as well, and matters before what waits for it', () => {
    put();
    const { phase: first, phases } = dossierView(on('2025-03-01')).late ?? {};
    expect([first, phases]).toEqual(['moment', ['moment', 'daarna']]);
    staged.all('moment', colleges).rule('moment', 'go');
    expect(dossierView(on('2025-03-01')).late).toEqual({
      phase: 'daarna',
      phases: ['daarna'],
      since: '2025-01-01',
      days: 60,
    });
  });

  it('that runs matters before one that never began, whatever is late longer; of those the one that is late longest', () => {
    staged = new Staged(
      planOf({
        loopt: phase('Loopt', window('2024-Q3'), { source }),
        later: phase('Later', window('2024-Q2'), { source }),
        eerder: phase('Eerder', window('2024-Q1'), { source }),
        moment: { ...asking(), planned: window('2025') },
      }),
    );
    expect(dossierView(on('2024-12-01')).late).toMatchObject({ phase: 'eerder', phases: ['loopt', 'later', 'eerder'] });
    staged.start('loopt');
    expect(dossierView(on('2024-09-30')).late?.phase).toBe('eerder');
    expect(dossierView(on('2024-10-01')).late).toMatchObject({ phase: 'loopt', days: 1 });
  });

  it('whose plan was moved is late by its new plan', () => {
    staged.give('plan-phase', { phase: 'eerst' }, { on: begin, until: '2024-07-31', reason: 'Later.' });
    expect(dossierView(on('2024-07-31')).phases[0]?.late).toBeNull();
    expect(dossierView(on('2024-08-02')).phases[0]?.late).toEqual({ since: '2024-08-01', days: 2 });
  });
});

describe('a term', () => {
  it('that is over makes its gate late, for those who are missing', () => {
    put().decide('moment', colleges[0] ?? '', 'agree');
    expect(dossierView(on('2024-08-15')).gates[0]?.late).toBeNull();
    const late = { since: '2024-08-16', days: 5 };
    expect(dossierView(on('2024-08-20'))).toMatchObject({
      late: { phase: 'moment', phases: ['moment'], ...late },
      gates: [{ late: { ...late, bodies: colleges.slice(1) } }],
      phases: [{}, { late: null }, {}],
    });
  });

  it('that is over before the window is what its gate is late by, and the other way round', () => {
    staged.start('eerst');
    staged.give('complete-phase', { phase: 'eerst' }, { on: begin });
    staged.put('moment', begin, { replyBy: '2024-11-15' });
    const late = () => dossierView(on('2024-11-20')).late;
    expect(late()).toMatchObject({ phase: 'moment', since: '2024-10-01' });
    staged = new Staged(plan);
    put();
    expect(late()).toMatchObject({ phase: 'moment', since: '2024-08-16' });
  });

  it('gives way to the day of a condition, and counts for one that has none', () => {
    const [oost = '', west = '', eiland = ''] = colleges;
    put().decide('moment', oost, 'agree');
    conditional(west, '2024-08-01');
    conditional(eiland, '2024-09-01');
    const late = (day: string) => dossierView(on(day)).gates[0]?.late;
    expect(late('2024-08-01')).toBeNull();
    expect(late('2024-09-01')?.bodies).toEqual([west]); // the other has this day
    expect(late('2024-08-31')).toEqual({ since: '2024-08-02', days: 30, bodies: [west] });
    expect(late('2024-09-02')).toEqual({ since: '2024-08-02', days: 32, bodies: [west, eiland] });
    staged = new Staged(plan);
    put();
    conditional(west);
    expect(late('2024-08-16')?.bodies).toEqual(colleges);
  });

  it('of a gate that is concluded, or for which nobody is missing, is not; then the list warns', () => {
    put().all('moment', colleges);
    expect(dossierView(on('2024-08-20')).gates[0]?.late).toBeNull();
    expect(overviewView(on('2024-08-20'))).toMatchObject({ next: '2024-08-15', pace: 'watch', late: null });
    staged.rule('moment', 'go');
    expect(dossierView(on('2024-08-20')).late).toBeNull();
  });
});

describe('the goal of the plan', () => {
  it('is there from the start, and late once it is over', () => {
    expect(dossierView(on('2025-01-01')).goal).toEqual({ on: '2025-01-01', reachedOn: null, late: null });
    const late = { since: '2025-01-02', days: 31 };
    expect(dossierView(on('2025-02-01')).goal).toEqual({ on: '2025-01-01', reachedOn: null, late });
  });

  it('is reached by the last phase that passes, and left by a stop', () => {
    put().all('moment', colleges).rule('moment', 'go');
    staged.start('daarna');
    staged.give('complete-phase', { phase: 'daarna' }, { on: '2024-11-30' });
    expect(dossierView(on('2025-02-01'))).toMatchObject({
      late: null,
      goal: { on: '2025-01-01', reachedOn: '2024-11-30', late: null },
    });
    staged = new Staged(plan);
    staged.give('stop-dossier', {}, { on: begin, reason: 'Het is genoeg.' }, chair);
    expect(dossierView(on('2025-02-01'))).toMatchObject({ late: null, goal: { reachedOn: null, late: null } });
  });

  it('is none where the plan names none', () => {
    staged = new Staged(planOf({ moment: asking() }));
    expect(dossierView(on('2025-02-01')).goal).toBeNull();
  });
});

it('nothing is late in what was played back: its documents do not say so', () => {
  put();
  const played: Dossier = { ...staged.dossier, source: 'De brief van 11 april 2024' };
  expect(dossierView(on('2025-03-01', played))).toMatchObject({
    late: null,
    goal: { late: null },
    gates: [{ late: null }],
    phases: [{ late: null }, { late: null }, { late: null }],
  });
  expect(overviewView(on('2025-03-01', played))).toMatchObject({ pace: 'replayed', late: null });
});

describe('while nothing happens', () => {
  const days = fc.integer({ min: 0, max: 900 }).map((n) => daysAfter(begin, n));
  const stories: (() => Dossier)[] = [
    () => new Staged(plan).dossier,
    () => put().dossier,
    () => put().all('moment', colleges).dossier,
    () => (put().decide('moment', colleges[0] ?? '', 'deferred'), staged.dossier),
    () => (put(), conditional(colleges[0] ?? '', '2024-06-01'), staged.dossier),
  ];

  it('what is late stays late, since the same day, and a day longer every day', () => {
    const tale = fc.constantFrom(...stories);
    fc.assert(
      fc.property(tale, days, days, (tell, one, other) => {
        staged = new Staged(plan);
        const dossier = tell();
        const [day = '', later = ''] = [one, other].sort();
        const [then, after] = [latenessOf(dossier, day), latenessOf(dossier, later)];
        const aged = ({ since, days: n }: { since: string; days: number }) => ({
          since,
          days: n + daysUntil(day, later),
        });
        for (const [id, late] of then.phases) expect(after.phases.get(id)).toEqual(aged(late));
        for (const [id, late] of then.terms) expect(after.terms.get(id)).toMatchObject(aged(late));
        if (then.goal?.late) expect(after.goal?.late).toEqual(aged(then.goal.late));
      }),
    );
  });

  it('its days count from the day since which it is late, and the whole is late by what is late in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stories), days, (tell, day) => {
        staged = new Staged(plan);
        const dossier = tell();
        const { phases, gates, goal, late } = dossierView(on(day, dossier));
        const found = [...phases, ...gates].flatMap((part) => (part.late ? [{ id: part.id, ...part.late }] : []));
        for (const one of [...found, ...(goal?.late ? [goal.late] : [])]) {
          expect(one.days).toBeGreaterThan(0);
          expect(daysAfter(one.since, one.days - 1)).toBe(day);
        }
        expect(late?.phases ?? []).toEqual(
          phases.map(({ id }) => id).filter((id) => found.some((one) => one.id === id)),
        );
        const first = late && { since: late.since, days: late.days };
        if (late) expect(found).toContainEqual(expect.objectContaining({ id: late.phase, ...first }));
        const title = phases.find(({ id }) => id === late?.phase)?.title;
        const listed = overviewView(on(day, dossier));
        expect([listed.late, listed.pace === 'late']).toEqual([first && { title, ...first }, first !== null]);
      }),
    );
  });
});
