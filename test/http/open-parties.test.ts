// A plan for any region, as the steps of the law are: whoever starts a dossier names the municipalities.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { WorkflowView } from '../../src/wording/gates/views.js';
import { refusal, type Client } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';
import { overleg, testWorkflows } from '../support/workflows.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

const workflow = 'wgr-collegeregeling';
const zeeland = ['goes', 'tholen', 'veere', 'vlissingen', 'middelburg'];

/** From the release of the draft to the register, with every college and every council for. */
async function play(track: Track, places: string[]): Promise<void> {
  await track.pass('vrijgave', 'college', 'agree', '2024-01-03');
  await track.pass('zienswijze', 'raad', 'no-view', '2024-01-10');
  await track.put('reactienota', '2024-01-11');
  for (const place of places) {
    const subjectTo = { gate: 'toestemming', body: `${place}/raad` };
    const kind = 'agree-subject-to';
    await accepted(track.decide('reactienota', `${place}/college`, kind, '2024-01-12', { subjectTo }));
  }
  await accepted(track.rule('reactienota', 'go', '2024-01-12'));
  await track.pass('toestemming', 'raad', 'consent', '2024-02-01');
  await track.pass('treffen', 'college', 'agree', '2024-02-06');
  for (const phase of ['bekendmaking', 'register'])
    for (const call of ['starts', 'completions'])
      await accepted(track.lead.post(`/dossiers/${track.id}/phases/${phase}/${call}`, { on: '2024-02-20' }));
}

const read = async ({ lead, id }: Track, query = ''): Promise<DossierView> =>
  (await lead.get<DossierView>(`/dossiers/${id}${query}`)).body;

describe('a workflow that leaves its parties open', () => {
  it('says so, with who stands in for whom', async () => {
    const lead = await server.as('process-lead', council);
    const { body } = await lead.get<WorkflowView>(`/workflows/${workflow}`);
    expect(body.partiesOpen).toEqual({ municipality: 'gemeente', consultation: 'regio/overleg', least: 2 });
    expect(body.bodies.map(({ id }) => id)).toEqual(['gemeente/college', 'gemeente/raad', 'regio/overleg']);
    expect(body.gates[0]?.rule.text).toBe('bij 2 gemeenten: beide colleges zijn akkoord');
    const own = await lead.get<WorkflowView>('/workflows/regeling');
    expect(own.body.partiesOpen).toBeNull();
  });

  it('runs to its end over the municipalities that were named, under the consultation of who started', async () => {
    const track = await Track.start(server, workflow, '2024-01-02', council, zeeland);
    const begun = await read(track);
    expect(begun.parties.map(({ id, code }) => [id, code])).toEqual([
      ['goes', 'GM0664'],
      ['tholen', 'GM0716'],
      ['veere', 'GM0717'],
      ['vlissingen', 'GM0718'],
      ['middelburg', 'GM0687'],
      ['raadsregio', null],
    ]);
    await play(track, zeeland);
    const dossier = await read(track);
    expect([dossier.state, dossier.endedOn]).toEqual(['completed', '2024-02-20']);
    const { electorate, ruledBy, tally, rule } = await track.gate('toestemming');
    expect([electorate, ruledBy, tally.for]).toEqual([zeeland.map((place) => `${place}/raad`), council, 5]);
    expect(rule.text).toContain('5');
  });

  it('keeps them through a rebuild and a restart, as of any day, in lists and in the events', async () => {
    const track = await Track.start(server, workflow, '2024-01-02', council, ['goes', 'veere']);
    const path = `/dossiers/${track.id}`;
    const before = await track.lead.get<DossierView>(path);
    await server.sluis.rebuild();
    await server.stop({ keep: true });
    server = await TestServer.start({ workflows: testWorkflows, folder: server.folder });
    const lead = await server.as('process-lead', council);
    expect((await lead.get(path)).text).toBe(before.text);
    expect((await lead.get<DossierView>(`${path}?asOf=2024-01-02`)).body.parties).toEqual(before.body.parties);
    for (const who of [lead, await server.clerk('goes')]) expect(await listedFor(who)).toContain(track.id);
    expect(await listedFor(await server.clerk('tholen'))).not.toContain(track.id);
    const { body } = await lead.get<{ items: { facts: object }[] }>(`${path}/events`);
    expect(body.items[0]?.facts).toMatchObject({
      named: {
        parties: [
          { id: 'goes', title: 'Goes', code: 'GM0664' },
          { id: 'veere', title: 'Veere', code: 'GM0717' },
        ],
        ruledBy: { id: council, title: 'Bestuurlijk overleg', region: 'Raadsregio' },
      },
    });
  });

  const listedFor = async (who: Client) =>
    (await who.get<{ items: { id: string }[] }>('/dossiers?limit=100')).body.items.map(({ id }) => id);

  it('is started by whoever leads a region, and by nobody else', async () => {
    const asked = { workflow, title: 'Proef', startedOn: '2024-01-02', parties: ['goes', 'veere'] };
    const chair = await server.as('chair', council);
    expect(refusal(await chair.post('/dossiers', asked))).toBe('403 not-your-role');
    const clerk = await server.clerk('goes');
    expect(refusal(await clerk.post('/dossiers', asked))).toBe('403 not-your-role');
    const standIn = await server.as('process-lead', 'regio/overleg');
    expect(refusal(await standIn.post('/dossiers', asked))).toBe('403 not-your-role');
    const ended = { role: 'process-lead', body: council, until: '2023-01-01' } as const;
    const former = await server.person(ended);
    expect(refusal(await former.post('/dossiers', asked))).toBe('403 assignment-not-valid');
    // Of several regions the one that began first says why not: there this person led, in the other none.
    const elsewhere = { role: 'chair', body: abo } as const;
    for (const [first, second, code] of [
      [ended, elsewhere, 'assignment-not-valid'],
      [elsewhere, ended, 'not-your-role'],
    ] as const)
      expect(
        refusal(await (await server.person({ ...first, from: '2019-01-01' }, second)).post('/dossiers', asked)),
      ).toBe(`403 ${code}`);
    const two = await server.person(
      ended,
      { role: 'process-lead', body: abo, from: '2021-01-01' },
      { role: 'process-lead', body: overleg, from: '2022-01-01' },
    );
    const { bodies } = await accepted(two.post<DossierView>('/dossiers', asked));
    expect(bodies.at(-1)).toEqual({
      id: abo,
      title: 'ABO Jeugd',
      party: 'jeugdhulpregio-drenthe',
      kind: 'consultation',
      foundedBy: null,
    });
  });
});

describe('parties that cannot be', () => {
  const start = async (parties: unknown, more: object = {}) => {
    const lead = await server.as('process-lead', council);
    return lead.post('/dossiers', { workflow, title: 'Proef', startedOn: '2024-03-01', parties, ...more });
  };

  it.each<[string, unknown, string]>([
    ['none', undefined, '400 /parties required'],
    ['too few', ['goes'], '400 /parties required'],
    ['no list', 'goes', '400 /parties wrong-type'],
    ['no name', ['Goes', 'veere'], '400 /parties/0 wrong-type'],
    ['more than there are', Array.from({ length: 451 }, () => 'goes'), '400 /parties too-long'],
    ['unknown', ['goes', 'lutjebroek'], '400 /parties/1 unknown-body'],
    ['twice the same', ['goes', 'veere', 'goes'], '400 /parties/2 not-allowed-here'],
    ['merged before', ['goes', 'brielle'], '400 /parties/1 not-allowed-here'],
  ])('are refused: %s', async (_, parties, expected) => {
    expect(refusal(await start(parties))).toBe(expected);
  });

  it('are refused with who stood in their place on the day of the start', async () => {
    const merged = (await start(['goes', 'brielle'])).body;
    expect(merged.errors[0]?.detail).toBe(
      '/parties/1 bestond niet op 1 maart 2024; opgevolgd door Voorne aan Zee (voorne-aan-zee).',
    );
    expect(merged.facts.allowed).toEqual(['voorne-aan-zee']);
    const early = (await start(['goes', 'voorne-aan-zee'], { startedOn: '2022-09-01' })).body;
    expect(early.errors[0]?.detail).toBe(
      '/parties/1 bestond nog niet op 1 september 2022; kwam in de plaats van Brielle (brielle), Hellevoetsluis (hellevoetsluis) en Westvoorne (westvoorne).',
    );
  });

  it('are refused where the workflow names its own', async () => {
    expect(refusal(await start(['goes', 'veere'], { workflow: 'regeling' }))).toBe('400 /parties not-offered-here');
  });

  it('leave nothing behind', async () => {
    const lead = await server.as('process-lead', council);
    const count = async () => (await lead.get<{ items: unknown[] }>('/dossiers?limit=100')).body.items.length;
    const before = await count();
    await start(['goes', 'brielle']);
    expect(await count()).toBe(before);
  });
});
