// Dossiers of the demonstration, and of an invented region, in states that pages are looked at in. Each gives its address.
import { accepted, municipalities } from './drenthe.js';
import type { TestServer } from './server.js';
import type { Demonstration } from './visitor.js';
import { told } from './told.js';

/** Its first gate was passed: three phases run in it. */
export async function furtherOn(place: Demonstration): Promise<string> {
  const lead = await place.as('kwartiermaker');
  const gate = `/dossiers/${place.id}/gates/instemming/decisions`;
  const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/besluitenlijst' }];
  const recorded = { body: 'meppel/college', decision: 'agree', decidedOn: '2024-05-14', evidence };
  await accepted(lead.post(gate, recorded)); // which Meppel has still to confirm
  const id = await wentOn(place, 'Traject dat verder is');
  const visit = { body: 'assen/college', on: '2024-05-02', findings: { zorg: 'Vraagt aandacht voor de toegang.' } };
  await accepted(lead.post(`/dossiers/${id}/phases/orientatie/visits`, visit));
  return `${place.base}/trajecten/${id}`;
}

/** Its first gate was passed and opened again, while two phases had gone on with it. */
export async function openedAgain(place: Demonstration): Promise<string> {
  const id = await wentOn(place, 'Traject dat teruggaat');
  const reopening = { on: '2024-05-06', reason: 'De brief noemde een verkeerd bedrag.' };
  await accepted((await place.as('voorzitter')).post(`/dossiers/${id}/gates/instemming/reopenings`, reopening));
  return `${place.base}/trajecten/${id}`;
}

/** A new dossier: every college agreed, the chair concluded, and two phases began. */
async function wentOn(place: Demonstration, title: string): Promise<string> {
  const lead = await place.as('kwartiermaker');
  const start = { workflow: 'drenthe-robuuste-regio', version: 1, title, startedOn: '2024-04-11' };
  const { id } = await accepted(lead.post<{ id: string }>('/dossiers', start));
  const on = { on: '2024-04-11' };
  await accepted(lead.post(`/dossiers/${id}/phases/instemming/starts`, on));
  await accepted(lead.post(`/dossiers/${id}/gates/instemming/submissions`, on));
  for (const one of municipalities) {
    const decision = { body: `${one}/college`, decision: 'agree', decidedOn: '2024-04-16' };
    await accepted((await place.as(`secretaris.${one}`)).post(`/dossiers/${id}/gates/instemming/decisions`, decision));
  }
  const ruling = { ruling: 'go', ruledOn: '2024-04-25', meeting: { form: 'session', reference: 'ABO 25 april' } };
  await accepted((await place.as('voorzitter')).post(`/dossiers/${id}/gates/instemming/rulings`, ruling));
  for (const phase of ['orientatie', 'themas'])
    await accepted(lead.post(`/dossiers/${id}/phases/${phase}/starts`, { on: '2024-04-26' }));
  return id;
}

/** Its first gate saw a second version, an agenda, a body that left, a closed decision and one taken back. */
export async function muchChanged(place: Demonstration): Promise<string> {
  const lead = await place.as('kwartiermaker');
  const start = {
    workflow: 'drenthe-robuuste-regio',
    version: 1,
    title: 'Traject met wijzigingen',
    startedOn: '2024-04-11',
  };
  const { id } = await accepted(lead.post<{ id: string }>('/dossiers', start));
  const call = (path: string) => `/dossiers/${id}/gates/instemming/${path}`;
  await accepted(lead.post(`/dossiers/${id}/phases/instemming/starts`, { on: '2024-04-11' }));
  const proposal = { title: 'Brief van 11 april 2024' };
  await accepted(lead.post(call('submissions'), { on: '2024-04-11', replyBy: '2024-05-16', proposal }));
  const secretary = (one: string) => place.as(`secretaris.${one}`);
  const decide = async (one: string, more: object = {}) =>
    accepted(
      (await secretary(one)).post<{ id: string }>(call('decisions'), {
        body: `${one}/college`,
        decision: 'agree',
        decidedOn: '2024-04-16',
        ...more,
      }),
    );
  for (const one of ['assen', 'emmen']) await decide(one);
  await decide('coevorden', { decision: 'agree-with-remarks', remarks: ['Let op de kosten.', 'Betrek de scholen.'] });
  const version = { on: '2024-04-25', title: 'Brief van 25 april 2024', textualMandate: ['assen/college'] };
  await accepted(lead.post(call('proposals'), version));
  await decide('hoogeveen', { decidedOn: '2024-04-30', conform: false, text: 'Met schrapping van punt 2.' });
  await decide('tynaarlo', { decidedOn: '2024-04-30', release: { scope: 'own', ground: 'art. 87 Gemeentewet' } });
  const back = await decide('meppel', { decidedOn: '2024-04-30' });
  const reason = 'Het college besloot er opnieuw over te spreken.';
  await accepted(
    (await secretary('meppel')).post(call('withdrawals'), { decision: back.id, on: '2024-05-07', reason }),
  );
  const agenda = { body: 'westerveld/college', meetingOn: '2024-05-21', stage: 'college' };
  await accepted((await secretary('westerveld')).post(call('agendas'), agenda));
  const leaves = {
    on: '2024-05-08',
    reason: 'Verzonnen: deze gemeente doet niet meer mee.',
    ...told('2024-05-08'),
    leaves: ['noordenveld/college'],
  };
  const chair = await place.as('voorzitter');
  await accepted(chair.post(call('electorate-changes'), leaves));
  const rule = { rule: 'threshold', needed: 10, of: 'colleges' };
  const meeting = { form: 'session', reference: 'ABO 8 mei' };
  const amended = { on: '2024-05-08', reason: 'Twee gemeenten zijn in herindeling.', meeting, rule };
  await accepted(chair.post(call('rule-amendments'), amended));
  return `${place.base}/trajecten/${id}`;
}

/** Its meetings were held, moved, cancelled and missed; a fact is known and a plan was moved. */
export async function followed(server: TestServer): Promise<string> {
  const lead = await server.as('process-lead', 'overlegregio/overleg');
  const start = { workflow: 'overlegregio', title: 'Traject met overleggen', startedOn: '2023-09-01' };
  const { id } = await accepted(lead.post<{ id: string }>('/dossiers', start));
  const call = (path: string, body: object) => accepted(lead.post(`/dossiers/${id}/${path}`, body));
  const meet = (expectedOn: string, body: object) => call('phases/monitoring/meetings', { expectedOn, ...body });
  await call('phases/monitoring/starts', { on: '2023-09-30' });
  await meet('2023-11-30', { heldOn: '2023-11-30', values: { wachttijd: '14', tevredenheid: 'nog niet gemeten' } });
  await meet('2024-01-30', { movedTo: '2024-02-06', reason: 'Twee wethouders waren verhinderd.' });
  await meet('2024-02-06', { heldOn: '2024-02-06', values: { wachttijd: '12,5', tevredenheid: '6,8' } });
  await meet('2024-03-30', { heldOn: '2024-03-28', values: { wachttijd: '13', tevredenheid: '6,9' } });
  await meet('2024-07-30', { cancelled: true, reason: 'Zomerreces.' });
  await meet('2024-09-30', { heldOn: '2024-09-30', values: { wachttijd: '9', tevredenheid: '7,4' } });
  await call('facts', { fact: 'wet', on: '2024-07-01', source: 'Verzonnen: Staatsblad 2024, 1' });
  await call('phases/evaluatie/plans', { on: '2024-05-01', until: '2025-12-31', reason: 'De wet is later.' });
  return `${server.url}/trajecten/${id}`;
}
