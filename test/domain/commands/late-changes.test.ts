// What is recorded after a conclusion, where the plan opens the gate again: only what makes a body stand otherwise, and
// nothing that the region may not know yet.
import { changedUnder } from '../../../src/domain/stand/changed.js';
import { closed, CouncilPlay } from '../../support/council-play.js';
import { chair, evidence, lead, own } from '../../support/staged-play.js';

const gate = 'toestemming';
const withheld = { ground: 'conflict-with-law' } as const;
let play: CouncilPlay;
beforeEach(() => {
  play = CouncilPlay.consented();
});

describe('a closed revision after a go', () => {
  it.each(['consent', 'consent-withheld'] as const)('opens nothing, whichever way it goes: %s', (kind) => {
    const { id } = play.latest(gate, 'oost/raad');
    const more = kind === 'consent' ? {} : withheld;
    play.decide(gate, 'oost/raad', kind, '2024-02-01', { revises: id, ...closed, ...more });
    expect([play.status(gate), play.play.events.at(-1)?.type]).toEqual(['passed', 'DecisionRevised']);
  });

  it('opens the gate when a no is released, and not when a yes is', () => {
    for (const [kind, status] of [
      ['consent', 'passed'],
      ['consent-withheld', 'at-gate'],
    ] as const) {
      const one = CouncilPlay.consented();
      const more = kind === 'consent' ? {} : withheld;
      const { id } = one.latest(gate, 'oost/raad');
      const decision = one.decide(gate, 'oost/raad', kind, '2024-02-01', { revises: id, ...closed, ...more }).id;
      one.give(own('oost/raad'), 'release-decision', { gate, decision }, { on: '2024-03-01', scope: 'region' });
      expect(one.status(gate)).toBe(status);
      if (status === 'at-gate')
        expect(one.play.events.at(-1)).toMatchObject({ type: 'GateReopened', on: '2024-03-01' });
    }
  });

  it('opens it when it is taken back, on the day of recording: the body is silent for all to see', () => {
    const { id } = play.latest(gate, 'oost/raad');
    const decision = play.decide(gate, 'oost/raad', 'consent', '2024-02-01', { revises: id, ...closed }).id;
    const taken = { decision, on: '2024-02-02', reason: 'Vergissing.' };
    play.give(own('oost/raad'), 'withdraw-decision', { gate }, taken);
    expect(play.play.events.at(-1)).toMatchObject({ type: 'GateReopened', on: '2024-12-31' });
  });
});

describe('a late change reopens by how the body stands, not by its fields', () => {
  it('when it no longer counts, as an announcement; what the region recorded waits beside it', () => {
    const { id } = play.latest(gate, 'oost/raad');
    play.decide(gate, 'oost/raad', 'consent', '2024-02-01', { revises: id, form: 'announcement' });
    expect(play.status(gate)).toBe('at-gate');
    const other = CouncilPlay.consented();
    const revised = { body: 'west/raad', decision: 'consent', decidedOn: '2024-02-01', evidence } as const;
    other.give(lead, 'record-decision', { gate }, { ...revised, revises: other.latest(gate, 'west/raad').id });
    expect(other.status(gate)).toBe('passed');
  });

  it('not when only a number is mended', () => {
    const corrects = play.latest(gate, 'oost/raad').id;
    play.decide(gate, 'oost/raad', 'consent', '2024-01-06', { corrects, reason: 'Nummer.', reference: 'R-1' });
    expect(play.status(gate)).toBe('passed');
  });

  it('also when the answer to an added question changes', () => {
    play.give(chair, 'reopen-gate', { gate }, { on: '2024-01-07', reason: 'Opnieuw.' });
    const no = { ruling: 'no-go', ruledOn: '2024-01-08', reason: 'Opnieuw.' } as const;
    play.decide(gate, 'west/raad', 'deferred', '2024-01-07', { revises: play.latest(gate, 'west/raad').id });
    play.give(chair, 'rule-gate', { gate }, no);
    play.give(lead, 'rework-phase', { phase: gate }, { on: '2024-01-09', reason: 'Opnieuw.' });
    const questions = [{ id: 'kosten', text: 'Ook de kosten?' }];
    play.give(lead, 'submit-gate', { gate }, { on: '2024-01-10', questions });
    play.all(gate, 'raad', 'consent', '2024-01-10');
    play.rule(gate, '2024-01-10');
    const revises = play.latest(gate, 'oost/raad').id;
    const answers = { kosten: 'consent-withheld' } as const;
    play.decide(gate, 'oost/raad', 'consent', '2024-02-01', { revises, answers, ...withheld });
    expect(play.status(gate)).toBe('at-gate');
  });

  it('when a closed no from before the conclusion is released', () => {
    const one = new CouncilPlay();
    const rule = { rule: 'threshold', needed: 2, of: 'councils' };
    const meeting = { form: 'session' } as const;
    const amended = { on: '2024-01-03', reason: 'Twee is genoeg.', rule, meeting };
    one.give(chair, 'amend-rule', { gate }, amended);
    one.put('ontwerp', '2024-01-03');
    one.all('ontwerp', 'college', 'agree', '2024-01-03');
    one.rule('ontwerp', '2024-01-03');
    one.put('zienswijze', '2024-01-04');
    one.all('zienswijze', 'raad', 'no-view', '2024-01-04');
    one.rule('zienswijze', '2024-01-04');
    one.put(gate, '2024-01-05');
    const decision = one.decide(gate, 'oost/raad', 'consent-withheld', '2024-01-06', { ...withheld, ...closed }).id;
    for (const place of ['west', 'eiland']) one.decide(gate, `${place}/raad`, 'consent', '2024-01-06');
    one.rule(gate, '2024-01-07');
    one.give(own('oost/raad'), 'release-decision', { gate, decision }, { on: '2024-02-01', scope: 'region' });
    expect(one.status(gate)).toBe('at-gate');
  });
});

describe('a phase that rests on a decision that was taken back after the conclusion', () => {
  it('stays flagged when that decision is corrected', () => {
    const { id } = play.latest('ontwerp', 'oost/college');
    const taken = { decision: id, on: '2024-01-07', reason: 'Terug.' };
    play.give(own('oost/college'), 'withdraw-decision', { gate: 'ontwerp' }, taken);
    play.decide('ontwerp', 'oost/college', 'agree', '2024-01-03', {
      corrects: id,
      reason: 'Nummer.',
      reference: 'N-1',
    });
    expect(changedUnder(play.play.dossier, 'zienswijze', '2024-12-31')).toEqual(['ontwerp']);
  });
});

describe('what is of another round, or of a body that left', () => {
  it('opens nothing', () => {
    play.give(chair, 'reopen-gate', { gate }, { on: '2024-01-07', reason: 'Een raad valt weg.' });
    const { id } = play.latest(gate, 'eiland/raad');
    const exit = { on: '2024-01-07', reason: 'Heringedeeld.', body: 'eiland/raad' };
    play.give(own('eiland/raad'), 'leave-gate', { gate }, exit);
    play.rule(gate, '2024-01-08');
    const taken = { decision: id, on: '2024-01-09', reason: 'Niet meer.' };
    play.give(own('eiland/raad'), 'withdraw-decision', { gate }, taken);
    expect([play.status(gate), play.stand(gate).outcome]).toEqual(['passed', 'go']);
  });

  it('nor does a dispute of what the region recorded in a round that was taken back', () => {
    const one = CouncilPlay.consented();
    one.put('visie', '2024-01-07');
    const recorded = { body: 'oost/raad', decision: 'adopt', decidedOn: '2024-01-07', evidence } as const;
    one.give(lead, 'record-decision', { gate: 'visie' }, recorded);
    const decision = one.latest('visie', 'oost/raad').id;
    one.give(lead, 'withdraw-gate', { gate: 'visie' }, { on: '2024-01-07', reason: 'Opnieuw.' });
    one.give(lead, 'submit-gate', { gate: 'visie' }, { on: '2024-01-08' });
    one.all('visie', 'raad', 'adopt', '2024-01-08');
    const before = one.stand('visie').tally;
    const dispute = { on: '2024-01-09', confirmed: false, reason: 'Zo niet besloten.' };
    one.give(own('oost/raad'), 'confirm-decision', { gate: 'visie', decision }, dispute);
    expect(one.stand('visie').tally).toEqual(before);
  });
});
