// The record of people and their roles: whatever is recorded, the chain holds and the tables are what it comes to.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  addedPerson,
  administersOn,
  chosenPassword,
  correctPerson,
  endRole,
  erasePerson,
  giveRole,
  makeLink,
} from '../../src/domain/roles/decide.js';
import type { NewPeopleEvent } from '../../src/domain/roles/events.js';
import type { PersonOnRecord } from '../../src/domain/people.js';
import { Refusal } from '../../src/domain/refusal.js';
import { PeopleKept, today } from '../support/people-kept.js';

let kept: PeopleKept;

beforeAll(async () => {
  kept = await new PeopleKept().open();
});
afterAll(() => kept.remove());

const days = ['2024-01-01', '2024-03-01', today, '2024-09-01', '2025-01-01'];
const day = fc.constantFrom(...days);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const others = { today, isLast: false };

/** What an administrator can ask of somebody who is known. */
const asked = fc.oneof(
  fc.record({ what: fc.constant('give' as const), from: day, until: maybe(day), reason: maybe(fc.constant('Nieuw.')) }),
  fc.record({ what: fc.constant('end' as const), which: fc.nat(1), until: day }),
  fc.record({ what: fc.constant('correct' as const), name: maybe(fc.constantFrom('Sara', 'Jan')), reason: day }),
  fc.record({ what: fc.constant('erase' as const), on: maybe(day), reason: day }),
  fc.record({ what: fc.constantFrom('link' as const, 'password' as const) }),
);

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function decide(person: PersonOnRecord, one: Asked): NewPeopleEvent {
  switch (one.what) {
    case 'give': {
      const { from, until, reason } = one;
      const ends = { ...(until !== undefined && { until }), ...(reason !== undefined && { reason }) };
      return giveRole(person, { role: 'secretary', body: 'assen/college', from, ...ends }, kept.giving);
    }
    case 'end':
      return endRole(person, person.assignments[one.which]?.id ?? 'geen', { until: one.until }, others);
    case 'correct': {
      const { name, reason } = one;
      return correctPerson(person, { ...(name !== undefined && { name }), reason }, today);
    }
    case 'erase': {
      const { on, reason } = one;
      return erasePerson(person, { ...(on !== undefined && { on }), reason }, others);
    }
    case 'link':
      return makeLink(person, today);
    case 'password':
      return chosenPassword(person.id, today);
  }
}

/** Records it, or nothing where it is refused. */
async function tried(id: string, one: Asked): Promise<string> {
  try {
    await kept.add(decide(await kept.person(id), one));
    return one.what;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

const onOneDay = (a: { from: string; until: string | null }, b: typeof a): boolean =>
  (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until);

it('leaves a chain that verifies and tables that are what it comes to, after whatever was asked', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 8, maxLength: 16 }), async (all) => {
      const id = kept.newId();
      await kept.add(addedPerson(id, { email: `${id}@gemeente.example`, name: 'Sara' }, today));
      for (const one of all) {
        const before = await kept.person(id);
        seen.add(await tried(id, one));
        const { assignments: held } = await kept.person(id);
        for (const was of before.assignments) {
          const is = held.find((a) => a.id === was.id);
          if (is) expect(was.until === null || (is.until !== null && is.until <= was.until)).toBe(true);
        }
        expect(held.some((a, i) => held.some((b, k) => i < k && onOneDay(a, b)))).toBe(false);
      }
      expect(await kept.stored()).toEqual(await kept.folded());
    }),
    { numRuns: 40 },
  );
  const refusals = ['not-in-this-state', 'unknown-person', 'validation'];
  // Which of them come is left to chance; most do.
  const all = ['correct', 'end', 'erase', 'give', 'link', 'password', ...refusals];
  expect(all.filter((one) => !seen.has(one)).length).toBeLessThan(3);
});

it('erases every text about somebody with its salt, but for why, and no hash changes', async () => {
  const id = kept.newId();
  const other = kept.newId();
  await kept.add(addedPerson(other, { email: `${other}@gemeente.example`, name: 'Een ander' }, today));
  await kept.add(addedPerson(id, { email: 'hella@gemeente.example', name: 'Hella Haasse' }, today));
  const contact = { role: 'contact', body: 'assen/college', from: today, reason: 'Hella vervangt Jan.' } as const;
  await kept.add(giveRole(await kept.person(id), contact, kept.giving));
  const before = await kept.events();
  const reason = 'Op eigen verzoek.';
  await kept.add(erasePerson(await kept.person(id), { reason }, others));
  const after = await kept.events();
  expect(after.slice(0, -1).map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
  const about = after.filter(({ facts }) => facts.person === id);
  expect(about.map(({ texts }) => texts)).toEqual([{ email: null, name: null }, { reason: null }, { reason }]);
  expect(after.find(({ facts }) => facts.person === other)?.texts.name).toBe('Een ander');
  for (const [name, rows] of await kept.tables()) expect([name, rows.includes('ella')]).toEqual([name, false]);
});

it('leaves nothing of who was erased in the file itself, once it was closed', async () => {
  const own = await new PeopleKept().open();
  try {
    const long = 'Hella Haasse '.repeat(400); // more than a page holds
    await own.add(addedPerson('h', { email: 'hella@gemeente.example', name: 'Hella Haasse' }, today));
    const role = { role: 'contact', body: 'assen/college', from: today, reason: long } as const;
    await own.add(giveRole(await own.person('h'), role, own.giving));
    const holds = () => readFileSync(join(own.folder, 'sluis.sqlite')).includes('Haasse');
    await own.database.close();
    expect(holds()).toBe(true);
    await own.open();
    await own.add(erasePerson(await own.person('h'), { reason: 'Op eigen verzoek.' }, others));
    await own.database.close();
    const held = holds();
    await own.open();
    expect(held).toBe(false);
  } finally {
    await own.remove();
  }
});

it('does not begin what was still to begin when somebody is erased', async () => {
  const id = kept.newId();
  await kept.add(addedPerson(id, { email: `${id}@gemeente.example`, name: 'Sara' }, today));
  const give = async (role: 'secretary' | 'contact', from: string) =>
    kept.add(giveRole(await kept.person(id), { role, body: 'assen/college', from }, kept.giving));
  await give('secretary', '2024-01-01');
  await give('contact', '2024-09-01');
  await kept.add(erasePerson(await kept.person(id), { reason: 'x' }, others));
  expect((await kept.person(id)).assignments.map(({ role, until }) => [role, until])).toEqual([['secretary', today]]);
});

it('knows who goes on giving roles', () => {
  const holding = (from: string, until: string | null) => ({
    assignments: [{ role: 'administrator' as const, body: null, from, until }],
  });
  expect(
    [holding('2024-01-01', null), holding('2024-01-01', today), holding('2024-07-01', null)].map((one) =>
      administersOn(today, one),
    ),
  ).toEqual([true, false, false]);
});
