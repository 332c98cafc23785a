// What is closed tells others nothing: not by looking back, not by a refusal, not by the day of a conclusion.
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import { migrationTarget } from '../../src/domain/commands/migration-target.js';
import { closed, CouncilPlay } from '../support/council-play.js';
import { asking, chair, evidence, lead, own, planOf as stagedPlan, Staged } from '../support/staged-play.js';

const gate = 'ontwerp';
let play: CouncilPlay;
beforeEach(() => {
  play = new CouncilPlay();
  play.put(gate, '2024-01-02');
});

describe('looking back', () => {
  it('shows a closed decision from the day of its recording, never from its own', () => {
    play.decide(gate, 'oost/college', 'agree', '2024-01-05', closed);
    const asOf = ['2024-01-04', '2024-01-05', '2024-12-30', '2024-12-31'];
    expect(asOf.map((day) => play.missingAsOf(gate, day)['oost/college'])).toEqual([
      ...['silent', 'silent', 'silent'],
      'announced',
    ]);
  });

  it('keeps what stood before a closed revision, whose release takes its place by its own day', () => {
    const revises = play.decide(gate, 'oost/college', 'agree', '2024-01-05').id;
    const no = play.decide(gate, 'oost/college', 'disagree', '2024-02-01', { revises, reason: 'Nee.', ...closed });
    for (const day of ['2024-02-05', '2024-12-31']) expect(play.missingAsOf(gate, day)['oost/college']).toBeUndefined();
    expect(play.stand(gate).tally).toMatchObject({ for: 1, against: 0 });
    const release = { on: '2024-03-01', scope: 'region' } as const;
    play.give(own('oost/college'), 'release-decision', { gate, decision: no.id }, release);
    const against = ['2024-02-29', '2024-03-01'].map((day) => play.stand(gate, day).tally.against);
    expect(against).toEqual([0, 1]);
  });

  it('shows it from its release, by its own day, once it is known', () => {
    const decision = play.decide(gate, 'oost/college', 'agree', '2024-01-05', closed).id;
    play.give(own('oost/college'), 'release-decision', { gate, decision }, { on: '2024-03-01', scope: 'region' });
    expect(play.missingAsOf(gate, '2024-02-01')['oost/college']).toBe('silent');
    expect(play.missingAsOf(gate, '2024-03-01')['oost/college']).toBeUndefined();
  });
});

describe('a refusal', () => {
  it('of a conclusion names no day on which a closed condition was answered', () => {
    const conditions = [{ text: 'Eerst de kosten.', effect: 'suspensive' }] as const;
    const more = { ...closed, conditions: [...conditions] };
    const { conditions: made } = play.decide(gate, 'oost/college', 'agree-with-conditions', '2024-01-03', more);
    const place = { gate, condition: made[0] ?? '' };
    play.give(own('oost/college'), 'answer-condition', place, { answer: 'met', on: '2024-02-01' });
    const hold = { ruling: 'hold', ruledOn: '2024-01-10', reason: 'We wachten.' } as const;
    expect(play.refused(chair, 'rule-gate', { gate }, hold)).toBeNull();
  });

  it('of a migration is the same whatever a closed decision waits for', () => {
    const wider = stagedPlan({ moment: asking(), later: asking() });
    const narrower = stagedPlan({ moment: asking() });
    const lostAfter = (decision: 'agree' | 'agree-subject-to', more: Partial<RecordDecision>): string[] => {
      const staged = new Staged(wider).put('moment');
      staged.decide('moment', 'oost/college', decision, '2024-02-10', more);
      return migrationTarget(staged.dossier, narrower, {}).refusals.map(({ pointer, code }) => `${pointer} ${code}`);
    };
    const waits = { subjectTo: { gate: 'later', body: 'west/college' } };
    expect(lostAfter('agree', {})).toEqual([]);
    expect(lostAfter('agree-subject-to', waits)).toEqual(['/map/later record-lost']);
    expect(lostAfter('agree', closed)).toEqual(['/map/later record-lost']);
    expect(lostAfter('agree-subject-to', { ...waits, ...closed })).toEqual(['/map/later record-lost']);
  });

  it('says of a closed decision only that it is not there', () => {
    const { id } = play.decide(gate, 'oost/college', 'agree', '2024-01-05', closed);
    const place = { gate, decision: id };
    expect(play.refused(lead, 'adopt-list', place, { on: '2024-01-06' })).toBe('unknown-decision');
    expect(play.refused(lead, 'answer-point', place, { on: '2024-01-06', point: 9, answer: 'x' })).toBe(
      'unknown-decision',
    );
    play.give(own('oost/college'), 'withdraw-decision', { gate }, { decision: id, on: '2024-01-06', reason: 'x' });
    expect(play.refused(lead, 'adopt-list', place, { on: '2024-01-06' })).toBe('unknown-decision');
    const recorded = { body: 'oost/college', decision: 'agree', decidedOn: '2024-01-08', evidence } as const;
    expect(play.refused(lead, 'record-decision', { gate }, recorded)).toBeNull();
  });
});

describe('a release', () => {
  it('makes known to more, or it is none; a correction keeps what was known, and what was closed', () => {
    const west = play.decide(gate, 'west/college', 'agree', '2024-01-05', closed);
    const place = { gate, decision: west.id };
    const to = (scope: 'own' | 'region' | 'public') =>
      play.refused(own('west/college'), 'release-decision', place, { on: '2024-01-07', scope });
    expect(to('own')).toBe('validation /scope not-allowed-here');
    const typed = { corrects: west.id, reason: 'Tikfout.' };
    const mended = play.decide(gate, 'west/college', 'agree', '2024-01-05', typed);
    expect(mended.release).toMatchObject({ scope: 'own', ground: closed.release.ground });
    place.decision = mended.id;
    expect([to('region'), to('region'), to('public'), to('public')]).toEqual([
      ...[null, 'validation /scope not-allowed-here'],
      ...[null, 'validation /scope not-allowed-here'],
    ]);
    const again = { body: 'west/college', decision: 'agree', decidedOn: '2024-01-05', reason: 'Toch niet.' } as const;
    const shut = { ...again, corrects: mended.id, ...closed };
    expect(play.refused(own('west/college'), 'record-decision', { gate }, shut)).toBe(
      'validation /release not-allowed-here',
    );
    const until = { ...again, corrects: mended.id, release: { ...closed.release, from: '2024-01-06' } };
    expect(play.refused(own('west/college'), 'record-decision', { gate }, until)).toBe(
      'validation /release/from not-allowed-here',
    );
  });
});
