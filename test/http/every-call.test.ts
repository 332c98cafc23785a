// Who may make which call: every call of the description and every form has a row here, and each row is tried by every role, for
// the own body and another one, while the dossier is open, after a conclusion and after it was stopped. A missing row fails.
import { permissions, type Right } from '../../src/domain/permissions.js';
import { roles, type Role } from '../../src/domain/vocabulary.js';
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { grids } from '../../src/web/forms/grids.js';
import { forms } from '../../src/web/forms/register.js';
import { calls } from '../../src/api/calls.js';
import type { Client } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { ownPage, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { overleg, testWorkflows } from '../support/workflows.js';

/** By which right somebody may make a call; `anybody` who is signed in, `open` also who is not. */
type Row = Right | readonly Right[] | 'anybody' | 'open';

const inDossier = '/dossiers/{dossier}';
const atPhase = `${inDossier}/phases/{phase}`;
const atGate = `${inDossier}/gates/{gate}`;
const atDecision = `${atGate}/decisions/{decision}`;

const rows: Readonly<Record<string, Row>> = {
  'POST /tokens': 'open',
  'DELETE /tokens/current': 'anybody',
  'GET /me': 'anybody',
  'GET /me/turns': 'anybody',
  'GET /search': 'anybody', // in what each sees
  'GET /workflows': 'read-workflows',
  'GET /workflows/{workflow}': 'read-workflows',
  'GET /dossiers': 'anybody', // each sees their own
  'POST /dossiers': 'start-dossier',
  [`GET ${inDossier}`]: 'read-dossier',
  [`GET ${inDossier}/events`]: 'read-dossier',
  [`GET ${inDossier}/forecast`]: 'read-dossier',
  [`GET ${inDossier}/papers/{paper}`]: 'read-dossier',
  [`POST ${inDossier}/papers`]: 'upload-paper',
  'POST /papers/{paper}/erasures': 'manage-people',
  [`GET ${inDossier}/told-otherwise`]: 'read-dossier',
  [`GET ${atGate}`]: 'read-dossier',
  [`POST ${atGate}/told-otherwise/acknowledgements`]: 'rule-gate',
  [`POST ${atPhase}/starts`]: 'start-phase',
  [`POST ${atPhase}/completions`]: 'complete-phase',
  [`POST ${atPhase}/reworks`]: 'rework-phase',
  [`POST ${atPhase}/visits`]: 'visit-body',
  [`POST ${atPhase}/publications`]: 'record-publication',
  [`POST ${atPhase}/plans`]: 'plan-phase',
  [`POST ${atPhase}/meetings`]: 'record-meeting',
  [`POST ${atGate}/submissions`]: 'submit-gate',
  [`POST ${atGate}/withdrawn-submissions`]: 'withdraw-gate',
  [`POST ${atGate}/proposals`]: 'revise-proposal',
  [`POST ${atGate}/receipts`]: 'record-receipt',
  [`POST ${atGate}/agendas`]: 'schedule-item',
  [`POST ${atGate}/extensions`]: 'extend-term',
  [`POST ${atGate}/papers`]: 'lay-paper',
  [`POST ${atGate}/criterion-statements`]: 'state-criterion',
  [`POST ${atGate}/electorate-changes`]: 'change-electorate',
  [`POST ${atGate}/exits`]: 'leave-gate',
  [`POST ${atGate}/rule-amendments`]: 'amend-rule',
  [`POST ${atGate}/rule-notices`]: 'notify-amendment',
  [`POST ${atGate}/rulings`]: 'rule-gate',
  [`POST ${atGate}/splits`]: 'split-gate',
  [`POST ${atGate}/reopenings`]: 'reopen-gate',
  [`POST ${atGate}/decisions`]: 'record-decision',
  [`POST ${atGate}/withdrawals`]: 'withdraw-decision',
  [`POST ${atDecision}/confirmations`]: 'confirm-decision',
  [`POST ${atDecision}/releases`]: 'release-decision',
  [`POST ${atDecision}/list-adoptions`]: 'adopt-list',
  [`POST ${atDecision}/secrecy-lifts`]: 'release-decision',
  [`POST ${atDecision}/point-answers`]: 'answer-point',
  [`POST ${atDecision}/remark-answers`]: 'answer-point',
  [`POST ${atGate}/conditions/{condition}/answers`]: ['close-condition', 'meet-elaboration'], // that it is met
  [`POST ${inDossier}/facts`]: 'record-fact',
  [`POST ${inDossier}/mandates`]: 'record-mandate',
  [`POST ${inDossier}/mandate-ends`]: 'record-mandate',
  [`POST ${inDossier}/mandate-confirmations`]: 'confirm-decision',
  [`POST ${inDossier}/mergers`]: 'merge-parties',
  [`POST ${inDossier}/migrations`]: 'migrate-dossier',
  [`POST ${inDossier}/stops`]: 'stop-dossier',
  'GET /people': 'manage-people',
  'POST /people': 'manage-people',
  'GET /people/{person}/roles': 'manage-people',
  'POST /people/{person}/assignments': 'manage-people',
  'POST /people/{person}/assignments/{assignment}/endings': 'manage-people',
  'POST /people/{person}/corrections': 'manage-people',
  'POST /people/{person}/erasures': 'manage-people',
  'POST /people/{person}/invitations': 'manage-people',
  'GET /security-log': 'manage-people',
};

interface Place {
  dossier: string;
  decision: Record<string, string>;
  condition: Record<string, string>;
  mandate: Record<string, string>;
}

let server: TestServer;
let somebody: string; // whom the calls on people are about
const places = new Map<string, Place>();
const { send } = pagesAt(() => server.url);

const isOfCouncil = (role: Role): boolean => role === 'clerk';
const subjectOf = (role: Role): string => (isOfCouncil(role) ? 'noord/raad' : 'noord/college');
const gateFor = (role: Role): string => (isOfCouncil(role) ? 'raden' : 'colleges');
const ofRegion = new Set<Role>(['process-lead', 'chair', 'deputy-chair', 'chair-secretary', 'reader']);
const ownBody = (role: Role): string | null =>
  role === 'administrator' ? null : ofRegion.has(role) ? overleg : subjectOf(role);
const otherBody = (role: Role): string | null =>
  role === 'administrator' || ofRegion.has(role) ? null : subjectOf(role).replace('noord', 'zuid');
const elsewhere = (role: Role): string | null =>
  role === 'administrator' ? null : ofRegion.has(role) ? abo : isOfCouncil(role) ? 'assen/raad' : 'assen/college';

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  somebody = (await server.addPerson()).id;
  for (const state of ['open', 'concluded', 'stopped']) places.set(state, await placeIn(state));
});
afterAll(() => server.stop());
async function placeIn(state: string): Promise<Place> {
  const lead = await server.as('process-lead', overleg);
  const chair = await server.as('chair', overleg);
  const start = { workflow: 'testregio', title: `Rechten (${state})`, startedOn: '2024-01-10' };
  const place: Place = {
    dossier: (await accepted(lead.post<DossierView>('/dossiers', start))).id,
    decision: {},
    condition: {},
    mandate: {},
  };
  const at = `/dossiers/${place.dossier}`;
  for (const [gate, kind] of [
    ['colleges', 'college'],
    ['raden', 'raad'],
  ] as const) {
    await accepted(lead.post(`${at}/phases/${gate}/starts`, { on: '2024-01-10' }));
    await accepted(lead.post(`${at}/gates/${gate}/submissions`, { on: '2024-01-10' }));
    for (const party of ['noord', 'midden', 'zuid']) {
      const body = `${party}/${kind}`;
      const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' }];
      const said = party === 'noord' ? { decision: 'agree-with-conditions', conditions } : { decision: 'agree' };
      const evidence = [{ title: 'Lijst', url: 'https://example.org/' }];
      const decided = { body, ...said, decidedOn: '2024-01-16', evidence };
      const own = await server.as(kind === 'raad' ? 'clerk' : 'secretary', body); // what the region records waits for their word
      const made = await accepted(own.post<DecisionView>(`${at}/gates/${gate}/decisions`, decided));
      place.decision[body] = made.id;
      place.condition[body] = made.conditions[0] ?? '';
    }
    const mandate = { body: `noord/${kind}`, holder: 'Directeur', from: '2024-01-10', source: 'besluit' };
    const { mandates } = await accepted(lead.post<DossierView>(`${at}/mandates`, mandate));
    place.mandate[mandate.body] = mandates.find(({ body }) => body === mandate.body)?.id ?? '';
    if (state === 'concluded' && gate === 'colleges')
      await accepted(chair.post(`${at}/gates/${gate}/rulings`, { ruling: 'go', ruledOn: '2024-01-20' }));
  }
  if (state === 'stopped') await accepted(chair.post(`${at}/stops`, { on: '2024-01-20', reason: 'Het houdt op.' }));
  return place;
}

/** A call of the description as it is made: about the own body of that role, and saying as little as can be. */
function made(
  name: string,
  role: Role,
  { dossier, decision, condition, mandate }: Place,
): { method: string; path: string; body: object | undefined } {
  const [method = '', template = ''] = name.split(' ');
  const subject = subjectOf(role);
  const names: Record<string, string> = {
    dossier,
    workflow: 'testregio',
    phase: 'ronde',
    gate: gateFor(role),
    decision: decision[subject] ?? '',
    condition: condition[subject] ?? '',
    person: somebody,
    assignment: 'niets',
  };
  const path = template.replace(/{(\w+)}/g, (_, one: string) => names[one] ?? one);
  const ofBody = /(receipts|agendas|exits|mandates|publications|gates\/{gate}\/decisions)$/.test(template)
    ? { body: subject }
    : {};
  const own: Record<string, object> = {
    withdrawals: { decision: decision[subject] },
    answers: { answer: 'met' },
    'mandate-ends': { mandate: mandate[subject] },
    'mandate-confirmations': { mandate: mandate[subject] },
    dossiers: { workflow: 'testregio' },
  };
  return {
    method,
    path,
    body: method === 'GET' || method === 'DELETE' ? undefined : (own[template.split('/').at(-1) ?? ''] ?? ofBody),
  };
}

const reaches = (row: Row, role: Role): boolean =>
  row === 'anybody' || row === 'open' || [row].flat().some((right) => permissions[right][role] !== 'never');
const seesDossier = (name: string): boolean => name.includes('{dossier}');
const isRead = (name: string): boolean => name.startsWith('GET') || name === 'DELETE /tokens/current';

/** Whether a call was judged by what it says: its sender was let through. */
const wasAllowed = ({ status, code }: { status: number; code: string }): boolean =>
  status !== 401 && status !== 403 && code !== 'unknown-dossier';

async function answerTo(
  who: Client,
  name: string,
  role: Role,
  place: Place,
): Promise<{ status: number; code: string }> {
  const { method, path, body } = made(name, role, place);
  const { status, body: answer } = await who.send<{ code?: string } | undefined>(method, path, body);
  return { status, code: answer?.code ?? '' };
}

/** Signing out would end who is asked next, and signing in is nobody's right. */
const tried = Object.keys(rows).filter((name) => !name.includes('/tokens'));

it('every call of the description has a row, and every row is one', async () => {
  const { paths } = server.anyone.description.document;
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(Object.keys(rows).sort()).toEqual(described.filter((one) => !one.includes('openapi')).sort());
});

it('nobody who is not signed in makes one, but to sign in', async () => {
  const place = places.get('open');
  if (!place) throw new Error('it was made');
  for (const one of tried)
    expect([one, (await answerTo(server.anyone, one, 'reader', place)).status]).toEqual([one, 401]);
});

describe.each(['open', 'concluded', 'stopped'])('in a dossier that is %s', (state) => {
  it.each(roles)('a %s makes the calls of their rights, and no others', async (role) => {
    const place = places.get(state);
    if (!place) throw new Error('it was made');
    const who = await server.as(role, ownBody(role));
    const found: Record<string, boolean> = {};
    for (const name of tried) found[name] = wasAllowed(await answerTo(who, name, role, place));
    expect(found).toEqual(Object.fromEntries(tried.map((name) => [name, reaches(rows[name] ?? [], role)])));
  });
});

const bound = roles.filter((role) => role !== 'administrator');

it.each(bound)(
  'a %s of another body, of another region, of the past or of the future makes none of them',
  async (role) => {
    const place = places.get('open');
    if (!place) throw new Error('it was made');
    const own = ownBody(role);
    const others: [who: Client, may: (name: string, rights: readonly Right[]) => boolean][] = [
      [await server.as(role, elsewhere(role)), (name) => !seesDossier(name)],
      [await server.person({ role, body: own, from: '2020-01-01', until: '2020-12-31' }), () => false],
      [await server.person({ role, body: own, from: '2998-01-01' }), () => false],
      [await server.person(), () => false],
    ];
    const beside = otherBody(role);
    if (beside !== null)
      others.push([await server.as(role, beside), (name) => isRead(name) || name.endsWith('/papers')]);
    for (const [who, may] of others)
      for (const name of tried.filter(
        (one) => rows[one] !== 'anybody' && rows[one] !== 'read-workflows' && one !== 'POST /dossiers',
      )) {
        const rights = [rows[name] ?? []].flat() as Right[]; // the words that are no rights were left out
        const expected = may(name, rights) && reaches(rights, role);
        expect([name, wasAllowed(await answerTo(who, name, role, place))]).toEqual([name, expected]);
      }
  },
);

describe('a form', () => {
  const callOf = new Map(calls.map(({ command, path }) => [command as string, path]));

  it('is taken from whom its call is taken, and from nobody else', async () => {
    const place = places.get('open');
    if (!place) throw new Error('it was made');
    for (const role of roles) {
      const cookie = await server.cookieOf(role, ownBody(role));
      const subject = subjectOf(role);
      for (const [route, { command }] of Object.entries({ ...forms, ...grids })) {
        const path = callOf.get(command)?.replace(/:(\w+)/g, '{$1}') ?? '';
        const row = rows[`POST ${inDossier}/${path}`];
        if (row === undefined) throw new Error(`${route} has no row: ${path}`);
        const names: Record<string, string> = {
          phase: 'ronde',
          gate: gateFor(role),
          decision: place.decision[subject] ?? '',
          condition: place.condition[subject] ?? '',
        };
        const at = route.replace(/:(\w+)/g, (_, one: string) => names[one] ?? one);
        const answer = route.includes('voorwaarden') ? 'met' : '';
        const fields = { body: subject, answer, decision: names.decision ?? '' };
        const { status } = await send(`/trajecten/${place.dossier}/${at}`, cookie, fields, ownPage);
        const isRefused = status === 403 || (status === 404 && !reaches('read-dossier', role));
        expect([role, route, !isRefused]).toEqual([role, route, reaches(row, role)]);
      }
    }
  });
});
