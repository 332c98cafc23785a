// Wherever an address is asked, only one on the web is taken, and the refusal says how it begins.
import { tableOfEvent } from '../../src/domain/dossier/said.js';
import type { Facts } from '../../src/domain/facts/fact.js';
import { url } from '../../src/domain/facts/values.js';
import { wordField, wordFieldOn } from '../../src/wording/refusals/fields.js';

/** Every row that is an address, or is called one. */
function addresses(table: Facts, before: string): [name: string, row: Facts[string]][] {
  return Object.entries(table).flatMap(([name, row]) => [
    ...(row.value.sort.is === 'address' || /url$/i.test(name)
      ? [[`${before}.${name}`, row] as [string, Facts[string]]]
      : []),
    ...(row.of ? addresses(row.of as Facts, `${before}.${name}`) : []),
  ]);
}

const all = Object.entries(tableOfEvent).flatMap(([type, table]) => addresses(table, type));

const wrong = [
  'javascript:alert(1)',
  'JavaScript://example.org/%0aalert(1)',
  'data:text/html,hoi',
  'file:///etc/passwd',
  'ftp://example.org/lijst',
  'mailto:griffie@example.org',
  'www.gemeente.example/lijst',
  'https:/example.org',
  'https://',
  'https://naam:geheim@example.org/',
];

it('there are some', () => expect(all.length).toBeGreaterThan(8));

it.each(all)('%s', (_, { value }) => {
  expect(value.judge('https://example.org/lijst?a=1#b')).toEqual([]);
  for (const one of wrong) {
    const [error] = value.judge(one);
    if (!error) throw new Error(`${one} was taken`);
    expect(wordField({ ...error, pointer: '/url' })).toBe('/url is geen link; begin met https://.');
    expect(wordFieldOn(error, 'Link naar het stuk')).toBe('Link naar het stuk is geen link; begin met https://.');
  }
});

it('the value is one and the same', () => {
  expect(new Set(all.map(([, { value }]) => value))).toEqual(new Set([url]));
});
