// What became of a decision, told the same in log, receipt, tasks, lists and API: corrected and then released, taken for
// one that never was, waiting beside what stands, and concluded, opened again and asked about a former day.
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { refusal, type Problem } from '../support/client.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { waitsIn } from '../support/tasks-page.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
const { look } = pagesAt(() => server.url);
const oost = 'oost/college';
const closed = { release: { scope: 'own', ground: 'Verzonnen grond.' } };

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server);
  await track.put('ontwerp', '2024-01-02');
});
afterAll(() => server.stop());

const decide = (kind: string, on: string, more: object = {}): Promise<DecisionView> =>
  accepted(track.decide('ontwerp', oost, kind, on, { reason: 'Zo besloten.', ...more }));
const about = async (id: string, call: string, body: object) =>
  (await track.recorder(oost)).post(track.path('ontwerp', `decisions/${id}/${call}`), body);

async function page(path: string, role: Parameters<TestServer['as']>[0] = 'process-lead', body = 'raadsregio/overleg') {
  const { text } = await look(`/trajecten/${track.id}${path}`, await server.cookieOf(role, body));
  return textOf(text);
}
const own = (path: string) => page(path, 'secretary', oost);
const receipt = (id: string) => `/momenten/ontwerp/besluiten/${id}`;

describe('a closed decision that was corrected and then released', () => {
  it('is known in all its readings, in the log as on the receipt and in the API', async () => {
    const wrong = await decide('disagree', '2024-01-03', closed);
    const right = await decide('agree', '2024-01-03', { corrects: wrong.id, reason: 'Verkeerd getypt.' });
    expect(await page('/logboek')).toMatch(/(Er is iets vastgelegd dat nog niet is vrijgegeven.*){2}/);
    await accepted(about(right.id, 'releases', { on: '2024-01-10', scope: 'region' }));
    const log = await page('/logboek');
    expect(log).not.toContain('Er is iets vastgelegd');
    expect(log).toContain('Oost: niet akkoord bij');
    expect(log).toContain('akkoord bij Ontwerp (eerst: niet akkoord)');
    expect(log).toMatch(/Onjuist vastgelegd; gecorrigeerd in regel \d+ op .*: Verkeerd getypt\./);
    expect(await page(receipt(wrong.id))).toContain('Dit is gecorrigeerd. Naar wat nu geldt');
    const shown = (await track.gate('ontwerp')).decisions.map(({ id }) => id);
    expect(shown).toEqual([wrong.id, right.id]);
  });
});

describe('a decision that there never was', () => {
  it('is told as one, and nothing more happens to it', async () => {
    const first = await decide('agree', '2024-01-03');
    const wrong = await decide('disagree', '2024-01-05', { revises: first.id });
    const never = await decide('disagree', '2024-01-05', {
      corrects: wrong.id,
      noDecision: true,
      reason: 'Niet besloten.',
    });
    expect(never.supersededBy).toBeNull();
    const { sequence, recordedBy } = never.recorded;
    const { text } = await look(
      `/trajecten/${track.id}${receipt(never.id)}?vastgelegd=${sequence}`,
      await server.signIn(recordedBy.id),
    );
    const shown = textOf(text);
    expect(shown).toContain('Vastgelegd: er was geen besluit.');
    expect(shown).not.toMatch(
      /Er is later opnieuw besloten|Is er opnieuw besloten|Intrekken|Besluitenlijst vastgesteld/,
    );
    expect(await page('/logboek')).toContain('Is er niet geweest: College van Oost: niet akkoord bij Ontwerp');
    expect(await page('/logboek')).not.toContain('(eerst: niet akkoord)');
    for (const [call, says] of [
      ['list-adoptions', { on: '2024-01-10' }],
      ['releases', { on: '2024-01-10', scope: 'public' }],
    ] as const)
      expect(refusal(await about(never.id, call, says))).toBe('409 not-in-this-state');
    const withdrawing = { decision: never.id, on: '2024-01-10', reason: 'Terug.' };
    const secretary = await track.recorder(oost);
    expect(refusal(await secretary.post(track.path('ontwerp', 'withdrawals'), withdrawing))).toBe(
      '409 not-in-this-state',
    );
    expect((await track.gate('ontwerp')).stands[0]).toMatchObject({ body: oost, side: 'for', act: first.id });
  });

  it('did not happen on its day, and is done as what it is', async () => {
    const first = await decide('disagree', '2024-01-05');
    const { recordedBy } = first.recorded;
    await decide('disagree', '2024-01-05', { corrects: first.id, noDecision: true, reason: 'Niet besloten.' });
    expect(await page('?asOf=2024-01-05')).not.toContain('Oost: niet akkoord');
    const tasks = textOf((await look('/taken', await server.signIn(recordedBy.id))).text);
    expect(tasks).toContain('College van Oost: ten onrechte vastgelegd (Ontwerp)');
    expect(tasks).not.toContain('College van Oost: niet akkoord');
  });
});

describe('what waits beside a decision that stands', () => {
  it('does not replace it: closed, for the own body alone', async () => {
    const known = await decide('agree', '2024-01-03');
    const kept = await decide('disagree', '2024-01-05', { revises: known.id, ...closed });
    expect(kept.supersededBy).toBeNull();
    const shown = await own(receipt(kept.id));
    expect(shown).toContain('Dit telt nog niet: het is nog niet vrijgegeven.');
    expect(shown).toContain('Tot dan geldt het eerdere besluit.');
    expect(shown).not.toContain('Dit vervangt een eerder besluit');
    const gate = await own('/momenten/ontwerp');
    expect(gate).toContain('een later besluit is nog niet vrijgegeven en telt nog niet');
    expect(gate).not.toContain('de regio legde ook iets vast');
    expect(await page('/momenten/ontwerp')).not.toMatch(/nog niet vrijgegeven|legde ook/);
  });

  it('is marked as not counting for its own body, also where nothing else stands', async () => {
    const kept = await decide('agree', '2024-01-03', closed);
    expect(await own('/momenten/ontwerp')).toContain('uw besluit telt nog niet');
    expect(await own(receipt(kept.id))).toContain('Dit telt nog niet: het is nog niet vrijgegeven.');
    expect(await page('/momenten/ontwerp')).not.toContain('telt nog niet');
  });

  it('is confirmed or released, and nobody is called to decide for that', async () => {
    const evidence = [{ title: 'Verzonnen lijst', url: 'https://example.org/lijst' }];
    await accepted(
      track.lead.post(track.path('ontwerp', 'decisions'), {
        ...{ body: 'west/college', decision: 'agree', decidedOn: '2024-01-04', evidence },
      }),
    );
    await decide('agree', '2024-01-03', closed);
    const waiting = waitsIn((await look('/taken', await server.cookieOf('process-lead', 'raadsregio/overleg'))).text);
    expect(waiting.filter(({ href }) => href.includes(track.id)).map(({ who, what }) => [who, what])).toEqual([
      ['College van Oost', ['Nog vrij te geven']],
      ['College van West', ['Nog te bevestigen wat de regio vastlegde']],
      ['College van Eiland', ['Nog te besluiten']],
    ]);
  });
});

describe('a conclusion', () => {
  it('of a day that is past is refused with the day, and by a certain no-go without waiting', async () => {
    await track.all('ontwerp', 'college', 'agree', '2024-01-10');
    const early = await track.rule('ontwerp', 'go', '2024-01-05');
    expect((early.body as Problem).detail).toMatch(
      /^Zo stond het op 5 januari 2024\. Een go is nog niet mogelijk: .*of kies een latere dag, of wacht op wie nog mist\.$/,
    );
    await decide('disagree', '2024-01-12', { revises: (await track.gate('ontwerp')).decisions[0]?.id });
    const no = await track.rule('ontwerp', 'go', '2024-01-12');
    expect((no.body as Problem).detail).toMatch(/Kies aanhouden of no-go, of kies een latere dag\.$/);
  });

  it('that was opened again says so among the conclusions', async () => {
    await track.all('ontwerp', 'college', 'agree', '2024-01-10');
    await accepted(track.rule('ontwerp', 'go', '2024-01-11'));
    const reopening = { on: '2024-01-15', reason: 'De bijlage ontbrak.' };
    await accepted(track.chair.post(track.path('ontwerp', 'reopenings'), reopening));
    expect((await track.gate('ontwerp')).reopenings).toEqual([reopening]);
    await decide('disagree', '2024-01-16', { revises: (await track.gate('ontwerp')).decisions[0]?.id });
    const shown = await page('/momenten/ontwerp');
    expect(shown).toMatch(/Conclusies Go , 11 januari 2024 Heropend op 15 januari 2024 De bijlage ontbrak\./);
    expect(shown).not.toContain('De conclusie hierboven');
  });
});
