// The figures and names of the sentence about how a gate stands, before they are words.
import { window } from '../../../src/domain/calendar.js';
import { assumed } from '../../../src/domain/rules/assumed.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { responded } from '../../../src/domain/rules/responded.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import type { SentenceFigures } from '../../../src/domain/sentence-figures.js';
import { phase } from '../../../src/domain/workflow/define.js';
import { isFromDocuments, namedMissing, sentenceFigures, spokenAt } from '../../../src/domain/stand/sentence.js';
import {
  asking,
  begin,
  chair,
  colleges,
  councils,
  evidence,
  lead,
  own,
  planOf,
  Staged,
  today,
} from '../../support/staged-play.js';

const [oost = '', west = '', eiland = ''] = colleges;
const [raad = ''] = councils;
const questions = ['p', 'q'].map((id) => ({ id, text: `De vraag ${id}?` }));
const options = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase() }));
const noun = { one: 'orgaan', many: 'organen' };
const plan = planOf(
  {
    moment: asking({ rule: unanimity('colleges') }),
    geraden: asking({ rule: assumed(unanimity('colleges'), 'De bron noemt geen regel.') }),
    vragen: asking({ questions, rule: unanimity('colleges') }),
    helft: asking({ questions, rule: threshold(2, 'colleges') }),
    samen: asking({ electorate: 'allen', rule: unanimity('allen') }),
    raad: { ...asking({ electorate: 'councils', rule: majority('councils') }), startsAfter: ['moment'] },
    slot: {
      ...asking({ enacts: true, kinds: ['agree', 'disagree'], rule: threshold(1, 'colleges') }),
      startsAfter: ['moment'],
    },
    keuze: asking({ polls: options, splits: true, rule: unanimity('colleges') }),
    a: phase('Tak', window('2024'), { source: 'test', startsAfter: ['keuze'], branch: { gate: 'keuze', option: 'a' } }),
    advies: asking({ weeksFromReceipt: 8, rule: responded('colleges') }),
  },
  { groups: { allen: { noun, bodies: [oost, raad, west] } } },
);
const reason = 'Zo besloten.';
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

const figuresOf = (gate: string, day = today): SentenceFigures =>
  sentenceFigures(staged.at(gate, day), staged.standing(gate, day));
const missingAt = (gate: string, day = today) => figuresOf(gate, day).missing;
const names = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);
const againstAt = (gate: string) => figuresOf(gate).against.map(({ question, bodies }) => [question, ...names(bodies)]);

describe('of an open gate', () => {
  it('is told what it comes to, that its rule is assumed, and what its groups are called', () => {
    staged.put('moment').put('geraden');
    expect(figuresOf('moment')).toMatchObject({ outcome: 'open', assumed: false, concluded: null, asks: 'agreement' });
    expect(figuresOf('moment').explanation).toEqual(staged.standing('moment').explanation);
    expect(figuresOf('geraden').assumed).toBe(true);
    const { nouns, asks } = spokenAt(plan, staged.put('advies').round('advies'));
    expect([nouns.allen, asks]).toEqual([noun, 'response']);
  });

  it('bodies bear the name of their party, and two of one party their own', () => {
    staged.put('moment').put('samen');
    expect(names(missingAt('moment'))).toEqual(['Oost', 'West', 'Eiland']);
    expect(names(missingAt('samen'))).toEqual(['College van Oost', 'Raad van Oost', 'West']);
  });

  it('it is told who is against which of several questions, each of those that anybody is against', () => {
    staged.put('vragen').put('moment');
    staged.decide('vragen', oost, 'agree', begin, { answers: { q: 'disagree' }, reason });
    expect(againstAt('vragen')).toEqual([['q', 'Oost']]);
    staged.decide('vragen', west, 'disagree', begin, { reason });
    staged.decide('vragen', eiland, 'deferred', begin, { answers: { p: 'disagree', q: 'deferred' }, reason });
    expect(againstAt('vragen')).toEqual([
      ['p', 'West', 'Eiland'],
      ['q', 'Oost', 'West'],
    ]);
    staged.decide('moment', oost, 'disagree', begin, { reason });
    expect(againstAt('moment')).toEqual([]);
    staged.put('helft').all('helft', [west, eiland]).decide('helft', oost, 'disagree', begin, { reason });
    expect([figuresOf('helft').outcome, againstAt('helft')]).toEqual(['go', []]);
  });

  it('played back from documents it is told so, and not of what was invented', () => {
    const told = (source: string | null, demonstration: boolean) => isFromDocuments({ source, demonstration });
    expect([told('brief', false), told('brief', true), told(null, false)]).toEqual([true, false, false]);
    staged.put('moment');
    expect(figuresOf('moment').fromDocuments).toBe(false);
  });
});

describe('who is missing', () => {
  const oneOf = (gate: string, name = 'Oost', day = today) => missingAt(gate, day).find((one) => one.name === name);

  it('has the day on which it decides, where it said one, and whether its term is over', () => {
    staged.put('moment', begin, { replyBy: '2024-05-16' });
    staged.decide('moment', oost, 'deferred', begin, { nextDate: '2024-06-11' });
    staged.give('schedule-item', { gate: 'moment' }, { body: west, meetingOn: '2025-01-15', stage: 'draft' });
    expect(oneOf('moment')).toEqual({
      body: oost,
      name: 'Oost',
      why: 'deferred',
      isOver: true,
      decidesOn: '2024-06-11',
    });
    expect(oneOf('moment', 'West')).toMatchObject({ why: 'scheduled', decidesOn: '2025-01-15' });
    expect(oneOf('moment', 'Eiland')).toMatchObject({ why: 'silent', decidesOn: null });
    expect(oneOf('moment', 'Eiland', '2024-05-16')?.isOver).toBe(false);
    expect(namedMissing(staged.at('moment'), { body: oost, why: 'against' }).decidesOn).toBeNull();
  });

  it('has what became of what it said, while nothing stands', () => {
    staged.put('moment');
    const decision = staged.decide('moment', oost, 'agree');
    staged.give('withdraw-decision', { gate: 'moment' }, { decision, on: '2024-03-01', reason }, own(oost));
    const shadow = staged.decide('moment', west, 'agree', begin, { evidence }, lead);
    const word = { gate: 'moment', decision: shadow };
    staged.give('confirm-decision', word, { on: '2024-03-01', confirmed: false, reason }, own(west));
    expect(oneOf('moment')?.formerly).toEqual({ takenBack: true, disputed: false });
    expect(oneOf('moment', 'West')?.formerly).toEqual({ takenBack: false, disputed: true });
    expect(oneOf('moment', 'Eiland')).not.toHaveProperty('formerly');
    staged.give('schedule-item', { gate: 'moment' }, { body: oost, meetingOn: '2025-01-15', stage: 'draft' });
    expect(oneOf('moment')).toMatchObject({ why: 'scheduled', formerly: { takenBack: true } });
    // What is no more so when the sentence is made is not said.
    expect(namedMissing(staged.at('moment'), { body: oost, why: 'silent' })).not.toHaveProperty('formerly');
    expect(namedMissing(staged.at('moment'), { body: oost, why: 'noted' })).not.toHaveProperty('formerly');
  });

  it('has what its yes waits for, at which gate it was given and whether that was refused', () => {
    staged.put('moment');
    const subjectTo = { gate: 'moment', body: west };
    staged.decide('moment', oost, 'agree-subject-to', begin, { subjectTo });
    const reservation = { at: 'Moment', body: 'College van West', gate: 'Moment', refused: false };
    expect(oneOf('moment')).toMatchObject({ why: 'subject-to', reservation });
    staged.decide('moment', west, 'disagree', begin, { reason });
    expect(oneOf('moment')).toMatchObject({ reservation: { ...reservation, refused: true } });
    expect(oneOf('moment', 'Eiland')).not.toHaveProperty('reservation');
    expect(namedMissing(staged.at('moment'), { body: oost, why: 'silent' })).not.toHaveProperty('reservation');
  });

  it('has a yes that was carried here by the gate at which it was given', () => {
    staged.put('moment');
    staged.decide('moment', oost, 'agree-subject-to', begin, { subjectTo: { gate: 'raad', body: raad } });
    staged.all('moment', [west, eiland]).rule('moment', 'go');
    staged.put('raad').put('slot').decide('slot', oost, 'disagree', begin, { reason });
    expect(oneOf('slot')).toMatchObject({
      why: 'subject-to',
      reservation: { at: 'Moment', body: 'Raad van Oost', gate: 'Moment', refused: false },
    });
  });
});

describe('of a go that is possible', () => {
  beforeEach(() => {
    staged.put('advies');
    for (const body of colleges) staged.give('record-receipt', { gate: 'advies' }, { body, on: begin });
    staged.all('advies', [oost, eiland], 'view', begin);
    staged.decide('advies', west, 'deferred', begin, { nextDate: '2025-01-15' });
  });

  it('it is told without whom, until it is concluded', () => {
    expect(figuresOf('advies').without).toEqual([
      { body: west, name: 'West', why: 'deferred', isOver: true, decidesOn: '2025-01-15' },
    ]);
    expect(figuresOf('advies', '2024-03-01').without).toEqual([]); // it is waited for
    staged.rule('advies', 'go', today, { reason });
    expect(figuresOf('advies').without).toEqual([]);
  });
});

describe('of a conclusion', () => {
  it('it is told by whom and what, and no more who is against', () => {
    staged.put('vragen');
    staged.decide('vragen', oost, 'disagree', begin, { reason });
    staged.rule('vragen', 'hold');
    staged.rule('vragen', 'hold');
    expect([figuresOf('vragen').concluded, againstAt('vragen').length]).toEqual([null, 2]);
    staged.rule('vragen', 'no-go');
    expect(figuresOf('vragen').concluded).toEqual({ by: 'Bestuurlijk overleg', on: begin, ruling: 'no-go' });
    expect(againstAt('vragen')).toEqual([]);
  });

  it('in parts it is told how many go on with what', () => {
    staged.put('keuze').decide('keuze', oost, 'agree', begin, { option: 'a' });
    for (const body of [west, eiland]) staged.decide('keuze', body, 'agree', begin, { option: 'b' });
    const parts = [
      { option: 'a', bodies: [oost] },
      { option: 'b', bodies: [west, eiland] },
    ];
    staged.give('split-gate', { gate: 'keuze' }, { on: begin, reason, parts }, chair);
    expect(figuresOf('keuze').concluded).toEqual({
      by: 'Bestuurlijk overleg',
      on: begin,
      parts: [
        { title: 'A', bodies: 1 },
        { title: 'B', bodies: 2 },
      ],
    });
  });
});
