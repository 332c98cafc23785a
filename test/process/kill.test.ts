// SIGKILL among parallel decisions loses none that was acknowledged and doubles none: the client repeats what it does
// not know with the same key. SLUIS_KILLS sets how often.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventView } from '../../src/api/event-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { Client } from '../support/client.js';
import { accepted, municipalities } from '../support/drenthe.js';
import { ServerProcess, surroundings, type Surroundings } from '../support/process.js';

const kills = Number(process.env.SLUIS_KILLS ?? 3);

let where: Surroundings;
let server: ServerProcess;
let client: Client;
const writers: Client[] = [];
let lead: Client;
let id: string;

beforeAll(async () => {
  where = await surroundings({ SESSION_SECRET: '', BASE_URL: '' });
  server = await ServerProcess.start('demonstration', where);
  client = await Client.at(server.url);
  const signIn = async (name: string) => {
    const credentials = { email: `${name}@demo.example`, password: 'demonstratie-sluis' };
    return client.bearing((await accepted(client.post<{ token: string }>('/tokens', credentials))).token);
  };
  for (const one of municipalities) writers.push(await signIn(`secretaris.${one}`));
  lead = await signIn('kwartiermaker');
  const start = { workflow: 'drenthe-robuuste-regio', version: 1, title: 'Onder vuur', startedOn: '2024-04-11' };
  id = (await accepted(lead.post<DossierView>('/dossiers', start))).id;
  await accepted(lead.post(`/dossiers/${id}/phases/instemming/starts`, { on: '2024-04-11' }));
  await accepted(lead.post(`/dossiers/${id}/gates/instemming/submissions`, { on: '2024-04-11' }));
}, 60_000);
afterAll(() => server.end('SIGKILL'));

interface Acknowledged {
  decision: string;
  hash: string;
}

it(
  `${kills} kills lose nothing`,
  async () => {
    const acknowledged: Acknowledged[] = [];
    let stopping = false;
    const working: Promise<unknown>[] = writers.map((writer, i) =>
      write(writer, municipalities[i] ?? '', acknowledged, () => stopping),
    );
    const correcting = correct(() => stopping);
    for (let kill = 0; kill < kills; kill++) {
      await pause(60 + ((kill * 37) % 120));
      await server.end('SIGKILL');
      server = await ServerProcess.start('demonstration', where);
    }
    await pause(100);
    stopping = true;
    await Promise.all(working);
    const corrected = await correcting;

    const stored = await record();
    const decisions = stored.flatMap(({ facts }) => (facts as { decision?: string }).decision ?? []);
    expect(new Set(decisions).size).toBe(decisions.length);
    expect(acknowledged.length).toBeGreaterThan(kills);
    const lost = acknowledged.filter(
      ({ decision, hash }) => !stored.some((one) => one.hash === hash && decisions.includes(decision)),
    );
    expect(lost).toEqual([]);
    expect(decisions).toHaveLength(acknowledged.length); // every write was repeated until it was acknowledged, once
    const { body } = await writers[0]!.get<GateView>(`/dossiers/${id}/gates/instemming`);
    expect(body.tally.electorate).toBe(12);
    const corrections = stored.filter(({ facts }) => 'correction' in facts);
    expect(corrections.map(({ sequence }) => sequence)).toEqual(corrected); // each once, whole, and what is read is the last
    expect(corrections.at(-1)?.facts).toMatchObject({ replyBy: body.replyBy });
    console.log(`${kills} kills: ${acknowledged.length} acknowledged, 0 lost, 0 doubled`);
  },
  60_000 + kills * 20_000,
);

/** Decides and revises without end; what was not answered is asked again with the same key. */
async function write(
  writer: Client,
  municipality: string,
  acknowledged: Acknowledged[],
  isStopping: () => boolean,
): Promise<void> {
  let latest: string | undefined;
  while (!isStopping()) {
    const key = { 'idempotency-key': randomUUID() };
    const body = {
      body: `${municipality}/college`,
      decision: 'agree',
      decidedOn: '2024-04-16',
      ...(latest ? { revises: latest } : {}),
    };
    for (;;) {
      try {
        const answer = await accepted(
          writer.post<{ id: string; recorded: { hash: string } }>(
            `/dossiers/${id}/gates/instemming/decisions`,
            body,
            key,
          ),
        );
        latest = answer.id;
        acknowledged.push({ decision: answer.id, hash: answer.recorded.hash });
        break;
      } catch (error) {
        if (!isLost(error)) throw error;
        await pause(100); // a server takes a second or two to come back
      }
    }
  }
}

/** Corrects the day of the answer without end. @returns the sequences that were acknowledged */
async function correct(isStopping: () => boolean): Promise<number[]> {
  const path = `/dossiers/${id}/gates/instemming/submissions`;
  const acknowledged: number[] = [];
  while (!isStopping()) {
    const key = { 'idempotency-key': randomUUID() };
    const replyBy = `2024-06-${String((acknowledged.length % 28) + 1).padStart(2, '0')}`;
    const body = { corrects: acknowledged.at(-1) ?? 3, replyBy, reason: 'Verkeerd getypt.' };
    for (;;) {
      try {
        const sent = lead.post<{ recorded: { sequence: number } }>(path, body, key);
        acknowledged.push((await accepted(sent)).recorded.sequence);
        break;
      } catch (error) {
        if (!isLost(error)) throw error;
        await pause(100);
      }
    }
  }
  return acknowledged;
}

/** The connection broke: whether it was written is unknown. */
const isLost = (error: unknown): boolean =>
  ['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '');

async function record(): Promise<EventView[]> {
  const found: EventView[] = [];
  let cursor = '';
  do {
    const path = `/dossiers/${id}/events?limit=1000${cursor}`;
    const { body } = await writers[0]!.get<{ items: EventView[]; next: string | null }>(path);
    found.push(...body.items);
    cursor = body.next ? `&cursor=${body.next}` : '';
  } while (cursor);
  return found;
}
