// What happens at a gate while it lies open: versions of the text, receipts and agendas.
import { plannedFor, plannedOn } from '../../../src/domain/dossier/agenda.js';
import { asking, begin, chair, colleges, own, planOf, Staged, today } from '../../support/staged-play.js';
import { told } from '../../support/told.js';

/** A gate, and one with terms of the bodies' own. */
const plan = planOf({ moment: asking(), termijn: asking({ weeksFromReceipt: 8 }) });
const moment = { gate: 'moment' };
const termijn = { gate: 'termijn' };
const [oost = '', west = '', eiland = ''] = colleges;
const reason = 'zo besloten in het overleg';
const tooEarly = (pointer: string, limit: string) => [{ pointer, code: 'date-too-early', limit }];
const inFuture = [{ pointer: '/on', code: 'date-in-future', limit: today }];
const notOpen = { code: 'gate-not-open', phase: 'Fase', state: 'planned' };
const unknownGate = { code: 'unknown-gate', exists: ['moment', 'termijn'] };
const unknownBody = (pointer: string, allowed = colleges) => [{ pointer, code: 'unknown-body', allowed }];
const stranger = (pointer: string) => [{ pointer, code: 'not-in-electorate', allowed: colleges }];

let staged: Staged;
beforeEach(() => {
  staged = new Staged(plan);
});
const leaves = (...bodies: string[]) =>
  staged.give('change-electorate', moment, { on: begin, reason, ...told(begin), leaves: bodies }, chair);

describe('a new version of the proposal', () => {
  const refused = (more: object, id = 'moment') =>
    staged.refused('revise-proposal', { gate: id }, { on: today, title: 'Tweede versie', ...more });

  it('is numbered, and stale for all but those who left the wording to others', () => {
    staged.put('moment', begin, { proposal: { title: 'Eerste versie' } });
    const version = { title: 'Tweede versie', url: 'https://example.org/2', sha256: 'b'.repeat(64) };
    expect(staged.give('revise-proposal', moment, { on: '2024-02-05', ...version, textualMandate: [oost] })).toEqual([
      {
        type: 'ProposalRevised',
        on: '2024-02-05',
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
    expect(refused({ on: '2024-02-07' })).toMatchObject({ code: 'already-recorded' });
    expect(refused({ on: '2024-02-07', url: 'https://example.org/3' })).toBeNull();
    staged.all('moment', [oost, west], 'agree', '2024-02-08').rule('moment', 'go', '2024-02-08');
    expect(refused({})).toEqual({ ...notOpen, state: 'passed' });
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

  it('starts the term of its body, and says until when', () => {
    const facts = { gate: 'termijn', round: 1, body: oost, dueOn: '2024-03-28' };
    expect(staged.put('termijn').give('record-receipt', termijn, { body: oost, on: begin }, own(oost))).toEqual([
      { type: 'ReceiptRecorded', on: begin, facts, texts: {} },
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
    const [kept] = staged.give('schedule-item', moment, { ...item, stage: 'council', withdrawn: false });
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
    expect(plannedOn(staged.round('moment'), today)).toEqual([]);
    expect(plannedFor(staged.round('moment'), oost, today)).toBeNull();
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
