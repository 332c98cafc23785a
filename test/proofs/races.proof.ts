// Of those who ask at the same moment for what only one can have, one gets it and the others hear why not; what was sent
// many times with one key happens once. SLUIS_RACES sets how many races there are, over HTTP, of each kind in turn.
import { randomUUID } from 'node:crypto';
import type { EventView } from '../../src/api/event-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal, type Answer, type Client } from '../support/client.js';
import { accepted, college, municipalities } from '../support/drenthe.js';
import { ServerProcess, surroundings, type Surroundings } from '../support/process.js';
import { signIn } from './office.js';
import { standingIn } from './standing.js';

const races = Number(process.env.SLUIS_RACES ?? 30);
const racers = 50;
const sameKeys = 100;

let where: Surroundings;
let server: ServerProcess;
let lead: Client;
let chair: Client;
let secretaries: Client[];

beforeAll(async () => {
  where = await surroundings({ BASE_URL: '' });
  server = await ServerProcess.start('demonstration', where);
  lead = await signIn(server.url, 'kwartiermaker');
  chair = await signIn(server.url, 'voorzitter');
  secretaries = await Promise.all(municipalities.map((one) => signIn(server.url, `secretaris.${one}`)));
}, 120_000);
afterAll(() => server.end('SIGKILL'));

/** A gate that is open, with these colleges for it. @returns the path of its dossier */
async function openGate(agree: number): Promise<string> {
  const on = { on: '2024-04-11' };
  const start = { workflow: 'drenthe-robuuste-regio', version: 1, title: 'Om het hardst', startedOn: '2024-04-11' };
  const path = `/dossiers/${(await accepted(lead.post<DossierView>('/dossiers', start))).id}`;
  await accepted(lead.post(`${path}/phases/instemming/starts`, on));
  await accepted(lead.post(`${path}/gates/instemming/submissions`, on));
  await Promise.all(municipalities.slice(0, agree).map((_, who) => accepted(decide(path, who))));
  return path;
}

const decide = (path: string, who: number, headers: Record<string, string> = {}): Promise<Answer> => {
  const decision = { body: college(municipalities[who] ?? ''), decision: 'agree', decidedOn: '2024-04-16' };
  return secretaries[who]!.post(`${path}/gates/instemming/decisions`, decision, headers); // one of twelve
};

const rule = (path: string): Promise<Answer> =>
  chair.post(`${path}/gates/instemming/rulings`, { ruling: 'go', ruledOn: '2024-05-20' });

const times = <T>(often: number, ask: (turn: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: often }, (_, turn) => ask(turn)));

const gateOf = async (path: string): Promise<GateView> => (await lead.get<GateView>(`${path}/gates/instemming`)).body;

/** How many of each there were. */
function tally(answers: readonly Answer[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const answer of answers) found[refusal(answer)] = (found[refusal(answer)] ?? 0) + 1;
  return found;
}

/** By its name; each answers how many requests it was. */
const kinds: Record<string, () => Promise<number>> = {
  'one decision': async () => {
    const path = await openGate(0);
    const answers = await times(racers, () => decide(path, 1));
    expect(tally(answers)).toEqual({ 201: 1, '409 decision-exists': racers - 1 });
    expect((await gateOf(path)).decisions).toHaveLength(1);
    return racers;
  },
  'one key': async () => {
    const path = await openGate(0);
    const key = { 'idempotency-key': randomUUID() };
    const answers = await times(sameKeys, () => decide(path, 2, key));
    expect(tally(answers)).toEqual({ 201: sameKeys });
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect((await gateOf(path)).decisions).toHaveLength(1);
    return sameKeys;
  },
  'one state that everyone read': async () => {
    const path = await openGate(0);
    const read = { 'if-match': (await lead.get(path)).headers.get('etag') ?? '' };
    const answers = await times(racers, (turn) => decide(path, turn % municipalities.length, read));
    expect(tally(answers)[201]).toBe(1);
    expect((await gateOf(path)).decisions).toHaveLength(1);
    return racers;
  },
  'a place for everyone': async () => {
    const path = await openGate(0);
    const answers = await times(municipalities.length, (who) => decide(path, who));
    expect(tally(answers)).toEqual({ 201: municipalities.length });
    const { items } = (await lead.get<{ items: EventView[] }>(`${path}/events`)).body;
    expect(items.map(({ sequence }) => sequence)).toEqual(items.map((_, i) => i + 1));
    return municipalities.length;
  },
  'one ruling': async () => {
    const path = await openGate(municipalities.length);
    const answers = await times(racers, () => rule(path));
    expect(tally(answers)[201]).toBe(1);
    expect((await gateOf(path)).rulings).toHaveLength(1);
    return racers;
  },
  'a ruling against the last decision': async () => {
    const last = municipalities.length - 1;
    const path = await openGate(last);
    const [ruled, decided] = await Promise.all([rule(path), decide(path, last)]);
    const gate = await gateOf(path);
    expect(decided.status).toBe(201);
    expect([gate.outcome, gate.status]).toEqual(['go', ruled.status === 201 ? 'passed' : 'open']);
    return 2;
  },
};

it(
  `${races} races have one winner each`,
  async () => {
    const names = Object.keys(kinds);
    let requests = 0;
    for (let race = 0; race < races; race++) requests += await kinds[names[race % names.length] ?? '']!();
    await server.end('SIGKILL');
    const { hashes } = await standingIn(where.folder);
    console.log(
      `${races} races of ${names.length} kinds, ${requests} requests at once: one winner each, 0 doubled; ` +
        `${hashes.size} chains verified`,
    );
    expect(hashes.size).toBeGreaterThanOrEqual(races);
  },
  60_000 + races * 5_000,
);
