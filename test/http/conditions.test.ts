// Conditions: what the chair and the body answer, how that counts, and where a condition is carried to.
import type { ConditionView } from '../../src/domain/views/decision-view.js';
import { refusal, type Client } from '../support/client.js';
import {
  accepted,
  agree,
  college,
  conditionOf,
  decide,
  gateOf,
  municipalities,
  rule,
  startDrenthe,
  withOpenGate,
} from '../support/drenthe.js';
import { TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let chair: Client;
let assen: Client;

beforeAll(async () => {
  server = await TestServer.start();
  chair = await server.chair();
  assen = await server.secretary('assen');
});
afterAll(() => server.stop());
beforeEach(async () => {
  id = await withOpenGate(server);
});

const others = municipalities.filter((one) => one !== 'assen');

async function conditional(effect: 'suspensive' | 'elaboration', more: object = {}): Promise<ConditionView> {
  const conditions = [{ text: 'Eerst de kosten.', effect, owner: 'regioteam', dueOn: '2024-09-01', ...more }];
  await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions }));
  return conditionOf(server, id);
}

const answer = (who: Client, condition: string, body: object) =>
  who.post<ConditionView>(`/dossiers/${id}/gates/instemming/conditions/${condition}/answers`, {
    on: '2024-05-01',
    ...body,
  });

const missingOf = async () => (await gateOf(server, id)).missing.find(({ body }) => body === college('assen'));

describe('a condition bij uitwerking', () => {
  it('leaves the body undecided until the chair adopts it', async () => {
    const condition = await conditional('elaboration');
    expect(condition).toMatchObject({
      status: 'open',
      owner: 'regioteam',
      dueOn: '2024-09-01',
      body: college('assen'),
    });
    expect(await missingOf()).toEqual({ body: college('assen'), why: 'condition-open', until: '2024-09-01' });
    const adopted = await accepted(answer(chair, condition.id, { answer: 'adopted' }));
    expect(adopted).toMatchObject({ status: 'adopted', answeredOn: '2024-05-01' });
    expect((await gateOf(server, id)).tally).toMatchObject({ for: 1, undecided: 0 });
  });

  it('is rejected with a reason, and the body stays undecided', async () => {
    const { id: condition } = await conditional('elaboration');
    expect(refusal(await answer(chair, condition, { answer: 'rejected' }))).toBe('400 /reason reason-required');
    await accepted(answer(chair, condition, { answer: 'rejected', reason: 'Kan niet.' }));
    expect(await missingOf()).toMatchObject({ why: 'condition-rejected' });
    expect(refusal(await answer(chair, condition, { answer: 'adopted' }))).toBe('409 condition-answered');
  });

  it('is disputed by the body after any answer, and is then open again', async () => {
    const { id: condition } = await conditional('elaboration');
    expect(refusal(await answer(assen, condition, { answer: 'disputed' }))).toBe('409 condition-answered');
    await accepted(answer(chair, condition, { answer: 'adopted' }));
    await accepted(answer(assen, condition, { answer: 'disputed' }));
    expect(await missingOf()).toMatchObject({ why: 'condition-open' });
    await accepted(answer(chair, condition, { answer: 'adopted' }));
    expect(await missingOf()).toBeUndefined();
  });

  it('is met or waived after it was adopted, by its body; met by the region too', async () => {
    const { id: condition } = await conditional('elaboration');
    await accepted(answer(chair, condition, { answer: 'adopted' }));
    const lead = await server.lead();
    expect((await accepted(answer(lead, condition, { answer: 'met' }))).status).toBe('met');
    await accepted(answer(assen, condition, { answer: 'disputed' }));
    expect(refusal(await answer(lead, condition, { answer: 'waived', reason: 'x' }))).toBe('403 not-your-role');
    expect(refusal(await answer(assen, condition, { answer: 'waived' }))).toBe('400 /reason reason-required');
    expect((await accepted(answer(assen, condition, { answer: 'waived', reason: 'Niet nodig.' }))).status).toBe(
      'waived',
    );
  });

  it('makes the go one with conditions', async () => {
    const { id: condition } = await conditional('elaboration');
    await agree(server, id, others);
    expect(refusal(await rule(server, id, {}))).toBe('409 outcome-not-go');
    await accepted(answer(chair, condition, { answer: 'adopted' }));
    expect((await accepted(rule(server, id, {}))).ruling).toBe('go-with-conditions');
    await accepted(answer(assen, condition, { answer: 'met', on: '2024-09-01' })); // also after the gate has passed
  });
});

describe('a suspensive condition', () => {
  it('is for the body alone: the chair cannot answer it', async () => {
    const { id: condition } = await conditional('suspensive');
    expect(refusal(await answer(chair, condition, { answer: 'adopted' }))).toBe('400 /answer not-allowed-here');
    const lead = await server.lead();
    expect(refusal(await answer(lead, condition, { answer: 'met' }))).toBe('403 not-your-role');
    expect(await missingOf()).toMatchObject({ why: 'condition-open' });
    await accepted(answer(assen, condition, { answer: 'met' }));
    expect(await missingOf()).toBeUndefined();
    await agree(server, id, others);
    expect((await accepted(rule(server, id, {}))).ruling).toBe('go');
  });
});

describe('what an answer may not be', () => {
  it.each([
    ['an answer that does not exist', { answer: 'perhaps' }, '400 /answer wrong-type'],
    ['one before the decision', { answer: 'adopted', on: '2024-04-15' }, '400 /on date-too-early'],
    ['one of tomorrow', { answer: 'adopted', on: '2999-01-01' }, '400 /on date-in-future'],
    ['carried to nowhere', { answer: 'carried' }, '400 /phase required'],
    ['carried to a phase that does not exist', { answer: 'carried', phase: 'feest' }, '400 /phase unknown-phase'],
    ['carried to a phase without a gate', { answer: 'carried', phase: 'orientatie' }, '400 /phase not-allowed-here'],
    ['carried to its own gate', { answer: 'carried', phase: 'instemming' }, '400 /phase not-allowed-here'],
    ['adopted in some phase', { answer: 'adopted', phase: 'themas' }, '400 /phase not-allowed-here'],
  ])('%s', async (_, body, expected) => {
    const { id: condition } = await conditional('elaboration');
    expect(refusal(await answer(chair, condition, body))).toBe(expected);
    expect((await conditionOf(server, id)).status).toBe('open');
  });

  it('by someone else, or of another dossier; of a decision that was superseded it may', async () => {
    const { id: condition, decision } = await conditional('elaboration');
    const emmen = await server.secretary('emmen');
    expect(refusal(await answer(emmen, condition, { answer: 'waived', reason: 'x' }))).toBe('403 not-your-body');
    expect(refusal(await answer(assen, condition, { answer: 'adopted' }))).toBe('403 not-your-role');
    const other = await startDrenthe(server);
    const elsewhere = `/dossiers/${other}/gates/instemming/conditions/${condition}/answers`;
    expect(refusal(await chair.post(elsewhere, { answer: 'adopted', on: '2024-05-01' }))).toBe('404 unknown-condition');
    const atOther = `/dossiers/${id}/gates/themas/conditions/${condition}/answers`;
    expect(refusal(await chair.post(atOther, { answer: 'adopted', on: '2024-05-01' }))).toBe('404 unknown-condition');
    await accepted(decide(server, id, 'assen', { revises: decision }));
    expect((await conditionOf(server, id)).status).toBe('lapsed');
    await accepted(answer(chair, condition, { answer: 'adopted' }));
    expect((await conditionOf(server, id)).status).toBe('lapsed');
  });
});

describe('a carried condition', () => {
  async function carriedToThemas(): Promise<ConditionView> {
    const condition = await conditional('elaboration');
    await agree(server, id, others);
    await accepted(answer(chair, condition.id, { answer: 'carried', phase: 'themas' }));
    await accepted(rule(server, id, {}));
    const lead = await server.lead();
    await accepted(lead.post(`/dossiers/${id}/phases/themas/starts`, { on: '2024-06-01' }));
    await accepted(lead.post(`/dossiers/${id}/gates/themas/submissions`, { on: '2024-06-01' }));
    await agree(server, id, municipalities, 'themas', '2024-06-11');
    return condition;
  }

  it('holds the gate of its phase until it is met', async () => {
    const condition = await carriedToThemas();
    const held = await gateOf(server, id, 'themas');
    expect(held).toMatchObject({ outcome: 'open', tally: { for: 12, undecided: 0 } });
    expect(held.missing).toEqual([{ body: college('assen'), why: 'condition-open', until: '2024-09-01' }]);
    expect(held.explanation).toMatchObject({
      rule: 'all-of',
      parts: [
        { rule: 'assumed', outcome: 'go' },
        { rule: 'carried-conditions', outcome: 'open', canChange: [college('assen')] },
      ],
    });
    expect(held.carriedHere).toMatchObject([{ id: condition.id, carriedTo: 'themas', gate: 'instemming' }]);
    const refused = await rule(server, id, { ruledOn: '2024-06-20' }, 'themas');
    expect(refusal(refused)).toBe('409 outcome-not-go');
    expect(refused.body.facts.missing).toEqual(held.missing);
    await accepted(answer(assen, condition.id, { answer: 'met', on: '2024-06-18' }));
    expect((await accepted(rule(server, id, { ruledOn: '2024-06-20' }, 'themas'))).ruling).toBe('go');
  });

  it('goes on holding it when its body disputes that it was carried', async () => {
    const condition = await carriedToThemas();
    await accepted(answer(assen, condition.id, { answer: 'disputed', on: '2024-06-12' }));
    expect((await gateOf(server, id, 'themas')).outcome).toBe('open');
    expect(refusal(await rule(server, id, { ruledOn: '2024-06-20' }, 'themas'))).toBe('409 outcome-not-go');
  });

  it('cannot be carried to a phase that is over', async () => {
    await carriedToThemas();
    await accepted(answer(assen, (await conditionOf(server, id)).id, { answer: 'met', on: '2024-06-18' }));
    await accepted(rule(server, id, { ruledOn: '2024-06-20' }, 'themas'));
    const chairAnswer = await answer(chair, (await conditionOf(server, id)).id, { answer: 'carried', phase: 'themas' });
    expect(refusal(chairAnswer)).toBe('409 condition-answered');
    await accepted(answer(assen, (await conditionOf(server, id)).id, { answer: 'disputed', on: '2024-06-21' }));
    const again = await answer(chair, (await conditionOf(server, id)).id, {
      answer: 'carried',
      phase: 'themas',
      on: '2024-06-22',
    });
    expect(refusal(again)).toBe('400 /phase not-allowed-here');
  });
});
