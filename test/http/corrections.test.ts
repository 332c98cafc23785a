// What a person typed wrong of a phase, a visit, a stop or a start can be put right: the right one holds for every day, and
// what was known before is still known.
import type { DossierView, PhaseView } from '../../src/domain/views/dossier-view.js';
import { refusal, type Problem } from '../support/client.js';
import {
  accepted,
  agree,
  college,
  decide,
  dossierOf,
  municipalities,
  rule,
  startDrenthe,
  withOpenGate,
} from '../support/drenthe.js';
import { mustBeListedAsFolded } from '../support/listed.js';
import { TestServer } from '../support/server.js';
import { Track } from '../support/track.js';

let server: TestServer;
let track: Track;

beforeAll(async () => {
  server = await TestServer.start();
  track = await Track.on(server);
});
afterAll(async () => {
  expect(await mustBeListedAsFolded(server)).toBeGreaterThan(0);
  await server.stop();
});

const reason = 'Verkeerd getypt.';

describe('the start of a phase', () => {
  let started: number;

  beforeEach(async () => {
    track.id = await startDrenthe(server);
    started = await track.recorded('phases/instemming/starts', { on: '2026-05-21' });
  });

  it('in the wrong year is put right, and what happened in the right one can be recorded', async () => {
    expect(refusal(await track.post('gates/instemming/submissions', { on: '2024-04-12' }))).toBe(
      '400 /on date-too-early',
    );
    const before = await track.known();
    const phase = await accepted(
      track.post<PhaseView>('phases/instemming/starts', { corrects: started, on: '2024-04-12', reason }),
    );
    expect(phase).toMatchObject({ status: 'underway', startedOn: '2024-04-12' });
    expect(await track.phase('instemming', '?asOf=2024-04-11')).toMatchObject({ status: 'planned' });
    expect(await track.phase('instemming', '?asOf=2024-04-12')).toMatchObject({ status: 'underway' });
    expect(await track.phase('instemming', `?knownAt=${before}`)).toMatchObject({ startedOn: '2026-05-21' });
    expect(await track.phase('instemming', `?knownAt=${before}&asOf=2024-04-12`)).toMatchObject({ status: 'planned' });
    await accepted(track.post('gates/instemming/submissions', { on: '2024-04-12' }));
  });

  it('never was, and can be brought back', async () => {
    const gone = await track.recorded('phases/instemming/starts', { corrects: started, never: true, reason });
    expect(await track.phase('instemming')).toMatchObject({ status: 'planned', startedOn: null });
    const again = { corrects: started, never: true, reason };
    expect(refusal(await track.post('phases/instemming/starts', again))).toBe('409 not-the-latest');
    const repeated = await track.recorded('phases/instemming/starts', { ...again, corrects: gone });
    expect(await track.phase('instemming')).toMatchObject({ status: 'planned', startedOn: null });
    await accepted(track.post('phases/instemming/starts', { corrects: repeated, reason }));
    expect(await track.phase('instemming')).toMatchObject({ status: 'underway', startedOn: '2026-05-21' });
  });

  it('that is said again as it was changes the log alone', async () => {
    const before = await track.phase('instemming');
    const repeated = await track.recorded('phases/instemming/starts', { corrects: started, on: '2026-05-21', reason });
    expect(repeated).toBe(started + 1);
    expect(await track.phase('instemming')).toEqual(before);
    const former = { corrects: started, on: '2024-04-12', reason };
    expect(refusal(await track.post('phases/instemming/starts', former))).toBe('409 not-the-latest');
  });

  it('is corrected only where it is, with a reason, by a day on which it can have been', async () => {
    const correct = (body: object, phase = 'instemming', who = track.lead) =>
      track.post(`phases/${phase}/starts`, { corrects: started, on: '2024-04-12', reason, ...body }, who);
    expect(refusal(await track.post('phases/instemming/starts', { corrects: started, on: '2024-04-12' }))).toBe(
      '400 /reason reason-required',
    );
    expect(refusal(await correct({ on: '2024-04-10' }))).toBe('400 /on date-too-early');
    expect(refusal(await correct({ on: '2999-01-01' }))).toBe('400 /on date-in-future');
    expect(refusal(await correct({ corrects: 99 }))).toBe('400 /corrects unknown-option');
    expect(refusal(await correct({ corrects: 1 }))).toBe('400 /corrects unknown-option');
    expect(refusal(await correct({}, 'orientatie'))).toBe('400 /corrects unknown-option');
    expect(refusal(await correct({}, 'feest'))).toBe('404 unknown-phase');
    expect(refusal(await correct({ never: true }))).toBe('400 /on not-allowed-here');
    expect(refusal(await correct({ clears: ['on'] }))).toBe('400 /clears/0 unknown-option');
    expect(refusal(await correct({ feest: 'ja' }))).toBe('400 /feest unknown-property');
    expect(refusal(await correct({}, 'instemming', await server.secretary('assen')))).toBe('403 not-your-role');
    await accepted(correct({}, 'instemming', track.chair));
  });

  it('cannot come after what followed it, which is named', async () => {
    await track.recorded('phases/instemming/starts', { corrects: started, on: '2024-04-12', reason });
    const [newest] = [await track.sequence()];
    const put = await track.recorded('gates/instemming/submissions', { on: '2024-04-15' });
    const later = { corrects: newest, on: '2024-04-16', reason };
    const refused = await track.post('phases/instemming/starts', later);
    expect(refusal(refused)).toBe('409 not-in-this-state');
    expect(refused.body.facts.exists).toEqual([String(put)]);
    expect(refused.body.detail).toContain('15 april 2024');
    expect(refusal(await track.post('phases/instemming/starts', { corrects: newest, never: true, reason }))).toBe(
      '409 not-in-this-state',
    );
    await accepted(track.post('phases/instemming/starts', { ...later, on: '2024-04-15' }));
  });
});

describe('a visit', () => {
  let made: number;

  beforeEach(async () => {
    track.id = await withOpenGate(server);
    await agree(server, track.id);
    await accepted(rule(server, track.id, {}));
    await accepted(track.post('phases/orientatie/starts', { on: '2024-06-01' }));
    made = await track.recorded('phases/orientatie/visits', {
      body: college('assen'),
      on: '2024-06-20',
      findings: { zorgen: 'De kosten.' },
    });
  });

  const visitOf = async (municipality: string) =>
    (await track.phase('orientatie')).visits.find(({ body }) => body === college(municipality));

  it('on a wrong day, at a wrong body, or not made, is put right', async () => {
    const day = await track.recorded('phases/orientatie/visits', { corrects: made, on: '2024-06-10', reason });
    expect(await visitOf('assen')).toMatchObject({ on: '2024-06-10', findings: { zorgen: 'De kosten.' } });
    const body = await track.recorded('phases/orientatie/visits', { corrects: day, body: college('emmen'), reason });
    expect([await visitOf('assen'), await visitOf('emmen')]).toMatchObject([{ on: null }, { on: '2024-06-10' }]);
    await track.recorded('phases/orientatie/visits', { corrects: body, skipped: true, clears: ['findings'], reason });
    expect(await visitOf('emmen')).toMatchObject({ skipped: true, findings: {}, reason });
    const emmen = { body: college('emmen'), on: '2024-06-11' };
    expect(refusal(await track.post('phases/orientatie/visits', emmen))).toBe('409 visit-exists');
    await accepted(track.post('phases/orientatie/visits', { body: college('assen'), on: '2024-06-11' }));
  });

  it('cannot be undone once its phase was completed by it', async () => {
    for (const one of municipalities.filter((m) => m !== 'assen'))
      await accepted(track.post('phases/orientatie/visits', { body: college(one), on: '2024-06-21' }));
    const done = await track.recorded('phases/orientatie/completions', { on: '2024-09-30' });
    const never = { corrects: made, never: true, reason };
    expect(refusal(await track.post('phases/orientatie/visits', never))).toBe('409 not-in-this-state');
    const late = { corrects: made, on: '2024-10-01', reason };
    expect(refusal(await track.post('phases/orientatie/visits', late))).toBe('409 not-in-this-state');
    await accepted(track.post('phases/orientatie/completions', { corrects: done, never: true, reason }));
    expect(await track.phase('orientatie')).toMatchObject({ status: 'underway', passedOn: null });
    await accepted(track.post('phases/orientatie/visits', never));
  });
});

describe('a stop', () => {
  it('never was: then it runs again, and nothing else is corrected meanwhile', async () => {
    track.id = await startDrenthe(server);
    const started = await track.recorded('phases/instemming/starts', { on: '2024-04-12' });
    const stop = await track.recorded('stops', { on: '2024-04-20', reason: 'Gestopt.' }, track.chair);
    const start = { corrects: started, on: '2024-04-13', reason };
    expect(refusal(await track.post('phases/instemming/starts', start))).toBe('409 not-in-this-state');
    expect(refusal(await track.post('stops', { corrects: stop, never: true, reason }))).toBe('403 not-your-role');
    const moved = await accepted(
      track.post<DossierView & { recorded: { sequence: number } }>(
        'stops',
        { corrects: stop, on: '2024-04-21', reason },
        track.chair,
      ),
    );
    expect(moved).toMatchObject({ state: 'stopped', endedOn: '2024-04-21' });
    const never = { corrects: moved.recorded.sequence, never: true, reason };
    expect(await accepted(track.post<DossierView>('stops', never, track.chair))).toMatchObject({
      state: 'running',
      endedOn: null,
    });
    await accepted(track.post('phases/instemming/starts', start));
  });
});

describe('a dossier that was started by mistake', () => {
  it('leaves lists and turns, can be read, and can be brought back', async () => {
    track.id = await startDrenthe(server);
    const correct = (body: object, who = track.lead) =>
      who.post<DossierView & Problem>('/dossiers', { corrects: track.id, reason, ...body });
    const listed = async (query = '') => {
      const { body } = await track.lead.get<{ items: DossierView[] }>(`/dossiers?limit=100${query}`);
      return body.items.some((one) => one.id === track.id);
    };
    expect(await listed()).toBe(true);
    expect(refusal(await correct({ never: true }, track.chair))).toBe('403 not-your-role');
    expect(await accepted(correct({ never: true }))).toMatchObject({ state: 'never', next: [], endedOn: null });
    expect([await listed(), await listed('&state=running'), await listed('&state=never')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(await dossierOf(server, track.id)).toMatchObject({ state: 'never', id: track.id });
    expect(refusal(await track.post('phases/instemming/starts', { on: '2024-04-12' }))).toBe('409 not-in-this-state');
    expect(await accepted(correct({ never: true }))).toMatchObject({ state: 'never' });
    expect(await accepted(correct({}))).toMatchObject({ state: 'running', next: [{ kind: 'start-phase' }] });
    expect(await listed()).toBe(true);
  });

  it('does not tell by a refusal on which day a body decided behind closed doors', async () => {
    track.id = await withOpenGate(server);
    const release = { scope: 'own', ground: 'art. 87' };
    await accepted(decide(server, track.id, 'assen', { decidedOn: '2024-04-11', release }));
    for (const [path, sequence] of [
      ['gates/instemming/submissions', 3],
      ['phases/instemming/starts', 2],
    ] as const)
      await accepted(track.post(path, { corrects: sequence, on: '2024-04-20', reason }));
    const start = { corrects: track.id, startedOn: '2024-04-15', reason };
    expect(await accepted(track.lead.post<DossierView>('/dossiers', start))).toMatchObject({ startedOn: '2024-04-15' });
    await accepted(decide(server, track.id, 'emmen', { decidedOn: '2024-04-15' }));
    const later = { ...start, startedOn: '2024-04-16' };
    expect(refusal(await track.lead.post('/dossiers', later))).toBe('409 not-in-this-state');
  });

  it('has its title and its day put right', async () => {
    track.id = await startDrenthe(server);
    const correct = (body: object) =>
      track.lead.post<DossierView & Problem>('/dossiers', { corrects: track.id, reason, ...body });
    expect(await accepted(correct({ title: 'De goede naam', startedOn: '2024-04-20' }))).toMatchObject({
      title: 'De goede naam',
      startedOn: '2024-04-20',
    });
    const early = await track.lead.get(track.at('').replace(/\/$/, '?asOf=2024-04-19'));
    expect(refusal(early)).toBe('400 ?asOf date-too-early');
    await accepted(track.post('phases/instemming/starts', { on: '2024-05-01' }));
    expect(refusal(await correct({ corrects: track.id, startedOn: '2024-05-02' }))).toBe('409 not-in-this-state');
    expect(refusal(await correct({ startedOn: '2024-04-10' }))).toBe('400 /startedOn date-too-early');
    expect(refusal(await correct({ workflow: 'drenthe-robuuste-regio' }))).toBe('400 /workflow unknown-property');
    expect(refusal(await correct({ corrects: 'zulk-een-is-er-niet' }))).toBe('400 /corrects unknown-option');
  });
});
