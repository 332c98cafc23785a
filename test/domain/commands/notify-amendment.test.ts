// How it is recorded afterwards that all bodies were told of an amended rule: once, and not before it was amended.
import { threshold } from '../../../src/domain/rules/threshold.js';
import { Corrections } from '../../support/corrections.js';
import { asking, begin, chair, own, planOf, Staged, today } from '../../support/staged-play.js';

const plan = planOf({ moment: asking(), ander: asking() });
const moment = { gate: 'moment' };
const reason = 'zo besloten in het overleg';

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});

const amend = (on: string, notifiedOn?: string, id = 'moment') =>
  staged.give(
    'amend-rule',
    { gate: id },
    { on, reason, rule: threshold(1, 'colleges'), meeting: { form: 'session' }, notifiedOn },
    chair,
  );
const refused = (on: string, who?: typeof chair) => staged.refused('notify-amendment', moment, { on }, who);
const putRight = () => new Corrections(staged.events, plan);
const early = (limit: string) => [{ pointer: '/on', code: 'date-too-early', limit }];

describe('a notice of an amended rule', () => {
  it('is given on a day, and names the gate', () => {
    amend(begin);
    expect(staged.give('notify-amendment', moment, { on: begin })).toEqual([
      { type: 'AmendmentNotified', on: begin, facts: { gate: 'moment' }, texts: {} },
    ]);
  });

  it('is given by who leads the process or chairs, of a gate that exists', () => {
    amend(begin);
    expect(refused(begin, chair)).toBeNull();
    expect(refused(begin, own('oost/college'))).toMatchObject({ code: 'not-your-role' });
    expect(refused(begin, { role: 'chair', body: 'elders/overleg' })).toEqual({ code: 'not-your-body' });
    expect(staged.refused('notify-amendment', { gate: 'feest' }, { on: begin })).toEqual({
      code: 'unknown-gate',
      exists: ['moment', 'ander'],
    });
  });

  it('is given once, of what was amended at that gate and not told at once', () => {
    const because = 'kan hier niet: er is niets waarvan nog bericht moet komen';
    const nothing = { pointer: '', code: 'not-allowed-here', because };
    expect(refused(begin)).toEqual([nothing]);
    amend(begin, undefined, 'ander');
    amend(begin, begin);
    expect(refused('2024-12-02')).toEqual([{ pointer: '/on', code: 'date-in-future', limit: today }, nothing]);
    amend('2024-02-02');
    expect(refused(today)).toBeNull();
    staged.give('notify-amendment', moment, { on: '2024-02-03' });
    expect(refused(today)).toEqual([nothing]);
  });

  it('follows the newest amendment of which nobody was told', () => {
    expect(amend('2024-02-03')).toHaveLength(1);
    amend('2024-02-05');
    expect(refused('2024-01-31')).toEqual(early(begin));
    expect(refused('2024-02-04')).toEqual(early('2024-02-05'));
    amend('2024-02-09', '2024-02-09');
    expect(refused('2024-02-04')).toEqual(early('2024-02-05'));
    expect(refused('2024-02-05')).toBeNull();
  });

  it('leaves what was told at once, and what was amended elsewhere, as it was', () => {
    amend('2024-02-02', '2024-02-02');
    amend('2024-02-03');
    amend('2024-02-04', undefined, 'ander');
    staged.give('notify-amendment', moment, { on: '2024-02-09' });
    const told = (gate: string) => staged.dossier.amendments[gate]?.map(({ notifiedOn }) => notifiedOn);
    expect([told('moment'), told('ander')]).toEqual([['2024-02-02', '2024-02-09'], [null]]);
  });

  it('has its day put right, after what was amended; and what was amended is not put after it', () => {
    amend('2024-02-03');
    staged.give('notify-amendment', moment, { on: '2024-02-09' });
    expect(putRight().refused('AmendmentNotified', { on: '2024-02-02' })).toEqual(early('2024-02-03'));
    const record = putRight();
    record.added('AmendmentNotified', { on: '2024-02-05' });
    expect(record.dossier.amendments.moment).toMatchObject([{ on: '2024-02-03', notifiedOn: '2024-02-05' }]);
    expect(record.refused('RuleAmended', { on: '2024-02-06' })).toMatchObject({ code: 'not-in-this-state' });
  });

  it('is given in a dossier that runs', () => {
    amend(begin);
    staged.give('stop-dossier', {}, { on: begin, reason }, chair);
    expect(refused(begin)).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });
});
