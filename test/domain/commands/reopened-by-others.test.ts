// A gate that has passed and opens again by what nobody said of it: a correction of what was recorded, or parties that go
// on as one. Only a change of how a body stood counts, and only where the plan says so.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import type { DecisionKind, Slug } from '../../../src/domain/vocabulary.js';
import { Corrections } from '../../support/corrections.js';
import { asking, begin, colleges, evidence, lead, own, planOf, Staged, today } from '../../support/staged-play.js';
import * as voorne from '../../support/voorne.js';

const plan = planOf({
  vast: asking(),
  weer: asking({ afterRuling: 'reopen' }),
  ook: asking({ afterRuling: 'reopen' }),
});
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het college';
const reopened = (on: string, gate = 'weer') => [{ type: 'GateReopened', on, facts: { gate, round: 1 } }];

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});
const putRight = () => new Corrections(staged.events, plan);

/** Put; the region recorded for one body, which said the same later; the others decided themselves. */
function ruled(gate: Slug, ruling: 'go' | 'no-go' | null = 'go', kind: DecisionKind = 'agree'): void {
  staged.put(gate, begin);
  const decision = staged.decide(gate, oost, kind, '2024-02-05', { evidence }, lead);
  staged.give('confirm-decision', { gate, decision }, { on: '2024-02-06', confirmed: true }, own(oost));
  for (const body of [west, eiland]) staged.decide(gate, body, kind, '2024-02-07');
  if (ruling) staged.rule(gate, ruling, '2024-02-09');
}

describe('a correction after the ruling', () => {
  it('that makes a body stand otherwise opens the gate again, not before its ruling', () => {
    ruled('weer');
    expect(putRight().added('DecisionConfirmed', { never: true }).slice(1)).toEqual(reopened('2024-02-09'));
  });

  it('that changes nothing of how it stands opens nothing', () => {
    ruled('weer');
    expect(putRight().added('DecisionConfirmed', { on: '2024-02-08' })).toHaveLength(1);
    expect(putRight().added('DecisionConfirmed', { ownReason: 'Toegelicht.' })).toHaveLength(1);
  });

  it('opens no other gate', () => {
    ruled('ook');
    ruled('weer');
    expect(putRight().added('DecisionConfirmed', { never: true }).slice(1)).toEqual(reopened('2024-02-09'));
    staged = new Staged(plan);
    ruled('weer');
    ruled('ook');
    expect(putRight().added('DecisionConfirmed', { never: true }).slice(1)).toEqual(reopened('2024-02-09', 'ook'));
  });

  it('opens every gate where a yes waited for what is corrected', () => {
    staged.put('vast', begin);
    const decision = staged.decide('vast', oost, 'agree', '2024-02-05', { evidence }, lead);
    staged.give('confirm-decision', { gate: 'vast', decision }, { on: '2024-02-06', confirmed: true }, own(oost));
    for (const gate of ['weer', 'ook']) {
      staged.put(gate, begin).decide(gate, west, 'agree', '2024-02-07');
      staged.decide(gate, eiland, 'agree-subject-to', '2024-02-07', { subjectTo: { gate: 'vast', body: oost } });
      staged.rule(gate, 'go', '2024-02-09');
    }
    expect(putRight().added('DecisionConfirmed', { never: true }).slice(1)).toEqual([
      ...reopened('2024-02-09', 'weer'),
      ...reopened('2024-02-09', 'ook'),
    ]);
  });

  it.each<[string, () => void]>([
    ['only flags a change', () => ruled('vast')],
    ['was concluded with a no', () => ruled('weer', 'no-go', 'disagree')],
    ['lies open still', () => ruled('weer', null)],
  ])('opens no gate that %s', (_, play) => {
    play();
    expect(putRight().added('DecisionConfirmed', { never: true })).toHaveLength(1);
  });

  it('of the ruling itself, which becomes a no, opens nothing either', () => {
    ruled('weer');
    expect(
      putRight().added('GateRuled', { ruling: 'no-go', ownReason: reason, meeting: { form: 'session' } }),
    ).toHaveLength(1);
  });

  it('of a conclusion that never was leaves the gate open, and opens it no second time', () => {
    ruled('weer');
    expect(putRight().added('GateRuled', { never: true })).toHaveLength(1);
  });
});

describe('what is said after the ruling', () => {
  const release = (body: string, on: string, more: object = {}) => {
    const decision = staged.decisions('weer').findLast((one) => one.body === body)?.id ?? '';
    return staged.give('release-decision', { gate: 'weer', decision }, { on, scope: 'public', ...more }, own(body));
  };

  it('and changes nothing of how anyone stands opens nothing, though the gate stands otherwise by itself', () => {
    ruled('weer');
    const revises = staged.decisions('weer').find(({ body }) => body === west)?.id;
    const closed = { scope: 'region', from: '2024-06-01', ground: 'art. 87' } as const;
    const asked = { body: west, decision: 'disagree', decidedOn: '2024-02-20', revises, release: closed } as const;
    expect(staged.give('record-decision', { gate: 'weer' }, asked, own(west), '2024-03-01')).toHaveLength(1);
    expect(release(oost, '2024-07-01')).toHaveLength(1);
    expect(release(west, '2024-07-01')).toHaveLength(1);
  });

  it('takes back what is closed on the day of recording, also where that was corrected meanwhile', () => {
    ruled('weer');
    const closed = { body: west, decision: 'agree', decidedOn: '2024-02-20', release: { scope: 'own', ground: 'x' } };
    const give = (more: object) =>
      staged.give('record-decision', { gate: 'weer' }, { ...closed, ...more } as RecordDecision, own(west));
    const latest = () => staged.decisions('weer').at(-1)?.id ?? '';
    give({ revises: staged.decisions('weer').find(({ body }) => body === west)?.id });
    give({ corrects: latest(), reason });
    const taken = { decision: latest(), on: '2024-02-21', reason };
    expect(staged.give('withdraw-decision', { gate: 'weer' }, taken, own(west)).slice(1)).toMatchObject(
      reopened(today),
    );
  });
});

describe('parties that go on as one', () => {
  const { hellevoetsluis, nissewaard, brielle, westvoorne } = voorne;
  const merging = (afterRuling: 'reopen' | 'flag') =>
    voorne.voornesPlan({ ernaast: asking(), weer: asking({ afterRuling, rule: unanimity('colleges') }) });
  const merged = (afterRuling: 'reopen' | 'flag') => {
    staged = new Staged(merging(afterRuling), voorne.begin);
    staged.put('ernaast', voorne.put).decide('ernaast', hellevoetsluis, 'agree', voorne.put);
    staged.put('weer', voorne.put).all('weer', [brielle, hellevoetsluis, westvoorne], 'agree', voorne.put);
    const subjectTo = { gate: 'ernaast', body: hellevoetsluis };
    staged.decide('weer', nissewaard, 'agree-subject-to', voorne.put, { subjectTo });
    staged.rule('weer', 'go', '2022-10-03');
    const { from, into } = voorne;
    return staged.give('merge-parties', {}, { from, into, reason }, lead, voorne.today);
  };

  it('open a gate where a yes waited for one of them: the successor has decided nothing', () => {
    expect(merged('reopen')).toMatchObject([{ type: 'PartiesMerged', on: voorne.day }, ...reopened(voorne.day)]);
  });

  it('open nothing where the plan only flags it', () => {
    expect(merged('flag')).toMatchObject([{ type: 'PartiesMerged', on: voorne.day }]);
  });
});
