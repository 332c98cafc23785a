// A form that comes back says in words what was filled in: also what no browser would send, and what every object has a
// name for.
import { commands } from '../../src/domain/commands/commands.js';
import type { Facts } from '../../src/domain/facts/fact.js';
import { personTables } from '../../src/web/forms/person-forms.js';
import { lostFrom, typedIn } from '../../src/web/forms/typed.js';
import { languages } from '../../src/wording/wording.js';

const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', '9999-99-99'];

/** Every place of a table: conditions/0/text. */
function placesIn(says: Facts): string[] {
  return Object.entries(says).flatMap(([name, row]) => {
    if (row.keeps === 'group') return placesIn(row.of as Facts).map((place) => `${name}/${place}`);
    return row.keeps === 'each' ? placesIn(row.of as Facts).map((place) => `${name}/0/${place}`) : [name];
  });
}

const tables: [string, Facts][] = [
  ...Object.entries(commands).map(([name, { says }]): [string, Facts] => [name, says]),
  ...Object.entries(personTables).map(([name, says]): [string, Facts] => [name, says]),
];

describe.each(tables)('%s', (command, says) => {
  const places = [...placesIn(says), ...hostile, ...hostile.map((name) => `conditions/${name}/text`)];

  it.each(Object.entries(languages))('in %s', (_language, wording) => {
    for (const text of hostile) {
      const sent = places.map((place): [string, string] => [place, text]);
      const told = [
        ...typedIn(sent, { command, says }, wording),
        ...lostFrom({ sections: [] } as never, Object.fromEntries(sent), { command, says }, wording),
      ];
      expect(told.flat().filter((word) => typeof word !== 'string')).toEqual([]);
    }
  });
});
