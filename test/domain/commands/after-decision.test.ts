// What becomes of a decision that was recorded: confirmed, disputed, taken back, released, adopted.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import {
  asking,
  begin,
  chair,
  colleges,
  evidence,
  lead,
  own,
  planOf,
  Staged,
  today,
} from '../../support/staged-play.js';

const plan = planOf({ moment: asking(), weer: asking({ afterRuling: 'reopen', unconfirmed: 'counts' }) });
const moment = { gate: 'moment' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het college';
const day = '2024-02-10';
const dayBefore = '2024-02-09';

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('moment');
});
const decide = (more: Partial<RecordDecision> = {}) => staged.decide('moment', oost, 'agree', day, more);
const byRegion = (id = 'moment') => staged.decide(id, oost, 'agree', day, { evidence }, lead);
const stop = () => staged.give('stop-dossier', {}, { on: today, reason }, chair);

const tooEarly = (pointer = '/on', limit = day) => [{ pointer, code: 'date-too-early', limit }];
const inFuture = (pointer = '/on') => [{ pointer, code: 'date-in-future', limit: today }];
const unknownGate = { code: 'unknown-gate', exists: ['moment', 'weer'] };
const stopped = { code: 'not-in-this-state', state: 'stopped' };
const reopened = (on: string) => [{ type: 'GateReopened', on, facts: { gate: 'weer', round: 1 }, texts: {} }];

/** What every one of these commands is refused for; `ask` gives one about a decision, on a day. */
function isAboutANewestReading(ask: (decision: string, on?: string, gate?: string) => unknown): void {
  const first = decide();
  const unknown = (exists: string[]) => ({ code: 'unknown-decision', exists });
  expect(ask('nergens')).toEqual(unknown([first]));
  expect(ask(first, day, 'weer')).toEqual(unknown([]));
  expect(ask(first, day, 'feest')).toEqual(unknownGate);
  expect(ask(first, dayBefore)).toEqual(tooEarly());
  expect(ask(first, '2024-01-31')).toEqual(tooEarly('/on', begin));
  expect(ask(first, '2024-12-02')).toEqual(inFuture());
  expect(ask(first)).toBeNull();
  const second = decide({ revises: first });
  expect(ask(first)).toBeNull();
  const reading = decide({ corrects: first, reason });
  expect(ask(first)).toEqual({ code: 'not-the-latest', exists: [reading] });
  staged.give('withdraw-decision', moment, { decision: second, on: day, reason }, own(oost));
  expect(ask(second)).toBeNull();
  const third = decide();
  stop();
  expect(ask(third)).toEqual(stopped);
}

describe('a decision that the region recorded', () => {
  const answer = (decision: string, confirmed: boolean, on = day, id = 'moment') =>
    staged.give('confirm-decision', { gate: id, decision }, { on, confirmed, reason }, own(oost));
  const refused = (decision: string, on = day) =>
    staged.refused('confirm-decision', { ...moment, decision }, { on, confirmed: true }, own(oost));

  it('is confirmed or disputed by its body, once', () => {
    const decision = byRegion();
    expect(refused(decision, dayBefore)).toEqual(tooEarly());
    expect(refused(decision, '2024-12-02')).toEqual(inFuture());
    const event = { on: day, facts: { gate: 'moment', decision }, texts: { reason } };
    expect(answer(decision, true)).toEqual([{ type: 'DecisionConfirmed', ...event }]);
    expect(refused(decision)).toEqual({ code: 'not-in-this-state', state: 'confirmed' });
    const second = staged.decide('moment', oost, 'disagree', day, { evidence, revises: decision }, lead);
    expect(answer(second, false)).toMatchObject([{ type: 'DecisionDisputed', facts: { decision: second } }]);
    expect(refused(second)).toEqual({ code: 'not-in-this-state', state: 'disputed' });
  });

  it('is not what a body recorded itself, nor is it confirmed after a stop', () => {
    expect(refused(decide())).toEqual({ code: 'not-in-this-state', state: 'by-body' });
    const other = staged.decide('moment', west, 'agree', day, { evidence }, lead);
    stop();
    const asked = { on: day, confirmed: true };
    expect(staged.refused('confirm-decision', { ...moment, decision: other }, asked, own(west))).toEqual(stopped);
  });

  it('and that counted opens its gate again when it is disputed after the ruling, not when it is confirmed', () => {
    const put = () => {
      staged = new Staged(plan).put('weer').all('weer', [west, eiland]);
      const decision = byRegion('weer');
      staged.rule('weer', 'go', day);
      return decision;
    };
    expect(answer(put(), true, '2024-02-11', 'weer')).toHaveLength(1);
    expect(answer(put(), false, '2024-02-11', 'weer').slice(1)).toEqual(reopened('2024-02-11'));
  });
});

describe('a decision that is taken back', () => {
  const refused = (decision: string, on = day, id = 'moment', as = own(oost)) =>
    staged.refused('withdraw-decision', { gate: id }, { decision, on, reason }, as);

  it('stays in the record, with the reason', () => {
    const decision = decide();
    expect(staged.give('withdraw-decision', moment, { decision, on: '2024-02-11', reason }, own(oost))).toEqual([
      { type: 'DecisionWithdrawn', on: '2024-02-11', facts: { gate: 'moment', decision }, texts: { reason } },
    ]);
    expect(refused(decision, '2024-02-11')).toEqual({ code: 'not-in-this-state', state: 'withdrawn' });
    expect(refused(decision, day)).toBeNull(); // that it did so before, too
  });

  it('is one that was recorded, of this round or a former one', () => {
    const unknown = [{ pointer: '/decision', code: 'unknown-decision' }];
    expect(refused('nergens')).toEqual(unknown);
    expect(refused('nergens', '2024-12-02')).toEqual([...inFuture(), ...unknown]);
    expect(refused('nergens', day, 'feest')).toEqual(unknownGate);
    expect(refused('nergens', day, 'weer')).toEqual(unknown);
    const decision = staged.decide('moment', oost, 'disagree', day);
    staged.all('moment', [west, eiland], 'disagree').rule('moment', 'no-go', day);
    staged.give('rework-phase', { phase: 'moment' }, { on: day, reason });
    expect(refused(decision)).toBeNull();
  });

  it('is named by its newest reading, and is not taken back before it was taken', () => {
    const first = decide();
    expect(refused(first, dayBefore)).toEqual(tooEarly());
    const second = decide({ corrects: first, reason });
    expect(refused(first)).toEqual({ code: 'not-the-latest', exists: [second] });
    expect(refused(second)).toBeNull();
    expect(refused(second, day, 'moment', own(west))).toEqual({ code: 'not-your-body' });
    stop();
    expect(refused(second)).toEqual(stopped);
  });

  it('is one of its own: what the region recorded is confirmed or disputed first', () => {
    const decision = byRegion();
    expect(refused(decision)).toEqual({ code: 'not-in-this-state', state: 'unconfirmed' });
    staged.give('confirm-decision', { ...moment, decision }, { on: day, confirmed: true }, own(oost));
    expect(refused(decision)).toBeNull();
  });

  it('opens its gate again after the ruling, where the plan says so', () => {
    staged.put('weer').all('weer', colleges, 'agree', day).rule('weer', 'go', '2024-02-12');
    const decision = staged.decisions('weer')[0]?.id ?? '';
    const asked = { decision, on: '2024-02-11', reason };
    expect(staged.give('withdraw-decision', { gate: 'weer' }, asked, own(oost)).slice(1)).toEqual(
      reopened('2024-02-12'),
    );
  });
});

describe('a release', () => {
  const refused = (decision: string, more: object = {}, id = 'moment') =>
    staged.refused('release-decision', { gate: id, decision }, { on: day, scope: 'public', ...more }, own(oost));
  const closedTo = (scope: 'own' | 'region', from?: string) => decide({ release: { scope, from, ground: 'art. 87' } });

  it('is of the newest reading of a decision, in force or not', () =>
    isAboutANewestReading((decision, on = day, id) => refused(decision, { on }, id)));

  it('says to whom, from when and on what ground', () => {
    const decision = closedTo('own');
    const asked = { on: day, scope: 'region', from: '2024-03-01', ground: 'art. 5.1 Woo' } as const;
    expect(staged.give('release-decision', { ...moment, decision }, asked, own(oost))).toEqual([
      {
        type: 'DecisionReleased',
        on: day,
        texts: { ground: 'art. 5.1 Woo' },
        facts: { gate: 'moment', decision, scope: 'region', from: '2024-03-01' },
      },
    ]);
  });

  it('is never to fewer than knew it', () => {
    const decision = closedTo('region');
    const nothing = (allowed: string[], because: string) => [
      { pointer: '/scope', code: 'not-allowed-here', allowed, because },
    ];
    const toPublic = nothing(['public'], 'maakt het besluit niet ruimer bekend; kies public');
    const wider = nothing(['region', 'public'], 'maakt het besluit niet ruimer bekend; kies region of public');
    const secret = staged.decide('moment', west, 'agree', day, { release: { scope: 'own', ground: 'art. 87' } });
    const toOwn = { on: day, scope: 'own' } as const;
    expect(staged.refused('release-decision', { ...moment, decision: secret }, toOwn, own(west))).toEqual(wider);
    expect(refused(decision, { scope: 'own' })).toEqual(toPublic);
    expect(refused(decision, { scope: 'region' })).toEqual(toPublic);
    staged.give('release-decision', { ...moment, decision }, { on: day, scope: 'public' }, own(oost));
    const known = 'verandert niets: iedereen mag dit besluit al weten; laat het zo';
    for (const scope of ['region', 'public']) expect(refused(decision, { scope })).toEqual(nothing([], known));
  });

  it('begins on a later day only for what is closed until then, and never later than was said', () => {
    const notLater = [{ pointer: '/from', code: 'not-allowed-here' }];
    const decision = closedTo('region', '2024-03-01');
    expect(refused(decision, { from: dayBefore })).toEqual(tooEarly('/from'));
    expect(refused(decision, { from: day })).toBeNull();
    expect(refused(decision, { from: '2024-03-01' })).toBeNull();
    expect(refused(decision, { from: '2024-03-02' })).toEqual(notLater);
    expect(refused(decision, { on: '2024-03-01', from: '2024-03-01' })).toEqual(notLater);
    expect(refused(decision, { on: '2024-03-01' })).toBeNull();
    expect(refused(staged.decide('moment', west, 'agree', day), { from: '2024-03-01' })).toEqual({
      code: 'not-your-body',
    });
  });

  it('of what its own body alone knows may begin on any later day', () => {
    const decision = closedTo('own');
    expect(refused(decision, { from: '2025-03-01' })).toBeNull();
  });

  it('of what is known begins at once', () => {
    const decision = decide();
    expect(refused(decision, { from: day })).toEqual([{ pointer: '/from', code: 'not-allowed-here' }]);
    expect(refused(decision)).toBeNull();
  });
});

describe('the list that a decision stands on', () => {
  const refused = (decision: string, more: object = {}, id = 'moment', as = own(oost)) =>
    staged.refused('adopt-list', { gate: id, decision }, { on: day, ...more }, as);

  it('is of the newest reading of a decision, in force or not', () =>
    isAboutANewestReading((decision, on = day, id) => refused(decision, { on }, id)));

  it('is adopted, and published on a day of its own', () => {
    const decision = decide();
    const publicationUrl = 'https://example.org/lijst';
    const asked = { on: '2024-02-17', publishedOn: '2024-02-18', publicationUrl };
    expect(staged.give('adopt-list', { ...moment, decision }, asked, own(oost))).toEqual([
      {
        type: 'ListAdopted',
        on: '2024-02-17',
        texts: { publicationUrl },
        facts: { gate: 'moment', decision, publishedOn: '2024-02-18' },
      },
    ]);
  });

  it('is not published before the decision, nor tomorrow', () => {
    const decision = decide();
    expect(refused(decision, { publishedOn: dayBefore })).toEqual(tooEarly('/publishedOn'));
    expect(refused(decision, { publishedOn: '2024-12-02' })).toEqual(inFuture('/publishedOn'));
    expect(refused(decision, { publishedOn: day, on: today })).toBeNull();
  });

  it('is for others than its own body not there while the decision is closed', () => {
    const decision = decide({ release: { scope: 'own', ground: 'art. 87' } });
    expect(refused(decision, {}, 'moment', lead)).toEqual({ code: 'unknown-decision', exists: [] });
    expect(refused(decision)).toBeNull();
    staged.give('release-decision', { ...moment, decision }, { on: day, scope: 'region' }, own(oost));
    expect(refused(decision, {}, 'moment', lead)).toBeNull();
  });
});
