// The same for every other fact: versions, receipts, agendas, who decide, meetings, plans, facts from outside, parts; by
// who may record them; also after the plan changed, and where a correction opens a gate again.
import type { DossierView, PhaseView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal, type Client, type Problem } from '../support/client.js';
import { Track } from '../support/council-track.js';
import { accepted, dossierOf, startDrenthe } from '../support/drenthe.js';
import { mustBeListedAsFolded } from '../support/listed.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';
import { told } from '../support/told.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(async () => {
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.sluis.rebuild();
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.stop();
});

const reason = 'Verkeerd getypt.';

type Corrected<T> = T & { recorded: { sequence: number } };

/** @returns the sequence of what was recorded */
async function recorded(who: Client, path: string, body: object): Promise<number> {
  const sent = await who.post<{ recorded: { sequence: number } } & Problem>(path, body);
  return (await accepted(Promise.resolve(sent))).recorded.sequence;
}

describe('at an open gate', () => {
  let track: Track;
  beforeEach(async () => {
    track = await Track.start(server);
  });

  it('a version of the text has its day and title put right, or was never put', async () => {
    await track.put('ontwerp', '2024-01-04');
    const path = track.path('ontwerp', 'proposals');
    const second = await recorded(track.lead, path, { on: '2024-01-10', title: 'Twede versie' });
    const versions = ({ proposals }: GateView) => proposals.map(({ title, on }) => `${title} ${on}`);
    const right = await accepted(
      track.lead.post<GateView & { recorded: { sequence: number } }>(path, {
        corrects: second,
        title: 'Tweede versie',
        on: '2024-01-08',
        reason,
      }),
    );
    expect(versions(right)).toEqual(['null 2024-01-04', 'Tweede versie 2024-01-08']);
    const early = { corrects: right.recorded.sequence, on: '2024-01-03', reason };
    expect(refusal(await track.lead.post(path, early))).toBe('400 /on date-too-early');
    const never = { corrects: right.recorded.sequence, never: true, reason };
    expect(versions(await accepted(track.lead.post<GateView>(path, never)))).toEqual(['null 2024-01-04']);
  });

  it('a receipt and an agenda are corrected by their own body or the lead, and by no other body', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-05');
    await track.put('zienswijze', '2024-01-10');
    const [oost, west] = [await track.recorder('oost/raad'), await track.recorder('west/raad')];
    const receipts = track.path('zienswijze', 'receipts');
    const received = await recorded(oost, receipts, { body: 'oost/raad', on: '2024-01-20' });
    const right = { corrects: received, on: '2024-01-12', reason };
    expect(refusal(await west.post(receipts, right))).toBe('403 not-your-body');
    expect(refusal(await oost.post(receipts, { ...right, body: 'west/raad' }))).toBe('403 not-your-body');
    await recorded(oost, receipts, right);
    const agendas = track.path('zienswijze', 'agendas');
    const item = { body: 'west/raad', meetingOn: '2024-02-06', stage: 'council' };
    const planned = await recorded(west, agendas, item);
    expect(refusal(await oost.post(agendas, { corrects: planned, never: true, reason }))).toBe('403 not-your-body');
    await recorded(track.lead, agendas, { corrects: planned, meetingOn: '2024-02-13', reason });
    const { missing } = await track.gate('zienswijze', '?asOf=2024-02-01');
    expect(missing).toContainEqual({ body: 'oost/raad', why: 'silent', until: '2024-03-08' });
  });

  it('who decide is put right, and those who decided meanwhile stand in the way', async () => {
    await track.put('ontwerp', '2024-01-04');
    const path = track.path('ontwerp', 'electorate-changes');
    const left = await recorded(track.chair, path, {
      on: '2024-01-05',
      reason: 'Weg.',
      ...told('2024-01-05'),
      leaves: ['oost/college'],
    });
    const other = { corrects: left, leaves: ['west/college'], reason };
    expect(refusal(await track.lead.post(path, other))).toBe('403 not-your-role');
    const gate = await accepted(track.chair.post<Corrected<GateView>>(path, other));
    expect(gate.electorate).toEqual(['oost/college', 'eiland/college']);
    const back = await recorded(track.chair, path, {
      on: '2024-01-08',
      reason: 'Terug.',
      ...told('2024-01-08'),
      joins: ['west/college'],
    });
    const never = { corrects: gate.recorded.sequence, never: true, reason };
    const refused = await track.chair.post(path, never);
    expect([refusal(refused), refused.body.facts.exists]).toEqual(['409 not-in-this-state', [String(back)]]);
  });

  it('a passed gate opens again where its plan says so, when a correction changes how it stands', async () => {
    await track.pass('ontwerp', 'college', 'agree', '2024-01-05');
    await track.put('zienswijze', '2024-01-10');
    for (const place of ['oost', 'west', 'eiland'])
      await accepted(track.decide('zienswijze', `${place}/raad`, 'no-view', '2024-01-11'));
    await accepted(track.rule('zienswijze', 'go', '2024-01-11'));
    await track.put('toestemming', '2024-01-12');
    const path = track.path('toestemming', 'electorate-changes');
    const left = await recorded(track.chair, path, {
      on: '2024-01-13',
      reason: 'Weg.',
      ...told('2024-01-13'),
      leaves: ['oost/raad'],
    });
    for (const place of ['west', 'eiland'])
      await accepted(track.decide('toestemming', `${place}/raad`, 'consent', '2024-01-14'));
    await accepted(track.rule('toestemming', 'go', '2024-01-15'));
    const gate = await accepted(track.chair.post<GateView>(path, { corrects: left, never: true, reason }));
    expect(gate).toMatchObject({ status: 'open', tally: { electorate: 3, silent: 1 } });
  });
});

describe('of a phase', () => {
  const overleg = 'overlegregio/overleg';
  let lead: Client;
  let base: string;

  beforeEach(async () => {
    lead = await server.as('process-lead', overleg);
    const start = { workflow: 'overlegregio', title: 'Overleg (test)', startedOn: '2024-01-10' };
    base = `/dossiers/${(await accepted(lead.post<DossierView>('/dossiers', start))).id}`;
  });

  it('a meeting is put right with its values, and a start cannot pass it', async () => {
    const started = await recorded(lead, `${base}/phases/monitoring/starts`, { on: '2024-01-31' });
    const path = `${base}/phases/monitoring/meetings`;
    const values = { wachttijd: '12,5' };
    const held = await recorded(lead, path, { expectedOn: '2024-03-31', heldOn: '2024-04-02', values });
    const late = { corrects: started, on: '2024-04-03', reason };
    expect(refusal(await lead.post(`${base}/phases/monitoring/starts`, late))).toBe('409 not-in-this-state');
    const right = { corrects: held, heldOn: '2024-04-01', reason };
    const phase = await accepted(lead.post<PhaseView & { recorded: { sequence: number } }>(path, right));
    expect(phase.meetings[0]).toMatchObject({ status: 'held', on: '2024-04-01', values, earlier: [] });
    const cancelled = { corrects: phase.recorded.sequence, cancelled: true, clears: ['heldOn', 'values'], reason };
    const { meetings } = await accepted(lead.post<PhaseView>(path, cancelled));
    expect(meetings[0]).toMatchObject({ status: 'cancelled', reason, values: {} });
  });

  it('a move of its plan is put right', async () => {
    const path = `${base}/phases/monitoring/plans`;
    const moved = await recorded(lead, path, { on: '2024-02-01', until: '2025-01-01', reason: 'Later.' });
    const mended = { corrects: moved, until: '2025-07-01', ownReason: 'Veel later.', reason };
    const phase = await accepted(lead.post<PhaseView>(path, mended));
    expect(phase).toMatchObject({ planned: { until: '2025-07-01' }, plannedBefore: [{ reason: 'Veel later.' }] });
    expect(refusal(await lead.post(path, { ...mended, corrects: moved }))).toBe('409 not-the-latest');
  });

  it('a fact from outside is put right, not past what rested on it', async () => {
    const path = `${base}/facts`;
    const wet = await recorded(lead, path, { fact: 'wet', on: '2024-07-01', source: 'Stb. 2024, 1' });
    const besluit = { corrects: wet, fact: 'besluit', reason };
    const { facts, recorded: now } = await accepted(
      lead.post<DossierView & { recorded: { sequence: number } }>(path, besluit),
    );
    expect(facts.map(({ id, on }) => [id, on])).toEqual([
      ['wet', null],
      ['besluit', '2024-07-01'],
    ]);
    const back = await recorded(lead, path, { corrects: now.sequence, fact: 'wet', reason });
    await recorded(lead, `${base}/phases/ondertekening/starts`, { on: '2024-06-01' });
    await recorded(lead, `${base}/phases/ondertekening/completions`, { on: '2024-06-02' });
    await recorded(lead, `${base}/phases/evaluatie/starts`, { on: '2024-07-02' });
    const later = { corrects: back, on: '2024-07-03', reason };
    expect(refusal(await lead.post(path, later))).toBe('409 not-in-this-state');
    expect(refusal(await lead.post(path, { corrects: back, never: true, reason }))).toBe('409 not-in-this-state');
  });
});

it('a split is put right by the chair', async () => {
  const track = await Track.start(server, 'inkoopregio', '2024-01-02', 'inkoopregio/overleg');
  await track.put('keuze', '2024-01-03');
  const college = (n: number) => `plaats-${n}/college`;
  const [north, south] = [[1, 2, 3, 4, 5].map(college), [6, 7, 8, 9, 10, 11, 12].map(college)];
  for (const body of north) await accepted(track.decide('keuze', body, 'agree', '2024-02-09', { option: 'noord' }));
  for (const body of south) await accepted(track.decide('keuze', body, 'agree', '2024-02-09', { option: 'zuid' }));
  const path = track.path('keuze', 'splits');
  const parts = [
    { option: 'noord', bodies: north },
    { option: 'zuid', bodies: south },
  ];
  const split = await recorded(track.chair, path, { on: '2024-02-10', reason: 'Ieder voor zich.', parts });
  const mended = { corrects: split, on: '2024-02-09', reason };
  const gate = await accepted(track.chair.post<Corrected<GateView>>(path, mended));
  expect(gate).toMatchObject({ status: 'passed', split: { on: '2024-02-09', reason: 'Ieder voor zich.', parts } });
  await recorded(track.lead, `/dossiers/${track.id}/phases/kader-noord/starts`, { on: '2024-02-12' });
  const never = { corrects: gate.recorded.sequence, never: true, reason };
  expect(refusal(await track.chair.post(path, never))).toBe('409 not-in-this-state');
});

it('a fact of before a migration is named by what its phase is called now', async () => {
  const id = await startDrenthe(server);
  const [lead, chair] = [await server.lead(), await server.chair()];
  const starts = `/dossiers/${id}/phases/instemming/starts`;
  const started = await recorded(lead, starts, { on: '2024-05-01' });
  const migrated = { toVersion: 2, on: '2024-06-01', reason: 'De wet.' };
  await accepted(chair.post(`/dossiers/${id}/migrations`, migrated));
  const phase = await accepted(lead.post<PhaseView>(starts, { corrects: started, on: '2024-04-12', reason }));
  expect(phase).toMatchObject({ status: 'underway', startedOn: '2024-04-12' });
  expect(await dossierOf(server, id)).toMatchObject({ workflow: { version: 2 } });
});
