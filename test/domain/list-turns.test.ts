// Where the arrangement is made, the list of a meeting is to be adopted by whoever decided, until it is; elsewhere nobody is asked.
import { turnsOf } from '../../src/domain/turns/turns.js';
import { asking, begin, colleges, evidence, lead, own, planOf, Staged, today } from '../support/staged-play.js';

const [oost = '', west = '', eiland = ''] = colleges;
const plan = planOf({ treffen: asking({ enacts: true, kinds: ['agree', 'disagree'] }), later: asking() });
const turns = (play: Staged) =>
  turnsOf(play.dossier, today, () => true)
    .filter(({ what }) => what === 'adopt-list')
    .map(({ role, body, decision, since }) => ({ role, body, decision, since }));

it('is the turn of every body of itself that is for, until the list is adopted, also after the conclusion', () => {
  const play = new Staged(plan);
  play.put('treffen');
  const decision = play.decide('treffen', oost, 'agree');
  const other = play.decide('treffen', west, 'agree', begin, { listAdoptedOn: begin });
  play.decide('treffen', eiland, 'agree', begin, { evidence }, lead);
  const mine = { role: 'secretary', body: oost, decision, since: begin };
  expect(turns(play)).toEqual([mine]);
  play.rule('treffen', 'go');
  expect(turns(play)).toEqual([mine]);
  play.give('adopt-list', { gate: 'treffen', decision }, { on: '2024-02-08' }, own(oost));
  expect(turns(play)).toEqual([]);
  expect(other).not.toBe(decision);
});

it('is nobody’s where nothing is made', () => {
  const play = new Staged(plan);
  play.put('later');
  play.decide('later', oost, 'agree');
  expect(turns(play)).toEqual([]);
});
