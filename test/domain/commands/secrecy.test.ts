// Secrecy rests on what goes with a decision, never on the decision: on what, for which interest, and how it is lifted.
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { now } from '../../../src/domain/fold/history.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { flagsOf } from '../../../src/domain/stand/flags.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import type { Day, Id } from '../../../src/domain/vocabulary.js';
import type { Dossier } from '../../../src/domain/dossier/state.js';
import { decisionView } from '../../../src/domain/views/decision-view.js';
import { shownEvents } from '../../../src/domain/views/visibility.js';
import { closed } from '../../support/council-play.js';
import { fold } from '../../support/fold.js';
import { mended, type Mend } from '../../support/mend.js';
import { asking, begin, colleges, lead, own, planOf, Staged, today } from '../../support/staged-play.js';

const plan = planOf({ moment: asking() });
const gate = 'moment';
const [oost = ''] = colleges;
const council = 'oost/raad';
const annex = { object: 'Bijlage 2', interest: '2b' } as const;
let staged: Staged;
let decision: Id;

const decide = (secrecy: RecordDecision['secrecy'], more: Partial<RecordDecision> = {}): void => {
  staged = new Staged(plan).put(gate);
  decision = staged.decide(gate, oost, 'agree', '2024-02-10', { listAdoptedOn: '2024-02-10', secrecy, ...more });
};
beforeEach(() => decide([annex]));

const asked = { on: '2024-03-01', secret: 0, liftedBy: 'executive' } as const;
const lift = (more: object = {}) => staged.give('lift-secrecy', { gate, decision }, { ...asked, ...more }, own(oost));
const refused = (more: object = {}, as = own(oost)) =>
  staged.refused('lift-secrecy', { gate, decision }, { ...asked, ...more }, as);

function flags(day: Day = today, dossier: Dossier = staged.dossier): string[] {
  const round = dossier.rounds[gate]?.at(-1) ?? null;
  const newest = dossier.acts[gate]?.[0]?.readings.at(-1);
  if (!newest) throw new Error('it was decided');
  return flagsOf({ dossier, gate, round, day }, newest);
}
const shown = (day: Day = today, asOf: Day | null = null) => {
  const reading = staged.reading(day, asOf);
  const found = reading.dossier.acts[gate]?.[0]?.readings.at(-1);
  if (!found) throw new Error('it was decided');
  return decisionView(reading, gate, found).secrecy;
};

describe('secrecy', () => {
  it('is shown with what follows where it was not said, and the decision counts as it did', () => {
    expect(shown()).toMatchObject([
      { ...annex, power: null, imposedBy: null, imposedOn: '2024-02-10', liftableBy: 'executive', liftedOn: null },
    ]);
    expect([flags(), staged.standing(gate).tally.for]).toEqual([['secrecy'], 1]);
    const said = {
      ...annex,
      power: 'art. 87 Gemeentewet',
      imposedBy: 'council',
      imposedOn: '2024-02-15',
      sharedWith: council,
    } as const;
    decide([said]);
    expect(shown()).toMatchObject([{ ...said, liftableBy: 'council', liftedBy: null }]);
  });

  it('names an interest, or is flagged where none was stated; it is imposed by today, and shared with who takes part', () => {
    decide([{ ...annex, interest: 'not-stated' }]);
    expect(flags()).toEqual(['secrecy', 'secrecy-no-interest']);
    const place = { gate };
    const faults = (more: object) =>
      new Staged(plan)
        .put(gate)
        .refused(
          'record-decision',
          place,
          { body: oost, decision: 'agree', decidedOn: begin, secrecy: [{ ...annex, ...more }] },
          own(oost),
        );
    expect(faults({ imposedOn: '2025-01-01' })).toMatchObject([
      { pointer: '/secrecy/0/imposedOn', code: 'date-in-future' },
    ]);
    expect(faults({ sharedWith: 'elders/raad' })).toMatchObject([
      { pointer: '/secrecy/0/sharedWith', code: 'unknown-body' },
    ]);
    expect(faults({ imposedOn: '2023-10-14', sharedWith: council })).toBeNull();
  });

  it('is lifted on a day: before it, it rests', () => {
    lift();
    expect([flags(), flags('2024-02-28')]).toEqual([[], ['secrecy']]);
    expect(shown()).toMatchObject([{ liftedOn: '2024-03-01', liftedBy: 'executive' }]);
    expect(shown('2024-02-28', '2024-02-28')).toMatchObject([{ liftedOn: null }]);
  });

  it('that another lifts than who may is recorded and flagged', () => {
    lift({ liftedBy: 'council' });
    expect(flags()).toEqual(['secrecy-lifted-by-other']);
    decide([{ ...annex, liftableBy: 'council' }]);
    lift({ liftedBy: 'council' });
    expect(flags()).toEqual([]);
  });

  it('is not lifted before it was imposed, nor from what the decision does not name, nor by the region', () => {
    expect(refused({ on: '2024-02-09' })).toEqual([{ pointer: '/on', code: 'date-too-early', limit: '2024-02-10' }]);
    expect(refused({ secret: 1 })).toEqual([{ pointer: '/secret', code: 'unknown-option', allowed: ['0'] }]);
    expect(refused({}, lead)).toMatchObject({ code: 'not-your-role' });
    decide([{ ...annex, imposedOn: '2024-04-01' }]);
    expect(refused()).toMatchObject([{ code: 'date-too-early', limit: '2024-04-01' }]);
  });

  it('stays with what a corrected decision still names, and goes with what it does not', () => {
    lift();
    const correct = (secrecy: RecordDecision['secrecy']) =>
      staged.give(
        'record-decision',
        { gate },
        { body: oost, corrects: staged.decisions(gate).at(-1)?.id ?? '', secrecy, reason: 'Zo stond het er.' },
        own(oost),
      );
    correct([{ object: 'Bijlage 3', interest: '2e' }, annex]);
    expect(shown().map(({ object, liftedOn }) => [object, liftedOn])).toEqual([
      ['Bijlage 3', null],
      ['Bijlage 2', '2024-03-01'],
    ]);
    correct([{ object: 'Bijlage 3', interest: '2e' }]);
    expect(shown().map(({ liftedOn }) => liftedOn)).toEqual([null]);
  });

  it('rests on after another was lifted: by another, for another interest, or imposed again', () => {
    decide([
      { ...annex, imposedBy: 'executive' },
      { ...annex, imposedBy: 'council' },
      { ...annex, interest: '2e' },
      { ...annex, imposedOn: '2024-04-01' },
      annex,
    ]);
    lift();
    expect(shown().map(({ liftedOn }) => liftedOn)).toEqual(['2024-03-01', null, null, null, '2024-03-01']);
    expect(flags()).toEqual(['secrecy']);
    expect(refused({ secret: 4 })).toMatchObject({ code: 'already-recorded' });
    lift({ secret: 1, liftedBy: 'council' });
    lift({ secret: 2 });
    lift({ secret: 3, on: '2024-04-02' });
    expect(flags()).toEqual([]);
  });

  it('that was lifted before its interest was stated stays lifted when it is', () => {
    decide([{ ...annex, interest: 'not-stated' }]);
    lift();
    const corrects = staged.decisions(gate).at(-1)?.id ?? '';
    const said = {
      body: oost,
      corrects,
      secrecy: [{ ...annex, imposedBy: 'executive' as const }],
      reason: 'Zo was het.',
    };
    staged.give('record-decision', { gate }, said, own(oost));
    expect(shown().map(({ liftedOn }) => liftedOn)).toEqual(['2024-03-01']);
  });

  it('of which the lifting was wrongly recorded is put right', () => {
    const plans = new PlanCatalogue([plan]);
    const mend = (said: Mend) => {
      decide([annex]);
      lift({ liftedBy: 'council' });
      const reading = staged.events.at(-1);
      if (!reading) throw new Error('it was lifted');
      const events = mended(plans, staged.events, reading, said, today);
      return events instanceof Refusal ? events : flags(today, fold(plans, events, now));
    };
    expect(mend({ liftedBy: 'executive' })).toEqual([]);
    expect(mend({ never: true })).toEqual(['secrecy']);
    expect(mend({ on: '2024-02-01' })).toMatchObject({ code: 'validation' });
  });

  it('of a decision that its body keeps to itself stays with it, and so does the lifting', () => {
    decide([annex], closed);
    lift();
    const events = shownEvents(
      staged.events.map((event) => ({ event })),
      staged.reading(today),
    );
    const { hidden } = events.at(-1) ?? {};
    expect([events.at(-1)?.event.type, hidden]).toEqual([
      'SecrecyLifted',
      staged.reading(today).viewer.seesClosedOf(oost) ? null : oost,
    ]);
  });
});
