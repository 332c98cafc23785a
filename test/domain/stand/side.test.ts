// On which side a body counts: the first line of the contract that applies, whatever else holds too; and what it is to
// agree to the same text.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { standOf } from '../../../src/domain/stand/stand.js';
import type { DecisionKind, Id, Slug } from '../../../src/domain/vocabulary.js';
import { closed } from '../../support/council-play.js';
import { asking, begin, colleges, councils, evidence, lead, own, planOf, Staged } from '../../support/staged-play.js';

const questions = ['p', 'q'].map((id) => ({ id, text: `De vraag ${id}?` }));
const ofCouncils = { electorate: 'councils', rule: majority('councils') };
const plan = planOf({
  moment: asking({ questions }),
  treffen: asking({ ...ofCouncils, enacts: true, kinds: ['agree', 'disagree', 'adopt', 'adopt-amended'] }),
  toestemming: asking({ ...ofCouncils, kinds: ['consent', 'consent-withheld', 'agree'] }),
  vaststellen: asking(ofCouncils),
});
const [oost = '', west = '', eiland = ''] = colleges;
let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

type Said = Partial<RecordDecision>;
const stand = (gate: Slug, body = oost, day?: string): unknown[] => {
  const { side, why, until } = standOf(staged.at(gate, day), body);
  return [side, why, until];
};

describe('the same text', () => {
  const [raad = ''] = councils;
  const amendments = ['Artikel 2 vervalt.'];
  const tabled = { kind: 'amendment', text: 'Artikel 2 vervalt.' } as const;
  const withheld = { ground: 'conflict-with-law' } as const;
  it.each<[Slug, DecisionKind, Said, string | null]>([
    ['treffen', 'agree', {}, null],
    ['treffen', 'agree', { conform: true }, null],
    ['treffen', 'agree', { conform: false }, 'other-text'],
    ['treffen', 'agree', { amendments }, 'other-text'],
    ['treffen', 'agree', { amendments, conform: true }, null],
    ['treffen', 'agree', { tabled: [{ ...tabled, result: 'adopted' }] }, 'other-text'],
    ['treffen', 'agree', { tabled: [{ ...tabled, result: 'rejected' }] }, null],
    ['treffen', 'agree', { tabled: [{ ...tabled, kind: 'motion', result: 'adopted' }] }, null],
    ['treffen', 'adopt-amended', {}, 'other-text'],
    ['treffen', 'adopt-amended', { conform: true }, null],
    ['toestemming', 'consent', {}, null],
    ['toestemming', 'consent', { conform: false }, 'other-text'],
    ['toestemming', 'consent', { amendments }, 'other-text'],
    ['toestemming', 'consent', { amendments, conform: true }, null],
    ['toestemming', 'agree', { conform: false }, null],
    ['vaststellen', 'agree', { conform: false }, null],
    ['vaststellen', 'agree', { amendments }, null],
    ['vaststellen', 'adopt-amended', {}, 'other-text'],
    ['vaststellen', 'adopt-amended', { conform: false }, 'other-text'],
    ['vaststellen', 'adopt-amended', { conform: true }, null],
  ])('at %s: %s with %j is undecided for %s', (gate, kind, said, why) => {
    staged.put(gate).decide(gate, raad, kind, begin, said);
    expect(stand(gate, raad)).toEqual([why === null ? 'for' : 'undecided', why, null]);
  });

  it.each<[Slug, DecisionKind, Said]>([
    ['treffen', 'disagree', { reason: 'Nee.' }],
    ['toestemming', 'consent-withheld', withheld],
  ])('is not asked of who says no: %s', (gate, kind, said) => {
    staged.put(gate).decide(gate, raad, kind, begin, { conform: false, ...said });
    expect(stand(gate, raad)).toEqual(['against', null, null]);
  });
});

describe('of several reasons the first holds', () => {
  const condition = { text: 'Eerst het geld.', effect: 'suspensive', dueOn: '2024-05-01' } as const;
  const conditions = [condition];
  const subjectTo = { gate: 'moment', body: eiland };
  const all = { conditions, subjectTo, reason: 'Zo besloten.' };
  const newText = () => staged.give('revise-proposal', { gate: 'moment' }, { on: '2024-03-01', title: 'Versie 2' });
  const decide = (p: DecisionKind, q: DecisionKind, more: Said = {}, who = own(oost)): Id => {
    const given = new Set<DecisionKind>([p, q]);
    const { conditions: made, subjectTo: to, ...rest } = { ...all, ...more };
    return staged.decide(
      'moment',
      oost,
      p,
      begin,
      {
        ...rest,
        answers: { q },
        ...(given.has('agree-with-conditions') ? { conditions: made } : {}),
        ...(given.has('agree-subject-to') ? { subjectTo: to } : {}),
      },
      who,
    );
  };
  beforeEach(() => {
    staged.put('moment');
  });

  it.each<[string, () => unknown, unknown[]]>([
    ['kept to itself, before that it is a no', () => decide('disagree', 'agree', closed), ['announced', null]],
    [
      'recorded by the region, before that it is only announced',
      () => decide('agree', 'deferred', { form: 'announcement', evidence }, lead),
      ['unconfirmed', null],
    ],
    [
      'announced, before that it was put off',
      () => decide('agree', 'noted', { form: 'announcement' }),
      ['announced', null],
    ],
    ['put off, before that it is only noted', () => decide('noted', 'deferred'), ['deferred', null]],
    [
      'put off, before that the text was replaced',
      () => [decide('agree', 'deferred', { nextDate: '2024-04-01' }), newText()],
      ['deferred', '2024-04-01'],
    ],
    ['on a former text, before that it is a no', () => [decide('disagree', 'agree'), newText()], ['stale', null]],
    [
      'on a former text, before that nobody spoke',
      () => [decide('abstained', 'abstained'), newText()],
      ['stale', null],
    ],
    [
      'a condition, before a reservation',
      () => decide('agree-with-conditions', 'agree-subject-to'),
      ['condition-open', '2024-05-01'],
    ],
  ])('%s', (_, play, [why, until]) => {
    play();
    expect(stand('moment')).toEqual(['undecided', why, until]);
  });

  it('a no to one question, before a condition on the other', () => {
    decide('disagree', 'agree-with-conditions');
    expect(stand('moment')).toEqual(['against', null, null]);
  });

  it('of several conditions the first that is not answered', () => {
    decide('agree-with-conditions', 'agree', {
      conditions: [condition, { ...condition, text: 'Eerst een plan.', dueOn: '2024-06-01' }],
    });
    const [first = '', second = ''] = Object.keys(staged.dossier.conditions);
    const meet = (made: Id) =>
      staged.give('answer-condition', { gate: 'moment', condition: made }, { answer: 'met', on: begin }, own(oost));
    expect(stand('moment')).toEqual(['undecided', 'condition-open', '2024-05-01']);
    meet(first);
    expect(stand('moment')).toEqual(['undecided', 'condition-open', '2024-06-01']);
    meet(second);
    expect(stand('moment')).toEqual(['for', null, null]);
  });

  it('a version that is new to it, and not the one that it was taken on or a former one', () => {
    newText();
    staged.decide('moment', oost, 'agree', '2024-03-02');
    expect(stand('moment')).toEqual(['for', null, null]);
    const mandate = { on: '2024-03-10', title: 'Versie 3', textualMandate: [oost] };
    staged.decide('moment', west, 'agree', '2024-03-02');
    staged.give('revise-proposal', { gate: 'moment' }, mandate);
    expect([stand('moment'), stand('moment', west)]).toEqual([
      ['for', null, null],
      ['undecided', 'stale', null],
    ]);
  });
});

describe('who waits for another', () => {
  beforeEach(() => {
    staged.put('moment');
  });
  const reserve = (body: string, awaited: string) =>
    staged.decide('moment', body, 'agree-subject-to', begin, { subjectTo: { gate: 'moment', body: awaited } });

  it('counts once that one does, through as many as there are', () => {
    reserve(oost, west);
    reserve(west, eiland);
    const sides = () => [oost, west].map((body) => stand('moment', body).slice(0, 2));
    const waiting = ['undecided', 'subject-to'];
    expect(sides()).toEqual([waiting, waiting]);
    staged.decide('moment', eiland, 'agree');
    expect(sides()).toEqual([
      ['for', null],
      ['for', null],
    ]);
  });

  it('and so for itself, waits', () => {
    reserve(oost, west);
    reserve(west, eiland);
    reserve(eiland, oost);
    for (const body of colleges) expect(stand('moment', body)).toEqual(['undecided', 'subject-to', null]);
  });
});

describe('who is silent', () => {
  it('is so until the end of its term, unless what the region recorded is not so', () => {
    staged.put('moment', begin, { replyBy: '2024-03-01' });
    expect(stand('moment')).toEqual(['silent', 'silent', '2024-03-01']);
    const decision = staged.decide('moment', oost, 'agree', '2024-02-10', { evidence }, lead);
    const dispute = { on: '2024-02-20', confirmed: false, reason: 'Niet zo.' };
    staged.give('confirm-decision', { gate: 'moment', decision }, dispute, own(oost));
    expect([stand('moment'), stand('moment', oost, '2024-02-09')]).toEqual([
      ['silent', 'disputed', '2024-03-01'],
      ['silent', 'silent', '2024-03-01'],
    ]);
  });
});
