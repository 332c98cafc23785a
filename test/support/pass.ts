// A phase of any plan, played over HTTP from its start to a go.
import type { DecisionKind } from '../../src/domain/vocabulary.js';
import type { NamedParties } from '../../src/domain/workflow/open-parties.js';
import { isByItself } from '../../src/domain/workflow/asks.js';
import { areCouncils, planWith, type Plan } from '../../src/domain/workflow/plan.js';
import type { Gate, Option, Phase } from '../../src/domain/workflow/workflow.js';
import type { Client } from './client.js';
import { accepted } from './drenthe.js';
import type { TestServer } from './server.js';

/** One way through a plan: with the first option of every choice, or with the last. */
export interface Way {
  server: TestServer;
  plan: Plan;
  base: string;
  lead: Client;
  on: string;
  choose: (options: readonly Option[]) => Option | undefined;
}

/** Who decides where a plan leaves that open. */
const named: NamedParties = {
  parties: [
    { id: 'goes', title: 'Goes', code: 'GM0664' },
    { id: 'veere', title: 'Veere', code: 'GM0717' },
  ],
  ruledBy: { id: 'raadsregio/overleg', title: 'Bestuurlijk overleg', region: 'Raadsregio' },
};

/** A dossier of this plan, with everything known that happens elsewhere. */
export async function begun(server: TestServer, published: Plan, choose: Way['choose']): Promise<Way> {
  const { id: workflow, version, notBefore, open, outside = {} } = published.workflow;
  const plan = open ? planWith(published, named) : published;
  const parties = open && named.parties.map((one) => one.id);
  const on = notBefore ?? '2024-01-02';
  const lead = await server.as('process-lead', [...plan.rulingBodies][0] ?? '');
  const start = { workflow, version, title: 'Tot het einde', startedOn: on, parties };
  const base = `/dossiers/${(await accepted(lead.post<{ id: string }>('/dossiers', start))).id}`;
  for (const fact of Object.keys(outside))
    await accepted(lead.post(`${base}/facts`, { fact, on, source: 'Staatsblad' }));
  return { server, plan, base, lead, on, choose };
}

export const agreeing: DecisionKind[] = ['agree', 'agree-in-principle', 'no-view', 'consent', 'adopt', 'signed'];

/** Who records for a body: the clerk of a council, the secretary of any other. */
export const recordingRole = ({ plan }: Way, body: string): 'clerk' | 'secretary' =>
  areCouncils(plan, [body]) ? 'clerk' : 'secretary';

const recorder = (way: Way, body: string): Promise<Client> => way.server.as(recordingRole(way, body), body);

/** A phase from its start until its gate can be put; without a gate, until it is complete. */
export async function run({ base, lead, on }: Way, { id, visits, gate }: Phase): Promise<void> {
  await accepted(lead.post(`${base}/phases/${id}/starts`, { on }));
  for (const body of visits) await accepted(lead.post(`${base}/phases/${id}/visits`, { body, on }));
  if (!gate) await accepted(lead.post(`${base}/phases/${id}/completions`, { on }));
}

/** A phase from its start to a go, with every body for. */
export async function pass(way: Way, phase: Phase): Promise<void> {
  const { base, lead, on, choose } = way;
  const { id, gate } = phase;
  await run(way, phase);
  if (!gate) return;
  const option = choose(gate.options)?.id;
  await accepted(lead.post(`${base}/gates/${id}/submissions`, { on, ...(gate.poll ? {} : { option }) }));
  await conclude(way, id, gate);
}

/** This body is for. */
export async function favour(way: Way, id: string, { kinds, poll }: Gate, body: string, option?: string) {
  const decision = { decision: agreeing.find((kind) => kinds.includes(kind)), decidedOn: way.on };
  const sent = { body, ...decision, ...(poll ? { option } : {}) };
  await accepted((await recorder(way, body)).post(`${way.base}/gates/${id}/decisions`, sent));
}

/** These bodies are for, and the chair concludes a go, unless their decision is its own end. */
export async function conclude(way: Way, id: string, gate: Gate, bodies: string[] = gate.electorate): Promise<void> {
  const { server, base, on, choose } = way;
  for (const body of bodies) await favour(way, id, gate, body, choose(gate.options)?.id);
  if (isByItself(gate)) return;
  await prepare(way, id, gate);
  const chair = await server.as('chair', gate.ruledBy);
  await accepted(chair.post(`${base}/gates/${id}/rulings`, { ruling: 'go', ruledOn: on }));
}

/** Every paper that it asks lies, and every criterion is met, stated by who is to. */
export async function prepare(way: Way, id: string, { papers = [], criteria = [], ruledBy }: Gate): Promise<void> {
  const { server, base, lead, on } = way;
  for (const { id: paper, title } of papers)
    await accepted(lead.post(`${base}/gates/${id}/papers`, { paper, title, on, url: 'https://example.org/stuk' }));
  for (const { id: criterion, statedBy } of criteria) {
    const who =
      statedBy === 'process-lead'
        ? lead
        : statedBy === 'chair'
          ? await server.as('chair', ruledBy)
          : await recorder(way, statedBy);
    await accepted(who.post(`${base}/gates/${id}/criterion-statements`, { criterion, state: 'met', on }));
  }
}
