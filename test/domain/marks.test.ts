// What is drawn of a gate never says otherwise than the sentence beside it: the marks follow what counts.
import { loadShelf, shippedWorkflows } from '../../src/app/shelf.js';
import { boardView } from '../../src/domain/views/board-view.js';
import { gateView } from '../../src/wording/views.js';
import { marksOf } from '../../src/domain/views/marks.js';
import { overviewView } from '../../src/domain/views/overview-view.js';
import { viewerOf, type Reading } from '../../src/domain/views/viewer.js';
import { Refusal } from '../../src/domain/refusal.js';
import { now } from '../../src/domain/fold/history.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import { Play } from '../support/play.js';

const plan = (await loadShelf([shippedWorkflows])).get('drenthe-robuuste-regio', 1, '');
const lead = { role: 'process-lead', body: 'jeugdhulpregio-drenthe/abo' } as const;
const gate = { gate: 'instemming' };
const today = '2024-05-01';

function put(): Play {
  const play = Play.start(plan, '2024-04-11');
  play.give('start-phase', { phase: 'instemming' }, { on: '2024-04-11' }, lead, today);
  play.give('submit-gate', gate, { on: '2024-04-11' }, lead, today);
  return play;
}

function decide(play: Play, one: string, more: Partial<RecordDecision> = {}, as?: typeof lead): void {
  const body = `${one}/college`;
  const decision: RecordDecision = { body, decision: 'agree', decidedOn: '2024-04-16', ...more };
  play.give('record-decision', gate, decision, as ?? { role: 'secretary', body }, today);
}

function reading({ dossier }: Play): Reading {
  const viewer = viewerOf({ id: 'x', assignments: [] }, dossier, () => null, today);
  return { dossier, moment: now, day: today, viewer };
}

/** What is wrong with what was asked. */
function refusal(attempt: () => void): unknown {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error.errors;
    throw error;
  }
  throw new Error('it was accepted');
}

const markIn = (play: Play, one: string) => marksOf(reading(play), 'instemming', 1).get(`${one}/college`);

describe('the mark of a body', () => {
  it('is for only when its decision counts for', () => {
    const play = put();
    decide(play, 'assen');
    decide(play, 'emmen', { decision: 'disagree', reason: 'Te duur.' });
    decide(play, 'meppel', { decision: 'deferred' });
    decide(play, 'tynaarlo', { decision: 'noted' });
    decide(play, 'coevorden', {
      decision: 'agree-with-conditions',
      conditions: [{ text: 'De kosten.', effect: 'elaboration' }],
    });
    decide(play, 'hoogeveen', { evidence: [{ title: 'Lijst', url: 'https://example.org' }] }, lead);
    const marks = ['assen', 'emmen', 'meppel', 'tynaarlo', 'coevorden', 'hoogeveen', 'westerveld'].map((one) =>
      markIn(play, one),
    );
    expect(marks).toEqual(['for', 'against', 'deferred', 'noted', 'conditions', 'pending', 'waiting']);
    const { tally } = gateView(reading(play), 'instemming');
    expect([tally.for, tally.against, tally.decided]).toEqual([1, 1, 4]);
    expect(boardView(reading(play)).columns[0]).toMatchObject({ decided: 4, notCounting: 1 });
  });

  it('is pending for all who decided on a text that was replaced, also while their next meeting is planned', () => {
    const play = put();
    for (const one of ['assen', 'emmen']) decide(play, one);
    play.give('revise-proposal', gate, { on: '2024-04-20', title: 'Versie 2' }, lead, today);
    const item = { body: 'emmen/college', meetingOn: '2024-05-07', stage: 'college' } as const;
    play.give('schedule-item', gate, item, lead, today);
    expect(['assen', 'emmen'].map((one) => markIn(play, one))).toEqual(['pending', 'pending']);
    expect(gateView(reading(play), 'instemming').sentence).toContain('0 van de 12 colleges');
    expect(overviewView(reading(play)).running[0]?.stand).toEqual({ decided: 2, electorate: 12, notCounting: 2 });
  });
});

describe('the rule in words', () => {
  it('fits who decide now', () => {
    const play = put();
    const chair = { role: 'chair', body: lead.body } as const;
    const change = { on: '2024-04-20', reason: 'Doet niet meer mee.', leaves: ['assen/college'] };
    expect(gateView(reading(play), 'instemming').rule.text).toContain('12');
    play.give('change-electorate', gate, change, chair, today);
    expect(gateView(reading(play), 'instemming').rule.text).toContain('11');
  });
});

describe('a body that decided again', () => {
  it('did so on the day of its former decision or later; a correction may be of any day', () => {
    const play = put();
    decide(play, 'assen');
    const first = play.dossier.rounds.instemming?.[0]?.decisions[0]?.id ?? '';
    const early = { decision: 'disagree', decidedOn: '2024-04-15', reason: 'Toch niet.' } as const;
    const refused = refusal(() => decide(play, 'assen', { ...early, revises: first }));
    expect(refused).toEqual([{ pointer: '/decidedOn', code: 'date-too-early', limit: '2024-04-16' }]);
    decide(play, 'assen', { ...early, corrects: first });
    expect(markIn(play, 'assen')).toBe('against');
  });
});
