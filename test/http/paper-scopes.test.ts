// A paper that is for fewer than the fact it goes with: others see that there is one, and learn nothing of it from anything
// that they can read; a correction leaves it as it was, and it opens to nobody by being named.
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { refusal, type Client } from '../support/client.js';
import { accepted, agree, college, municipalities, rule, startDrenthe } from '../support/drenthe.js';
import { pdf, upload } from '../support/papers.js';
import { abo, TestServer } from '../support/server.js';

const gate = 'instemming';
const call = `gates/${gate}/decisions`;

let server: TestServer;
let id: string;
let secretary: Client;
let lead: Client;
let decided: DecisionView;
/** Of the paper with the decision of Emmen, of the one with the visit to it, and of that of the region. */
let [ofDecision, ofVisit, ofRegion] = ['', '', ''];

const post = <T = { id: string }>(who: Client, path: string, said: object) =>
  accepted(who.post<T>(`/dossiers/${id}/${path}`, said));

/** One for few, that was uploaded with these words in it. */
async function few(who: Client, words: string): Promise<{ file: string; [name: string]: string }> {
  const { hash: file } = await accepted(upload(who, id, pdf(words), `${words}.pdf`));
  return { title: words, url: `https://example.org/${words.replace(' ', '-')}`, file, scope: 'own' };
}

beforeAll(async () => {
  server = await TestServer.start();
  id = await startDrenthe(server);
  lead = await server.lead();
  secretary = await server.secretary('emmen');
  await post(lead, `phases/${gate}/starts`, { on: '2024-04-11' });
  const concept = await few(lead, 'GEHEIM concept');
  const documents = [concept, { title: 'Nota voor allen' }];
  await post(lead, `gates/${gate}/submissions`, { on: '2024-04-11', replyBy: '2024-05-16', documents });
  const advice = await few(secretary, 'GEHEIM advies');
  decided = await post<DecisionView>(secretary, call, {
    ...{ body: college('emmen'), decision: 'agree', decidedOn: '2024-04-16' },
    evidence: [advice, { title: 'Besluitenlijst', url: 'https://example.org/lijst' }],
  });
  await agree(
    server,
    id,
    municipalities.filter((one) => one !== 'emmen'),
  );
  await accepted(rule(server, id, {}));
  await post(lead, 'phases/orientatie/starts', { on: '2024-06-01' });
  const report = await few(lead, 'GEHEIM verslag');
  await post(lead, 'phases/orientatie/visits', { body: college('emmen'), on: '2024-06-20', evidence: [report] });
  [ofDecision = '', ofVisit = '', ofRegion = ''] = [advice.file, report.file, concept.file];
});
afterAll(() => server.stop());

/** What can be read of it, on pages and by programs, in files and by searching. */
const reads = (): string[] => [
  ...['', '/events', `/gates/${gate}`, `/gates/${gate}?asOf=2024-05-01`, '/phases', '/search?q=GEHEIM'].map(
    (path) => `/api/v1/dossiers/${id}${path}`,
  ),
  '/api/v1/search?q=GEHEIM',
  '/zoeken?q=advies',
  ...[
    ...['', '/logboek', '/logboek?zoek=geheim', '/besluiten', '/fasen/orientatie', `/momenten/${gate}`],
    ...[`/momenten/${gate}/besluiten/${decided.id}`, `/momenten/${gate}/oplegger`, '/documenten/traject.html'],
    ...['archief.zip', 'traject.pdf'].map((file) => `/documenten/${file}`),
    ...['matrix', 'besluiten', 'voorwaarden', 'stukken', 'logboek'].map((list) => `/export/${list}.csv`),
  ].map((path) => `/trajecten/${id}${path}`),
];

/** Everything that somebody reads of it, as one text. */
async function readBy(...[role, body]: Parameters<TestServer['as']>): Promise<string> {
  const client = await server.as(role, body);
  const cookie = await server.cookieOf(role, body ?? '');
  const texts = await Promise.all(
    reads().map(async (path) =>
      path.startsWith('/api')
        ? (await client.get(path.replace('/api/v1', ''))).text
        : (await fetch(`${server.url}${path}`, { headers: { cookie } })).text(),
    ),
  );
  return texts.join('\n');
}

const open = async (who: Client, hash: string) => (await who.open(`/dossiers/${id}/papers/${hash}`)).status;

it.each([
  ['process-lead', abo, ['GEHEIM verslag', 'GEHEIM concept']],
  ['chair', abo, ['GEHEIM concept']],
  ['reader', abo, []],
  ['secretary', 'assen/college', []],
  ['secretary', 'emmen/college', ['GEHEIM advies', 'GEHEIM verslag']],
] as const)('%s of %s reads of these papers %j', async (role, body, seen) => {
  const told = await readBy(role, body);
  const papers = { 'GEHEIM advies': ofDecision, 'GEHEIM verslag': ofVisit, 'GEHEIM concept': ofRegion };
  const who = await server.as(role, body);
  for (const [words, hash] of Object.entries(papers)) {
    const isSeen = (seen as readonly string[]).includes(words);
    expect([words, told.includes(words), told.includes(hash), await open(who, hash)]).toEqual(
      isSeen ? [words, true, true, 200] : [words, false, false, 404],
    );
    expect(told.includes(words.replace(' ', '-'))).toBe(isSeen);
  }
  expect(told).toContain('[besloten stuk]');
  expect(told).toContain('Besluitenlijst');
});

it('knows nothing of it by its hash: it answers as one that was never there', async () => {
  const assen = await server.secretary('assen');
  const said = { body: college('assen'), decision: 'agree', decidedOn: '2024-04-17', corrects: '' };
  const answers = await Promise.all(
    [ofDecision, 'f'.repeat(64)].map(async (hash) => (await assen.get(`/dossiers/${id}/papers/${hash}`)).body),
  );
  const plain = (answer: object | undefined) => JSON.stringify(answer).replace(/[0-9a-f-]{32,}/g, '');
  expect(plain(answers[0])).toBe(plain(answers[1]));
  const evidence = [{ title: 'x', file: ofDecision, scope: 'own' }];
  const [own] = (await assen.get<{ decisions: DecisionView[] }>(`/dossiers/${id}/gates/${gate}`)).body.decisions.filter(
    ({ body }) => body === college('assen'),
  );
  const naming = { ...said, corrects: own?.id, reason: 'Proef.', evidence };
  expect(refusal(await assen.post(`/dossiers/${id}/${call}`, naming))).toBe('400 /evidence/0/file unknown-paper');
});

describe('a correction by who may not see it', () => {
  it('leaves it as it was, and does not ask for it', async () => {
    const corrects = { body: college('emmen'), corrects: decided.id, reason: 'Nummer vergeten.', reference: 'Z-1' };
    const cookie = await server.cookieOf('process-lead', abo);
    const form = `${server.url}/trajecten/${id}/momenten/${gate}/besluit?corrigeert=${decided.id}`;
    const page = await (await fetch(form, { headers: { cookie } })).text();
    expect([page.includes('name="reference"'), page.includes('name="evidence/')]).toEqual([true, false]);
    const mended = await post<DecisionView>(lead, call, corrects);
    expect(mended).toMatchObject({ evidence: [{ title: '[besloten stuk]', url: '', file: null, scope: 'own' }, {}] });
    expect(await open(lead, ofDecision)).toBe(404);
    const seen = (await secretary.get<{ decisions: DecisionView[] }>(`/dossiers/${id}/gates/${gate}`)).body.decisions;
    expect(seen.find((one) => one.id === mended.id)).toMatchObject({
      reference: 'Z-1',
      evidence: [{ title: 'GEHEIM advies', file: ofDecision, scope: 'own' }, {}],
    });
  });

  it('does not open it by naming it anew', async () => {
    const evidence = [{ title: 'x', file: ofDecision }];
    const said = { body: college('emmen'), corrects: decided.id, reason: 'Proef.', evidence };
    expect(refusal(await lead.post(`/dossiers/${id}/${call}`, said))).toMatch(/unknown-paper|not-the-latest/);
    expect(await open(lead, ofDecision)).toBe(404);
  });
});
