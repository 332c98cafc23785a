// Why a merger cannot be recorded, with what to do; and which mergers the register has of parties that are here.
import { dueMergers } from '../../../src/domain/commands/merge-parties.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import type { Day } from '../../../src/domain/vocabulary.js';
import { municipality, region } from '../../../src/domain/workflow/define.js';
import { municipalities } from '../../support/play.js';
import { asking, lead, planOf, Staged } from '../../support/staged-play.js';
import { before, begin, day, from, into, reason, today, voornesPlan } from '../../support/voorne.js';

const rule = unanimity('colleges');
const over = (names: string[], startedOn: Day): Staged => {
  const parties = [
    ...names.map((id) => municipality(id, id, null)),
    region('raadsregio', 'Regio', [{ id: 'overleg', title: 'Overleg' }]),
  ];
  return new Staged(planOf({ moment: asking({ rule }) }, { parties }), startedOn);
};
const merge = (staged: Staged, said: object, on = today) =>
  staged.give('merge-parties', {}, { from, into, reason, ...said }, lead, on);
const refused = (staged: Staged, said: object, on = today) =>
  staged.refused('merge-parties', {}, { from, into, reason, ...said }, lead, on);
let staged: Staged;
beforeEach(() => {
  staged = new Staged(voornesPlan({ moment: asking({ rule }) }), begin);
});

const notInRegister = 'is geen gemeente uit het register; schrijf de naam als in een adres, zoals aa-en-hunze';
const ended = 'is er in dit traject niet meer sinds 1 januari 2023; noem de opvolger';
const notHere = (pointer: string, because: string, more: object = {}) => ({
  pointer,
  code: 'not-allowed-here',
  because,
  ...more,
});

it.each<[string, object, object[]]>([
  ['of nobody', { from: [] }, [{ pointer: '/from', code: 'required' }]],
  [
    'that no register has',
    { from: ['nergens'] },
    [{ pointer: '/from/0', code: 'unknown-body', because: notInRegister }],
  ],
  [
    'into who is in no register',
    { into: 'nergens' },
    [{ pointer: '/into', code: 'unknown-body', because: notInRegister }],
  ],
  [
    'of who takes no part',
    { from: ['weesp'] },
    [
      {
        pointer: '/from/0',
        code: 'unknown-body',
        because: 'doet in dit traject niet mee; noem gemeenten die meedoen',
        allowed: [...from, 'nissewaard'],
      },
    ],
  ],
  [
    'that names one twice',
    { from: [...from, 'brielle'] },
    [notHere('/from/3', 'staat er twee keer; noem elke gemeente één keer')],
  ],
  [
    'of who goes on',
    { from: [...from, 'nissewaard'] },
    [
      notHere(
        '/from/3',
        'bestaat volgens het register nog; wacht tot het register de herindeling heeft, of wijzig per moment wie besluiten',
        { allowed: [] },
      ),
    ],
  ],
  [
    'into another',
    { from: ['brielle'], into: 'rotterdam' },
    [
      notHere('/from/0', 'ging volgens het register op 1 januari 2023 verder als voorne-aan-zee; noem die', {
        allowed: [into],
      }),
    ],
  ],
  [
    'into who takes part already',
    { into: 'nissewaard' },
    [notHere('/into', 'doet al mee; noem deze gemeente ook bij wie samengaan, als het er een van is')],
  ],
  [
    'of one into itself',
    { from: ['brielle'], into: 'brielle' },
    [notHere('/into', 'verandert niets: dat is dezelfde gemeente; noem ook wie erin opgaat')],
  ],
  [
    'that is not whole',
    { from: ['brielle'] },
    [
      {
        pointer: '/from',
        code: 'required',
        because:
          'is niet volledig: volgens het register gaat dan ook hellevoetsluis, westvoorne daarin verder; noem die ook',
      },
    ],
  ],
])('%s', (_, said, errors) => {
  expect(refused(staged, said)).toEqual(errors);
});

it('before its day, and on it not', () => {
  expect(refused(staged, {}, before)).toEqual([{ pointer: '/into', code: 'date-in-future', limit: before }]);
  expect(refused(staged, {}, day)).toBeNull();
});

it('of and into who is no more', () => {
  merge(staged, {});
  expect(refused(staged, {})).toEqual(from.map((_, i) => notHere(`/from/${i}`, ended)));
  expect(refused(staged, { from: ['nissewaard'], into: 'brielle' })).toEqual([notHere('/into', ended)]);
  expect(refused(staged, { from: ['weesp'] })).toMatchObject([{ allowed: ['nissewaard', into] }]);
});

it('into one of them, where that bears the name: who goes on in it is named beside it', () => {
  const two = over(['amsterdam', 'weesp', 'hilversum'], '2022-01-03');
  expect(dueMergers(two.dossier, municipalities, '2022-03-23')).toEqual([]);
  expect(dueMergers(two.dossier, municipalities, '2022-03-24')).toEqual([
    {
      on: '2022-03-24',
      from: [municipalities.find('amsterdam'), municipalities.find('weesp')],
      into: municipalities.find('amsterdam'),
    },
  ]);
  expect(refused(two, { from: ['weesp'], into: 'amsterdam' })).toMatchObject([{ pointer: '/into' }]);
  const [event] = merge(two, { from: ['amsterdam', 'weesp'], into: 'amsterdam' });
  expect(event).toMatchObject({ on: '2022-03-24', facts: { register: [{ id: 'amsterdam' }, { id: 'weesp' }] } });
  expect(dueMergers(two.dossier, municipalities, today)).toEqual([]);
  expect(refused(two, { from: ['hilversum'], into: 'weesp' })).toMatchObject([{ pointer: '/into' }]);
  expect(refused(two, { from: ['amsterdam'], into: 'haarlem' })).toEqual([
    notHere(
      '/from/0',
      'bestaat volgens het register nog; wacht tot het register de herindeling heeft, of wijzig per moment wie besluiten',
      { allowed: [] },
    ),
  ]);
});

it('counts from the start of a dossier that began with parties that were no more', () => {
  const late = over(['weesp', 'hilversum'], '2022-06-01');
  expect(merge(late, { from: ['weesp'], into: 'amsterdam' })[0]).toMatchObject({ on: '2022-06-01' });
});

it('of one that was divided is due for each of its successors', () => {
  const divided = over(['maasdonk', 'oss'], '2014-06-01');
  const due = dueMergers(divided.dossier, municipalities, '2015-01-01');
  expect(due.map((one) => [one.on, one.from.map(({ id }) => id), one.into.id])).toEqual([
    ['2015-01-01', ['maasdonk'], 's-hertogenbosch'],
    ['2015-01-01', ['maasdonk', 'oss'], 'oss'],
  ]);
});
