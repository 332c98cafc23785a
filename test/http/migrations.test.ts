// Drenthe goes from version 1, as the letter plans it, to version 2, as the law demands it, in the middle of the
// `regelingen`: over HTTP, told before it is done, all or nothing, and on to the end.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { refusal, type Client, type Problem } from '../support/client.js';
import { accepted, college, dossierOf, gateOf, municipalities, startDrenthe } from '../support/drenthe.js';
import { conclude, pass, type Way } from '../support/pass.js';
import { pagesAt } from '../support/pages.js';
import { mustBeListedAsFolded } from '../support/listed.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const catalogue = await loadPlans([shippedWorkflows]);
const v1 = catalogue.get('drenthe-robuuste-regio', 1, '');
const v2 = catalogue.get('drenthe-robuuste-regio', 2, '');
const asked = { toVersion: 2, on: '2025-02-01', reason: 'De wet vraagt meer dan de brief plant.' };

interface Report {
  possible: boolean;
  from: { version: number };
  to: { version: number };
  phases: { from: string | null; to: string | null; fate: string; status: string | null; kept: string[] }[];
  changes: { what: string; text: string }[];
  refusals: { pointer: string; code: string; detail: string }[];
}

let server: TestServer;
let chair: Client;
let lead: Client;
let id: string;
let base: string;

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  chair = await server.chair();
  lead = await server.lead();
  id = await startDrenthe(server);
  base = `/dossiers/${id}`;
  for (const phase of ['instemming', 'orientatie', 'themas', 'variant'])
    await pass(wayIn(v1, '2024-06-01'), v1.phases.get(phase)!);
  await accepted(lead.post(`${base}/phases/regelingen/starts`, { on: '2024-10-01' }));
  await accepted(lead.post(`${base}/gates/regelingen/submissions`, { on: '2025-01-15' }));
  for (const one of municipalities.slice(0, 5)) {
    const decision = { body: college(one), decision: 'agree', decidedOn: '2025-01-20' };
    await accepted((await server.secretary(one)).post(`${base}/gates/regelingen/decisions`, decision));
  }
});
afterAll(async () => {
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.stop();
});

const wayIn = (plan: Plan, on: string): Way => ({ server, plan, base, lead, on, choose: ([one]) => one });
const migrate = <T = Problem>(more: object = {}, who = chair) =>
  who.post<T>(`${base}/migrations`, { ...asked, ...more });
const versionNow = async (): Promise<number> => (await dossierOf(server, id)).version;
const statusesOf = ({ phases }: DossierView): Record<string, string> =>
  Object.fromEntries(phases.map((phase) => [phase.id, phase.status]));

describe('a dry run', () => {
  it('says of every phase what becomes of it, and writes nothing', async () => {
    const before = await versionNow();
    const { status, body } = await migrate<Report>({ dryRun: true });
    expect([status, body.possible, body.refusals, await versionNow()]).toEqual([200, true, [], before]);
    expect([body.from.version, body.to.version]).toEqual([1, 2]);
    const fates = Object.fromEntries(body.phases.map((one) => [one.to ?? one.from, `${one.fate} ${one.status ?? ''}`]));
    expect(fates).toMatchObject({
      variant: 'kept passed',
      regelingen: 'kept at-gate',
      businesscase: 'added planned',
      vrijgave: 'added planned',
      raadsvoorstel: 'dropped ',
      raadsbesluiten: 'dropped ',
      inrichting: 'kept planned',
    });
    const regelingen = body.phases.find(({ to }) => to === 'regelingen');
    expect(regelingen?.kept).toEqual([
      '1 voorlegging en 5 besluiten gaan mee',
      'wat voorligt, blijft zoals het is voorgelegd',
    ]);
    expect(JSON.stringify(body.phases)).toContain('begint na: erbij Treffen van de regeling; niet meer Raadsbesluiten');
  });

  it('names the conclusion that would be lost, as the migration itself does', async () => {
    const lost = { workflow: 'testregio', toVersion: 1 };
    const told = await migrate<Report>({ ...lost, dryRun: true });
    expect(told.body.possible).toBe(false);
    const named = told.body.refusals.find(({ pointer }) => pointer === '/map/variant');
    expect(named).toMatchObject({ code: 'ruling-lost' });
    expect(named?.detail).toContain(
      'de conclusie van 1 juni 2024 over "Instemmen met de voorgestelde voorkeursvariant", ronde 1',
    );
    const refused = await migrate(lost);
    expect(refusal(refused)).toContain('400 /workflow other-region, /map/instemming ruling-lost');
    expect(refused.body.errors).toEqual(told.body.refusals);
  });
});

describe('a migration is refused', () => {
  it('to who does not chair, for a real one and for a dry run', async () => {
    for (const who of [lead, await server.secretary('assen'), await server.as('reader', 'jeugdhulpregio-drenthe/abo')])
      for (const dryRun of [true, false]) expect(refusal(await migrate({ dryRun }, who))).toBe('403 not-your-role');
  });

  it.each([
    [{ map: { regelingen: 'nergens' } }, '/map/regelingen unknown-phase'],
    [{ map: { nergens: 'regelingen' } }, '/map/nergens unknown-phase'],
    [{ map: { themas: 'variant' } }, '/map/variant phase-taken'],
    [{ map: { Variant: 'variant' } }, '/map/Variant unknown-property'],
    [{ map: { variant: null } }, '/map/variant wrong-type'],
    [{ map: [] }, '/map wrong-type'],
    [{ toVersion: 1 }, '/toVersion not-allowed-here'],
    [{ toVersion: 99 }, '/toVersion unknown-workflow'],
    [{ workflow: 'nergens' }, '/workflow unknown-workflow'],
    [{ on: '2024-12-31' }, '/on date-too-early'],
    [{ on: '2999-01-01' }, '/on date-in-future'],
    [{ reason: undefined }, '/reason required'],
    [{ toVersion: 2.5, dryRun: 'ja' }, '/toVersion wrong-type'],
  ])('as %j', async (more, why) => {
    const before = await versionNow();
    const answer = await migrate(more);
    expect([refusal(answer).split(' ')[0], refusal(answer)]).toEqual(['400', expect.stringContaining(why)]);
    expect(await versionNow()).toBe(before);
  });

  it('with a name that every object has', async () => {
    const sent = JSON.stringify(asked).replace('}', ',"map":{"__proto__":"variant","constructor":"variant"}}');
    expect(refusal(await chair.post(`${base}/migrations`, sent, { 'content-type': 'application/json' }))).toMatch(
      /^400 .*unknown-property/,
    );
  });
});

describe('the form', () => {
  const { look, send } = pagesAt(() => server.url);
  const filled = { 'toVersion/plan': 'drenthe-robuuste-regio@2', on: '1-2-2025', reason: asked.reason };

  it('shows what will be done before it is confirmed, and what would be lost beside its field', async () => {
    const before = await versionNow();
    const cookie = await server.cookieOf('chair', 'jeugdhulpregio-drenthe/abo');
    const page = `/trajecten/${id}`;
    expect((await look(page, cookie)).text).toContain(`${page}/procesplan`);
    // The newest version is meant until another is chosen.
    const chosen = { 'toVersion/plan': 'drenthe-robuuste-regio@2', meer: 'toVersion/plan' };
    const form = (await send(`${page}/procesplan`, cookie, chosen)).text;
    for (const words of ['Versie 2 van', 'Raadsbesluiten', 'map/raadsbesluiten', 'Vervalt'])
      expect(form).toContain(words);
    const shown = await send(`${page}/procesplan`, cookie, { ...filled, 'map/raadsbesluiten': 'toestemming' });
    expect(shown.status).toBe(200);
    for (const words of [
      'Wat dit doet',
      '1 voorlegging en 5 besluiten gaan mee',
      'name="bevestigd"',
      'Krijgt een andere',
    ])
      expect(shown.text).toContain(words);
    const refused = await send(`${page}/procesplan`, cookie, { ...filled, 'map/themas': 'variant' });
    expect([refused.status, refused.text.includes('krijgt een plaats die')]).toEqual([400, true]);
    expect(await versionNow()).toBe(before);
    const lead = await server.cookieOf('process-lead', 'jeugdhulpregio-drenthe/abo');
    expect((await look(page, lead)).text).not.toContain(`${page}/procesplan`);
    expect((await look(`${page}/procesplan`, lead)).status).toBe(403);
  });
});

describe('Drenthe', () => {
  it('moves once when two ask at once, and keeps what was decided', async () => {
    const before = await dossierOf(server, id);
    const tag = { 'if-match': `"${before.version}-x"` };
    const answers = await Promise.all([chair, chair].map((who) => who.post(`${base}/migrations`, asked, tag)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const after = await dossierOf(server, id);
    expect(after.workflow).toMatchObject({ version: 2 });
    expect(after.migrations).toMatchObject([{ on: '2025-02-01', reason: asked.reason, from: { version: 1 } }]);
    expect(statusesOf(after)).toMatchObject({ variant: 'passed', regelingen: 'at-gate', businesscase: 'planned' });
    expect((await gateOf(server, id, 'regelingen')).tally).toMatchObject({ for: 5, silent: 7 });
    expect((await gateOf(server, id, 'variant')).ruling).toMatchObject({ ruling: 'go', ruledOn: '2024-06-01' });
    expect(refusal(await migrate())).toBe('400 /toVersion not-allowed-here');
  });

  it('says so in the log and on its page', async () => {
    const { look } = pagesAt(() => server.url);
    const cookie = await server.cookieOf('reader', 'jeugdhulpregio-drenthe/abo');
    const log = (await look(`/trajecten/${id}/logboek`, cookie)).text;
    for (const words of [
      'Het traject volgt voortaan versie 2 van',
      'in plaats van versie 1.',
      asked.reason,
      'voorzitter',
    ])
      expect(log).toContain(words);
    expect((await look(`/trajecten/${id}`, cookie)).text).toContain(
      'Dit plan geldt sinds 1 februari 2025; tot dan gold',
    );
  });

  it('shows version 1 on the days before', async () => {
    const then = await dossierOf(server, id, '?asOf=2025-01-31');
    expect([then.workflow.version, then.migrations]).toEqual([1, []]);
    expect(statusesOf(then)).toMatchObject({ regelingen: 'at-gate', raadsvoorstel: 'planned' });
    const gateThen = (gate: string) => lead.get(`${base}/gates/${gate}?asOf=2025-01-31`);
    expect(await gateThen('raadsvoorstel')).toMatchObject({ status: 200, body: { status: 'planned' } });
    expect(await gateThen('vrijgave')).toMatchObject({ status: 404, body: { code: 'unknown-gate' } });
    expect((await dossierOf(server, id, '?asOf=2025-02-01')).workflow.version).toBe(2);
  });

  it('goes on by the law to its end', async () => {
    await conclude(
      wayIn(v2, '2025-02-10'),
      'regelingen',
      v2.gates.get('regelingen')!,
      municipalities.slice(5).map(college),
    );
    for (const fact of Object.keys(v2.workflow.outside ?? {}))
      await accepted(lead.post(`${base}/facts`, { fact, on: '2025-02-15', source: 'Staatsblad' }));
    const done = new Set(['instemming', 'orientatie', 'themas', 'variant', 'regelingen']);
    for (const phase of v2.workflow.phases) if (!done.has(phase.id)) await pass(wayIn(v2, '2025-03-01'), phase);
    const { state, endedOn } = await dossierOf(server, id);
    expect([state, endedOn]).toEqual(['completed', '2025-03-01']);
    expect(refusal(await migrate({ toVersion: 1 }))).toBe('409 not-in-this-state');
  });

  it('is the same after the read models are made anew, and after a start', async () => {
    const before = await dossierOf(server, id);
    const listed = async () =>
      (await lead.get<{ items: DossierView[] }>('/dossiers?workflow=drenthe-robuuste-regio')).body;
    const list = await listed();
    await server.sluis.rebuild();
    expect([await dossierOf(server, id), await listed()]).toEqual([before, list]);
    await server.stop({ keep: true });
    server = await TestServer.start({ workflows: testWorkflows, folder: server.folder });
    expect(await dossierOf(server, id)).toEqual(before);
  });
});
