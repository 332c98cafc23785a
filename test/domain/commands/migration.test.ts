// A running dossier goes to another plan: what was recorded keeps its place or the whole is refused, what runs goes on
// on the terms on which it was put, and every day before shows the plan of that day.
import { loadRules, PlanCatalogue } from '../../../src/app/plan-catalogue.js';
import { window } from '../../../src/domain/calendar.js';
import type { MigrateDossier } from '../../../src/domain/commands/migrate-dossier.js';
import type { RecordDecision } from '../../../src/domain/facts/of-decisions.js';
import { phaseNow, planAt } from '../../../src/domain/dossier/migration.js';
import { standing } from '../../../src/domain/stand/at-gate.js';
import { currentRound, runningState, statusOf, type Dossier } from '../../../src/domain/dossier/state.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { threshold } from '../../../src/domain/rules/threshold.js';
import { unanimity } from '../../../src/domain/rules/unanimity.js';
import { gateView } from '../../../src/wording/gates/views.js';
import {
  defineWorkflow,
  gate,
  municipality,
  phase,
  region,
  type GatePlan,
  type PhasePlan,
  type WorkflowPlan,
} from '../../../src/domain/workflow/define.js';
import { publish, type Plan } from '../../../src/domain/workflow/plan.js';
import { wordField } from '../../../src/wording/refusals/fields.js';
import { fold } from '../../support/fold.js';
import { Play } from '../../support/play.js';

const rules = await loadRules();
const lead = { role: 'process-lead', body: 'r/o' } as const;
const chair = { role: 'chair', body: 'r/o' } as const;
const colleges = ['x/college', 'y/college', 'z/college'];
const today = '2024-12-01';
const parties = [
  ...[municipality('x', 'X', 'GM9991'), municipality('y', 'Y', 'GM9992'), municipality('z', 'Z', 'GM9993')],
  region('r', 'R', [{ id: 'o', title: 'Overleg' }]),
];

const asks = (more: Partial<GatePlan> = {}): GatePlan =>
  gate('Instemmen', {
    verb: 'instemmen',
    electorate: 'colleges',
    ruledBy: 'r/o',
    rule: unanimity('colleges'),
    ...more,
  });

const step = (title: string, more: Partial<PhasePlan> = {}): PhasePlan =>
  phase(title, window('2024'), { source: 'test', ...more });

let versions = 1;

/** Another version with these phases. */
const plan = (phases: Record<string, PhasePlan>, more: Partial<WorkflowPlan> = {}): Plan => {
  const version = versions++;
  const workflow = { id: 'proef', version, title: 'Proef', source: 'test', parties, phases, ...more };
  return publish(defineWorkflow(workflow), String(version).padStart(64, '0'), rules);
};

const phases = {
  ontwerp: step('Ontwerp', { gate: asks() }),
  bezoek: step('Bezoek', { visits: 'colleges' }),
  besluit: step('Besluit', { startsAfter: ['ontwerp'], gate: asks() }),
  slot: step('Slot', { startsAfter: ['besluit'] }),
};
const first = plan(phases);

/** The draft has its go, of 3 February; the decision was put on 5 February, and X has decided. */
function midway(...others: Plan[]): Play {
  const play = Play.start(first, '2024-02-01', ...others);
  put(play, 'ontwerp', '2024-02-01');
  for (const body of colleges) decide(play, 'ontwerp', body, '2024-02-02');
  play.give('rule-gate', { gate: 'ontwerp' }, { ruling: 'go', ruledOn: '2024-02-03' }, chair, today);
  put(play, 'besluit', '2024-02-05');
  decide(play, 'besluit', 'x/college', '2024-02-06');
  return play;
}

function put(play: Play, id: string, on: string): void {
  play.give('start-phase', { phase: id }, { on }, lead, today);
  play.give('submit-gate', { gate: id }, { on }, lead, today);
}

function decide(play: Play, id: string, body: string, decidedOn: string, more: Partial<RecordDecision> = {}): void {
  const asked = { body, decision: 'agree', decidedOn, ...more } as const;
  play.give('record-decision', { gate: id }, asked, { role: 'secretary', body }, today);
}

function migrate(
  play: Play,
  to: Plan,
  more: Partial<MigrateDossier> = {},
  who: typeof lead | typeof chair = chair,
): void {
  const asked = { toVersion: to.workflow.version, on: '2024-03-01', reason: 'Het plan is beter.', ...more };
  play.give('migrate-dossier', {}, asked, who, today);
}

/** Each fault of a refused attempt, as `/map/ontwerp ruling-lost`. */
const faultsOf = (attempt: () => void): string[] => faults(attempt).map(({ pointer, code }) => `${pointer} ${code}`);

function faults(attempt: () => void): Refusal['errors'] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error.errors;
    throw error;
  }
  return [];
}

const statuses = (dossier: Dossier): Record<string, string> =>
  Object.fromEntries(dossier.plan.workflow.phases.map(({ id }) => [id, statusOf(dossier, id)]));

const renamed = plan({
  concept: step('Concept', { gate: asks() }),
  toets: step('Toets', { gate: asks() }),
  besluiten: step('Besluiten', {
    startsAfter: ['concept', 'toets'],
    gate: asks({ rule: threshold(1, 'colleges'), questions: [{ id: 'anders', text: 'Anders gevraagd?' }] }),
  }),
});
const map = { ontwerp: 'concept', besluit: 'besluiten' };

describe('a dossier that goes to another version', () => {
  it('keeps what passed and what runs under its new names, and does the rest', () => {
    const play = midway(renamed);
    migrate(play, renamed, { map });
    expect(statuses(play.dossier)).toEqual({ concept: 'passed', toets: 'planned', besluiten: 'at-gate' });
    expect(play.dossier.rounds.concept?.[0]?.rulings.map(({ ruling, ruledOn }) => [ruling, ruledOn])).toEqual([
      ['go', '2024-02-03'],
    ]);
    expect(play.dossier.phases.concept).toMatchObject({ startedOn: '2024-02-01', passedOn: '2024-02-03' });
    expect(play.dossier.migrations).toMatchObject([{ on: '2024-03-01', reason: 'Het plan is beter.' }]);
    expect([1, play.dossier.sequence].map((at) => planAt(play.dossier, at))).toEqual([first, renamed]);
    expect(['ontwerp', 'slot'].map((id) => phaseNow(play.dossier, 1, id))).toEqual(['concept', null]);
  });

  it('leaves a round that lies open its question, rule and electorate, and asks as the new plan does the next time', () => {
    const play = midway(renamed);
    migrate(play, renamed, { map });
    const open = gateView(play.reading(today), 'besluiten');
    expect(open).toMatchObject({ questions: [{ id: 'vraag' }], outcome: 'open', rule: { text: expect.any(String) } });
    for (const body of ['y/college', 'z/college']) decide(play, 'besluiten', body, '2024-03-02');
    expect(gateView(play.reading(today), 'besluiten').outcome).toBe('go');
    play.give('withdraw-gate', { gate: 'besluiten' }, { on: '2024-03-04', reason: 'Opnieuw.' }, lead, today);
    play.give('submit-gate', { gate: 'besluiten' }, { on: '2024-03-05' }, lead, today);
    decide(play, 'besluiten', 'x/college', '2024-03-06');
    const again = gateView(play.reading(today), 'besluiten');
    expect(again).toMatchObject({ questions: [{ id: 'anders' }], outcome: 'go' });
    expect(gateView(play.reading(today), 'besluiten', 1).questions).toEqual([{ id: 'vraag', text: 'Instemmen?' }]);
  });

  it('lets a running phase run, and its go wait for what the new plan puts before it', () => {
    const play = midway(renamed);
    migrate(play, renamed, { map });
    for (const body of ['y/college', 'z/college']) decide(play, 'besluiten', body, '2024-03-02');
    const go = () => {
      play.give('rule-gate', { gate: 'besluiten' }, { ruling: 'go', ruledOn: '2024-03-05' }, chair, today);
    };
    expect(go).toThrow('prerequisite-open');
    put(play, 'toets', '2024-03-01');
    for (const body of colleges) decide(play, 'toets', body, '2024-03-02');
    play.give('rule-gate', { gate: 'toets' }, { ruling: 'go', ruledOn: '2024-03-03' }, chair, today);
    go();
    expect([runningState(play.dossier), play.dossier.endedOn]).toEqual(['completed', '2024-03-05']);
  });

  it('shows on every day the plan of that day, in its own words', () => {
    const play = midway(renamed);
    migrate(play, renamed, { map });
    decide(play, 'besluiten', 'y/college', '2024-02-20'); // recorded after the migration, decided before
    const before = play.reading(today, '2024-02-29').dossier;
    expect(statuses(before)).toEqual({ ontwerp: 'passed', bezoek: 'planned', besluit: 'at-gate', slot: 'planned' });
    const round = currentRound(before, 'besluit');
    expect(round && standing(before, 'besluit', round, '2024-02-29').tally.for).toBe(2);
    expect(statuses(play.reading(today, '2024-03-01').dossier)).toEqual(statuses(play.dossier));
    const recorded = play.events.map((event, i) => ({ ...event, recordedAt: String(i).padStart(2, '0') }));
    const known = fold(new PlanCatalogue([first, renamed]), recorded, { asOf: null, knownAt: '09' });
    expect(known.plan.workflow.version).toBe(first.workflow.version);
  });

  it('takes no step on a day before its new plan', () => {
    const play = midway(renamed);
    migrate(play, renamed, { map });
    const early = () => {
      put(play, 'toets', '2024-02-28');
    };
    expect(faults(early)).toEqual([{ pointer: '/on', code: 'date-too-early', limit: '2024-03-01' }]);
    const back = () => {
      migrate(play, first, { on: '2024-02-28', map: { concept: 'ontwerp', besluiten: 'besluit' } });
    };
    expect(faults(back)).toEqual([{ pointer: '/on', code: 'date-too-early', limit: '2024-03-01' }]);
  });

  it('goes back the same way', () => {
    const play = midway(renamed);
    const was = statuses(play.dossier);
    migrate(play, renamed, { map });
    migrate(play, first, { on: '2024-03-02', map: { concept: 'ontwerp', besluiten: 'besluit' } });
    expect(statuses(play.dossier)).toEqual(was);
    expect(phaseNow(play.dossier, 1, 'ontwerp')).toBe('ontwerp');
    expect(statuses(play.reading(today, '2024-02-29').dossier)).toEqual(was);
  });

  it('is completed when nothing is left to do', () => {
    const short = plan({ ontwerp: step('Ontwerp', { gate: asks() }) });
    const play = Play.start(first, '2024-02-01', short);
    put(play, 'ontwerp', '2024-02-01');
    for (const body of colleges) decide(play, 'ontwerp', body, '2024-02-02');
    play.give('rule-gate', { gate: 'ontwerp' }, { ruling: 'go', ruledOn: '2024-02-03' }, chair, today);
    migrate(play, short);
    expect([runningState(play.dossier), play.dossier.endedOn]).toEqual(['completed', '2024-03-01']);
    expect(() => {
      migrate(play, first);
    }).toThrow('not-in-this-state');
  });
});

describe('a migration is refused', () => {
  const refused = (to: Plan, more: Partial<MigrateDossier> = {}, play = midway(to)): string[] =>
    faultsOf(() => {
      migrate(play, to, more);
    });

  it('when a conclusion would be lost, and names it', () => {
    const without = plan({ besluit: step('Besluit', { gate: asks() }) });
    const found = faults(() => {
      migrate(midway(without), without);
    });
    expect(found.map(wordField)).toEqual([
      '/map/ontwerp zou een conclusie verliezen: de conclusie van 3 februari 2024 over "Instemmen", ronde 1; wijs een fase met ' +
        'een go/no-go-moment aan die ervoor in de plaats komt.',
    ]);
    const gateless = plan({ ontwerp: step('Ontwerp'), besluit: step('Besluit', { gate: asks() }) });
    expect(refused(gateless)).toEqual(['/map/ontwerp ruling-lost']);
  });

  it('when something else that was recorded would be lost', () => {
    const without = plan({ ontwerp: step('Ontwerp', { gate: asks() }) });
    expect(refused(without)).toEqual(['/map/besluit record-lost']);
    const visited = midway(without, renamed);
    visited.give('start-phase', { phase: 'bezoek' }, { on: '2024-02-01' }, lead, today);
    visited.give('visit-body', { phase: 'bezoek' }, { body: 'x/college', on: '2024-02-07' }, lead, today);
    expect(refused(renamed, { map }, visited)).toEqual(['/map/bezoek record-lost']);
    const unvisited = plan({ ...phases, bezoek: step('Bezoek') });
    const play = midway(unvisited);
    play.give('start-phase', { phase: 'bezoek' }, { on: '2024-02-01' }, lead, today);
    play.give('visit-body', { phase: 'bezoek' }, { body: 'x/college', on: '2024-02-07' }, lead, today);
    expect(refused(unvisited, {}, play)).toEqual(['/map/bezoek record-lost']);
  });

  it('when a phase cannot be where it was', () => {
    const gated = plan({ ...phases, bezoek: step('Bezoek', { visits: 'colleges', gate: asks() }) });
    const play = midway(gated);
    play.give('start-phase', { phase: 'bezoek' }, { on: '2024-02-01' }, lead, today);
    for (const body of colleges) play.give('visit-body', { phase: 'bezoek' }, { body, on: '2024-02-07' }, lead, today);
    play.give('complete-phase', { phase: 'bezoek' }, { on: '2024-02-08' }, lead, today);
    expect(refused(gated, {}, play)).toEqual(['/map/bezoek status-impossible']);
  });

  it('when two phases would share a place, or one is named that is not there', () => {
    expect(refused(first, {}, midway())).toEqual(['/toVersion not-allowed-here']);
    expect(refused(renamed, { map: { ontwerp: 'concept', besluit: 'concept' } })).toEqual(['/map/besluit phase-taken']);
    expect(refused(renamed, { map: { ...map, weg: 'concept', slot: 'nergens' } })).toEqual([
      '/map/weg unknown-phase',
      '/map/slot unknown-phase',
    ]);
    expect(refused(renamed, { map, toVersion: 99 })).toEqual(['/toVersion unknown-workflow']);
    expect(refused(renamed, { map, workflow: 'anders' })).toEqual(['/workflow unknown-workflow']);
  });

  it('when the new plan does not know who decided, or belongs to another region', () => {
    const two = plan(phases, { parties: parties.filter(({ id }) => id !== 'z') });
    expect(refused(two)).toEqual(['/toVersion body-lost']);
    const there = asks({ ruledBy: 's/o' });
    const elsewhere = plan(
      { ...phases, ontwerp: step('Ontwerp', { gate: there }), besluit: step('Besluit', { gate: there }) },
      { parties: [...parties, region('s', 'S', [{ id: 'o', title: 'Overleg' }])] },
    );
    expect(refused(elsewhere)).toEqual(['/workflow other-region']);
  });

  it('for who does not chair, and on a day that cannot be', () => {
    const play = midway(renamed);
    expect(() => {
      migrate(play, renamed, { map }, lead);
    }).toThrow('not-your-role');
    expect(refused(renamed, { map, on: '2024-02-04' })).toEqual(['/on date-too-early']);
    expect(refused(renamed, { map, on: '2025-01-01' })).toEqual(['/on date-in-future']);
    play.give('stop-dossier', {}, { on: '2024-03-01', reason: 'Klaar.' }, chair, today);
    expect(() => {
      migrate(play, renamed, { map });
    }).toThrow('not-in-this-state');
  });
});
