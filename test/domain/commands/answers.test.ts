// How the region answers what bodies said: the points of a zienswijze and the remarks of an agreement.
import { window } from '../../../src/domain/calendar.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { decisionKinds, type Id } from '../../../src/domain/vocabulary.js';
import { gate, phase } from '../../../src/domain/workflow/define.js';
import { chair, colleges, own, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';

const rule = threshold(2, 'colleges');
const asks = { verb: 'instemmen', electorate: 'colleges', ruledBy, rule, kinds: [...decisionKinds] };
const plan = planOf({ moment: phase('Fase', window('2024'), { source: 'test', gate: gate('Moment', asks) }) });
const moment = { gate: 'moment' };
const [oost = ''] = colleges;
const day = '2024-02-10';
const reason = 'zo besloten in het college';

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('moment');
});

interface Asked {
  on?: string;
  nth?: number;
}
const answer = (asked?: Asked) => ({ on: asked?.on ?? day, answer: 'Ja.' });

/** The two kinds of answer, each with a decision of two things to answer. */
describe.each([
  {
    what: 'a point of a zienswijze',
    pointer: '/point',
    type: 'PointAnswered',
    fact: (nth: number): object => ({ point: nth }),
    said: { decision: 'view', points: ['Het geld.', 'De tijd.'] } as const,
    give: (decision: Id, nth: number) =>
      staged.give('answer-point', { ...moment, decision }, { ...answer(), point: nth }),
    refused: (decision: Id, asked?: Asked) =>
      staged.refused('answer-point', { ...moment, decision }, { ...answer(asked), point: asked?.nth ?? 0 }),
  },
  {
    what: 'a remark of an agreement',
    pointer: '/remark',
    type: 'RemarkAnswered',
    fact: (nth: number): object => ({ remark: nth }),
    said: { decision: 'agree-with-remarks', remarks: ['Let op het geld.', 'En op de tijd.'] } as const,
    give: (decision: Id, nth: number) =>
      staged.give('answer-remark', { ...moment, decision }, { ...answer(), remark: nth }),
    refused: (decision: Id, asked?: Asked) =>
      staged.refused('answer-remark', { ...moment, decision }, { ...answer(asked), remark: asked?.nth ?? 0 }),
  },
])('$what', ({ pointer, type, fact, said: { decision: kind, ...lists }, give, refused }) => {
  const said = (more: Partial<RecordDecision> = {}) => {
    const copies = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]]));
    return staged.decide('moment', oost, kind, day, { ...copies, ...more });
  };

  it('is answered by the region', () => {
    const decision = said();
    expect(give(decision, 1)).toEqual([
      { type, on: day, facts: { gate: 'moment', decision, ...fact(1) }, texts: { answer: 'Ja.' } },
    ]);
  });

  it('is one that was made', () => {
    const decision = said();
    expect(refused(decision, { nth: 2 })).toEqual([{ pointer, code: 'unknown-option', allowed: ['0', '1'] }]);
    expect(refused(decision, { nth: 1 })).toBeNull();
  });

  it('stays with its text, wherever another reading says it', () => {
    const [[name, [one, other]]] = Object.entries(lists) as [[string, readonly [string, string]]]; // one list of two
    const first = staged.decide('moment', oost, 'agree');
    const corrected = (corrects: Id, texts: string[]) =>
      staged.decide('moment', oost, kind, day, { corrects, reason, [name]: texts });
    const answers = () =>
      staged.decisions('moment').map(({ pointAnswers, remarkAnswers }) => [...pointAnswers, ...remarkAnswers]);
    const second = corrected(first, [one]);
    give(second, 0);
    expect(answers()).toEqual([[], ['Ja.']]);
    const third = corrected(second, [other, one]);
    expect(answers()).toEqual([[], ['Ja.'], [null, 'Ja.']]);
    give(third, 0);
    expect(answers()).toEqual([[], ['Ja.'], ['Ja.', 'Ja.']]);
  });

  it('is of the newest reading of a decision that is known, on its day at the earliest', () => {
    const first = said();
    expect(refused(first, { on: '2024-02-09' })).toEqual([{ pointer: '/on', code: 'date-too-early', limit: day }]);
    expect(refused(first, { on: '2024-12-02' })).toEqual([{ pointer: '/on', code: 'date-in-future', limit: today }]);
    expect(refused('nergens')).toEqual({ code: 'unknown-decision', exists: [first] });
    const second = said({ revises: first, release: { scope: 'own', ground: 'art. 87' } });
    expect(refused(first)).toBeNull();
    expect(refused(second)).toEqual({ code: 'unknown-decision', exists: [first] });
    const reading = said({ corrects: first, reason });
    expect(refused(first)).toEqual({ code: 'not-the-latest', exists: [reading] });
    staged.give('withdraw-decision', moment, { decision: second, on: day, reason }, own(oost));
    const third = said({ revises: reading });
    staged.give('stop-dossier', {}, { on: today, reason }, chair);
    expect(refused(third)).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });
});
