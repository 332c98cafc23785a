// Yeses that wait for a later decision: where they are carried to, what lifts them, and what the gate says of them.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { majority } from '../../../src/domain/rules/majority.js';
import {
  explainReserved,
  missingFromReserved,
  reservationsAt,
  type Reservation,
} from '../../../src/domain/stand/reserved.js';
import type { BodyId, Day, DecisionKind, Id, Slug } from '../../../src/domain/vocabulary.js';
import { asking, chair, colleges, councils, evidence, lead, own, planOf, Staged } from '../../support/staged-play.js';

const [oost = '', west = '', eiland = ''] = colleges;
const [raad = ''] = councils;
const plan = planOf({
  eerste: asking(),
  raad: { ...asking({ electorate: 'councils', rule: majority('councils') }), startsAfter: ['eerste'] },
  treft: asking({ enacts: true, kinds: ['agree', 'disagree', 'abstained'] }),
  ander: asking(),
});
const untold = planOf({ eerste: asking(), laatste: { ...asking(), gateAfter: ['eerste'] } });
const waitsFor = { gate: 'raad', body: raad };
const on = '2024-02-10';
const today = '2024-12-01';
let staged: Staged;

const decide = (gate: Slug, body: BodyId, decision: DecisionKind, day = on, more: Partial<RecordDecision> = {}): Id =>
  staged.decide(gate, body, decision, day, { reason: 'Zo besloten.', ...more });
const reserve = (day = on, more: Partial<RecordDecision> = {}): Id =>
  decide('eerste', oost, 'agree-subject-to', day, { subjectTo: waitsFor, ...more });
/** What is open and what is fulfilled where the arrangement is made, each by its body, gate and awaited body. */
const reserved = (gate = 'treft', day: Day = today): string[][] => {
  const { open, fulfilled } = reservationsAt(staged.dossier, gate, day);
  const told = (list: readonly Reservation[]) => list.map((one) => `${one.body} ${one.at} ${one.waitsFor.body}`);
  return [told(open), told(fulfilled)];
};
const waiting = [[`${oost} eerste ${raad}`], []];
const fulfilled = [[], [`${oost} eerste ${raad}`]];
const none = [[], []];
/** The first gate comes to a go with the reservation, and the council may decide. */
const concluded = (): void => {
  staged.all('eerste', [west, eiland], 'agree', on).rule('eerste', 'go', on);
  staged.put('raad', on);
};

/** The same where no gate enacts: Oost waits for West at the last one, and that is put. */
const last = (): void => {
  staged = new Staged(untold).put('eerste', on);
  decide('eerste', oost, 'agree-subject-to', on, { subjectTo: { gate: 'laatste', body: west } });
  staged.all('eerste', [west, eiland], 'agree', on).rule('eerste', 'go', on);
  staged.put('laatste', on);
};

beforeEach(() => {
  staged = new Staged(plan).put('eerste').put('treft');
});

describe('a reservation is carried', () => {
  it('to the gate that enacts alone, from its own day on', () => {
    expect(reserved()).toEqual(none);
    reserve();
    staged.put('ander', on);
    expect([reserved('treft', '2024-02-09'), reserved('treft', on)]).toEqual([none, waiting]);
    expect([reserved('eerste'), reserved('ander'), reserved('raad')]).toEqual([none, none, none]);
  });

  it('where no gate enacts, to the last ones, and never to the gate at which it was given', () => {
    last();
    decide('laatste', eiland, 'agree-subject-to', on, { subjectTo: { gate: 'laatste', body: west } });
    expect([reserved('eerste'), reserved('laatste')]).toEqual([none, [[`${oost} eerste ${west}`], []]]);
  });

  it('until what it waits for is there', () => {
    reserve();
    concluded();
    expect(reserved()).toEqual(waiting);
    decide('raad', raad, 'deferred', '2024-02-20');
    expect(reserved()).toEqual(waiting);
    decide('raad', raad, 'agree', '2024-03-01');
    expect([reserved('treft', '2024-02-29'), reserved('treft', '2024-03-01')]).toEqual([waiting, fulfilled]);
  });

  it('only while it counts: not where what it waits for was refused, or where it is no yes', () => {
    reserve();
    staged.give('record-decision', { gate: 'ander' }, { body: west, decision: 'disagree', decidedOn: on }, own(west));
    const revises = staged.decisions('eerste').at(-1)?.id;
    decide('eerste', oost, 'agree-subject-to', '2024-02-11', { revises, subjectTo: { gate: 'ander', body: west } });
    staged.put('ander', on);
    expect([reserved('treft', on), reserved()]).toEqual([waiting, none]);
  });

  it('still where it counted at the conclusion, and what it waits for was refused since', () => {
    reserve();
    concluded();
    decide('raad', raad, 'disagree', '2024-03-01');
    expect(reserved()).toEqual(waiting);
  });

  it('not where others counted at the conclusion, and it did not', () => {
    staged.decide('eerste', oost, 'agree-subject-to', on, { subjectTo: waitsFor, evidence }, lead);
    concluded();
    expect(reserved()).toEqual(none);
  });

  it('for each body that has one', () => {
    reserve();
    const second = { gate: 'raad', body: councils[1] ?? '' };
    decide('eerste', west, 'agree-subject-to', on, { subjectTo: second });
    expect(reserved()).toEqual([[`${oost} eerste ${raad}`, `${west} eerste ${councils[1]}`], []]);
  });
});

describe('a reservation is lifted', () => {
  it('by a later plain yes at its own gate', () => {
    const revises = reserve();
    decide('eerste', oost, 'agree', '2024-02-20', { revises });
    expect([reserved('treft', '2024-02-19'), reserved('treft', '2024-02-20')]).toEqual([waiting, none]);
  });

  it.each<[string, BodyId, DecisionKind, Day, string[][]]>([
    ['by a later one where the arrangement is made', oost, 'agree', '2024-02-20', none],
    ['by one of the same day that was recorded after it', oost, 'agree', on, none],
    ['not by one of before', oost, 'agree', '2024-02-09', waiting],
    ['not by a no', oost, 'disagree', '2024-02-20', waiting],
    ['not by an abstention', oost, 'abstained', '2024-02-20', waiting],
    ['not by the yes of another body', west, 'agree', '2024-02-20', waiting],
  ])('%s', (_, body, kind, day, expected) => {
    reserve();
    decide('treft', body, kind, day);
    expect(reserved()).toEqual(expected);
  });

  it('by the order of first recording of one day, whatever is corrected since', () => {
    const corrects = reserve();
    const yes = decide('treft', oost, 'agree');
    expect(reserved()).toEqual(none);
    reserve(on, { corrects, reference: 'Z-12' });
    expect(reserved()).toEqual(none);
    decide('treft', oost, 'agree', '2024-02-09', { corrects: yes });
    expect(reserved()).toEqual(waiting);
  });

  it('not by a yes that was recorded first, whatever is corrected of it since', () => {
    const corrects = decide('treft', oost, 'agree');
    reserve();
    expect(reserved()).toEqual(waiting);
    decide('treft', oost, 'agree', on, { corrects, reference: 'Z-12' });
    expect(reserved()).toEqual(waiting);
  });

  it('not by a yes that waits for something itself', () => {
    last();
    decide('laatste', west, 'agree', on);
    decide('laatste', oost, 'agree-subject-to', '2024-02-20', { subjectTo: { gate: 'laatste', body: west } });
    expect(reserved('laatste')).toEqual([[], [`${oost} eerste ${west}`]]);
  });

  it('not by the yes of a body that is not asked any more', () => {
    reserve();
    decide('treft', oost, 'agree', '2024-02-20');
    const left = { on: '2024-03-01', reason: 'Doet niet mee.', leaves: [oost] };
    staged.give('change-electorate', { gate: 'treft' }, left, chair);
    expect(reserved()).toEqual(waiting);
  });

  it('not where the arrangement was not put yet', () => {
    staged = new Staged(plan).put('eerste');
    reserve();
    const yes = { body: oost, decision: 'agree', decidedOn: '2024-02-20' } as const;
    staged.give('record-decision', { gate: 'treft' }, yes, own(oost));
    expect(reserved()).toEqual(waiting);
  });
});

describe('in the explanation of the gate', () => {
  const one: Reservation = { body: oost, at: 'eerste', waitsFor };
  const two: Reservation = { body: west, at: 'eerste', waitsFor };

  it('the open ones hold it, and who gave them can change that', () => {
    expect(explainReserved({ open: [one, { ...one, at: 'ander' }], fulfilled: [two] })).toEqual({
      rule: 'reservations',
      outcome: 'open',
      certain: false,
      figures: { size: 3, fulfilled: 1, open: [one, { ...one, at: 'ander' }] },
      because: [],
      without: [],
      canChange: [oost],
      parts: [],
    });
  });

  it('are the reason of a go once all are fulfilled, and it is open without any of them', () => {
    expect(explainReserved({ open: [], fulfilled: [one, two, one] })).toEqual({
      rule: 'reservations',
      outcome: 'go',
      certain: true,
      figures: { size: 3, fulfilled: 3, open: [] },
      because: [oost, west],
      without: [{ outcome: 'open', certain: false, bodies: [oost, west] }],
      canChange: [],
      parts: [],
    });
  });

  it('the bodies are missing whose reservation is open', () => {
    expect(missingFromReserved({ open: [one], fulfilled: [two] })).toEqual([
      { body: oost, why: 'subject-to', until: null },
    ]);
  });
});
