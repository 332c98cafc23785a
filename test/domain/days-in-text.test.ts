// Days as people write them in a cell: each way means the same day, and what may mean two is no day.
import { dayOfText, daysIn, isYearShort } from '../../src/domain/days-in-text.js';
import { dayWords } from '../../src/wording/language/dates.js';

const written = new Map([
  [
    '2024-03-01',
    [
      '1 maart 2024',
      '1 mrt 2024',
      '1-mrt-2024',
      '1 mrt. 2024',
      '01-Mar-2024',
      'vr 1 maart 2024',
      'vrijdag 1 maart 2024',
    ],
  ],
  [
    '2024-04-16',
    [
      '16-4-2024',
      '16/04/2024',
      '16.4.2024',
      '16 - 4 - 2024',
      '16–4–2024',
      '16\u20114\u20112024',
      '2024-04-16',
      '2024/4/16',
      '20240416',
      '16 april 2024',
      '16 APRIL 2024',
      '16e april 2024',
      '16\u00A0april\u00A02024',
      '16-apr-2024',
      '16apr2024',
      'dinsdag, 16 april 2024',
      '16-4-2024 14:30',
      '16-4-2024 0:00:00',
      '2024-04-16T14:30:00.000Z',
      '2024-04-16 14.30',
    ],
  ],
]);
const none = [
  '31-2-2024',
  '4/16/2024',
  'April 16, 2024',
  '16-4-24',
  '16 april',
  'week 16',
  '16-4-2024 of 17-4-2024',
  'op 16 april 2024',
  '16 xyz 2024',
  '99999999',
  '',
];

describe('a day in a text', () => {
  it('is the same in every way in which it is written', () => {
    for (const [day, ways] of written)
      for (const way of ways) expect([way, dayOfText(way, dayWords)]).toEqual([way, day]);
  });

  it('is found for each day of a year with its month whole and short, as Dutch and English write them', () => {
    for (const locale of ['nl-NL', 'en-GB'])
      for (const month of ['long', 'short'] as const)
        for (let n = 0; n < 366; n++) {
          const date = new Date(Date.UTC(2024, 0, 1 + n));
          const text = date.toLocaleDateString(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
          expect([text, dayOfText(text, dayWords)]).toEqual([text, date.toISOString().slice(0, 10)]);
        }
  });

  it('is none where it may be another, or is not there', () => {
    for (const text of none) expect([text, dayOfText(text, dayWords)]).toEqual([text, null]);
    expect(daysIn('akkoord 16-4-2024 of 17 april 2024', dayWords)).toEqual([
      ['2024-04-16', '2024-04-17'],
      expect.any(String),
    ]);
  });

  it('whose year is not whole is known', () => {
    for (const text of ['16-4-24', "16 apr '24", '16 april', '16-apr-24'])
      expect([text, isYearShort(text)]).toEqual([text, true]);
    for (const text of ['31-2-2024', 'week 16', 'morgen', '4/16/2024'])
      expect([text, isYearShort(text)]).toEqual([text, false]);
  });
});
