// What a plan expects beside decisions: meetings that come back, facts from outside, and dates that move.
import type { DossierView, PhaseView } from '../../src/domain/views/dossier-view.js';
import { refusal, type Answer, type Client } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { mustBeListedAsFolded } from '../support/listed.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const overleg = 'overlegregio/overleg';

let server: TestServer;
let lead: Client;
let chair: Client;
let id: string;

beforeAll(async () => {
  // Two meetings have been expected since 31 January, and the third is on this day.
  server = await TestServer.start({ workflows: testWorkflows, change: { clock: '2024-07-31T10:00:00Z' } });
  lead = await server.as('process-lead', overleg);
  chair = await server.as('chair', overleg);
});
beforeEach(async () => {
  const start = { workflow: 'overlegregio', title: 'Overleg (test)', startedOn: '2024-01-10' };
  id = (await accepted(lead.post<DossierView>('/dossiers', start))).id;
});
afterAll(async () => {
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.stop();
});

const phaseCall = (phase: string, call: string, body: object): Promise<Answer<PhaseView>> =>
  lead.post<PhaseView>(`/dossiers/${id}/phases/${phase}/${call}`, body);
const record = (body: object): Promise<Answer<DossierView>> =>
  lead.post<DossierView>(`/dossiers/${id}/facts`, { on: '2024-07-01', source: 'Stb. 2024, 1', ...body });
const dossierAt = async (query = ''): Promise<DossierView> =>
  (await lead.get<DossierView>(`/dossiers/${id}${query}`)).body;
const phaseAt = async (phase: string, query = ''): Promise<PhaseView> => {
  const found = (await dossierAt(query)).phases.find((one) => one.id === phase);
  if (!found) throw new Error(`there is no phase ${phase}`);
  return found;
};

describe('meetings that come back', () => {
  beforeEach(async () => {
    await accepted(phaseCall('monitoring', 'starts', { on: '2024-01-31' }));
  });

  const meet = (body: object) => phaseCall('monitoring', 'meetings', body);
  const short = ({ meetings }: PhaseView): string[] =>
    meetings.map(({ expectedOn, status, on }) => [expectedOn, status, ...(on === null ? [] : [on])].join(' '));
  const shown = async (query = ''): Promise<string[]> => short(await phaseAt('monitoring', query));

  it('are expected from the start on, counted from it; what has passed without a record is missed', async () => {
    expect(await shown()).toEqual([
      ...['2024-03-31 missed', '2024-05-31 missed', '2024-07-31 expected', '2024-09-30 expected'],
    ]);
    expect(await shown('?asOf=2024-05-31')).toEqual([
      '2024-03-31 missed',
      '2024-05-31 expected',
      '2024-07-31 expected',
    ]);
    expect(await shown('?asOf=2024-01-30')).toEqual([]);
    expect(await phaseAt('monitoring')).toMatchObject({
      goals: [
        { id: 'wachttijd', title: 'Wachttijd', unit: 'weken' },
        { id: 'tevredenheid', title: 'Tevredenheid', unit: null },
      ],
    });
    expect((await phaseAt('ondertekening')).meetings).toEqual([]);
  });

  it('are held, with a value for each goal', async () => {
    const values = { wachttijd: '12,5', tevredenheid: 'redelijk' };
    const [expectedOn, heldOn] = ['2024-03-31', '2024-04-02'];
    const done = await accepted(meet({ expectedOn, heldOn, values }));
    expect(done.meetings[0]).toEqual({ expectedOn, status: 'held', on: heldOn, reason: null, values, earlier: [] });
    expect((await shown('?asOf=2024-04-01'))[0]).toBe('2024-03-31 missed');
    expect((await shown('?asOf=2024-04-02'))[0]).toBe('2024-03-31 held 2024-04-02');
  });

  it('are moved with a reason, and what comes of them is recorded under either day', async () => {
    await accepted(meet({ expectedOn: '2024-05-31', movedTo: '2024-06-07', reason: 'Bezwaar van Dal.' }));
    expect((await shown('?asOf=2024-05-30'))[1]).toBe('2024-05-31 expected');
    expect((await shown('?asOf=2024-06-07'))[1]).toBe('2024-05-31 moved 2024-06-07');
    expect((await shown())[1]).toBe('2024-05-31 missed 2024-06-07');
    await accepted(meet({ expectedOn: '2024-06-07', movedTo: '2024-06-14', reason: 'Nog eens.' }));
    const { meetings } = await accepted(meet({ expectedOn: '2024-06-14', heldOn: '2024-06-14' }));
    expect(meetings).toHaveLength(4);
    const held = { expectedOn: '2024-05-31', status: 'held', on: '2024-06-14', reason: null, values: {} };
    const earlier = [
      { status: 'moved', on: '2024-06-07', reason: 'Bezwaar van Dal.' },
      { status: 'moved', on: '2024-06-14', reason: 'Nog eens.' },
    ];
    expect(meetings[1]).toEqual({ ...held, earlier });
  });

  it('are cancelled with a reason, also before their day', async () => {
    const done = await accepted(meet({ expectedOn: '2024-09-30', cancelled: true, reason: 'Reces.' }));
    expect(short(done)[3]).toBe('2024-09-30 cancelled');
    expect(await shown('?asOf=2024-07-30')).not.toContain('2024-09-30 cancelled');
    await accepted(meet({ expectedOn: '2024-11-30', cancelled: true, reason: 'Ook dan niet.' }));
    expect((await shown()).at(-1)).toBe('2024-11-30 cancelled');
  });

  it('are corrected with a reason, which counts whatever its day, and both records stay', async () => {
    const wrong = await accepted(meet({ expectedOn: '2024-03-31', cancelled: true, reason: 'Geen agenda.' }));
    expect(wrong.meetings[0]?.status).toBe('cancelled');
    const right = { expectedOn: '2024-03-31', heldOn: '2024-04-03' };
    expect(refusal(await meet(right))).toBe('400 /reason reason-required');
    await accepted(meet({ ...right, reason: 'Het ging toch door.' }));
    const earlier = [{ status: 'cancelled', on: null, reason: 'Geen agenda.' }];
    expect((await phaseAt('monitoring')).meetings[0]).toMatchObject({ status: 'held', on: '2024-04-03', earlier });
    expect((await shown('?asOf=2024-04-01'))[0]).toBe('2024-03-31 missed');
  });

  it('end with the plan, with their own end, and with the phase', async () => {
    await accepted(phaseCall('monitoring', 'completions', { on: '2024-06-15' }));
    expect(await shown()).toEqual(['2024-03-31 missed', '2024-05-31 missed']);
    await accepted(meet({ expectedOn: '2024-05-31', heldOn: '2024-05-31' })); // a late fact
    await accepted(phaseCall('ondertekening', 'starts', { on: '2024-01-10' }));
    await accepted(phaseCall('ondertekening', 'completions', { on: '2024-06-20' }));
    await accepted(record({ fact: 'wet' }));
    await accepted(phaseCall('evaluatie', 'starts', { on: '2024-07-01' }));
    const late = { cancelled: true, reason: 'x' };
    expect(refusal(await phaseCall('evaluatie', 'meetings', { expectedOn: '2025-10-06', ...late }))).toBe(
      '400 /expectedOn not-allowed-here',
    );
    await accepted(phaseCall('evaluatie', 'meetings', { expectedOn: '2025-09-29', ...late }));
  });

  it('are refused as they cannot be written', async () => {
    const cases: [string, object, string][] = [
      ['nothing of what became of it', {}, '/heldOn required'],
      ['two things at once', { heldOn: '2024-04-02', cancelled: true }, '/cancelled not-allowed-here'],
      ['no reason to move it', { movedTo: '2024-04-02' }, '/reason reason-required'],
      ['no reason to cancel it', { cancelled: true }, '/reason reason-required'],
      ['that it was not cancelled', { cancelled: false }, '/cancelled wrong-type'],
      [
        'a day on which none was expected',
        { expectedOn: '2024-04-01', heldOn: '2024-04-02' },
        '/expectedOn not-allowed-here',
      ],
      ['a day before the dossier', { expectedOn: '2023-03-31', heldOn: '2024-04-02' }, '/expectedOn date-too-early'],
      ['a day before the dossier to be held', { heldOn: '2024-01-09' }, '/heldOn date-too-early'],
      ['a day before the phase to be held', { heldOn: '2024-01-30' }, '/heldOn date-too-early'],
      ['a day that has yet to come', { heldOn: '2024-08-01' }, '/heldOn date-in-future'],
      ['a move to before the phase', { movedTo: '2024-01-30', reason: 'x' }, '/movedTo date-too-early'],
      ['a move to the same day', { movedTo: '2024-03-31', reason: 'x' }, '/movedTo not-allowed-here'],
      ['a move to the day of another', { movedTo: '2024-05-31', reason: 'x' }, '/movedTo not-allowed-here'],
      [
        'values of a meeting that was not held',
        { cancelled: true, reason: 'x', values: {} },
        '/values not-allowed-here',
      ],
      ['a goal that is not there', { heldOn: '2024-04-02', values: { geluk: '7' } }, '/values/geluk unknown-option'],
      ['a number as a value', { heldOn: '2024-04-02', values: { wachttijd: 7 } }, '/values/wachttijd wrong-type'],
    ];
    for (const [why, body, expected] of cases)
      expect([why, refusal(await meet({ expectedOn: '2024-03-31', ...body }))]).toEqual([why, `400 ${expected}`]);
  });

  it('are refused where none come back, before the phase starts, and once the dossier was stopped', async () => {
    const held = { expectedOn: '2024-03-31', heldOn: '2024-03-31' };
    expect(refusal(await phaseCall('ondertekening', 'meetings', held))).toBe('400  not-allowed-here');
    expect(refusal(await phaseCall('evaluatie', 'meetings', held))).toBe('409 not-in-this-state');
    expect(refusal(await phaseCall('feest', 'meetings', held))).toBe('404 unknown-phase');
    await accepted(meet(held));
    const stop = (on: string) => chair.post(`/dossiers/${id}/stops`, { on, reason: 'x' });
    expect(refusal(await stop('2024-03-30'))).toBe('400 /on date-too-early');
    await accepted(stop('2024-04-10'));
    expect(refusal(await meet({ ...held, reason: 'x' }))).toBe('409 not-in-this-state');
    expect(await shown()).toEqual(['2024-03-31 held 2024-03-31']);
  });
});

describe('a fact from outside', () => {
  beforeEach(async () => {
    await accepted(phaseCall('ondertekening', 'starts', { on: '2024-01-10' }));
    await accepted(phaseCall('ondertekening', 'completions', { on: '2024-02-01' }));
  });

  const known = async (query = '') => (await dossierAt(query)).facts.map(({ id: fact, on }) => [fact, on]);
  const canStart = async (query = '') => (await dossierAt(query)).next.some(({ phase }) => phase === 'evaluatie');

  it('keeps a phase from starting until it is recorded, and then not before its day', async () => {
    const early = await lead.post(`/dossiers/${id}/phases/evaluatie/starts`, { on: '2024-07-01' });
    expect(refusal(early)).toBe('409 prerequisite-open');
    expect(early.body).toMatchObject({
      detail: 'Eerst moet van buiten vaststaan: De wet treedt in werking.',
      facts: { exists: ['wet'] },
    });
    expect(await canStart()).toBe(false);
    const { facts } = await accepted(record({ fact: 'wet' }));
    expect(facts).toMatchObject([
      { id: 'wet', title: 'De wet treedt in werking', on: '2024-07-01', source: 'Stb. 2024, 1', recorded: {} },
      { id: 'besluit', title: 'Het besluit is bekendgemaakt', on: null, source: null, recorded: null },
    ]);
    expect([await canStart(), await canStart('?asOf=2024-06-30')]).toEqual([true, false]);
    expect(refusal(await phaseCall('evaluatie', 'starts', { on: '2024-06-30' }))).toBe('400 /on date-too-early');
    await accepted(phaseCall('evaluatie', 'starts', { on: '2024-07-01' }));
    expect(await phaseAt('evaluatie')).toMatchObject({ waitsFor: ['wet'], gateWaitsFor: ['wet', 'besluit'] });
  });

  it('keeps a gate from being put likewise', async () => {
    await accepted(record({ fact: 'wet' }));
    await accepted(phaseCall('evaluatie', 'starts', { on: '2024-07-01' }));
    const submit = (on: string) => lead.post(`/dossiers/${id}/gates/evaluatie/submissions`, { on });
    expect(refusal(await submit('2024-07-02'))).toBe('409 prerequisite-open');
    expect(await canStart()).toBe(false);
    await accepted(record({ fact: 'besluit', on: '2024-07-05' }));
    expect(refusal(await submit('2024-07-04'))).toBe('400 /on date-too-early');
    await accepted(submit('2024-07-05'));
    expect(refusal(await record({ fact: 'besluit', on: '2024-07-06' }))).toBe('400 /on not-allowed-here');
  });

  it('is corrected by a later record, which counts whatever its day, but not against what rests on it', async () => {
    await accepted(record({ fact: 'wet', on: '2024-03-01' }));
    await accepted(record({ fact: 'wet', on: '2024-05-01' }));
    expect(await known()).toEqual([
      ['wet', '2024-05-01'],
      ['besluit', null],
    ]);
    expect((await known('?asOf=2024-04-01'))[0]).toEqual(['wet', null]); // so it stood, as is known now
    await accepted(phaseCall('evaluatie', 'starts', { on: '2024-06-01' }));
    expect(refusal(await record({ fact: 'wet', on: '2024-06-02' }))).toBe('400 /on not-allowed-here');
    await accepted(record({ fact: 'wet', on: '2024-04-01' }));
    expect((await known('?asOf=2024-04-01'))[0]).toEqual(['wet', '2024-04-01']);
    const { body } = await lead.get<{ items: { type: string }[] }>(`/dossiers/${id}/events`);
    expect(body.items.filter(({ type }) => type === 'FactRecorded')).toHaveLength(3);
  });

  it('is refused as it cannot be written', async () => {
    const cases: [string, object, string][] = [
      ['none that the plan names', { fact: 'feest' }, '/fact unknown-option'],
      ['a day that has yet to come', { on: '2024-08-01' }, '/on date-in-future'],
      ['a day before the dossier', { on: '2024-01-09' }, '/on date-too-early'],
      ['no source', { source: ' ' }, '/source required'],
    ];
    for (const [why, body, expected] of cases)
      expect([why, refusal(await record({ fact: 'wet', ...body }))]).toEqual([why, `400 ${expected}`]);
  });

  it('is refused once the dossier was stopped', async () => {
    await accepted(chair.post(`/dossiers/${id}/stops`, { on: '2024-07-02', reason: 'x' }));
    expect(refusal(await record({ fact: 'wet' }))).toBe('409 not-in-this-state');
  });
});

describe('the plan of a phase', () => {
  const plan = (body: object, phase = 'evaluatie') =>
    phaseCall(phase, 'plans', { on: '2024-05-01', reason: 'De wet is later.', ...body });
  const quarter = { from: '2025-07-01', until: '2025-09-30', aim: null };

  it('moves with a reason; the former ones stay, and a look back shows the one of then', async () => {
    const moved = await accepted(plan({ until: '2025-12-31' }));
    expect(moved).toMatchObject({
      planned: { ...quarter, until: '2025-12-31' },
      plannedBefore: [{ planned: quarter, movedOn: '2024-05-01', reason: 'De wet is later.' }],
    });
    await accepted(plan({ on: '2024-06-01', from: '2025-10-01' }));
    expect(await phaseAt('evaluatie')).toMatchObject({
      planned: { from: '2025-10-01', until: '2025-12-31' },
      plannedBefore: [{ planned: quarter }, { planned: { ...quarter, until: '2025-12-31' }, movedOn: '2024-06-01' }],
    });
    expect(await phaseAt('evaluatie', '?asOf=2024-04-30')).toMatchObject({ planned: quarter, plannedBefore: [] });
    expect((await phaseAt('evaluatie', '?asOf=2024-05-01')).planned.until).toBe('2025-12-31');
  });

  it('is what is due, and how long meetings are expected', async () => {
    await accepted(phaseCall('monitoring', 'starts', { on: '2024-01-31' }));
    const due = async () => (await dossierAt()).next.find(({ phase }) => phase === 'monitoring')?.dueOn;
    expect(await due()).toBe('2025-06-30');
    const { meetings } = await accepted(plan({ until: '2024-05-31' }, 'monitoring'));
    expect([await due(), meetings.length]).toEqual(['2024-05-31', 2]);
  });

  it('is not moved as it cannot be written', async () => {
    const cases: [string, object, string][] = [
      ['nothing that moves', {}, '/until required'],
      ['an end before its start', { from: '2026-01-01', until: '2025-12-31' }, '/until date-too-early'],
      ['an end before the start that stays', { until: '2025-06-30' }, '/until date-too-early'],
      ['a start after the end that stays', { from: '2025-10-01' }, '/from not-allowed-here'],
      ['a day that has yet to come', { on: '2024-08-01', until: '2025-12-31' }, '/on date-in-future'],
      ['a day before the dossier', { on: '2024-01-09', until: '2025-12-31' }, '/on date-too-early'],
      ['no reason', { until: '2025-12-31', reason: undefined }, '/reason required'],
    ];
    for (const [why, body, expected] of cases)
      expect([why, refusal(await plan(body))]).toEqual([why, `400 ${expected}`]);
  });

  it('is not moved before its newest move, nor when the phase has passed', async () => {
    await accepted(plan({ until: '2025-12-31' }));
    expect(refusal(await plan({ on: '2024-04-30', until: '2025-11-30' }))).toBe('400 /on date-too-early');
    expect(refusal(await plan({ until: '2025-11-30' }, 'feest'))).toBe('404 unknown-phase');
    await accepted(phaseCall('ondertekening', 'starts', { on: '2024-01-10' }));
    await accepted(phaseCall('ondertekening', 'completions', { on: '2024-02-01' }));
    expect(refusal(await plan({ until: '2025-11-30' }, 'ondertekening'))).toBe('409 not-in-this-state');
  });
});
