// Moves in the Drenthe roadmap that many tests need.
import type { DecisionView, ConditionView, RulingView } from '../../src/domain/views/decision-view.js';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import type { Answer, Problem } from './client.js';
import type { TestServer } from './server.js';

export const municipalities = [
  'aa-en-hunze',
  'assen',
  'borger-odoorn',
  'coevorden',
  'de-wolden',
  'emmen',
  'hoogeveen',
  'meppel',
  'midden-drenthe',
  'noordenveld',
  'tynaarlo',
  'westerveld',
];

export const college = (municipality: string): string => `${municipality}/college`;

/** Starts a dossier of version 1. */
export async function startDrenthe(server: TestServer): Promise<string> {
  const lead = await server.lead();
  const started = await lead.post<DossierView>('/dossiers', {
    workflow: 'drenthe-robuuste-regio',
    version: 1,
    title: 'Robuuste regio (test)',
    startedOn: '2024-04-11',
  });
  if (started.status !== 201) throw new Error(started.text);
  return started.body.id;
}

/** Starts a dossier and puts its first gate. */
export async function withOpenGate(server: TestServer): Promise<string> {
  const id = await startDrenthe(server);
  const lead = await server.lead();
  await accepted(lead.post(`/dossiers/${id}/phases/instemming/starts`, { on: '2024-04-11' }));
  await accepted(
    lead.post(`/dossiers/${id}/gates/instemming/submissions`, { on: '2024-04-11', replyBy: '2024-05-16' }),
  );
  return id;
}

export async function decide(
  server: TestServer,
  id: string,
  municipality: string,
  decision: object = {},
  gate = 'instemming',
): Promise<Answer<DecisionView>> {
  const secretary = await server.secretary(municipality);
  return secretary.post<DecisionView>(`/dossiers/${id}/gates/${gate}/decisions`, {
    body: college(municipality),
    decision: 'agree',
    decidedOn: '2024-04-16',
    ...decision,
  });
}

/** Lets these colleges agree. */
export async function agree(
  server: TestServer,
  id: string,
  among = municipalities,
  gate = 'instemming',
  on = '2024-04-16',
) {
  for (const municipality of among) await accepted(decide(server, id, municipality, { decidedOn: on }, gate));
}

export async function rule(server: TestServer, id: string, ruling: object, gate = 'instemming') {
  const chair = await server.chair();
  return chair.post<RulingView & Problem>(`/dossiers/${id}/gates/${gate}/rulings`, {
    ruling: 'go',
    ruledOn: '2024-05-20',
    ...ruling,
  });
}

export async function gateOf(server: TestServer, id: string, gate = 'instemming', query = ''): Promise<GateView> {
  const lead = await server.lead();
  return (await lead.get<GateView>(`/dossiers/${id}/gates/${gate}${query}`)).body;
}

export async function dossierOf(server: TestServer, id: string, query = ''): Promise<DossierView> {
  const lead = await server.lead();
  return (await lead.get<DossierView>(`/dossiers/${id}${query}`)).body;
}

export async function conditionOf(
  server: TestServer,
  id: string,
  gate = 'instemming',
  index = 0,
): Promise<ConditionView> {
  const condition = (await gateOf(server, id, gate)).conditions[index];
  if (!condition) throw new Error('there is no such condition');
  return condition;
}

/** The answer, which must be 201. */
export async function accepted<T>(sent: Promise<Answer<T>>): Promise<T> {
  const answer = await sent;
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}
