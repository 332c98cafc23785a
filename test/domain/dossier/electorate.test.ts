// Which bodies decide at a gate: those of its plan, in a branch those that went that way, with every change since; and who
// was ever asked.
import { askedAt, changedBy, electorateAt, everAsked, within } from '../../../src/domain/dossier/electorate.js';
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import { majority } from '../../../src/domain/rules/majority.js';
import type { BodyId } from '../../../src/domain/vocabulary.js';
import type { Plan } from '../../../src/domain/workflow/plan.js';
import type { PhasePlan } from '../../../src/domain/workflow/define.js';
import { asking, begin, chair, colleges, councils, planOf, Staged, today } from '../../support/staged-play.js';

const [oost = '', west = '', eiland = ''] = colleges;

describe('the electorate after a change', () => {
  type Change = Parameters<typeof changedBy>[1];
  const none: Change = { joins: [], leaves: [], merges: [] };
  it.each<[string, Partial<Change>, BodyId[]]>([
    ['none', {}, ['a', 'b']],
    ['who leaves is gone', { leaves: ['a'] }, ['b']],
    ['who joins comes last', { joins: ['c'] }, ['a', 'b', 'c']],
    ['who is asked already counts once', { joins: ['b', 'c'] }, ['a', 'b', 'c']],
    ['a successor takes the place of all it is made of', { merges: [{ from: ['a', 'b'], into: 'd' }] }, ['d']],
    ['a successor may bear the name of one of them', { merges: [{ from: ['a', 'b'], into: 'b' }] }, ['b']],
    ['a successor comes before who joins', { joins: ['c'], merges: [{ from: ['a'], into: 'd' }] }, ['b', 'd', 'c']],
    ['who leaves and joins is there', { joins: ['a'], leaves: ['a'] }, ['b', 'a']],
  ])('%s', (_, said, expected) => {
    expect(changedBy(['a', 'b'], { ...none, ...said })).toEqual(expected);
  });
});

describe('at a gate', () => {
  const plan = planOf({ moment: asking(), ander: asking() });
  let staged: Staged;
  beforeEach(() => {
    staged = new Staged(plan);
  });
  const change = (on: string, said: Omit<PayloadOf<'change-electorate'>, 'on' | 'reason'>) =>
    staged.give('change-electorate', { gate: 'moment' }, { on, reason: 'Zo afgesproken.', ...said }, chair);
  const asked = () => [electorateAt(staged.dossier, 'moment'), askedAt(staged.dossier, 'moment')];
  const ever = () => [...everAsked(staged.dossier, 'moment')].sort();
  const sorted = (...bodies: BodyId[]) => bodies.sort();

  it('that was not put are asked those of its plan, and nobody was', () => {
    expect(asked()).toEqual([colleges, colleges]);
    expect(ever()).toEqual([]);
  });

  it('is no gate of the plan, there is nobody to ask', () => {
    expect(() => electorateAt(staged.dossier, 'elders')).toThrow('dossier dossier-1 has no gate elders');
  });

  it('are asked those that it was put to, with every change since', () => {
    staged.put('moment');
    expect([asked(), ever()]).toEqual([[colleges, colleges], sorted(...colleges)]);
    change('2024-02-02', { leaves: [west] });
    expect([asked(), ever()]).toEqual([
      [
        [oost, eiland],
        [oost, eiland],
      ],
      sorted(...colleges),
    ]);
    change('2024-02-03', { joins: [west] });
    expect(askedAt(staged.dossier, 'moment')).toEqual([oost, eiland, west]);
    expect(electorateAt(staged.dossier, 'ander')).toEqual(colleges);
  });

  it('that is put again, those that left do not come back by themselves', () => {
    staged.put('moment');
    change('2024-02-02', { merges: [{ from: [oost, west], into: oost }] });
    change('2024-02-02', { leaves: [eiland], joins: [west] });
    staged.give('withdraw-gate', { gate: 'moment' }, { on: '2024-02-10', reason: 'Opnieuw.' });
    expect(asked()).toEqual([
      [oost, west],
      [oost, west],
    ]);
    staged.give('submit-gate', { gate: 'moment' }, { on: '2024-02-10' });
    expect(staged.round('moment').electorate).toEqual([oost, west]);
    expect(ever()).toEqual(sorted(...colleges));
    change('2024-02-11', { leaves: [west], joins: [eiland] });
    expect([asked()[0], ever()]).toEqual([[oost, eiland], sorted(...colleges)]);
  });

  it('was asked of old who went up in another, too', () => {
    staged.put('moment');
    change('2024-02-02', { leaves: [oost] });
    change('2024-02-03', { merges: [{ from: [west], into: oost }] });
    expect([asked()[0], ever()]).toEqual([[eiland, oost], sorted(...colleges)]);
  });
});

describe('in a branch', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() }));
  const branch = (option: string, electorate: string): PhasePlan => ({
    ...asking({ electorate, rule: majority(electorate) }),
    startsAfter: ['keuze'],
    branch: { gate: 'keuze', option },
  });
  const plan: Plan = planOf({
    keuze: asking({ polls: options, splits: true }),
    links: branch('a', 'colleges'),
    links2: branch('a', 'councils'),
    rechts: branch('b', 'colleges'),
    nergens: branch('c', 'colleges'),
  });
  const choose = (...chosen: string[]) => {
    const staged = new Staged(plan).put('keuze');
    chosen.forEach((option, i) => staged.decide('keuze', colleges[i] ?? '', 'agree', begin, { option }));
    return staged;
  };
  const asked = (staged: Staged) =>
    ['links', 'links2', 'rechts', 'nergens'].map((id) => electorateAt(staged.dossier, id));

  it('are asked all while it did not end in parts', () => {
    expect(asked(new Staged(plan))).toEqual([colleges, councils, colleges, colleges]);
    expect(asked(choose('a', 'a'))).toEqual([colleges, councils, colleges, colleges]);
    const staged = choose('a', 'a', 'a');
    staged.rule('keuze', 'go');
    expect(asked(staged)).toEqual([colleges, councils, colleges, colleges]);
  });

  it('are asked those alone that went that way: a council goes where its college went', () => {
    const staged = choose('b', 'a', 'a');
    const parts = [
      { option: 'a', bodies: [west, eiland] },
      { option: 'b', bodies: [oost] },
    ];
    staged.give('split-gate', { gate: 'keuze' }, { on: today, reason: 'Zo gekozen.', parts }, chair);
    expect(asked(staged)).toEqual([[west, eiland], councils.slice(1), [oost], []]);
    expect(electorateAt(staged.dossier, 'keuze')).toEqual(colleges);
  });
});

it('of an electorate are within a part those whose party is in it', () => {
  const plan = planOf({ moment: asking() });
  const part = { option: 'a', bodies: [west, councils[2] ?? ''] };
  expect(within(plan, [...colleges, ...councils], part)).toEqual([west, eiland, councils[1], councils[2]]);
  expect(within(plan, [oost], part)).toEqual([]);
});
