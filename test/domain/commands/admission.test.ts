// Finding, allowing, checking and deciding: the order in which a command is judged, and what is known before it is given.
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import {
  admit,
  isOf,
  recordsFor,
  refusalOf,
  rehearse,
  targetOf,
  type Rehearsal,
} from '../../../src/domain/commands/commands.js';
import { between, follows, happened } from '../../../src/domain/commands/dates.js';
import type { Dossier } from '../../../src/domain/dossier/state.js';
import type { Assignment } from '../../../src/domain/permissions.js';
import { Refusal } from '../../../src/domain/refusal.js';
import * as voorne from '../../support/voorne.js';
import {
  asking,
  begin,
  chair,
  councilTrack,
  lead,
  own,
  ruledBy,
  Staged,
  today,
  type Who,
} from '../../support/staged-play.js';

const plans = new PlanCatalogue([councilTrack]);
const ontwerp = { phase: 'ontwerp' };
const oost = 'oost/college';
const occasion = (dossier: Dossier, ...who: Who[]): Rehearsal => {
  const assignments = who.map((one): Assignment => ({ ...one, from: '2000-01-01', until: null }));
  return { dossier, person: { id: 'p1', assignments }, today, plans };
};
const context = (by = { person: 'p1', role: 'process-lead', body: ruledBy } as const) => ({
  today,
  by,
  newId: () => 'id-1',
  plans,
});
let dossier: Dossier;
beforeEach(() => {
  ({ dossier } = new Staged());
});
/** What an attempt is refused with; null when it is not. */
const refusalIn = (attempt: () => unknown): Refusal | null => {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};
const codeOf = (attempt: () => unknown): string | null => refusalIn(attempt)?.code ?? null;

describe('a command', () => {
  it('is first found, then allowed, then checked as it was written, then decided', () => {
    const late = { payload: { on: '2024-12-02' } };
    const admitted = (phase: string, who: Who) => admit(occasion(dossier, who), 'start-phase', { phase }, late);
    expect(codeOf(() => admitted('feest', chair))).toBe('unknown-phase');
    expect(codeOf(() => admitted('zienswijze', chair))).toBe('not-your-role');
    const found = admitted('zienswijze', lead);
    expect(codeOf(() => found.validate(context()))).toBe('validation');
    expect(codeOf(() => found.decide(context()))).toBe('prerequisite-open');
  });

  it('whose shape is wrong is refused for that, by who may give it alone', () => {
    const errors = [{ pointer: '/on', code: 'bad-date' as const }];
    const asked = { errors, sent: { on: 'morgen' } };
    expect(codeOf(() => admit(occasion(dossier, chair), 'start-phase', ontwerp, asked))).toBe('not-your-role');
    const found = admit(occasion(dossier, lead), 'start-phase', ontwerp, asked);
    expect(found.acting).toEqual({ person: 'p1', role: 'process-lead', body: ruledBy });
    expect(refusalIn(() => found.validate(context()))).toMatchObject({ code: 'validation', errors });
    expect(() => found.decide(context())).toThrow('decide is called after validate');
  });

  it('that some roles may give in one way is allowed to each of them', () => {
    const staged = new Staged().put('ontwerp');
    const conditions = [{ text: 'Eerst het geld.', effect: 'elaboration' as const }];
    staged.decide('ontwerp', oost, 'agree-with-conditions', begin, { conditions });
    const condition = staged.decisions('ontwerp')[0]?.conditions[0] ?? '';
    const may = (who: Who, said = {}) =>
      refusalOf(occasion(staged.dossier, who), 'answer-condition', { gate: 'ontwerp', condition }, said)?.code;
    for (const who of [chair, own(oost), lead]) expect(may(who)).toBeUndefined();
    expect(may(own('west/college'))).toBe('not-your-body');
    expect(may({ role: 'reader', body: ruledBy })).toBe('not-your-role');
    // The last way that was asked says why not: to say that it is met, which the region may too.
    const refused = refusalIn(() =>
      admit(
        occasion(staged.dossier, { role: 'reader', body: ruledBy }),
        'answer-condition',
        { gate: 'ontwerp', condition },
        {
          errors: [],
          sent: {},
        },
      ),
    );
    expect(refused?.told['not-your-role']?.roles).toEqual(['process-lead', 'secretary', 'clerk']);
    expect(may(chair, { answer: 'met' })).toBe('not-your-role');
    expect(may(own(oost), { answer: 'misschien' })).toBeUndefined(); // judged as a field, not as a right
  });
});

describe('the other dossiers that a command names', () => {
  it('are known once it says them, and are none of what names none or is of no shape', () => {
    const staged = new Staged().put('ontwerp');
    const asked = { body: oost, decision: 'agree', decidedOn: begin } as const;
    const naming = (said: Parameters<typeof admit<'record-decision'>>[3]) =>
      admit(occasion(staged.dossier, own(oost)), 'record-decision', { gate: 'ontwerp' }, said).names;
    expect(naming({ payload: { ...asked, belongsTo: 'dossier-2' } })).toEqual(['dossier-2']);
    expect(naming({ payload: asked })).toEqual([]);
    expect(naming({ errors: [], sent: { ...asked, belongsTo: 'dossier-2' } })).toEqual([]);
    expect(admit(occasion(staged.dossier, lead), 'start-phase', ontwerp, { payload: { on: begin } }).names).toEqual([]);
  });
});

describe('whom a person speaks for', () => {
  const merged = new Staged(voorne.voornesPlan({ moment: asking() }), voorne.begin);
  merged.give('merge-parties', {}, { from: voorne.from, into: voorne.into, reason: 'x' }, lead, voorne.today);
  const secretary = (body: string): Who => ({ role: 'secretary', body });

  it('is also whom its own body succeeded, and who succeeded that', () => {
    const speaks = (who: Who, body: string) => recordsFor(occasion(merged.dossier, who), body);
    expect(speaks(secretary(voorne.voorne), voorne.brielle)).toBe(true);
    expect(speaks(secretary(voorne.brielle), voorne.voorne)).toBe(true);
    expect(speaks(secretary(voorne.nissewaard), voorne.brielle)).toBe(false);
    expect(speaks({ role: 'reader', body: voorne.brielle }, voorne.brielle)).toBe(false);
    expect(isOf(occasion(merged.dossier, { role: 'reader', body: voorne.brielle }), voorne.brielle)).toBe(true);
    expect(isOf(occasion(merged.dossier, secretary(voorne.nissewaard)), voorne.brielle)).toBe(false);
  });

  it('is nobody of whom the chair of the region records, where that body is the own one of that chair', () => {
    const both = [{ ...chair }, own(oost)];
    const why = (body: string, asker = occasion(dossier, ...both), gate = 'ontwerp') =>
      refusalOf(asker, 'record-decision', { gate }, { body, corrects: 'x' })?.code ?? null;
    expect([why(oost), why('west/college')]).toEqual(['not-your-role', null]);
    const successor = occasion(merged.dossier, chair, secretary(voorne.voorne));
    expect(why(voorne.brielle, successor, 'moment')).toBe('not-your-role');
    expect(why(voorne.nissewaard, successor, 'moment')).toBeNull();
  });
});

describe('a button', () => {
  it('is there when the command is found, allowed and ready, whatever will be said', () => {
    const staged = new Staged();
    const why = (who: Who, phase = 'ontwerp') =>
      refusalOf(occasion(staged.dossier, who), 'start-phase', { phase })?.code ?? null;
    expect(why(lead)).toBeNull();
    expect(why(chair)).toBe('not-your-role');
    expect(why(lead, 'feest')).toBe('unknown-phase');
    expect(why(lead, 'zienswijze')).toBe('prerequisite-open');
  });

  it('of one body is there for who records for it', () => {
    const staged = new Staged().put('ontwerp');
    const why = (said: object, who = own(oost)) =>
      refusalOf(occasion(staged.dossier, who), 'record-decision', { gate: 'ontwerp' }, said)?.code ?? null;
    expect(why({ body: oost })).toBeNull();
    expect(why({ body: 'west/college' })).toBe('not-your-body');
    expect(why({})).toBeNull();
    expect(why({ body: 'elders/college' })).toBeNull(); // judged as a field, not as a right
    expect(why({ body: 7 })).toBeNull();
    expect(why({}, own('elders/college'))).toBe('not-your-body');
  });

  it('to take a decision back is there in every round and before the first, in a dossier that was not stopped', () => {
    const staged = new Staged();
    const why = (gate: string) =>
      refusalOf(occasion(staged.dossier, own(oost)), 'withdraw-decision', { gate })?.code ?? null;
    staged.put('ontwerp');
    expect(why('ontwerp')).toBeNull();
    expect(why('agenda')).toBeNull();
    expect(why('feest')).toBe('unknown-gate');
    staged.give('stop-dossier', {}, { on: begin, reason: 'x' }, chair);
    expect(why('ontwerp')).toBe('not-in-this-state');
  });

  it('to split a gate is there while it lies open and may split', () => {
    const staged = new Staged().put('ontwerp');
    const why = (gate: string) => refusalOf(occasion(staged.dossier, chair), 'split-gate', { gate })?.code ?? null;
    expect([why('ontwerp'), why('agenda')]).toEqual(['gate-not-open', 'gate-not-open']);
  });

  it('hides no defect behind a refusal', () => {
    const broken = { ...new Staged().dossier, phases: {} };
    expect(() => refusalOf(occasion(broken, lead), 'start-phase', ontwerp)).toThrow('has no phase ontwerp');
  });
});

describe('a rehearsal', () => {
  it('says what would refuse a command, and stores nothing', () => {
    const why = (on: string) => rehearse(occasion(dossier, lead), 'start-phase', ontwerp, { payload: { on } });
    expect(why(begin)).toBeNull();
    expect(why('2024-12-02')).toMatchObject({ code: 'validation' });
    const zienswijze = rehearse(
      occasion(dossier, lead),
      'start-phase',
      { phase: 'zienswijze' },
      { payload: { on: begin } },
    );
    expect(zienswijze).toMatchObject({ code: 'prerequisite-open' });
    const staged = new Staged().put('ontwerp');
    const asked = { body: oost, decision: 'agree', decidedOn: begin } as const;
    const decided = rehearse(
      occasion(staged.dossier, own(oost)),
      'record-decision',
      { gate: 'ontwerp' },
      { payload: asked },
    );
    expect(decided).toBeNull();
  });
});

describe('what is decided', () => {
  it('is what the machine allows, or it is a defect and nothing is stored', () => {
    const machine = { ...councilTrack.machine, step: () => null };
    const stuck = { ...dossier, plan: { ...councilTrack, machine } } as unknown as Dossier;
    const found = admit(occasion(stuck, lead), 'start-phase', ontwerp, { payload: { on: begin } });
    expect(() => found.decide(context())).toThrow(
      'PhaseStarted was decided for dossier dossier-1, and its machine does not allow it',
    );
  });
});

describe('who is concerned', () => {
  it('is the one body that is asked for, or every body of the plan', () => {
    const one = targetOf(dossier, oost);
    expect([one.region, [...one.rulingBodies]]).toEqual(['raadsregio', [ruledBy]]);
    expect([one.concerns(oost), one.concerns('west/college')]).toEqual([true, false]);
    const all = targetOf(dossier);
    expect([all.concerns(oost), all.concerns('elders/college')]).toEqual([true, false]);
  });
});

describe('days', () => {
  const early = (limit: string) => [{ pointer: '/on', code: 'date-too-early', limit }];
  const future = [{ pointer: '/on', code: 'date-in-future', limit: today }];

  it('of what happened lie between the start of the dossier and today', () => {
    expect(happened('/on', '2024-01-31', today, dossier)).toEqual(early(begin));
    expect(happened('/on', begin, today, dossier)).toEqual([]);
    expect(happened('/on', today, today, dossier)).toEqual([]);
    expect(happened('/on', '2024-12-02', today, dossier)).toEqual(future);
  });

  it('of what followed something lie between that and today', () => {
    const on = (day: string | undefined) => between('/on', day, '2024-03-01', today);
    expect([on(undefined), on('2024-03-01'), on(today)]).toEqual([[], [], []]);
    expect(on('2024-02-29')).toEqual(early('2024-03-01'));
    expect(on('2024-12-02')).toEqual(future);
  });

  it('follow the newest of the days that are known', () => {
    const on = (day: string) => () => follows('/on', day, null, '2024-03-01', undefined, '2024-03-05', '2024-03-03');
    expect(refusalIn(on('2024-03-04'))).toMatchObject({ code: 'validation', errors: early('2024-03-05') });
    expect(refusalIn(on('2024-03-05'))).toBeNull();
    expect(() => follows('/on', '1990-01-01', null, undefined)).not.toThrow();
  });
});
