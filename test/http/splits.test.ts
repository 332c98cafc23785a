// A choice that ends in parts (S10): who goes on with what, which phases then sleep or wake, and what is refused.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal } from '../support/client.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { mustBeListedAsFolded } from '../support/listed.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const college = (n: number) => `plaats-${n}/college`;
const north = [1, 2, 3, 4, 5].map(college);
const south = [6, 7, 8, 9, 10, 11, 12].map(college);
const split = {
  on: '2024-02-09',
  reason: 'Ieder college koos voor zichzelf.',
  parts: [
    { option: 'noord', bodies: north },
    { option: 'zuid', bodies: south },
  ],
};

let server: TestServer;
let track: Track;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server, 'inkoopregio', '2024-01-02', 'inkoopregio/overleg');
  await track.put('keuze', '2024-01-03');
});
afterAll(async () => {
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.stop();
});

const choose = (body: string, option: string) => track.decide('keuze', body, 'agree', '2024-02-09', { option });

async function chooseBoth(): Promise<void> {
  for (const body of north) await accepted(choose(body, 'noord'));
  for (const body of south) await accepted(choose(body, 'zuid'));
}

const splitting = (body: object, who = track.chair) => who.post<GateView>(track.path('keuze', 'splits'), body);

async function statuses(query = ''): Promise<Record<string, string>> {
  const { body } = await track.lead.get<DossierView>(`/dossiers/${track.id}${query}`);
  return Object.fromEntries(body.phases.map(({ id, status }) => [id, status]));
}

describe('S10 a choice of five and seven', () => {
  it('goes on as two variants with their own electorates, and a common part with all', async () => {
    await chooseBoth();
    expect((await track.gate('keuze')).outcome).toBe('no-go');
    const gate = await accepted(splitting(split));
    expect([gate.status, gate.outcome, gate.split]).toEqual(['passed', 'no-go', split]);
    expect(gate.sentence).toContain('5 met "Apart in het noorden" en 7 met "Zuid, met Oost samen"');
    expect(await statuses()).toMatchObject({
      'kader-noord': 'planned',
      'kader-zuid': 'planned',
      'kader-heel': 'skipped',
      samen: 'planned',
    });
    const part = await track.put('kader-noord', '2024-02-10');
    expect(part.electorate).toEqual(north);
    for (const body of north) await accepted(track.decide('kader-noord', body, 'agree', '2024-02-11'));
    await accepted(track.rule('kader-noord', 'go', '2024-02-12'));
    expect((await track.gate('kader-zuid')).electorate).toEqual(south);
    expect((await track.put('samen', '2024-02-10')).electorate).toEqual([...north, ...south]);
    const early = await track.lead.post(`/dossiers/${track.id}/phases/contracten/starts`, { on: '2024-02-12' });
    expect(refusal(early)).toBe('409 prerequisite-open');
    expect(await statuses('?asOf=2024-02-08')).toMatchObject({ keuze: 'at-gate', 'kader-noord': 'dormant' });
  });

  it('is shown in words on its page and in the log', async () => {
    await chooseBoth();
    await accepted(splitting(split));
    const cookie = await server.cookieOf('reader', 'inkoopregio/overleg');
    const page = async (path: string) =>
      (await fetch(`${server.url}/trajecten/${track.id}${path}`, { headers: { cookie } })).text();
    expect(await page('/momenten/keuze')).toContain('Gesplitst op 9 februari 2024');
    expect(await page('/logboek')).toContain(
      'gaat in delen verder: Apart in het noorden (5) en Zuid, met Oost samen (7)',
    );
  });

  it('is concluded with a go when all choose the same, and only that way wakes', async () => {
    for (const body of [...north, ...south]) await accepted(choose(body, 'heel'));
    await accepted(track.rule('keuze', 'go', '2024-02-09'));
    expect(await statuses()).toMatchObject({
      'kader-noord': 'skipped',
      'kader-zuid': 'skipped',
      'kader-heel': 'planned',
    });
    const gate = await track.put('kader-heel', '2024-02-10');
    expect(gate.electorate).toHaveLength(12);
  });
});

describe('a split', () => {
  it('waits for everyone, and puts nobody where it did not choose to be', async () => {
    for (const body of north) await accepted(choose(body, 'noord'));
    expect(refusal(await splitting(split))).toBe('409 outcome-not-go');
    for (const body of south.slice(1)) await accepted(choose(body, 'zuid'));
    await accepted(choose(college(6), 'noord'));
    expect(refusal(await splitting(split))).toBe('400 /parts/1/bodies/0 not-allowed-here');
    const [first, second] = split.parts;
    const without = [first, { ...second, bodies: south.slice(1) }];
    expect(refusal(await splitting({ ...split, parts: without }))).toBe('400 /parts required');
  });

  it.each([
    ['one part', { parts: split.parts.slice(0, 1) }, '400 /parts required'],
    [
      'an unknown option',
      { parts: [{ option: 'west', bodies: north }, split.parts[1]] },
      '400 /parts/0/option unknown-option',
    ],
    [
      'a body twice',
      { parts: [{ option: 'noord', bodies: [...north, college(6)] }, split.parts[1]] },
      '400 /parts/0/bodies/5 not-allowed-here, /parts/1/bodies/0 not-allowed-here',
    ],
    ['nobody in a part', { parts: [{ option: 'noord', bodies: [] }, split.parts[1]] }, '400 /parts/0/bodies required'],
    ['a day before the decisions', { on: '2024-02-08' }, '409 outcome-not-go'],
  ])('is refused with %s', async (_, change, expected) => {
    await chooseBoth();
    expect(refusal(await splitting({ ...split, ...change }))).toBe(expected);
    expect(refusal(await splitting(split, track.lead))).toBe('403 not-your-role');
  });

  it('is not offered at a gate that takes none, and not twice', async () => {
    await chooseBoth();
    await accepted(splitting(split));
    expect(refusal(await splitting(split))).toBe('409 gate-not-open');
    await track.put('samen', '2024-02-10');
    expect(refusal(await track.chair.post(track.path('samen', 'splits'), split))).toMatch(/^400 .*not-offered-here/);
  });

  it('can be done over after a reopening, but nobody is called back from a way that has begun', async () => {
    await chooseBoth();
    await accepted(splitting(split));
    await track.put('kader-noord', '2024-02-10');
    await accepted(track.chair.post(track.path('keuze', 'reopenings'), { on: '2024-02-11', reason: 'Twijfel.' }));
    expect(await statuses()).toMatchObject({ 'kader-noord': 'at-gate', 'kader-zuid': 'planned' });
    const [, second] = split.parts;
    for (const body of north)
      await accepted(
        track.decide('keuze', body, 'agree', '2024-02-12', {
          option: 'heel',
          reason: 'Toch samen.',
          revises: (await track.gate('keuze')).decisions.find((one) => one.body === body && !one.supersededBy)?.id,
        }),
      );
    const parts = [{ option: 'heel', bodies: north }, second];
    expect(refusal(await splitting({ ...split, on: '2024-02-13', parts }))).toBe('409 not-in-this-state');
  });
});

describe('a choice after which nothing is left', () => {
  it('completes the dossier when it splits, in the list too', async () => {
    track = await Track.start(server, 'laatste-tak', '2024-01-02', 'inkoopregio/overleg');
    await track.put('keuze', '2024-01-03');
    await chooseBoth();
    await accepted(splitting(split));
    const listed = async (state: string) =>
      (await track.lead.get<{ items: { id: string; state: string }[] }>(`/dossiers?state=${state}&limit=100`)).body
        .items;
    expect((await listed('running')).map(({ id }) => id)).not.toContain(track.id);
    expect((await listed('completed')).map(({ id, state }) => [id, state])).toEqual([[track.id, 'completed']]);
  });
});
