// Who decide at an open gate is nobody's to choose: a change is decided somewhere, on a ground, and told to all; whoever has
// decided goes by its own word alone; and a conclusion says how it would have stood over those to whom it was put.
import { window } from '../../src/domain/calendar.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { rulingView } from '../../src/domain/views/decision-view.js';
import { gate, phase } from '../../src/domain/workflow/define.js';
import { sentenceOf } from '../../src/wording/gates/sentence.js';
import { sentenceFigures } from '../../src/domain/stand/sentence.js';
import { begin, chair, colleges, evidence, lead, own, planOf, ruledBy, Staged, today } from '../support/staged-play.js';
import { told } from '../support/told.js';

const rule = unanimity('colleges');
const moment = { gate: 'moment' };
const asks = { verb: 'instemmen', electorate: 'colleges', ruledBy, rule };
const plan = planOf({ moment: phase('Fase', window('2024'), { source: 'test', gate: gate('Moment', asks) }) });
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'Zo besloten.';
const leaves = [west, eiland];

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('moment');
});
const refused = (more: object) =>
  staged.refused('change-electorate', moment, { on: today, reason, ...told(today), ...more }, chair);
const change = (more: object, on = today) =>
  staged.give('change-electorate', moment, { on, reason, ...told(on), ...more }, chair);
const exit = (body: string, on = today) => staged.give('leave-gate', moment, { body, on, reason }, own(body));
const sentence = (): string => {
  const { dossier } = staged;
  const round = staged.round('moment');
  const at = { dossier, id: 'moment', gate: round.terms.gate, round, day: today };
  return sentenceOf(sentenceFigures(at, staged.standing('moment')));
};
const decidedAlready = (body: string) =>
  `kan niet: ${body} heeft in deze ronde besloten; het kan alleen zelf uittreden, door zijn secretaris of griffier`;

describe('a change of who decide', () => {
  it('is decided in a meeting, on a ground, and told to every body', () => {
    const without = { leaves, meeting: undefined, ground: undefined, notifiedOn: undefined };
    expect(refused(without)).toEqual([
      { pointer: '/meeting', code: 'meeting-required' },
      {
        pointer: '/ground',
        code: 'required',
        because: 'ontbreekt; noem op welke grond het kan, in de wet of de regeling',
      },
      {
        pointer: '/notifiedOn',
        code: 'required',
        because: 'ontbreekt; geef eerst elk orgaan bericht, en noem dan die dag',
      },
    ]);
    expect(refused({ leaves, notifiedOn: '2024-12-02' })).toEqual([
      { pointer: '/notifiedOn', code: 'date-in-future', limit: today },
    ]);
    expect(refused({ leaves, notifiedOn: '2024-01-31' })).toEqual([
      { pointer: '/notifiedOn', code: 'date-too-early', limit: begin },
    ]);
    expect(refused({ leaves, notifiedOn: begin })).toBeNull();
  });

  it('is kept with all of that', () => {
    change({ leaves, meeting: { form: 'in-writing', reference: 'Ronde 3' } });
    const { ground, notifiedOn } = told(today);
    expect(staged.round('moment').electorateChanges).toEqual([
      {
        ...{ kind: 'change', on: today, reason, reference: null, joins: [], leaves, merges: [], ground, notifiedOn },
        meeting: { form: 'in-writing', reference: 'Ronde 3' },
        sequence: 4,
      },
    ]);
  });

  it.each([
    ['by itself', () => staged.decide('moment', west, 'disagree')],
    ['as the region recorded', () => staged.decide('moment', west, 'disagree', begin, { evidence }, lead)],
  ])('hardening 6: takes out nobody that has decided, %s', (_, decides) => {
    decides();
    const because = decidedAlready(west);
    expect(refused({ leaves })).toEqual([{ pointer: '/leaves/0', code: 'not-allowed-here', because }]);
    expect(refused({ merges: [{ from: [eiland, west], into: eiland }] })).toEqual([
      { pointer: '/merges/0/from/1', code: 'not-allowed-here', because },
    ]);
    expect(refused({ leaves: [eiland] })).toBeNull();
  });

  it('leaves alone what a body keeps to itself, whatever that is', () => {
    const release = { scope: 'own', ground: 'art. 87 Gemeentewet' } as const;
    for (const [kind, body] of [
      ['disagree', west],
      ['deferred', eiland],
    ] as const)
      staged.decide('moment', body, kind, begin, { release });
    const because = (body: string) =>
      `kan niet: ${body} legde iets vast dat nog niet is vrijgegeven; het kan alleen zelf uittreden, door zijn secretaris of griffier`;
    expect(refused({ leaves })).toEqual(
      leaves.map((body, i) => ({ pointer: `/leaves/${i}`, code: 'not-allowed-here', because: because(body) })),
    );
  });

  it('takes out who deferred, or took back what it decided', () => {
    staged.decide('moment', west, 'deferred');
    const decision = staged.decide('moment', eiland, 'agree');
    expect(refused({ leaves })).toHaveLength(1);
    staged.give('withdraw-decision', moment, { decision, on: today, reason }, own(eiland));
    expect(refused({ leaves })).toBeNull();
  });
});

describe('an exit', () => {
  const left = (body: string, more: object = {}, as = own(body)) =>
    staged.refused('leave-gate', moment, { body, on: today, reason, ...more }, as);

  it('is for the body itself, also when it has decided, on a day since it was put', () => {
    staged.decide('moment', west, 'disagree');
    for (const who of [lead, chair]) expect(left(west, {}, who)).toMatchObject({ code: 'not-your-role' });
    expect(left(west, {}, own(oost))).toMatchObject({ code: 'not-your-body' });
    expect(left(west, { on: '2024-01-31' })).toEqual([{ pointer: '/on', code: 'date-too-early', limit: begin }]);
    expect(left(west, { on: '2024-12-02' })).toEqual([{ pointer: '/on', code: 'date-in-future', limit: today }]);
    expect(exit(west)).toEqual([
      { type: 'BodyLeft', on: today, facts: { gate: 'moment', round: 1, body: west }, texts: { reason } },
    ]);
    expect(staged.standing('moment').tally).toMatchObject({ electorate: 2, against: 0 });
    expect(left(west)).toEqual([{ pointer: '/body', code: 'not-in-electorate', allowed: [oost, eiland] }]);
    expect(left('elders/college', {}, own(west))).toMatchObject([{ pointer: '/body', code: 'unknown-body' }]);
  });

  it('is of a gate that is put, and leaves somebody', () => {
    expect(new Staged(plan).refused('leave-gate', moment, { body: west, on: begin, reason }, own(west))).toEqual({
      code: 'gate-not-open',
      phase: 'Fase',
      state: 'planned',
    });
    for (const body of leaves) exit(body);
    expect(left(oost)).toEqual([
      { pointer: '/body', code: 'not-allowed-here', because: 'kan hier niet: er blijft niemand over' },
    ]);
  });

  it('after the conclusion leaves what was concluded as it was', () => {
    staged.all('moment', colleges).rule('moment', 'go', '2024-02-05');
    exit(west, '2024-02-10');
    const { electorate } = staged.round('moment');
    expect(electorate).toEqual([oost, eiland]);
    const [ruling] = staged.round('moment').rulings;
    expect([ruling?.asSubmitted, staged.round('moment').settled?.tally.electorate]).toEqual([null, 3]);
  });
});

describe('a conclusion after who decide was changed', () => {
  it('keeps what it comes to with and without, and says so before and after', () => {
    staged.decide('moment', oost, 'agree');
    expect(sentence()).not.toContain('uitgenomen');
    change({ leaves });
    const clause = '2 van de 3 zijn uitgenomen; met hen erbij: nog geen go';
    expect(sentence()).toBe(`Een go is mogelijk: het college is akkoord. ${clause}.`);
    const went = { takenOut: leaves, exited: [], joined: [] };
    const asSubmitted = { electorate: colleges, ...went, outcome: 'open', certain: false };
    const [ruled] = staged.rule('moment', 'go', today);
    expect(ruled?.facts).toMatchObject({ outcome: 'go', asSubmitted });
    const [ruling] = staged.round('moment').rulings;
    const viewer = { nameOf: () => null, seesFindingsOf: () => true, seesClosedOf: () => true };
    const reading = { dossier: staged.dossier, moment: { asOf: null, knownAt: null }, day: today, viewer };
    expect(ruling && rulingView(reading, 'moment', ruling)).toMatchObject({
      flags: ['electorate-changed'],
      asSubmitted,
    });
    expect(sentence()).toContain(`. ${clause}. Conclusie van`);
  });

  it('tells apart who was taken out, who went by its own word, and who joined', () => {
    staged.decide('moment', oost, 'agree');
    staged.decide('moment', west, 'disagree');
    exit(west);
    expect(sentence()).toContain(' 1 van de 3 trad uit; met dat orgaan erbij: geen go.');
    change({ leaves: [eiland] });
    expect(sentence()).toContain(' 1 van de 3 is uitgenomen en 1 van de 3 trad uit; met hen erbij: geen go.');
    change({ joins: [eiland] });
    expect(staged.standing('moment').asSubmitted).toMatchObject({ exited: [west], takenOut: [], joined: [] });
    change({ joins: [west] });
    expect(staged.standing('moment').asSubmitted).toBeNull();
  });

  it('says what it comes to without who joined', () => {
    change({ leaves: [eiland] }, begin);
    staged.give('withdraw-gate', moment, { on: begin, reason }, lead);
    staged.give('submit-gate', moment, { on: begin }, lead);
    staged.all('moment', [oost, west]);
    change({ joins: [eiland] });
    expect(sentence()).toContain('1 kwam erbij; zonder dat orgaan: go.');
  });
});
