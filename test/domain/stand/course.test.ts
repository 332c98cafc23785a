// Which act of a body stands on a day, what waits beside it, and what it keeps to itself: the whole of what is found, so
// that whoever shows it can rely on every part.
import { courseOf, isTakenBack, sideByKinds } from '../../../src/domain/stand/course.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import type { Decision } from '../../../src/domain/dossier/state.js';
import type { Day, DecisionKind, Id } from '../../../src/domain/vocabulary.js';
import { closed, CouncilPlay } from '../../support/council-play.js';
import { chair, evidence, lead, own, type Who } from '../../support/staged-play.js';
import { told } from '../../support/told.js';

const gate = 'ontwerp';
const body = 'oost/college';
let play: CouncilPlay;
beforeEach(() => {
  play = new CouncilPlay();
  const on = '2024-01-03';
  play.give(lead, 'start-phase', { phase: gate }, { on }, on); // so that what follows can be recorded on any day
  play.give(lead, 'submit-gate', { gate }, { on }, on);
});

const recorded = (): Decision[] =>
  (play.play.dossier.acts[gate] ?? [])
    .flatMap(({ readings }) => readings)
    .sort((one, other) => one.recorded.sequence - other.recorded.sequence);
function record(who: Who, said: Omit<RecordDecision, 'body'>, day?: Day): Id {
  play.give(who, 'record-decision', { gate }, { body, ...said }, day);
  return recorded().at(-1)?.id ?? '';
}
const self = (decision: DecisionKind, decidedOn: Day, more: Partial<RecordDecision> = {}, day?: Day): Id =>
  record(own(body), { decision, decidedOn, ...more }, day);
const region = (decision: DecisionKind, decidedOn: Day, more: Partial<RecordDecision> = {}): Id =>
  record(lead, { decision, decidedOn, evidence, ...more });
const corrected = (who: Who, corrects: Id, said: Partial<RecordDecision>): Id =>
  record(who, { corrects, reason: 'Vergissing.', ...(who === lead ? { evidence } : {}), ...said });
const answer = (decision: Id, confirmed: boolean): void => {
  const reason = confirmed ? {} : { reason: 'Niet zo.' };
  play.give(own(body), 'confirm-decision', { gate, decision }, { on: '2024-12-01', confirmed, ...reason });
};
const takeBack = (decision: Id, on: Day, day?: Day): void =>
  play.give(own(body), 'withdraw-decision', { gate }, { decision, on, reason: `Terug op ${on}.` }, day);

function course(day: Day, whose = body) {
  const { decision, beside, hidden, takenBack, last, ...rest } = courseOf(
    { dossier: play.play.dossier, id: gate, round: play.round(gate), day },
    whose,
  );
  return {
    ...rest,
    decision: decision?.id ?? null,
    beside: beside.map(({ id }) => id),
    hidden: hidden?.id ?? null,
    takenBack: takenBack?.reason ?? null,
    last: last?.day ?? null,
  };
}
const nothing = {
  by: 'none',
  decision: null,
  beside: [],
  hidden: null,
  takenBack: null,
  disputed: false,
  last: null,
};

it('is nothing where nothing was recorded, and before its day', () => {
  expect(course('2024-12-01')).toEqual(nothing);
  self('agree', '2024-01-10');
  expect(course('2024-01-09')).toEqual(nothing);
  expect(course('2024-01-10', 'west/college')).toEqual(nothing);
});

describe('a decision of its own', () => {
  it('stands, with what the region recorded of later days beside it in their order, and then what it proposes', () => {
    region('disagree', '2024-01-08');
    const decision = self('agree', '2024-01-10');
    const later = region('disagree', '2024-01-20', { revises: decision });
    const sooner = region('deferred', '2024-01-15', { revises: decision });
    const stands = { ...nothing, by: 'own', decision, last: '2024-01-10' };
    expect(course('2024-01-15')).toEqual({ ...stands, beside: [sooner] });
    expect(course('2024-01-20')).toEqual({ ...stands, beside: [sooner, later] });
    const proposed = corrected(lead, decision, { decision: 'noted' });
    expect(course('2024-01-20')).toEqual({ ...stands, beside: [sooner, later, proposed] });
    answer(proposed, false);
    expect(course('2024-01-20')).toEqual({ ...stands, beside: [sooner, later] });
  });

  it('of the same day as another stands in the order of their first recording', () => {
    const first = self('agree', '2024-01-10');
    const second = self('disagree', '2024-01-12', { revises: first, reason: 'Te duur.' });
    corrected(own(body), first, { decidedOn: '2024-01-12' });
    expect(course('2024-01-12')).toMatchObject({ by: 'own', decision: second });
    expect(course('2024-01-11')).toEqual(nothing);
  });

  it('is none where it belongs to another dossier', () => {
    const decision = self('agree', '2024-01-10');
    corrected(own(body), decision, { belongsTo: 'ander-traject' });
    expect(course('2024-01-10')).toEqual(nothing);
  });

  it('does not count for another round', () => {
    const decision = self('agree', '2024-01-10');
    takeBack(decision, '2024-01-11');
    play.give(lead, 'withdraw-gate', { gate }, { on: '2024-02-01', reason: 'Opnieuw.' });
    play.give(lead, 'submit-gate', { gate }, { on: '2024-02-01' });
    expect(course('2024-12-01')).toEqual(nothing);
  });

  it('counts from the day on which its body came in', () => {
    play.give(
      chair,
      'change-electorate',
      { gate },
      { on: '2024-01-04', reason: 'Nog niet.', ...told('2024-01-04'), leaves: [body] },
    );
    play.give(
      chair,
      'change-electorate',
      { gate },
      { on: '2024-02-01', reason: 'Erbij.', ...told('2024-02-01'), joins: [body] },
    );
    self('agree', '2024-01-31');
    expect(course('2024-12-01')).toEqual(nothing);
    const decision = self('disagree', '2024-02-01', { reason: 'Te duur.' });
    expect(course('2024-12-01')).toMatchObject({ by: 'own', decision });
  });
});

describe('what the region recorded', () => {
  it('stands after a deferral of an earlier day, the last by its day, and never after one of a later day', () => {
    const deferral = self('deferred', '2024-01-10');
    const newest = region('agree', '2024-01-20');
    region('disagree', '2024-01-12');
    region('agree', '2024-01-08');
    expect(course('2024-01-20')).toEqual({ ...nothing, by: 'shadow', decision: newest, last: '2024-01-20' });
    expect(course('2024-01-11')).toEqual({ ...nothing, by: 'own', decision: deferral, last: '2024-01-10' });
  });

  it('of the same day stands where it was recorded after the deferral alone', () => {
    region('agree', '2024-01-10');
    const deferral = self('deferred', '2024-01-10');
    expect(course('2024-01-10')).toMatchObject({ by: 'own', decision: deferral });
    const after = region('disagree', '2024-01-10');
    expect(course('2024-01-10')).toMatchObject({ by: 'shadow', decision: after, beside: [] });
  });

  it('waits beside a deferral where it would read it otherwise', () => {
    const deferral = self('deferred', '2024-01-10');
    const proposed = corrected(lead, deferral, { decision: 'agree' });
    expect(course('2024-01-10')).toEqual({
      ...nothing,
      by: 'own',
      decision: deferral,
      beside: [proposed],
      last: '2024-01-10',
    });
    const shadow = region('disagree', '2024-01-12');
    expect(course('2024-01-12')).toMatchObject({ by: 'shadow', decision: shadow, beside: [proposed] });
  });

  it('is no act once it is disputed, which is told while the body did nothing since', () => {
    const shadow = region('agree', '2024-01-10');
    answer(shadow, false);
    expect(course('2024-01-10')).toEqual({ ...nothing, disputed: true });
    const decision = self('agree', '2024-01-12');
    expect(course('2024-01-12')).toEqual({ ...nothing, by: 'own', decision, last: '2024-01-12' });
    expect(course('2024-01-11')).toMatchObject({ disputed: true });
  });
});

describe('what a body took back', () => {
  it('is told until it acts again, with everything of before', () => {
    const first = self('agree', '2024-01-10');
    const second = self('disagree', '2024-01-12', { revises: first, reason: 'Te duur.' });
    takeBack(second, '2024-01-14');
    expect(course('2024-01-13')).toMatchObject({ by: 'own', decision: second, takenBack: null });
    expect(course('2024-01-14')).toEqual({ ...nothing, takenBack: 'Terug op 2024-01-14.', last: '2024-01-14' });
    const third = self('agree', '2024-01-14');
    expect(course('2024-01-14')).toEqual({ ...nothing, by: 'own', decision: third, last: '2024-01-14' });
    takeBack(third, '2024-01-16');
    expect(course('2024-01-15')).toMatchObject({ decision: third });
    expect(course('2024-01-16')).toMatchObject({ by: 'none', takenBack: 'Terug op 2024-01-16.' });
    expect(course('2024-01-16', 'west/college')).toEqual(nothing);
  });

  it('is marked on each decision of before, and on no other', () => {
    const first = self('agree', '2024-01-10');
    const second = self('disagree', '2024-01-12', { revises: first, reason: 'Te duur.' });
    takeBack(second, '2024-01-14');
    const third = self('agree', '2024-01-14');
    const other = play.decide(gate, 'west/college', 'agree', '2024-01-10').id;
    const marked = (day: Day) =>
      recorded()
        .filter((decision) => isTakenBack({ dossier: play.play.dossier, id: gate, day }, decision))
        .map(({ id }) => id);
    expect([marked('2024-01-13'), marked('2024-01-14')]).toEqual([[], [first, second]]);
    expect([third, other].every((id) => recorded().some((decision) => decision.id === id))).toBe(true);
    takeBack(third, '2024-01-16');
    expect(marked('2024-01-16')).toEqual([first, second, third]);
    const moved = corrected(own(body), second, { decidedOn: '2024-01-20' });
    expect(marked('2024-01-20')).toEqual([first, second, third, moved]);
    play.give(lead, 'withdraw-gate', { gate }, { on: '2024-02-01', reason: 'Opnieuw.' });
    play.give(lead, 'submit-gate', { gate }, { on: '2024-02-01' });
    self('agree', '2024-01-12', { round: 2 });
    expect(marked('2024-02-01')).toEqual([first, second, third, moved]);
  });
});

describe('what a body keeps to itself', () => {
  it('is there from the day of recording, for nobody to see', () => {
    const hidden = self('agree', '2024-01-10', closed, '2024-02-01');
    expect(course('2024-01-31')).toEqual(nothing);
    expect(course('2024-02-01')).toEqual({ ...nothing, by: 'hidden', hidden });
  });

  it('takes the place of a deferral, and not of a decision that is known', () => {
    self('deferred', '2024-01-05', {}, '2024-01-05');
    const hidden = self('agree', '2024-01-10', closed, '2024-02-01');
    expect(course('2024-02-01')).toMatchObject({ by: 'hidden', decision: null, hidden });
    const known = self('disagree', '2024-01-06', { reason: 'Te duur.' });
    expect(course('2024-02-01')).toMatchObject({ by: 'own', decision: known, hidden });
  });

  it('has what the region recorded since beside it', () => {
    const hidden = self('agree', '2024-01-10', closed, '2024-02-01');
    const shadow = region('disagree', '2024-01-12');
    expect(course('2024-02-01')).toEqual({ ...nothing, by: 'hidden', hidden, beside: [shadow] });
    expect(course('2024-01-31')).toMatchObject({ by: 'shadow', decision: shadow, hidden: null });
  });

  it('is taken back on the day on which that was recorded', () => {
    self('deferred', '2024-01-05', {}, '2024-01-05');
    const hidden = self('agree', '2024-01-10', closed, '2024-02-01');
    takeBack(hidden, '2024-02-03', '2024-02-10');
    expect(course('2024-02-09')).toMatchObject({ by: 'hidden', takenBack: null });
    expect(course('2024-02-10')).toMatchObject({ by: 'none', takenBack: 'Terug op 2024-02-03.' });
  });
});

it('is on a side by its answers', () => {
  const sides: [DecisionKind[], string][] = [
    [['agree', 'disagree'], 'against'],
    [['deferred', 'disagree'], 'against'],
    [['agree', 'noted'], 'undecided'],
    [['abstained', 'deferred'], 'undecided'],
    [['abstained', 'abstained'], 'abstained'],
    [['abstained', 'agree'], 'for'],
    [[], 'for'],
  ];
  for (const [kinds, side] of sides)
    expect([kinds, sideByKinds({ answers: Object.fromEntries(kinds.map((kind, i) => [`q${i}`, kind])) })]).toEqual([
      kinds,
      side,
    ]);
});
