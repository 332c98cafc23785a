// A page of a dossier hears that there is something new in it: that and no more, as long as who looks may see it.
import { accepted } from '../support/drenthe.js';
import { TestBrowser } from '../support/browser.js';
import { council, Track } from '../support/council-track.js';
import { ownPage, pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';
import { liveScript } from '../../src/http/page/scripts.js';

let server: TestServer;
let track: Track;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());
beforeEach(async () => {
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-04', { replyBy: '2099-02-01' });
});

const page = () => `/trajecten/${track.id}`;
const decide = (place = 'oost', more = {}) =>
  accepted(track.decide('ontwerp', `${place}/college`, 'agree', '2024-01-05', more));

/** What a page hears, as far as it came; `ended` once the server ended it. */
interface Heard {
  status: number;
  text: string;
  ended: boolean;
  leave(): void;
}

async function listen(cookie: string, at?: string): Promise<Heard> {
  const found = at ?? /data-nieuws="([^"]*)"/.exec((await look(page(), cookie)).text)?.[1] ?? '';
  const leaving = new AbortController();
  const headers = { cookie, accept: 'text/event-stream' };
  const answer = await fetch(server.url + found, { headers, signal: leaving.signal, redirect: 'manual' });
  const heard: Heard = { status: answer.status, text: '', ended: false, leave: () => leaving.abort() };
  const read = async () => {
    for await (const part of answer.body ?? []) heard.text += Buffer.from(part).toString();
    heard.ended = true;
  };
  void read().catch(() => undefined);
  return heard;
}

/** Waits until it is so. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 200) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const hasNews = ({ text }: Heard): boolean => text.includes('event: nieuw');

it('says that there is something new, and not what', async () => {
  const heard = await listen(await server.cookieOf('reader', council));
  await until(() => heard.text !== '');
  expect(hasNews(heard)).toBe(false);
  await decide();
  await until(() => hasNews(heard));
  expect(heard.text).toBe('retry: 10000\n\nevent: nieuw\ndata: nieuw\n\n');
  heard.leave();
});

it('says the same of what is not released', async () => {
  const heard = await listen(await server.cookieOf('reader', council));
  await decide('oost', { release: { scope: 'own', ground: 'art. 87 Gemeentewet' } });
  await until(() => hasNews(heard));
  expect(heard.text).toBe('retry: 10000\n\nevent: nieuw\ndata: nieuw\n\n');
  heard.leave();
});

it('says at once what came between the page and its stream, and nothing of another dossier', async () => {
  const cookie = await server.cookieOf('reader', council);
  const at = /data-nieuws="([^"]*)"/.exec((await look(page(), cookie)).text)?.[1];
  await decide();
  const late = await listen(cookie, at);
  await until(() => hasNews(late));
  const heard = await listen(cookie);
  track = await Track.start(server);
  await until(() => heard.text !== '');
  expect(hasNews(heard)).toBe(false);
  for (const one of [late, heard]) one.leave();
});

it('ends for who signed out or has no role any more, before anything is said', async () => {
  const { id } = await server.addPerson({ role: 'reader', body: council });
  const cookie = await server.signIn(id);
  const gone = await listen(cookie);
  await fetch(`${server.url}/afmelden`, { method: 'POST', headers: { ...ownPage, cookie }, redirect: 'manual' });
  await until(() => gone.ended);
  const heard = await listen(await server.signIn(id));
  const { assignments } = await server.sluis.people.one(id);
  const administrator = await server.person({ role: 'administrator', body: null });
  const ending = { until: '2020-01-02', reason: 'Andere baan.' };
  await accepted(administrator.post(`/people/${id}/assignments/${assignments[0]?.id}/endings`, ending));
  await decide();
  await until(() => heard.ended);
  expect([hasNews(gone), hasNews(heard)]).toEqual([false, false]);
});

it('is for who may see the dossier, and for who asks a stream', async () => {
  const outsider = await server.cookieOf('secretary', 'assen/college');
  expect((await listen(outsider, `${page()}/nieuws?na=1`)).status).toBe(404);
  expect((await listen('', `${page()}/nieuws?na=1`)).status).toBe(401);
  expect((await look(`${page()}/nieuws?na=1`, await server.cookieOf('reader', council))).status).toBe(406);
});

it('is four for one person: a fifth ends the first, which does not come back', async () => {
  const cookie = await server.cookieOf('reader', council);
  const all: Heard[] = [];
  for (let i = 0; i < 5; i++) all.push(await listen(cookie));
  await until(() => all[0]?.ended === true);
  expect(all[0]?.text).toContain('event: genoeg');
  expect(all.slice(1).some(({ ended }) => ended)).toBe(false);
  for (const one of all) one.leave();
});

it('is on pages of now alone, with a policy that lets nothing in but our own script', async () => {
  const cookie = await server.cookieOf('reader', council);
  const at = async (path: string) => {
    const answer = await fetch(server.url + path, { headers: { cookie, accept: 'text/html' } });
    const policy = answer.headers.get('content-security-policy') ?? '';
    return [
      /script-src [^;]*/.exec(policy)?.[0],
      [...(await answer.text()).matchAll(/<script[^>]*>/g)].map(([one]) => one),
    ];
  };
  const scripted = ["script-src 'self'", [`<script src="${liveScript.path}" defer="">`]];
  for (const path of [page(), `${page()}/momenten/ontwerp`, '/taken', '/trajecten'])
    expect([path, await at(path)]).toEqual([path, scripted]);
  for (const path of [`${page()}?asOf=2024-01-04`, `${page()}/logboek`, '/zoeken'])
    expect([path, await at(path)]).toEqual([path, [undefined, []]]);
  const script = await fetch(server.url + liveScript.path);
  expect([script.status, await script.text()]).toEqual([200, liveScript.text]);
  expect((await fetch(`${server.url}/sluis-anders.js`)).status).toBe(404);
});

it('shows a line in a browser, and the page has what is new after it', async () => {
  const browser = await TestBrowser.start();
  try {
    const cookie = await server.cookieOf('reader', council);
    const shown = await browser.page({ width: 390, scripts: true });
    const wrong: string[] = [];
    shown.on('console', (message) => void wrong.push(message.text()));
    await shown.context().addCookies([{ name: 'sluis', value: cookie.replace('sluis=', ''), url: server.url }]);
    await shown.goto(server.url + page());
    const line = shown.getByRole('status');
    expect(await line.textContent()).toBe('');
    await decide();
    await shown.getByText('Er is iets nieuws in dit traject.').waitFor();
    await line.getByRole('link', { name: 'Vernieuwen' }).click();
    await shown.getByText('2 van 3 ontbreken').waitFor();
    expect([await line.textContent(), wrong]).toEqual(['', []]);
  } finally {
    await browser.stop();
  }
});

describe('a list of dossiers', () => {
  const streamOn = async (at: string, cookie: string): Promise<string> =>
    /data-nieuws="([^"]*)"/.exec((await look(at, cookie)).text)?.[1] ?? '';

  it('and the tasks say that there is something new in one that is seen, also when it came before they listened', async () => {
    const cookie = await server.cookieOf('reader', council);
    const early = await streamOn('/trajecten', cookie);
    const heard = await listen(cookie, await streamOn('/taken', cookie));
    await until(() => heard.text !== '');
    await decide();
    await until(() => hasNews(heard));
    const late = await listen(cookie, early);
    await until(() => hasNews(late));
    for (const one of [heard, late]) one.leave();
  });

  it('says nothing of a dossier that is not seen, and goes on', async () => {
    const outsider = await server.cookieOf('secretary', 'assen/college');
    const early = await streamOn('/trajecten', outsider);
    const reader = await listen(await server.cookieOf('reader', council), await streamOn('/taken', outsider));
    const heard = await listen(outsider, early);
    await decide();
    await until(() => hasNews(reader));
    const late = await listen(outsider, early);
    await until(() => late.text !== '');
    expect([hasNews(heard), heard.ended, hasNews(late)]).toEqual([false, false, false]);
    for (const one of [reader, heard, late]) one.leave();
  });

  it('is told nothing more once somebody signed out', async () => {
    const { id } = await server.addPerson({ role: 'reader', body: council });
    const cookie = await server.signIn(id);
    const heard = await listen(cookie, await streamOn('/taken', cookie));
    await fetch(`${server.url}/afmelden`, { method: 'POST', headers: { ...ownPage, cookie }, redirect: 'manual' });
    await until(() => heard.ended);
    expect((await listen('', '/nieuws')).status).toBe(401);
  });
});

it('ends with the server, which does not wait for it', async () => {
  const heard = await listen(await server.cookieOf('reader', council));
  const begun = performance.now();
  await server.stop();
  await until(() => heard.ended);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
