// The acts of the bodies: how they are recorded, corrected, confirmed and disputed, and how one is found.
import { actOf, actsOf, conditionsOf, decisionsAt, decisionsIn, readingOf } from '../../../src/domain/dossier/acts.js';
import type { Act, Decision } from '../../../src/domain/dossier/decided.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import type { BodyId, DecisionKind, Id } from '../../../src/domain/vocabulary.js';
import { closed } from '../../support/council-play.js';
import { asking, chair, colleges, evidence, lead, own, planOf, Staged, today } from '../../support/staged-play.js';

const plan = planOf({ moment: asking(), ander: asking() });
const gate = 'moment';
const [oost = '', west = ''] = colleges;
const day = '2024-02-10';
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put(gate);
});

type Said = Partial<RecordDecision>;
const self = (decision: DecisionKind, more: Said = {}, body: BodyId = oost): Id =>
  staged.decide(gate, body, decision, day, { reason: 'Zo besloten.', ...more });
const region = (decision: DecisionKind, more: Said = {}, body: BodyId = oost): Id =>
  staged.decide(gate, body, decision, day, { reason: 'Zo gehoord.', evidence, ...more }, lead);
const word = (decision: Id, confirmed: boolean, body: BodyId = oost): void => {
  const reason = confirmed ? {} : { reason: 'Niet zo.' };
  staged.give('confirm-decision', { gate, decision }, { on: '2024-03-01', confirmed, ...reason }, own(body));
};
function act(id: Id): Act {
  const found = actOf(staged.dossier, gate, id);
  if (!found) throw new Error(`no act has the reading ${id}`);
  return found;
}
const reading = (id: Id): Decision | undefined => act(id).readings.find((one) => one.id === id);
/** Whose word it is: its readings, the one that holds, what is proposed, and whether it is own or disputed. */
const told = (id: Id): unknown[] => {
  const { readings, holds, proposed, own: isOwn, disputed } = act(id);
  return [readings.map((one) => one.id), holds, proposed, isOwn ? 'own' : 'region', disputed];
};

describe('an act', () => {
  it('that the body recorded is own', () => {
    const id = self('agree');
    expect(told(id)).toEqual([[id], id, null, 'own', false]);
    expect(act(id)).toMatchObject({ id, body: oost, sequence: reading(id)?.recorded.sequence });
  });

  it('that the region recorded is not, until the body confirms it', () => {
    const id = region('agree');
    expect([told(id), reading(id)?.confirmation]).toEqual([[[id], id, null, 'region', false], 'unconfirmed']);
    word(id, true);
    expect(told(id)).toEqual([[id], id, null, 'own', false]);
    expect(reading(id)).toMatchObject({ confirmation: 'confirmed', confirmedOn: '2024-03-01' });
  });

  it('is none once the body disputes it, and one again when whoever recorded it corrects it', () => {
    const id = region('agree');
    word(id, false);
    expect(told(id)).toEqual([[id], id, null, 'region', true]);
    expect(reading(id)).toMatchObject({ confirmation: 'disputed', confirmedOn: '2024-03-01' });
    const corrected = region('disagree', { corrects: id });
    expect(told(id)).toEqual([[id, corrected], corrected, null, 'region', false]);
  });

  it('is own when the body itself corrects what it disputed', () => {
    const id = region('agree');
    word(id, false);
    const corrected = self('disagree', { corrects: id });
    expect(told(id)).toEqual([[id, corrected], corrected, null, 'own', false]);
  });

  it('keeps the place of its first recording through every correction', () => {
    const id = self('agree');
    const first = act(id).sequence;
    const corrected = self('disagree', { corrects: id });
    self('agree', {}, west);
    expect([act(corrected).sequence, act(corrected).id]).toEqual([first, id]);
    expect(act(corrected).readings.map(({ act: of }) => of)).toEqual([id, id]);
  });
});

describe('what the region says of an act', () => {
  it('holds at once where the body said nothing', () => {
    const id = region('agree');
    const corrected = region('disagree', { corrects: id });
    expect(told(id)).toEqual([[id, corrected], corrected, null, 'region', false]);
    expect(readingOf(act(id)).id).toBe(corrected);
  });

  it.each(['recorded', 'confirmed', 'corrected'])('waits beside it where the body %s it', (how) => {
    const first = how === 'recorded' ? self('agree') : region('agree');
    if (how === 'confirmed') word(first, true);
    const former = how === 'corrected' ? self('agree', { corrects: first }) : first;
    const proposed = region('disagree', { corrects: former });
    expect(told(first).slice(1)).toEqual([former, proposed, 'own', false]);
    expect(readingOf(act(first)).id).toBe(former);
  });

  it('takes the place of what it said before, while that waits', () => {
    const id = self('agree');
    const proposed = region('disagree', { corrects: region('deferred', { corrects: id }) });
    expect(told(id).slice(1)).toEqual([id, proposed, 'own', false]);
  });

  it('holds once the body confirms it', () => {
    const id = self('agree');
    const proposed = region('disagree', { corrects: id });
    word(proposed, true);
    expect(told(id)).toEqual([[id, proposed], proposed, null, 'own', false]);
    expect([reading(id)?.confirmation, reading(proposed)?.confirmation]).toEqual(['by-body', 'confirmed']);
  });

  it('is gone once the body disputes it: what the body said stays', () => {
    const id = self('agree');
    const proposed = region('disagree', { corrects: id });
    word(proposed, false);
    expect(told(id)).toEqual([[id, proposed], id, null, 'own', false]);
    expect([reading(id)?.confirmation, reading(proposed)?.confirmation]).toEqual(['by-body', 'disputed']);
  });

  it('is gone once the body corrects it itself', () => {
    const id = self('agree');
    region('disagree', { corrects: id });
    const corrected = self('deferred', { corrects: id });
    expect(told(id).slice(1)).toEqual([corrected, null, 'own', false]);
  });

  it('says nothing of the act of another', () => {
    const id = self('agree');
    const other = region('agree', {}, west);
    word(other, false, west);
    expect([told(id).slice(3), told(other).slice(3)]).toEqual([
      ['own', false],
      ['region', true],
    ]);
  });
});

describe('the conditions of an act', () => {
  const conditions = [{ text: 'Eerst het geld.', effect: 'elaboration' }] as const;
  const made = () => Object.values(staged.dossier.conditions);
  const answer = (condition: Id) =>
    staged.give('answer-condition', { gate, condition }, { answer: 'adopted', on: day }, chair);

  it('are there with it, each with its place', () => {
    self('agree');
    expect(made()).toEqual([]);
    const id = self('agree-with-conditions', { conditions: [...conditions] }, west);
    expect(made()).toMatchObject([{ gate, round: 1, decision: id, body: west, text: 'Eerst het geld.', answers: [] }]);
  });

  it('that the region proposes are there once the body confirms them', () => {
    const id = self('agree');
    const proposed = region('agree-with-conditions', { corrects: id, conditions: [...conditions] });
    expect(made()).toEqual([]);
    word(proposed, true);
    expect(made()).toMatchObject([{ decision: proposed, text: 'Eerst het geld.' }]);
  });

  it('that the region proposes never are where the body disputes them', () => {
    const id = self('agree');
    word(region('agree-with-conditions', { corrects: id, conditions: [...conditions] }), false);
    expect(made()).toEqual([]);
  });

  it('keep what was answered when they are said again, also what was answered while a proposal waited', () => {
    const id = self('agree-with-conditions', { conditions: [...conditions] });
    const [condition = ''] = reading(id)?.conditions ?? [];
    const proposed = region('agree-with-conditions', { corrects: id, reference: 'Z-1' });
    answer(condition);
    word(proposed, true);
    expect(made()).toMatchObject([{ id: condition, answers: [{ answer: 'adopted' }] }]);
    self('agree-with-conditions', { corrects: proposed, reference: 'Z-2' });
    expect(made()).toMatchObject([{ id: condition, answers: [{ answer: 'adopted' }] }]);
  });

  it('are those of a reading, and then those that only others had', () => {
    const id = self('agree-with-conditions', { conditions: [...conditions] });
    const second = self('agree-with-conditions', {
      corrects: id,
      conditions: [{ text: 'Eerst een plan.', effect: 'suspensive' }],
    });
    const of = (named: Id) => {
      const one = reading(named);
      return one && conditionsOf(staged.dossier, gate, one).map(({ text }) => text);
    };
    expect(of(id)).toEqual(['Eerst het geld.', 'Eerst een plan.']);
    expect(of(second)).toEqual(['Eerst een plan.', 'Eerst het geld.']);
    const elsewhere = reading(second);
    expect(elsewhere && conditionsOf(staged.dossier, 'ander', elsewhere).map(({ text }) => text)).toEqual([
      'Eerst een plan.',
    ]);
  });
});

it('what is recorded of an act, all of its readings keep, and no other act', () => {
  const id = self('agree', closed);
  const corrected = self('disagree', { corrects: id });
  const other = self('agree', closed, west);
  staged.give('release-decision', { gate, decision: corrected }, { on: today, scope: 'region' }, own(oost));
  const scopes = [id, corrected, other].map((one) => [reading(one)?.kind, reading(one)?.release.scope]);
  expect(scopes).toEqual([
    ['agree', 'region'],
    ['disagree', 'region'],
    ['agree', 'own'],
  ]);
});

describe('is found', () => {
  it('by the id of each of its readings, at its own gate', () => {
    const id = self('agree');
    const corrected = self('disagree', { corrects: id });
    expect([act(id), act(corrected)]).toEqual([act(id), act(id)]);
    expect(actOf(staged.dossier, 'ander', id)).toBeUndefined();
    expect(actOf(staged.dossier, gate, 'elders')).toBeUndefined();
  });

  it('by its body, in order of recording', () => {
    const first = self('agree', { decidedOn: '2024-02-20' });
    const other = self('agree', {}, west);
    const second = self('disagree', { revises: first });
    const of = (body: BodyId, at = gate) => actsOf(staged.dossier, at, body).map(({ id }) => id);
    expect([of(oost), of(west), of('eiland/college'), of(oost, 'ander')]).toEqual([[first, second], [other], [], []]);
    expect(actsOf(staged.dossier, gate, oost)).toBe(actsOf(staged.dossier, gate, oost));
  });

  it('with all that was recorded at a gate or in a round, corrected readings too, in order of recording', () => {
    expect(decisionsAt(staged.dossier, gate)).toEqual([]);
    const first = self('agree');
    const other = self('agree', {}, west);
    const corrected = self('deferred', { corrects: first });
    staged.give('withdraw-gate', { gate }, { on: '2024-03-01', reason: 'Opnieuw.' });
    staged.give('submit-gate', { gate }, { on: '2024-03-01' });
    const again = self('agree', { decidedOn: '2024-03-02' });
    const ids = (list: readonly Decision[]) => list.map(({ id }) => id);
    expect(ids(decisionsAt(staged.dossier, gate))).toEqual([first, other, corrected, again]);
    expect(ids(decisionsIn(staged.dossier, gate, 1))).toEqual([first, other, corrected]);
    expect(ids(decisionsIn(staged.dossier, gate, 2))).toEqual([again]);
  });

  it('never without the reading that holds', () => {
    const id = self('agree');
    expect(() => readingOf({ ...act(id), holds: 'elders' })).toThrow(`act ${id} holds a reading that it has not`);
  });
});
