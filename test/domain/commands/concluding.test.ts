// What the chair explains with a go, what a way that was chosen asks, and how a conclusion is kept and read back.
import type { EventContent } from '../../../src/domain/dossier/events.js';
import { earlierDays, settledFrom } from '../../../src/domain/commands/conclusion.js';
import { gateAt } from '../../../src/domain/commands/targets.js';
import { window } from '../../../src/domain/calendar.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { phase } from '../../../src/domain/workflow/define.js';
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import { asking, begin, chair, colleges, planOf, Staged, today } from '../../support/staged-play.js';
import { Corrections } from '../../support/corrections.js';
import { condition, moment, RulingPlay } from '../../support/ruling-play.js';
import { told } from '../../support/told.js';

const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const day = '2024-02-20';
const polls = ['noord', 'zuid'].map((id) => ({ id, title: id }));
const way = (from: string, option: string) => ({
  ...asking({ rule: unanimity('colleges') }),
  startsAfter: [from],
  branch: { gate: from, option },
});
/** A gate for any decision; a poll that may split and one that may not, each with a way for each option. */
const plan = planOf({
  vrij: asking(),
  keuze: asking({ polls, splits: true, rule: threshold(2, 'colleges') }),
  noord: way('keuze', 'noord'),
  zuid: way('keuze', 'zuid'),
  slot: phase('Slot', window('2024'), { source: 'test', startsAfter: ['noord', 'zuid'] }),
  samen: asking({ polls, rule: threshold(1, 'colleges') }),
  een: way('samen', 'noord'),
  ander: way('samen', 'zuid'),
  einde: phase('Einde', window('2024'), { source: 'test', startsAfter: ['een', 'ander'] }),
});
const keuze = { gate: 'keuze' };

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});
const refused = (gate: string, asked: Partial<PayloadOf<'rule-gate'>> = {}): unknown =>
  staged.refused('rule-gate', { gate }, { ruling: 'go', ruledOn: day, ...asked }, chair);
const ruled = (gate: string, ...more: [PayloadOf<'rule-gate'>['ruling']?, string?]) => {
  const [event] = staged.rule(gate, more[0] ?? 'go', more[1] ?? day);
  if (event?.type !== 'GateRuled') throw new Error('it was not ruled');
  return event;
};

describe('a go says why', () => {
  const needed = (because: string) => [{ pointer: '/reason', code: 'reason-required', because }];

  it('over a body that is for another text, and not over who is undecided or agreed to this one', () => {
    staged.put('vrij').decide('vrij', west, 'agree', begin, { conform: true });
    staged.decide('vrij', eiland, 'noted', begin, { conform: false });
    const other = staged.decide('vrij', oost, 'agree', begin, { conform: false });
    expect(refused('vrij')).toEqual(
      needed(`ontbreekt: ${oost} ging akkoord met een andere tekst dan voorligt; schrijf op waarom het toch een go is`),
    );
    expect(refused('vrij', { reason })).toBeNull();
    staged.decide('vrij', oost, 'agree', '2024-02-02', { revises: other });
    expect(refused('vrij')).toBeNull();
  });

  it('without a body that said when it will decide, until that day is past', () => {
    staged.put('vrij').all('vrij', [oost, west]).decide('vrij', eiland, 'deferred', begin, { nextDate: day });
    const because = `ontbreekt: ${eiland} besluit later, of gaf een besluit nog niet vrij; schrijf op waarom daar niet op gewacht wordt`;
    expect(refused('vrij')).toEqual(needed(because));
    expect(refused('vrij', { ruledOn: '2024-02-21' })).toBeNull();
    expect(refused('vrij', { reason })).toBeNull();
  });

  it('that is refused tells how it stood on a day that is past, and of today not', () => {
    staged.put('vrij').all('vrij', [oost]);
    const sentence = (ruledOn: string) => refused('vrij', { ruledOn }) as { sentence: string };
    expect(sentence(day).sentence).toMatch(/^Zo stond het op 20 februari 2024\. /);
    expect(sentence(today).sentence).not.toContain('Zo stond het');
  });
});

describe('a go of a gate on which ways hang', () => {
  const chooseAt = (gate: string, ...choices: string[]) =>
    choices.forEach((option, i) => staged.decide(gate, colleges[i] ?? '', 'agree', begin, { option }));
  const choose = (...choices: string[]) => chooseAt('keuze', ...choices);

  it('is for the one that all chose, and says which', () => {
    staged.put('keuze');
    choose('noord', 'noord');
    expect(ruled('keuze').facts.option).toBe('noord');
    staged = new Staged(plan).put('keuze');
    choose('noord', 'noord');
    expect(ruled('keuze', 'hold').facts.option).toBeUndefined();
    staged.put('vrij').all('vrij', colleges);
    expect(ruled('vrij').facts.option).toBeUndefined();
  });

  it('is none while they chose otherwise: it may end in parts', () => {
    staged.put('keuze');
    choose('noord', 'noord', 'zuid');
    expect(refused('keuze')).toMatchObject({
      code: 'outcome-not-go',
      sentence: 'De organen kozen niet allemaal hetzelfde: leg de splitsing vast.',
    });
    staged.put('samen');
    chooseAt('samen', 'noord', 'zuid');
    const sentence = 'De organen kozen niet allemaal hetzelfde.'; // it cannot split
    expect(refused('samen')).toMatchObject({ code: 'outcome-not-go', sentence });
  });

  it('leaves no way of another option that has begun', () => {
    staged.put('keuze');
    choose('noord', 'noord', 'noord');
    ruled('keuze', 'go', begin);
    staged.start('noord');
    staged.give('reopen-gate', keuze, { on: begin, reason }, chair);
    expect(refused('keuze')).toBeNull(); // the same one again
    const turn = (body: string) => {
      const revises = staged.decisions('keuze').find((one) => one.body === body)?.id;
      staged.decide('keuze', body, 'agree', begin, { option: 'zuid', revises });
    };
    colleges.forEach(turn);
    expect(refused('keuze')).toEqual({ code: 'not-in-this-state', phase: 'Fase', state: 'underway' });
    expect(refused('keuze', { ruling: 'hold', reason })).toBeNull();
  });

  it('ends what was a split before it; a hold leaves that', () => {
    staged.put('keuze');
    choose('noord', 'noord', 'zuid');
    const parts = [
      { option: 'noord', bodies: [oost, west] },
      { option: 'zuid', bodies: [eiland] },
    ];
    staged.give('split-gate', keuze, { on: begin, reason, parts }, chair);
    const shown = new Corrections(staged.events, plan).was('GateSplit', ({ texts }) => ({
      texts: { ...texts, 'said/explanation': 'Toen.' },
    }));
    const { texts } = shown.correct('GateSplit', { ownReason: 'Beter gezegd.' });
    expect(texts).toMatchObject({ reason: 'Beter gezegd.', 'said/explanation': 'Toen.' });
    staged.give('reopen-gate', keuze, { on: begin, reason }, chair);
    ruled('keuze', 'hold', begin);
    expect(staged.round('keuze').split).toMatchObject({ on: begin, parts });
    const withdrawn = staged.refused('withdraw-gate', keuze, { on: begin, reason });
    expect(withdrawn).toEqual({ code: 'not-in-this-state', phase: 'Fase', state: 'ruled' });
    const revises = staged.decisions('keuze').find(({ body }) => body === eiland)?.id;
    staged.decide('keuze', eiland, 'agree', begin, { option: 'noord', revises });
    ruled('keuze', 'go', begin);
    expect(staged.round('keuze')).toMatchObject({ split: null, settled: { outcome: 'go' } });
  });
});

describe('a conclusion', () => {
  it('counts who abstained where somebody did, and reads nobody where none is named', () => {
    staged.put('vrij').all('vrij', [oost, west]);
    expect(ruled('vrij', 'hold').facts.tally).not.toHaveProperty('abstained');
    staged.decide('vrij', eiland, 'abstained');
    expect(ruled('vrij').facts.tally).toMatchObject({ for: 2, abstained: 1, silent: 0 });
    expect(staged.round('vrij').settled?.tally.abstained).toBe(1);
  });

  it('is read back as it stood, with who was missing and until when', () => {
    staged.put('vrij').all('vrij', [oost, west]).decide('vrij', eiland, 'deferred', begin, { nextDate: '2024-02-10' });
    const { facts } = ruled('vrij');
    const { settled, rulings } = staged.round('vrij');
    expect(settled).toMatchObject({
      outcome: 'go',
      certain: true,
      tally: { for: 2, abstained: 0, undecided: 1 },
      missing: [{ body: eiland, why: 'deferred', until: '2024-02-10' }],
      asSubmitted: null,
      explanation: { rule: 'threshold', told: '2 van de 3 colleges zijn akkoord; nodig zijn er ten minste 2' },
      stood: [{ side: 'for' }, { side: 'for' }, { body: eiland, side: 'undecided' }],
    });
    expect(rulings).toEqual([
      expect.objectContaining({
        id: facts.id,
        round: 1,
        ruling: 'go',
        outcome: 'go',
        ruledOn: day,
        reason: null,
        meeting: null,
        dissent: [],
        asSubmitted: null,
        place: staged.events.length,
        recorded: expect.objectContaining({ sequence: staged.events.length }),
      }),
    ]);
    expect(staged.dossier.phases.vrij).toMatchObject({ movedOn: day, passedOn: day });
  });

  it('of which nobody knows until when has no such day', () => {
    staged.put('vrij').all('vrij', [oost, west]);
    ruled('vrij');
    expect(staged.round('vrij').settled?.missing).toEqual([{ body: eiland, why: 'silent', until: null }]);
  });

  it('keeps what it came to over those to whom it was put, where that was changed', () => {
    staged.put('vrij').all('vrij', [oost, west]);
    const change = { on: begin, reason, ...told(begin), leaves: [eiland] };
    staged.give('change-electorate', { gate: 'vrij' }, change, chair);
    const asSubmitted = { electorate: colleges, takenOut: [eiland], exited: [], joined: [], outcome: 'go' };
    expect(ruled('vrij').facts.asSubmitted).toMatchObject(asSubmitted);
    const { settled, rulings } = staged.round('vrij');
    expect(settled?.asSubmitted).toMatchObject(asSubmitted);
    expect(rulings[0]?.asSubmitted).toMatchObject(asSubmitted);
  });

  it('of the first release holds its clauses itself, and of later ones beside it until they are erased', () => {
    const figures = {};
    const node = { rule: 'x', outcome: 'go', certain: true, because: [], decisive: [], without: [], canChange: [] };
    const read = (explanation: object, texts: object) => {
      const facts = { outcome: 'go', certain: true, tally: { for: 1 }, missing: [], explanation };
      return settledFrom({ facts, texts } as unknown as EventContent<'GateRuled'>).explanation; // as much as is read
    };
    const parts = [{ ...node, parts: [] }];
    const first = { ...node, text: 'Zelf.', parts: [{ ...node, text: 'Deel.', parts: [] }] };
    expect(read(first, {})).toEqual({
      ...node,
      figures,
      told: 'Zelf.',
      parts: [{ ...node, figures, told: 'Deel.', parts: [] }],
    });
    const texts = { 'said/explanation': 'Ernaast.', 'said/explanation/0': 'Deel ernaast.' };
    expect(read({ ...node, figures: { size: 3 }, parts }, texts)).toEqual({
      ...node,
      figures: { size: 3 },
      told: 'Ernaast.',
      parts: [{ ...node, figures, told: 'Deel ernaast.', parts: [] }],
    });
    const erased = read({ ...node, parts: [] }, { 'said/explanation': null });
    expect(erased).toStrictEqual({ ...node, figures, parts: [] });
  });
});

describe('the days that a conclusion rests on', () => {
  /** The newest of them, as it is offered for a conclusion of today. */
  const newest = (play: Staged, passing = true) => {
    const target = { ...gateAt(play.dossier, 'moment'), round: play.round('moment') };
    return earlierDays(target, play.standing('moment'), today, passing)
      .filter((one) => one != null)
      .sort()
      .at(-1);
  };

  it('are those of its decisions and of the answers to the conditions that are in force', () => {
    const play = new RulingPlay().putMoment();
    expect(newest(play)).toBe(begin);
    const decision = play.decide('moment', oost, 'agree-with-conditions', '2024-02-03', condition());
    expect(newest(play)).toBe('2024-02-03');
    play.answer(play.conditionOf(decision), 'adopted', '2024-02-05');
    expect(newest(play)).toBe('2024-02-05');
    play.decide('moment', oost, 'agree', '2024-02-04', { revises: decision });
    expect(newest(play)).toBe('2024-02-04');
  });

  it('are not those of answers at another gate, or to what is closed', () => {
    const play = new RulingPlay().put('eerst').all('eerst', [west, eiland]);
    const decision = play.decide('eerst', oost, 'agree-with-conditions', begin, condition());
    play.answer(play.conditionOf(decision, 'eerst'), 'adopted', '2024-02-05', {}, 'eerst');
    play.rule('eerst', 'go', '2024-02-06');
    play.put('moment', '2024-02-07');
    play.give('reopen-gate', { gate: 'eerst' }, { on: '2024-02-08', reason }, chair);
    play.answer(play.conditionOf(decision, 'eerst'), 'met', '2024-02-10', {}, 'eerst');
    play.rule('eerst', 'go', '2024-02-09');
    expect(newest(play)).toBe('2024-02-09'); // what it waits for passed then
    expect(newest(play, false)).toBe('2024-02-07');
    const closed = { ...condition(), release: { scope: 'own', ground: 'art. 87' } as const };
    const hidden = play.decide('moment', oost, 'agree-with-conditions', begin, closed);
    play.answer(play.conditionOf(hidden), 'met', '2024-02-12');
    expect(newest(play)).toBe('2024-02-09');
  });

  it('are those of the answers to conditions that were carried here', () => {
    const play = new RulingPlay().put('eerst').all('eerst', [west, eiland]);
    const decision = play.decide('eerst', oost, 'agree-with-conditions', begin, condition());
    play.answer(play.conditionOf(decision, 'eerst'), 'carried', '2024-02-03', { phase: 'moment' }, 'eerst');
    play.rule('eerst', 'go', '2024-02-03');
    play.put('moment', '2024-02-03');
    play.answer(play.conditionOf(decision, 'eerst'), 'met', '2024-02-05', {}, 'eerst');
    expect(newest(play)).toBe('2024-02-05');
  });

  it('are those of an amendment of its own round alone', () => {
    const play = new RulingPlay().putMoment();
    const amend = { reason, rule: threshold(2, 'colleges'), meeting: { form: 'session' } as const };
    play.give('amend-rule', moment, { ...amend, on: '2024-02-05', agreedBy: colleges }, chair);
    expect(newest(play)).toBe('2024-02-05');
    play.give('withdraw-gate', moment, { on: '2024-02-05', reason });
    play.give('submit-gate', moment, { on: '2024-02-06' });
    play.give('amend-rule', moment, { ...amend, on: '2024-02-09' }, chair);
    expect(newest(play)).toBe('2024-02-06');
  });
});
