// The list of people: which it shows, in which order and with which words is in its address; what is not there is said.
import { pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let cookie: string;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
  const from = '2020-01-01';
  const person = (
    id: string,
    name: string,
    role: 'secretary' | 'reader',
    body: string,
    until: string | null = null,
  ) => ({
    ...{ id, name, email: `${id}@a.example`, password: 'een lang en eigen wachtwoord' },
    assignments: [{ role, body, from, until }],
  });
  await server.sluis.directory.enrol([
    person('zz', 'Aad Zwart', 'secretary', 'assen/college'),
    person('aa', 'Zoë Ångström', 'secretary', 'emmen/college'),
    person('mm', 'Mia Bos', 'reader', abo, '2021-12-31'),
  ]);
  cookie = await server.cookieOf('administrator', null);
});
afterAll(() => server.stop());

async function shown(query: Record<string, string>) {
  const { status, text } = await look(`/mensen?${new URLSearchParams(query).toString()}`, cookie);
  expect([query, status]).toEqual([query, 200]);
  const names = [...text.matchAll(/<th[^>]*scope="row"[^>]*><a[^>]*>([^<]*)<\/a>/g)].map(([, name = '']) => name);
  return { text, all: textOf(text), names: names.filter((one) => /Zwart|Ångström|Bos/.test(one)) };
}
const unknown = 'Het adres vroeg om een filter of volgorde die er niet (meer) is.';

it('finds somebody by name, address or body, however it is written, and keeps the words in the address', async () => {
  expect((await shown({ zoek: 'zoe angstrom' })).names).toEqual(['Zoë Ångström']);
  expect((await shown({ zoek: 'ZZ@A' })).names).toEqual(['Aad Zwart']);
  expect((await shown({ zoek: 'assen' })).names).toEqual(['Aad Zwart']);
  const { all, names, text } = await shown({ zoek: '<script>' });
  expect([names, all]).toEqual([[], expect.stringContaining('Niemand gevonden.')]);
  expect(text).not.toContain('<script>');
  expect((await shown({ zoek: 'assen' })).text).toContain('href="/mensen?volgorde=adres&amp;zoek=assen"');
});

it('shows who has no role now, and who never chose a password', async () => {
  expect((await shown({ toon: 'zonder' })).names).toEqual(['Mia Bos']);
  expect((await shown({ toon: 'wachtwoord' })).names).toEqual([]);
  expect((await shown({ toon: 'gewist' })).names).toEqual([]);
});

it('has an order by name and by address', async () => {
  expect((await shown({})).names).toEqual(['Aad Zwart', 'Mia Bos', 'Zoë Ångström']);
  expect((await shown({ volgorde: 'adres' })).names).toEqual(['Zoë Ångström', 'Mia Bos', 'Aad Zwart']);
});

it('says that a filter or an order is not there, and shows everybody', async () => {
  for (const query of [{ toon: 'x' }, { toon: 'toString' }, { volgorde: 'x' }] as Record<string, string>[]) {
    const { all, names } = await shown(query);
    expect([query, names, all]).toEqual([
      query,
      ['Aad Zwart', 'Mia Bos', 'Zoë Ångström'],
      expect.stringContaining(unknown),
    ]);
  }
  expect((await shown({ toon: 'alles' })).all).not.toContain(unknown);
});

it('goes on page by page, each once, and is quick with a thousand', async () => {
  const many = Array.from({ length: 1_000 }, (_, i) => ({
    ...{ id: `m${i}`, name: `Inwoner ${String(i).padStart(4, '0')}`, email: `m${i}@b.example` },
    assignments: [{ role: 'reader' as const, body: abo, from: '2020-01-01', until: null }],
  }));
  await server.sluis.directory.enrol(many);
  const seen: string[] = [];
  for (let query: Record<string, string> | null = { zoek: 'inwoner' }; query !== null;) {
    const { text } = await look(`/mensen?${new URLSearchParams(query).toString()}`, cookie);
    seen.push(...[...text.matchAll(/>(Inwoner \d{4})</g)].map(([, name = '']) => name));
    const next = /href="\/mensen\?([^"]*vanaf=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    query = next === undefined ? null : Object.fromEntries(new URLSearchParams(next));
  }
  expect([seen.length, new Set(seen).size]).toEqual([1_000, 1_000]);
});
