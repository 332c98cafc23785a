// What happens at a gate while it lies open: versions, receipts, agendas, who decides, and by which rule from then on.
import { window } from '../../../src/domain/calendar.js';
import type { Rule } from '../../../src/domain/rule.js';
import { allOf } from '../../../src/domain/rules/all-of.js';
import { assumed } from '../../../src/domain/rules/assumed.js';
import { chosenOption } from '../../../src/domain/rules/chosen-option.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { gate, phase, type GatePlan } from '../../../src/domain/workflow/define.js';
import { begin, chair, colleges, own, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';

const asking = (more: Partial<GatePlan> = {}) =>
  phase('Fase', window('2024'), {
    source: 'test',
    gate: gate('Moment', {
      ...{ verb: 'instemmen', electorate: 'colleges', ruledBy, rule: threshold(2, 'colleges'), ...more },
    }),
  });
const options = ['bvo', 'lichaam'].map((id) => ({ id, title: id }));
/** A gate; one with terms of the bodies' own; a poll. */
const plan = planOf({
  moment: asking(),
  termijn: asking({ weeksFromReceipt: 8 }),
  peiling: asking({ polls: options }),
});
const moment = { gate: 'moment' };
const termijn = { gate: 'termijn' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const tooEarly = (pointer: string, limit: string) => [{ pointer, code: 'date-too-early', limit }];
const inFuture = [{ pointer: '/on', code: 'date-in-future', limit: today }];
const notOpen = { code: 'gate-not-open' };
const unknownGate = { code: 'unknown-gate', exists: ['moment', 'termijn', 'peiling'] };
const unknownBody = (pointer: string, allowed = colleges) => [{ pointer, code: 'unknown-body', allowed }];
const stranger = (pointer: string) => [{ pointer, code: 'not-in-electorate', allowed: colleges }];

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});
const leaves = (...bodies: string[]) =>
  staged.give('change-electorate', moment, { on: begin, reason, leaves: bodies }, chair);

describe('a new version of the proposal', () => {
  const refused = (more: object, id = 'moment') =>
    staged.refused('revise-proposal', { gate: id }, { on: today, title: 'Tweede versie', ...more });

  it('is numbered, and stale for all but those who left the wording to others', () => {
    staged.put('moment', begin, { proposal: { title: 'Eerste versie' } });
    const version = { title: 'Tweede versie', url: 'https://example.org/2', sha256: 'b'.repeat(64) };
    expect(staged.give('revise-proposal', moment, { on: '2024-02-05', ...version, textualMandate: [oost] })).toEqual([
      {
        ...{ type: 'ProposalRevised', on: '2024-02-05' },
        facts: { gate: 'moment', round: 1, version: 2, sha256: version.sha256, textualMandate: [oost] },
        texts: { 'proposal/title': 'Tweede versie', 'proposal/url': 'https://example.org/2' },
      },
    ]);
    const [third] = staged.give('revise-proposal', moment, { on: '2024-02-05', title: 'Derde versie' });
    expect(third?.facts).toEqual({ gate: 'moment', round: 1, version: 3, textualMandate: [] });
  });

  it('is the second also where no first was sent along', () => {
    const [event] = staged.put('moment').give('revise-proposal', moment, { on: begin, title: 'Tweede versie' });
    expect(event?.facts).toMatchObject({ version: 2 });
  });

  it('is put while the gate lies open, after the version before it', () => {
    expect(refused({})).toEqual(notOpen);
    expect(refused({}, 'feest')).toEqual(unknownGate);
    staged.put('moment', '2024-02-05');
    expect(refused({ on: '2024-12-02' })).toEqual(inFuture);
    expect(refused({ on: '2024-02-04' })).toEqual(tooEarly('/on', '2024-02-05'));
    staged.give('revise-proposal', moment, { on: '2024-02-07', title: 'Tweede versie' });
    expect(refused({ on: '2024-02-06' })).toEqual(tooEarly('/on', '2024-02-07'));
    expect(refused({ on: '2024-02-07' })).toBeNull();
    staged.all('moment', [oost, west], 'agree', '2024-02-07').rule('moment', 'go', '2024-02-07');
    expect(refused({})).toEqual(notOpen);
  });

  it('names bodies that are asked', () => {
    staged.put('moment');
    expect(refused({ textualMandate: [oost, 'elders/college'] })).toEqual(unknownBody('/textualMandate/1'));
    expect(refused({ textualMandate: ['oost/raad'] })).toEqual(stranger('/textualMandate/0'));
    leaves(oost);
    expect(refused({ textualMandate: [oost] })).toMatchObject([{ code: 'not-in-electorate', allowed: [west, eiland] }]);
  });
});

describe('a receipt', () => {
  const refused = (more: object, id = 'termijn') =>
    staged.refused('record-receipt', { gate: id }, { body: oost, on: today, ...more });

  it('starts the term of its body', () => {
    expect(staged.put('termijn').give('record-receipt', termijn, { body: oost, on: begin }, own(oost))).toEqual([
      { type: 'ReceiptRecorded', on: begin, facts: { gate: 'termijn', round: 1, body: oost }, texts: {} },
    ]);
  });

  it('is of a body that is asked, since the submission, where there are terms', () => {
    expect(refused({})).toEqual(notOpen);
    expect(refused({}, 'feest')).toEqual(unknownGate);
    staged.put('termijn', '2024-02-05').put('moment');
    expect(refused({ body: 'elders/college' })).toEqual(unknownBody('/body'));
    expect(refused({ body: 'oost/raad' })).toEqual(stranger('/body'));
    expect(refused({ on: '2024-02-04' })).toEqual(tooEarly('/on', '2024-02-05'));
    expect(refused({ on: '2024-12-02' })).toEqual(inFuture);
    const because = 'kan hier niet: niemand heeft hier een eigen termijn';
    expect(refused({}, 'moment')).toEqual([{ pointer: '', code: 'not-offered-here', because }]);
    expect(refused({ on: '2024-02-05' })).toBeNull();
  });
});

describe('an agenda', () => {
  const item = { body: oost, meetingOn: '2025-01-15', stage: 'college' } as const;
  const refused = (more: object, id = 'moment') => staged.refused('schedule-item', { gate: id }, { ...item, ...more });

  it('is noted today, of a meeting that may lie ahead', () => {
    expect(staged.put('moment').give('schedule-item', moment, item, own(oost))).toEqual([
      { type: 'ItemScheduled', on: today, facts: { gate: 'moment', round: 1, ...item }, texts: {} },
    ]);
    const [kept] = staged.give('schedule-item', moment, { ...item, withdrawn: false });
    expect(JSON.stringify(kept?.facts)).not.toContain('withdrawn');
  });

  it('is taken off for the day on which it stood', () => {
    staged.put('moment');
    const off = { ...item, withdrawn: true };
    const nothing = (allowed: string[]) => [{ pointer: '/meetingOn', code: 'not-allowed-here', allowed }];
    expect(refused(off)).toEqual(nothing([]));
    staged.give('schedule-item', moment, { ...item, meetingOn: '2025-02-15' });
    expect(refused(off)).toEqual(nothing(['2025-02-15']));
    const [event] = staged.give('schedule-item', moment, { ...off, meetingOn: '2025-02-15' });
    expect(event?.facts).toEqual({ gate: 'moment', round: 1, ...off, meetingOn: '2025-02-15' });
    expect(staged.round('moment').agendas).toEqual({});
  });

  it('is of a body that is asked at a gate that lies open, not from before the dossier', () => {
    expect(refused({})).toEqual(notOpen);
    expect(refused({}, 'feest')).toEqual(unknownGate);
    staged.put('moment');
    expect(refused({ body: 'elders/college' })).toEqual(unknownBody('/body'));
    expect(refused({ body: 'oost/raad' })).toEqual(stranger('/body'));
    expect(refused({ meetingOn: '2024-01-31' })).toEqual(tooEarly('/meetingOn', begin));
    expect(refused({ meetingOn: begin })).toBeNull();
    leaves(oost);
    expect(refused({})).toMatchObject([{ code: 'not-in-electorate', allowed: [west, eiland] }]);
  });
});

describe('who decides', () => {
  const refused = (more: object, id = 'moment') =>
    staged.refused('change-electorate', { gate: id }, { on: today, reason, ...more }, chair);

  const amendTo = (rule: Rule) => staged.give('amend-rule', moment, { on: begin, reason, rule }, chair);

  it('changes with a reason: bodies leave, join, or take the place of others', () => {
    staged.put('moment');
    const [left] = leaves(oost);
    expect(left).toEqual({
      ...{ type: 'ElectorateChanged', on: begin, texts: { reason } },
      facts: { gate: 'moment', round: 1, joins: [], leaves: [oost], merges: [] },
    });
    const merges = [{ from: [west, eiland], into: oost }];
    expect(refused({ merges })).toEqual([
      {
        ...{ pointer: '', code: 'not-allowed-here' },
        because:
          'kan hier niet: een drempel van 2 op 1 organen van "colleges": kies een geheel getal van 1 tot en met 1',
      },
    ]);
    const [joined] = staged.give('change-electorate', moment, { on: begin, reason, joins: [oost] }, chair);
    expect(joined?.facts).toMatchObject({ joins: [oost], leaves: [] });
    expect([...staged.round('moment').electorate].sort()).toEqual([...colleges].sort());
    const one = [{ from: [oost, west], into: west }];
    expect(staged.give('change-electorate', moment, { on: begin, reason, merges: one }, chair)).toHaveLength(1);
    expect([...staged.round('moment').electorate].sort()).toEqual([eiland, west]);
  });

  it('changes at a gate that lies open, since its submission', () => {
    expect(refused({ leaves: [oost] })).toEqual(notOpen);
    expect(refused({ leaves: [oost] }, 'feest')).toEqual(unknownGate);
    expect(refused({ joins: [oost] })).toEqual([{ pointer: '/joins/0', code: 'not-allowed-here', allowed: [] }]);
    staged.put('moment', '2024-02-05');
    expect(refused({ leaves: [oost], on: '2024-02-04' })).toEqual(tooEarly('/on', '2024-02-05'));
    expect(refused({ leaves: [oost], on: '2024-12-02' })).toEqual(inFuture);
    expect(refused({ leaves: [oost], on: '2024-02-05' })).toBeNull();
  });

  it('changes by something', () => {
    staged.put('moment');
    const because = 'wijzigt niets; noem wie erbij komt, weggaat of samengaat';
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

  it('leaves someone', () => {
    staged.put('moment');
    const because = 'kan hier niet: er blijft niemand over';
    expect(refused({ leaves: colleges })).toEqual([{ pointer: '', code: 'not-allowed-here', because }]);
  });
});

describe('the rule of a gate', () => {
  const refused = (more: object, id = 'moment') =>
    staged.refused('amend-rule', { gate: id }, { on: today, reason, rule: unanimity('colleges'), ...more }, chair);
  const amend = (id: string, rule: object, on = begin) =>
    staged.give('amend-rule', { gate: id }, { on, reason, rule: rule as { rule: string } }, chair);

  it('is amended with a reason, in words', () => {
    expect(amend('moment', unanimity('colleges'))).toEqual([
      {
        ...{ type: 'RuleAmended', on: begin, texts: { reason } },
        facts: { gate: 'moment', rule: unanimity('colleges'), ruleText: 'alle 3 colleges zijn akkoord' },
      },
    ]);
  });

  it('is amended after it was amended before, in a dossier that runs', () => {
    expect(refused({}, 'feest')).toEqual(unknownGate);
    expect(refused({ on: '2024-12-02' })).toEqual(inFuture);
    amend('moment', threshold(3, 'colleges'), '2024-02-03');
    amend('moment', threshold(2, 'colleges'), '2024-02-04');
    amend('moment', threshold(1, 'colleges'), '2024-02-05');
    amend('termijn', threshold(1, 'colleges'), '2024-02-09');
    expect(refused({ on: '2024-02-04' })).toEqual(tooEarly('/on', '2024-02-05'));
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
    expect(refused({ rule: allOf(threshold(4, 'colleges'), threshold(4, 'colleges')) })).toEqual([
      { pointer: '/rule', code: 'not-allowed-here', because: `kan hier niet: ${tooHigh}; ${tooHigh}` },
    ]);
  });

  it('is on a poll about the options, whether it says so or not', () => {
    const facts = (rule: object) => amend('peiling', rule)[0]?.facts;
    const all = unanimity('colleges');
    expect(facts(all)).toMatchObject({ rule: chosenOption(options, all) });
    expect(facts(chosenOption(options, all))).toMatchObject({ rule: chosenOption(options, all) });
    expect(facts(assumed(all, 'zo'))).toMatchObject({ rule: assumed(chosenOption(options, all), 'zo') });
    const said = assumed(chosenOption(options, all), 'zo');
    expect(facts(said)).toMatchObject({ rule: said });
    expect(amend('moment', all)[0]?.facts).toMatchObject({ rule: all });
  });
});
