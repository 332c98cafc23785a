// How much a form may hold, and that nothing is made of what was sent before it is known whether it may be sent.
import { withOpenGate } from '../support/drenthe.js';
import { ownPage, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { costOf, leastOf } from '../support/spent.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const { send } = pagesAt(() => server.url);
const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`x${i}`, 'y']));

describe('a form', () => {
  it('of a reader who starts nothing is refused before it is read into fields', async () => {
    const reader = await server.cookieOf('reader', abo);
    const refused = async () => {
      const answer = await fetch(`${server.url}/trajecten/nieuw`, {
        method: 'POST',
        headers: { ...ownPage, cookie: reader, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'conditions/0/text=a&'.repeat(499),
      });
      expect(answer.status).toBe(403);
    };
    expect(await leastOf(() => costOf(refused), 500)).toBeLessThan(500);
  });

  it.each([
    ['longer than 64 kB', { reason: 'a'.repeat(65_536) }],
    ['longer than 1 MB', { reason: 'a'.repeat(1_100_000) }],
    ['of more than 500 fields', many(501)],
  ])('%s is 413, in the words of a form', async (_, fields) => {
    const gate = `/trajecten/${await withOpenGate(server)}/momenten/instemming`;
    const answer = await send(`${gate}/besluit`, await server.cookieOf('secretary', 'assen/college'), fields);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('Dit formulier is te groot: hoogstens 64 kB en 500 velden');
  });

  it('is cut by no browser at what it may hold: a longer text comes back, with how long it may be', async () => {
    const path = `/trajecten/${await withOpenGate(server)}/momenten/instemming/besluit`;
    const cookie = await server.cookieOf('secretary', 'assen/college');
    const reason = 'a'.repeat(4_001);
    const { status, text } = await send(path, cookie, { decision: 'disagree', decidedOn: '2024-04-16', reason });
    expect([status, text]).toEqual([400, expect.stringContaining('Toelichting is te lang; hoogstens 4.000 tekens.')]);
    const [, taken = ''] = /<textarea[^>]*name="reason"[^>]*maxlength="(\d+)"[^>]*>a{4001}</i.exec(text) ?? [];
    expect(Number(taken)).toBeGreaterThan(reason.length);
  });

  it('of 64 kB that was filled in by who was signed out meanwhile is carried along by signing in', async () => {
    const path = `/trajecten/${await withOpenGate(server)}/momenten/instemming/besluit`;
    const reason = 'é '.repeat(9_000); // seven signs each in a form, seventeen in a form within a form
    const asked = await send(path, '', { decision: 'agree', reason });
    expect([asked.status, asked.text]).toEqual([401, expect.stringContaining('name="ingevuld"')]);
    const ingevuld = String(new URLSearchParams({ decision: 'agree', reason }));
    const again = { email: 'x@y.example', password: 'niet het goede', next: path, ingevuld };
    const refused = await send('/aanmelden', '', again);
    expect([refused.status, refused.text]).toEqual([401, expect.stringContaining('name="ingevuld"')]);
  });
});
