// A part of the votes that were cast: who abstains is in no whole, and who is silent past the term is not waited for. See
// `signs` in test/support/stands.ts.
import { share } from '../../../src/domain/rules/share.js';
import { weighted, type Weighted } from '../../../src/domain/rules/weighted.js';
import { ruleFaultWords } from '../../../src/wording/gates/rule-faults.js';
import { ruleWords } from '../../../src/wording/gates/rules.js';
import { explain, found, scope } from '../../support/stands.js';

const said = (row: string, need = 'ten minste 2/3') => {
  const on = (signs: string) => row.split('').filter((sign) => signs.includes(sign)).length;
  const [supporting, against, abstained] = [on('+'), on('-!'), on('oO')];
  const who = supporting === row.length ? `alle ${row.length} colleges` : `${supporting} van de ${row.length} colleges`;
  const left = abstained === 0 ? '' : `, ${abstained} ${abstained === 1 ? 'onthield' : 'onthielden'} zich`;
  const verb = supporting === 1 ? 'is' : 'zijn';
  return `${who} ${verb} akkoord; ${against} niet akkoord${left}; nodig is ${need} van wie voor of tegen besloot`;
};

describe('truth no. 21: at least two thirds of those who decided', () => {
  it.each([
    ['++-o', 'go', '0 1 3', '0 1 3', ''], // with one more against two of four would be too few
    ['++-oo', 'go', '0 1 3 4', '0 1 3 4', ''],
    ['+-oo', 'no-go', '1 2 3', '1 2 3', ''],
    ['++-', 'go', '0 1', '0 1', ''],
    ['++-.', 'open?', '', '', '3'],
    ['++-~', 'go?', '0 1', '0 1', '3'],
    ['++++--', 'go', '0 1 2 3', '0 1 2 3', ''],
    ['++++.-', 'go', '0 1 2 3', '0 1 2 3', ''],
    ['+++---', 'no-go', '3 4 5', '3 4 5', ''],
    ['...-', 'open?', '', '', '0 1 2'],
    ['..--', 'no-go', '2 3', '2 3', ''],
    ['~~--', 'no-go', '2 3', '2 3', ''],
    ['~~~-', 'no-go?', '3', '3', '0 1 2'],
    ['oooo', 'no-go', '0 1 2 3', '0 1 2 3', ''],
    ['ooo~', 'open?', '', '', '3'],
    ['ooo.', 'open?', '', '', '3'],
    ['ooo+', 'go', '0 1 2 3', '0 1 2 3', ''],
    ['~~~~', 'open?', '', '', '0 1 2 3'],
  ])('of %s is %s', (row, outcome, because, decisive, canChange) =>
    expect(found(share(2, 3, 'bodies', { among: 'decided' }), row)).toEqual([
      outcome,
      said(row),
      because,
      decisive,
      canChange,
    ]),
  );
});

describe('more than a part of those who decided', () => {
  const overHalf = share(1, 2, 'bodies', { among: 'decided', least: 'more-than' });

  it.each([
    ['+-', 'no-go'],
    ['++-', 'go'],
    ['+-o', 'no-go'],
    ['++--o', 'no-go'],
    ['+o', 'go'],
  ])('of %s is %s', (row, outcome) =>
    expect(found(overHalf, row).slice(0, 2)).toEqual([outcome, said(row, 'meer dan 1/2')]),
  );

  it('is not reached by exactly the part, which at least the part is', () => {
    const third = (least: 'at-least' | 'more-than') => share(1, 3, 'bodies', { among: 'decided', least });
    expect(found(third('more-than'), '+--o')[0]).toBe('no-go');
    expect(found(third('at-least'), '+--o')[0]).toBe('go');
  });

  it('of everyone needs one more than the part, and says how many that are', () => {
    const rule = share(1, 2, 'bodies', { least: 'more-than' });
    expect(found(rule, '++--')).toEqual([
      'no-go',
      '2 van de 4 colleges zijn niet akkoord; nodig is meer dan 1/2, dat zijn er 3 akkoord',
      '2 3',
      '2 3',
      '',
    ]);
    expect(found(rule, '+++-')[0]).toBe('go');
    expect(found(share(2, 3, 'bodies', { least: 'more-than' }), '+++-')[0]).toBe('go');
  });
});

it('a part is exact where a number of a computer is not', () => {
  const huge = share(9007199254740990, 9007199254740991, 'bodies');
  expect(explain(huge, '+++++++-')).toMatchObject({ outcome: 'no-go', figures: { needed: 8 } });
  expect(found(share(9007199254740990, 9007199254740991, 'bodies', { among: 'decided' }), '+++++++-')[0]).toBe('no-go');
  expect(found(share(1, 9007199254740991, 'bodies', { among: 'decided' }), '+-------')[0]).toBe('go');
});

it('what is left out is not in the figures: what was stored before there were parts of votes reads as before', () => {
  expect(Object.keys(explain(share(2, 3, 'bodies'), '++').figures)).toEqual([
    ...['group', 'for', 'against', 'pending', 'lapsed'],
    ...['numerator', 'denominator', 'needed'],
  ]);
  const spelledOut = share(2, 3, 'bodies', { among: 'all', least: 'at-least' });
  expect(explain(spelledOut, '++-')).toEqual(explain(share(2, 3, 'bodies'), '++-'));
});

describe('weights of the votes that were cast', () => {
  const terms = { numerator: 2, denominator: 3, least: 'at-least', unit: 'inwoners', among: 'decided' } as const;
  const rule = (more: Partial<Weighted> = {}) =>
    weighted('bodies', { ...terms, weights: { b0: '40', b1: '30', b2: '20', b3: '10' }, ...more });
  const clause = (who: string, own: number, cast: number) =>
    `${who}; met ${own} van de ${cast} inwoners van wie voor of tegen besloot; nodig is ten minste 2/3`;

  it.each([
    ['+.o.', 'open?', '1 van de 4 colleges is akkoord; 0 niet akkoord, 1 onthield zich', 40, 40, '', '', '1 3'],
    ['+oo-', 'go', '1 van de 4 colleges is akkoord; 1 niet akkoord, 2 onthielden zich', 40, 50, '0 1 2', '0 1 2', ''],
    ['+o-o', 'go', '1 van de 4 colleges is akkoord; 1 niet akkoord, 2 onthielden zich', 40, 60, '0 1 3', '0 1 3', ''],
    ['+~-~', 'go?', '1 van de 4 colleges is akkoord; 1 niet akkoord', 40, 60, '0', '0', '1 3'],
    ['-+.o', 'no-go', '1 van de 4 colleges is akkoord; 1 niet akkoord, 1 onthield zich', 30, 70, '0', '0', ''],
    ['-+~~', 'no-go', '1 van de 4 colleges is akkoord; 1 niet akkoord', 30, 70, '0', '0', ''],
    ['~~~-', 'no-go?', '0 van de 4 colleges zijn akkoord; 1 niet akkoord', 0, 10, '3', '3', '0 1 2'],
    [
      'oooo',
      'no-go',
      '0 van de 4 colleges zijn akkoord; 0 niet akkoord, 4 onthielden zich',
      0,
      0,
      '0 1 2 3',
      '0 1 2 3',
      '',
    ],
  ])('of %s is %s: %s', (row, outcome, who, own, cast, ...bodies) =>
    expect(found(rule(), row)).toEqual([outcome, clause(who, own, cast), ...bodies]),
  );

  it('is nothing to speak of where only those decided who have no weight', () => {
    const weights = { b0: '0', b1: '30', b2: '20', b3: '10' };
    expect(found(rule({ weights }), '+~~~').slice(0, 1)).toEqual(['open?']);
    expect(found(rule({ weights }), '+ooo').slice(0, 1)).toEqual(['no-go']);
  });

  it('says where the weights stand and of which day they are, before and after', () => {
    const source = { title: 'CBS, bevolking per gemeente', url: 'https://opendata.cbs.nl', on: '2024-01-01' };
    const from = '(CBS, bevolking per gemeente, 1 januari 2024)';
    expect(ruleWords(rule({ source }), scope('....'))).toBe(
      `de colleges die akkoord zijn, hebben samen ten minste 2/3 van de inwoners van wie voor of tegen besluit ${from}`,
    );
    expect(found(rule({ source, among: 'all' }), '+...')[1]).toBe(
      `1 van de 4 colleges is akkoord, met 40 van de 100 inwoners ${from}; nodig is ten minste 2/3`,
    );
    expect(explain(rule({ source }), '+...').figures).toMatchObject({ source });
  });

  it.each([
    ['title', { title: ' ' }, 'noem de titel in één regel'],
    ['url', { url: 'ftp://cbs.nl' }, 'geef een adres met https, of laat het weg'],
    ['on', { on: '2024-02-30' }, 'schrijf de dag als jjjj-mm-dd'],
  ])('refuses a source whose %s is none', (field, change, cure) =>
    expect(
      scope('....')
        .faults(rule({ source: { title: 'CBS', on: '2024-01-01', ...change } }))
        .map(ruleFaultWords),
    ).toEqual([`de bron van de gewichten: "${field}" klopt niet; ${cure}`]),
  );

  it('refuses a source that is spelled otherwise, and a whole that is no whole', () => {
    const faults = (change: object) =>
      scope('....')
        .faults({ ...rule(), ...change })
        .map(ruleFaultWords);
    expect(faults({ source: { titel: 'CBS', title: 'CBS', on: '2024-01-01' } })).toEqual([
      'regel "weighted": "source/titel" hoort er niet bij; bedoelde u "source/title"?',
    ]);
    const asked = 'regel "weighted": geef bij "source" een bron met title en on, en url als die er is';
    for (const source of ['CBS', { title: 'CBS' }, { on: '2024-01-01' }, { title: 'CBS', on: '2024-01-01', url: 1 }])
      expect(faults({ source })).toEqual([asked]);
    expect(faults({ among: 'present' })).toEqual(['"present": kies all of decided']);
    expect(faults({ amang: 'decided' })).toEqual(['regel "weighted": "amang" hoort er niet bij; bedoelde u "among"?']);
    expect(faults({ among: 3 })).toEqual(['regel "weighted": geef bij "among" een tekst']);
  });
});
