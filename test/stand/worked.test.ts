// The worked examples of what a body's stand is, played over HTTP: each in a dossier of its own, recorded in its order.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';
import type { GateView } from '../../src/wording/gates/views.js';
import type { Answer } from '../support/client.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import type { Example, Fact } from './example.js';
import { examples } from './examples.js';
import { told as notice } from '../support/told.js';

const body = 'aa/college';
const region_ = 'de-regio/overleg';
const put = '2024-03-25';
const kinds = [
  'agree',
  'agree-with-remarks',
  'agree-with-conditions',
  'agree-subject-to',
  'disagree',
  'deferred',
  'noted',
] as const;

/** A plan with one gate, for each way in which it differs in the examples. */
function planOf(at: Example['at']): Workflow {
  const enacting = at === 'enacts';
  return defineWorkflow({
    id: `stand-${at ?? 'plain'}`,
    version: 1,
    title: 'Proef',
    source: 'Verzonnen.',
    parties: [
      ...['aa', 'be', 'ce'].map((party) => municipality(party, party.toUpperCase(), 'GM0000')),
      region('de-regio', 'De regio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    groups: {
      colleges: { noun: { one: 'college', many: 'colleges' }, bodies: ['aa/college', 'be/college', 'ce/college'] },
    },
    phases: {
      vraag: phase('Vraag', window('2024'), {
        source: 'Verzonnen.',
        gate: gate('Vraag', {
          verb: 'instemmen',
          electorate: 'colleges',
          ruledBy: region_,
          rule: unanimity('colleges'),
          unconfirmed: at === 'counts' ? 'counts' : 'waits',
          kinds: enacting ? ['agree', 'disagree'] : [...kinds],
          ...(enacting ? { enacts: true } : {}),
          ...(at === 'weeks' ? { weeksFromReceipt: 8 } : {}),
          ...(at === 'two'
            ? {
                questions: [
                  { id: 'p', text: 'De eerste vraag?' },
                  { id: 'q', text: 'De tweede vraag?' },
                ],
              }
            : {}),
        }),
      }),
    },
  });
}

const plans = ([undefined, 'counts', 'enacts', 'two', 'weeks'] as const).map(planOf);
const dayIn = (text: string): string => {
  const [day = '', month = ''] = text.split('/');
  return `2024-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
const folder = mkdtempSync(join(tmpdir(), 'sluis-stand-'));
const files = join(folder, 'plans');
const clockAt = (clock: string) =>
  TestServer.start({ workflows: [pathToFileURL(`${files}/`)], folder, change: { clock } });
const lastDay = '2026-11-28T09:00:00.000Z';

let server: TestServer;
afterAll(async () => {
  await server.stop({ keep: true });
  rmSync(folder, { recursive: true, force: true });
});

/** One dossier in which the facts of an example are recorded, in their order. */
class Told {
  readonly decisions: DecisionView[] = [];
  /** When each fact was known. */
  readonly known: string[] = [];

  constructor(readonly id: string) {}

  static async start({ at, promised, facts }: Example): Promise<Told> {
    const lead = await server.as('process-lead', region_);
    const dossier = await accepted(
      lead.post<DossierView>('/dossiers', {
        workflow: `stand-${at ?? 'plain'}`,
        title: 'Proef',
        startedOn: '2024-01-02',
      }),
    );
    const told = new Told(dossier.id);
    await accepted(lead.post(`/dossiers/${dossier.id}/phases/vraag/starts`, { on: '2024-01-02' }));
    await accepted(
      lead.post(`${told.gate}/submissions`, {
        on: put,
        ...(promised === undefined ? {} : { replyBy: dayIn(promised) }),
      }),
    );
    if (facts.some((fact) => 'joins' in fact))
      await told.chair('electorate-changes', { on: put, reason: 'Nog niet.', ...notice(put), leaves: [body] });
    return told;
  }

  get gate(): string {
    return `/dossiers/${this.id}/gates/vraag`;
  }

  async tell(fact: Fact): Promise<void> {
    if ('decide' in fact) await this.decide(fact);
    else if ('correct' in fact) await this.correct(fact);
    else if ('other' in fact)
      await accepted(this.record('be/college', { decision: fact.other, decidedOn: dayIn(fact.on) }));
    else await this.about(fact);
    await new Promise((resolve) => setTimeout(resolve, 2)); // the next is known at a later millisecond
  }

  private async decide({ decide, on, by, closed }: Extract<Fact, { decide: object }>): Promise<void> {
    const { revises, ...said } = decide as { revises?: number };
    const release = closed ? { release: { scope: 'own', ground: 'Gemeentewet art. 86' } } : {};
    const replaces = revises === undefined ? {} : { revises: this.decisions[revises]?.id, reason: 'Opnieuw.' };
    await this.keep(this.record(body, { decidedOn: dayIn(on), ...said, ...replaces, ...release }, by));
  }

  private async correct({ correct, of = 0, by }: Extract<Fact, { correct: object }>): Promise<void> {
    const { decidedOn, ...said } = correct as { decidedOn?: string };
    const day = decidedOn === undefined ? {} : { decidedOn: dayIn(decidedOn) };
    const corrects = this.decisions[of]?.id;
    await this.keep(this.record(body, { corrects, reason: 'Verkeerd vastgelegd.', ...said, ...day }, by));
  }

  private async record(whose: string, said: object, by?: 'region'): Promise<Answer<DecisionView>> {
    const who = by ? await server.as('process-lead', region_) : await server.as('secretary', whose);
    const evidence = by ? { evidence: [{ title: 'Krant', url: 'https://example.org/krant' }] } : {};
    return who.post<DecisionView>(`${this.gate}/decisions`, { body: whose, ...said, ...evidence });
  }

  private async keep(answer: Promise<Answer<DecisionView>>): Promise<void> {
    const recorded = await accepted(answer);
    this.decisions.push(recorded);
    this.known.push(recorded.recorded.recordedAt);
  }

  private async about(
    fact: Exclude<Fact, { decide: object } | { correct: object } | { other: string }>,
  ): Promise<void> {
    const secretary = await server.as('secretary', body);
    const named = (i: number) => `${this.gate}/decisions/${this.decisions[i]?.id}`;
    if ('withdraw' in fact) {
      const decision = this.decisions[fact.withdraw]?.id;
      await accepted(secretary.post(`${this.gate}/withdrawals`, { decision, on: dayIn(fact.on), reason: 'Terug.' }));
    } else if ('confirm' in fact) {
      const said = { on: dayIn(fact.on), confirmed: fact.confirm, ...(fact.confirm ? {} : { reason: 'Niet zo.' }) };
      await accepted(secretary.post(`${named(fact.of)}/confirmations`, said));
    } else if ('release' in fact) {
      await accepted(secretary.post(`${named(fact.release)}/releases`, { on: dayIn(fact.on), scope: 'region' }));
    } else if ('answer' in fact) {
      const condition = this.decisions[0]?.conditions[0];
      const who = fact.answer === 'adopted' ? await server.as('chair', region_) : secretary;
      await accepted(
        who.post(`${this.gate}/conditions/${condition}/answers`, { answer: fact.answer, on: dayIn(fact.on) }),
      );
    } else if ('propose' in fact) {
      const mandate = fact.mandate ? { textualMandate: [body] } : {};
      const lead = await server.as('process-lead', region_);
      await accepted(lead.post(`${this.gate}/proposals`, { on: dayIn(fact.on), title: 'Versie 2', ...mandate }));
    } else if ('putAgain' in fact) {
      const lead = await server.as('process-lead', region_);
      await accepted(lead.post(`${this.gate}/withdrawn-submissions`, { on: dayIn(fact.putAgain), reason: 'Opnieuw.' }));
      await accepted(lead.post(`${this.gate}/submissions`, { on: dayIn(fact.putAgain) }));
    } else if ('received' in fact) {
      await accepted(secretary.post(`${this.gate}/receipts`, { body, on: dayIn(fact.received) }));
    } else if ('extended' in fact) {
      const until = dayIn(fact.until);
      await this.chair('extensions', {
        on: dayIn(fact.extended),
        until,
        reason: 'Het reces.',
        grantedBy: 'het overleg',
      });
    } else if ('joins' in fact) {
      await this.chair('electorate-changes', {
        on: dayIn(fact.joins),
        reason: 'Erbij.',
        ...notice(dayIn(fact.joins)),
        joins: [body],
      });
    }
  }

  private async chair(path: string, said: object): Promise<void> {
    const chair = await server.as('chair', region_);
    await accepted(chair.post(`${this.gate}/${path}`, said));
  }

  /** How the body stands for someone of another body. */
  async look(query: Record<string, string>): Promise<GateView> {
    const other = await server.as('secretary', 'ce/college');
    const answer = await other.get<GateView>(`${this.gate}?${new URLSearchParams(query).toString()}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  }
}

const closedOnes = examples.filter(({ facts }) => facts.some((fact) => 'decide' in fact && fact.closed));
const told = new Map<Example, Told>();

beforeAll(async () => {
  mkdirSync(files);
  for (const plan of plans) writeFileSync(join(files, `${plan.id}.v1.ts`), `export default ${JSON.stringify(plan)}`);
  // What is closed is there from the day of recording: these are recorded on 24 April 2024.
  server = await clockAt('2024-04-24T09:00:00.000Z');
  for (const example of closedOnes) {
    const one = await Told.start(example);
    told.set(example, one);
    for (const fact of example.facts) if (!('release' in fact)) await one.tell(fact);
  }
  await server.stop({ keep: true });
  server = await clockAt(lastDay);
});

const momentOf = ({ known }: Told, asOf?: string, after?: number): Record<string, string> => ({
  ...(asOf === undefined ? {} : { asOf: dayIn(asOf) }),
  ...(after === undefined ? {} : { knownAt: known[after - 1] ?? '' }),
});
const flagsOf = (view: GateView, act?: string | null) => view.decisions.find(({ id }) => id === act)?.flags;
const dueAsked = (due?: string) => (due === undefined ? undefined : dayIn(due));
const dueIn = ({ terms }: GateView) => terms.find((term) => term.body === body)?.dueOn;

it.each(examples.map((example): [string, Example] => [`${example.no}: ${example.says}`, example]))(
  '%s',
  async (_, example) => {
    const one = told.get(example) ?? (await Told.start(example));
    const left = told.has(example) ? example.facts.filter((fact) => 'release' in fact) : example.facts;
    for (const fact of left) await one.tell(fact);
    for (const { asOf, after, side, why, word, flags, due } of example.asked) {
      const query = momentOf(one, asOf, after);
      const view = await one.look(query);
      const stand = view.stands.find((found) => found.body === body);
      expect([query, stand?.side, stand?.why]).toEqual([query, side, why ?? null]);
      expect(dueIn(view)).toBe(dueAsked(due) ?? dueIn(view));
      if (word !== undefined) expect(stand?.word).toBe(word);
      const flagged = flagsOf(view, stand?.act);
      if (flags) expect(flagged).toEqual(expect.arrayContaining(flags));
    }
  },
);

it('asks which text a decision is about when one was put on its very day', async () => {
  const example: Example = { no: 13, says: '', facts: [{ propose: true, on: '16/4' }], asked: [] };
  const one = await Told.start(example);
  await one.tell({ propose: true, on: '16/4' });
  const secretary = await server.as('secretary', body);
  const said = { body, decision: 'agree', decidedOn: '2024-04-16' };
  const refused = await secretary.post(`${one.gate}/decisions`, said);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('"pointer":"/proposalVersion"');
  await accepted(secretary.post(`${one.gate}/decisions`, { ...said, proposalVersion: 1 }));
  const { stands } = await one.look({});
  expect(stands.find((stand) => stand.body === body)).toMatchObject({ side: 'undecided', why: 'stale' });
});
