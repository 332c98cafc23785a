// How the rule of a gate is amended: in which meeting, into what, and from when it is in force.
import type { Rule } from '../../../src/domain/rule.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { assumed } from '../../../src/domain/rules/assumed.js';
import { chosenOption } from '../../../src/domain/rules/chosen-option.js';
import { onQuestions } from '../../../src/domain/rules/on-questions.js';
import { share } from '../../../src/domain/rules/share.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { weighted } from '../../../src/domain/rules/weighted.js';
import { asking, begin, chair, colleges, planOf, Staged, today } from '../../support/staged-play.js';
import { told } from '../../support/told.js';

const options = ['bvo', 'lichaam'].map((id) => ({ id, title: id }));
const plan = planOf({ moment: asking(), ander: asking(), peiling: asking({ polls: options }) });
const reason = 'zo besloten in het overleg';
const meeting = { form: 'session', reference: 'Overleg 1 februari' } as const;

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

describe('the rule of a gate', () => {
  const refused = (more: object, id = 'moment') =>
    staged.refused(
      'amend-rule',
      { gate: id },
      { on: today, reason, meeting, rule: unanimity('colleges'), ...more },
      chair,
    );
  const amend = (id: string, rule: object, on = begin) =>
    staged.give('amend-rule', { gate: id }, { on, reason, meeting, rule: rule as { rule: string } }, chair);

  it('is amended with a reason, in words', () => {
    expect(amend('moment', unanimity('colleges'))).toEqual([
      {
        type: 'RuleAmended',
        on: begin,
        texts: { reason, 'meeting/reference': meeting.reference },
        facts: {
          gate: 'moment',
          rule: unanimity('colleges'),
          former: threshold(2, 'colleges'),
          electorate: colleges,
          meeting: { form: 'session' },
        },
      },
    ]);
  });

  it('is amended in a meeting, and told to all on that day or later', () => {
    expect(refused({ meeting: undefined })).toEqual([{ pointer: '/meeting', code: 'meeting-required' }]);
    const told = (notifiedOn: string) => refused({ on: '2024-02-10', notifiedOn });
    const early = (limit: string) => [{ pointer: '/notifiedOn', code: 'date-too-early', limit }];
    expect(told('2024-12-02')).toEqual([{ pointer: '/notifiedOn', code: 'date-in-future', limit: today }]);
    expect(told('2024-01-31')).toEqual(early(begin));
    expect(told('2024-02-09')).toEqual(early('2024-02-10'));
    expect(told('2024-02-10')).toBeNull();
    const notified = { on: begin, reason, meeting: { form: 'in-writing' } as const, notifiedOn: begin };
    const [event] = staged.give(
      'amend-rule',
      { gate: 'moment' },
      { ...notified, rule: threshold(1, 'colleges') },
      chair,
    );
    expect(event).toMatchObject({ facts: { meeting: { form: 'in-writing' }, notifiedOn: begin } });
    expect(JSON.stringify(event)).not.toMatch(/atOnce|reference/);
  });

  it('is in force at once when all who decide agree, and follows what moved the gate', () => {
    const all = { agreedBy: colleges };
    expect(refused(all)).toEqual({ code: 'gate-not-open', phase: 'Fase', state: 'planned' });
    staged.put('moment', '2024-02-05');
    expect(refused({ ...all, on: '2024-02-04' })).toEqual([
      { pointer: '/on', code: 'date-too-early', limit: '2024-02-05' },
    ]);
    expect(refused({ on: '2024-02-04' })).toBeNull(); // for the next submission
    amend('moment', threshold(3, 'colleges'), '2024-02-03');
    const amended = { on: '2024-02-06', reason, meeting, rule: threshold(1, 'colleges'), ...all };
    const [event] = staged.give('amend-rule', { gate: 'moment' }, amended, chair);
    expect(event?.facts).toMatchObject({
      former: threshold(2, 'colleges'),
      electorate: colleges,
      atOnce: { round: 1, agreedBy: colleges },
    });
    expect(staged.round('moment').ruleTold).toBe('ten minste 1 van de 3 colleges is akkoord');
  });

  it('is agreed to by all who decide, and by nobody else', () => {
    staged.put('moment');
    const [oost = '', west = '', eiland = ''] = colleges;
    const because = `noemt niet allen die besluiten; noem ook ${oost}, ${eiland}, of laat agreedBy weg`;
    expect(refused({ agreedBy: [west] })).toEqual([
      { pointer: '/agreedBy', code: 'not-allowed-here', allowed: [oost, eiland], because },
    ]);
    expect(refused({ agreedBy: [west, 'elders/college', 'oost/raad'] })).toEqual([
      { pointer: '/agreedBy/1', code: 'unknown-body', allowed: colleges },
      { pointer: '/agreedBy/2', code: 'not-in-electorate', allowed: colleges },
    ]);
    expect(refused({ agreedBy: colleges })).toBeNull();
  });

  it('fits at once also those who came in after the plan', () => {
    staged.put('moment');
    const [oost = '', west = '', eiland = ''] = colleges;
    staged.give(
      'change-electorate',
      { gate: 'moment' },
      { on: begin, reason, ...told(begin), leaves: [eiland] },
      chair,
    );
    const three = { rule: threshold(3, 'colleges') };
    const tooHigh = 'een drempel van 3 op 2 organen van "colleges": kies een geheel getal van 1 tot en met 2';
    expect(refused({ ...three, agreedBy: [oost, west] })).toEqual([
      { pointer: '/rule', code: 'not-allowed-here', because: `kan hier niet: ${tooHigh}` },
    ]);
  });

  it('says what it was before, and before that', () => {
    const former = (needed: number, on: string) => amend('moment', threshold(needed, 'colleges'), on)[0]?.facts;
    expect(former(3, '2024-02-03')).toMatchObject({ former: threshold(2, 'colleges') });
    expect(former(1, '2024-02-04')).toMatchObject({ former: threshold(3, 'colleges') });
  });

  it('chooses on a poll between precisely its possibilities', () => {
    const choice = (...given: { id: string; title: string }[]) =>
      refused({ rule: assumed(chosenOption(given, unanimity('colleges')), 'zo') }, 'peiling');
    const [bvo = { id: '', title: '' }, lichaam = { id: '', title: '' }] = options;
    const because =
      'kan hier niet: noem precies de mogelijkheden van dit go/no-go-moment: bvo (bvo), lichaam (lichaam)';
    const other = [{ pointer: '/rule', code: 'not-allowed-here', because }];
    expect(choice(lichaam, bvo)).toBeNull();
    expect(choice(bvo, { ...lichaam, title: 'Iets anders' })).toEqual(other);
    expect(choice(bvo, lichaam, { id: 'stichting', title: 'Stichting' })).toEqual(other);
  });

  it('is amended after it was amended before, in a dossier that runs', () => {
    expect(refused({}, 'feest')).toEqual({ code: 'unknown-gate', exists: ['moment', 'ander', 'peiling'] });
    expect(refused({ on: '2024-12-02' })).toEqual([{ pointer: '/on', code: 'date-in-future', limit: today }]);
    amend('moment', threshold(3, 'colleges'), '2024-02-03');
    amend('moment', threshold(2, 'colleges'), '2024-02-04');
    amend('moment', threshold(1, 'colleges'), '2024-02-05');
    amend('ander', threshold(1, 'colleges'), '2024-02-09');
    expect(refused({ on: '2024-02-04' })).toEqual([{ pointer: '/on', code: 'date-too-early', limit: '2024-02-05' }]);
    expect(refused({ on: '2024-02-05' })).toBeNull();
    staged.give('stop-dossier', {}, { on: begin, reason }, chair);
    expect(refused({})).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });

  it('is one that exists, and that can come to a go and to a no-go here', () => {
    expect(refused({ rule: { rule: 'loting' } })).toEqual([
      { pointer: '/rule/rule', code: 'unknown-option', allowed: [...plan.rules.keys()] },
    ]);
    const tooHigh = 'een drempel van 4 op 3 organen van "colleges": kies een geheel getal van 1 tot en met 3';
    expect(refused({ rule: threshold(4, 'colleges') })).toEqual([
      { pointer: '/rule', code: 'not-allowed-here', because: `kan hier niet: ${tooHigh}` },
    ]);
    const higher = 'een drempel van 5 op 3 organen van "colleges": kies een geheel getal van 1 tot en met 3';
    const both = allOf(threshold(4, 'colleges'), threshold(5, 'colleges'), threshold(4, 'colleges'));
    expect(refused({ rule: both })).toEqual([
      { pointer: '/rule', code: 'not-allowed-here', because: `kan hier niet: ${tooHigh}; ${higher}` },
    ]);
  });

  it('is on a poll about the options, whether it says so or not', () => {
    const facts = (rule: object) => amend('peiling', rule)[0]?.facts;
    const all = unanimity('colleges');
    expect(facts(all)).toMatchObject({ rule: chosenOption(options, all) });
    expect(facts(assumed(all, 'zo'))).toMatchObject({ rule: assumed(chosenOption(options, all), 'zo') });
    expect(facts(chosenOption(options, all))).toMatchObject({ rule: chosenOption(options, all) });
    const said = assumed(chosenOption(options, all), 'zo');
    expect(facts(said)).toMatchObject({ rule: said });
    expect(amend('moment', all)[0]?.facts).toMatchObject({ rule: all });
  });
});

describe('a rule with parts of its own', () => {
  const questions = ['artikel-1', 'artikel-2'].map((id) => ({ id, text: id }));
  const added = [{ id: 'artikel-3', text: 'Artikel 3' }];
  const on = (question: string) => onQuestions([question], unanimity('colleges'));
  const amended = (rule: Rule) => ({ on: '2024-02-02', reason, meeting, rule });
  const refused = (rule: Rule, more: object = {}) =>
    staged.refused('amend-rule', { gate: 'moment' }, { ...amended(rule), ...more }, chair);
  const notAsked = (question: string, nearest: string) =>
    `vraag "${question}" wordt hier niet gesteld: bedoelde u "${nearest}"?`;

  beforeEach(() => {
    staged = new Staged(planOf({ moment: asking({ questions, kinds: ['agree', 'disagree', 'abstained'] }) }));
    staged.put('moment', '2024-02-01', { questions: added });
  });

  it('takes the place of another: of the votes, and by question', () => {
    expect(refused(share(2, 3, 'colleges', { among: 'decided' }))).toBeNull();
    expect(refused(allOf(on('artikel-1'), onQuestions(['artikel-2'], threshold(2, 'colleges'))))).toBeNull();
  });

  it('has weights of a newer day, with the source that says so', () => {
    const [oost = '', west = '', eiland = ''] = colleges;
    const half = { numerator: 1, denominator: 2, least: 'more-than', among: 'decided', unit: 'inwoners' } as const;
    const counted = (on: string, ...[a = '', b = '', c = '']: string[]) =>
      weighted('colleges', { ...half, weights: { [oost]: a, [west]: b, [eiland]: c }, source: { title: 'CBS', on } });
    const amend = (on: string, rule: Rule) =>
      staged.give('amend-rule', { gate: 'moment' }, { ...amended(rule), on, agreedBy: colleges }, chair);
    amend('2024-02-02', counted('2023-01-01', '40', '30', '20'));
    staged.decide('moment', oost, 'agree', '2024-02-03');
    staged.decide('moment', west, 'disagree', '2024-02-03');
    staged.decide('moment', eiland, 'abstained', '2024-02-03');
    const { outcome, explanation } = staged.standing('moment');
    expect(outcome).toBe('go');
    expect(explanation.figures).toMatchObject({ own: '40', cast: '70', source: { on: '2023-01-01' } });
    amend('2024-02-05', counted('2024-01-01', '40', '41', '20'));
    const after = staged.standing('moment');
    expect(after.outcome).toBe('no-go');
    expect(after.explanation.figures).toMatchObject({ own: '40', cast: '81', source: { on: '2024-01-01' } });
    const told = 'meer dan 1/2 van de inwoners van wie voor of tegen besluit (CBS, 1 januari 2024)';
    expect(staged.round('moment').ruleTold).toContain(told);
  });

  it('is on questions of the plan, and at once on those of the submission too', () => {
    const because = `kan hier niet: ${notAsked('artikel-3', 'artikel-1')}`;
    expect(refused(on('artikel-3'))).toEqual([{ pointer: '/rule', code: 'not-allowed-here', because }]);
    expect(refused(on('artikel-3'), { agreedBy: colleges })).toBeNull();
  });

  it('is not carried to a submission that does not put its question', () => {
    staged.give('amend-rule', { gate: 'moment' }, { ...amended(on('artikel-3')), agreedBy: colleges }, chair);
    staged.give('withdraw-gate', { gate: 'moment' }, { on: '2024-02-03', reason });
    const again = (more: object = {}) =>
      staged.refused('submit-gate', { gate: 'moment' }, { on: '2024-02-04', ...more });
    expect(again({ questions: added })).toBeNull();
    const because = `past hier niet: ${notAsked('artikel-3', 'artikel-1')}; wijzig eerst de besluitregel`;
    expect(again()).toEqual([{ pointer: '', code: 'not-allowed-here', because }]);
  });
});
