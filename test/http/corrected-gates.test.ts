// What a person typed wrong at a gate can be put right: what was known of it before stays, and how the gate stood.
import type { ConditionView, RulingView } from '../../src/domain/views/decision-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { refusal } from '../support/client.js';
import {
  accepted,
  agree,
  conditionOf,
  decide,
  gateOf,
  municipalities,
  rule,
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

describe('a conclusion', () => {
  let wrong: RulingView;

  beforeEach(async () => {
    track.id = await withOpenGate(server);
    await agree(server, track.id);
    const meeting = { form: 'session' };
    wrong = await accepted<RulingView>(rule(server, track.id, { ruling: 'no-go', reason: 'Zo is besloten.', meeting }));
  });

  it('typed as a no-go for a go is put right, with the twelve who agreed', async () => {
    const before = await track.known();
    const right = await accepted(
      track.post<RulingView>('gates/instemming/rulings', { corrects: wrong.id, ruling: 'go', reason }, track.chair),
    );
    expect(right).toMatchObject({ ruling: 'go', outcome: 'go', ruledOn: '2024-05-20', round: 1 });
    const gate = await gateOf(server, track.id);
    expect(gate).toMatchObject({ status: 'passed', tally: { for: 12 }, rulings: [{ ruling: 'go' }] });
    expect(await gateOf(server, track.id, 'instemming', '?asOf=2024-05-20')).toMatchObject({ status: 'passed' });
    expect(await gateOf(server, track.id, 'instemming', `?knownAt=${before}`)).toMatchObject({ status: 'refused' });
    await accepted(track.post('phases/orientatie/starts', { on: '2024-06-01' }));
    const back = { corrects: right.id, ruling: 'no-go', reason, meeting: { form: 'session' } };
    expect(refusal(await track.post('gates/instemming/rulings', back, track.chair))).toBe('409 not-in-this-state');
  });

  it('is not put right once the phase was taken up again', async () => {
    await accepted(track.post('phases/instemming/reworks', { on: '2024-05-21', reason: 'Opnieuw.' }));
    const go = { corrects: wrong.id, ruling: 'go', reason };
    const refused = await track.post('gates/instemming/rulings', go, track.chair);
    expect(refusal(refused)).toBe('409 not-in-this-state');
    expect(refused.body.facts.exists).toEqual([String(await track.sequence())]);
  });

  it('never was: then the gate is open as it was', async () => {
    const gate = await accepted(
      track.post<GateView>('gates/instemming/rulings', { corrects: wrong.id, never: true, reason }, track.chair),
    );
    expect(gate).toMatchObject({ status: 'open', rulings: [], tally: { for: 12 } });
    await accepted(rule(server, track.id, {}));
  });

  it('is corrected by the chair alone, and not without the outcome of then', async () => {
    expect(refusal(await track.post('gates/instemming/rulings', { corrects: wrong.id, ruling: 'go', reason }))).toBe(
      '403 not-your-role',
    );
    const other = { corrects: wrong.id, ruling: 'go', ruledOn: '2024-04-15', reason };
    expect(refusal(await track.post('gates/instemming/rulings', other, track.chair))).toBe('409 outcome-not-go');
    track.id = await withOpenGate(server);
    await agree(server, track.id, municipalities.slice(1));
    const held = await accepted<RulingView>(rule(server, track.id, { ruling: 'hold', reason: 'Wachten op een.' }));
    await agree(server, track.id, municipalities.slice(0, 1));
    const go = { corrects: held.id, ruling: 'go', reason };
    expect(refusal(await track.post('gates/instemming/rulings', go, track.chair))).toBe('409 outcome-not-go');
    track.id = await withOpenGate(server);
    await accepted(track.post('gates/instemming/proposals', { on: '2024-05-02', title: 'Versie 2' }));
    const later = await accepted<RulingView>(rule(server, track.id, { ruling: 'hold', reason: 'Wachten op allen.' }));
    const early = { corrects: later.id, ruledOn: '2024-05-01', reason };
    expect(refusal(await track.post('gates/instemming/rulings', early, track.chair))).toBe(
      '400 /ruledOn date-too-early',
    );
  });

  it('of which the day was wrong keeps how the gate stood, and its own reason', async () => {
    const moved = await accepted(
      track.post<RulingView>(
        'gates/instemming/rulings',
        { corrects: wrong.id, ruledOn: '2024-05-22', reason },
        track.chair,
      ),
    );
    expect(moved).toMatchObject({ ruling: 'no-go', ruledOn: '2024-05-22', reason: 'Zo is besloten.' });
    expect(await gateOf(server, track.id, 'instemming', '?asOf=2024-05-21')).toMatchObject({
      status: 'open',
      rulings: [],
    });
    const mended = { corrects: moved.id, ownReason: 'Niet akkoord.', clears: ['meeting'], reason };
    expect(refusal(await track.post('gates/instemming/rulings', mended, track.chair))).toBe(
      '400 /meeting meeting-required',
    );
    const { clears: _, ...rest } = mended;
    expect(await accepted(track.post<RulingView>('gates/instemming/rulings', rest, track.chair))).toMatchObject({
      reason: 'Niet akkoord.',
      meeting: { form: 'session' },
    });
  });

  it('is corrected once by two at once', async () => {
    const go = () => track.post('gates/instemming/rulings', { corrects: wrong.id, ruling: 'go', reason }, track.chair);
    const answers = await Promise.all([go(), go()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('is corrected once by one who sends it twice with one key', async () => {
    const send = () =>
      track.chair.post(
        track.at('gates/instemming/rulings'),
        { corrects: wrong.id, ruling: 'go', reason },
        { 'idempotency-key': 'zelfde-sleutel' },
      );
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status, second.text]).toEqual([201, 201, first.text]);
  });
});

describe('a submission', () => {
  it('never was: what bodies decided waits until the gate is put, and a conclusion stands in its way', async () => {
    track.id = await withOpenGate(server);
    await agree(server, track.id);
    await accepted(rule(server, track.id, {}));
    const never = { corrects: 3, never: true, reason };
    const path = 'gates/instemming/submissions';
    const refused = await track.post(path, never);
    expect([refusal(refused), refused.body.facts.exists]).toEqual(['409 not-in-this-state', ['16']]);
    const { rulings } = await gateOf(server, track.id);
    await accepted(track.post('gates/instemming/rulings', { ...never, corrects: rulings[0]?.id }, track.chair));
    expect(await accepted(track.post<GateView>(path, never))).toMatchObject({
      status: 'planned',
      tally: { decided: 0 },
    });
    await accepted(track.post(path, { on: '2024-06-01' }));
    expect(await gateOf(server, track.id)).toMatchObject({ status: 'open', round: 1, tally: { for: 12 } });
  });
});

describe('an answer to a condition', () => {
  it('that was wrong is compared with how its body stood as it was known at the conclusion', async () => {
    track.id = await withOpenGate(server);
    await agree(server, track.id, municipalities.slice(1));
    const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' }];
    await accepted(decide(server, track.id, 'aa-en-hunze', { decision: 'agree-with-conditions', conditions }));
    const { id } = await conditionOf(server, track.id);
    const path = `gates/instemming/conditions/${id}/answers`;
    let answered = await track.recorded(path, { answer: 'adopted', on: '2024-05-01' }, track.chair);
    await accepted(rule(server, track.id, {}));
    await accepted(track.post('phases/orientatie/starts', { on: '2024-06-01' }));
    const stands = async () => ({
      restsOn: (await track.phase('orientatie')).restsOn,
      flags: (await gateOf(server, track.id)).rulings.map(({ flags }) => flags),
    });
    const correct = async (said: object) => {
      await accepted(track.post(path, { corrects: answered, reason, ...said }, track.chair));
      answered = await track.sequence();
    };
    expect(await stands()).toEqual({ restsOn: [], flags: [[]] });
    const known = await track.known();
    await correct({ answer: 'rejected' });
    expect(await stands()).toEqual({ restsOn: ['instemming'], flags: [['ruled-on-other-facts']] });
    expect((await track.phase('orientatie', `?knownAt=${known}`)).restsOn).toEqual([]);
    expect((await track.phase('orientatie', '?asOf=2024-06-02')).restsOn).toEqual(['instemming']);
    await correct({ answer: 'adopted' });
    expect(await stands()).toEqual({ restsOn: [], flags: [[]] });
  });

  it('is put right, also after the conclusion, by who may give it', async () => {
    track.id = await withOpenGate(server);
    await agree(server, track.id, municipalities.slice(1));
    const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' }];
    await accepted(decide(server, track.id, 'aa-en-hunze', { decision: 'agree-with-conditions', conditions }));
    const condition = await conditionOf(server, track.id);
    const path = `gates/instemming/conditions/${condition.id}/answers`;
    const answered = await track.recorded(path, { answer: 'adopted', on: '2024-05-01' }, track.chair);
    await accepted(rule(server, track.id, {}));
    const rejected = { corrects: answered, answer: 'rejected', reason };
    expect(refusal(await track.post(path, rejected, await server.secretary('aa-en-hunze')))).toMatch(/^403/);
    const mended = await accepted(track.post<ConditionView>(path, rejected, track.chair));
    expect(mended).toMatchObject({ status: 'rejected', answeredOn: '2024-05-01' });
    expect(await gateOf(server, track.id)).toMatchObject({ status: 'passed', tally: { for: 12 } });
  });
});
