// Dossiers of the demonstration in states that pages are looked at in. Each gives its address.
import { accepted, municipalities } from './drenthe.js';
import type { Demonstration } from './visitor.js';

/** Its first gate was passed: three phases run in it. */
export async function furtherOn(place: Demonstration): Promise<string> {
  const lead = await place.as('kwartiermaker');
  const gate = `/dossiers/${place.id}/gates/instemming/decisions`;
  const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/besluitenlijst' }];
  const recorded = { body: 'meppel/college', decision: 'agree', decidedOn: '2024-05-14', evidence };
  await accepted(lead.post(gate, recorded)); // which Meppel has still to confirm
  const start = {
    workflow: 'drenthe-robuuste-regio',
    version: 1,
    title: 'Traject dat verder is',
    startedOn: '2024-04-11',
  };
  const { id } = await accepted(lead.post<{ id: string }>('/dossiers', start));
  const on = { on: '2024-04-11' };
  await accepted(lead.post(`/dossiers/${id}/phases/instemming/start`, on));
  await accepted(lead.post(`/dossiers/${id}/gates/instemming/submissions`, on));
  for (const one of municipalities) {
    const decision = { body: `${one}/college`, decision: 'agree', decidedOn: '2024-04-16' };
    await accepted((await place.as(`secretaris.${one}`)).post(`/dossiers/${id}/gates/instemming/decisions`, decision));
  }
  const ruling = { ruling: 'go', ruledOn: '2024-04-25', meeting: { form: 'session', reference: 'ABO 25 april' } };
  await accepted((await place.as('voorzitter')).post(`/dossiers/${id}/gates/instemming/rulings`, ruling));
  for (const phase of ['orientatie', 'themas'])
    await accepted(lead.post(`/dossiers/${id}/phases/${phase}/start`, { on: '2024-04-26' }));
  const visit = { body: 'assen/college', on: '2024-05-02', findings: { zorg: 'Vraagt aandacht voor de toegang.' } };
  await accepted(lead.post(`/dossiers/${id}/phases/orientatie/visits`, visit));
  return `${place.base}/trajecten/${id}`;
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
  await accepted(lead.post(`/dossiers/${id}/phases/instemming/start`, { on: '2024-04-11' }));
  const proposal = { title: 'Brief van 11 april 2024' };
  await accepted(lead.post(call('submissions'), { on: '2024-04-11', replyBy: '2024-05-16', proposal }));
  const secretary = (one: string) => place.as(`secretaris.${one}`);
  const decide = async (one: string, more: object = {}) =>
    accepted(
      (await secretary(one)).post<{ id: string }>(call('decisions'), {
        ...{ body: `${one}/college`, decision: 'agree', decidedOn: '2024-04-16' },
        ...more,
      }),
    );
  for (const one of ['assen', 'coevorden', 'emmen']) await decide(one);
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
    leaves: ['noordenveld/college'],
  };
  const chair = await place.as('voorzitter');
  await accepted(chair.post(call('electorate-changes'), leaves));
  const rule = { rule: 'threshold', needed: 10, of: 'colleges' };
  await accepted(chair.post(call('rule-amendments'), { on: '2024-05-08', reason: 'Besloten in het ABO.', rule }));
  return `${place.base}/trajecten/${id}`;
}
