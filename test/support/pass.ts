// A phase of any plan, played over HTTP from its start to a go.
import type { DecisionKind } from '../../src/domain/vocabulary.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
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

const agreeing: DecisionKind[] = ['agree', 'agree-in-principle', 'no-view', 'consent', 'adopt', 'signed'];

/** Who records for a body: the clerk of a council, the secretary of any other. */
const recorder = ({ server, plan }: Way, body: string): Promise<Client> =>
  server.as(plan.bodies.get(body)?.kind === 'council' ? 'clerk' : 'secretary', body);

/** A phase from its start to a go, with every body for. */
export async function pass(way: Way, { id, visits, gate }: Phase): Promise<void> {
  const { base, lead, on, choose } = way;
  await accepted(lead.post(`${base}/phases/${id}/starts`, { on }));
  for (const body of visits) await accepted(lead.post(`${base}/phases/${id}/visits`, { body, on }));
  if (!gate) {
    await accepted(lead.post(`${base}/phases/${id}/completions`, { on }));
    return;
  }
  const option = choose(gate.options)?.id;
  await accepted(lead.post(`${base}/gates/${id}/submissions`, { on, ...(gate.poll ? {} : { option }) }));
  await conclude(way, id, gate);
}

/** These bodies are for, and the chair concludes a go. */
export async function conclude(way: Way, id: string, gate: Gate, bodies: string[] = gate.electorate): Promise<void> {
  const { server, base, on, choose } = way;
  const option = choose(gate.options)?.id;
  const decision = { decision: agreeing.find((kind) => gate.kinds.includes(kind)), decidedOn: on };
  for (const body of bodies) {
    const sent = { body, ...decision, ...(gate.poll ? { option } : {}) };
    await accepted((await recorder(way, body)).post(`${base}/gates/${id}/decisions`, sent));
  }
  const chair = await server.as('chair', gate.ruledBy);
  await accepted(chair.post(`${base}/gates/${id}/rulings`, { ruling: 'go', ruledOn: on }));
}
