// An invented track of four municipalities, three of which go on as one while it runs: with conditions, a reservation, roles
// and a weighted rule. What was is as it was on every day before.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { electorateAt } from '../../../src/domain/dossier/electorate.js';
import { weighted } from '../../../src/domain/rules/weighted.js';
import { majority } from '../../../src/domain/rules/majority.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { reservationsAt } from '../../../src/domain/stand/reserved.js';
import { boardInSteps } from '../../../src/domain/views/board-view.js';
import { dossierView } from '../../../src/domain/views/dossier-view.js';
import { gateFigures } from '../../../src/domain/views/gate-view.js';
import type { BodyId, Day } from '../../../src/domain/vocabulary.js';
import { gateView } from '../../../src/wording/gates/views.js';
import { asking, chair, lead, own, Staged } from '../../support/staged-play.js';
import { atOnce } from '../../support/fold.js';
import {
  before,
  begin,
  brielle,
  colleges,
  councils,
  day,
  from,
  hellevoetsluis,
  inhabitants,
  into,
  nissewaard,
  put,
  reason,
  today,
  voorne,
  voornesPlan,
  voornesRaad,
  westvoorne,
} from '../../support/voorne.js';

const [briellesRaad = ''] = councils;

const plan = voornesPlan({
  eerste: { ...asking({ rule: majority('colleges') }), visits: 'colleges' },
  gewogen: asking({ rule: weighted('colleges', inhabitants) }),
  raden: { ...asking({ electorate: 'councils', rule: unanimity('councils') }), startsAfter: ['eerste'] },
  treft: {
    ...asking({ rule: unanimity('colleges'), enacts: true, kinds: ['agree', 'disagree', 'abstained'] }),
    startsAfter: ['eerste'],
  },
});
let staged: Staged;

const decide = (gate: string, body: BodyId, on: Day, more: object = {}, kind: 'agree' | 'disagree' = 'agree') =>
  staged.decide(gate, body, kind, on, { reason, ...more });
const merge = (said: object = {}, on = today, as = lead) =>
  staged.give('merge-parties', {}, { from, into, reason, reference: 'Stb. 2022, 1 (verzonnen)', ...said }, as, on);
const refused = (said: object = {}, on = today) =>
  staged.refused('merge-parties', {}, { from, into, reason, ...said }, lead, on);
const sides = (gate: string, on: Day = today) =>
  staged.standing(gate, on).bodies.map(({ body, side }) => `${body} ${side}`);
const electorates = () => ['eerste', 'gewogen', 'raden', 'treft'].map((gate) => electorateAt(staged.dossier, gate));

beforeEach(() => {
  staged = new Staged(plan, begin);
});

describe('a merger of the register', () => {
  it('is one fact, of the day that the register gives, with its lines in the event', () => {
    const [event, ...more] = merge();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'PartiesMerged',
      on: day,
      facts: { from, into },
      texts: { reason, reference: 'Stb. 2022, 1 (verzonnen)' },
    });
    const { register } = event?.type === 'PartiesMerged' ? event.facts : { register: [] };
    expect(register.map(({ id, code, until, from: since }) => [id, code, until ?? since])).toEqual([
      ['brielle', 'GM0501', day],
      ['hellevoetsluis', 'GM0530', day],
      ['westvoorne', 'GM0614', day],
      [into, 'GM1992', day],
    ]);
    expect(dossierView(staged.reading(today)).mergers).toEqual([
      { on: day, from, into, reason, reference: 'Stb. 2022, 1 (verzonnen)' },
    ]);
  });

  it('gives the successor the seats of gates that are to come, once, and their weights together', () => {
    merge();
    expect(electorates()).toEqual([
      [nissewaard, voorne],
      [nissewaard, voorne],
      ['nissewaard/raad', voornesRaad],
      [nissewaard, voorne],
    ]);
    staged.put('gewogen', '2023-01-10');
    expect(staged.round('gewogen').rule).toMatchObject({ weights: { [nissewaard]: '85000', [voorne]: '71999.75' } });
    decide('gewogen', nissewaard, '2023-01-12');
    expect(staged.outcome('gewogen', today)).toBe('open');
    decide('gewogen', voorne, '2023-01-12');
    expect(staged.outcome('gewogen', today)).toBe('go');
  });

  it('at a gate that lies open leaves the successor silent until it decides, with nothing lost of the count', () => {
    staged.put('gewogen', put);
    for (const body of [brielle, hellevoetsluis, westvoorne]) decide('gewogen', body, '2022-11-01');
    decide('gewogen', nissewaard, '2022-11-02');
    expect(staged.outcome('gewogen', before)).toBe('go');
    merge();
    expect(sides('gewogen')).toEqual([`${nissewaard} for`, `${voorne} silent`]);
    expect(staged.standing('gewogen', today)).toMatchObject({ outcome: 'open', asSubmitted: null });
    expect(staged.standing('gewogen', today).explanation.figures).toMatchObject({ own: '85000', total: '156999.75' });
    expect(gateFigures(staged.reading(today), 'gewogen').electorateChanges).toMatchObject([
      { kind: 'merger', on: day, reason, merges: [{ from: [brielle, hellevoetsluis, westvoorne], into: voorne }] },
    ]);
    decide('gewogen', voorne, '2023-02-01');
    expect(staged.outcome('gewogen', today)).toBe('go');
  });

  it('leaves what was concluded as it was', () => {
    staged.put('eerste', put);
    for (const body of colleges) decide('eerste', body, '2022-11-01');
    staged.rule('eerste', 'go', '2022-11-10');
    const stood = sides('eerste', before);
    merge();
    expect([sides('eerste'), staged.outcome('eerste')]).toEqual([stood, 'go']);
  });

  it('is there from its day on: on every day before, the world is the old one', () => {
    staged.put('gewogen', put);
    for (const body of [brielle, nissewaard]) decide('gewogen', body, '2022-11-01');
    const then = ['2022-09-30', put, '2022-11-01', before];
    const told = (on: Day) => {
      const reading = staged.reading(today, on);
      const { version: _, ...view } = dossierView(reading);
      return JSON.stringify([view, gateFigures(reading, 'gewogen'), atOnce(boardInSteps(reading))]);
    };
    const former = then.map(told);
    merge();
    decide('gewogen', voorne, '2023-02-01');
    expect(then.map(told)).toEqual(former);
    expect(told(day)).toContain(voorne);
  });
});

it('does to a count what the handbook says', () => {
  const all = { ...asking({ rule: unanimity('colleges') }) };
  staged = new Staged(voornesPlan({ moment: all }), begin).put('moment', put);
  for (const body of colleges) staged.decide('moment', body, 'agree', '2022-11-01');
  merge();
  const page = readFileSync(join(import.meta.dirname, '../../../docs/handboek/besluiten.md'), 'utf8').replaceAll(
    '\n',
    ' ',
  );
  for (const on of [before, day])
    expect(page).toContain(`"${gateView(staged.reading(today, on), 'moment').sentence ?? ''}"`);
});

describe('a body that is no more', () => {
  it('12: is flagged when it decides after all, and does not count', () => {
    staged.put('gewogen', put);
    merge();
    decide('gewogen', brielle, '2023-01-05');
    decide('gewogen', hellevoetsluis, before);
    const shown = gateFigures(staged.reading(today), 'gewogen').decisions;
    expect(shown.map(({ body, flags }) => [body, flags.includes('ended')])).toEqual([
      [brielle, true],
      [hellevoetsluis, false],
    ]);
    expect(sides('gewogen')).toEqual([`${nissewaard} silent`, `${voorne} silent`]);
  });

  it('is visited no more: its successor is, unless it was', () => {
    staged.start('eerste', put);
    const visit = (body: BodyId, on: Day) => staged.give('visit-body', { phase: 'eerste' }, { body, on });
    visit(brielle, '2022-10-05');
    merge();
    const [phase] = dossierView(staged.reading(today)).phases;
    expect(phase?.visits.map(({ body, on }) => [body, on])).toEqual([
      [brielle, '2022-10-05'],
      [voorne, null],
      [nissewaard, null],
    ]);
    visit(voorne, '2023-01-20');
    visit(hellevoetsluis, '2022-10-06');
    expect(staged.refused('visit-body', { phase: 'eerste' }, { body: voorne, on: today })).toMatchObject({
      code: 'visit-exists',
    });
  });
});

describe('who has a role', () => {
  it('for a body of before acts for its successor, and who has one for the successor too', () => {
    staged.put('gewogen', put);
    merge();
    for (const as of [own(brielle), own(voorne)]) {
      const said = { body: voorne, decision: 'agree', decidedOn: '2023-01-05' } as const;
      expect(staged.refused('record-decision', { gate: 'gewogen' }, said, as)).toBeNull();
    }
    decide('gewogen', voorne, '2023-01-05', {}, 'agree');
    expect(staged.decisions('gewogen').at(-1)).toMatchObject({ body: voorne, confirmation: 'by-body' });
  });

  it('for another body does not', () => {
    staged.put('gewogen', put);
    merge();
    const said = { body: voorne, decision: 'agree', decidedOn: '2023-01-05' } as const;
    expect(staged.refused('record-decision', { gate: 'gewogen' }, said, own(nissewaard))).toMatchObject({
      code: 'not-your-body',
    });
  });
});

describe('conditions and reservations of gates that have passed', () => {
  /** Brielle agrees under a condition that is carried; Hellevoetsluis subject to the council of Brielle. */
  beforeEach(() => {
    staged.put('eerste', put);
    const conditions = [{ text: 'Eerst het geld.', effect: 'elaboration' as const }];
    staged.decide('eerste', brielle, 'agree-with-conditions', '2022-11-01', { conditions });
    const subjectTo = { gate: 'raden', body: briellesRaad };
    staged.decide('eerste', hellevoetsluis, 'agree-subject-to', '2022-11-01', { subjectTo });
    for (const body of [westvoorne, nissewaard]) decide('eerste', body, '2022-11-01');
    const condition = staged.decisions('eerste')[0]?.conditions[0] ?? '';
    const carried = { answer: 'carried', on: '2022-11-02', phase: 'treft' } as const;
    staged.give('answer-condition', { gate: 'eerste', condition }, carried, chair);
    staged.rule('eerste', 'go', '2022-11-10');
    staged.put('raden', '2022-11-15');
    merge();
    staged.put('treft', '2023-01-10');
  });
  const waiting = (on = today) => staged.standing('treft', on).missing.map(({ body, why }) => `${body} ${why}`);
  const condition = () => staged.decisions('eerste')[0]?.conditions[0] ?? '';

  it('are of the successor: it is waited for, and answers', () => {
    for (const body of [nissewaard, voorne]) decide('treft', body, '2023-01-15');
    expect(waiting()).toContain(`${voorne} condition-open`);
    const met = { answer: 'met', on: '2023-02-01' } as const;
    const place = { gate: 'eerste', condition: condition() };
    expect(staged.refused('answer-condition', place, met, own(nissewaard))).toMatchObject({ code: 'not-your-body' });
    staged.give('answer-condition', place, met, own(voorne));
    expect(waiting()).toEqual([]);
  });

  it('are fulfilled by the successor of whom they named', () => {
    const open = () => reservationsAt(staged.dossier, 'treft', today);
    expect(open().open).toEqual([{ body: voorne, at: 'eerste', waitsFor: { gate: 'raden', body: voornesRaad } }]);
    decide('raden', voornesRaad, '2023-01-20');
    expect([open().open, open().fulfilled.length]).toEqual([[], 1]);
  });

  it('are lifted by a later plain yes of the successor', () => {
    decide('treft', voorne, '2023-01-15');
    expect(reservationsAt(staged.dossier, 'treft', today).open).toEqual([]);
  });
});

describe('a merger is refused', () => {
  it('for who is not the process lead, and in a track that was stopped', () => {
    expect(staged.refused('merge-parties', {}, { from, into, reason }, chair)).toMatchObject({ code: 'not-your-role' });
    staged.give('stop-dossier', {}, { on: today, reason }, chair);
    expect(refused()).toMatchObject({ code: 'not-in-this-state' });
  });

  it('and a gate is not put before the day of the last one', () => {
    merge();
    staged.start('gewogen', put);
    expect(staged.refused('submit-gate', { gate: 'gewogen' }, { on: before })).toMatchObject([
      { pointer: '/on', code: 'date-too-early' },
    ]);
  });
});
