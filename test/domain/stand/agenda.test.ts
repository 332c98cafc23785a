// What an item on the agenda of a body makes of its stand on each day, and what was planned by then.
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { hasDecided, standOf } from '../../../src/domain/stand/stand.js';
import type { DecisionKind } from '../../../src/domain/vocabulary.js';
import { asking, begin, colleges, lead, planOf, Staged } from '../../support/staged-play.js';

const questions = ['p', 'q'].map((id) => ({ id, text: `De vraag ${id}?` }));
const plan = planOf({ wacht: asking({ questions }) });
const [body = ''] = colleges;
const gate = 'wacht';
let staged: Staged;
const stand = (day = '2024-12-01') => {
  const round = staged.round(gate);
  return standOf({ dossier: staged.dossier, id: gate, gate: round.terms.gate, round, day }, body);
};
const read = (day?: string) => {
  const { side, why, until, answers } = stand(day);
  return [side, why, until, answers];
};
const decide = (p: DecisionKind, q: DecisionKind, more: Partial<RecordDecision> = {}, decidedOn = begin) =>
  staged.decide(gate, body, p, decidedOn, { answers: { q }, ...more });

describe('an item on the agenda', () => {
  const schedule = (meetingOn: string, on: string) =>
    staged.give('schedule-item', { gate }, { body, meetingOn, stage: 'draft' }, lead, on);

  beforeEach(() => {
    staged = new Staged(plan);
    staged.give('start-phase', { phase: gate }, { on: begin }, lead, begin);
    staged.give('submit-gate', { gate }, { on: begin }, lead, begin);
  });

  it('says of who is silent when it is treated, until that meeting is over', () => {
    schedule('2024-03-10', '2024-03-01');
    expect(read('2024-02-29')).toEqual(['silent', 'silent', null, {}]);
    expect(read('2024-03-01')).toEqual(['silent', 'scheduled', '2024-03-10', {}]);
    expect(read('2024-03-10')).toEqual(['silent', 'scheduled', '2024-03-10', {}]);
    expect(read('2024-03-11')).toEqual(['silent', 'silent', null, {}]);
  });

  it('says so of who put it off before, and is done with where that came after', () => {
    schedule('2024-03-10', '2024-03-01');
    decide('deferred', 'deferred', { nextDate: '2024-03-20' }, '2024-03-02');
    expect(read('2024-03-02').slice(0, 3)).toEqual(['undecided', 'deferred', '2024-03-20']);
    schedule('2024-03-18', '2024-12-01');
    expect(read('2024-03-02').slice(0, 3)).toEqual(['undecided', 'deferred', '2024-03-20']);
  });

  it('reads on a past day what was planned by then, whatever was planned since or taken off', () => {
    schedule('2024-03-10', '2024-03-01');
    decide('deferred', 'deferred', { nextDate: '2024-04-20' }, '2024-03-10');
    schedule('2024-04-16', '2024-03-12');
    schedule('2024-04-18', '2024-04-02');
    const off = { body, meetingOn: '2024-04-18', stage: 'draft', withdrawn: true } as const;
    staged.give('schedule-item', { gate }, off, lead, '2024-04-03');
    const why = (day: string) => read(day).slice(1, 3);
    expect(why('2024-02-29')).toEqual(['silent', null]);
    expect(why('2024-03-01')).toEqual(['scheduled', '2024-03-10']);
    expect(why('2024-03-10')).toEqual(['deferred', '2024-04-20']);
    expect(why('2024-03-12')).toEqual(['scheduled', '2024-04-16']);
    expect(why('2024-04-02')).toEqual(['scheduled', '2024-04-18']);
    expect(why('2024-04-03')).toEqual(['deferred', '2024-04-20']);
  });

  it('takes the place of a former item from its own day on', () => {
    schedule('2024-03-10', '2024-03-01');
    schedule('2024-03-24', '2024-03-08');
    expect(read('2024-03-07').slice(1, 3)).toEqual(['scheduled', '2024-03-10']);
    expect(read('2024-03-08').slice(1, 3)).toEqual(['scheduled', '2024-03-24']);
  });

  it('says so of who put it off, only announced it, or decided on a former text', () => {
    const planned = ['undecided', 'scheduled', '2024-12-20'];
    const newest = () => stand().decision?.id;
    decide('agree', 'deferred', {}, '2024-02-02');
    schedule('2024-12-20', '2024-12-01');
    expect(read()).toEqual([...planned, { p: 'for', q: 'undecided' }]);
    decide('agree', 'agree', { form: 'announcement' }, '2024-02-04');
    expect(read().slice(0, 3)).toEqual(planned);
    expect(hasDecided(stand())).toBe(false);
    decide('agree', 'agree', { revises: newest() }, '2024-02-05');
    expect(read().slice(0, 3)).toEqual(['for', null, null]);
    staged.give('revise-proposal', { gate }, { on: '2024-03-01', title: 'Versie 2' });
    expect(read().slice(0, 3)).toEqual(planned);
  });

  it('says nothing of who decided', () => {
    decide('agree', 'agree', {}, '2024-02-10');
    schedule('2024-12-20', '2024-12-01');
    expect(read('2024-12-01').slice(0, 3)).toEqual(['for', null, null]);
  });
});
