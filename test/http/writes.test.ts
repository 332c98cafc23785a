// How much one person may send to be recorded in a minute: what counts, what never does, who is asked to wait, and that nothing
// of it is lost to them.
import { randomUUID } from 'node:crypto';
import type { SecurityEntryView } from '../../src/domain/views/security-view.js';
import { refusal } from '../support/client.js';
import { accepted, gateOf, withOpenGate } from '../support/drenthe.js';
import { hiddenIn, ownPage, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const writesMax = 4;

let server: TestServer;
let id: string;
let decisions: string;

const { look, send } = pagesAt(() => server.url);
const agreed = { body: 'assen/college', decision: 'agree', decidedOn: '2024-04-16' };

beforeAll(async () => {
  server = await TestServer.start({ change: { writesPerMinute: writesMax, clock: '2026-01-01T12:00:00Z' } });
  id = await withOpenGate(server);
  decisions = `/dossiers/${id}/gates/instemming/decisions`;
});
afterAll(() => server.stop());

/** A secretary of Assen with a token and a browser, who has sent as much as one may. */
async function busySecretary() {
  const person = await server.person({ role: 'secretary', body: 'assen/college' });
  for (let i = 0; i < writesMax; i++) expect((await person.post(decisions, {})).status).toBe(400);
  return { person, cookie: await server.signIn(person.id) };
}

describe('who sends more in a minute than one person may', () => {
  it('hears in words and in a header how long to wait, and nothing is recorded', async () => {
    const { person } = await busySecretary();
    const answer = await person.post(decisions, agreed);
    expect(refusal(answer)).toBe('429 too-many');
    const wait = Number(answer.headers.get('retry-after'));
    expect([wait > 0, wait <= 60, answer.body.facts.retryAfter]).toEqual([true, true, wait]);
    expect(answer.body.detail).toBe(
      `Er is onder uw naam in een minuut meer dan 4 keer iets verstuurd; wacht ${wait} seconden en probeer het dan opnieuw.`,
    );
    expect((await gateOf(server, id)).decisions).toEqual([]);
  });

  it('is asked to wait for whatever was sent: accepted, sent twice, or refused', async () => {
    const lead = await server.person({ role: 'process-lead', body: abo });
    const key = { 'idempotency-key': randomUUID() };
    const start = { workflow: 'drenthe-robuuste-regio', title: 'Proef', startedOn: '2024-04-11' };
    const { id: own } = await accepted(lead.post<{ id: string }>('/dossiers', start, key));
    expect((await lead.post('/dossiers', start, key)).headers.get('idempotency-replayed')).toBe('true');
    const phase = `/dossiers/${own}/phases/instemming/starts`;
    expect((await lead.post('/dossiers/none/stops', {})).status).toBe(404);
    expect((await lead.post('/people', {})).status).toBe(403);
    expect(refusal(await lead.post(phase, { on: '2024-04-11' }))).toBe('429 too-many');
    expect(refusal(await lead.post('/dossiers', start, key))).toBe('429 too-many');
  });

  it('reads on, is the same person with a token and in a browser, and keeps nobody else', async () => {
    const { person, cookie } = await busySecretary();
    for (let i = 0; i < 2 * writesMax; i++) expect((await person.get(`/dossiers/${id}`)).status).toBe(200);
    const gate = `/trajecten/${id}/momenten/instemming`;
    expect((await look(gate, cookie)).status).toBe(200);
    expect((await send(`${gate}/besluit`, cookie, {})).status).toBe(429);
    const other = await server.person({ role: 'secretary', body: 'emmen/college' });
    expect((await other.post(decisions, {})).status).toBe(400);
  });

  it('has the whole form back, and can send it after the minute', async () => {
    const { cookie } = await busySecretary();
    const form = `/trajecten/${id}/momenten/instemming/besluit`;
    const open = hiddenIn((await look(form, cookie)).text);
    const typed = { ...agreed, decidedOn: '16-4-2024', reason: 'Omdat het <b>zo</b> is.', reference: 'Z-2024-0423' };
    const { status, text } = await send(form, cookie, { ...open, ...typed });
    expect(status).toBe(429);
    const told = [
      'Te vaak achter elkaar',
      'Er is niets vastgelegd.',
      'Omdat het &lt;b&gt;zo&lt;/b&gt; is.',
      'Z-2024-0423',
    ];
    for (const part of told) expect(text).toContain(part);
    const kept = hiddenIn(text);
    expect(kept).toMatchObject(typed);
    await aMinuteLater(async () => {
      const resumed = await send(form, cookie, { ...kept, wijzigen: 'ja' });
      expect([resumed.status, resumed.text]).toEqual([200, expect.stringContaining('value="Z-2024-0423"')]);
      expect((await send(form, cookie, { ...kept, ...hiddenIn(resumed.text), bevestigd: 'ja' })).status).toBe(303);
    });
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
  });

  it('goes on after the minute with the same key, and never waits for longer where the clock is set back', async () => {
    const { person } = await busySecretary();
    const key = { 'idempotency-key': randomUUID() };
    expect(refusal(await person.post(decisions, {}, key))).toBe('429 too-many');
    await aMinuteLater(async () => {
      expect((await person.post(decisions, {}, key)).status).toBe(400);
    });
    for (let i = 1; i < writesMax; i++) expect((await person.post(decisions, {})).status).toBe(400);
    expect((await person.post(decisions, {})).body.facts.retryAfter).toBe(60);
  });

  it('can always sign out, by token and in a browser', async () => {
    const { person, cookie } = await busySecretary();
    expect((await person.send('DELETE', '/tokens/current', undefined)).status).toBe(204);
    expect(await send('/afmelden', cookie, {})).toMatchObject({ status: 303, location: '/aanmelden' });
  });

  it('is told of once in the security log', async () => {
    const { person } = await busySecretary();
    for (let i = 0; i < 3; i++) expect((await person.post(decisions, agreed)).status).toBe(429);
    await server.sluis.security.write();
    const administrator = await server.as('administrator', null);
    const query = `kind=WritesThrottled&person=${person.id}`;
    const { items } = (await administrator.get<{ items: SecurityEntryView[] }>(`/security-log?${query}`)).body;
    const route = 'POST /api/v1/dossiers/:dossier/gates/:gate/decisions';
    expect(items.map(({ facts }) => facts)).toEqual([expect.objectContaining({ address: '127.0.0.1', route })]);
  });
});

it('a form that another site sends in the name of somebody counts for nothing', async () => {
  const cookie = await server.cookieOf('secretary', 'assen/college');
  const form = `/trajecten/${id}/momenten/instemming/besluit`;
  const foreign = { ...ownPage, origin: 'https://elders.example' };
  for (let i = 0; i < 2 * writesMax; i++) expect((await send(form, cookie, agreed, foreign)).status).toBe(403);
  expect((await send(form, cookie, { 'a/b': 'none' })).status).not.toBe(429);
});

/** The clock of the machine is a minute further while that is done. */
async function aMinuteLater(act: () => Promise<void>): Promise<void> {
  const now = Date.now;
  Date.now = () => now() + 61_000;
  try {
    await act();
  } finally {
    Date.now = now;
  }
}
