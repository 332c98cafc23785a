// How a running dossier goes to another plan: which plans there are for it, on which day, and what is stored of it.
import { PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { window } from '../../../src/domain/calendar.js';
import { mustFind, type MigrateDossier } from '../../../src/domain/commands/migrate-dossier.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import {
  defineWorkflow,
  gate,
  municipality,
  phase,
  region,
  type WorkflowPlan,
} from '../../../src/domain/workflow/define.js';
import type { NamedParties } from '../../../src/domain/workflow/open-parties.js';
import { publish } from '../../../src/domain/workflow/plan.js';
import { begin, chair, councilTrack, lead, planOf, ruledBy, Staged, today } from '../../support/staged-play.js';
import { rules } from '../../support/stands.js';

const source = 'test';
const stands = { verb: 'instemmen', electorate: 'colleges', ruledBy, rule: threshold(1, 'colleges') };
const asking = () => phase('Fase', window('2024'), { source, gate: gate('Moment', stands) });

const first = planOf({ moment: asking(), later: asking() });
const second = planOf({ akkoord: asking(), later: asking() }, { version: 2 });
const late = planOf({ akkoord: asking() }, { version: 3, notBefore: '2024-03-01' });
const other = planOf({ moment: asking() }, { id: 'anders' });
const reason = 'het plan is beter';
const map = { moment: 'akkoord' };
const asked: MigrateDossier = { toVersion: 2, on: begin, reason, map };

let staged: Staged;
beforeEach(() => {
  staged = new Staged(first, begin, [second, late, other]);
});

const refused = (more: Partial<MigrateDossier> = {}, who = chair, day = today) =>
  staged.refused('migrate-dossier', {}, { ...asked, ...more }, who, day);
const early = (limit: string) => ({ pointer: '/on', code: 'date-too-early', limit });

describe('a migration', () => {
  it('names the plan where it goes, and the new place of every phase that has one', () => {
    const facts = { workflow: 'proef', version: 2, workflowHash: second.hash, map: { ...map, later: 'later' } };
    expect(staged.give('migrate-dossier', {}, asked, chair)).toEqual([
      { type: 'DossierMigrated', on: begin, facts, texts: { reason } },
    ]);
    expect(staged.dossier.plan).toBe(second);
  });

  it('keeps where it was decided', () => {
    const meeting = { form: 'session', reference: 'Overleg 1 februari' } as const;
    const [event] = staged.give('migrate-dossier', {}, { ...asked, meeting }, chair);
    expect(event).toMatchObject({
      facts: { meeting: { form: 'session' } },
      texts: { reason, 'meeting/reference': 'Overleg 1 februari' },
    });
  });

  it('goes to another workflow that bears the same version', () => {
    const { map: _, ...plain } = asked;
    staged.give('migrate-dossier', {}, { ...plain, workflow: 'anders', toVersion: 1 }, chair);
    expect(staged.dossier.plan).toBe(other);
  });

  it('is for who chairs, in a dossier that runs', () => {
    expect(refused({}, lead)).toMatchObject({ code: 'not-your-role' });
    expect(refused({}, { role: 'chair', body: 'elders/overleg' })).toEqual({ code: 'not-your-body' });
    staged.give('stop-dossier', {}, { on: begin, reason }, chair);
    expect(refused()).toEqual({ code: 'not-in-this-state', state: 'stopped' });
  });

  it('goes to a plan that exists and is not the one that it follows', () => {
    const because = 'is de versie die dit traject al volgt; kies een andere';
    expect(refused({ workflow: 'nergens' })).toEqual([
      { pointer: '/workflow', code: 'unknown-workflow', allowed: ['anders', 'proef'] },
    ]);
    expect(refused({ toVersion: 9, on: '2024-12-02' })).toEqual([
      { pointer: '/on', code: 'date-in-future', limit: today },
      { pointer: '/toVersion', code: 'unknown-workflow', allowed: ['3', '2', '1'] },
    ]);
    expect(refused({ toVersion: 1, map: {} })).toEqual([{ pointer: '/toVersion', code: 'not-allowed-here', because }]);
    const plans = new PlanCatalogue([first]);
    expect(() => mustFind(staged.dossier, asked, plans)).toThrow('the fields of a migration are judged before');
  });

  it('tells all at once: what loses its place, and a day before the last step', () => {
    staged.put('moment', '2024-02-05').start('later', '2024-02-03');
    expect(refused({ map: { moment: 'nergens' }, on: '2024-02-04' })).toMatchObject([
      { pointer: '/map/moment', code: 'unknown-phase' },
      { pointer: '/map/moment', code: 'record-lost' },
      early('2024-02-05'),
    ]);
    expect(refused({ on: '2024-02-05' })).toBeNull();
  });

  it('rests nothing that had gone on before on a fact that its plan waits for', () => {
    const wet = { title: 'De wet geldt', source };
    const waiting = (title: string) =>
      phase(title, window('2024'), { source, gate: gate('Moment', stands), waitsFor: ['wet'] });
    const fact = (on: string) => ({ fact: 'wet', on, source });
    staged = new Staged(first, begin, [
      planOf({ akkoord: waiting('Akkoord'), later: waiting('Later') }, { version: 2, outside: { wet } }),
    ]);
    staged.start('moment');
    staged.give('migrate-dossier', {}, asked, chair);
    staged.give('record-fact', {}, fact('2024-02-05'));
    expect(staged.refused('record-fact', {}, fact('2024-02-09'))).toBeNull();
    staged.start('later', '2024-02-07');
    expect(staged.refused('record-fact', {}, fact('2024-02-09'))).toEqual([
      {
        pointer: '/on',
        code: 'not-allowed-here',
        because: 'ligt na 2024-02-07, toen Later op dit feit verder ging; kies die dag of eerder',
      },
    ]);
  });

  it('is on a day of the dossier, and not before the document that its plan follows', () => {
    expect(refused({ on: '2024-01-31' })).toEqual([early(begin)]);
    expect(refused({ toVersion: 3, on: '2024-02-29' })).toEqual([early('2024-03-01')]);
    expect(refused({ toVersion: 3, on: '2024-03-01' })).toBeNull();
  });
});

const ruler = region('raadsregio', 'Raadsregio', [{ id: 'overleg', title: 'Overleg' }]);

/** A plan that leaves its parties open, for so many municipalities or more. */
const leavingOpen = (version: number, least: number, more: Partial<WorkflowPlan> = {}) =>
  publish(
    defineWorkflow({
      id: 'open',
      version,
      title: 'Open',
      source,
      parties: [municipality('gemeente', 'Gemeente', null), ruler],
      open: { municipality: 'gemeente', consultation: ruledBy, least },
      phases: { akkoord: asking() },
      ...more,
    }),
    String(version).padStart(64, '0'),
    rules,
  );

describe('a migration to a plan that leaves its parties open', () => {
  const named: NamedParties = {
    parties: ['oost', 'west', 'noord'].map((id) => ({ id, title: id, code: `GM-${id}` })),
    ruledBy: { id: ruledBy, title: 'Overleg', region: 'Raadsregio' },
  };
  const places = [municipality('gemeente', 'Gemeente', null), municipality('west', 'West', 'GM-1'), ruler];
  const open = leavingOpen(1, 2);
  const others = [leavingOpen(2, 3), leavingOpen(3, 4), leavingOpen(4, 2, { parties: places }), councilTrack];
  const over = (version: number) =>
    staged.refused('migrate-dossier', {}, { workflow: 'open', toVersion: version, on: begin, reason }, chair);
  const because = (text: unknown) => [{ pointer: '/toVersion', code: 'not-allowed-here', because: text }];

  beforeEach(() => {
    staged = new Staged(open, begin, others, named);
  });

  it('takes the parties of the dossier along', () => {
    const [event] = staged.give('migrate-dossier', {}, { toVersion: 2, on: begin, reason }, chair);
    expect(event?.facts).toMatchObject({ workflow: 'open', version: 2, named });
    expect(staged.dossier.plan.named).toEqual(named);
    expect(staged.dossier.plan.gates.get('akkoord')?.electorate).toEqual([
      ...['oost/college', 'west/college', 'noord/college'],
    ]);
  });

  it('needs as many as that plan asks, under names that it does not use itself', () => {
    expect(over(2)).toBeNull();
    expect(over(3)).toEqual(because('vraagt ten minste 4 gemeenten; kies een ander procesplan'));
    expect(over(4)).toEqual(because(expect.stringMatching(/^passen niet in dit procesplan: .*"west"/)));
  });

  it('is not for a dossier whose plan names its own', () => {
    staged = new Staged(first, begin, [open]);
    expect(over(1)).toEqual(
      because('laat zijn partijen open, en dit traject noemt ze niet; kies een ander procesplan'),
    );
  });
});
