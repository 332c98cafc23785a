// Councils in their own words: wherever a plan asks for their zienswijze or their consent, nothing that is shown or
// answered speaks of a go or of agreement, and what each of them said stands where it is concluded.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { Asks, Slug } from '../../src/domain/vocabulary.js';
import { askedAt } from '../../src/domain/workflow/asks.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import type { Gate, Option } from '../../src/domain/workflow/workflow.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { accepted } from '../support/drenthe.js';
import { newestOf } from '../support/newest.js';
import { begun, favour, pass, prepare, run, type Way } from '../support/pass.js';
import { pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
const { look } = pagesAt(() => server.url);
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

const plans = newestOf((await loadPlans([shippedWorkflows, ...testWorkflows])).all());

/** Every gate of every plan that asks this of councils, by which they cannot agree. */
const gatesThatAsk = (asks: Asks): [name: string, plan: Plan, gate: Slug][] =>
  plans.flatMap((plan) =>
    [...plan.gates]
      .filter(([id, { kinds }]) => askedAt(plan, id) === asks && !kinds.includes('agree'))
      .map(([id]): [string, Plan, Slug] => [`${plan.workflow.id} ${plan.workflow.version}: ${id}`, plan, id]),
  );

/** The option that leads to this gate, where it hangs on one of these. */
function wayTo(plan: Plan, gate: Slug, options: readonly Option[]): Option | undefined {
  const branch = plan.phases.get(gate)?.branch;
  return branch && (options.find(({ id }) => id === branch.option) ?? wayTo(plan, branch.gate, options));
}

/** A dossier that has come to this gate, which is put. */
async function comeTo(published: Plan, gate: Slug): Promise<Way> {
  const way = await begun(server, published, (options) => wayTo(published, gate, options) ?? options[0]);
  for (const phase of way.plan.workflow.phases) {
    const { phases } = (await way.lead.get<DossierView>(way.base)).body;
    if (phases.find(({ id }) => id === phase.id)?.status === 'skipped') continue;
    if (phase.id !== gate) {
      await pass(way, phase);
      continue;
    }
    await run(way, phase);
    await accepted(way.lead.post(`${way.base}/gates/${gate}/submissions`, { on: way.on }));
    return way;
  }
  throw new Error(`the plan has no gate ${gate}`);
}

const gateOf = ({ plan }: Way, id: Slug): Gate => {
  const gate = plan.gates.get(id);
  if (!gate) throw new Error(`the plan has no gate ${id}`);
  return gate;
};

const pathOf = ({ base }: Way): string => base.replace('/dossiers', '/trajecten');

/** Every page at which this gate is told, as its chair and as the clerk of this body read it. */
async function pagesOf(way: Way, gate: Slug, body: string): Promise<[path: string, text: string][]> {
  const chair = await server.cookieOf('chair', gateOf(way, gate).ruledBy);
  const clerk = await server.cookieOf('clerk', body);
  const at = `${pathOf(way)}/momenten/${gate}`;
  const { decisions } = (await way.lead.get<GateView>(`${way.base}/gates/${gate}`)).body;
  const some = decisions.filter((_, i) => i < 2 || i >= decisions.length - 2); // all others say what these say
  const paths: [string, string][] = [
    [at, chair],
    [`${at}/conclusie`, chair],
    [at, clerk],
    [`${at}/besluit`, clerk],
    ...some.map(({ id }): [string, string] => [`${at}/besluiten/${id}`, clerk]),
  ];
  const pages: [string, string][] = [];
  for (const [path, cookie] of paths) {
    const { status, text } = await look(path, cookie);
    if (status === 200) pages.push([path, textOf(text)]);
  }
  const board = (await look(pathOf(way), chair)).text;
  const card = new RegExp(`<section[^>]*aria-labelledby="gate-${gate}".*?</section>`, 's').exec(board)?.[0];
  return [...pages, ...(card ? [[pathOf(way), textOf(card)] as [string, string]] : [])];
}

/** What the API says of it in words. */
function wordsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return ['sentence', 'word', 'text', 'detail'].includes(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => wordsIn(one, key));
}

const foreign = /\b(niet )?akkoord\b|\b(no-)?go\b/i;
const foreignIn = (texts: readonly (readonly [string, string])[]) =>
  texts.flatMap(([where, text]) => {
    const found = foreign.exec(text);
    return found ? [`${where}: … ${text.slice(Math.max(0, found.index - 60), found.index + 40)} …`] : [];
  });

/** Everything that is said of the gate as it is now. */
async function expectOwnWords(way: Way, gate: Slug, body: string): Promise<GateView> {
  const view = (await way.lead.get<GateView>(`${way.base}/gates/${gate}`)).body;
  expect(foreignIn(wordsIn(view).map((text) => ['API', text] as const))).toEqual([]);
  expect(foreignIn(await pagesOf(way, gate, body))).toEqual([]);
  return view;
}

async function record(way: Way, gate: Slug, body: string, said: object): Promise<DecisionView> {
  const clerk = await server.as('clerk', body);
  return accepted(
    clerk.post<DecisionView>(`${way.base}/gates/${gate}/decisions`, { body, decidedOn: way.on, ...said }),
  );
}

describe('a gate that asks for a zienswijze', () => {
  it.each(gatesThatAsk('response'))(
    '%s speaks of responses alone, with tenor and points where it is concluded',
    async (_, published, gate) => {
      const way = await comeTo(published, gate);
      const terms = gateOf(way, gate);
      const [one = '', two = '', ...others] = terms.electorate;
      await expectOwnWords(way, gate, one);
      const said = { decision: 'view', tenor: 'negative', points: ['De kosten zijn te hoog.'] };
      const { id } = await record(way, gate, one, said);
      await record(way, gate, two, { decision: 'deferred' });
      const open = await expectOwnWords(way, gate, one);
      expect([open.asks, open.outcome]).toEqual(['response', 'open']);
      expect(open.stands.find(({ body }) => body === one)?.word).toMatch(/^gereageerd: zienswijze, negatief/);
      const pages = await pagesOf(way, gate, one);
      const told = pages.filter(
        ([, text]) => text.includes('Gereageerd: zienswijze, negatief') && text.includes('De kosten zijn te hoog.'),
      );
      const at = `${pathOf(way)}/momenten/${gate}`;
      for (const path of [at, `${at}/conclusie`, `${at}/besluiten/${id}`, pathOf(way)])
        expect([path, told.some(([page]) => page === path)]).toEqual([path, true]);
      const drawn = (await look(at, await server.cookieOf('chair', terms.ruledBy))).text;
      expect(drawn).toContain('<use href="#sign-view">');
      expect([...drawn.matchAll(/<use href="#sign-for">/g)]).toEqual([]);
      const chair = await server.as('chair', terms.ruledBy);
      const refused = await chair.post(`${way.base}/gates/${gate}/rulings`, {
        ruling: 'go',
        ruledOn: way.on,
      });
      expect([refused.status, foreignIn([['refusal', refused.body.detail]])]).toEqual([409, []]);
      await prepare(way, gate, terms);
      for (const body of [two, ...others]) {
        const revises = body === two ? open.decisions.find((decision) => decision.body === two)?.id : undefined;
        await record(way, gate, body, { decision: 'no-view', ...(revises ? { revises } : {}) });
      }
      const whole = await expectOwnWords(way, gate, one);
      expect([whole.outcome, (await pagesOf(way, gate, one)).filter(([, text]) => /[Nn]og nodig/.test(text))]).toEqual([
        'go',
        [],
      ]);
      await accepted(chair.post(`${way.base}/gates/${gate}/rulings`, { ruling: 'go', ruledOn: way.on }));
      const concluded = await expectOwnWords(way, gate, one);
      expect(concluded.sentence).toMatch(/: afgesloten\.$/);
    },
    300_000,
  );
});

describe('a gate that asks for consent', () => {
  it.each(gatesThatAsk('consent'))(
    '%s speaks of consent alone',
    async (_, published, gate) => {
      const way = await comeTo(published, gate);
      const terms = gateOf(way, gate);
      const [one = '', ...others] = terms.electorate;
      const open = await expectOwnWords(way, gate, one);
      expect(open.asks).toBe('consent');
      expect(open.rule.text).toContain('toestemming verleend');
      for (const body of others) await favour(way, gate, terms, body);
      const withheld = await record(way, gate, one, {
        decision: 'consent-withheld',
        ground: 'conflict-with-law',
        reason: 'Strijd met de wet.',
      });
      const lost = await expectOwnWords(way, gate, one);
      expect(lost.sentence).toMatch(
        /^De toestemming kan niet worden vastgesteld: 1 van de \d+ raden heeft toestemming/,
      );
      await record(way, gate, one, { decision: 'consent', revises: withheld.id });
      const whole = await expectOwnWords(way, gate, one);
      expect(whole.sentence).toMatch(
        /^De toestemming kan worden vastgesteld: (beide|alle \d+) raden hebben toestemming verleend/,
      );
      const chair = await server.as('chair', terms.ruledBy);
      await accepted(chair.post(`${way.base}/gates/${gate}/rulings`, { ruling: 'go', ruledOn: way.on }));
      expect((await expectOwnWords(way, gate, one)).sentence).toMatch(/: toestemming vastgesteld\.$/);
    },
    300_000,
  );
});

it('there are plans that ask each of them', () => {
  expect(gatesThatAsk('response').length).toBeGreaterThan(2);
  expect(gatesThatAsk('consent').length).toBeGreaterThan(2);
});
