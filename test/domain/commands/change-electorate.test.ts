// Who decides at a gate that lies open: bodies leave, join, or take the place of others, while the rule makes sense.
import { window } from '../../../src/domain/calendar.js';
import type { Rule } from '../../../src/domain/rule.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { gate, phase } from '../../../src/domain/workflow/define.js';
import { told } from '../../support/told.js';
import { begin, chair, colleges, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';

const rule = threshold(2, 'colleges');
const plan = planOf({
  moment: phase('Fase', window('2024'), {
    source: 'test',
    gate: gate('Moment', { verb: 'instemmen', electorate: 'colleges', ruledBy, rule }),
  }),
});
const moment = { gate: 'moment' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const meeting = { form: 'session' } as const;
const unknownBody = (pointer: string, allowed = colleges) => [{ pointer, code: 'unknown-body', allowed }];
const stranger = (pointer: string) => [{ pointer, code: 'not-in-electorate', allowed: colleges }];

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});
const leaves = (...bodies: string[]) =>
  staged.give('change-electorate', moment, { on: begin, reason, ...told(begin), leaves: bodies }, chair);

describe('who decides', () => {
  const refused = (more: object, id = 'moment') =>
    staged.refused('change-electorate', { gate: id }, { on: today, reason, ...told(today), ...more }, chair);

  const amendTo = (rule: Rule) => staged.give('amend-rule', moment, { on: begin, reason, meeting, rule }, chair);

  it('changes with a reason: bodies leave, join, or take the place of others', () => {
    staged.put('moment');
    const [left] = leaves(oost);
    expect(left).toEqual({
      type: 'ElectorateChanged',
      on: begin,
      texts: { reason, ground: told(begin).ground },
      facts: {
        gate: 'moment',
        round: 1,
        meeting: { form: 'session' },
        notifiedOn: begin,
        joins: [],
        leaves: [oost],
        merges: [],
      },
    });
    const merges = [{ from: [west, eiland], into: oost }];
    expect(refused({ merges })).toEqual([
      {
        pointer: '',
        code: 'not-allowed-here',
        because:
          'kan hier niet: een drempel van 2 op 1 organen van "colleges": kies een geheel getal van 1 tot en met 1',
      },
    ]);
    const [joined] = staged.give(
      'change-electorate',
      moment,
      { on: begin, reason, ...told(begin), joins: [oost] },
      chair,
    );
    expect(joined?.facts).toMatchObject({ joins: [oost], leaves: [] });
    expect([...staged.round('moment').electorate].sort()).toEqual([...colleges].sort());
    const one = [{ from: [oost, west], into: west }];
    expect(
      staged.give('change-electorate', moment, { on: begin, reason, ...told(begin), merges: one }, chair),
    ).toHaveLength(1);
    expect([...staged.round('moment').electorate].sort()).toEqual([eiland, west]);
  });

  it('changes at a gate that lies open, since its submission', () => {
    expect(refused({ leaves: [oost] })).toEqual({ code: 'gate-not-open', phase: 'Fase', state: 'planned' });
    expect(refused({ leaves: [oost] }, 'feest')).toEqual({ code: 'unknown-gate', exists: ['moment'] });
    expect(refused({ joins: [oost] })).toEqual([{ pointer: '/joins/0', code: 'not-allowed-here', allowed: [] }]);
    staged.put('moment', '2024-02-05');
    expect(refused({ leaves: [oost], on: '2024-02-04' })).toEqual([
      { pointer: '/on', code: 'date-too-early', limit: '2024-02-05' },
    ]);
    expect(refused({ leaves: [oost], on: '2024-12-02' })).toEqual([
      { pointer: '/on', code: 'date-in-future', limit: today },
    ]);
    expect(refused({ leaves: [oost], on: '2024-02-05' })).toBeNull();
    for (const on of ['2024-02-06', '2024-02-07', '2024-02-08']) {
      const more = on === '2024-02-07' ? { joins: [oost] } : { leaves: [oost] };
      staged.give('change-electorate', moment, { on, reason, ...told(on), ...more }, chair);
    }
    expect(refused({ joins: [oost], on: '2024-02-07' })).toEqual([
      { pointer: '/on', code: 'date-too-early', limit: '2024-02-08' },
    ]);
    staged.all('moment', [west, eiland], 'agree', '2024-02-09').rule('moment', 'hold', '2024-02-09');
    expect(refused({ joins: [oost], on: '2024-02-08' })).toMatchObject([{ limit: '2024-02-09' }]);
  });

  it('changes by something', () => {
    staged.put('moment');
    const because = 'wijzigt niets aan wie besluiten; kies wie niet meer meedoet of wie erbij komt';
    expect(refused({})).toEqual([{ pointer: '', code: 'required', because }]);
    expect(refused({ joins: [], leaves: [], merges: [] })).toEqual([{ pointer: '', code: 'required', because }]);
    const nobody = [{ from: [], into: oost }];
    expect(refused({ merges: nobody })).toMatchObject([
      { pointer: '/merges/0/from', code: 'required' },
      { pointer: '/merges/0/into', code: 'not-allowed-here' },
    ]);
  });

  it('lets nobody leave who is not asked', () => {
    staged.put('moment');
    expect(refused({ leaves: [oost, 'oost/raad'] })).toEqual(stranger('/leaves/1'));
    expect(refused({ leaves: ['elders/college'] })).toEqual(unknownBody('/leaves/0'));
    expect(refused({ merges: [{ from: [oost, 'elders/college'], into: oost }] })).toEqual(
      unknownBody('/merges/0/from/1'),
    );
  });

  it('lets bodies in of the kind that decides here, that are not asked already', () => {
    staged.put('moment');
    expect(refused({ joins: ['elders/college'] })).toEqual(unknownBody('/joins/0', []));
    expect(refused({ joins: ['oost/raad'] })).toEqual([{ pointer: '/joins/0', code: 'not-allowed-here', allowed: [] }]);
    expect(refused({ joins: [oost] })).toEqual([{ pointer: '/joins/0', code: 'not-allowed-here', allowed: [] }]);
    leaves(oost);
    expect(refused({ joins: ['elders/college'] })).toEqual(unknownBody('/joins/0', [oost]));
    expect(refused({ joins: [oost] })).toBeNull();
    expect(refused({ joins: [oost], leaves: [west] })).toBeNull();
    expect(refused({ joins: [oost], merges: [{ from: [west, eiland], into: west }] })).toBeNull();
    const [intoRaad] = refused({ merges: [{ from: [west], into: 'oost/raad' }] }) as object[];
    expect(intoRaad).toEqual({ pointer: '/merges/0/into', code: 'not-allowed-here', allowed: [oost, west] });
  });

  it('leaves enough for every part of the rule', () => {
    amendTo(allOf(threshold(3, 'colleges'), threshold(2, 'colleges')));
    staged.put('moment');
    const few = (n: number) =>
      `een drempel van ${n} op 1 organen van "colleges": kies een geheel getal van 1 tot en met 1`;
    expect(refused({ leaves: [oost, west] })).toEqual([
      { pointer: '', code: 'not-allowed-here', because: `kan hier niet: ${few(3)}; ${few(2)}` },
    ]);
  });

  it('names each body once, and lets none take the place of itself alone', () => {
    staged.put('moment');
    leaves(eiland);
    const because = 'wordt hier twee keer genoemd of verandert niet; noem elk orgaan één keer';
    const again = (...pointers: string[]) =>
      pointers.map((pointer) => ({ pointer, code: 'not-allowed-here', because }));
    const merge = (from: string[], into: string) => ({ from, into });
    expect(refused({ leaves: [oost, oost] })).toEqual(again('/leaves/1'));
    expect(refused({ joins: [eiland, eiland] })).toEqual(again('/joins/1'));
    expect(refused({ leaves: [oost], merges: [merge([west, oost], eiland)] })).toEqual(again('/merges/0/from/1'));
    expect(refused({ joins: [eiland], merges: [merge([west], eiland)] })).toEqual(again('/merges/0/into'));
    expect(refused({ merges: [merge([oost], eiland), merge([west], eiland)] })).toEqual(again('/merges/1/into'));
    expect(refused({ merges: [merge([oost, oost], oost)] })).toEqual(again('/merges/0/from/1', '/merges/0/into'));
    expect(refused({ merges: [merge([oost], eiland)] })).toBeNull();
  });

  it('lets nobody in who counts for nothing in the rule', () => {
    const groups = { oostwest: { bodies: [oost, west], noun: { one: 'college', many: 'colleges' } } };
    const asks = { verb: 'instemmen', electorate: 'oostwest', ruledBy, rule: threshold(1, 'oostwest') };
    const part = phase('Fase', window('2024'), { source: 'test', gate: gate('Moment', asks) });
    staged = new Staged(planOf({ moment: part }, { groups })).put('moment');
    const because = 'telt in de besluitregel niet mee; kies een orgaan uit de groep waar de regel over gaat';
    const stray = (pointer: string) => [{ pointer, code: 'not-allowed-here', because }];
    expect(refused({ joins: [eiland] })).toEqual(stray('/joins/0'));
    expect(refused({ merges: [{ from: [oost], into: eiland }] })).toEqual(stray('/merges/0/into'));
  });

  it('leaves someone', () => {
    staged.put('moment');
    const because = 'kan hier niet: er blijft niemand over';
    expect(refused({ leaves: colleges })).toEqual([{ pointer: '', code: 'not-allowed-here', because }]);
  });
});
