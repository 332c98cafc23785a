// Signing in while others try passwords: over HTTP, by programs and by browsers, behind a proxy and without one.
import { Logger } from '@nestjs/common';
import { refusal } from '../support/client.js';
import { TestServer } from '../support/server.js';

const password = 'een goed lang wachtwoord';

let server: TestServer;
const started: TestServer[] = [];

beforeAll(async () => {
  server = await start({ trustProxy: ['127.0.0.1'] });
});
afterAll(() => Promise.all(started.map((one) => one.stop())));

async function start(change: object): Promise<TestServer> {
  const one = await TestServer.start({ change });
  started.push(one);
  return one;
}

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
const form = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { ...urlencoded, ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

/** Somebody who chose a password by a link, and the browser in which they did. */
async function member(on = server) {
  const { id, email } = await on.addPerson({ role: 'reader', body: null });
  return { id, email, ...(await choose(id, password, on)) };
}

async function choose(id: string, chosen: string, on = server): Promise<{ device: string }> {
  const administrator = await on.as('administrator', null);
  const { body } = await administrator.post<{ link: string }>(`/people/${id}/invitations`, {});
  const link = new URL(body.link);
  const answer = await form(`${on.url}${link.pathname}`, { password: chosen });
  expect(answer.status).toBe(303);
  return { device: deviceOf(answer) };
}

const deviceOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.includes('sluis-device='))
    ?.split(';')[0] ?? '';

let last = 0;
const elsewhere = () => `198.51.100.${++last}`;

/** @returns the status of signing in by a program */
const token = async (email: string, given: string, address: string): Promise<number> =>
  (await server.anyone.post('/tokens', { email, password: given }, { 'x-forwarded-for': address })).status;
const browser = (email: string, given: string, address: string, cookie = '') =>
  form(`${server.url}/aanmelden`, { email, password: given }, { 'x-forwarded-for': address, cookie });

const wrong = (email: string, times: number, address = elsewhere()): Promise<number[]> =>
  Promise.all(Array.from({ length: times }, () => token(email, 'een verkeerd wachtwoord', address)));

describe('signing in', () => {
  it('lets everybody in who has the right password, however many at once', async () => {
    const { email } = await member();
    const address = elsewhere();
    const all = await Promise.all(Array.from({ length: 15 }, () => token(email, password, address)));
    expect(new Set(all)).toEqual(new Set([201]));
    expect(await token((await member()).email, password, address)).toBe(201); // nor did they count for the address
  });

  it('is never closed to its owner by a stranger', async () => {
    const { email } = await member();
    expect((await wrong(email, 6)).sort()).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await token(email, password, elsewhere())).toBe(201);
  });

  it('is not closed to a browser that got in before, not even from the address of who tries', async () => {
    const { email, device } = await member();
    const address = elsewhere();
    for (let i = 0; i < 5; i++) await wrong(email, 5);
    await wrong(email, 6, address);
    expect((await browser(email, password, address)).status).toBe(429);
    const answer = await browser(email, password, address, device);
    expect(answer.status).toBe(303);
    expect(deviceOf(answer)).not.toBe(device); // it goes on for as long again
    const again = await browser(email, password, address, deviceOf(answer));
    expect(again.headers.getSetCookie()[1]).toMatch(
      /^sluis-device=[\w-]{43}\.[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('knows a browser no more for another account, after another password, or by a cookie of its own making', async () => {
    const { id, email, device } = await member();
    const other = await member();
    await choose(id, 'weer een ander wachtwoord');
    const address = elsewhere();
    for (let i = 0; i < 5; i++) await wrong(email, 5);
    const [name = '', signature = ''] = device.split(/[=.]/).slice(1);
    const made = [device, other.device, `sluis-device=${name}x.${signature}`, `sluis-device=${name}`, 'sluis-device=.'];
    for (const cookie of made)
      expect((await browser(email, 'weer een ander wachtwoord', address, cookie)).status).toBe(429);
  });

  it('says the same of an account that does not exist, also when too much was tried', async () => {
    const { email } = await member();
    const tell = async (account: string) => {
      const answers = [];
      for (let i = 0; i < 7; i++) answers.push(await browser(account, 'een verkeerd wachtwoord', '203.0.113.77'));
      return Promise.all(
        answers.map(async (answer) => [
          answer.status,
          (await answer.text()).replaceAll(account, 'wie').replace(/\d+ sec/, ''),
        ]),
      );
    };
    const known = await tell(email);
    expect(known.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(await tell('niemand@gemeente.example')).toEqual(known);
  });
});

describe('a proxy that nobody told of', () => {
  afterEach(() => Logger.overrideLogger(false));

  /** What the log is told from now on. */
  function listening(): string[] {
    const told: string[] = [];
    const tell = (message: unknown) => void told.push(String(message));
    Logger.overrideLogger({ log: () => undefined, warn: tell, error: tell });
    return told;
  }

  it.each(['x-forwarded-for', 'forwarded'])('is warned of once, behind https, by %s', async (header) => {
    const one = await start({ baseUrl: 'https://sluis.example' });
    const told = listening();
    await one.anyone.get('/me');
    expect(told).toEqual([]);
    for (let i = 0; i < 3; i++)
      expect(refusal(await one.anyone.get('/me', { [header]: 'for=192.0.2.1' }))).toBe('401 sign-in-required');
    expect(told).toEqual([expect.stringMatching(/proxy \(127\.0\.0\.1\).*Zet TRUST_PROXY=127\.0\.0\.1/)]);
  });

  it('is not warned of where it is trusted, nor on a machine of its own', async () => {
    const plain = await start({});
    const told = listening();
    for (const one of [server, plain]) await one.anyone.get('/me', { 'x-forwarded-for': '192.0.2.1' });
    expect(told).toEqual([]);
  });
});
