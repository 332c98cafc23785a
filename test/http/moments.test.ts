// How did it stand on that day, and what was known at that moment: two questions with two answers.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal, type Client } from '../support/client.js';
import {
  accepted,
  agree,
  college,
  conditionOf,
  decide,
  gateOf,
  municipalities,
  rule,
  withOpenGate,
} from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let lead: Client;
let id: string;

beforeAll(async () => {
  server = await TestServer.start();
  lead = await server.lead();
});
afterAll(() => server.stop());
beforeEach(async () => {
  id = await withOpenGate(server);
});

const asOf = (day: string) => gateOf(server, id, 'instemming', `?asOf=${day}`);
const knownAt = (instant: string) => gateOf(server, id, 'instemming', `?knownAt=${encodeURIComponent(instant)}`);

/** An instant after everything so far and before everything that follows. */
async function betweenTimes(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const instant = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return instant;
}

describe('as of a day', () => {
  it('shows what was so on that day, however late it was recorded', async () => {
    await accepted(decide(server, id, 'assen', { decidedOn: '2024-05-14' }));
    await accepted(decide(server, id, 'emmen', { decidedOn: '2024-04-16' }));
    expect((await asOf('2024-04-20')).tally).toMatchObject({ for: 1, silent: 11 });
    expect((await asOf('2024-05-14')).tally).toMatchObject({ for: 2, silent: 10 });
    expect((await asOf('2024-04-20')).decisions.map(({ body }) => body)).toEqual([college('emmen')]);
  });

  it('takes the gate and the phases back with it', async () => {
    await agree(server, id);
    await accepted(rule(server, id, {}));
    await accepted(lead.post(`/dossiers/${id}/phases/themas/starts`, { on: '2024-06-01' }));
    const statuses = async (day: string) => {
      const { body } = await lead.get<DossierView>(`/dossiers/${id}?asOf=${day}`);
      return body.phases.slice(0, 3).map(({ status }) => status);
    };
    expect(await statuses('2024-04-11')).toEqual(['at-gate', 'planned', 'planned']);
    expect(await statuses('2024-05-20')).toEqual(['passed', 'planned', 'planned']);
    expect(await statuses('2024-06-01')).toEqual(['passed', 'planned', 'underway']);
    expect((await asOf('2024-05-19')).ruling).toBeNull();
    expect((await asOf('2024-05-20')).ruling?.ruling).toBe('go');
  });

  it('lets a revision take the place of the first from its own day on', async () => {
    const first = await accepted(decide(server, id, 'assen'));
    await accepted(decide(server, id, 'assen', { decision: 'disagree', decidedOn: '2024-05-07', revises: first.id }));
    expect((await asOf('2024-05-06')).tally).toMatchObject({ for: 1, against: 0 });
    expect((await asOf('2024-05-06')).decisions[0]?.supersededBy).toBeNull();
    expect((await asOf('2024-05-07')).tally).toMatchObject({ for: 0, against: 1 });
  });

  it('applies a correction whatever its date: what was wrongly recorded never was', async () => {
    const wrong = await accepted(decide(server, id, 'assen'));
    const right = { decidedOn: '2024-04-23', corrects: wrong.id, reason: 'Een week later besloten.' };
    const { id: corrected } = await accepted(decide(server, id, 'assen', right));
    expect((await asOf('2024-04-20')).tally).toMatchObject({ for: 0, silent: 12 });
    expect((await asOf('2024-04-20')).decisions).toMatchObject([{ id: wrong.id, supersededBy: corrected }]);
    expect((await asOf('2024-04-23')).tally).toMatchObject({ for: 1, silent: 11 });
  });

  it('brings back what a corrected decision had replaced', async () => {
    const deferred = await accepted(decide(server, id, 'assen', { decision: 'deferred' }));
    const wrong = await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-23' }));
    await accepted(decide(server, id, 'assen', { decidedOn: '2024-05-07', corrects: wrong.id, reason: 'Datum.' }));
    const then = await asOf('2024-04-25');
    expect(then.decisions.find(({ id: one }) => one === deferred.id)?.supersededBy).toBeNull();
    expect(then.missing.find(({ body }) => body === college('assen'))?.why).toBe('deferred');
  });

  it('counts a decision from before the submission only from the submission on', async () => {
    const other = (
      await accepted(
        lead.post<DossierView>('/dossiers', {
          workflow: 'drenthe-robuuste-regio',
          version: 1,
          title: 'x',
          startedOn: '2024-04-11',
        }),
      )
    ).id;
    await accepted(lead.post(`/dossiers/${other}/phases/instemming/starts`, { on: '2024-04-11' }));
    await accepted(lead.post(`/dossiers/${other}/gates/instemming/submissions`, { on: '2024-04-18' }));
    await accepted(decide(server, other, 'assen', { decidedOn: '2024-04-16' }));
    const at = (day: string) => gateOf(server, other, 'instemming', `?asOf=${day}`);
    const before = { status: 'planned', outcome: null, tally: { for: 0, silent: 12 } };
    expect(await at('2024-04-15')).toMatchObject({ ...before, decisions: [] });
    expect(await at('2024-04-17')).toMatchObject({ ...before, decisions: [{ body: college('assen') }] });
    expect((await at('2024-04-18')).tally).toMatchObject({ for: 1, silent: 11 });
  });

  it('answers conditions and confirmations from their own day on', async () => {
    const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' }];
    await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
    const { id: condition } = await conditionOf(server, id);
    const path = `/dossiers/${id}/gates/instemming/conditions/${condition}/answers`;
    await accepted((await server.chair()).post(path, { answer: 'adopted', on: '2024-05-10' }));
    expect((await asOf('2024-05-09')).conditions[0]?.status).toBe('open');
    expect((await asOf('2024-05-10')).conditions[0]?.status).toBe('adopted');
    expect((await asOf('2024-05-10')).tally.for).toBe(1);
  });
});

describe('known at a moment', () => {
  it('shows what had been recorded by then, whatever its date', async () => {
    await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-23' }));
    const then = await betweenTimes();
    await accepted(decide(server, id, 'emmen', { decidedOn: '2024-04-16' }));
    expect((await knownAt(then)).tally).toMatchObject({ for: 1 });
    expect((await gateOf(server, id)).tally).toMatchObject({ for: 2 });
  });

  it('knows nothing of a correction that came later', async () => {
    const wrong = await accepted(decide(server, id, 'assen', { decision: 'disagree' }));
    const then = await betweenTimes();
    await accepted(decide(server, id, 'assen', { corrects: wrong.id, reason: 'Verkeerd.' }));
    expect((await knownAt(then)).tally).toMatchObject({ against: 1 });
    expect((await knownAt(then)).decisions[0]?.supersededBy).toBeNull();
    expect((await asOf('2024-04-16')).tally).toMatchObject({ for: 1, against: 0 });
  });

  it('goes together with a day', async () => {
    await accepted(decide(server, id, 'assen', { decidedOn: '2024-04-16' }));
    const then = await betweenTimes();
    await accepted(decide(server, id, 'emmen', { decidedOn: '2024-04-16' }));
    const query = `?asOf=2024-04-15&knownAt=${then}`;
    expect(await gateOf(server, id, 'instemming', query)).toMatchObject({
      asOf: '2024-04-15',
      knownAt: then,
      tally: { for: 0 },
    });
    expect((await gateOf(server, id, 'instemming', `?asOf=2024-04-16&knownAt=${then}`)).tally.for).toBe(1);
  });
});

describe('a moment that cannot be', () => {
  it.each([
    ['a misspelt parameter', '?asof=2024-04-20', '400 ?asof unknown-parameter'],
    ['a day in the future', '?asOf=2999-01-01', '400 ?asOf date-in-future'],
    ['a day before the dossier', '?asOf=2024-04-10', '400 ?asOf date-too-early'],
    ['31 February', '?asOf=2025-02-31', '400 ?asOf bad-date'],
    ['a day given twice', '?asOf=2024-04-20&asOf=2024-04-21', '400 ?asOf wrong-type'],
    ['a moment in the future', '?knownAt=2999-01-01T00:00:00Z', '400 ?knownAt date-in-future'],
    ['a moment before the first event', '?knownAt=2020-01-01T00:00:00Z', '400 ?knownAt date-too-early'],
    ['a plus that became a space', '?knownAt=2024-04-20T12:00:00+02:00', '400 ?knownAt bad-date'],
  ])('%s', async (_, query, expected) => {
    for (const path of [`/dossiers/${id}`, `/dossiers/${id}/gates/instemming`, `/dossiers/${id}/events`])
      expect(refusal(await lead.get(`${path}${query}`))).toBe(expected);
    expect(refusal(await lead.get(`/dossiers/nothing-like-this${query}`))).toBe('404 unknown-dossier');
    expect(refusal(await lead.get(`/dossiers/${id}/gates/feest${query}`))).toBe('404 unknown-gate');
  });

  it('takes an instant with any offset when its plus is written as %2B', async () => {
    const instant = new Date().toISOString();
    const abroad = new Date(Date.parse(instant) + 7_200_000).toISOString().replace('Z', '%2B02:00');
    const answer = await lead.get<GateView>(`/dossiers/${id}/gates/instemming?knownAt=${abroad}`);
    expect([answer.status, answer.body.knownAt]).toEqual([200, instant]);
    const past = await lead.get<GateView>(`/dossiers/${id}?knownAt=2999-01-01T00:00:00%2B02:00`);
    expect(refusal(past)).toBe('400 ?knownAt date-in-future');
  });
});

describe('on any day whatever', () => {
  it('folds to something that adds up', async () => {
    await agree(server, id, municipalities.slice(0, 6));
    const first = await accepted(decide(server, id, 'meppel', { decision: 'disagree', decidedOn: '2024-04-23' }));
    await accepted(rule(server, id, { ruling: 'no-go', reason: 'Meppel.', ruledOn: '2024-05-20' }));
    await accepted(lead.post(`/dossiers/${id}/phases/instemming/reworks`, { on: '2024-05-21', reason: 'Opnieuw.' }));
    await accepted(lead.post(`/dossiers/${id}/gates/instemming/submissions`, { on: '2024-06-01' }));
    await accepted(decide(server, id, 'meppel', { decidedOn: '2024-06-04' }));
    expect(first.round).toBe(1);
    for (let day = 11; day <= 30; day++) await addsUp(`2024-04-${day}`);
    for (let day = 1; day <= 31; day++) await addsUp(`2024-05-${String(day).padStart(2, '0')}`);
    for (let day = 1; day <= 5; day++) await addsUp(`2024-06-0${day}`);
  });

  async function addsUp(day: string): Promise<void> {
    const { tally, missing, status } = await asOf(day);
    expect(tally.for + tally.against + tally.undecided + tally.silent).toBe(tally.electorate);
    if (status === 'open') expect(missing).toHaveLength(tally.undecided + tally.silent);
  }
});
