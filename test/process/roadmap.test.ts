// The whole roadmap of the letter, played over HTTP against the built product by the right people: from the first
// administrator to an organisation that is operational, with everything on the way that can go otherwise.
import type { EventView } from '../../src/api/event-view.js';
import type { ConditionView, DecisionView, RulingView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { Client, refusal, type Problem } from '../support/client.js';
import { accepted, municipalities } from '../support/drenthe.js';
import {
  administratorLink,
  choosePassword,
  ServerProcess,
  surroundings,
  type Surroundings,
} from '../support/process.js';

const abo = 'jeugdhulpregio-drenthe/abo';
const password = 'een wachtwoord van een test';

let where: Surroundings;
let server: ServerProcess;
let anyone: Client;
let id: string;
const people: Record<string, Client> = {};
const told: { asOf: GateView; knownAt: GateView; moment: string }[] = [];

const as = (name: string): Client => {
  const client = people[name];
  if (!client) throw new Error(`nobody is ${name}`);
  return client;
};
const lead = () => as('lead');
const chair = () => as('chair');

async function signIn(email: string): Promise<Client> {
  const { token } = await accepted(anyone.post<{ token: string }>('/tokens', { email, password }));
  return anyone.bearing(token);
}

/** Invites someone with a role, and lets them choose a password and sign in. */
async function invite(name: string, role: string, body: string): Promise<void> {
  const administrator = as('administrator');
  const email = `${name}@regio.example`;
  const { id: person } = await accepted(administrator.post<{ id: string }>('/people', { email, name }));
  await accepted(administrator.post(`/people/${person}/assignments`, { role, body, from: '2024-01-01' }));
  const { link } = await accepted(administrator.post<{ link: string }>(`/people/${person}/invitations`, {}));
  await choosePassword(link, password);
  people[name] = await signIn(email);
}

const phase = (name: string, call: string, body: object) =>
  accepted(lead().post(`/dossiers/${id}/phases/${name}/${call}`, body));
const gate = async (name: string, query = '') =>
  (await lead().get<GateView>(`/dossiers/${id}/gates/${name}${query}`)).body;
const submit = (name: string, body: object) => accepted(lead().post(`/dossiers/${id}/gates/${name}/submissions`, body));
const rule = (name: string, ruling: object, who = chair()) =>
  who.post<RulingView & Problem>(`/dossiers/${id}/gates/${name}/rulings`, { ruling: 'go', ...ruling });

function decide(name: string, municipality: string, decision: object, kind: 'college' | 'raad' = 'college') {
  const who = as(`${kind === 'raad' ? 'griffier' : 'secretaris'}.${municipality}`);
  return who.post<DecisionView>(`/dossiers/${id}/gates/${name}/decisions`, {
    body: `${municipality}/${kind}`,
    decision: 'agree',
    ...decision,
  });
}

/** Everyone but the last agrees; then a go is refused with that one named, and so is the wrong person. */
async function allButOne(
  name: string,
  on: string,
  kind: 'college' | 'raad' = 'college',
  among = municipalities,
): Promise<void> {
  const last = among.at(-1) ?? '';
  for (const one of among.slice(0, -1)) await accepted(decide(name, one, { decidedOn: on }, kind));
  const early = await rule(name, { ruledOn: on });
  expect(refusal(early)).toBe('409 outcome-not-go');
  expect(early.body.facts.missing?.map(({ body }) => body)).toContain(`${last}/${kind}`);
  expect(refusal(await rule(name, { ruledOn: on }, lead()))).toBe('403 not-your-role');
  const stranger = as(kind === 'raad' ? 'secretaris.assen' : 'secretaris.emmen');
  const foreign = { body: `${last}/${kind}`, decision: 'agree', decidedOn: on };
  expect(refusal(await stranger.post(`/dossiers/${id}/gates/${name}/decisions`, foreign))).toBe('403 not-your-body');
  await accepted(decide(name, last, { decidedOn: on }, kind));
}

const events = async () =>
  (await lead().get<{ items: EventView[] }>(`/dossiers/${id}/events?limit=1000`)).body.items.map(({ hash }) => hash);

beforeAll(async () => {
  where = await surroundings();
  await choosePassword(await linkBeforeTheFirstStart(), password);
  anyone = await Client.at(server.url);
  people.administrator = await signIn('beheer@regio.example');
  await invite('lead', 'process-lead', abo);
  await invite('chair', 'chair', abo);
  for (const one of municipalities) {
    await invite(`secretaris.${one}`, 'secretary', `${one}/college`);
    await invite(`griffier.${one}`, 'clerk', `${one}/raad`);
  }
}, 60_000);
afterAll(() => server.end('SIGKILL'));

async function linkBeforeTheFirstStart(): Promise<string> {
  const link = await administratorLink(where);
  server = await ServerProcess.start('serve', where);
  return link;
}

it('starts on the day of the letter', async () => {
  const started = await accepted(
    lead().post<DossierView>('/dossiers', {
      workflow: 'drenthe-robuuste-regio',
      version: 1,
      title: 'Robuuste jeugdhulpregio',
      startedOn: '2024-04-11',
    }),
  );
  id = started.id;
  expect(started).toMatchObject({ state: 'running', demonstration: false, version: 1 });
});

it('0: the colleges are asked to endorse; one defers, one is recorded by the region, one has a condition', async () => {
  await phase('instemming', 'starts', { on: '2024-04-11' });
  await submit('instemming', {
    on: '2024-04-11',
    replyBy: '2024-05-16',
    proposal: { title: 'Brief 20240411.001', sha256: 'a'.repeat(64) },
  });
  await accepted(
    decide('instemming', 'emmen', { decision: 'deferred', decidedOn: '2024-04-23', nextDate: '2024-05-14' }),
  );
  const byRegion = await accepted(
    lead().post<DecisionView>(`/dossiers/${id}/gates/instemming/decisions`, {
      body: 'meppel/college',
      decision: 'agree',
      decidedOn: '2024-04-23',
      evidence: [{ title: 'Besluitenlijst', url: 'https://example.org/meppel' }],
    }),
  );
  const conditions = [{ text: 'De kosten per gemeente zijn bekend.', effect: 'elaboration' }];
  await accepted(
    decide('instemming', 'coevorden', { decision: 'agree-with-conditions', decidedOn: '2024-04-23', conditions }),
  );
  await allButOne(
    'instemming',
    '2024-04-16',
    'college',
    municipalities.filter((m) => !['emmen', 'meppel', 'coevorden'].includes(m)),
  );
  const waiting = await rule('instemming', { ruledOn: '2024-05-20' });
  expect(waiting.body.facts.missing?.map(({ body, why }) => `${body} ${why}`)).toEqual([
    'coevorden/college condition-open',
    'emmen/college deferred',
    'meppel/college unconfirmed',
  ]);
  const confirmation = `/dossiers/${id}/gates/instemming/decisions/${byRegion.id}/confirmations`;
  await accepted(as('secretaris.meppel').post(confirmation, { on: '2024-04-30', confirmed: true }));
  await accepted(decide('instemming', 'emmen', { decidedOn: '2024-05-14' }));
  const condition = (await gate('instemming')).conditions[0];
  const path = `/dossiers/${id}/gates/instemming/conditions/${condition?.id}/answers`;
  expect(refusal(await lead().post(path, { answer: 'adopted', on: '2024-05-15' }))).toBe('403 not-your-role');
  await accepted(chair().post(path, { answer: 'carried', phase: 'variant', on: '2024-05-15' }));
  expect((await accepted(rule('instemming', { ruledOn: '2024-05-20' }))).ruling).toBe('go-with-conditions');
});

it('1: the orientation visits every college, one by letter', async () => {
  await phase('orientatie', 'starts', { on: '2024-05-21' });
  for (const one of municipalities.slice(1))
    await phase('orientatie', 'visits', {
      body: `${one}/college`,
      on: '2024-06-11',
      findings: { zorg: 'Toegang blijft lokaal.' },
    });
  const early = await lead().post(`/dossiers/${id}/phases/orientatie/completions`, { on: '2024-09-20' });
  expect([refusal(early), early.body.facts.exists]).toEqual(['409 visits-missing', ['aa-en-hunze/college']]);
  await phase('orientatie', 'visits', {
    body: 'aa-en-hunze/college',
    on: '2024-06-12',
    skipped: true,
    reason: 'Schriftelijk.',
  });
  await phase('orientatie', 'completions', { on: '2024-09-20' });
});

it('2: the themes get a no-go, and a go in the second round', async () => {
  await phase('themas', 'starts', { on: '2024-05-28' });
  await submit('themas', { on: '2024-06-18' });
  await accepted(
    decide('themas', 'westerveld', { decision: 'disagree', decidedOn: '2024-06-25', reason: 'Te breed.' }),
  );
  expect(refusal(await rule('themas', { ruledOn: '2024-07-04' }))).toBe('409 outcome-not-go');
  await accepted(rule('themas', { ruling: 'no-go', ruledOn: '2024-07-04', reason: 'Westerveld is tegen.' }));
  await phase('themas', 'reworks', { on: '2024-07-05', reason: 'Beperkt tot jeugd.' });
  await submit('themas', { on: '2024-08-27' });
  await allButOne('themas', '2024-09-03');
  await accepted(rule('themas', { ruledOn: '2024-09-19' }));
  const first = await gate('themas', '?round=1');
  expect([first.status, first.ruling?.ruling, first.decisions.length]).toEqual(['refused', 'no-go', 1]);
});

it('3: the variant waits for both, and for the condition that was carried to it', async () => {
  await phase('variant', 'starts', { on: '2024-06-03' });
  await submit('variant', { on: '2024-09-24', option: 'openbaar-lichaam', replyBy: '2024-10-31' });
  told.push({ asOf: await gate('variant'), knownAt: await gate('variant'), moment: new Date().toISOString() });
  await allButOne('variant', '2024-10-08');
  const held = await rule('variant', { ruledOn: '2024-10-17' });
  expect(held.body.facts.missing).toEqual([{ body: 'coevorden/college', why: 'condition-open', until: null }]);
  const condition: ConditionView | undefined = (await gate('variant')).carriedHere[0];
  const path = `/dossiers/${id}/gates/instemming/conditions/${condition?.id}/answers`;
  await accepted(as('secretaris.coevorden').post(path, { answer: 'met', on: '2024-10-15' }));
  await accepted(rule('variant', { ruledOn: '2024-10-17', meeting: { form: 'session', reference: 'ABO 17-10' } }));
});

it('4: the arrangements have a suspensive condition, and one college decides again', async () => {
  await phase('regelingen', 'starts', { on: '2024-10-21' });
  await submit('regelingen', { on: '2025-02-04' });
  const conditions = [{ text: 'De raad is geïnformeerd.', effect: 'suspensive' }];
  await accepted(
    decide('regelingen', 'assen', { decision: 'agree-with-conditions', decidedOn: '2025-02-11', conditions }),
  );
  const first = await accepted(
    decide('regelingen', 'tynaarlo', { decision: 'disagree', decidedOn: '2025-02-11', reason: 'Nee.' }),
  );
  await accepted(decide('regelingen', 'tynaarlo', { decidedOn: '2025-03-04', revises: first.id }));
  await allButOne(
    'regelingen',
    '2025-02-18',
    'college',
    municipalities.filter((m) => !['assen', 'tynaarlo'].includes(m)),
  );
  expect(refusal(await rule('regelingen', { ruledOn: '2025-03-20' }))).toBe('409 outcome-not-go');
  const condition = (await gate('regelingen')).conditions[0];
  const path = `/dossiers/${id}/gates/regelingen/conditions/${condition?.id}/answers`;
  expect(refusal(await chair().post(path, { answer: 'adopted', on: '2025-03-18' }))).toBe(
    '400 /answer not-allowed-here',
  );
  await accepted(as('secretaris.assen').post(path, { answer: 'met', on: '2025-03-18' }));
  expect((await accepted(rule('regelingen', { ruledOn: '2025-03-20' }))).ruling).toBe('go');
});

it('5: the colleges offer the proposal to their councils', async () => {
  await phase('raadsvoorstel', 'starts', { on: '2025-04-01' });
  await submit('raadsvoorstel', { on: '2025-05-13' });
  await allButOne('raadsvoorstel', '2025-05-20');
  await accepted(rule('raadsvoorstel', { ruledOn: '2025-06-05' }));
});

it('6: the twelve councils decide, and the chair states what they decided', async () => {
  await phase('raadsbesluiten', 'starts', { on: '2025-06-06' });
  await submit('raadsbesluiten', { on: '2025-06-06', replyBy: '2025-09-30' });
  const college = await as('secretaris.assen').post(`/dossiers/${id}/gates/raadsbesluiten/decisions`, {
    body: 'assen/college',
    decision: 'agree',
    decidedOn: '2025-07-01',
  });
  expect(refusal(college)).toBe('400 /body not-in-electorate');
  await allButOne('raadsbesluiten', '2025-07-01', 'raad');
  const meeting = { form: 'session' };
  const against = await rule('raadsbesluiten', {
    ruling: 'no-go',
    ruledOn: '2025-09-25',
    reason: 'Toch niet.',
    meeting,
  });
  expect(refusal(against)).toBe('400 /ruling not-allowed-here');
  await accepted(rule('raadsbesluiten', { ruledOn: '2025-09-25' }));
});

it('7: the organisation can start, and the dossier is completed', async () => {
  await phase('inrichting', 'starts', { on: '2025-10-01' });
  await submit('inrichting', { on: '2025-12-02' });
  await allButOne('inrichting', '2025-12-09');
  await accepted(rule('inrichting', { ruledOn: '2025-12-18' }));
  const { body } = await lead().get<DossierView>(`/dossiers/${id}`);
  expect(body).toMatchObject({ state: 'completed', endedOn: '2025-12-18', next: [] });
});

it('is the same after a restart: hash by hash, and for everyone', async () => {
  const before = await events();
  const dossier = (await lead().get(`/dossiers/${id}`)).text;
  expect(await server.end('SIGTERM')).toBe(0);
  server = await ServerProcess.start('serve', where);
  expect(await events()).toEqual(before);
  expect((await lead().get(`/dossiers/${id}`)).text).toBe(dossier);
  expect(before.length).toBeGreaterThanOrEqual(130);
});

it('gives the past when it is asked for it', async () => {
  const [first] = told;
  const { asOf, late, ...onThatDay } = await gate('variant', '?asOf=2024-09-24');
  expect([asOf, late]).toEqual(['2024-09-24', null]); // it was in time then
  expect({ ...onThatDay, asOf: null, late: first?.asOf.late }).toEqual(first?.asOf);
  const { knownAt, ...then } = await gate('variant', `?knownAt=${first?.moment}`);
  expect(knownAt).toBe(first?.moment);
  expect({ ...then, knownAt: null }).toEqual(first?.knownAt);
  const { body } = await lead().get<DossierView>(`/dossiers/${id}?asOf=2024-04-29`);
  expect(body.phases.map(({ status }) => status)).toEqual(['at-gate', ...Array.from({ length: 7 }, () => 'planned')]);
  expect(body.gates[0]).toMatchObject({ outcome: 'open', tally: { electorate: 12 } });
});
