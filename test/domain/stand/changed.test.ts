// Which difference with how a body stood at a conclusion is a change, and which says nothing; and what rests on it.
import {
  changedBodies,
  changedUnder,
  differing,
  isOtherwise,
  restedOnOthers,
} from '../../../src/domain/stand/changed.js';
import type { StoodBody } from '../../../src/domain/dossier/state.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { majority } from '../../../src/domain/rules/majority.js';
import type { PhasePlan } from '../../../src/domain/workflow/define.js';
import type { BodyId, Day, DecisionKind, Id, Slug } from '../../../src/domain/vocabulary.js';
import { asking, begin, chair, colleges, lead, own, planOf, Staged, today } from '../../support/staged-play.js';

const stood = (said: Partial<StoodBody> & Pick<StoodBody, 'side'>): StoodBody => ({
  body: 'oost/college',
  option: null,
  against: [],
  ...said,
});
const forIt = stood({ side: 'for' });

it.each<[string, StoodBody[], StoodBody[], boolean]>([
  ['the same', [forIt], [forIt], false],
  ['another side', [forIt], [stood({ side: 'against' })], true],
  ['for, and undecided now', [forIt], [stood({ side: 'undecided' })], true],
  ['for, and silent now', [forIt], [stood({ side: 'silent' })], true],
  ['abstained, and for now', [stood({ side: 'abstained' })], [forIt], true],
  ['another option', [stood({ side: 'for', option: 'a' })], [stood({ side: 'for', option: 'b' })], true],
  [
    'against another question',
    [stood({ side: 'against', against: ['p'] })],
    [stood({ side: 'against', against: ['q'] })],
    true,
  ],
  [
    'against one more question',
    [stood({ side: 'against', against: ['p'] })],
    [stood({ side: 'against', against: ['p', 'q'] })],
    true,
  ],
  ['silent, and for now', [stood({ side: 'silent' })], [forIt], false],
  ['undecided, and for now', [stood({ side: 'undecided' })], [forIt], false],
  ['silent, and against now', [stood({ side: 'silent' })], [stood({ side: 'against' })], true],
  ['undecided, and against now', [stood({ side: 'undecided' })], [stood({ side: 'against' })], true],
  ['silent, and abstained now', [stood({ side: 'silent' })], [stood({ side: 'abstained' })], false],
  ['came in, and for', [], [forIt], false],
  ['came in, and against', [], [stood({ side: 'against' })], true],
  ['for, and gone', [forIt], [], true],
  ['silent, and gone', [stood({ side: 'silent' })], [], false],
  ['undecided, and gone', [stood({ side: 'undecided' })], [], false],
])('%s', (_, was, is, isChange) => {
  expect(differing(was, is)).toEqual(isChange ? ['oost/college'] : []);
});

it('names everyone who changed, those who stayed first', () => {
  const [gone, came, other] = ['a', 'b', 'c'].map((name) => `${name}/college`);
  const was = [stood({ side: 'for', body: gone }), stood({ side: 'for', body: other })];
  const is = [stood({ side: 'against', body: other }), stood({ side: 'against', body: came })];
  expect(differing(was, is)).toEqual([other, came, gone]);
});

const options = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase() }));
const tak = (option: Slug): PhasePlan => ({
  ...asking({ rule: majority('colleges') }),
  startsAfter: ['keuze'],
  branch: { gate: 'keuze', option },
});
const plan = planOf({
  eerste: asking(),
  tweede: { ...asking(), startsAfter: ['eerste'] },
  derde: { ...asking(), startsAfter: ['tweede'] },
  los: asking(),
  naast: { ...asking(), gateAfter: ['eerste'] },
  keuze: asking({ polls: options, splits: true }),
  links: tak('a'),
  rechts: tak('b'),
});
const [oost = '', west = '', eiland = ''] = colleges;

describe('a gate that was concluded', () => {
  let staged: Staged;
  let made: Record<BodyId, Id>;
  /** Every body agreed to the first gate, and it came to a go on the tenth; the second began on it. */
  beforeEach(() => {
    staged = new Staged(plan).put('eerste');
    made = Object.fromEntries(colleges.map((body) => [body, staged.decide('eerste', body, 'agree')]));
    staged.rule('eerste', 'go', '2024-02-10');
    staged.start('tweede', '2024-02-10');
  });

  const again = (
    body: BodyId,
    kind: DecisionKind,
    day: Day,
    more: Partial<RecordDecision> = { revises: made[body] },
  ) => {
    made[body] = staged.decide('eerste', body, kind, day, { reason: 'Zo besloten.', ...more });
  };
  const corrected = (body: BodyId, kind: DecisionKind): void => again(body, kind, begin, { corrects: made[body] });
  const look = (day: Day = today) => [
    changedBodies(staged.dossier, 'eerste', day),
    isOtherwise(staged.dossier, 'eerste', day),
    changedUnder(staged.dossier, 'tweede', day),
  ];
  const nothing = [[], false, []];
  const changed = (...bodies: BodyId[]) => [bodies, true, ['eerste']];

  it('stands as it did while nobody says otherwise', () => {
    expect(look()).toEqual(nothing);
    again(oost, 'agree-with-remarks', '2024-03-01', { revises: made[oost], remarks: ['Let op.'] });
    corrected(west, 'agree');
    expect(look()).toEqual(nothing);
  });

  it('changed from the day on which a body says otherwise, until it says the same again', () => {
    again(oost, 'disagree', '2024-03-01');
    again(oost, 'agree', '2024-04-01');
    expect([look('2024-02-29'), look('2024-03-01'), look('2024-04-01')]).toEqual([nothing, changed(oost), nothing]);
  });

  it('stands otherwise when its rule comes to something else, though no body changed', () => {
    staged.give('submit-gate', { gate: 'tweede' }, { on: '2024-02-10' });
    const conditions = [{ text: 'Eerst het geld.', effect: 'elaboration' as const }];
    staged.decide('tweede', oost, 'agree-with-conditions', '2024-02-10', { conditions });
    const [id = ''] = Object.keys(staged.dossier.conditions);
    const answer = (said: 'carried' | 'met' | 'disputed', on: Day, who = lead) =>
      staged.give(
        'answer-condition',
        { gate: 'tweede', condition: id },
        { answer: said, on, reason: 'Zo.', ...(said === 'carried' ? { phase: 'los' } : {}) },
        who,
      );
    answer('carried', '2024-02-10', chair);
    answer('met', '2024-02-11');
    staged.put('los', '2024-02-10').all('los', colleges, 'agree', '2024-02-10').rule('los', 'go', '2024-02-12');
    expect(isOtherwise(staged.dossier, 'los', today)).toBe(false);
    answer('disputed', '2024-03-01', own(oost));
    const los = (day: Day) => [changedBodies(staged.dossier, 'los', day), isOtherwise(staged.dossier, 'los', day)];
    expect([los('2024-02-29'), los('2024-03-01')]).toEqual([
      [[], false],
      [[], true],
    ]);
  });

  it('is under every later phase that began, however far, and under no other', () => {
    again(oost, 'disagree', '2024-03-01');
    const under = (phase: Slug) => changedUnder(staged.dossier, phase, today);
    expect(['eerste', 'tweede', 'derde', 'los'].map(under)).toEqual([[], ['eerste'], [], []]);
    staged.give('submit-gate', { gate: 'tweede' }, { on: '2024-02-10' });
    staged.all('tweede', colleges, 'agree', '2024-02-10').rule('tweede', 'go', '2024-02-10');
    staged.start('derde', '2024-02-10');
    staged.start('los', '2024-02-10');
    expect(['eerste', 'tweede', 'derde', 'los'].map(under)).toEqual([[], ['eerste'], ['eerste'], []]);
  });

  it('is changed while it is open again, and however it is begun anew, until it has its go', () => {
    const under = (): Slug[] => changedUnder(staged.dossier, 'tweede', today);
    staged.give('reopen-gate', { gate: 'eerste' }, { on: '2024-02-20', reason: 'Een fout.' }, chair);
    expect([
      under(),
      changedBodies(staged.dossier, 'eerste', today),
      isOtherwise(staged.dossier, 'eerste', today),
    ]).toEqual([['eerste'], [], false]);
    staged.rule('eerste', 'no-go', '2024-02-21', { meeting: { form: 'session' } });
    staged.give('rework-phase', { phase: 'eerste' }, { on: '2024-02-22', reason: 'Opnieuw.' });
    expect(under()).toEqual(['eerste']);
    staged.give('submit-gate', { gate: 'eerste' }, { on: '2024-02-22' });
    expect(changedBodies(staged.dossier, 'eerste', today)).toEqual([]);
    expect(changedBodies(staged.dossier, 'eerste', today, staged.dossier.rounds.eerste?.[0])).toEqual([]);
    staged.all('eerste', colleges, 'agree', '2024-02-23').rule('eerste', 'go', '2024-02-23');
    expect(under()).toEqual([]);
  });

  it('compares a former round with what was kept of that one', () => {
    again(oost, 'disagree', '2024-03-01');
    const round = staged.round('eerste');
    expect(changedBodies(staged.dossier, 'eerste', today, round)).toEqual([oost]);
    expect(changedBodies(staged.dossier, 'eerste', today, null)).toEqual([]);
    expect(changedBodies(staged.dossier, 'los', today)).toEqual([]);
  });

  it('rested on other facts where it stood otherwise on its own day, as is now known', () => {
    const rested = () => {
      const [ruling] = staged.round('eerste').rulings;
      return ruling && restedOnOthers(staged.dossier, 'eerste', ruling);
    };
    expect(rested()).toBe(false);
    again(oost, 'disagree', '2024-03-01');
    again(west, 'disagree', '2024-03-01');
    expect(rested()).toBe(false);
    corrected(eiland, 'disagree');
    expect(rested()).toBe(false);
    again(west, 'disagree', '2024-02-05', { corrects: made[west] });
    expect(rested()).toBe(true);
    const ruling = { round: 7, outcome: 'go', ruledOn: '2024-02-10' } as const;
    expect(restedOnOthers(staged.dossier, 'eerste', ruling)).toBe(false);
  });
});

it.each(['hold', 'no-go'] as const)(
  'a gate that never came to a go is under nothing that began before it: %s',
  (ruling) => {
    const staged = new Staged(plan).put('eerste');
    staged.start('naast');
    staged.decide('eerste', oost, 'deferred');
    staged.rule('eerste', ruling, '2024-02-10', { meeting: { form: 'session' } });
    staged.decide('eerste', oost, 'agree', '2024-02-20');
    expect(changedUnder(staged.dossier, 'naast', today)).toEqual([]);
  },
);

it('a gate that ended in parts, and is open again, is under what began on them', () => {
  const staged = new Staged(plan).put('keuze');
  const parts = [
    { option: 'a', bodies: [oost, west] },
    { option: 'b', bodies: [eiland] },
  ];
  for (const { option, bodies } of parts)
    for (const body of bodies) staged.decide('keuze', body, 'agree', begin, { option });
  staged.give('split-gate', { gate: 'keuze' }, { on: '2024-02-10', reason: 'Zo gekozen.', parts }, chair);
  staged.start('links', '2024-02-11');
  expect(changedUnder(staged.dossier, 'links', today)).toEqual([]);
  staged.give('reopen-gate', { gate: 'keuze' }, { on: '2024-02-12', reason: 'Een fout.' }, chair);
  expect(changedUnder(staged.dossier, 'links', today)).toEqual(['keuze']);
});
