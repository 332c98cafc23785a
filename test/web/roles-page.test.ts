// Who holds which role: what is missing is told first, somebody is let in with a link, and two who fill one place at once
// do not both do it.
import { abo, TestServer } from '../support/server.js';
import { hiddenIn, pagesAt } from '../support/pages.js';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await TestServer.start();
  cookie = await server.signIn((await server.addPerson({ role: 'administrator' })).id);
});
afterAll(() => server.stop());

const pages = pagesAt(() => server.url);
const plain = (text: string): string =>
  text
    .replace(/<(head|style)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const look = async (path: string, as = cookie) => {
  const { status, text } = await pages.look(path, as);
  return { status, html: text, text: plain(text) };
};

async function send(path: string, fields: Record<string, string>, shown?: Record<string, string>, as = cookie) {
  const hidden = shown ?? hiddenIn((await pages.look(path, as)).text);
  const { status, text, location } = await pages.send(path, as, { ...hidden, ...fields });
  return { status, html: text, text: plain(text), location };
}

const place = (role: string, body: string) =>
  `/mensen/nieuw?${new URLSearchParams({ rol: role, orgaan: body }).toString()}`;
const chairs = place('chair', abo);
const linkIn = (text: string): string | undefined => /localhost:3000(\/uitnodiging\/[\w-]{43})/.exec(text)?.[1];

describe('an empty installation', () => {
  it('asks for a second administrator, and which region works here', async () => {
    const { text, html } = await look('/beheer');
    expect(text).toContain('U bent de enige beheerder.');
    expect(text).toContain('Nog geen regio werkt met deze installatie.');
    expect(html).toContain('/beheer?regio=jeugdhulpregio-drenthe');
    expect((await look('/taken')).text).toContain('Tweede beheerder toevoegen');
    expect((await pages.look('/', cookie)).location).toBe('/beheer');
  });

  it('shows a region that is asked for with every place empty', async () => {
    const { text } = await look('/beheer?regio=jeugdhulpregio-drenthe');
    expect(text).toMatch(/\d+ van \d+ plekken zijn leeg/);
    expect(text).toContain('12 colleges hebben geen secretaris.');
    expect(text.match(/geen kwartiermaker/g)).toHaveLength(1);
    expect(text).toContain('Nog niemand');
  });

  it('does not repeat the name of a body that there is not', async () => {
    for (const path of ['/beheer/verloop?orgaan=mijn%20tekst', place('chair', 'mijn tekst')]) {
      const { status, text } = await look(path);
      expect([path, status, text.includes('mijn tekst')]).toEqual([path, 404, false]);
    }
  });

  it('is for who gives roles alone', async () => {
    const lead = await server.cookieOf('process-lead', 'twente/overleg');
    for (const path of ['/beheer', '/beheer/verloop', '/mensen/nieuw'])
      expect([path, (await look(path, lead)).status]).toEqual([path, 403]);
  });
});

describe('somebody is let in', () => {
  it('with a role and a link in one go, which chooses a password', async () => {
    const asked = await look(chairs);
    expect(asked.text).toContain('voorzitter van het ABO Jeugd');
    const said = { name: 'Vera Voorzitter', email: 'Vera@Regio.example', role: 'chair', body: abo, from: '1-1-2024' };
    const done = await send(chairs, said);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('Vera Voorzitter is toegevoegd')]);
    expect(linkIn(done.text)).toBeDefined();
    const grid = await look('/beheer');
    expect(grid.text).toMatch(/Vera Voorzitter nog geen wachtwoord/);
    expect(grid.text).toMatch(/\d mensen kozen nog geen wachtwoord/);
    const chosen = await pages.send(linkIn(done.text) ?? '', '', { password: 'een goed lang wachtwoord' });
    expect(chosen.status).toBe(303);
    expect((await look('/beheer')).text).not.toContain('Voorzitter nog geen wachtwoord');
  });

  it('the same form sent twice lets in one person, and shows the same link', async () => {
    const path = place('secretary', 'assen/college');
    const shown = hiddenIn((await pages.look(path, cookie)).text);
    const said = {
      name: 'Sam',
      email: 'sam@assen.example',
      role: 'secretary',
      body: 'assen/college',
      from: '2024-01-01',
    };
    const [one, other] = [await send(path, said, shown), await send(path, said, shown)];
    expect(linkIn(other.text)).toBe(linkIn(one.text));
    expect(linkIn(one.text)).toBeDefined();
  });

  it('who is known by their address gets the role as well, without a new link', async () => {
    const said = {
      name: 'sam',
      email: 'sam@assen.example',
      role: 'contact',
      body: 'assen/college',
      from: '2024-01-01',
    };
    const done = await send('/mensen/nieuw', said);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('Sam heeft de rol erbij gekregen')]);
    expect(linkIn(done.text)).toBeUndefined();
    const other = await send('/mensen/nieuw', { ...said, name: 'Iemand Anders', role: 'portfolio-holder' });
    expect([other.status, other.text]).toEqual([400, expect.stringContaining('hoort al bij Sam;')]);
  });

  it('is refused with every fault at once, and with what was filled in', async () => {
    const wrong = await send('/mensen/nieuw', {
      name: '',
      email: 'geen adres',
      role: 'secretary',
      body: 'assen/raad',
      from: 'gisteren',
    });
    expect(wrong.status).toBe(400);
    for (const said of ['Naam ontbreekt', 'E-mailadres', 'Eerste dag']) expect(wrong.text).toContain(said);
    const council = await send('/mensen/nieuw', {
      name: 'A',
      email: 'a@b.example',
      role: 'secretary',
      body: 'assen/raad',
      from: '2024-01-01',
    });
    expect([council.status, council.html]).toEqual([400, expect.stringContaining('value="a@b.example"')]);
    const alone = await send('/mensen/nieuw', {
      name: 'A',
      email: 'a@b.example',
      body: 'assen/raad',
      from: '2024-01-01',
    });
    expect([alone.status, alone.text]).toEqual([400, expect.stringContaining('Rol ontbreekt')]);
  });

  it('never by somebody for themselves', async () => {
    const { id, email } = await server.addPerson({ role: 'administrator' });
    const said = { name: 'Ik', email, role: 'chair', body: abo, from: '2024-01-01' };
    const own = await send('/mensen/nieuw', said, undefined, await server.signIn(id));
    expect([own.status, own.text]).toEqual([400, expect.stringContaining('niemand geeft zichzelf een rol')]);
  });
});

it('two administrators who fill one place at once: the second reads who stands there now', async () => {
  const path = place('clerk', 'assen/raad');
  const shown = hiddenIn((await pages.look(path, cookie)).text);
  const said = { role: 'clerk', body: 'assen/raad', from: '2024-01-01' };
  expect((await send(path, { ...said, name: 'Gea', email: 'gea@assen.example' }, shown)).status).toBe(200);
  const other = { ...shown, sleutel: `${shown.sleutel}x` };
  const late = await send(path, { ...said, name: 'Gijs', email: 'gijs@assen.example' }, other);
  expect(late.status).toBe(412);
  expect(late.text).toContain('Iemand anders veranderde net wie deze rol heeft');
  expect(late.text).toContain('Nu Gea');
  expect((await look('/mensen')).text).not.toContain('Gijs');
});

it('a replacement during leave has the same role for so long, beside who holds it', async () => {
  const path = `${place('secretary', 'assen/college')}&vervangt=ja`;
  const said = {
    name: 'Vic',
    email: 'vic@assen.example',
    role: 'secretary',
    body: 'assen/college',
    from: '2024-01-01',
    until: '2999-05-06',
  };
  expect((await send(path, said)).text).toContain('Vic is toegevoegd');
  const { text } = await look('/beheer');
  expect(text).toMatch(/Sam nog geen wachtwoord Vic t\/m 6 mei 2999, nog geen wachtwoord/);
});

it('the history tells of one body how its roles came and went, by whom and why', async () => {
  const said = {
    name: 'Hanna',
    email: 'hanna@emmen.example',
    role: 'secretary',
    body: 'emmen/college',
    from: '2024-01-01',
    reason: 'Nieuw.',
  };
  await send('/mensen/nieuw', said);
  const emmen = await look('/beheer/verloop?orgaan=emmen/college');
  expect(emmen.text).toContain('Rollen van het college van Emmen');
  expect(emmen.text).toMatch(
    /Hanna Rol gegeven: secretaris van het college van Emmen, vanaf 1 januari 2024 Persoon \w{4} Nieuw\./,
  );
  expect(emmen.text).not.toContain('Vic');
  const all = await look('/beheer/verloop');
  expect(all.text.indexOf('Hanna')).toBeLessThan(all.text.indexOf('Vic'));
  expect((await look('/beheer/verloop?orgaan=x&na=onzin')).status).toBeLessThan(500);
});

it('the tasks of who gives roles say what is missing, and lead there', async () => {
  const { html, text } = await look('/taken');
  expect(text).toContain('11 raden hebben geen griffier.');
  expect(html).toContain('/beheer?toon=leeg');
  const empty = await look('/beheer?toon=leeg');
  expect(empty.text).not.toContain('Gemeenten Gemeente College: secretaris Raad: griffier Assen');
});
