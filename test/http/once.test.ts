// Exactly once, and one winner: the same key many times at once, many people at one gate.
import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../../src/domain/dossier/events.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { append } from '../../src/store/event-log.js';
import { emptyHead } from '../../src/store/seal.js';
import { refusal, type Client } from '../support/client.js';
import {
  accepted,
  agree,
  college,
  decide,
  dossierOf,
  gateOf,
  municipalities,
  rule,
  withOpenGate,
} from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let lead: Client;
let assen: Client;
let id: string;
let decisions: string;

const body = { body: college('assen'), decision: 'agree', decidedOn: '2024-04-16' };

beforeAll(async () => {
  server = await TestServer.start();
  lead = await server.lead();
  assen = await server.secretary('assen');
});
afterAll(() => server.stop());
beforeEach(async () => {
  id = await withOpenGate(server);
  decisions = `/dossiers/${id}/gates/instemming/decisions`;
});

describe('an idempotency key', () => {
  it('sent 100 times at once gives one event and 100 identical answers', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 100 }, () => assen.post(decisions, body, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(99);
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
  });

  it('belongs to one request of one person', async () => {
    const key = { 'idempotency-key': 'a key of mine' };
    await accepted(assen.post(decisions, body, key));
    const other = { ...body, decidedOn: '2024-04-17' };
    expect(refusal(await assen.post(decisions, other, key))).toBe('422 idempotency-key-reused');
    expect(refusal(await assen.post(decisions, { nonsense: true }, key))).toBe('422 idempotency-key-reused');
    const emmen = await server.secretary('emmen');
    expect((await emmen.post(decisions, { ...body, body: college('emmen') }, key)).status).toBe(201);
    const reordered = `{"decidedOn":"2024-04-16", "decision":"agree","body":"assen/college"}`;
    const again = await assen.post(decisions, reordered, key);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
  });

  it('answers the same after the world has moved on, and in spite of If-Match', async () => {
    const key = { 'idempotency-key': randomUUID(), 'if-match': `"${(await dossierOf(server, id)).version}-x"` };
    const first = await assen.post(decisions, body, key);
    await agree(server, id, ['emmen']);
    const again = await assen.post(decisions, body, key);
    expect([again.status, again.text, again.headers.get('location')]).toEqual([
      201,
      first.text,
      `/api/v1/dossiers/${id}/gates/instemming`,
    ]);
  });

  it('may be used again after a refusal, and must be well written', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect(refusal(await assen.post(decisions, { ...body, decidedOn: '2999-01-01' }, key))).toMatch(/^400/);
    expect((await assen.post(decisions, body, key)).status).toBe(201);
    expect(refusal(await assen.post(decisions, body, { 'idempotency-key': 'short' }))).toBe('400 bad-header');
    expect(refusal(await assen.post(decisions, body, { 'idempotency-key': 'x'.repeat(129) }))).toBe('400 bad-header');
  });

  it('keeps the start of a dossier to one', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const start = { workflow: 'drenthe-robuuste-regio', title: 'Eén keer', startedOn: '2024-04-11' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => lead.post<DossierView>('/dossiers', start, key)),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });
});

describe('at one gate', () => {
  it('50 racers on one decision give one winner', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => assen.post(decisions, body)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409).map(refusal)).toEqual(
      Array.from({ length: 49 }, () => '409 decision-exists'),
    );
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
  });

  it('twelve colleges at once all get their decision in, in one unbroken record', async () => {
    await Promise.all(municipalities.map((one) => accepted(decide(server, id, one))));
    const { body: events } = await lead.get<{ items: { sequence: number; previous: string; hash: string }[] }>(
      `/dossiers/${id}/events`,
    );
    expect(events.items.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    events.items.slice(1).forEach((event, i) => expect(event.previous).toBe(events.items[i]?.hash));
  });

  it('the chair who rules while a decision arrives either counted it or came before it', async () => {
    for (let round = 0; round < 20; round++) {
      const one = await withOpenGate(server);
      await agree(server, one, municipalities.slice(1));
      const [ruled, decided] = await Promise.all([rule(server, one, {}), decide(server, one, 'aa-en-hunze')]);
      const gate = await gateOf(server, one);
      const after = decided.body.flags.includes('after-ruling');
      expect(decided.status).toBe(201);
      expect(after).toBe(false); // a go needs that decision, so the ruling can only have come later or been refused
      expect(gate.status).toBe(ruled.status === 201 ? 'passed' : 'open');
      expect(gate.outcome).toBe('go');
    }
  });

  it('50 chairs give one ruling', async () => {
    await agree(server, id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => rule(server, id, {})));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await gateOf(server, id)).rulings).toHaveLength(1);
  });

  it('who was overtaken by another writer hears so, and can go on after reading again', async () => {
    const before = await dossierOf(server, id); // and the server holds it in memory
    const { body: events } = await lead.get<{ items: { hash: string }[] }>(`/dossiers/${id}/events`);
    const head = { ...emptyHead, sequence: before.version, hash: events.items.at(-1)?.hash ?? '' };
    const facts = {
      gate: 'instemming',
      round: 1,
      body: college('emmen'),
      meetingOn: '2024-05-07',
      stage: 'college',
    } as const;
    const elsewhere: NewEvent = { type: 'ItemScheduled', on: '2024-04-15', facts, texts: {} };
    const acting = { person: 'elders', role: 'process-lead', body: abo } as const;
    const written = server.sluis.work.do(({ connection }) =>
      append(connection, id, head, [elsewhere], acting, server.sluis.clock.now()),
    );
    expect(await written).toHaveLength(1);
    expect(refusal(await assen.post(decisions, body))).toBe('409 overtaken');
    expect(await gateOf(server, id)).toMatchObject({ decisions: [], agendas: [{ body: college('emmen') }] });
    expect((await assen.post(decisions, body)).status).toBe(201);
  });

  it('who read the same state: the first writes, the others hear that it changed', async () => {
    const read = { 'if-match': `"${(await dossierOf(server, id)).version}-x"` };
    const answers = await Promise.all(
      municipalities
        .slice(0, 5)
        .map(async (one) => (await server.secretary(one)).post(decisions, { ...body, body: college(one) }, read)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(4);
  });
});
