// How the start of a dossier and its migration are put right: their day, their words, and where it was decided.
import { correctMigration } from '../../../src/domain/commands/correct-migration.js';
import { correctStart } from '../../../src/domain/commands/correct-start.js';
import { admitCorrection } from '../../../src/domain/fold/correcting.js';
import { kindOfFact } from '../../../src/domain/fold/fact-kinds.js';
import type { EventType } from '../../../src/domain/dossier/events.js';
import { statusOf } from '../../../src/domain/dossier/state.js';
import type { Role } from '../../../src/domain/vocabulary.js';
import { Corrections, withoutRecording } from '../../support/corrections.js';
import {
  asking,
  begin,
  chair,
  colleges,
  lead,
  own,
  planOf,
  ruledBy,
  Staged,
  today,
} from '../../support/staged-play.js';

const first = planOf({ moment: asking({ afterRuling: 'reopen' }), later: asking() }, { notBefore: '2024-01-15' });
const second = planOf(
  { akkoord: asking({ afterRuling: 'reopen' }), later: asking() },
  { version: 2, notBefore: '2024-02-20' },
);
const reason = 'Zo besloten in het overleg.';
const early = (limit: string, pointer = '/on') => [{ pointer, code: 'date-too-early', limit }];
const meeting = { form: 'session', reference: 'Overleg 1 maart' } as const;

let staged: Staged;
beforeEach(() => {
  staged = new Staged(first, begin, [second]);
});
const putRight = () => new Corrections(staged.events, first, second);
const migrate = (on = '2024-03-01', more: object = {}) =>
  staged.give('migrate-dossier', {}, { toVersion: 2, on, reason, map: { moment: 'akkoord' }, ...more }, chair);

/** Who may put the newest of a type right. */
function allowed(type: EventType, who: { role: Role; body: string }): boolean {
  const kind = kindOfFact(type);
  if (!kind) throw new Error(`${type} can be corrected`);
  const person = { id: 'p1', assignments: [{ ...who, from: '2000-01-01', until: null }] };
  const asked = { payload: { corrects: staged.events.findLast((event) => event.type === type)?.sequence } };
  try {
    admitCorrection({ dossier: staged.dossier, person, today }, kind, {}, asked, staged.events);
    return true;
  } catch {
    return false;
  }
}

describe('a start', () => {
  it('has its title and its day put right; its plan stays', () => {
    const record = putRight();
    const { facts } = staged.events[0] ?? { facts: {} };
    const added = record.added('DossierStarted', { title: 'Een beter begin', startedOn: '2024-01-20' });
    expect(added).toEqual([{ type: 'DossierStarted', on: '2024-01-20', facts: withoutRecording(facts) }]);
    expect(record.dossier).toMatchObject({ title: 'Een beter begin', startedOn: '2024-01-20', id: 'dossier-1' });
    expect(record.dossier.plan).toBe(first);
  });

  it('lies between the document that its plan follows and today', () => {
    const refused = (startedOn: string) => putRight().refused('DossierStarted', { startedOn });
    expect(refused('2024-01-14')).toEqual(early('2024-01-15', '/startedOn'));
    expect(refused('2024-01-15')).toBeNull();
    expect(refused(today)).toBeNull();
    expect(refused('2024-12-02')).toEqual([{ pointer: '/startedOn', code: 'date-in-future', limit: today }]);
  });

  it('follows the document of the plan with which it began, wherever it went since', () => {
    migrate();
    expect(putRight().refused('DossierStarted', { startedOn: '2024-01-14' })).toEqual(
      early('2024-01-15', '/startedOn'),
    );
    expect(putRight().refused('DossierStarted', { startedOn: '2024-01-15' })).toBeNull();
  });

  it('of a plan that follows no document may lie on any day before', () => {
    const free = planOf({ moment: asking() });
    staged = new Staged(free);
    expect(new Corrections(staged.events, free).refused('DossierStarted', { startedOn: '1999-12-31' })).toBeNull();
  });

  it('is put right by who starts dossiers', () => {
    expect([lead, chair, own('oost/college')].map((who) => allowed('DossierStarted', who))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is recorded before it is corrected', () => {
    const context = { today, by: { person: 'p1', role: 'process-lead', body: ruledBy }, newId: () => '' } as never;
    const asked = { title: 'Proef', startedOn: begin };
    expect(() => correctStart.decide(staged.dossier, asked, context)).toThrow('a start is recorded before');
    const former = { readings: [{ type: 'DossierStopped' }] };
    expect(() => correctStart.decide(staged.dossier, asked, { former } as never)).toThrow('a start is recorded before');
    expect(() => correctStart.decide(staged.dossier, asked, { former: { readings: [] } } as never)).toThrow(
      'a start is recorded before',
    );
  });
});

describe('a migration', () => {
  it('has its day, its reason and its meeting put right, and goes where it went', () => {
    staged.put('moment', '2024-02-10');
    migrate('2024-03-01', { meeting });
    const record = putRight();
    const facts = {
      workflow: 'proef',
      version: 2,
      workflowHash: second.hash,
      map: { moment: 'akkoord', later: 'later' },
    };
    expect(record.added('DossierMigrated', { on: '2024-03-04', ownReason: 'Beter.' })).toEqual([
      { type: 'DossierMigrated', on: '2024-03-04', facts: { ...facts, meeting: { form: 'session' } } },
    ]);
    expect(record.dossier.migrations).toMatchObject([{ on: '2024-03-04', reason: 'Beter.', meeting }]);
    expect(record.added('DossierMigrated', { clears: ['meeting'] })).toEqual([
      { type: 'DossierMigrated', on: '2024-03-04', facts },
    ]);
    expect(record.dossier.migrations).toMatchObject([{ meeting: null }]);
    expect(record.dossier.plan).toBe(second);
  });

  it('follows the last step under the plan that it leaves, and the document of that where it goes', () => {
    staged.put('moment', '2024-02-10').start('later', '2024-02-22');
    migrate();
    const refused = (on: string, record = putRight()) => record.refused('DossierMigrated', { on });
    expect(refused('2024-02-21')).toEqual(early('2024-02-22'));
    expect(refused('2024-02-22')).toBeNull();
    staged = new Staged(first, begin, [second]).put('moment', '2024-02-10');
    migrate();
    expect(refused('2024-02-19')).toEqual(early('2024-02-20'));
    expect(refused('2024-02-20')).toBeNull();
    expect(refused('2024-01-31')).toEqual(early(begin));
    expect(refused('2024-12-02')).toEqual([{ pointer: '/on', code: 'date-in-future', limit: today }]);
  });

  it('that never was leaves every gate what it was, under its former name', () => {
    staged.pass('moment', colleges, 'agree', '2024-02-10');
    migrate();
    const record = putRight();
    expect(record.added('DossierMigrated', { never: true })).toHaveLength(1);
    expect(statusOf(record.dossier, 'moment')).toBe('passed');
    expect(record.dossier.plan).toBe(first);
  });

  it('stays before what was done under its new plan', () => {
    migrate();
    staged.start('later', '2024-03-05');
    expect(putRight().refused('DossierMigrated', { on: '2024-03-06' })).toMatchObject({ code: 'not-in-this-state' });
    expect(putRight().refused('DossierMigrated', { on: '2024-03-05' })).toBeNull();
  });

  it('stands in the way of a step under its old plan that is put later', () => {
    staged.put('moment', '2024-02-10').start('later', '2024-02-22');
    migrate();
    expect(putRight().refused('PhaseStarted', { on: '2024-03-02' })).toMatchObject({ code: 'not-in-this-state' });
    expect(putRight().refused('PhaseStarted', { on: '2024-03-01' })).toBeNull();
  });

  it('is put right by who chairs, in a dossier that runs', () => {
    migrate();
    expect([chair, lead, own('oost/college')].map((who) => allowed('DossierMigrated', who))).toEqual([
      true,
      false,
      false,
    ]);
    staged.give('stop-dossier', {}, { on: '2024-03-02', reason }, chair);
    expect(putRight().refused('DossierMigrated', { ownReason: 'Beter.' })).toEqual({
      code: 'not-in-this-state',
      state: 'stopped',
    });
  });

  it('is recorded before it is corrected', () => {
    const asked = { on: begin, reason };
    const decide = (context: object) => () => correctMigration.decide(staged.dossier, asked, context as never);
    for (const former of [undefined, { readings: [] }, { readings: staged.events }])
      expect(decide({ former })).toThrow('a migration is recorded before it is corrected');
  });
});
