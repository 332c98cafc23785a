// What a merger meets on its way: gates that open again, parts that went apart, terms, texts, other plans, closed decisions,
// facts that are recorded late, and rules that were amended.
import { refusalOf } from '../../../src/domain/commands/commands.js';
import { personIn } from '../../../src/domain/dossier/successors.js';
import { electorateAt } from '../../../src/domain/dossier/electorate.js';
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { now } from '../../../src/domain/fold/history.js';
import { dueOn } from '../../../src/domain/stand/term.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { weighted } from '../../../src/domain/rules/weighted.js';
import { dueMergers } from '../../../src/domain/commands/merge-parties.js';
import { municipalities } from '../../support/play.js';
import { boardInSteps } from '../../../src/domain/views/board-view.js';
import { viewerOf } from '../../../src/domain/views/viewer.js';
import { possibleTurnHolders } from '../../../src/domain/turns/turn-holders.js';
import type { BodyId, Day, DecisionKind, Role, Slug } from '../../../src/domain/vocabulary.js';
import { municipality } from '../../../src/domain/workflow/define.js';
import { asking, chair, lead, own, planOf, Staged } from '../../support/staged-play.js';
import { atOnce, fold } from '../../support/fold.js';
import { mended } from '../../support/mend.js';
import { told } from '../../support/told.js';
import {
  before,
  begin,
  brielle,
  colleges,
  day,
  from,
  hellevoetsluis,
  into,
  nissewaard,
  parties,
  put,
  reason,
  today,
  voorne,
  voornesPlan,
  westvoorne,
} from '../../support/voorne.js';

const all = unanimity('colleges');
let staged: Staged;
const merge = (on = today, said: object = {}) =>
  staged.give('merge-parties', {}, { from, into, reason, ...said }, lead, on);
const decide = (gate: Slug, body: BodyId, on: Day, kind: DecisionKind = 'agree', more: object = {}) =>
  staged.decide(gate, body, kind, on, { reason, ...more });
const sides = (gate: Slug, on = today) => staged.standing(gate, on).bodies.map(({ body, side }) => `${body} ${side}`);

describe('a gate that was concluded', () => {
  const concluded = (afterRuling: 'flag' | 'reopen') => {
    staged = new Staged(voornesPlan({ moment: asking({ rule: all, afterRuling }) }), begin).put('moment', put);
    for (const body of colleges) decide('moment', body, '2022-11-01');
    staged.rule('moment', 'go', '2022-11-10');
  };

  it('and is opened again asks the successor, which is silent', () => {
    concluded('flag');
    merge();
    staged.give('reopen-gate', { gate: 'moment' }, { on: today, reason }, chair);
    expect(sides('moment')).toEqual([`${nissewaard} for`, `${voorne} silent`]);
    expect(staged.round('moment').electorateChanges).toMatchObject([{ kind: 'merger', on: day }]);
  });

  it('opens by itself where it rested on what a body decided when it was no more', () => {
    staged = new Staged(voornesPlan({ moment: asking({ rule: all, afterRuling: 'reopen' }) }), begin).put(
      'moment',
      put,
    );
    for (const body of colleges) decide('moment', body, '2023-01-15');
    staged.rule('moment', 'go', '2023-01-20');
    expect(merge().map(({ type }) => type)).toEqual(['PartiesMerged', 'GateReopened']);
    expect(sides('moment')).toEqual([`${nissewaard} for`, `${voorne} silent`]);
  });

  it('stays as it was where it rested on what was decided before', () => {
    concluded('reopen');
    expect(merge().map(({ type }) => type)).toEqual(['PartiesMerged']);
  });
});

describe('seats', () => {
  it('of who left before are not taken over', () => {
    staged = new Staged(voornesPlan({ moment: asking({ rule: threshold(1, 'colleges') }) }), begin).put('moment', put);
    for (const body of [brielle, hellevoetsluis, westvoorne])
      staged.give('leave-gate', { gate: 'moment' }, { body, on: '2022-11-01', reason }, own(body));
    merge();
    expect([staged.round('moment').electorate, electorateAt(staged.dossier, 'moment')]).toEqual([
      [nissewaard],
      [nissewaard],
    ]);
  });

  it('in two parts that went apart are both of the successor', () => {
    const options = ['noord', 'zuid'].map((id) => ({ id, title: id }));
    const way = (option: string) => ({
      ...asking({ rule: threshold(1, 'colleges') }),
      startsAfter: ['keuze'],
      branch: { gate: 'keuze', option },
    });
    const plan = voornesPlan({
      keuze: asking({ polls: options, splits: true, rule: all }),
      noord: way('noord'),
      zuid: way('zuid'),
    });
    staged = new Staged(plan, begin).put('keuze', put);
    const chosen = { noord: [brielle, nissewaard], zuid: [hellevoetsluis, westvoorne] };
    for (const [option, bodies] of Object.entries(chosen))
      for (const body of bodies) decide('keuze', body, '2022-11-01', 'agree', { option });
    const parts = Object.entries(chosen).map(([option, bodies]) => ({ option, bodies }));
    staged.give('split-gate', { gate: 'keuze' }, { on: '2022-11-10', reason, parts }, chair);
    merge();
    expect(['noord', 'zuid'].map((id) => electorateAt(staged.dossier, id))).toEqual([[nissewaard, voorne], [voorne]]);
  });
});

describe('the term of a successor', () => {
  beforeEach(() => {
    staged = new Staged(voornesPlan({ moment: asking({ rule: all, weeksFromReceipt: 8 }) }), begin).put('moment', put);
  });
  const received = (body: BodyId, on: Day) => staged.give('record-receipt', { gate: 'moment' }, { body, on });
  const due = () => dueOn(staged.round('moment'), voorne, today);

  it('is the longest of those of its predecessors', () => {
    received(brielle, '2022-11-01');
    received(hellevoetsluis, '2022-12-01');
    received(westvoorne, '2022-11-15');
    const until = dueOn(staged.round('moment'), hellevoetsluis, today);
    merge();
    expect([due(), until]).toEqual(['2023-01-26', '2023-01-26']);
  });

  it('has not begun where one of them had not received it', () => {
    received(brielle, '2022-11-01');
    merge();
    expect(due()).toBeNull();
    received(voorne, '2023-01-10');
    expect(due()).toBe('2023-03-07');
  });

  it('is what one of them was given longer', () => {
    for (const body of [brielle, hellevoetsluis, westvoorne]) received(body, '2022-11-01');
    const longer = { body: brielle, on: '2022-12-01', until: '2023-02-10', reason };
    staged.give('extend-term', { gate: 'moment' }, longer, chair);
    merge();
    expect(due()).toBe('2023-02-10');
  });
});

it('a text for some is put to the successor where all of them were put it, else the text for all', () => {
  const variant = (title: string, bodies: BodyId[]) => ({ title, bodies });
  staged = new Staged(voornesPlan({ moment: asking({ rule: all }), ander: asking({ rule: all }) }), begin);
  staged.put('moment', put, { variants: [variant('Voor Voorne', [brielle, hellevoetsluis, westvoorne])] });
  staged.put('ander', put, { variants: [variant('Voor twee', [brielle, nissewaard])] });
  merge();
  expect(['moment', 'ander'].map((gate) => staged.round(gate).variants.map(({ bodies }) => bodies))).toEqual([
    [[voorne]],
    [[nissewaard]],
  ]);
});

it('an amended rule that weighs has their weights together, once', () => {
  const terms = { numerator: 1, denominator: 2, least: 'at-least', unit: 'inwoners' } as const;
  staged = new Staged(voornesPlan({ moment: asking({ rule: all }) }), begin);
  const rule = weighted('colleges', {
    ...terms,
    weights: { [brielle]: '1', [hellevoetsluis]: '2', [westvoorne]: '3', [nissewaard]: '5' },
  });
  const meeting = { form: 'session' } as const;
  staged.give('amend-rule', { gate: 'moment' }, { on: put, reason, rule, meeting }, chair);
  merge();
  staged.put('moment', '2023-01-10');
  expect(staged.round('moment').rule).toEqual({ ...rule, weights: { [nissewaard]: '5', [voorne]: '6' } });
  const said = weighted('colleges', { ...terms, weights: { [nissewaard]: '7', [voorne]: '8' } });
  staged.give(
    'amend-rule',
    { gate: 'moment' },
    { on: today, reason, rule: said, meeting, agreedBy: [nissewaard, voorne] },
    chair,
  );
  expect(staged.round('moment').rule).toEqual(said);
});

it('a plan that names the successor alone takes over what its predecessors did', () => {
  const named = [into, 'nissewaard'].map((name) => municipality(name, name, null));
  const region = parties.slice(-1);
  const phases = () => ({ moment: { ...asking({ rule: all }), visits: 'colleges' } });
  const next = planOf(phases(), { version: 2, parties: [...named, ...region] });
  staged = new Staged(voornesPlan(phases()), begin, [next]);
  staged.start('moment', put);
  for (const body of [brielle, nissewaard]) staged.give('visit-body', { phase: 'moment' }, { body, on: put });
  staged.give('submit-gate', { gate: 'moment' }, { on: put });
  decide('moment', brielle, '2022-11-01');
  const migrate = { toVersion: 2, on: today, reason };
  expect(staged.refused('migrate-dossier', {}, migrate, chair)).toMatchObject([
    { pointer: '/map/moment', code: 'record-lost' },
    { pointer: '/toVersion', code: 'body-lost' },
  ]);
  merge();
  staged.give('migrate-dossier', {}, migrate, chair);
  expect([sides('moment'), electorateAt(staged.dossier, 'moment')]).toEqual([
    [`${nissewaard} silent`, `${voorne} silent`],
    [voorne, nissewaard],
  ]);
});

it('another plan knows who came since, also where it names none of them', () => {
  const next = voornesPlan({ moment: asking({ rule: all }), meer: asking({ rule: all }) }, { version: 2 });
  staged = new Staged(voornesPlan({ moment: asking({ rule: all }) }), begin, [next]).put('moment', put);
  merge();
  decide('moment', voorne, '2023-01-10');
  staged.give('migrate-dossier', {}, { toVersion: 2, on: today, reason }, chair);
  expect(sides('moment')).toEqual([`${nissewaard} silent`, `${voorne} for`]);
  expect(electorateAt(staged.dossier, 'meer')).toEqual([nissewaard, voorne]);
  expect(atOnce(boardInSteps(staged.reading(today))).rows.map(({ party }) => party)).toEqual(['nissewaard', into]);
});

describe('what a predecessor keeps to itself', () => {
  it('is known to its successor from the day on, and to nobody else', () => {
    staged = new Staged(voornesPlan({ moment: asking({ rule: all }) }), begin).put('moment', put);
    decide('moment', brielle, '2022-11-01', 'agree', { release: { scope: 'own', ground: 'art. 87' } });
    const sees = (body: BodyId) => {
      const person = { id: 'p', assignments: [{ ...own(body), from: '2020-01-01', until: null }] };
      return viewerOf(person, staged.dossier, () => null, today).seesClosedOf(brielle);
    };
    expect([brielle, voorne, nissewaard].map(sees)).toEqual([true, false, false]);
    merge();
    expect([brielle, voorne, nissewaard].map(sees)).toEqual([true, true, false]);
  });
});

describe('the roles of one person', () => {
  beforeEach(() => {
    staged = new Staged(voornesPlan({ moment: asking({ rule: all }) }), begin).put('moment', put);
    merge();
  });
  const why = (...roles: { role: Role; body: BodyId; until?: Day }[]) => {
    const assignments = roles.map((one) => ({ from: '2020-01-01', until: null, ...one }));
    const asker = { dossier: staged.dossier, person: { id: 'p', assignments }, today };
    return refusalOf(asker, 'record-decision', { gate: 'moment' }, { body: voorne })?.code ?? null;
  };

  it('are those of the successor: who chairs does not record for the own college', () => {
    expect(why(own(brielle), { role: 'portfolio-holder', body: brielle })).toBeNull();
    expect(why(chair, own(brielle))).toBe('not-your-role');
    expect(why(chair, own(nissewaard))).toBe('not-your-body');
  });

  it('end when they end, and begin no earlier than the successor', () => {
    expect(why({ ...own(brielle), until: before })).toBe('assignment-not-valid');
    const [, taken] = personIn(staged.dossier, {
      id: 'p',
      assignments: [{ ...own(brielle), from: '2020-01-01', until: null }],
    }).assignments;
    expect(taken).toMatchObject({ body: voorne, from: day });
  });

  it('hold the turns of the successor', () => {
    const holders = possibleTurnHolders(staged.dossier).map(({ whose }) => whose);
    expect(holders).toEqual(expect.arrayContaining([voorne, brielle, hellevoetsluis, westvoorne]));
  });
});

describe('the register', () => {
  it('says which mergers are due: those whose day has come and that were not recorded', () => {
    staged = new Staged(voornesPlan({ moment: asking({ rule: all }) }), begin);
    const due = (on: Day) =>
      dueMergers(staged.dossier, municipalities, on).map((one) => [one.on, one.into.id, one.from.map(({ id }) => id)]);
    expect([before, day].map(due)).toEqual([[], [[day, into, from]]]);
    merge();
    expect(due(today)).toEqual([]);
  });
});

describe('a merger that was recorded', () => {
  it('is corrected in its reason alone, or never was, and a change of the chair keeps both outcomes apart from it', () => {
    const plan = voornesPlan({ moment: asking({ rule: all }) });
    staged = new Staged(plan, begin).put('moment', put);
    merge();
    const plans = new PlanCatalogue([plan], [], [], municipalities);
    const event = staged.events.at(-1);
    if (!event) throw new Error('it was recorded');
    const right = mended(plans, staged.events, event, { ownReason: 'Wet van 2022.' }, today);
    if (right instanceof Error) throw right;
    expect(fold(plans, right, now).mergers).toMatchObject([{ reason: 'Wet van 2022.', on: day }]);
    const never = mended(plans, staged.events, event, { never: true }, today);
    if (never instanceof Error) throw never;
    expect(fold(plans, never, now).rounds.moment?.[0]?.electorate).toEqual(colleges);
    staged.give(
      'change-electorate',
      { gate: 'moment' },
      { on: today, reason, ...told(today), leaves: [nissewaard] },
      chair,
    );
    expect(staged.standing('moment', today).asSubmitted).toMatchObject({
      electorate: [nissewaard, voorne],
      takenOut: [nissewaard],
    });
  });
});
