// From phase to phase: starting, visiting, putting a gate, ruling, a second round, reopening, stopping.
import type { DossierView, PhaseView } from '../../src/domain/views/dossier-view.js';
import { refusal, type Client } from '../support/client.js';
import {
  accepted,
  agree,
  college,
  decide,
  dossierOf,
  gateOf,
  municipalities,
  rule,
  startDrenthe,
  withOpenGate,
} from '../support/drenthe.js';
import { mustBeListedAsFolded } from '../support/listed.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let lead: Client;
let chair: Client;
let id: string;

beforeAll(async () => {
  server = await TestServer.start();
  lead = await server.lead();
  chair = await server.chair();
});
afterAll(async () => {
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.stop();
});

const phaseCall = (phase: string, call: string, body: object) =>
  lead.post<PhaseView>(`/dossiers/${id}/phases/${phase}/${call}`, body);
const submit = (gate: string, body: object) => lead.post(`/dossiers/${id}/gates/${gate}/submissions`, body);
const statusOf = async (phase: string) => (await dossierOf(server, id)).phases.find((p) => p.id === phase)?.status;

/** The first gate has a go on 20 May 2024. */
async function afterFirstGo(): Promise<void> {
  id = await withOpenGate(server);
  await agree(server, id);
  await accepted(rule(server, id, {}));
}

describe('a new dossier', () => {
  beforeEach(async () => {
    id = await startDrenthe(server);
  });

  it('starts no phase by itself, and says what can be done', async () => {
    const { state, phases, gates, next } = await dossierOf(server, id);
    expect(state).toBe('running');
    expect(new Set(phases.map(({ status }) => status))).toEqual(new Set(['planned']));
    expect(gates.every(({ status, missing, outcome }) => status === 'planned' && !missing.length && !outcome)).toBe(
      true,
    );
    expect(next).toMatchObject([{ kind: 'start-phase', phase: 'instemming', role: 'process-lead' }]);
  });

  it('is refused as a start when it cannot be', async () => {
    const start = (body: object) =>
      lead.post<DossierView>('/dossiers', {
        workflow: 'drenthe-robuuste-regio',
        title: 'Test',
        startedOn: '2024-04-11',
        ...body,
      });
    expect(refusal(await start({ startedOn: '2024-04-10' }))).toBe('400 /startedOn date-too-early');
    expect(refusal(await start({ startedOn: '2999-01-01' }))).toBe('400 /startedOn date-in-future');
    expect(refusal(await start({ workflow: 'feest' }))).toBe('400 /workflow unknown-workflow');
    expect(refusal(await start({ version: 99 }))).toBe('400 /version unknown-workflow');
    expect(refusal(await start({ parties: ['assen'] }))).toBe('400 /parties not-offered-here');
    expect(refusal(await start({ title: '   ' }))).toBe('400 /title required');
    expect(refusal(await start({ title: 'x'.repeat(201) }))).toBe('400 /title too-long');
    expect(refusal(await (await server.secretary('assen')).post('/dossiers', {}))).toBe('403 not-your-role');
  });

  it('keeps the order of its phases', async () => {
    expect(refusal(await phaseCall('themas', 'starts', { on: '2024-05-01' }))).toBe('409 prerequisite-open');
    expect(refusal(await phaseCall('feest', 'starts', { on: '2024-05-01' }))).toBe('404 unknown-phase');
    expect(refusal(await submit('instemming', { on: '2024-04-12' }))).toBe('409 not-in-this-state');
    await accepted(phaseCall('instemming', 'starts', { on: '2024-04-12' }));
    expect(refusal(await phaseCall('instemming', 'starts', { on: '2024-04-12' }))).toBe('409 not-in-this-state');
    expect(refusal(await submit('instemming', { on: '2024-04-11' }))).toBe('400 /on date-too-early');
    expect(refusal(await phaseCall('instemming', 'completions', { on: '2024-04-12' }))).toBe('400  not-allowed-here');
    expect(refusal(await phaseCall('instemming', 'reworks', { on: '2024-04-12', reason: 'x' }))).toBe(
      '409 not-in-this-state',
    );
  });

  it('takes no submission with a reply day before it, nor a question twice', async () => {
    await accepted(phaseCall('instemming', 'starts', { on: '2024-04-12' }));
    const early = { on: '2024-04-12', replyBy: '2024-04-11' };
    expect(refusal(await submit('instemming', early))).toBe('400 /replyBy date-too-early');
    const questions = { on: '2024-04-12', questions: [{ id: 'noodzaak', text: 'y' }] };
    expect(refusal(await submit('instemming', questions))).toBe('400 /questions/0/id not-allowed-here');
    const option = { on: '2024-04-12', option: 'openbaar-lichaam' };
    expect(refusal(await submit('instemming', option))).toBe('400 /option not-allowed-here');
  });

  it('stops with a reason, and takes nothing more', async () => {
    await accepted(phaseCall('instemming', 'starts', { on: '2024-04-12' }));
    expect(refusal(await chair.post(`/dossiers/${id}/stops`, { on: '2024-04-11', reason: 'x' }))).toBe(
      '400 /on date-too-early',
    );
    const stopped = await accepted(chair.post<DossierView>(`/dossiers/${id}/stops`, { on: '2024-04-20', reason: 'x' }));
    expect(stopped).toMatchObject({ state: 'stopped', endedOn: '2024-04-20', next: [] });
    expect(refusal(await submit('instemming', { on: '2024-04-21' }))).toBe('409 not-in-this-state');
    expect(refusal(await chair.post(`/dossiers/${id}/stops`, { on: '2024-04-21', reason: 'x' }))).toBe(
      '409 not-in-this-state',
    );
  });
});

describe('the orientation', () => {
  beforeEach(afterFirstGo);

  const visit = (body: object) => phaseCall('orientatie', 'visits', { on: '2024-06-10', ...body });

  it('visits every college, or skips it with a reason, before it is complete', async () => {
    expect(refusal(await visit({ body: college('assen') }))).toBe('409 not-in-this-state');
    expect(refusal(await phaseCall('orientatie', 'starts', { on: '2024-05-19' }))).toBe('400 /on date-too-early');
    await accepted(phaseCall('orientatie', 'starts', { on: '2024-06-01' }));
    expect(refusal(await visit({ body: college('assen'), on: '2024-05-31' }))).toBe('400 /on date-too-early');
    expect(refusal(await visit({ body: 'assen/raad' }))).toBe('400 /body not-allowed-here');
    expect(refusal(await visit({ body: 'utrecht/college' }))).toBe('400 /body unknown-body');
    expect(refusal(await visit({ body: college('assen'), skipped: true }))).toBe('400 /reason reason-required');
    await accepted(visit({ body: college('assen'), findings: { zorgen: 'De kosten.' } }));
    expect(refusal(await visit({ body: college('assen') }))).toBe('409 visit-exists');
    expect(refusal(await phaseCall('orientatie', 'completions', { on: '2024-09-30' }))).toBe('409 visits-missing');
    for (const one of municipalities.filter((m) => m !== 'assen'))
      await accepted(visit({ body: college(one), skipped: true, reason: 'Schriftelijk gedaan.' }));
    expect(refusal(await phaseCall('orientatie', 'completions', { on: '2024-06-09' }))).toBe('400 /on date-too-early');
    const done = await accepted(phaseCall('orientatie', 'completions', { on: '2024-09-30' }));
    expect(done).toMatchObject({ status: 'passed', passedOn: '2024-09-30' });
    expect(done.visits.find(({ body }) => body === college('assen'))?.findings).toEqual({ zorgen: 'De kosten.' });
  });

  it('shows the findings of a visit to that body and the process lead alone', async () => {
    await accepted(phaseCall('orientatie', 'starts', { on: '2024-06-01' }));
    await accepted(visit({ body: college('assen'), findings: { zorgen: 'De kosten.' } }));
    const shown = async (who: Client) => {
      const { body } = await who.get<DossierView>(`/dossiers/${id}`);
      return body.phases.find((p) => p.id === 'orientatie')?.visits.find((v) => v.body === college('assen'))?.findings;
    };
    const stored = async (who: Client) =>
      (await who.get(`/dossiers/${id}/events?limit=1000`)).text.includes('De kosten.');
    const reader = await server.as('reader', 'jeugdhulpregio-drenthe/abo');
    expect([await shown(lead), await stored(lead)]).toEqual([{ zorgen: 'De kosten.' }, true]);
    expect([await shown(await server.secretary('assen')), await stored(await server.secretary('assen'))]).toEqual([
      { zorgen: 'De kosten.' },
      true,
    ]);
    for (const other of [await server.secretary('emmen'), chair, reader])
      expect([await shown(other), await stored(other)]).toEqual([{}, false]);
  });

  it('overlaps with the themes, and the variant may start but its gate waits for both', async () => {
    for (const phase of ['orientatie', 'themas', 'variant'])
      await accepted(phaseCall(phase, 'starts', { on: '2024-06-01' }));
    const put = { on: '2024-07-01', option: 'openbaar-lichaam' };
    expect(refusal(await submit('variant', put))).toBe('409 prerequisite-open');
    for (const one of municipalities) await accepted(visit({ body: college(one) }));
    await accepted(phaseCall('orientatie', 'completions', { on: '2024-06-28' }));
    expect(refusal(await submit('variant', put))).toBe('409 prerequisite-open');
    await accepted(submit('themas', { on: '2024-06-10' }));
    await agree(server, id, municipalities, 'themas', '2024-06-18');
    await accepted(rule(server, id, { ruledOn: '2024-07-05' }, 'themas'));
    expect(refusal(await submit('variant', put))).toBe('400 /on date-too-early');
    expect(refusal(await submit('variant', { on: '2024-07-05' }))).toBe('400 /option option-required');
    expect(refusal(await submit('variant', { on: '2024-07-05', option: 'feest' }))).toBe('400 /option unknown-option');
    await accepted(submit('variant', { ...put, on: '2024-07-05' }));
    const preferred = { option: 'centrumgemeente', decidedOn: '2024-07-09' };
    expect((await accepted(decide(server, id, 'assen', preferred, 'variant'))).option).toBe('centrumgemeente');
  });
});

describe('a ruling', () => {
  beforeEach(async () => {
    id = await withOpenGate(server);
  });

  it('can only be a go while the rule comes to go, and the refusal names the line and who is missing', async () => {
    await agree(server, id, municipalities.slice(0, 11));
    const refused = await rule(server, id, {});
    expect(refusal(refused)).toBe('409 outcome-not-go');
    expect(refused.body.facts.missing).toEqual([{ body: college('westerveld'), why: 'silent', until: '2024-05-16' }]);
    expect(refused.body.facts.explanation?.text).toBe('11 van de 12 colleges zijn akkoord, alle 12 zijn nodig');
    expect(refused.body.detail).toContain('Westerveld');
  });

  it('is a go on the days on which it stood so, and not older than what was put', async () => {
    await agree(server, id);
    expect(refusal(await rule(server, id, { ruledOn: '2024-04-10' }))).toBe('400 /ruledOn date-too-early');
    expect(refusal(await rule(server, id, { ruledOn: '2024-04-15' }))).toBe('409 outcome-not-go');
    await accepted(rule(server, id, { ruledOn: '2024-04-16' }));
  });

  it('holds with a reason, and the gate stays open with its decisions', async () => {
    await agree(server, id, ['assen']);
    expect(refusal(await rule(server, id, { ruling: 'hold' }))).toBe('400 /reason reason-required');
    await accepted(rule(server, id, { ruling: 'hold', reason: 'Volgend ABO.', dissent: [college('assen')] }));
    expect(await gateOf(server, id)).toMatchObject({
      status: 'open',
      tally: { for: 1 },
      ruling: { ruling: 'hold', outcome: 'open', dissent: [college('assen')] },
    });
    await agree(server, id, municipalities.slice(0, 1));
    expect(refusal(await rule(server, id, { ruling: 'hold', reason: 'x', ruledOn: '2024-05-19' }))).toBe(
      '400 /ruledOn date-too-early',
    );
  });

  it('is a no-go against the outcome only with a meeting and a reason', async () => {
    await agree(server, id);
    const against = { ruling: 'no-go', reason: 'Het rijk stelt uit.' };
    expect(refusal(await rule(server, id, { ruling: 'no-go' }))).toBe('400 /reason reason-required');
    expect(refusal(await rule(server, id, against))).toBe('400 /meeting meeting-required');
    expect(refusal(await rule(server, id, { ...against, meeting: { form: 'dinner' } }))).toBe(
      '400 /meeting/form wrong-type',
    );
    const meeting = { form: 'session', reference: 'ABO 20 mei 2024' };
    expect(await accepted(rule(server, id, { ...against, meeting }))).toMatchObject({
      ruling: 'no-go',
      meeting,
      outcome: 'go',
    });
  });

  it('takes no dissent of a body that does not exist, and no ruling that is derived', async () => {
    await agree(server, id);
    expect(refusal(await rule(server, id, { dissent: ['utrecht/college'] }))).toBe('400 /dissent/0 unknown-body');
    expect(refusal(await rule(server, id, { ruling: 'go-with-conditions' }))).toBe('400 /ruling wrong-type');
    expect(refusal(await rule(server, id, {}, 'themas'))).toBe('409 gate-not-open');
    expect(refusal(await rule(server, id, {}, 'orientatie'))).toBe('404 unknown-gate');
  });
});

describe('a second round', () => {
  it('begins with a rework, without decisions, and keeps the first one readable', async () => {
    id = await withOpenGate(server);
    await accepted(decide(server, id, 'meppel', { decision: 'disagree', reason: 'Te duur.' }));
    await accepted(rule(server, id, { ruling: 'no-go', reason: 'Meppel is tegen.' }));
    expect(await statusOf('instemming')).toBe('refused');
    expect(refusal(await rule(server, id, {}))).toBe('409 gate-not-open');
    expect(refusal(await phaseCall('instemming', 'reworks', { on: '2024-05-19', reason: 'x' }))).toBe(
      '400 /on date-too-early',
    );
    await accepted(phaseCall('instemming', 'reworks', { on: '2024-05-21', reason: 'Kosten uitgewerkt.' }));
    expect(await gateOf(server, id)).toMatchObject({ status: 'planned', round: 2, decisions: [], missing: [] });
    expect(refusal(await decide(server, id, 'meppel'))).toBe('409 decision-exists'); // by its day of the first round
    expect(refusal(await submit('instemming', { on: '2024-05-20' }))).toBe('400 /on date-too-early');
    await accepted(submit('instemming', { on: '2024-05-22' }));
    const first = await gateOf(server, id, 'instemming', '?round=1');
    expect(first).toMatchObject({ status: 'refused', round: 1, outcome: 'no-go', ruling: { ruling: 'no-go' } });
    expect(first.decisions).toHaveLength(1);
    const unknown = await lead.get(`/dossiers/${id}/gates/instemming?round=3`);
    expect(refusal(unknown)).toBe('400 ?round unknown-option');
    const old = first.decisions[0]?.id;
    const again = await accepted(decide(server, id, 'meppel', { revises: old, decidedOn: '2024-05-28' }));
    expect(again).toMatchObject({ round: 2, revises: old });
    const others = municipalities.filter((one) => one !== 'meppel');
    await agree(server, id, others, 'instemming', '2024-05-28');
    await accepted(rule(server, id, { ruledOn: '2024-06-03' }));
    expect((await gateOf(server, id)).rounds.map(({ ruling }) => ruling?.ruling)).toEqual(['no-go', 'go']);
  });
});

describe('a reopened gate', () => {
  beforeEach(afterFirstGo);

  const reopen = (body: object) => chair.post(`/dossiers/${id}/gates/instemming/reopenings`, body);

  it('keeps its round, decisions and former ruling, and lets later phases go on without a go', async () => {
    await accepted(phaseCall('themas', 'starts', { on: '2024-06-01' }));
    await accepted(submit('themas', { on: '2024-06-01' }));
    expect(refusal(await reopen({ on: '2024-05-19', reason: 'x' }))).toBe('400 /on date-too-early');
    await accepted(reopen({ on: '2024-06-03', reason: 'Emmen besloot opnieuw.' }));
    expect(refusal(await reopen({ on: '2024-06-03', reason: 'x' }))).toBe('409 not-in-this-state');
    const gate = await gateOf(server, id);
    expect(gate).toMatchObject({ status: 'open', round: 1, tally: { for: 12 }, outcome: 'go' });
    expect(gate.rulings.map(({ ruling }) => ruling)).toEqual(['go']);
    await agree(server, id, municipalities, 'themas', '2024-06-11');
    expect(refusal(await rule(server, id, { ruledOn: '2024-06-20' }, 'themas'))).toBe('409 prerequisite-open');
    expect(refusal(await phaseCall('variant', 'starts', { on: '2024-06-20' }))).toBe('409 prerequisite-open');
    await accepted(rule(server, id, { ruledOn: '2024-06-12' }));
    await accepted(rule(server, id, { ruledOn: '2024-06-20' }, 'themas'));
    expect((await gateOf(server, id)).rulings).toHaveLength(2);
  });

  it('is the chair’s to open, and only when it was passed', async () => {
    const path = `/dossiers/${id}/gates/instemming/reopenings`;
    expect(refusal(await lead.post(path, { on: '2024-06-03', reason: 'x' }))).toBe('403 not-your-role');
    const later = `/dossiers/${id}/gates/themas/reopenings`;
    expect(refusal(await chair.post(later, { on: '2024-06-03', reason: 'x' }))).toBe('409 not-in-this-state');
    expect(refusal(await chair.post(path, { on: '2024-06-03' }))).toBe('400 /reason required');
  });
});
