// What is refused of a decision and of its correction, by whom and when: each names the field, the rule and what to do.
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { refusal, type Answer, type Client, type Problem } from '../support/client.js';
import { accepted, agree, college, decide, gateOf, rule, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let first: DecisionView;
let secretary: Client;
const body = college('assen');

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());
beforeEach(async () => {
  id = await withOpenGate(server);
  first = await accepted(decide(server, id, 'assen', { reference: '123' }));
  secretary = await server.secretary('assen');
});

const path = (call = 'decisions'): string => `/dossiers/${id}/gates/instemming/${call}`;
const record = (said: object, by = secretary) => by.post<DecisionView>(path(), { body, ...said });
const correct = (said: object, by = secretary) => record({ corrects: first.id, reason: 'Tikfout.', ...said }, by);
/** What is wrong, with the sentence about its first field. */
const told = (answer: Answer): [string | null, string | undefined] => [
  refusal(answer),
  (answer.body as Problem).errors[0]?.detail,
];

describe('a correction', () => {
  it.each<[string, object, string, RegExp]>([
    ['of what is not there', { corrects: 'niemand' }, '400 /corrects unknown-decision', /noem zijn nieuwste besluit/],
    ['without a reason', { reason: undefined }, '400 /reason reason-required', /reden/],
    ['that decides again as well', { revises: 'niemand' }, '400 /revises not-allowed-here', /laat dit weg/],
    ['that empties what there is not', { clears: ['body'] }, '400 /clears/0 unknown-option', /kies uit: .*reference/],
    [
      'that empties what it fills in',
      { clears: ['reference'], reference: '124' },
      '400 /clears/0 not-allowed-here',
      /laat dit weg/,
    ],
    [
      'that there was none and that it was elsewhere',
      { noDecision: true, belongsTo: 'ander-traject' },
      '400 /belongsTo not-allowed-here',
      /laat dit weg/,
    ],
    [
      'whose decision none of the answers has',
      { decision: 'disagree', answers: { noodzaak: 'agree', uitwerking: 'agree' } },
      '400 /decision not-allowed-here',
      /past bij geen van de antwoorden/,
    ],
    ['of a day that is still to come', { decidedOn: '2999-01-01' }, '400 /decidedOn date-in-future', /vandaag/],
  ])('%s is refused', async (_, said, code, sentence) => {
    expect(told(await correct(said))).toEqual([code, expect.stringMatching(sentence)]);
    expect((await gateOf(server, id)).decisions).toHaveLength(1);
  });

  it('that says that it belongs to its own dossier is refused', async () => {
    expect(refusal(await correct({ belongsTo: id }))).toBe('400 /belongsTo not-allowed-here');
  });

  it('names the newest reading: of two at once the second is told which one that is', async () => {
    const [one, other] = await Promise.all([correct({ reference: '124' }), correct({ reference: '125' })]);
    expect([one.status, other.status].sort()).toEqual([201, 409]);
    const [won, lost] = one.status === 201 ? [one, other] : [other, one];
    expect(['409 not-the-latest', '409 overtaken']).toContain(refusal(lost));
    const again = await correct({ reference: '126' });
    expect([refusal(again), (again.body as unknown as Problem).facts.exists]).toEqual([
      '409 not-the-latest',
      [won.body.id],
    ]);
  });

  it('is not for somebody else, and by the region only beside', async () => {
    expect(refusal(await correct({ reference: '124' }, await server.secretary('emmen')))).toBe('403 not-your-body');
    expect(refusal(await correct({ reference: '124' }, await server.clerk('assen')))).toBe('403 not-your-body');
    const evidence = [{ title: 'Krant', url: 'https://example.org/krant' }];
    const beside = await accepted(correct({ decision: 'disagree', evidence }, await server.lead()));
    const stand = (await gateOf(server, id)).stands.find((one) => one.body === body);
    expect([stand?.act, stand?.side, stand?.beside]).toEqual([first.id, 'for', [beside.id]]);
  });

  it('that changes nothing is recorded, and changes nothing but the log', async () => {
    const { stands } = await gateOf(server, id);
    const same = await accepted(correct({}));
    const now = await gateOf(server, id);
    expect(now.stands.map((stand) => ({ ...stand, act: stand.body === body ? first.id : stand.act }))).toEqual(stands);
    expect([same.corrects, same.reference, same.decidedOn]).toEqual([first.id, '123', first.decidedOn]);
  });

  it('can be made after the conclusion, and not in a dossier that was stopped', async () => {
    const others = (await gateOf(server, id)).electorate.map((one) => one.replace('/college', ''));
    await agree(
      server,
      id,
      others.filter((one) => one !== 'assen'),
    );
    await accepted(rule(server, id, {}));
    const mended = await accepted(correct({ reference: '124' }));
    const lead = await server.lead();
    await accepted(
      (await server.chair()).post(`/dossiers/${id}/stops`, { on: '2024-06-01', reason: 'Geen draagvlak.' }),
    );
    expect(refusal(await correct({ corrects: mended.id, reference: '125' }))).toBe('409 not-in-this-state');
    expect((await lead.get(`/dossiers/${id}`)).status).toBe(200);
  });
});

describe('a decision', () => {
  it('on the day of a new version says which version it is about', async () => {
    await accepted((await server.lead()).post(path('proposals'), { on: '2024-04-17', title: 'v2' }));
    const said = { body: college('emmen'), decision: 'agree', decidedOn: '2024-04-17' };
    const emmen = await server.secretary('emmen');
    const refused = await record(said, emmen);
    expect(told(refused)).toEqual([
      '400 /proposalVersion required',
      expect.stringMatching(/op deze dag kwam er een nieuwe versie van het voorstel/),
    ]);
    expect((await accepted(record({ ...said, proposalVersion: 2 }, emmen))).proposalVersion).toBe(2);
  });

  it('that there was none is said of one that was recorded', async () => {
    const said = { decision: 'agree', decidedOn: '2024-04-20', revises: first.id };
    expect(refusal(await record({ ...said, noDecision: true }))).toBe('400 /noDecision not-allowed-here');
    const other = await startDrenthe(server);
    expect(refusal(await record({ ...said, belongsTo: other }))).toBe('400 /belongsTo not-allowed-here');
  });

  it('is recorded a second time for one day only as a revision of what stands there', async () => {
    const said = { decision: 'disagree', decidedOn: '2024-04-16', reason: 'Te vaag.' };
    expect(refusal(await record(said))).toBe('409 decision-exists');
    expect(refusal(await record({ ...said, revises: 'niemand' }))).toBe('400 /revises unknown-decision');
    const second = await accepted(record({ ...said, revises: first.id }));
    const late = await record({ ...said, decidedOn: '2024-04-18', revises: first.id });
    expect([refusal(late), (late.body as unknown as Problem).facts.exists]).toEqual([
      '409 not-the-latest',
      [second.id],
    ]);
  });
});

it('a go over a college that agreed to another text says why', async () => {
  const others = (await gateOf(server, id)).electorate.map((one) => one.replace('/college', ''));
  await accepted(correct({ conform: false }));
  await agree(
    server,
    id,
    others.filter((one) => one !== 'assen'),
  );
  expect(told(await rule(server, id, {}))).toEqual([
    '400 /reason reason-required',
    expect.stringMatching(/ging akkoord met een andere tekst dan voorligt/),
  ]);
});
