// A decision that is not released: its own body sees it, everyone else sees only that there is one. The test tries to
// learn which way it went from everything that can be read.
import { refusal, type Client } from '../support/client.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

const secret = {
  reason: 'GEHEIM-reden',
  reference: 'GEHEIM-nummer',
  text: 'GEHEIM-tekst',
  release: { scope: 'own', ground: 'GEHEIM-grond, art. 5.1 Woo' },
  conditions: [{ text: 'GEHEIM-voorwaarde', effect: 'elaboration', owner: 'GEHEIM-eigenaar' }],
  evidence: [{ title: 'GEHEIM-bewijs', url: 'https://example.org/GEHEIM' }],
};

/** A dossier in which Oost has decided behind closed doors: for with a condition, or against. */
async function withClosed(way: 'agree-with-conditions' | 'disagree'): Promise<{ track: Track; id: string }> {
  const track = await Track.start(server);
  await track.put('ontwerp', '2024-01-02');
  const { conditions, ...rest } = secret;
  const more = way === 'disagree' ? rest : { ...rest, conditions };
  const { id } = await accepted(track.decide('ontwerp', 'oost/college', way, '2024-01-03', more));
  await accepted(track.decide('ontwerp', 'west/college', 'agree', '2024-01-04'));
  return { track, id };
}

const reads = (track: Track): string[] => [
  ...['', '/events', `/gates/ontwerp`, `/gates/ontwerp?asOf=2024-01-03`, '/events?asOf=2024-01-10'].map(
    (path) => `/api/v1/dossiers/${track.id}${path}`,
  ),
  '/api/v1/dossiers?limit=100',
  ...[
    '',
    '/logboek',
    '/besluiten',
    '/momenten/ontwerp',
    '/momenten/ontwerp?asOf=2024-01-10',
    '/momenten/ontwerp?toon=nodig',
    ...['matrix', 'besluiten', 'voorwaarden', 'stukken', 'logboek'].map((list) => `/export/${list}.csv`),
    '/export/moment.csv?moment=ontwerp',
    '/export/matrix.csv?asOf=2024-01-10',
  ].map((path) => `/trajecten/${track.id}${path}`),
  '/api/v1/me/turns?limit=100',
  '/trajecten',
  '/taken',
  '/export/trajecten.csv',
  '/export/taken.csv',
];

/** Everything that someone can read of it, without what differs by chance: ids, hashes, moments. */
async function everything(track: Track, role: Parameters<TestServer['as']>[0], body: string): Promise<string[]> {
  const client: Client = await server.as(role, body);
  const cookie = await server.cookieOf(role, body);
  return Promise.all(
    reads(track).map(async (path) => {
      const page = path.startsWith('/api')
        ? (await client.get(path.replace('/api/v1', ''))).text
        : await (await fetch(`${server.url}${path}`, { headers: { cookie } })).text();
      return page
        .replaceAll(track.id, 'ID')
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID')
        .replace(/[0-9a-f]{12,}/g, 'HEX')
        .replace(/Persoon [^"<]*/g, 'Persoon')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d(:\d\d)?/g, 'MOMENT');
    }),
  );
}

const outsiders = [
  ['process-lead', 'raadsregio/overleg'],
  ['chair', 'raadsregio/overleg'],
  ['reader', 'raadsregio/overleg'],
  ['secretary', 'west/college'],
  ['contact', 'eiland/college'],
] as const;

describe('a closed decision', () => {
  it.each(outsiders)('tells a %s of %s nothing of its words', async (role, body) => {
    const { track } = await withClosed('agree-with-conditions');
    for (const page of await everything(track, role, body)) expect(page).not.toContain('GEHEIM');
  });

  it.each(outsiders)('reads the same to a %s of %s whichever way it went', async (role, body) => {
    const [one, other] = [await withClosed('agree-with-conditions'), await withClosed('disagree')];
    const first = await everything(one.track, role, body);
    const second = await everything(other.track, role, body);
    // Lists hold the other dossier too.
    const inDossier = (path: string) => path.includes(one.track.id);
    const different = reads(one.track).filter((path, i) => inDossier(path) && first[i] !== second[i]);
    expect(different).toEqual([]);
  });

  it('is whole for its own body, and counts for nobody', async () => {
    const { track, id } = await withClosed('agree-with-conditions');
    const secretary = await track.recorder('oost/college');
    const gate = await track.gate('ontwerp', '', secretary);
    expect(gate.decisions.find((decision) => decision.id === id)).toMatchObject({
      decision: 'agree-with-conditions',
      text: 'GEHEIM-tekst',
      flags: expect.arrayContaining(['closed']) as unknown,
    });
    expect(gate.tally).toMatchObject({ for: 1, undecided: 1, silent: 1, decided: 1 });
    expect((await track.gate('ontwerp')).tally).toEqual(gate.tally);
    expect(await track.stand('ontwerp')).toEqual(['open', { 'oost/college': 'announced', 'eiland/college': 'silent' }]);
  });

  it('is not found by its address, nor its condition, by others', async () => {
    const { track, id } = await withClosed('agree-with-conditions');
    const cookie = await server.cookieOf('chair', 'raadsregio/overleg');
    const address = `${server.url}/trajecten/${track.id}/momenten/ontwerp/besluiten/${id}`;
    expect((await fetch(address, { headers: { cookie } })).status).toBe(404);
    const own = await track.gate('ontwerp', '', await track.recorder('oost/college'));
    const condition = own.conditions[0]?.id ?? '';
    const answer = { answer: 'adopted', on: '2024-01-05' };
    const asked = await track.chair.post(track.path('ontwerp', `conditions/${condition}/answers`), answer);
    expect(refusal(asked)).toBe('404 unknown-condition');
  });

  it('does not betray its date when the chair concludes', async () => {
    const { track } = await withClosed('disagree');
    const hold = { reason: 'We wachten.' };
    expect((await track.rule('ontwerp', 'hold', '2024-01-04', hold)).status).toBe(201);
  });

  it('needs a ground, and is recorded by nobody but its own body', async () => {
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    const bare = await track.decide('ontwerp', 'oost/college', 'agree', '2024-01-03', { release: { scope: 'own' } });
    expect(refusal(bare)).toBe('400 /release/ground ground-required');
    const byRegion = { body: 'oost/college', decision: 'agree', decidedOn: '2024-01-03', release: secret.release };
    const asked = await track.lead.post(track.path('ontwerp', 'decisions'), { ...byRegion, evidence: secret.evidence });
    expect(refusal(asked)).toBe('400 /release not-allowed-here');
  });

  it('is not read by the region through the adoption of its list', async () => {
    const { track, id } = await withClosed('disagree');
    const adopted = await track.lead.post(track.path('ontwerp', `decisions/${id}/list-adoptions`), {
      on: '2024-01-08',
    });
    expect([refusal(adopted), adopted.text.includes('GEHEIM')]).toEqual(['404 unknown-decision', false]);
  });

  it('does not show to the region whether it was a deferral, by its agenda or when the region records', async () => {
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    const { release, evidence } = secret;
    await accepted(track.decide('ontwerp', 'oost/college', 'deferred', '2024-01-03', { release }));
    const item = { body: 'oost/college', meetingOn: '2999-01-01', stage: 'college' };
    await accepted(track.lead.post(track.path('ontwerp', 'agendas'), item));
    expect((await track.stand('ontwerp'))[1]['oost/college']).toBe('announced');
    const recorded = { body: 'oost/college', decision: 'agree', decidedOn: '2024-01-04', evidence };
    await accepted(track.lead.post(track.path('ontwerp', 'decisions'), recorded)); // as if nothing were there
    expect((await track.stand('ontwerp'))[1]['oost/college']).toBe('announced');
  });

  it('that the region knew stays known when it is released to the public', async () => {
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    const { id } = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-03'));
    const secretary = await track.recorder('oost/college');
    const call = track.path('ontwerp', `decisions/${id}/releases`);
    const later = { on: '2024-01-10', scope: 'public', from: '2024-02-01' };
    expect(refusal(await secretary.post(call, later))).toBe('400 /from not-allowed-here');
    await accepted(secretary.post(call, { on: '2024-01-10', scope: 'public' }));
    expect((await track.gate('ontwerp', '?asOf=2024-01-05')).tally.for).toBe(1);
  });

  it('is known and counts from its release on, and cannot be closed again', async () => {
    const { track, id } = await withClosed('disagree');
    const secretary = await track.recorder('oost/college');
    const call = track.path('ontwerp', `decisions/${id}/releases`);
    const release = { on: '2024-01-10', scope: 'region' };
    expect(refusal(await (await track.recorder('west/college')).post(call, release))).toBe('404 unknown-decision');
    expect(refusal(await secretary.post(call, { ...release, on: '2024-01-02' }))).toBe('400 /on date-too-early');
    await accepted(secretary.post(call, release));
    expect((await track.gate('ontwerp')).tally).toMatchObject({ against: 1, undecided: 0 });
    expect((await track.gate('ontwerp', '?asOf=2024-01-09')).decisions.map(({ body }) => body)).toEqual([
      'west/college',
    ]);
    expect(refusal(await secretary.post(call, { ...release, scope: 'own' }))).toBe('400 /scope not-allowed-here');
  });

  it('with a day from which it is open needs no more than that day', async () => {
    const track = await Track.start(server);
    await track.put('ontwerp', '2024-01-02');
    const embargo = { release: { scope: 'region', from: '2024-02-01', ground: 'embargo' } };
    await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-03', embargo));
    expect(await track.stand('ontwerp', '?asOf=2024-01-31')).toMatchObject(['open', { 'oost/college': 'silent' }]);
    expect((await track.gate('ontwerp', '?asOf=2024-02-01')).tally.for).toBe(1);
  });
});
