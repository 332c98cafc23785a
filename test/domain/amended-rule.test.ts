// A rule that is amended: where that was decided, who was told, and when it is in force. What was, stays to be read.
import type { PayloadOf } from '../../src/domain/commands/commands.js';
import { loadPlans, PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { now } from '../../src/domain/fold/history.js';
import { currentRound } from '../../src/domain/dossier/state.js';
import { Refusal } from '../../src/domain/refusal.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { gateView, type GateView } from '../../src/wording/gates/views.js';
import { fold } from '../support/fold.js';
import { Play } from '../support/play.js';
import { testWorkflows } from '../support/workflows.js';
import { told } from '../support/told.js';

const plan = (await loadPlans(testWorkflows)).get('raadstraject', 1, '');
const overleg = 'raadsregio/overleg';
const lead = { role: 'process-lead', body: overleg } as const;
const chair = { role: 'chair', body: overleg } as const;
const colleges = ['oost/college', 'west/college', 'eiland/college'];
const today = '2024-03-01';
const gate = { gate: 'ontwerp' };

const asked: PayloadOf<'amend-rule'> = {
  on: '2024-01-06',
  reason: 'Eiland wordt heringedeeld.',
  rule: threshold(2, 'colleges'),
  meeting: { form: 'session', reference: 'Overleg 6 januari' },
};
const all = { ...asked, agreedBy: colleges };
const [three, two] = ['alle 3 colleges zijn akkoord', 'ten minste 2 van de 3 colleges zijn akkoord'];

function begun(): Play {
  const play = Play.start(plan, '2024-01-02');
  play.give('start-phase', { phase: 'ontwerp' }, { on: '2024-01-02' }, lead, today);
  return play;
}

function put(): Play {
  const play = begun();
  play.give('submit-gate', gate, { on: '2024-01-04' }, lead, today);
  return play;
}

const amend = (play: Play, rule: PayloadOf<'amend-rule'>): void => {
  play.give('amend-rule', gate, rule, chair, today);
};
const look = (play: Play, asOf: string | null = null): GateView => gateView(play.reading(today, asOf), 'ontwerp');

/** What it is refused for; nothing when it is not. */
function refusedFor(play: Play, rule: PayloadOf<'amend-rule'>): string {
  try {
    amend(play, rule);
    return '';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ') || error.code;
  }
}

describe('when all who decide agree', () => {
  it('is in force at once, and the day before the former rule was', () => {
    const play = put();
    for (const body of colleges.slice(0, 2))
      play.give(
        'record-decision',
        gate,
        { body, decision: 'agree', decidedOn: '2024-01-05' },
        { role: 'secretary', body },
        today,
      );
    expect(look(play)).toMatchObject({ outcome: 'open', rule: { text: three } });
    amend(play, all);
    expect(look(play)).toMatchObject({ outcome: 'go', certain: true, rule: { text: two } });
    expect(look(play, '2024-01-05')).toMatchObject({ outcome: 'open', rule: { text: three }, amendments: [] });
    expect(look(play).amendments).toMatchObject([
      {
        rule: two,
        former: three,
        inForce: 'now',
        agreedBy: colleges,
        meeting: { form: 'session', reference: 'Overleg 6 januari' },
      },
    ]);
    const ruling = { ruling: 'go', ruledOn: '2024-01-05' } as const;
    expect(() => play.give('rule-gate', gate, ruling, chair, today)).toThrow('validation');
    play.give('rule-gate', gate, { ...ruling, ruledOn: '2024-01-06' }, chair, today);
  });

  it('is read from the record without a rule being run', () => {
    const play = put();
    amend(play, all);
    const unruled = { ...plan, rules: new Map() };
    expect(currentRound(fold(new PlanCatalogue([unruled]), play.events, now), 'ontwerp')).toMatchObject({
      rule: asked.rule,
      ruleTold: two,
    });
  });

  it('stays the rule of the next submission, until it is amended again', () => {
    const play = put();
    amend(play, all);
    play.give('withdraw-gate', gate, { on: '2024-01-07', reason: 'Opnieuw.' }, lead, today);
    play.give('submit-gate', gate, { on: '2024-01-08' }, lead, today);
    expect(look(play).rule.text).toBe(two);
    amend(play, { ...asked, on: '2024-01-09', rule: threshold(3, 'colleges') });
    expect(look(play).rule.text).toBe(two);
    expect(look(play).amendments.map(({ former, inForce }) => [former, inForce])).toEqual([
      [three, 'now'],
      [two, 'next-submission'],
    ]);
  });

  it('means all: not some of them, nobody else, and not while nothing lies open', () => {
    const play = put();
    expect(refusedFor(play, { ...asked, agreedBy: colleges.slice(1) })).toBe('/agreedBy not-allowed-here');
    expect(refusedFor(play, { ...asked, agreedBy: [] })).toBe('/agreedBy not-allowed-here');
    expect(refusedFor(play, { ...asked, agreedBy: [...colleges, 'oost/raad'] })).toBe('/agreedBy/3 not-in-electorate');
    expect(refusedFor(play, { ...asked, agreedBy: ['nergens/college'] })).toBe('/agreedBy/0 unknown-body');
    expect(refusedFor(begun(), all)).toBe('gate-not-open');
    expect(look(play)).toMatchObject({ rule: { text: three }, amendments: [] });
  });

  it('must fit who decides now and whom the plan asks, on a day that follows what moved the gate', () => {
    const play = put();
    const leaves = { on: '2024-01-05', reason: 'Heringedeeld.', ...told('2024-01-05'), leaves: ['eiland/college'] };
    play.give('change-electorate', gate, leaves, chair, today);
    const both = { ...asked, agreedBy: colleges.slice(0, 2) };
    expect(refusedFor(play, { ...both, rule: threshold(3, 'colleges') })).toBe('/rule not-allowed-here');
    expect(refusedFor(play, { ...both, on: '2024-01-03' })).toBe('/on date-too-early');
    expect(refusedFor(play, both)).toBe('');
    expect(look(play).rule.text).toBe('ten minste 2 van de 2 colleges zijn akkoord');
  });
});

describe('an amendment', () => {
  it('names the meeting, and a notice on a day that is not before it', () => {
    const { meeting: _, ...unmet } = asked;
    expect(refusedFor(put(), unmet)).toBe('/meeting meeting-required');
    expect(refusedFor(put(), { ...asked, notifiedOn: '2024-01-05' })).toBe('/notifiedOn date-too-early');
    expect(refusedFor(put(), { ...asked, notifiedOn: '2024-03-02' })).toBe('/notifiedOn date-in-future');
  });

  it('is flagged until the day on which all were told', () => {
    const play = put();
    amend(play, { ...asked, notifiedOn: '2024-01-09' });
    expect(look(play).amendments).toMatchObject([{ notifiedOn: '2024-01-09', flags: [] }]);
    expect(look(play, '2024-01-08').amendments).toMatchObject([{ notifiedOn: null, flags: ['not-notified'] }]);
    expect(look(play, '2024-01-05').amendments).toEqual([]);
  });

  it('is told to all afterwards, once, and not before it was amended', () => {
    const play = put();
    const tell = (on: string) => play.give('notify-amendment', gate, { on }, lead, today);
    expect(() => tell('2024-01-09')).toThrow(Refusal);
    amend(play, asked);
    expect(() => tell('2024-01-05')).toThrow(Refusal);
    expect(look(play).amendments).toMatchObject([{ notifiedOn: null, flags: ['not-notified'] }]);
    tell('2024-01-12');
    expect(look(play).amendments).toMatchObject([{ notifiedOn: '2024-01-12', flags: [] }]);
    expect(look(play, '2024-01-11').amendments).toMatchObject([{ notifiedOn: null, flags: ['not-notified'] }]);
    expect(() => tell('2024-01-13')).toThrow(Refusal);
  });
});

describe('a poll', () => {
  it('stays one: its amended rule must hold for one of the options', () => {
    const play = Play.start(plan, '2024-01-02');
    const keuze = { gate: 'keuze' };
    play.give('start-phase', { phase: 'keuze' }, { on: '2024-01-04' }, lead, today);
    const rule = unanimity('colleges');
    play.give('amend-rule', keuze, { ...asked, on: '2024-01-05', rule }, chair, today);
    play.give('submit-gate', keuze, { on: '2024-01-06' }, lead, today);
    expect(gateView(play.reading(today), 'keuze').rule.text).toContain('voor één van de 2 mogelijkheden');
    for (const [body, option] of [
      ['oost/college', 'bvo'],
      ['west/college', 'lichaam'],
      ['eiland/college', 'bvo'],
    ] as const) {
      const decision = { body, decision: 'agree', decidedOn: '2024-01-07', option } as const;
      play.give('record-decision', keuze, decision, { role: 'secretary', body }, today);
    }
    expect(gateView(play.reading(today), 'keuze').outcome).toBe('no-go');
  });
});
