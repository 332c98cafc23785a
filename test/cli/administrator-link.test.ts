// The second way in: an administrator who lost the only password gets a link at the shell, beside a running server and while it
// is off, and it stands in the record of people as every other.
import type { Given } from '../../src/cli/command.js';
import { WrongUse } from '../../src/cli/command.js';
import { administratorLink } from '../../src/cli/administrator.js';
import { toldOf } from '../../src/cli/told-of.js';
import { TestServer, abo } from '../support/server.js';

const given = (...positionals: string[]): Given => ({ positionals, options: {} });
const password = 'weer een lang wachtwoord';

let server: TestServer;
let administrator: { id: string; token: string; email: string };
const own = { ...process.env };

beforeAll(async () => {
  server = await TestServer.start();
  administrator = await server.addPerson({ role: 'administrator', body: null });
});
beforeEach(() => {
  const { folder, sessionSecret } = server.sluis.configuration;
  Object.assign(process.env, { DATA_DIR: folder, SESSION_SECRET: sessionSecret, BASE_URL: 'http://localhost:3000' });
});
afterEach(() => {
  process.env = { ...own };
});
afterAll(() => server.stop());

/** What the command prints, or what the shell says of it. */
async function asked(email: string): Promise<string> {
  const { log } = console;
  const lines: string[] = [];
  console.log = (line: string) => lines.push(line);
  try {
    await administratorLink(given(email));
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    lines.push(toldOf(error));
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}

const linkIn = (text: string): string =>
  /http:\/\/localhost:3000(\/uitnodiging\/[\w-]{43})\nDe link werkt één keer/.exec(text)?.[1] ?? text;
const follow = (path: string) =>
  fetch(server.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ password }) });
const recorded = async () =>
  (await server.sluis.people.history(administrator.id)).map(({ event }) => [event.type, event.facts]);

describe('a link for an administrator', () => {
  it('is made beside a running server, works once, and is in the record as made at the shell', async () => {
    const path = linkIn(await asked(administrator.email.toUpperCase()));
    expect((await follow(path)).status).toBe(303);
    expect((await follow(path)).status).toBe(404);
    const signedIn = await server.anyone.post('/tokens', { email: administrator.email, password });
    expect(signedIn.status).toBe(201);
    const events = await recorded();
    expect(events.slice(-2)).toEqual([
      ['LinkMade', expect.objectContaining({ origin: 'shell' })],
      ['PasswordChosen', expect.objectContaining({ origin: 'link' })],
    ]);
    const settings = await server.sluis.work.do(({ connection }) => connection.rows('SELECT * FROM setting'));
    expect(JSON.stringify(settings)).not.toContain(path.split('/').at(-1)); // its secret was never in the database
  });

  it('is refused in one sentence for who is none, by another secret, and for what is no address', async () => {
    const reader = await server.addPerson({ role: 'reader', body: abo });
    const former = await server.addPerson({ role: 'administrator', body: null, until: '2020-12-31' });
    for (const email of [reader.email, former.email, 'niemand@gemeente.example'])
      expect(await asked(email)).toMatch(/^\S+@\S+ is hier vandaag geen beheerder: /);
    process.env.SESSION_SECRET = 'another secret for tests, long enough';
    expect(await asked(administrator.email)).toMatch(/^De server .* heeft een ander SESSION_SECRET/);
    await expect(asked('niemand')).rejects.toThrow('geen e-mailadres');
  });

  it('is made while the server is off, and works when it is on again', async () => {
    const { folder } = server;
    await server.stop({ keep: true });
    const path = linkIn(await asked(administrator.email));
    server = await TestServer.start({ folder });
    expect((await follow(path)).status).toBe(303);
  });
});
