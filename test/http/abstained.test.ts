// A body that abstains, where the plan offers it: how it counts, what is said and drawn of it, and what is stored.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { pagesAt } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const overleg = 'onthouding/overleg';
const day = '2024-01-09';
const needsAll = 'nodig is dat alle 4 akkoord zijn';

let server: TestServer;
let track: Track;
const { look } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
beforeEach(async () => {
  track = await Track.start(server, 'onthouding', '2024-01-02', overleg);
});
afterAll(() => server.stop());

/** Each college in turn decides so. */
async function decide(gate: string, decisions: Record<string, string>, more: object = {}): Promise<void> {
  for (const [place, decision] of Object.entries(decisions))
    await accepted(track.decide(gate, `${place}/college`, decision, day, more));
}

describe('a body that abstains', () => {
  it('keeps a rule that counts all from a go, and is named where it does', async () => {
    await track.put('samen', '2024-01-03');
    await decide('samen', { oost: 'agree', west: 'agree', eiland: 'abstained', noord: 'deferred' });
    const gate = await track.gate('samen');
    const nobody = { against: 0, silent: 0, options: {} };
    expect(gate.tally).toEqual({ electorate: 4, for: 2, abstained: 1, undecided: 1, decided: 3, ...nobody });
    expect(gate.missing).toEqual([{ body: 'noord/college', why: 'deferred', until: null }]);
    expect(gate.explanation).toMatchObject({ outcome: 'no-go', certain: true, because: ['eiland/college'] });
    expect(gate.sentence).toBe(`Een go is niet mogelijk: 1 van de 4 colleges onthield zich; ${needsAll}.`);
  });

  it('is left out of a majority of those who decide, and stays so in what was concluded', async () => {
    await track.put('meeste', '2024-01-03');
    await decide('meeste', { oost: 'agree', west: 'agree', eiland: 'disagree', noord: 'abstained' });
    const said = '2 van de 4 colleges zijn akkoord; 1 niet akkoord, 1 onthield zich';
    const open = await track.gate('meeste');
    expect(open.sentence).toBe(`Een go is mogelijk: ${said}.`);
    expect(open.tally).toMatchObject({ for: 2, against: 1, abstained: 1, undecided: 0, silent: 0, decided: 4 });
    await accepted(track.rule('meeste', 'go', day));
    const ruled = await track.gate('meeste');
    expect([ruled.tally, ruled.sentence]).toEqual([
      open.tally,
      `Stand op 9 januari 2024: ${said}. Conclusie van het overleg: go.`,
    ]);
  });

  it('changes a gate after its ruling when it takes a side after all', async () => {
    await track.put('meeste', '2024-01-03');
    await decide('meeste', { oost: 'agree', west: 'agree', eiland: 'disagree', noord: 'abstained' });
    await accepted(track.rule('meeste', 'go', day));
    const former = (await track.gate('meeste')).decisions.find(({ body }) => body === 'noord/college');
    await decide('meeste', { noord: 'agree' }, { revises: former?.id });
    expect((await track.gate('meeste')).status).toBe('open');
  });

  it('does so only when all its answers do: one against is against, one deferred undecided, one for is for', async () => {
    await track.put('meeste', '2024-01-03');
    const both = (doel: string, geld: string) => ({ answers: { doel, geld } });
    await decide('meeste', { oost: 'abstained' }, both('abstained', 'disagree'));
    await decide('meeste', { west: 'abstained' }, both('abstained', 'deferred'));
    await decide('meeste', { eiland: 'abstained' }, both('abstained', 'agree'));
    await decide('meeste', { noord: 'abstained' });
    expect((await track.gate('meeste')).tally).toMatchObject({ for: 1, against: 1, abstained: 1, undecided: 1 });
  });

  it('chooses nothing where each chooses for itself', async () => {
    await track.put('keuze', '2024-01-03');
    await decide('keuze', { oost: 'agree', west: 'agree', eiland: 'agree' }, { option: 'links' });
    await decide('keuze', { noord: 'abstained' });
    const gate = await track.gate('keuze');
    expect([gate.outcome, gate.tally.abstained, gate.tally.options]).toEqual(['no-go', 1, { links: 3, rechts: 0 }]);
  });

  it('does not count where its plan does not name it', async () => {
    const other = await Track.start(server);
    await other.put('ontwerp', '2024-01-03');
    expect((await other.decide('ontwerp', 'oost/college', 'abstained', day)).status).toBe(201);
    expect((await other.gate('ontwerp')).tally).toMatchObject({ abstained: 0, undecided: 1 });
  });

  it('has no weight in a part of the votes cast, and the weights are said by their source', async () => {
    await track.put('gewogen', '2024-01-03');
    await decide('gewogen', { oost: 'agree', west: 'abstained', eiland: 'disagree', noord: 'abstained' });
    const source = { title: 'Bevolking per gemeente', url: 'https://example.org/bevolking', on: '2024-01-01' };
    const gate = await track.gate('gewogen');
    expect(gate.sentence).toBe(
      'Een go is mogelijk: 1 van de 4 colleges is akkoord; 1 niet akkoord, 2 onthielden zich; met 40.000 van de 60.000 ' +
        'inwoners (Bevolking per gemeente, 1 januari 2024) van wie voor of tegen besloot; nodig is ten minste 2/3.',
    );
    expect(gate.rule.sources).toEqual([source]);
    const secretary = await server.cookieOf('secretary', 'oost/college');
    const link =
      'De gewichten staan in <a class="nl-link" href="https://example.org/bevolking">Bevolking per gemeente</a>';
    for (const path of [`/trajecten/${track.id}/momenten/gewogen`, '/procesplannen/onthouding'])
      expect((await look(path, secretary)).text).toContain(link);
  });

  it('counts nobody at a gate that was not put yet', async () => {
    const { gates } = (await track.lead.get<DossierView>(`/dossiers/${track.id}`)).body;
    expect(gates[0]?.tally).toMatchObject({ abstained: 0, silent: 4 });
  });
});

describe('the pages of a gate at which a body abstained', () => {
  it('offer it, and show it by its own sign and word: on the card, in the legend, in the rows and in the matrix', async () => {
    await track.put('samen', '2024-01-03');
    const secretary = await server.cookieOf('secretary', 'oost/college');
    const gatePath = `/trajecten/${track.id}/momenten/samen`;
    const form = (await look(`${gatePath}/besluit`, secretary)).text;
    expect(form).toMatch(/value="abstained".*?Stem onthouden/s);
    await decide('samen', { oost: 'abstained', west: 'agree' });
    const verdict =
      /sluis-verdict--abstained"[^>]*><svg[^>]*><use href="#sign-abstained"><\/use><\/svg><span>Stem onthouden/g;
    const seen = async (path: string) => (await look(path, secretary)).text.match(verdict)?.length ?? 0;
    // In the legend or the list of responses, and in the matrix; in the legend, and in the row of the body.
    expect([await seen(`/trajecten/${track.id}`), await seen(gatePath)]).toEqual([2, 2]);
    const card = (await look(`/trajecten/${track.id}`, secretary)).text;
    expect(card).toContain('sluis-bar__part sluis-sign--abstained" x="25" width="25"');
    expect(card).not.toContain('nog niet)');
    expect(card).toContain('id="sign-abstained"');
  });
});
