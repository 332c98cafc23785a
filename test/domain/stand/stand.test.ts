// On which side a body is, why not, until when, and what that makes of each of its answers.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import {
  hasDecided,
  isAskedAgain,
  missingOf,
  reservationOutcome,
  standOf,
  unput,
} from '../../../src/domain/stand/stand.js';
import type { DecisionKind, Slug } from '../../../src/domain/vocabulary.js';
import { asking, begin, chair, colleges, evidence, own, planOf, Staged } from '../../support/staged-play.js';

const questions = ['p', 'q'].map((id) => ({ id, text: `De vraag ${id}?` }));
const plan = planOf({
  wacht: asking({ questions }),
  telt: asking({ questions, unconfirmed: 'counts' }),
  treft: asking({ questions, enacts: true, kinds: ['agree', 'disagree', 'abstained'] }),
  straks: { ...asking({ questions }), startsAfter: ['wacht'] },
});
const [body = '', other = '', third = ''] = colleges;
let staged: Staged;
let gate: Slug;
beforeEach(() => {
  staged = new Staged(plan);
  gate = 'wacht';
});

const put = (id: Slug): void => {
  gate = id;
  staged.put(id);
};
const stand = (day = '2024-12-01', whose = body) =>
  standOf(
    { dossier: staged.dossier, id: gate, gate: staged.round(gate).terms.gate, round: staged.round(gate), day },
    whose,
  );
const decide = (p: DecisionKind, q: DecisionKind, more: Partial<RecordDecision> = {}, decidedOn = begin) =>
  staged.decide(gate, body, p, decidedOn, { answers: { q }, ...more });
const conditions = [{ text: 'Met een plafond.', effect: 'suspensive' as const, dueOn: '2024-05-01' }];

/** What is read of it everywhere. */
const read = (day?: string) => {
  const { side, why, until, answers } = stand(day);
  return [side, why, until, answers];
};

describe('of each answer it says on which side it counts', () => {
  it.each<[string, DecisionKind, DecisionKind, Partial<RecordDecision>, unknown[]]>([
    ['for', 'agree', 'agree-with-remarks', { remarks: ['Let op.'] }, ['for', null, null, { p: 'for', q: 'for' }]],
    ['against', 'agree', 'disagree', { reason: 'Nee.' }, ['against', null, null, { p: 'for', q: 'against' }]],
    ['abstained', 'abstained', 'abstained', {}, ['abstained', null, null, { p: 'abstained', q: 'abstained' }]],
    [
      'put off, until the day that is named',
      'agree',
      'deferred',
      { nextDate: '2024-05-14' },
      ['undecided', 'deferred', '2024-05-14', { p: 'for', q: 'undecided' }],
    ],
    ['only noted', 'agree', 'noted', {}, ['undecided', 'noted', null, { p: 'for', q: 'undecided' }]],
    [
      'under a condition that is open, the one that has it',
      'agree',
      'agree-with-conditions',
      { conditions },
      ['undecided', 'condition-open', '2024-05-01', { p: 'for', q: 'undecided' }],
    ],
    [
      'under a reservation, the one that has it',
      'agree',
      'agree-subject-to',
      { subjectTo: { gate: 'wacht', body: other } },
      ['undecided', 'subject-to', null, { p: 'for', q: 'undecided' }],
    ],
    [
      'announced, none of them',
      'agree',
      'agree',
      { form: 'announcement' },
      ['undecided', 'announced', null, { p: 'undecided', q: 'undecided' }],
    ],
  ])('%s', (_, p, q, more, expected) => {
    put('wacht');
    decide(p, q, more);
    expect(read()).toEqual(expected);
  });

  it('on a former text, none of them', () => {
    put('wacht');
    decide('agree', 'disagree', { reason: 'Nee.' });
    staged.give('revise-proposal', { gate }, { on: '2024-03-01', title: 'Versie 2' });
    expect(read('2024-02-29')).toEqual(['against', null, null, { p: 'for', q: 'against' }]);
    expect(read('2024-03-01')).toEqual(['undecided', 'stale', null, { p: 'undecided', q: 'undecided' }]);
  });

  it('on another text, none that was for', () => {
    put('treft');
    decide('agree', 'agree', { conform: false });
    expect(read()).toEqual(['undecided', 'other-text', null, { p: 'undecided', q: 'undecided' }]);
  });

  it('on another text, what is no yes stays what it is', () => {
    put('treft');
    decide('agree', 'abstained', { conform: false });
    expect(read()).toEqual(['undecided', 'other-text', null, { p: 'undecided', q: 'abstained' }]);
  });

  it('recorded by the region, none of them where that waits', () => {
    const said = { body, decision: 'agree', decidedOn: begin, evidence } as const;
    put('wacht');
    staged.give('record-decision', { gate }, said);
    expect(read()).toEqual(['undecided', 'unconfirmed', null, { p: 'undecided', q: 'undecided' }]);
    put('telt');
    staged.give('record-decision', { gate }, said);
    expect(read()).toEqual(['for', null, null, { p: 'for', q: 'for' }]);
    expect(stand()).toMatchObject({ shadow: true, disputed: false, takenBack: false, beside: [], hidden: null });
  });
});

it('says whether a condition is open or was rejected, and counts once it is answered', () => {
  put('wacht');
  decide('agree', 'agree-with-conditions', { conditions: [{ text: 'Met een plafond.', effect: 'elaboration' }] });
  const [condition = ''] = staged.decisions(gate).at(-1)?.conditions ?? [];
  const answer = (said: 'rejected' | 'adopted', on: string) =>
    staged.give('answer-condition', { gate, condition }, { answer: said, on, reason: 'Zo besloten.' }, chair);
  answer('rejected', '2024-03-01');
  expect(read('2024-02-29').slice(0, 2)).toEqual(['undecided', 'condition-open']);
  expect(read('2024-03-01').slice(0, 2)).toEqual(['undecided', 'condition-rejected']);
});

it('is missing while it is silent or undecided, and decided while it is not open, announced or hidden', () => {
  put('wacht');
  expect([missingOf(stand()), hasDecided(stand())]).toEqual([{ body, why: 'silent', until: null }, false]);
  const seen = (p: DecisionKind, more: Partial<RecordDecision> = {}, day = begin) => {
    const revises = stand(day).decision?.id;
    staged.decide(gate, body, p, day, { ...(revises ? { revises } : {}), ...more });
    return [missingOf(stand(day))?.why ?? null, hasDecided(stand(day))];
  };
  expect(seen('deferred')).toEqual(['deferred', false]);
  expect(seen('agree', { form: 'announcement' }, '2024-02-02')).toEqual(['announced', false]);
  expect(seen('agree-with-conditions', { conditions }, '2024-02-03')).toEqual(['condition-open', true]);
  expect(seen('abstained', {}, '2024-02-04')).toEqual([null, true]);
});

it('of a body that was asked nothing yet is silent, and nothing else', () => {
  const { body: named, ...rest } = unput(other);
  expect([named, rest]).toEqual([
    other,
    {
      side: 'silent',
      why: 'silent',
      until: null,
      option: null,
      lapsed: false,
      decision: null,
      shadow: false,
      answers: {},
      beside: [],
      takenBack: false,
      disputed: false,
      hidden: null,
    },
  ]);
  put('wacht');
  expect(stand()).toEqual(unput(body));
  staged.give('record-decision', { gate }, { body, decision: 'agree', decidedOn: begin }, own(body));
  const [made] = staged.decisions(gate);
  expect(stand()).toEqual({
    ...unput(body),
    side: 'for',
    why: null,
    decision: made,
    answers: { p: 'for', q: 'for' },
  });
});

it('says that it was taken back', () => {
  put('wacht');
  const decision = decide('agree', 'agree');
  staged.give('withdraw-decision', { gate }, { decision, on: '2024-03-01', reason: 'Opnieuw.' }, own(body));
  expect([stand('2024-02-29').takenBack, stand('2024-03-01').takenBack]).toEqual([false, true]);
});

it('asks again whoever decided on a text that was replaced, and not who put it off', () => {
  put('wacht');
  staged.decide(gate, other, 'deferred');
  const made = [decide('agree', 'agree'), staged.decisions(gate)[0]?.id];
  const asked = (day: string) =>
    made.map((id) => {
      const decision = staged.decisions(gate).find((one) => one.id === id);
      return decision && isAskedAgain(staged.round(gate), decision, day);
    });
  staged.give('revise-proposal', { gate }, { on: '2024-03-01', title: 'Versie 2' });
  expect([asked('2024-02-29'), asked('2024-03-01')]).toEqual([
    [false, false],
    [true, false],
  ]);
  const closed = { scope: 'own', ground: 'art. 87 Gemeentewet' } as const;
  staged.decide(gate, third, 'agree', begin, { release: closed });
  const hidden = staged.decisions(gate).at(-1);
  expect(hidden && isAskedAgain(staged.round(gate), hidden, '2024-12-01')).toBe(false);
});

describe('what another waits for', () => {
  const became = (whose = other, asked: string[] = [], id = gate) =>
    reservationOutcome({ dossier: staged.dossier, day: '2024-12-01' }, { gate: id, body: whose }, asked);

  it('is there once that body is for, and refused once it is against or is asked no more', () => {
    put('wacht');
    expect([became(), became(other, [], 'straks')]).toEqual(['waiting', 'waiting']);
    staged.decide(gate, other, 'deferred');
    expect(became()).toBe('waiting');
    const no = staged.decide(gate, other, 'disagree', '2024-02-02', { reason: 'Nee.' });
    expect(became()).toBe('refused');
    staged.decide(gate, other, 'agree', '2024-02-03', { revises: no });
    expect([became(), became(other, [`${gate} ${other}`])]).toEqual(['fulfilled', 'waiting']);
    const left = { on: '2024-02-04', reason: 'Weg.', leaves: [third] };
    staged.give('change-electorate', { gate }, left, chair);
    expect(became(third)).toBe('refused');
  });

  it('counts meanwhile where it comes later, and no more where it was refused', () => {
    put('wacht');
    const subjectTo = { gate: 'straks', body: other };
    decide('agree-subject-to', 'agree', { subjectTo });
    for (const one of [other, third]) staged.decide(gate, one, 'agree');
    staged.rule(gate, 'go');
    expect(read().slice(0, 2)).toEqual(['for', null]);
    staged.put('straks').decide('straks', other, 'disagree', begin, { reason: 'Nee.' });
    expect(read().slice(0, 2)).toEqual(['undecided', 'subject-to']);
  });
});
