// The pages of people and their roles: who gave what, when and why, and every form about somebody, as a browser has them.
import { abo, TestServer } from '../support/server.js';
import type { PersonView } from '../../src/domain/views/person-view.js';
import { accepted } from '../support/drenthe.js';
import { hiddenIn, ownPage, pagesAt, type Shown } from '../support/pages.js';

let server: TestServer;
let cookie: string;
let own: string;

beforeAll(async () => {
  server = await TestServer.start();
  ({ id: own } = await server.addPerson({ role: 'administrator' }));
  cookie = await server.signIn(own);
});
afterAll(() => server.stop());

const pages = pagesAt(() => server.url);

interface Answered {
  status: number;
  /** What stands on the page, without its markup. */
  text: string;
  to: string | null;
}

const read = ({ status, text, location }: Shown): Answered => ({
  status,
  to: location,
  text: text
    .replace(/<(head|style)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' '),
});

const look = async (path: string, as = cookie): Promise<Answered> => read(await pages.look(path, as));

const post = async (path: string, fields: Record<string, string>): Promise<Answered> =>
  read(await pages.send(path, cookie, fields));

const shownAt = async (path: string): Promise<Record<string, string>> =>
  hiddenIn((await pages.look(path, cookie)).text);

/** Fills in a form as it was shown, and sends it. */
const send = async (path: string, fields: Record<string, string>): Promise<Answered> =>
  post(path, { ...(await shownAt(path)), ...fields });

/** Where a browser is sent on to, before it goes there. */
async function sentOn(path: string, fields: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ ...(await shownAt(path)), ...fields });
  const headers = { ...ownPage, cookie };
  const { status, headers: answer } = await fetch(server.url + path, {
    ...{ method: 'POST', redirect: 'manual', headers, body },
  });
  return `${status} ${answer.get('location')}`.replace(/^303 /, '');
}

/** Somebody who was added by the form, by id. */
async function add(name: string, email: string): Promise<string> {
  const { to } = await send('/mensen/nieuw', { name, email });
  return /^\/mensen\/([\w-]+)\?vastgelegd=ja$/.exec(to ?? '')?.[1] ?? `nowhere: ${to}`;
}

/** An administrator with a password of their own. */
async function withPassword() {
  const person = await server.addPerson({ role: 'administrator' });
  const password = 'een goed lang wachtwoord';
  const made = await (
    await server.as('administrator', null)
  ).post<{ link: string }>(`/people/${person.id}/invitations`, {});
  const path = new URL((await accepted(Promise.resolve(made))).link).pathname;
  expect((await pages.send(path, '', { password })).status).toBe(303);
  return { person, password };
}

it('are in the menu of who gives roles, and of nobody else', async () => {
  expect((await look('/procesplannen')).text).toContain('Beheer');
  const lead = await server.cookieOf('process-lead', abo);
  expect((await look('/procesplannen', lead)).text).not.toContain('Beheer');
  for (const path of ['/mensen', '/mensen/nieuw', `/mensen/${own}`])
    expect([path, (await look(path, lead)).status]).toEqual([path, 403]);
  expect((await look('/mensen/niemand')).status).toBe(404);
  expect((await look(`/mensen/${own}/feest`)).status).toBe(404);
});

it('add somebody, give and end a role, and tell who did what, when and why', async () => {
  const id = await add('Sara de Boer', 'Sara@gemeente.example');
  expect((await look('/mensen')).text).toContain('Sara de Boer sara@gemeente.example geen rol');
  const given = await send(`/mensen/${id}/rol`, { role: 'chair', body: abo, from: '1-1-2024', reason: 'Gekozen.' });
  expect([given.status, given.to]).toEqual([303, `/mensen/${id}?vastgelegd=ja`]);
  const page = await look(`/mensen/${id}`);
  expect(page.text).toMatch(/voorzitter van het ABO Jeugd 1 januari 2024 zonder einde geldt Rol beëindigen/);
  const { body } = await (await server.as('administrator', null)).get<{ items: PersonView[] }>('/people?limit=100');
  const role = body.items.find((one) => one.id === id)?.assignments[0]?.id;
  const ending = `/mensen/${id}/einde/${role}`;
  expect((await look(ending)).text).toContain('voorzitter van het ABO Jeugd');
  const end = { until: '2024-06-01', reason: 'Weg bij de gemeente.' };
  const asked = await send(ending, end);
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Daarna is er voor het ABO Jeugd niemand')]);
  expect((await send(ending, { ...end, bevestigd: 'ja' })).status).toBe(303);
  const { text } = await look(`/mensen/${id}`);
  expect(text).toMatch(/Toegevoegd: Sara de Boer, sara@gemeente.example Persoon \w{4} –/);
  expect(text).toMatch(/Rol gegeven: voorzitter van het ABO Jeugd, vanaf 1 januari 2024 Persoon \w{4} Gekozen\./);
  expect(text).toMatch(
    /Rol beëindigd: voorzitter van het ABO Jeugd, t\/m 1 juni 2024 Persoon \w{4} Weg bij de gemeente\./,
  );
  expect((await look('/mensen')).text).toContain('Sara de Boer sara@gemeente.example geen rol');
});

it('come again with what is wrong, in words, and with what was filled in', async () => {
  const id = await add('Jan', 'jan@gemeente.example');
  const path = `/mensen/${id}/rol`;
  await send(path, { role: 'chair', body: abo, from: '2024-01-01' });
  const twice = await send(path, { role: 'chair', body: abo, from: '2024-02-01', reason: 'Nog eens.' });
  expect(twice.status).toBe(400);
  expect(twice.text).toContain(
    'Eerste dag valt samen met dezelfde rol, die al geldt vanaf 1 januari 2024; laat die zo, of beëindig die rol eerst.',
  );
  expect(twice.text).toContain('Nog eens.');
  const taken = await send('/mensen/nieuw', { name: 'Jan', email: 'jan@gemeente.example' });
  expect(taken.text).toContain('E-mailadres hoort al bij iemand anders; kies een ander adres.');
});

it('give no role, and change nothing, where somebody was changed since the form was shown', async () => {
  const id = await add('Piet', 'piet@gemeente.example');
  const path = `/mensen/${id}/rol`;
  const old = await shownAt(path);
  await send(path, { role: 'reader', body: abo, from: '2024-01-01' });
  const late = await post(path, { ...old, role: 'chair', body: abo, from: '2024-01-01' });
  expect([late.status, late.text]).toEqual([
    412,
    expect.stringContaining('Er is intussen iets veranderd aan deze persoon'),
  ]);
  expect((await look(`/mensen/${id}`)).text).not.toContain('voorzitter van');
});

describe('a form that was filled in while its session ended', () => {
  it.each([
    ['rol', { role: 'chair', body: abo, from: '1-1-2024', reason: 'Gekozen <b>.' }, 'Gekozen &lt;b&gt;.'],
    ['correctie', { name: 'Anna', email: 'anna@gemeente.example', reason: 'Tikfout <b>.' }, 'Tikfout &lt;b&gt;.'],
  ])('waits until its administrator signs in again: %s', async (form, fields, typed) => {
    const id = await add('Anna Smt', `smt-${form}@gemeente.example`);
    const path = `/mensen/${id}/${form}`;
    const filled = { ...(await shownAt(path)), ...fields };
    const out = await pages.send(path, 'sluis=voorbij', filled);
    const kept = hiddenIn(out.text).ingevuld ?? '';
    expect([out.status, new URLSearchParams(kept).get('reason')]).toEqual([401, fields.reason]);
    const { person, password } = await withPassword();
    const again = { email: person.email, password, next: path, ingevuld: kept };
    const resumed = await pages.send('/aanmelden', '', again);
    expect([resumed.status, hiddenIn(resumed.text).reason]).toEqual([200, fields.reason]);
    const back = await pages.send(path, cookie, { ...hiddenIn(resumed.text), wijzigen: 'ja' });
    expect([back.status, back.text]).toEqual([200, expect.stringContaining(typed)]);
    expect((await post(path, { ...hiddenIn(back.text), ...fields })).status).toBe(303);
  });

  it('shows what was typed to who may not give it any more', async () => {
    const id = await add('Bas', 'bas@gemeente.example');
    const lead = await server.cookieOf('process-lead', abo);
    const { status, text } = read(
      await pages.send(`/mensen/${id}/rol`, lead, { role: 'chair', from: '1-1-2024', reason: 'Gekozen.' }),
    );
    expect([status, text]).toEqual([403, expect.stringMatching(/Wat u invulde .*voorzitter.* Gekozen\./)]);
  });
});

it('correct a name, and leave what stays as it is', async () => {
  const id = await add('Sra Jansen', 'jansen@gemeente.example');
  const path = `/mensen/${id}/correctie`;
  const said = { name: 'Sara Jansen', email: 'jansen@gemeente.example', reason: 'Tikfout.' };
  expect((await send(path, said)).status).toBe(303);
  expect((await look(`/mensen/${id}`)).text).toMatch(/Verbeterd: naam Sara Jansen Persoon \w{4} Tikfout\./);
  const idle = await send(path, said);
  expect([idle.status, idle.text]).toEqual([
    400,
    expect.stringContaining('noem de naam of het adres zoals het moet zijn'),
  ]);
});

it('leave the last administrator where they are, in words', async () => {
  const leaving = await TestServer.start();
  try {
    const last = await leaving.addPerson({ role: 'administrator' });
    const goes = await leaving.addPerson({ role: 'administrator', until: '2999-01-01' });
    const theirs = await leaving.signIn(goes.id);
    const there = pagesAt(() => leaving.url);
    const { text } = await there.look(`/mensen/${last.id}`, theirs);
    const ending = /href="([^"]*\/einde\/[^"]*)"/.exec(text)?.[1] ?? '';
    const shown = hiddenIn((await there.look(ending, theirs)).text);
    const said = { until: '1-1-2999', reason: 'Weg.', bevestigd: 'ja' };
    const { status, text: told } = await there.send(ending, theirs, { ...shown, ...said });
    expect(status).toBe(409);
    expect(told).toContain('Na deze persoon geeft niemand meer rollen; maak eerst iemand anders beheerder.');
    expect((await there.look(`/mensen/${last.id}`, theirs)).text).toContain(ending);
  } finally {
    await leaving.stop();
  }
});

it('erase somebody once it was confirmed, and then say so wherever they stood', async () => {
  const id = await add('Hella Haasse', 'hella@gemeente.example');
  const path = `/mensen/${id}/wissen`;
  const asked = await send(path, { reason: 'Op eigen verzoek.' });
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Wissen is niet terug te draaien')]);
  expect((await look(`/mensen/${id}`)).text).toContain('Hella Haasse');
  const erased = await send(path, { reason: 'Op eigen verzoek.', bevestigd: 'ja' });
  expect(erased.status).toBe(303);
  const { text } = await look(`/mensen/${id}`);
  expect(text).toContain('De gegevens van deze persoon zijn gewist op');
  expect(text).toContain('Toegevoegd: naam en adres zijn gewist');
  expect(text).toMatch(/Gegevens gewist; rollen geëindigd t\/m .* Op eigen verzoek\./);
  for (const said of ['Hella', 'hella@', 'Rol geven']) expect(text).not.toContain(said);
  expect((await look('/mensen')).text).not.toContain('Gewiste persoon');
  expect((await look('/mensen?toon=gewist')).text).toContain('Gewiste persoon');
});

it('make a one-time link', async () => {
  const id = await add('Link', 'link@gemeente.example');
  const { status, text } = await post(`/mensen/${id}/link`, {});
  expect([status, text]).toEqual([200, expect.stringMatching(/localhost:3000\/uitnodiging\/[\w-]{43} /)]);
});

it('show a link at an address of its own, to who made it and for a quarter of an hour', async () => {
  const id = await add('Getoond', 'getoond@gemeente.example');
  const sleutel = 'eens-gemaakt';
  await post(`/mensen/${id}/link`, { sleutel });
  const role = { name: 'Nieuw', email: 'n@gemeente.example', role: 'chair', body: abo, from: '2024-01-01' };
  const made = [`/mensen/${id}/link?sleutel=${sleutel}`, await sentOn('/mensen/nieuw', role)];
  for (const shown of made) {
    const [one, two] = [await look(shown), await look(shown)];
    expect([one.status, one.text]).toEqual([200, expect.stringContaining('/uitnodiging/')]);
    expect(two.text).toBe(one.text);
    const other = await look(shown, await server.cookieOf('administrator', null));
    expect([other.status, other.text.includes('/uitnodiging/')]).toEqual([303, false]);
  }
  await server.sluis.work.do(({ manager }) => manager.query("UPDATE kept_answer SET kept_at = '2020-01-01'"));
  for (const shown of made) expect((await look(shown)).status).toBe(303);
});

it.each(['wissen', 'einde'])('ask once more at an address of its own, which sends nothing: %s', async (form) => {
  const id = await add('Eenmaal', `${form}@gemeente.example`);
  await send(`/mensen/${id}/rol`, { role: 'chair', body: abo, from: '2024-01-01' });
  const role = (await server.sluis.people.one(id)).assignments[0]?.id ?? '';
  const path = form === 'einde' ? `/mensen/${id}/einde/${role}` : `/mensen/${id}/wissen`;
  const fields = { until: '2024-06-01', reason: 'Zo gevraagd <b>.' };
  await sentOn(path, fields); // which was left
  const asked = await sentOn(path, fields);
  expect(asked).toMatch(/\?controle=[\w-]{36}$/);
  for (let n = 0; n < 2; n++) expect((await look(asked)).text).toContain('Zo gevraagd &lt;b&gt;.');
  const other = await server.cookieOf('administrator', null);
  expect((await look(asked, other)).to).toBe(`/mensen/${id}`);
  const button = { ...(await shownAt(asked)), bevestigd: 'ja' };
  expect((await post(path, button)).to).toBe(`/mensen/${id}?vastgelegd=ja`);
  expect((await look(asked)).to).toBe(`/mensen/${id}`);
  expect(await server.sluis.reader.rows('SELECT * FROM draft')).toEqual([]);
});

it('offer nothing about oneself', async () => {
  const { text } = await look(`/mensen/${own}`);
  expect(text).toContain('Niemand verandert iets aan zichzelf');
  expect(text).not.toContain('Rol geven');
  expect((await send(`/mensen/${own}/correctie`, { name: 'Ik', reason: 'x' })).status).toBe(403);
});

describe('truth no. 24: one person who leads, decides and concludes', () => {
  it('is told so on their page', async () => {
    const id = (await server.addPerson({ role: 'process-lead', body: abo }, { role: 'chair', body: abo })).id;
    expect((await look(`/mensen/${id}`)).text).toContain('Deze persoon is tegelijk kwartiermaker en voorzitter.');
    const administrator = await server.as('administrator', null);
    const secretary = { role: 'secretary', body: 'assen/college', from: '2024-01-01' };
    await accepted(administrator.post(`/people/${id}/assignments`, secretary));
    expect((await look(`/mensen/${id}`)).text).toContain('tegelijk kwartiermaker, secretaris en voorzitter');
  });

  it('is not said of who had the other role before, or has two of one kind', async () => {
    const past = { role: 'process-lead', body: abo, until: '2024-01-01' } as const;
    const { id } = await server.addPerson(past, { role: 'chair', body: abo }, { role: 'deputy-chair', body: abo });
    expect((await look(`/mensen/${id}`)).text).not.toContain('tegelijk');
  });
});
