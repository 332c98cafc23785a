// Later phases that rest on a gate which was opened again, or where a body changed its mind after the ruling, are flagged.
import { loadPlans } from '../../src/app/plan-catalogue.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import { dossierView } from '../../src/domain/views/dossier-view.js';
import { newestOf } from '../../src/domain/stand/superseded.js';
import { Play } from '../support/play.js';
import { testWorkflows } from '../support/workflows.js';

const plan = (await loadPlans(testWorkflows)).get('raadstraject', 1, '');
const overleg = 'raadsregio/overleg';
const lead = { role: 'process-lead', body: overleg } as const;
const chair = { role: 'chair', body: overleg } as const;
const today = '2024-03-01';
const gate = { gate: 'ontwerp' };
const west = { role: 'secretary', body: 'west/college' } as const;

/** The draft has its go, of 3 January, and two phases went on with it. */
function wentOn(): Play {
  const play = Play.start(plan, '2024-01-02');
  play.give('start-phase', { phase: 'ontwerp' }, { on: '2024-01-02' }, lead, today);
  play.give('submit-gate', gate, { on: '2024-01-02' }, lead, today);
  for (const place of ['oost', 'west', 'eiland']) decide(play, `${place}/college`, { decidedOn: '2024-01-03' });
  play.give('rule-gate', gate, { ruling: 'go', ruledOn: '2024-01-03' }, chair, today);
  for (const phase of ['zienswijze', 'treffen']) play.give('start-phase', { phase }, { on: '2024-01-04' }, lead, today);
  return play;
}

function decide(play: Play, body: string, more: Partial<RecordDecision>): void {
  const asked = { body, decision: 'agree', decidedOn: '2024-02-01', ...more } as const;
  play.give('record-decision', gate, asked, { role: 'secretary', body }, today);
}

/** The phases that are flagged, each with what it rests on. */
const flagged = (play: Play, asOf: string | null = null): Record<string, string[]> =>
  Object.fromEntries(
    dossierView(play.reading(today, asOf))
      .phases.filter(({ restsOn }) => restsOn.length > 0)
      .map(({ id, restsOn }) => [id, restsOn]),
  );

const decisionOf = (play: Play, body: string): string => newestOf(play.dossier, 'ontwerp', 1, body)?.id ?? '';

const both = { zienswijze: ['ontwerp'], treffen: ['ontwerp'] };

describe('a gate that is opened again', () => {
  it('is named at every later phase that began, until it has its go again', () => {
    const play = wentOn();
    expect(flagged(play)).toEqual({});
    play.give('reopen-gate', gate, { on: '2024-02-01', reason: 'Er is een fout gevonden.' }, chair, today);
    expect([flagged(play), flagged(play, '2024-01-31')]).toEqual([both, {}]);
    play.give('rule-gate', gate, { ruling: 'go', ruledOn: '2024-02-05' }, chair, today);
    expect([flagged(play), flagged(play, '2024-02-04')]).toEqual([{}, both]);
  });

  it('stays named when it comes to a no-go and is begun anew', () => {
    const play = wentOn();
    play.give('reopen-gate', gate, { on: '2024-02-01', reason: 'Er is een fout gevonden.' }, chair, today);
    const ruling = {
      ruling: 'no-go',
      ruledOn: '2024-02-02',
      reason: 'Zo niet.',
      meeting: { form: 'session' },
    } as const;
    play.give('rule-gate', gate, ruling, chair, today);
    expect(flagged(play)).toEqual(both);
    play.give('rework-phase', { phase: 'ontwerp' }, { on: '2024-02-03', reason: 'Opnieuw.' }, lead, today);
    expect(flagged(play)).toEqual(both);
  });
});

describe('a change of mind after the ruling', () => {
  it('flags what rests on it from its own day', () => {
    const play = wentOn();
    decide(play, 'west/college', { decision: 'disagree', revises: decisionOf(play, 'west/college') });
    expect([flagged(play), flagged(play, '2024-01-31')]).toEqual([both, {}]);
    decide(play, 'west/college', { decidedOn: '2024-02-08', revises: decisionOf(play, 'west/college') });
    expect([flagged(play), flagged(play, '2024-02-07')]).toEqual([{}, both]);
  });

  it('flags it as a decision that is taken back does', () => {
    const play = wentOn();
    const back = {
      decision: decisionOf(play, 'west/college'),
      on: '2024-02-01',
      reason: 'Het college besluit opnieuw.',
    };
    play.give('withdraw-decision', gate, back, west, today);
    expect([flagged(play), flagged(play, '2024-01-31')]).toEqual([both, {}]);
  });

  it('is none when only a number was wrong, and none that others may know while it is closed', () => {
    const play = wentOn();
    const corrects = { corrects: decisionOf(play, 'west/college'), reason: 'Nummer vergeten.', reference: 'Z-12' };
    decide(play, 'west/college', { decidedOn: '2024-01-03', ...corrects });
    expect(flagged(play)).toEqual({});
    const revises = decisionOf(play, 'west/college');
    const closed = { scope: 'own', ground: 'art. 87 Gemeentewet' } as const;
    decide(play, 'west/college', { decision: 'disagree', revises, release: closed });
    expect(flagged(play)).toEqual({});
    const decision = decisionOf(play, 'west/college');
    play.give('release-decision', { ...gate, decision }, { on: '2024-02-12', scope: 'region' }, west, today);
    expect([flagged(play), flagged(play, '2024-02-11')]).toEqual([both, {}]);
  });

  it('is forgotten by a ruling that counted it', () => {
    const play = wentOn();
    decide(play, 'west/college', {
      decision: 'disagree',
      reason: 'Te duur.',
      revises: decisionOf(play, 'west/college'),
    });
    expect(flagged(play)).toEqual(both);
    play.give('reopen-gate', gate, { on: '2024-02-02', reason: 'Om het mee te nemen.' }, chair, today);
    const exit = { on: '2024-02-03', reason: 'Treedt uit.', body: 'west/college' };
    play.give('leave-gate', gate, exit, west, today);
    play.give('rule-gate', gate, { ruling: 'go', ruledOn: '2024-02-05' }, chair, today);
    expect(flagged(play)).toEqual({});
  });

  it('is none of who says the same in other words', () => {
    const play = wentOn();
    const revises = decisionOf(play, 'west/college');
    decide(play, 'west/college', { decision: 'agree-with-remarks', remarks: ['Let op.'], revises });
    expect(flagged(play)).toEqual({});
  });
});
