// What was answered to the conditions, remarks and points of a decision stays with them when it is put right.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import type { Condition } from '../../../src/domain/dossier/state.js';
import type { Id } from '../../../src/domain/vocabulary.js';
import { Corrections } from '../../support/corrections.js';
import { asking, begin, chair, colleges, lead, own, planOf, Staged } from '../../support/staged-play.js';

const plan = planOf({ vast: asking() });
const [oost = ''] = colleges;
const reason = 'verkeerd overgenomen';

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('vast');
});

/** How a decision of oost stands in the record after a correction. */
const corrected = (corrects: Id, more: Partial<RecordDecision>) => {
  const asked = { body: oost, corrects, reason, ...more };
  const [event] = staged.give('record-decision', { gate: 'vast' }, asked, own(oost));
  if (event?.type !== 'DecisionCorrected') throw new Error('it was not corrected');
  return { event, decision: newest() };
};
const newest = () => {
  const found = staged.decisions('vast').at(-1);
  if (!found) throw new Error('nothing was decided');
  return found;
};

describe('a condition', () => {
  const money = { text: 'Eerst het geld.', effect: 'elaboration' } as const;
  const time = { text: 'Dan de tijd.', effect: 'elaboration' } as const;
  const conditions = (...ids: Id[]): (Condition | undefined)[] => ids.map((id) => staged.dossier.conditions[id]);
  /** Oost agrees under these. @returns the decision and the ids of its conditions */
  const conditional = (...made: RecordDecision['conditions'] & object): [Id, ...Id[]] => {
    const id = staged.decide('vast', oost, 'agree-with-conditions', begin, { conditions: made });
    return [id, ...newest().conditions];
  };
  const adopt = (condition: Id) =>
    staged.give('answer-condition', { gate: 'vast', condition }, { answer: 'adopted', on: begin }, chair);

  it('that is kept, by silence, by its id or by what it says, is that one and keeps its answers', () => {
    const [first, one = '', two = ''] = conditional(money, time);
    adopt(one);
    adopt(two);
    const silent = corrected(first, { reference: 'Z' }).decision;
    expect(silent.conditions).toEqual([one, two]);
    const said = corrected(silent.id, { conditions: [time, { ...money, owner: 'de regio' }] }).decision;
    expect(said.conditions).toEqual([two, one]);
    const renamed = { ...time, id: one, text: 'Anders.' }; // the id goes before what it says
    const byId = corrected(said.id, { conditions: [time, renamed] });
    expect(byId.decision.conditions).toEqual([two, one]);
    expect(byId.event.facts.conditions).toEqual([
      { id: two, effect: 'elaboration' },
      { id: one, effect: 'elaboration' },
    ]);
    expect(conditions(one, two)).toMatchObject([
      { text: 'Anders.', answers: [{ answer: 'adopted' }], gate: 'vast', round: 1, body: oost },
      { text: 'Dan de tijd.', answers: [{ answer: 'adopted' }] },
    ]);
  });

  it('that says something else, or with another effect, is a new one without answers', () => {
    const [first, one = ''] = conditional(money);
    adopt(one);
    const { decision } = corrected(first, { conditions: [{ ...money, effect: 'suspensive' }, time] });
    expect(decision.conditions).not.toContain(one);
    expect(new Set(decision.conditions).size).toBe(2);
    expect(conditions(...decision.conditions).map((made) => made?.answers)).toEqual([[], []]);
  });

  it('that was left out in between and is made again is the one that it was', () => {
    const [first, one = '', two = ''] = conditional(money, time);
    adopt(two);
    const without = corrected(first, { conditions: [money] }).decision;
    expect(without.conditions).toEqual([one]);
    const { decision } = corrected(without.id, { conditions: [time, money] });
    expect(decision.conditions).toEqual([two, one]);
    expect(conditions(two)).toMatchObject([{ answers: [{ answer: 'adopted' }] }]);
  });

  it('said twice is two, of which one was there', () => {
    const [first, one = ''] = conditional(money);
    const { decision } = corrected(first, { conditions: [money, money] });
    expect(decision.conditions[0]).toBe(one);
    expect(decision.conditions[1]).not.toBe(one);
    const ids = corrected(decision.id, {
      conditions: [
        { ...time, id: one },
        { ...time, id: one },
      ],
    }).decision.conditions;
    expect(ids[0]).toBe(one);
    expect(ids[1]).not.toBe(one);
  });

  it('of an unknown id is a new one', () => {
    const [first, one = ''] = conditional(money);
    const { decision, event } = corrected(first, { conditions: [{ ...time, id: 'feest' }] });
    expect(decision.conditions).not.toContain(one);
    expect(decision.conditions).not.toContain('feest');
    expect(event.facts.conditions).toEqual([{ id: decision.conditions[0], effect: 'elaboration' }]);
  });

  it('that an older record corrected under another id is found by what it says', () => {
    const [first, one = ''] = conditional(money);
    adopt(one);
    corrected(first, { reference: 'Z' });
    const older = new Corrections(staged.events, plan).was('DecisionCorrected', ({ facts }) => ({
      facts: { ...facts, conditions: [{ id: 'nieuw', effect: 'elaboration' }] },
    }));
    expect(older.dossier.conditions.nieuw).toMatchObject({ text: money.text, answers: [{ answer: 'adopted' }] });
    const otherwise = older.was('DecisionCorrected', ({ facts }) => ({
      facts: { ...facts, conditions: [{ id: 'nieuw', effect: 'suspensive' }] },
    }));
    expect(otherwise.dossier.conditions.nieuw).toMatchObject({ answers: [] });
  });

  it('that says what another said before, which was renamed, has none of its answers', () => {
    const [first, one = ''] = conditional(money);
    adopt(one);
    const { decision } = corrected(first, { conditions: [money, { ...time, id: one }] });
    expect(decision.conditions[1]).toBe(one);
    expect(conditions(...decision.conditions)).toMatchObject([
      { text: money.text, answers: [] },
      { text: time.text, answers: [{ answer: 'adopted' }] },
    ]);
  });

  it('of which the text was erased is none that says the same', () => {
    const [first, one = ''] = conditional(money);
    adopt(one);
    corrected(first, { reference: 'Z' });
    const erased = new Corrections(staged.events, plan)
      .was('DecisionRecorded', ({ texts }) => ({ texts: { ...texts, 'conditions/0/text': null } }))
      .was('DecisionCorrected', ({ facts, texts }) => ({
        facts: { ...facts, conditions: [{ id: 'nieuw', effect: 'elaboration' }] },
        texts: { ...texts, 'conditions/0/text': null },
      }));
    expect(erased.dossier.conditions.nieuw).toMatchObject({ text: null, answers: [] });
  });
});

describe('what was answered', () => {
  it('to a remark stays with it, wherever it stands in the list, and is not given to another', () => {
    const first = staged.decide('vast', oost, 'agree-with-remarks', begin, { remarks: ['Een.', 'Twee.'] });
    const answer = { remark: 1, answer: 'Ja.', on: begin };
    staged.give('answer-remark', { gate: 'vast', decision: first }, answer, lead);
    const { decision } = corrected(first, { remarks: ['Twee.', 'Drie.', 'Een.', 'Twee.'] });
    expect(decision.remarkAnswers).toEqual(['Ja.', null, null, null]);
    const without = corrected(decision.id, { remarks: ['Een.'] }).decision;
    expect(without.remarkAnswers).toEqual([null]);
    expect(corrected(without.id, { remarks: ['Twee.'] }).decision.remarkAnswers).toEqual(['Ja.']);
  });

  it('to one of two that say the same is kept by the one that is left', () => {
    const first = staged.decide('vast', oost, 'agree-with-remarks', begin, { remarks: ['Een.', 'Een.', 'Een.'] });
    const answer = { remark: 1, answer: 'Ja.', on: begin };
    staged.give('answer-remark', { gate: 'vast', decision: first }, answer, lead);
    expect(corrected(first, { remarks: ['Een.'] }).decision.remarkAnswers).toEqual(['Ja.']);
  });

  it('to a point stays with it; the last answer before an older one', () => {
    const first = staged.decide('vast', oost, 'view', begin, { tenor: 'positive', points: ['Geld.', 'Tijd.'] });
    const give = (decision: Id, answer: string) =>
      staged.give('answer-point', { gate: 'vast', decision }, { point: 0, answer, on: begin }, lead);
    give(first, 'Nee.');
    const second = corrected(first, { points: ['Geld.'] }).decision;
    expect(second.pointAnswers).toEqual(['Nee.']);
    expect(second.remarkAnswers).toEqual([]);
    const third = corrected(second.id, { points: ['Tijd.', 'Geld.'] }).decision;
    expect(third.pointAnswers).toEqual([null, 'Nee.']);
  });

  it('to a decision is not of what the body decides again', () => {
    const first = staged.decide('vast', oost, 'agree-with-remarks', begin, { remarks: ['Een.'] });
    staged.give('answer-remark', { gate: 'vast', decision: first }, { remark: 0, answer: 'Ja.', on: begin }, lead);
    staged.decide('vast', oost, 'agree-with-remarks', begin, { remarks: ['Een.'], revises: first });
    expect(newest()).toMatchObject({ remarkAnswers: [null], revises: first, corrects: null });
    expect(newest().act).toBe(newest().id);
  });
});
