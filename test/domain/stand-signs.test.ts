// What is drawn of a gate never says otherwise than the sentence beside it: the signs follow what counts.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { boardInSteps } from '../../src/domain/views/board-view.js';
import { gateView } from '../../src/wording/gates/views.js';
import { standsOf } from '../../src/domain/views/stand-view.js';
import { newestOf } from '../../src/domain/stand/superseded.js';
import { currentRound } from '../../src/domain/dossier/state.js';
import { overviewView } from '../../src/domain/views/overview-view.js';
import { viewerOf, type Reading } from '../../src/domain/views/viewer.js';
import { now } from '../../src/domain/fold/history.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import { Play } from '../support/play.js';
import { told } from '../support/told.js';
import { atOnce } from '../support/fold.js';

const plan = (await loadPlans([shippedWorkflows])).get('drenthe-robuuste-regio', 1, '');
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

const signIn = (play: Play, one: string) => {
  const round = currentRound(play.dossier, 'instemming');
  const stands = round ? standsOf(reading(play), 'instemming', round) : [];
  return stands.find(({ body }) => body === `${one}/college`)?.sign;
};

describe('the sign of a body', () => {
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
    const signs = ['assen', 'emmen', 'meppel', 'tynaarlo', 'coevorden', 'hoogeveen', 'westerveld'].map((one) =>
      signIn(play, one),
    );
    expect(signs).toEqual(['for', 'against', 'held', 'held', 'waits', 'waits', 'none']);
    const { tally } = gateView(reading(play), 'instemming');
    expect([tally.for, tally.against, tally.decided]).toEqual([1, 1, 4]);
    expect(atOnce(boardInSteps(reading(play))).columns[0]).toMatchObject({ decided: 4, notCounting: 2 });
  });

  it('waits for all who decided on a text that was replaced, also while their next meeting is planned', () => {
    const play = put();
    for (const one of ['assen', 'emmen']) decide(play, one);
    play.give('revise-proposal', gate, { on: '2024-04-20', title: 'Versie 2' }, lead, today);
    const item = { body: 'emmen/college', meetingOn: '2024-05-07', stage: 'college' } as const;
    play.give('schedule-item', gate, item, lead, today);
    expect(['assen', 'emmen'].map((one) => signIn(play, one))).toEqual(['waits', 'waits']);
    expect(gateView(reading(play), 'instemming').sentence).toContain('0 van de 12 colleges');
    expect(overviewView(reading(play)).running[0]?.stand).toEqual({ decided: 2, electorate: 12, notCounting: 2 });
  });
});

describe('the rule in words', () => {
  it('fits who decide now', () => {
    const play = put();
    const chair = { role: 'chair', body: lead.body } as const;
    const change = {
      on: '2024-04-20',
      reason: 'Doet niet meer mee.',
      ...told('2024-04-20'),
      leaves: ['assen/college'],
    };
    expect(gateView(reading(play), 'instemming').rule.text).toContain('12');
    play.give('change-electorate', gate, change, chair, today);
    expect(gateView(reading(play), 'instemming').rule.text).toContain('11');
  });
});

describe('a body that decided again', () => {
  it('stands as it did on the last day; what a correction mends, on the day that it says', () => {
    const play = put();
    decide(play, 'assen');
    const first = newestOf(play.dossier, 'instemming', 1, 'assen/college')?.id;
    const early = { decision: 'disagree', decidedOn: '2024-04-15', reason: 'Toch niet.' } as const;
    decide(play, 'assen', { ...early, revises: first });
    expect(signIn(play, 'assen')).toBe('for');
    decide(play, 'assen', { decidedOn: '2024-04-14', reason: 'Verkeerde datum.', corrects: first });
    expect(signIn(play, 'assen')).toBe('against');
  });
});
