// A form that somebody was filling in is kept on the server for them alone, and filled in again until it is recorded.
import { accepted } from '../support/drenthe.js';
import { TestBrowser } from '../support/browser.js';
import { council, Track } from '../support/council-track.js';
import { hiddenIn, ownPage, pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
const west = 'west/college';
const { look, send } = pagesAt(() => server.url);
const text = 'Alleen als de bijdrage lager is.';

/** By a clock that is not the machine's, and that nobody doubts. */
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  server.sluis.clock.judge = () => null;
});
afterAll(() => server.stop());
beforeEach(async () => {
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2099-02-01' });
});

const form = () => `/trajecten/${track.id}/momenten/ontwerp/besluit`;
const keep = (cookie: string, fields: Record<string, string>, place = form()) =>
  send(`/concepten?van=${encodeURIComponent(place)}`, cookie, fields);
const offers = async (cookie: string): Promise<string | null> =>
  /U was hier [^.]* mee bezig/.exec((await look(form(), cookie)).text)?.[0] ?? null;
const drafts = () => server.sluis.reader.rows<{ place: string; fields: string }>('SELECT place, fields FROM draft');
const minutes = 60_000;
const later = (by: number): void => server.sluis.clock.runOnFrom(server.sluis.clock.after(by));

async function secretary() {
  const { id } = await server.addPerson({ role: 'secretary', body: west });
  return { id, cookie: await server.signIn(id) };
}

it('is filled in again, with its age, and gone once it is recorded', async () => {
  const { cookie } = await secretary();
  const { sleutel = '', gelezen = '' } = hiddenIn((await look(form(), cookie)).text);
  expect(await offers(cookie)).toBeNull();
  const fields = { sleutel, gelezen, decision: 'disagree', decidedOn: '2024-01-05', reason: text };
  expect((await keep(cookie, { ...fields, bevestigd: 'ja' })).status).toBe(204);
  expect(await offers(cookie)).toMatch(/^U was hier (vandaag|gisteren) om \d\d:\d\d mee bezig$/);
  later(26 * 60 * minutes);
  expect(await offers(cookie)).toMatch(/^U was hier (gisteren om|op) /);
  const offered = await look(form(), cookie);
  expect(hiddenIn(offered.text)).toMatchObject({ sleutel });
  expect(offered.text).not.toContain('name="bevestigd"');
  expect([offered.text.includes(text), offered.text.includes('data-concept')]).toEqual([true, true]);
  const changed = await send(form(), cookie, { ...fields, reason: 'Toch anders.', wijzigen: 'ja' });
  expect([changed.status, changed.text.includes('Toch anders.'), changed.text.includes(text)]).toEqual([
    200,
    true,
    false,
  ]);
  expect((await send(form(), cookie, fields)).status).toBe(303);
  expect(await offers(cookie)).toBeNull();
  await keep(cookie, fields); // it came late
  expect(await offers(cookie)).toBeNull();
});

it('no longer names a file that went in the meantime', async () => {
  const { cookie } = await secretary();
  const gone = {
    'evidence/0/file': 'a'.repeat(64),
    'evidence/0/fileName': 'Weg.pdf',
    'evidence/0/title': 'Het besluit',
  };
  await keep(cookie, { reason: text, ...gone });
  expect(await offers(cookie)).not.toBeNull();
  const { text: offered } = await look(form(), cookie);
  expect(offered).toContain('Het besluit');
  expect(offered).not.toMatch(/Weg\.pdf|a{64}/);
});

it('is thrown away by who made it, and seen by nobody else', async () => {
  const one = await secretary();
  const colleague = await secretary();
  await keep(one.cookie, { reason: text });
  expect(await offers(colleague.cookie)).toBeNull();
  expect(await offers(await server.cookieOf('process-lead', council))).toBeNull();
  expect((await look(form(), colleague.cookie)).text).not.toContain(text);
  const away = `/concepten/weg?van=${encodeURIComponent(form())}`;
  await send(away, colleague.cookie, {});
  expect(await offers(one.cookie)).not.toBeNull();
  expect(await send(away, one.cookie, {})).toMatchObject({ status: 303, location: form() });
  expect(await offers(one.cookie)).toBeNull();
});

it('is of a form of a dossier that they may see, sent by our own page, and of no size', async () => {
  const { cookie } = await secretary();
  const outsider = await server.cookieOf('secretary', 'assen/college');
  expect((await keep(outsider, { reason: text })).status).toBe(404);
  for (const place of [
    '/\\elders.example/',
    `${form()}\n`,
    'https://elders.example/',
    `//elders.example${form()}`,
    `${form()}?${'x'.repeat(600)}`,
    '',
  ])
    expect([place, (await keep(cookie, { reason: text }, place)).status]).toEqual([place, 404]);
  const foreign = { ...ownPage, 'sec-fetch-site': 'cross-site' };
  const path = `/concepten?van=${encodeURIComponent(form())}`;
  expect((await send(path, cookie, { reason: text }, foreign)).status).toBe(403);
  expect((await keep(cookie, { reason: 'x'.repeat(70_000) })).status).toBe(413);
  expect(await offers(cookie)).toBeNull();
});

it('is one of fifty, for a week, and gone with whose it is', async () => {
  const { id, cookie } = await secretary();
  for (let i = 0; i < 52; i++) {
    await keep(cookie, { reason: text }, `${form()}?orgaan=${i}`);
    later(1_000);
  }
  const own = (await drafts()).map(({ place }) => place).filter((place) => place.startsWith(form()));
  expect([own.length, own.includes(`${form()}?orgaan=1`), own.includes(`${form()}?orgaan=2`)]).toEqual([
    50,
    false,
    true,
  ]);
  later(8 * 24 * 60 * minutes);
  await keep(cookie, { reason: text });
  await server.sluis.tidying.tidy();
  expect((await drafts()).filter(({ place }) => place.startsWith(form()))).toHaveLength(1);
  const administrator = await server.person({ role: 'administrator', body: null });
  await accepted(administrator.post(`/people/${id}/erasures`, { reason: 'Verzoek.' }));
  expect((await drafts()).filter(({ place }) => place.startsWith(form()))).toEqual([]);
});

it('shows what is in it as text alone', async () => {
  const { cookie } = await secretary();
  await keep(cookie, { reason: '"><script>alert(1)</script>' });
  expect((await look(form(), cookie)).text).not.toContain('<script>alert');
});

it('is kept by a browser that is left, and taken up in another', async () => {
  const browser = await TestBrowser.start();
  const { sluis } = server;
  const baseUrl = sluis.configuration.baseUrl;
  Object.assign(sluis.configuration, { baseUrl: server.url });
  try {
    const { id } = await secretary();
    const at = async (scripts: boolean) => {
      const page = await browser.page({ width: 390, scripts });
      const value = (await server.signIn(id)).replace('sluis=', '');
      await page.context().addCookies([{ name: 'sluis', value, url: server.url }]);
      await page.goto(server.url + form());
      return page;
    };
    const wrong: string[] = [];
    const first = await at(true);
    first.on('console', (message) => void wrong.push(message.text()));
    await first.reload();
    await first.locator('input[name=decision][value=disagree]').check();
    await first.locator('input[name=decidedOn]').fill('2024-01-05');
    await first.locator('textarea[name=reason]').fill(text);
    await first.goto(`${server.url}/taken`);
    for (let tries = 0; (await drafts()).every(({ fields }) => !fields.includes('disagree')); tries++) {
      if (tries > 200) throw new Error('it was not kept');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const second = await at(false);
    expect(await second.getByRole('button', { name: 'Leeg beginnen' }).isVisible()).toBe(true);
    expect(await second.locator('textarea[name=reason]').inputValue()).toBe(text);
    expect(await second.locator('input[name=decision][value=disagree]').isChecked()).toBe(true);
    await second.locator('form.sluis-form > .sluis-actions > button').click();
    await second.waitForURL(/vastgelegd|besluiten\//);
    expect((await drafts()).filter(({ place }) => place === form())).toEqual([]);
    expect(wrong).toEqual([]);
  } finally {
    Object.assign(sluis.configuration, { baseUrl });
    await browser.stop();
  }
});
