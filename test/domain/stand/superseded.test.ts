// What stands in the place of a decision, on the day that is asked about; and which was recorded last.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { newestDecision, newestOf, supersededBy } from '../../../src/domain/stand/superseded.js';
import type { Day, DecisionKind, Id } from '../../../src/domain/vocabulary.js';
import { closed } from '../../support/council-play.js';
import { asking, begin, colleges, evidence, lead, own, planOf, Staged, today } from '../../support/staged-play.js';

const plan = planOf({ moment: asking(), ander: asking() });
const gate = 'moment';
const [body = '', other = ''] = colleges;
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put(gate);
});

const decide = (decision: DecisionKind, on: Day, more: Partial<RecordDecision> = {}, as = own(body)): Id =>
  staged.decide(gate, body, decision, on, { reason: 'Zo besloten.', ...more }, as);
const byRegion = (decision: DecisionKind, on: Day, more: Partial<RecordDecision> = {}): Id =>
  decide(decision, on, { evidence, ...more }, lead);
function superseded(id: Id, day: Day = today): Id | null {
  const decision = staged.decisions(gate).find((one) => one.id === id);
  if (!decision) throw new Error(`there is no decision ${id}`);
  return supersededBy(staged.dossier, gate, staged.round(gate), decision, day);
}
const dispute = (decision: Id): unknown =>
  staged.give('confirm-decision', { gate, decision }, { on: today, confirmed: false, reason: 'Niet zo.' }, own(body));

describe('what took the place of a decision', () => {
  it('is nothing while it stands, and of another body or act nothing else', () => {
    const id = decide('agree', '2024-02-10');
    staged.decide(gate, other, 'disagree', '2024-02-20', { reason: 'Nee.' });
    expect(superseded(id)).toBeNull();
  });

  it('is the act of a later day, from that day on, whichever was recorded first', () => {
    const last = decide('disagree', '2024-02-20');
    const first = decide('agree', '2024-02-10', { revises: last });
    expect([superseded(first, '2024-02-19'), superseded(first, '2024-02-20')]).toEqual([null, last]);
    expect([superseded(last, '2024-02-19'), superseded(last, '2024-02-20')]).toEqual([null, null]);
  });

  it('is the reading that holds, on every day and before its gate was put', () => {
    const id = decide('agree', '2024-02-10');
    const second = decide('disagree', '2024-02-10', { corrects: id });
    const third = decide('agree', '2024-02-12', { corrects: second });
    expect([id, second, third].map((one) => superseded(one, '2024-02-09'))).toEqual([third, third, null]);
    const [former] = staged.decisions(gate);
    expect(former && supersededBy(staged.dossier, gate, null, former, today)).toBe(third);
  });

  it('is nothing while it waits for its gate', () => {
    for (const decidedOn of [begin, '2024-02-02'])
      staged.give('record-decision', { gate: 'ander' }, { body, decision: 'deferred', decidedOn }, own(body));
    const first = staged.dossier.acts.ander?.[0]?.readings[0];
    expect(first && supersededBy(staged.dossier, 'ander', null, first, today)).toBeNull();
  });

  it('is nothing while it waits beside what the body itself decided', () => {
    const id = decide('agree', '2024-02-10');
    const shadow = byRegion('disagree', '2024-02-20', { revises: id });
    const proposed = byRegion('disagree', '2024-02-10', { corrects: id });
    expect([id, shadow, proposed].map((one) => superseded(one))).toEqual([null, null, null]);
  });

  it('is what stands, also while something waits beside that', () => {
    const first = decide('agree', '2024-02-10');
    const second = decide('disagree', '2024-02-12', { revises: first });
    byRegion('agree', '2024-02-20', { revises: second });
    expect([superseded(first), superseded(second)]).toEqual([second, null]);
  });

  it('is what the body itself did later, of what the region recorded', () => {
    const shadow = byRegion('disagree', '2024-02-10');
    const id = decide('agree', '2024-02-20');
    expect([superseded(shadow, '2024-02-19'), superseded(shadow)]).toEqual([null, id]);
  });

  it('is the reading that holds, of one that the body said is not so', () => {
    const id = decide('agree', '2024-02-10');
    const proposed = byRegion('disagree', '2024-02-10', { corrects: id });
    dispute(proposed);
    expect(superseded(proposed)).toBe(id);
  });

  it('is nothing where the body took all back', () => {
    const id = decide('agree', '2024-02-10');
    staged.give('withdraw-decision', { gate }, { decision: id, on: '2024-02-20', reason: 'Terug.' }, own(body));
    expect(superseded(id)).toBeNull();
  });

  it('is nothing of what was no act', () => {
    const id = decide('agree', '2024-02-10');
    const wrong = decide('disagree', '2024-02-12', { revises: id });
    const never = decide('disagree', '2024-02-12', { corrects: wrong, noDecision: true });
    expect([id, wrong, never].map((one) => superseded(one))).toEqual([null, never, null]);
  });

  it('is nothing that is closed', () => {
    const id = decide('deferred', '2024-02-10');
    const hidden = decide('agree', '2024-02-20', closed);
    expect([superseded(id), superseded(hidden)]).toEqual([null, null]);
    const known = decide('agree', '2024-02-15', { revises: id });
    expect([superseded(id), superseded(hidden)]).toEqual([known, null]); // what is closed waits beside it
  });
});

describe('what was recorded last', () => {
  it('is nothing where nothing was recorded', () => {
    expect(newestDecision(staged.dossier, gate)).toBeUndefined();
    expect(newestDecision(staged.dossier, 'ander')).toBeUndefined();
    expect(newestOf(staged.dossier, gate, 1, body)).toBeUndefined();
  });

  it('is of a gate whatever was typed last, a correction too', () => {
    const first = decide('agree', '2024-02-10');
    const second = staged.decide(gate, other, 'agree', '2024-02-09');
    expect(newestDecision(staged.dossier, gate)?.id).toBe(second);
    const corrected = decide('agree', '2024-02-11', { corrects: first });
    expect(newestDecision(staged.dossier, gate)?.id).toBe(corrected);
  });

  it('is of a body in a round its last act, as it reads now', () => {
    const first = decide('agree', '2024-02-20');
    const second = decide('disagree', '2024-02-10', { revises: first });
    staged.decide(gate, other, 'agree', '2024-02-25');
    decide('agree', '2024-02-21', { corrects: first });
    const corrected = decide('disagree', '2024-02-11', { corrects: second });
    const newest = (round: number) => newestOf(staged.dossier, gate, round, body)?.id;
    expect(newest(1)).toBe(corrected);
    staged.give('withdraw-gate', { gate }, { on: '2024-03-01', reason: 'Opnieuw.' });
    staged.give('submit-gate', { gate }, { on: '2024-03-01' });
    expect([newest(1), newest(2)]).toEqual([corrected, undefined]);
    const again = decide('agree', '2024-03-02');
    expect([newest(1), newest(2)]).toEqual([corrected, again]);
  });
});
