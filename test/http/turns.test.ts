// Whose turn it is, told the same by the API, by the page of tasks and by the read model, in dossiers at every stage.
import { refusal, type Client } from '../support/client.js';
import { council, Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { mustBeListedAsFolded } from '../support/listed.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { taskLinksIn, waitsIn } from '../support/tasks-page.js';
import { testWorkflows } from '../support/workflows.js';

interface Told {
  dossier: string;
  phase: string;
  gate: string | null;
  what: string;
  role: string;
  body: string | null;
  bodies: string[];
  decision: string | null;
  condition: string | null;
  missing: { why: string; until: string | null } | null;
  since: string | null;
  until: string | null;
  blocks: { code: string; phases: string[]; outside: string[]; bodies: string[] } | null;
}

let server: TestServer;
let track: Track;
const { look } = pagesAt(() => server.url);

beforeEach(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  track = await Track.start(server);
});
afterEach(async () => {
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.stop();
});

const page = async (who: Client, query = ''): Promise<{ items: Told[]; next: string | null }> =>
  (await who.get<{ items: Told[]; next: string | null }>(`/me/turns${query}`)).body;
const turnsOf = async (who: Client): Promise<Told[]> => (await page(who, '?limit=100')).items;

/** In short: what is to be done at which phase for which body, with what is in the way. */
const inShort = async (who: Client): Promise<string[]> =>
  (await turnsOf(who)).map(({ what, phase, body, blocks }) =>
    [what, phase, ...(body === null ? [] : [body]), ...(blocks ? [`(${blocks.code})`] : [])].join(' '),
  );

const secretary = (place: string): Promise<Client> => server.as('secretary', `${place}/college`);
const tasks = async (role: Parameters<TestServer['cookieOf']>[0], body: string): Promise<string> =>
  (await look('/taken', await server.cookieOf(role, body))).text;

/** Without the dossier. */
const linksOf = (text: string): string[] => taskLinksIn(text).map((at) => at.replace(`/trajecten/${track.id}`, ''));

const conditions = (effect: string) => ({ conditions: [{ text: 'De kosten.', effect }] });

it('of a dossier that begins the region has everything, with what each phase waits for', async () => {
  expect(await inShort(track.lead)).toEqual([
    'start-phase ontwerp',
    'start-phase zienswijze (prerequisite-open)',
    'start-phase toestemming (prerequisite-open)',
    'start-phase treffen (prerequisite-open)',
    'start-phase ondertekening',
    'start-phase visie',
    'start-phase agenda (prerequisite-open)',
    'start-phase keuze',
  ]);
  const [first, second] = await turnsOf(track.lead);
  expect(first).toEqual({
    dossier: track.id,
    phase: 'ontwerp',
    gate: 'ontwerp',
    what: 'start-phase',
    role: 'process-lead',
    body: null,
    bodies: [],
    decision: null,
    ...{ condition: null, mandate: null, requirements: [], missing: null },
    since: '2024-01-02',
    until: '2024-01-01',
    blocks: null,
  });
  const blocks = { code: 'prerequisite-open', phases: ['ontwerp'], outside: [], bodies: [] };
  expect(second).toMatchObject({ since: null, blocks });
  for (const who of [track.chair, await secretary('oost')]) expect(await turnsOf(who)).toEqual([]);
});

it('at a gate where two of three decided it is the turn of the third, and the chair waits for it', async () => {
  await track.put('ontwerp', '2024-01-04', { replyBy: '2024-02-01' });
  for (const place of ['oost', 'west'])
    await accepted(track.decide('ontwerp', `${place}/college`, 'agree', '2024-01-05'));
  expect(await turnsOf(await secretary('oost'))).toEqual([]);
  const [turn, ...others] = await turnsOf(await secretary('eiland'));
  expect(others).toEqual([]);
  expect(turn).toMatchObject({ what: 'decide', body: 'eiland/college', since: '2024-01-04', until: '2024-02-01' });
  expect(turn?.missing).toMatchObject({ why: 'silent', until: '2024-02-01' });
  expect(await turnsOf(track.chair)).toMatchObject([
    { what: 'rule', body: council, since: null, blocks: { code: 'outcome-open', bodies: ['eiland/college'] } },
  ]);
  expect(linksOf(await tasks('secretary', 'eiland/college'))).toEqual([
    '/momenten/ontwerp/besluit?orgaan=eiland%2Fcollege',
  ]);
  const waiting = waitsIn(await tasks('chair', council)).map(({ href, who }) => [href, who]);
  expect(waiting).toContainEqual([`/trajecten/${track.id}/momenten/ontwerp`, 'College van Eiland']);
  await accepted(track.decide('ontwerp', 'eiland/college', 'agree', '2024-01-08'));
  expect(await turnsOf(track.chair)).toMatchObject([{ what: 'rule', since: '2024-01-08', blocks: null }]);
  expect(linksOf(await tasks('chair', council))[0]).toBe('/momenten/ontwerp/conclusie');
});

it('of a body that deferred it says when that comes back to it, and of one that takes it back since when', async () => {
  await track.put('ontwerp', '2024-01-04');
  await accepted(track.decide('ontwerp', 'oost/college', 'deferred', '2024-01-05', { nextDate: '2024-01-19' }));
  const oost = await secretary('oost');
  expect(await turnsOf(oost)).toMatchObject([
    { what: 'decide', since: '2024-01-04', missing: { body: 'oost/college', why: 'deferred', until: '2024-01-19' } },
  ]);
  const { id } = await accepted(track.decide('ontwerp', 'oost/college', 'agree', '2024-01-09'));
  expect(await turnsOf(oost)).toEqual([]);
  const back = { on: '2024-01-12', reason: 'Opnieuw.' };
  await accepted(oost.post(track.path('ontwerp', 'withdrawals'), { decision: id, ...back }));
  expect(await turnsOf(oost)).toMatchObject([{ what: 'decide', since: '2024-01-12', missing: { why: 'silent' } }]);
});

it('a condition is the turn of the chair or of its body, and what is answered and disputed comes back', async () => {
  await track.put('ontwerp', '2024-01-04');
  const given = { elaboration: 'oost/college', suspensive: 'west/college' };
  for (const [effect, body] of Object.entries(given))
    await accepted(track.decide('ontwerp', body, 'agree-with-conditions', '2024-01-05', conditions(effect)));
  const [ofOost, ofWest] = (await track.gate('ontwerp')).conditions.map(({ id }) => id);
  const own = { what: 'answer-condition', gate: 'ontwerp' };
  expect(await turnsOf(track.chair)).toMatchObject([
    { ...own, role: 'chair', body: council, bodies: ['oost/college'], condition: ofOost, since: '2024-01-05' },
    { what: 'rule' },
  ]);
  expect(await turnsOf(await secretary('west'))).toMatchObject([
    { ...own, role: 'secretary', body: 'west/college', bodies: [], condition: ofWest },
  ]);
  expect(linksOf(await tasks('chair', council))[0]).toBe(`/momenten/ontwerp/voorwaarden/${ofOost}`);
  const answer = (who: Client, answered: string, on: string, more: object = {}) =>
    accepted(who.post(track.path('ontwerp', `conditions/${ofOost}/answers`), { answer: answered, on, ...more }));
  await answer(track.chair, 'adopted', '2024-01-08');
  expect(await inShort(track.chair)).toEqual([`rule ontwerp ${council} (outcome-open)`]);
  await answer(await secretary('oost'), 'disputed', '2024-01-10');
  expect((await turnsOf(track.chair))[0]).toMatchObject({ ...own, condition: ofOost, since: '2024-01-10' });
  await answer(track.chair, 'carried', '2024-01-11', { phase: 'zienswijze' });
  expect(await inShort(track.chair)).toEqual([`rule ontwerp ${council} (outcome-open)`]);

  // Where councils decide it is still for the college that made it.
  const met = { answer: 'met', on: '2024-01-12' };
  const west = await secretary('west');
  await accepted(west.post(track.path('ontwerp', `conditions/${ofWest}/answers`), met));
  await accepted(track.decide('ontwerp', 'eiland/college', 'agree', '2024-01-12'));
  await accepted(track.rule('ontwerp', 'go', '2024-01-12'));
  await track.put('zienswijze', '2024-01-15');
  const oost = await secretary('oost');
  expect(await turnsOf(oost)).toMatchObject([
    { ...own, phase: 'zienswijze', body: 'oost/college', condition: ofOost, since: '2024-01-15' },
  ]);
  await answer(oost, 'met', '2024-01-16');
  expect(await turnsOf(oost)).toEqual([]);
});

it('after a no-go the phase is to be taken up again, and nobody is to decide', async () => {
  await track.put('ontwerp', '2024-01-04');
  await accepted(track.decide('ontwerp', 'oost/college', 'disagree', '2024-01-05', { reason: 'Nee.' }));
  await accepted(track.rule('ontwerp', 'no-go', '2024-01-06', { reason: 'Nee.' }));
  expect((await turnsOf(track.lead))[0]).toMatchObject({ what: 'rework-phase', phase: 'ontwerp', since: '2024-01-06' });
  for (const who of [track.chair, await secretary('west')]) expect(await turnsOf(who)).toEqual([]);
});

it('on a poll it is the turn of all, and of the chair once all have spoken', async () => {
  await track.put('keuze', '2024-01-04');
  for (const place of ['oost', 'west'])
    await accepted(track.decide('keuze', `${place}/college`, 'agree', '2024-01-05', { option: 'bvo' }));
  expect(await inShort(track.chair)).toEqual([`rule keuze ${council} (outcome-open)`]);
  expect(await inShort(await secretary('eiland'))).toEqual(['decide keuze eiland/college']);
  await accepted(track.decide('keuze', 'eiland/college', 'disagree', '2024-01-09', { reason: 'Nee.' }));
  expect(await turnsOf(track.chair)).toMatchObject([{ what: 'rule', since: '2024-01-09', blocks: null }]);
});

it('of councils each has the term from its own receipt, and when it ends the chair can conclude', async () => {
  await track.pass('ontwerp', 'college', 'agree', '2024-01-04');
  await track.put('zienswijze', '2024-01-10');
  const terms = { oost: '2024-01-12', west: '2024-01-20' };
  for (const [place, on] of Object.entries(terms))
    await accepted(track.lead.post(track.path('zienswijze', 'receipts'), { body: `${place}/raad`, on }));
  const untilOf = async (place: string) =>
    (await turnsOf(await server.as('clerk', `${place}/raad`))).map(({ until }) => until);
  expect(await untilOf('oost')).toEqual(['2024-03-08']);
  expect(await untilOf('west')).toEqual(['2024-03-18']); // eight weeks would end on a Saturday
  expect(await untilOf('eiland')).toEqual([null]);
  expect(await inShort(track.chair)).toEqual([`rule zienswijze ${council} (outcome-open)`]);
  await accepted(track.decide('zienswijze', 'eiland/raad', 'no-view', '2024-01-15'));
  expect(await turnsOf(track.chair)).toMatchObject([{ what: 'rule', since: '2024-03-19', blocks: null }]);
});

it('what the region recorded is to be confirmed, and what a new text left behind to be decided again', async () => {
  await track.put('ontwerp', '2024-01-04', { proposal: { title: 'Ontwerp' } });
  const evidence = [{ title: 'Lijst', url: 'https://example.org/lijst' }];
  const { id } = await accepted(
    track.lead.post<{ id: string }>(track.path('ontwerp', 'decisions'), {
      body: 'oost/college',
      decision: 'agree',
      decidedOn: '2024-01-05',
      evidence,
    }),
  );
  const oost = await secretary('oost');
  expect(await turnsOf(oost)).toMatchObject([{ what: 'confirm', decision: id, missing: { why: 'unconfirmed' } }]);
  expect(linksOf(await tasks('secretary', 'oost/college'))[0]).toContain(`/besluiten/${id}/bevestigen`);
  const confirmed = { on: '2024-01-08', confirmed: true };
  await accepted(oost.post(track.path('ontwerp', `decisions/${id}/confirmations`), confirmed));
  expect(await turnsOf(oost)).toEqual([]);
  await accepted(track.lead.post(track.path('ontwerp', 'proposals'), { on: '2024-01-10', title: 'Versie 2' }));
  expect(await turnsOf(oost)).toMatchObject([
    { what: 'decide-again', decision: id, since: '2024-01-10', missing: { why: 'stale' } },
  ]);
  expect(linksOf(await tasks('secretary', 'oost/college'))).toEqual([`/momenten/ontwerp/besluit?herziet=${id}`]);
});

it('what the body disputes is its own to decide from that day on', async () => {
  await track.put('ontwerp', '2024-01-04');
  const evidence = [{ title: 'Lijst', url: 'https://example.org/lijst' }];
  const asked = { body: 'oost/college', decision: 'agree', decidedOn: '2024-01-05', evidence };
  const { id } = await accepted(track.lead.post<{ id: string }>(track.path('ontwerp', 'decisions'), asked));
  const oost = await secretary('oost');
  const disputed = { on: '2024-01-09', confirmed: false, reason: 'Zo is niet besloten.' };
  await accepted(oost.post(track.path('ontwerp', `decisions/${id}/confirmations`), disputed));
  expect(await turnsOf(oost)).toMatchObject([
    { what: 'decide', decision: null, since: '2024-01-09', missing: { why: 'disputed' } },
  ]);
});

describe('the list', () => {
  it('is that of roles that are valid, in dossiers that run', async () => {
    await track.put('ontwerp', '2024-01-04');
    const former = await server.person({ role: 'secretary', body: 'oost/college', until: '2020-12-31' });
    const reader = await server.person({ role: 'reader', body: council });
    const deputy = await server.person({ role: 'deputy-chair', body: council });
    const both = await server.person({ role: 'chair', body: council }, { role: 'secretary', body: 'oost/college' });
    expect([await inShort(former), await inShort(reader)]).toEqual([[], []]);
    expect(await inShort(deputy)).toEqual([`rule ontwerp ${council} (outcome-open)`]);
    // Who chairs does not record for the own college.
    expect(await inShort(both)).toEqual([`rule ontwerp ${council} (outcome-open)`]);
    await accepted(track.chair.post(`/dossiers/${track.id}/stops`, { on: '2024-02-01', reason: 'Klaar.' }));
    for (const who of [track.lead, track.chair, await secretary('oost')]) expect(await turnsOf(who)).toEqual([]);
  });

  it('comes in pages that together are the whole, also when a turn is taken between two', async () => {
    const second = await Track.start(server, 'raadstraject', '2024-01-01');
    const third = await Track.start(server);
    const names = (items: Told[]) => items.map(({ dossier, what, phase }) => `${dossier} ${what} ${phase}`);
    const whole = names(await turnsOf(track.lead));
    expect(whole).toHaveLength(24);
    expect(whole[0]).toContain(second.id);
    for (const limit of [1, 7, 8, 24]) {
      const paged: string[] = [];
      for (let query: string | null = ''; query !== null;) {
        const { items, next }: { items: Told[]; next: string | null } = await page(
          track.lead,
          `?limit=${limit}${query}`,
        );
        expect(items.length).toBeLessThanOrEqual(limit);
        paged.push(...names(items));
        query = next && `&cursor=${next}`;
      }
      expect(paged).toEqual(whole);
    }
    const { items, next } = await page(track.lead, '?limit=9');
    const last = items.at(-1)?.dossier ?? '';
    expect(items.at(-1)).toMatchObject({ what: 'start-phase', phase: 'ontwerp' });
    await accepted(track.lead.post(`/dossiers/${last}/phases/ontwerp/starts`, { on: '2024-01-05' }));
    const rest = names((await page(track.lead, `?limit=100&cursor=${next}`)).items);
    expect(rest).toHaveLength(16);
    expect([...new Set([...names(items), ...rest])]).toEqual(
      expect.arrayContaining([`${last} submit-gate ontwerp`, ...whole.slice(9)]),
    );
    expect([track.id, third.id]).toContain(last);
  });

  it('is read from the read model, which is filled anew from the record', async () => {
    await track.put('ontwerp', '2024-01-04');
    const everyone = [track.lead, track.chair, await secretary('oost'), await server.as('clerk', 'oost/raad')];
    const told = () => Promise.all(everyone.map(turnsOf));
    const before = await told();
    expect(before.map(({ length }) => length)).toEqual([7, 1, 1, 0]);
    await server.sluis.work.do(({ connection }) => connection.run('DELETE FROM open_turn'));
    expect(await told()).toEqual([[], [], [], []]);
    await server.sluis.rebuild();
    expect(await told()).toEqual(before);
  });

  it('refuses a cursor that was never handed out', async () => {
    expect(refusal(await track.lead.get('/me/turns?cursor=feest'))).toBe('400 ?cursor wrong-type');
  });
});
