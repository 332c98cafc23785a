// The register of municipalities, and plans that leave their parties open: proven before anyone is named, the same
// machine and other bodies once they are.
import { readFileSync } from 'node:fs';
import { loadRegisters } from '../../src/app/registers.js';
import { loadRules, loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { namedErrors, startDossier, startFields } from '../../src/domain/commands/start-dossier.js';
import { isDay, window } from '../../src/domain/calendar.js';
import { existed } from '../../src/domain/municipalities.js';
import type { Rule } from '../../src/domain/rule.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import { weighted } from '../../src/domain/rules/weighted.js';
import { check } from '../../src/domain/workflow/check.js';
import { checkView } from '../../src/wording/gates/plan-faults.js';
import type { NamedParties, OpenParties } from '../../src/domain/workflow/open-parties.js';
import { planWith, publish } from '../../src/domain/workflow/plan.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';
import { worded } from '../support/staged-play.js';
import { municipalities as drenthe } from '../support/drenthe.js';

const rules = await loadRules();
const { municipalities: register, provinces, attribution, since } = await loadRegisters();
const catalogue = await loadPlans([shippedWorkflows]);

const twente = [
  ...['almelo', 'borne', 'dinkelland', 'enschede', 'haaksbergen', 'hellendoorn', 'hengelo', 'hof-van-twente'],
  ...['losser', 'oldenzaal', 'rijssen-holten', 'tubbergen', 'twenterand', 'wierden'],
];

/** A name as it stands in an address. */
const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

describe('the register of municipalities', () => {
  it('holds one line for each, named after its name, with a code and a province', () => {
    expect(register.all).toHaveLength(463);
    for (const one of register.all) {
      expect(one).toMatchObject({ id: slugOf(one.name), code: expect.stringMatching(/^GM\d{4}$/) });
      expect(Object.keys(provinces)).toContain(one.province);
      for (const day of [one.from, one.until]) expect(day === undefined || isDay(day)).toBe(true);
    }
    for (const key of ['id', 'code', 'name'] as const)
      expect(new Set(register.all.map((one) => one[key])).size).toBe(463);
  });

  it('counts those that CBS counts on 1 January', () => {
    const on = (day: string) => register.all.filter((one) => existed(one, day)).length;
    expect([2011, 2015, 2019, 2023, 2026].map((year) => on(`${year}-01-01`))).toEqual([418, 393, 355, 342, 342]);
    expect([on('2022-03-23'), on('2022-03-24')]).toEqual([345, 344]);
    expect(since).toBe('2010-01-01');
  });

  it('names successors that were there on that very day', () => {
    for (const { id, until, successors = [] } of register.all)
      if (until === undefined) expect([id, successors]).toEqual([id, []]);
      else {
        const there = successors.map((one) => register.find(one)).filter((one) => one && existed(one, until));
        expect([id, there.length > 0, there.length]).toEqual([id, true, successors.length]);
      }
  });

  it('keeps the ids that workflows use, with the code that they use', () => {
    for (const id of [...drenthe, ...twente]) expect([id, register.find(id)?.id]).toEqual([id, id]);
    for (const { workflow } of catalogue.all())
      for (const { id, code } of workflow.parties)
        if (code !== null) expect([id, register.find(id)?.code]).toEqual([id, code]);
  });

  it('finds who stood in the place of one that was not there, through all that happened between', () => {
    const instead = (id: string, day: string) => {
      const one = register.find(id);
      const { yet, instead: found } = (one && register.absence(one, day)) ?? { yet: null, instead: [] };
      return [yet, ...found.map((other) => other.id).sort()];
    };
    expect(instead('haren', '2018-12-31')).toEqual([null]);
    expect(instead('haren', '2019-01-01')).toEqual([false, 'groningen']);
    expect(instead('skarsterlan', '2014-06-01')).toEqual([false, 'de-friese-meren']);
    expect(instead('skarsterlan', '2024-01-01')).toEqual([false, 'de-fryske-marren']);
    expect(instead('midden-groningen', '2017-12-31')).toEqual([
      ...[true, 'hoogezand-sappemeer', 'menterwolde', 'slochteren'],
    ]);
  });

  it('is attributed in the file and where it is explained', () => {
    for (const page of ['registers/README.md', 'docs/handboek/kwartiermaker.md'])
      expect(readFileSync(page, 'utf8')).toContain(attribution);
  });
});

const open: OpenParties = { municipality: 'gemeente', consultation: 'regio/overleg', least: 2 };

interface Change {
  open?: Partial<OpenParties>;
  rule?: Rule;
  ruledBy?: string;
}

const plan = (change: Change = {}): Workflow =>
  defineWorkflow({
    id: 'open',
    version: 1,
    title: 'Open',
    source: 'bron',
    open: { ...open, ...change.open },
    parties: [
      municipality('gemeente', 'Gemeente', null),
      municipality('vast', 'Vast', 'GM9001'),
      region('regio', 'Regio', [
        { id: 'overleg', title: 'Overleg' },
        { id: 'ander', title: 'Ander' },
      ]),
    ],
    groups: { vast: { noun: { one: 'vaste', many: 'vasten' }, bodies: ['vast/college'] } },
    phases: {
      bezoek: phase('Bezoek', window(null), { source: 'bron', visits: 'colleges' }),
      akkoord: phase('Akkoord', window(null), {
        source: 'bron',
        gate: gate('Akkoord', {
          verb: 'instemmen',
          electorate: 'colleges',
          ruledBy: change.ruledBy ?? 'regio/overleg',
          rule: change.rule ?? unanimity('colleges'),
        }),
      }),
    },
  });

/** Without the other consultation, which stands in for nobody. */
const sound = (): Workflow => {
  const workflow = plan();
  const parties = workflow.parties.map((party) => ({
    ...party,
    bodies: party.bodies.filter(({ id }) => id !== 'regio/ander'),
  }));
  const consultations = { noun: { one: 'overleg', many: 'overleggen' }, bodies: ['regio/overleg'] };
  return { ...workflow, parties, groups: { ...workflow.groups, consultations } };
};

const byInhabitants = weighted('colleges', {
  numerator: 1,
  denominator: 2,
  least: 'at-least',
  unit: 'inwoners',
  weights: { 'gemeente/college': '100', 'vast/college': '100' },
});

const faults = (workflow: Workflow): string =>
  check(workflow, rules)
    .map(checkView)
    .filter(({ passed }) => !passed)
    .map(({ name, detail }) => `${name}: ${detail}`)
    .join(' | ');

describe('a plan that leaves its parties open', () => {
  it('is proven over as few parties and as many as can be named', () => {
    expect(faults(sound())).toBe('');
    expect(check(sound(), rules).map(checkView)[0]?.detail).toContain('bewezen voor 2 en voor 450 gemeenten');
  });

  it.each<[string, Change, string]>([
    ['more agreements than the fewest can give', { rule: threshold(4, 'colleges') }, 'rules: fase "akkoord"'],
    ['a rule that names a stand-in', { rule: byInhabitants }, 'rules: '],
    ['no number', { open: { least: 0 } }, 'kies een geheel getal van 1 tot en met 450'],
    ['a party that is not there', { open: { municipality: 'stad' } }, 'de partij "stad"'],
    ['a consultation that is none', { open: { consultation: 'vast/raad' } }, '"vast/raad" staat voor het overleg'],
    ['another consultation that concludes', { ruledBy: 'regio/ander' }, 'laat "regio/overleg" dat doen'],
    ['a consultation that would be lost', {}, 'bodies: groep "consultations": orgaan "regio/ander" bestaat niet'],
  ])('is refused with %s', (_, change, fault) => {
    expect(faults(plan(change))).toContain(fault);
  });
});

describe('a plan over the parties that were named', () => {
  const published = publish(sound(), 'f'.repeat(64), rules);
  const named: NamedParties = {
    parties: [
      { id: 'goes', title: 'Goes', code: 'GM0664' },
      { id: 'veere', title: 'Veere', code: 'GM0717' },
    ],
    ruledBy: { id: 'zeeland/tafel', title: 'Tafel', region: 'Zeeland' },
  };
  const asked = { workflow: 'open', title: 'Proef', startedOn: '2024-03-01', parties: ['goes', 'veere'] };

  it('has the hash and the machine of its file, and in every list the bodies that were named', () => {
    const over = planWith(published, named);
    const colleges = ['goes/college', 'veere/college', 'vast/college'];
    expect([over.hash, over.machine === published.machine, over.region]).toEqual([published.hash, true, 'zeeland']);
    expect(over.gates.get('akkoord')).toMatchObject({ electorate: colleges, ruledBy: 'zeeland/tafel' });
    expect(over.phases.get('bezoek')?.visits).toEqual(colleges);
    expect(over.workflow.groups).toMatchObject({
      colleges: { bodies: colleges },
      councils: { bodies: ['goes/raad', 'veere/raad', 'vast/raad'] },
      consultations: { bodies: ['zeeland/tafel'] },
      vast: { bodies: ['vast/college'] },
    });
    expect(over.workflow.parties.map(({ id }) => id)).toEqual(['goes', 'veere', 'vast', 'zeeland']);
    expect(check(over.workflow, rules).every(({ passed }) => passed)).toBe(true);
  });

  it('stores them in the first event; one of a plan with its own holds what it always held', () => {
    const facts = { dossier: 'd', workflow: 'open', version: 1, workflowHash: published.hash };
    expect(startDossier(published, asked, 'd', { demonstration: false, named }).facts).toEqual({ ...facts, named });
    expect(startDossier(published, asked, 'd', { demonstration: false }).facts).toEqual(facts);
  });

  it('is refused when a name is in it already', () => {
    expect(namedErrors(published, named)).toEqual([]);
    const goes = { ...named, ruledBy: { id: 'goes/tafel', title: 'Tafel', region: 'Goes' } };
    expect(namedErrors(published, goes).map(worded)).toMatchObject([
      { pointer: '/parties', code: 'not-allowed-here', because: expect.stringContaining('"goes" staat er twee keer') },
    ]);
  });

  it('says of every name that cannot be why, all at once', () => {
    const parties = ['goes', 'brielle', 'atlantis', 'goes'];
    const errors = startFields(published, { ...asked, startedOn: '2024-12-01', parties }, '2024-11-01', register);
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/startedOn date-in-future',
      '/parties/1 not-allowed-here',
      '/parties/2 unknown-body',
      '/parties/3 not-allowed-here',
    ]);
  });
});
