// What the record keeps of what became of a decision, and how that is put right.
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { now } from '../../../src/domain/fold/history.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { standOf } from '../../../src/domain/stand/stand.js';
import { fold } from '../../support/fold.js';
import { Corrections } from '../../support/corrections.js';
import { asking, begin, chair, colleges, evidence, lead, own, planOf, Staged } from '../../support/staged-play.js';

const plan = planOf({ moment: asking(), weer: asking({ afterRuling: 'reopen' }) });
const moment = { gate: 'moment' };
const [oost = '', west = ''] = colleges;
const reason = 'zo besloten in het college';
const day = '2024-02-10';

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('moment');
});
const decide = (more: Partial<RecordDecision> = {}, body = oost) => staged.decide('moment', body, 'agree', day, more);
const byRegion = () => staged.decide('moment', oost, 'agree', day, { evidence }, lead);
const confirm = (decision: string, on: string, confirmed: boolean, why?: string) =>
  staged.give('confirm-decision', { ...moment, decision }, { on, confirmed, reason: why }, own(oost));
const takeBack = (decision: string, on = '2024-02-11', body = oost, gate = 'moment') =>
  staged.give('withdraw-decision', { gate }, { decision, on, reason }, own(body));
const putRight = () => new Corrections(staged.events, plan);
const latest = () => staged.decisions('moment').at(-1);
const early = (limit: string, pointer = '/on') => [{ pointer, code: 'date-too-early', limit }];
/** How a body stands now: its side, and why where that is not what it said. */
const standing = (body = oost) => {
  const { side, why } = standOf(staged.at('moment'), body);
  return [side, why];
};

describe('what was taken back', () => {
  it('is kept with the act of the reading that was named, beside what others took back', () => {
    const first = decide();
    const second = decide({ corrects: first, reason });
    takeBack(decide({}, west), day, west);
    takeBack(second);
    const { sequence, recordedAt } = staged.dossier;
    expect(staged.dossier.takenBack.moment).toMatchObject([
      { body: west, on: day },
      { decision: second, act: first, body: oost, round: 1, on: '2024-02-11', reason, sequence, recordedAt },
    ]);
    expect(
      staged.refused('withdraw-decision', moment, { decision: second, on: '2024-02-11', reason }, own(oost)),
    ).toEqual({
      code: 'not-in-this-state',
      state: 'withdrawn',
    });
    staged.put('weer');
    takeBack(staged.decide('weer', oost, 'agree', day), day, oost, 'weer');
    expect(Object.entries(staged.dossier.takenBack).map(([gate, list]) => [gate, list.length])).toEqual([
      ['moment', 2],
      ['weer', 1],
    ]);
  });

  it('without a reason any more, as that was erased, is taken back all the same', () => {
    takeBack(decide());
    const erased = staged.events.map((event) =>
      event.type === 'DecisionWithdrawn' ? { ...event, texts: { reason: null } } : event,
    );
    expect(fold(new PlanCatalogue([plan]), erased, now).takenBack.moment).toMatchObject([{ reason: null }]);
  });

  it('can be decided anew, and only the own act is taken back by it', () => {
    takeBack(decide());
    expect(standing()).toEqual(['silent', 'silent']);
    decide({}, west);
    expect([standing(west), takeBack(decide({ decidedOn: '2024-02-12' }), '2024-02-13')]).toMatchObject([
      ['for', null],
      [{ type: 'DecisionWithdrawn' }],
    ]);
  });

  it('is not what the body said never to have decided, nor for others what is closed', () => {
    const disputed = byRegion();
    confirm(disputed, day, false, reason);
    const refused = (decision: string, as = own(oost)) =>
      staged.refused('withdraw-decision', moment, { decision, on: day, reason }, as);
    expect(refused(disputed)).toEqual({ code: 'not-in-this-state', state: 'disputed' });
    const closed = decide({ release: { scope: 'own', ground: 'art. 87' } });
    expect(refused(closed, own(west))).toEqual([{ pointer: '/decision', code: 'unknown-decision' }]);
  });

  it('has its day put right, not before both days that its decision had', () => {
    const first = decide();
    takeBack(first, '2024-02-15');
    expect(putRight().refused('DecisionWithdrawn', { on: '2024-02-09' })).toEqual(early(day));
    decide({ corrects: first, reason, decidedOn: '2024-02-12' });
    expect(putRight().refused('DecisionWithdrawn', { on: '2024-02-09' })).toEqual(early(day));
    expect(putRight().added('DecisionWithdrawn', { on: '2024-02-12' })).toEqual([
      { type: 'DecisionWithdrawn', on: '2024-02-12', facts: { gate: 'moment', decision: first } },
    ]);
  });
});

describe('what was taken back of what the region recorded', () => {
  beforeEach(() => {
    const decision = byRegion();
    confirm(decision, day, true);
    takeBack(decision);
  });

  it('was confirmed: that it never was cannot be said while it is taken back', () => {
    const { sequence } = staged.dossier;
    const inTheWay = { sequence, what: 'DecisionWithdrawn', on: '2024-02-11' };
    expect(putRight().refused('DecisionConfirmed', { never: true })).toEqual({
      code: 'not-in-this-state',
      exists: [String(sequence)],
      followedBy: inTheWay,
    });
  });

  it('stays taken back when it was confirmed on another day', () => {
    const record = putRight();
    record.added('DecisionConfirmed', { on: '2024-02-11' });
    expect(record.dossier.takenBack.moment).toHaveLength(1);
  });
});

describe('what was released', () => {
  it('is known on its own ground from the day that was said, or from the day of the release', () => {
    const release = (decision: string, more: object) =>
      staged.give('release-decision', { ...moment, decision }, { on: day, scope: 'region', ...more }, own(oost));
    release(decide({ release: { scope: 'own', ground: 'art. 87' } }), { from: '2024-03-01', ground: 'art. 5.1 Woo' });
    expect(latest()?.release).toEqual({ scope: 'region', from: '2024-03-01', ground: 'art. 5.1 Woo' });
    release(decide({ release: { scope: 'own', ground: 'art. 87' }, revises: latest()?.id }), {});
    expect(latest()?.release).toEqual({ scope: 'region', from: day, ground: null });
  });
});

describe('an adopted list', () => {
  const url = 'https://example.org/lijst';
  const adopt = (decision: string, more: object) =>
    staged.give('adopt-list', { ...moment, decision }, { on: '2024-02-12', ...more }, own(oost));

  it('keeps when and where it was published, unless the adoption says so anew', () => {
    const published = { publishedOn: '2024-02-11', publicationUrl: 'https://example.org/voorlopig' };
    adopt(decide(published), {});
    expect(latest()).toMatchObject({ listAdoptedOn: '2024-02-12', ...published });
    adopt(decide({ ...published, revises: latest()?.id }), { publishedOn: '2024-02-13', publicationUrl: url });
    expect(latest()).toMatchObject({ publishedOn: '2024-02-13', publicationUrl: url });
  });

  it('is adopted and published on the day of the decision at the earliest', () => {
    const decision = decide();
    const refused = (asked: { on: string; publishedOn?: string }) =>
      staged.refused('adopt-list', { ...moment, decision }, asked, own(oost));
    expect(refused({ on: '2024-02-09', publishedOn: day })).toEqual(early(day));
    expect(refused({ on: '2024-02-09' })).toEqual(early(day));
    expect(refused({ on: day, publishedOn: day })).toBeNull();
  });
});

describe.each([
  { what: 'points', kind: 'view', list: 'points', answers: 'pointAnswers' },
  { what: 'remarks', kind: 'agree-with-remarks', list: 'remarks', answers: 'remarkAnswers' },
] as const)('answered $what', ({ kind, list, answers }) => {
  const answer = (decision: string, nth: number, on = day) =>
    kind === 'view'
      ? staged.give('answer-point', { ...moment, decision }, { point: nth, answer: 'Ja.', on })
      : staged.give('answer-remark', { ...moment, decision }, { remark: nth, answer: 'Ja.', on });
  const said = (texts: string[], more: Partial<RecordDecision> = {}) =>
    staged.decide('moment', oost, kind, day, { [list]: texts, ...more });
  const type = kind === 'view' ? 'PointAnswered' : 'RemarkAnswered';

  it('that were erased are known by their place alone: no other reading has them', () => {
    const first = said(['Het geld.', 'De tijd.']);
    answer(said(['De tijd.', 'Het geld.'], { corrects: first, reason }), 1);
    const erased = staged.events.map(({ texts, ...event }) => ({
      ...event,
      texts: Object.fromEntries(Object.keys(texts).map((name) => [name, null])),
    }));
    const read = (events: Parameters<typeof fold>[1]) =>
      fold(new PlanCatalogue([plan]), events, now).acts.moment?.[0]?.readings.map((one) => one[answers]);
    expect(read(staged.events)).toEqual([
      ['Ja.', null],
      [null, 'Ja.'],
    ]);
    const told = erased.map((event) => (event.type === type ? { ...event, texts: { answer: 'Ja.' } } : event));
    expect(read(told as never)).toEqual([
      [null, null],
      [null, 'Ja.'],
    ]);
    expect(read(erased as never)).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('have the day of their answer put right, not before both days that the decision had', () => {
    const first = said(['Het geld.']);
    answer(first, 0, '2024-02-15');
    said(['Het geld.'], { corrects: first, reason, decidedOn: '2024-02-12' });
    expect(putRight().refused(type, { on: '2024-02-09' })).toEqual(early(day));
    const record = putRight();
    expect(record.added(type, { on: '2024-02-12' })).toMatchObject([{ type, on: '2024-02-12' }]);
    expect(record.dossier.acts.moment?.[0]?.readings.map((one) => one[answers])).toEqual([['Ja.'], ['Ja.']]);
  });
});

describe('the word of the body on what the region recorded', () => {
  it('is kept with its day, and with its reason where it gave one', () => {
    confirm(byRegion(), day, true);
    expect(latest()).toMatchObject({ confirmation: 'confirmed', confirmedOn: day, confirmationReason: null });
    const revised = { evidence, revises: latest()?.id };
    confirm(staged.decide('moment', oost, 'agree', day, revised, lead), '2024-02-11', false, reason);
    expect(latest()).toMatchObject({
      confirmation: 'disputed',
      confirmedOn: '2024-02-11',
      confirmationReason: reason,
    });
  });

  it('needs a reason when it is not so', () => {
    const decision = byRegion();
    const refused = (confirmed: boolean, more: object = {}) =>
      staged.refused('confirm-decision', { ...moment, decision }, { on: day, confirmed, ...more }, own(oost));
    expect(refused(false)).toEqual([{ pointer: '/reason', code: 'reason-required' }]);
    expect(refused(false, { reason })).toBeNull();
    expect(refused(true)).toBeNull();
  });

  it('is that of the newest reading, in a dossier that was not stopped, and of that body', () => {
    const first = byRegion();
    const second = staged.decide('moment', oost, 'agree', day, { evidence, corrects: first, reason }, lead);
    const refused = (decision: string, as = own(oost)) =>
      staged.refused('confirm-decision', { ...moment, decision }, { on: day, confirmed: true }, as);
    expect(refused(first)).toEqual({ code: 'not-the-latest', exists: [second] });
    expect(refused(second, own(west))).toEqual({ code: 'not-your-body' });
    expect(refused(second, chair)).toMatchObject({ code: 'not-your-role' });
    expect(refused(second)).toBeNull();
  });

  it.each([
    { confirmed: true, type: 'DecisionConfirmed' },
    { confirmed: false, type: 'DecisionDisputed' },
  ] as const)('is put right in its day and reason, and never to be the opposite: $type', ({ confirmed, type }) => {
    confirm(byRegion(), '2024-02-12', confirmed, reason);
    const because =
      'is het tegendeel van wat er staat; zeg dat deze regel er niet is geweest (never), en bevestig of betwist daarna opnieuw';
    const opposite = [{ pointer: '/confirmed', code: 'not-allowed-here', because }];
    expect(putRight().refused(type, { confirmed: !confirmed })).toEqual(opposite);
    expect(putRight().refused(type, { on: '2024-02-09' })).toEqual(early(day));
    expect(putRight().refused(type, { on: begin })).toEqual(early(day));
    const record = putRight();
    expect(record.added(type, { confirmed, on: '2024-02-11', ownReason: 'Anders.' })).toMatchObject([
      { type, on: '2024-02-11' },
    ]);
    expect(record.dossier.acts.moment?.[0]?.readings).toMatchObject([
      { confirmedOn: '2024-02-11', confirmationReason: 'Anders.' },
    ]);
  });

  it.each([
    ['later', '2024-02-18', day],
    ['earlier', '2024-02-05', '2024-02-05'],
  ])('can be said again as it was, where its decision was corrected to a day that is %s', (_, decidedOn, first) => {
    confirm(byRegion(), '2024-02-11', false, reason);
    const corrects = latest()?.id;
    staged.decide('moment', oost, 'agree', decidedOn, { corrects, evidence, reason }, lead);
    const record = putRight();
    expect(record.refused('DecisionDisputed', { on: '2024-02-04' })).toEqual(early(first));
    for (const on of ['2024-02-20', '2024-02-11', first]) record.correct('DecisionDisputed', { on });
    expect(record.newest('DecisionDisputed').on).toBe(first);
  });
});
