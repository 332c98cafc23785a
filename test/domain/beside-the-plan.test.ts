// What a body decided is recorded as it decided it, also where the plan does not name such an answer: then it counts for
// nothing, and says so; and what the plan does name counts as it says.
import { flagsOf } from '../../src/domain/stand/flags.js';
import { standOf } from '../../src/domain/stand/stand.js';
import { saidStand, standFigures } from '../../src/domain/views/stand-view.js';
import { kindsBeside, type DecisionKind } from '../../src/domain/vocabulary.js';
import { majority } from '../../src/domain/rules/majority.js';
import { plainKinds } from '../../src/domain/workflow/terms.js';
import { saidWord, standWord } from '../../src/wording/gates/stand.js';
import { asking, begin, colleges, councils, planOf, Staged, today } from '../support/staged-play.js';

const ofCouncils = { electorate: 'councils', rule: majority('councils') };
const consent: DecisionKind[] = ['consent', 'consent-withheld', 'deferred', 'noted'];
const plan = planOf({
  moment: asking({ kinds: plainKinds }),
  voorstel: asking({ kinds: [...plainKinds, 'propose-to-council', 'agree-amended'] }),
  keuze: asking({
    kinds: plainKinds,
    polls: [
      { id: 'een', title: 'Eén' },
      { id: 'twee', title: 'Twee' },
    ],
  }),
  toestemming: asking({ ...ofCouncils, kinds: consent }),
});
const [oost = ''] = colleges;
const [raad = ''] = councils;
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

function told(gate: string, body: string): unknown[] {
  const at = staged.at(gate);
  const stand = standOf(at, body);
  const figures = standFigures(staged.reading(today), stand, 'agreement');
  const { decision } = stand;
  if (!decision) throw new Error('it decided');
  return [
    stand.side,
    stand.why,
    figures.sign,
    standWord(figures),
    flagsOf({ ...at, gate }, decision).includes('not-in-plan'),
  ];
}

const beside = 'telt niet: het procesplan noemt dit antwoord niet';

it.each<[string, string, DecisionKind, unknown[]]>([
  [
    'moment',
    oost,
    'propose-to-council',
    ['undecided', 'not-in-plan', 'waits', `aan de raad voorgesteld; ${beside}`, true],
  ],
  ['moment', oost, 'agree-amended', ['undecided', 'not-in-plan', 'waits', `gewijzigd akkoord; ${beside}`, true]],
  ['moment', oost, 'agree-in-principle', ['undecided', 'not-in-plan', 'waits', `in beginsel akkoord; ${beside}`, true]],
  ['moment', oost, 'forwarded', ['undecided', 'forwarded', 'held', 'doorgeleid naar de raad', true]],
  ['moment', oost, 'agree', ['for', null, 'for', 'akkoord (voorlopig)', false]],
  ['keuze', oost, 'adopt', ['undecided', 'not-in-plan', 'waits', `vastgesteld; ${beside}`, true]],
  ['voorstel', oost, 'propose-to-council', ['for', null, 'for', 'aan de raad voorgesteld (voorlopig)', false]],
  [
    'voorstel',
    oost,
    'agree-amended',
    ['undecided', 'other-text', 'waits', 'gewijzigd akkoord (voorlopig); telt niet: besloot een andere tekst', false],
  ],
  ['toestemming', raad, 'no-view', ['undecided', 'not-in-plan', 'waits', `geen zienswijze; ${beside}`, true]],
])('at %s %s: %s', (gate, body, kind, expected) => {
  staged.put(gate).decide(gate, body, kind, begin);
  expect(told(gate, body)).toEqual(expected);
});

it('is said where it does not matter how it counts, and no side counts it', () => {
  const said = { answers: { p: 'agree', q: 'agree-amended' }, unplanned: ['agree-amended'] } as const;
  expect(saidStand(said)).toEqual({ side: 'undecided', why: 'not-in-plan' });
  expect(saidWord({ ...said, tenor: null, asks: 'agreement' })).toBe(
    `per vraag verschillend: p akkoord, q gewijzigd akkoord; ${beside}`,
  );
});

it('leaves the body free to decide, and the region stands beside nothing', () => {
  staged.put('moment').decide('moment', oost, 'propose-to-council', begin);
  staged.decide('moment', oost, 'agree', begin);
  expect(told('moment', oost)).toEqual(['for', null, 'for', 'akkoord (voorlopig)', false]);
});

it('offers a college every kind that it can take, and a council its own words', () => {
  const names = (kinds: readonly DecisionKind[], body: 'college' | 'council' | 'provider') =>
    kindsBeside(kinds, body).join(' ');
  expect(names(plainKinds, 'college')).toBe(
    'agree-subject-to agree-amended abstained propose-to-council forwarded agree-in-principle adopt adopt-amended',
  );
  expect(names(consent, 'council')).toBe('abstained no-view view adopt adopt-amended');
  expect(names(['agree', 'disagree'], 'council')).toContain('agree-amended');
  expect(names(plainKinds, 'provider')).toBe('');
});

it('refuses what a body of its kind never says', () => {
  staged.put('moment');
  expect(() => staged.decide('moment', oost, 'consent', begin)).toThrow();
});
