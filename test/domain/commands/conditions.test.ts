// How a condition is answered: by whom, from which state, to which phase; and what a reservation may wait for.
import type { PayloadOf } from '../../../src/domain/commands/commands.js';
import type { Role } from '../../../src/domain/vocabulary.js';
import { window } from '../../../src/domain/calendar.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { plainKinds, gate, phase } from '../../../src/domain/workflow/define.js';
import {
  begin,
  chair,
  colleges,
  councils,
  lead,
  own,
  planOf,
  ruledBy,
  Staged,
  today,
} from '../../support/staged-play.js';
import { told } from '../../support/told.js';

const asking = (electorate = 'colleges') =>
  phase('Fase', window('2024'), {
    source: 'test',
    gate: gate('Moment', {
      verb: 'instemmen',
      electorate,
      ruledBy,
      rule: threshold(2, electorate),
      kinds: [...plainKinds, 'agree-subject-to'],
    }),
  });
/** Two gates of colleges, one of councils, and a phase without a gate. */
const plan = planOf({
  moment: asking(),
  later: asking(),
  raden: asking('councils'),
  ronde: phase('Ronde', window('2024'), { source: 'test' }),
});
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const day = '2024-02-10';

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan).put('moment');
});
type Effect = 'elaboration' | 'suspensive';
/** Oost agrees under a condition. @returns the id of the condition */
function conditional(effect: Effect = 'elaboration', more: Partial<RecordDecision> = {}): string {
  const conditions = [{ text: 'Eerst het geld.', effect }];
  const id = staged.decide('moment', oost, 'agree-with-conditions', day, { conditions, ...more });
  return staged.decisions('moment').find((one) => one.id === id)?.conditions[0] ?? '';
}
type Answering = Pick<PayloadOf<'answer-condition'>, 'answer'> & Partial<PayloadOf<'answer-condition'>>;
/** With what an answer asks for beside it. */
const whole = ({ answer, ...more }: Answering): PayloadOf<'answer-condition'> => ({
  answer,
  on: day,
  reason: ['rejected', 'waived'].includes(answer) ? reason : undefined,
  phase: answer === 'carried' ? 'later' : undefined,
  ...more,
});
const whoOf = (answer: PayloadOf<'answer-condition'>['answer']) =>
  ['adopted', 'carried', 'rejected'].includes(answer) ? chair : own(oost);
const give = (condition: string, asked: Answering, as = whoOf(asked.answer)) =>
  staged.give('answer-condition', { gate: 'moment', condition }, whole(asked), as);
const refused = (condition: string, asked: Answering, as = whoOf(asked.answer), id = 'moment') =>
  staged.refused('answer-condition', { gate: id, condition }, whole(asked), as);

const answers = ['adopted', 'carried', 'rejected', 'met', 'waived', 'disputed'] as const;
const answered = (state: string) => ({ code: 'condition-answered', state });
/** Which answers a condition takes in the state that it is in. */
const taken = (condition: string) => answers.filter((answer) => refused(condition, { answer }) === null);

describe('a condition bij uitwerking', () => {
  it('is answered in an event, with the reason and the phase', () => {
    const condition = conditional();
    expect(give(condition, { answer: 'carried', on: '2024-02-11', reason })).toEqual([
      {
        type: 'ConditionAnswered',
        on: '2024-02-11',
        texts: { reason },
        facts: { gate: 'moment', condition, answer: 'carried', phase: 'later' },
      },
    ]);
    const [met] = give(condition, { answer: 'met' });
    expect(met).toMatchObject({ facts: { answer: 'met' } });
    expect(JSON.stringify(met)).not.toMatch(/"(phase|reason)"/);
  });

  it.each<[string, Answering['answer'][], string[]]>([
    ['open', [], ['adopted', 'carried', 'rejected', 'met', 'waived']],
    ['adopted', ['adopted'], ['met', 'waived', 'disputed']],
    ['carried', ['carried'], ['met', 'waived', 'disputed']],
    ['rejected', ['rejected'], ['disputed']],
    ['met', ['met'], ['disputed']],
    ['waived', ['waived'], ['disputed']],
    ['disputed', ['adopted', 'disputed'], ['adopted', 'carried', 'rejected', 'met', 'waived']],
  ])('that is %s takes some answers and not others', (state, before, after) => {
    const condition = conditional();
    for (const answer of before) give(condition, { answer });
    expect(taken(condition)).toEqual(after);
    const other = answers.find((answer) => !after.includes(answer)) ?? 'met';
    expect(refused(condition, { answer: other })).toEqual(answered(state));
  });

  it('is settled by the chair, closed by its body, and met by its body or the process lead', () => {
    const condition = conditional();
    const by = (answer: Answering['answer'], as = lead) => refused(condition, { answer }, as);
    const role = (...roles: Role[]) => ({ code: 'not-your-role', roles });
    expect(by('adopted')).toEqual(role('chair', 'deputy-chair'));
    expect(by('adopted', own(oost))).toEqual(role('chair', 'deputy-chair'));
    expect(by('waived')).toEqual(role('secretary', 'clerk'));
    expect(by('waived', own(west))).toEqual({ code: 'not-your-body' });
    expect(by('met')).toBeNull();
    expect(by('met', chair)).toEqual(role('process-lead', 'secretary', 'clerk'));
    give(condition, { answer: 'adopted' });
    expect(by('disputed')).toEqual(role('secretary', 'clerk'));
    expect(by('disputed', own(oost))).toBeNull();
  });
});

describe('an opschortende condition', () => {
  it('is met or waived by its body alone', () => {
    const condition = conditional('suspensive');
    const notHere = [{ pointer: '/answer', code: 'not-allowed-here', allowed: ['met', 'waived'] }];
    for (const answer of ['adopted', 'carried', 'rejected'] as const)
      expect(refused(condition, { answer })).toEqual(notHere);
    expect(refused(condition, { answer: 'met' }, lead)).toEqual({
      code: 'not-your-role',
      roles: ['secretary', 'clerk'],
    });
    expect(taken(condition)).toEqual(['met', 'waived']);
  });
});

describe('an answer', () => {
  it('to reject or to waive says why', () => {
    const condition = conditional();
    const needed = [{ pointer: '/reason', code: 'reason-required' }];
    for (const answer of ['rejected', 'waived'] as const)
      expect(refused(condition, { answer, reason: undefined })).toEqual(needed);
    expect(refused(condition, { answer: 'adopted' })).toBeNull();
  });

  it('is not given before the decision, nor tomorrow', () => {
    const condition = conditional();
    const on = (on: string) => refused(condition, { answer: 'adopted', on });
    expect(on('2024-02-09')).toEqual([{ pointer: '/on', code: 'date-too-early', limit: day }]);
    expect(on('2024-12-02')).toEqual([{ pointer: '/on', code: 'date-in-future', limit: today }]);
    expect(on(day)).toBeNull();
  });

  it('is to a condition of this gate', () => {
    const condition = conditional();
    const adopted = { answer: 'adopted' } as const;
    const unknown = { code: 'unknown-condition', exists: [condition] };
    expect(refused('nergens', adopted)).toEqual(unknown);
    expect(refused('constructor', adopted)).toEqual(unknown);
    expect(refused(condition, adopted, chair, 'later')).toEqual({ code: 'unknown-condition', exists: [] });
    expect(refused(condition, adopted, chair, 'ronde')).toMatchObject({ code: 'unknown-gate' });
  });

  it('is to one of a decision in force or not, also after the gate has passed, not after a stop', () => {
    const condition = conditional();
    staged.all('moment', [west, eiland], 'agree', day).rule('moment', 'go', day);
    expect(refused(condition, { answer: 'adopted' })).toBeNull();
    const other = conditional('elaboration', { revises: staged.decisions('moment')[0]?.id });
    expect(refused(condition, { answer: 'adopted' })).toBeNull();
    staged.give('stop-dossier', {}, { on: today, reason }, chair);
    expect(refused(other, { answer: 'adopted' })).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });

  it('is to one that is known: of a closed decision it is not there but for its body', () => {
    const release = { scope: 'region', from: today, ground: 'art. 87' } as const;
    const condition = conditional('elaboration', { release });
    const on = (when: string, as = chair) =>
      staged.refused('answer-condition', { gate: 'moment', condition }, { answer: 'met', on: day }, as, when);
    expect(on('2024-11-30', lead)).toEqual({ code: 'unknown-condition', exists: [] });
    expect(on('2024-11-30', own(oost))).toBeNull();
    expect(on(today, lead)).toBeNull();
  });
});

describe('a condition that is carried', () => {
  const to = (condition: string, phase: string | undefined) => refused(condition, { answer: 'carried', phase });
  const allowed = ['later', 'raden'];

  it('names another phase with a gate', () => {
    const condition = conditional();
    expect(to(condition, undefined)).toEqual([{ pointer: '/phase', code: 'required', allowed }]);
    expect(to(condition, 'feest')).toEqual([{ pointer: '/phase', code: 'unknown-phase', allowed }]);
    for (const phase of ['ronde', 'moment'])
      expect(to(condition, phase)).toEqual([{ pointer: '/phase', code: 'not-allowed-here', allowed }]);
    expect(to(condition, 'raden')).toBeNull();
  });

  it('names one that has not passed', () => {
    const condition = conditional();
    staged.pass('later', colleges);
    expect(to(condition, 'later')).toEqual([{ pointer: '/phase', code: 'not-allowed-here' }]);
    expect(to(condition, undefined)).toEqual([{ pointer: '/phase', code: 'required', allowed: ['raden'] }]);
  });

  it('alone names a phase', () => {
    const condition = conditional();
    expect(refused(condition, { answer: 'adopted', phase: 'later' })).toEqual([
      { pointer: '/phase', code: 'not-allowed-here' },
    ]);
  });
});

describe('a reservation', () => {
  const wait = (id: string, body: string, subjectTo: { gate: string; body: string }) =>
    staged.refused(
      'record-decision',
      { gate: id },
      { body, decision: 'agree-subject-to', decidedOn: day, subjectTo },
      own(body),
    );
  const waits = (id: string, body: string, subjectTo: { gate: string; body: string }) =>
    staged.decide(id, body, 'agree-subject-to', day, { subjectTo });

  it('waits for a body that decides at a gate of the plan', () => {
    expect(wait('moment', oost, { gate: 'feest', body: 'oost/raad' })).toEqual([
      { pointer: '/subjectTo/gate', code: 'unknown-phase', allowed: ['moment', 'later', 'raden'] },
    ]);
    const who = (code: string) => [{ pointer: '/subjectTo/body', code, allowed: councils }];
    expect(wait('moment', oost, { gate: 'raden', body: 'elders/raad' })).toEqual(who('unknown-body'));
    expect(wait('moment', oost, { gate: 'raden', body: oost })).toEqual(who('not-in-electorate'));
    expect(wait('moment', oost, { gate: 'raden', body: 'oost/raad' })).toBeNull();
  });

  it('waits for a body that still decides there', () => {
    staged.put('raden');
    const leaves = { on: begin, reason, ...told(begin), leaves: ['oost/raad'] };
    staged.give('change-electorate', { gate: 'raden' }, leaves, chair);
    expect(wait('moment', oost, { gate: 'raden', body: 'oost/raad' })).toMatchObject([
      { code: 'not-in-electorate', allowed: ['west/raad', 'eiland/raad'] },
    ]);
  });

  it('never waits for itself', () => {
    staged.put('later');
    const itself = [{ pointer: '/subjectTo', code: 'not-allowed-here' }];
    expect(wait('moment', oost, { gate: 'moment', body: oost })).toEqual(itself);
    expect(wait('moment', oost, { gate: 'moment', body: west })).toBeNull();
    expect(wait('moment', oost, { gate: 'later', body: oost })).toBeNull();
  });

  it('is recorded where several wait for each other, and then all of them wait', () => {
    staged.put('later');
    waits('later', west, { gate: 'later', body: eiland });
    waits('later', eiland, { gate: 'later', body: oost });
    waits('later', oost, { gate: 'later', body: west });
    const { bodies } = staged.standing('later', day);
    expect(bodies.map(({ side, why }) => [side, why])).toEqual(Array(3).fill(['undecided', 'subject-to']));
  });
});
