// The laws of turns, over dossiers in which anything was recorded: a turn is what its holder can do, nothing that can be
// done lacks one, and who may come to have one is known beforehand.
import fc from 'fast-check';
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { daysAfter, window } from '../../src/domain/calendar.js';
import { refusalOf, visibilityOf, type Asker } from '../../src/domain/commands/commands.js';
import { isClosed } from '../../src/domain/dossier/release.js';
import { currentRound, runningState, statusOf, type Decision, type Dossier } from '../../src/domain/dossier/state.js';
import { standing } from '../../src/domain/stand/at-gate.js';
import { nextOf } from '../../src/domain/turns/next.js';
import { isDeciding, obstacles, turnKinds, type Turn } from '../../src/domain/turns/turn.js';
import { turnsOf } from '../../src/domain/turns/turns.js';
import { isTurnOf, possibleTurnHolders, refusalOfTurn } from '../../src/domain/turns/turn-holders.js';
import type { BodyId, Day, Role } from '../../src/domain/vocabulary.js';
import { phase } from '../../src/domain/workflow/define.js';
import { movesOf, playAtRandom } from '../support/random-play.js';
import { asking, begin, colleges, lead, planOf, Staged, today } from '../support/staged-play.js';
import { testWorkflows } from '../support/workflows.js';

const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);
const plans = ['raadstraject', 'testregio', 'overlegregio', 'laatste-tak', 'kust', 'onthouding', 'stukken'];

const occasion = (dossier: Dossier, today: Day, role: Role, body: BodyId): Asker => ({
  dossier,
  today,
  person: { id: 'p', assignments: [{ role, body, from: '2000-01-01', until: null }] },
});

/** Who looks from nowhere: no decision that is closed is known to them. */
const outside = (dossier: Dossier, day: Day) => visibilityOf(occasion(dossier, day, 'reader', 'elders/college'));

/** Calls it with every dossier on the way, on the day of its newest fact and on later ones. */
function everywhere(check: (dossier: Dossier, day: Day) => void, numRuns = 9): void {
  fc.assert(
    fc.property(fc.constantFrom(...plans), movesOf(50), (plan, moves) => {
      playAtRandom(catalogue.get(plan, 1, ''), moves, (dossier, day) => {
        for (const later of [0, 15, 400]) check(dossier, daysAfter(day, later));
      });
    }),
    { numRuns },
  );
}

/** A law over what never came says nothing: it is played again until all that it speaks of came, ten times at most. */
function untilSeen(missing: () => readonly string[], play: () => void, times = 10): void {
  for (let nth = 0; nth < times && (nth === 0 || missing().length > 0); nth++) play();
  expect(missing()).toEqual([]);
}

it('a turn with nothing in the way is one that its holder can take; else the refusal says what is in the way', () => {
  const seen = new Set<string>();
  const missing = () => [...turnKinds, ...obstacles].filter((one) => !seen.has(one));
  const law = (dossier: Dossier, day: Day) => {
    for (const told of turnsOf(dossier, day, outside(dossier, day)))
      for (const role of told.role === 'chair' ? (['chair', 'deputy-chair'] as const) : [told.role]) {
        const holder = occasion(dossier, day, role, told.body ?? [...dossier.plan.rulingBodies][0] ?? '');
        const own = isDeciding(told)
          ? turnsOf(dossier, day, visibilityOf(holder)).find((one) => isSame(one, told))
          : told;
        if (!own) {
          expect([told, isKept(dossier, told, day)]).toEqual([told, true]);
          continue;
        }
        seen.add(own.what).add(own.blocks?.code ?? '');
        const expected = own.blocks === null || own.what === 'rule' ? null : own.blocks.code;
        expect([own, refusalOfTurn(holder, own)?.code ?? null]).toEqual([own, expected]);
        expect(isTurnOf(holder, own)).toBe(true);
      }
  };
  // Of what is played at random hardly anything comes so far.
  for (const rare of [decidedOtherwise(), enacted()]) for (const day of [begin, today]) law(rare, day);
  for (const kind of ['weigh-change', 'adopt-list', 'publish', 'confirm-mandate']) expect(seen).toContain(kind);
  untilSeen(missing, () => everywhere(law, 20), 30);
});

/** A body decided otherwise after the conclusion, where a gate says that it is then weighed. */
function decidedOtherwise(): Dossier {
  const play = new Staged(planOf({ eerst: asking({ afterRuling: 'flag' }), later: asking() }));
  play.put('eerst');
  const [oost = '', west = ''] = colleges;
  const revises = play.decide('eerst', oost, 'agree');
  play.decide('eerst', west, 'agree');
  play.rule('eerst', 'go');
  play.decide('eerst', oost, 'disagree', begin, { revises });
  return play.dossier;
}

/** A regeling was made: its lists are not adopted, nobody published, and of a mandate its body has to say whether it is so. */
function enacted(): Dossier {
  const published = phase('Bekendmaking', window('2024'), {
    source: 'test',
    step: 'publication',
    startsAfter: ['treffen'],
  });
  const play = new Staged(
    planOf({ treffen: asking({ enacts: true, kinds: ['agree', 'disagree'] }), bekend: published }),
  );
  const [body = '', west = ''] = colleges;
  play.put('treffen').all('treffen', [body, west]).rule('treffen', 'go');
  play.start('bekend');
  const given = { body, holder: 'Regiomanager', from: begin, source: 'mandaatbesluit (verzonnen)' };
  play.give('record-mandate', {}, given, lead);
  return play.dossier;
}

/** Whether it decided behind closed doors: others wait for it, and it has nothing to do. */
function isKept(dossier: Dossier, { gate, body }: Turn, day: Day): boolean {
  const round = gate === null ? null : currentRound(dossier, gate);
  if (gate === null || !round) return false;
  const stand = standing(dossier, gate, round, day).bodies.find((one) => one.body === body);
  return stand?.why === 'announced' && stand.decision === null;
}

/** What a body is to do exactly may be closed to others. */
const isSame = (one: Turn, told: Turn): boolean =>
  isDeciding(one) && one.phase === told.phase && one.body === told.body;

it('whatever the process lead and the chair can do to move a dossier on is their turn', () => {
  everywhere((dossier, day) => {
    const open = turnsOf(dossier, day, outside(dossier, day)).filter(({ blocks }) => blocks === null);
    const can = dossier.plan.workflow.phases.flatMap(({ id: phase, gate, visits }) => {
      const [ruling = ''] = dossier.plan.rulingBodies;
      const lead = occasion(dossier, day, 'process-lead', ruling);
      const may: [string, boolean][] = [
        ['start-phase', refusalOf(lead, 'start-phase', { phase }) === null],
        ['complete-phase', gate === null && refusalOf(lead, 'complete-phase', { phase }) === null],
        ['rework-phase', refusalOf(lead, 'rework-phase', { phase }) === null],
        ['submit-gate', gate !== null && refusalOf(lead, 'submit-gate', { gate: phase }) === null],
        ['visit', stillToVisit(dossier, phase, visits) && refusalOf(lead, 'visit-body', { phase }) === null],
      ];
      return may.flatMap(([what, is]) => (is ? [`${what} ${phase}`] : []));
    });
    const led = open
      .filter(({ role, what }) => role === 'process-lead' && !mending.has(what))
      .map(({ what, phase }) => `${what} ${phase}`);
    expect(led.sort()).toEqual(can.sort());
    const put = dossier.plan.workflow.phases
      .filter(({ id }) => statusOf(dossier, id) === 'at-gate')
      .map(({ id }) => id);
    const ruled = turnsOf(dossier, day, outside(dossier, day)).filter(({ what }) => what === 'rule');
    expect(ruled.map(({ gate }) => gate)).toEqual(runningState(dossier) === 'running' ? put : []);
  });
});

/** What can be said at any time, and is asked where it lacks: `test/stand/requirements` holds when. */
const mending = new Set<Turn['what']>(['correct-disputed', 'publish', 'lay-paper', 'state-criterion']);

const stillToVisit = (dossier: Dossier, phase: string, visits: readonly BodyId[]): boolean =>
  visits.some((body) => !dossier.phases[phase]?.visits.some((visit) => visit.body === body));

it('a turn has a day since when unless something is in the way, and that day has come', () => {
  everywhere((dossier, day) => {
    for (const { since, blocks, ...turn } of turnsOf(dossier, day, outside(dossier, day))) {
      expect({ ...turn, blocked: blocks !== null }).toEqual({ ...turn, blocked: since === null });
      expect((since ?? '') <= day).toBe(true);
    }
  });
});

it('what comes next are the open turns, and there is none without the other', () => {
  everywhere((dossier, day) => {
    const open = turnsOf(dossier, day, outside(dossier, day)).filter(
      ({ blocks, what }) =>
        blocks === null &&
        !['correct-disputed', 'adopt-list', 'publish', 'confirm-mandate', 'weigh-change'].includes(what),
    );
    const told = nextOf(dossier, day);
    expect(told.flatMap(({ phase, bodies }) => bodies.map((body) => `${phase} ${body}`)).sort()).toEqual(
      open.flatMap(({ phase, body, bodies }) => (body ? [body] : bodies).map((one) => `${phase} ${one}`)).sort(),
    );
    expect(told.length === 0).toBe(open.length === 0);
    const days = told.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
  });
});

it('whatever a decision says that its body keeps to itself, and whenever it was taken, others have the same turns', () => {
  let closed = 0;
  const law = (dossier: Dossier, day: Day) => {
    const otherwise = (one: Decision): Decision => {
      if (!isClosed(one, day)) return one;
      closed++;
      const answers = Object.fromEntries(Object.keys(one.answers).map((question) => [question, 'disagree' as const]));
      const { startedOn: decidedOn } = dossier;
      return {
        ...one,
        kind: 'disagree',
        answers,
        decidedOn,
        conditions: [],
        subjectTo: null,
        form: 'college-decision',
      };
    };
    const acts = Object.entries(dossier.acts).map(([gate, all]) => [
      gate,
      all.map((act) => ({ ...act, readings: act.readings.map(otherwise) })),
    ]);
    const other: Dossier = { ...dossier, acts: Object.fromEntries(acts) as Dossier['acts'] };
    expect(turnsOf(other, day, outside(other, day))).toEqual(turnsOf(dossier, day, outside(dossier, day)));
  };
  const missing = () => (closed === 0 ? ['a closed decision'] : []);
  untilSeen(missing, () => everywhere(law, 30));
});

it('whoever has a turn on any day was known to may have one', () => {
  everywhere((dossier, day) => {
    const may = possibleTurnHolders(dossier).map(({ role, whose }) => `${role} ${whose}`);
    expect(may).toEqual([...new Set(may)].sort());
    const have = turnsOf(dossier, day, outside(dossier, day)).map(
      ({ role, body }) => `${role} ${body ?? dossier.plan.region}`,
    );
    expect(have.filter((one) => !may.includes(one))).toEqual([]);
    // Nobody stands there for nothing: the region and the chair have a turn, and of bodies those that are asked.
    const passed = Object.keys(dossier.rounds).some((gate) => statusOf(dossier, gate) === 'passed');
    const disputed = Object.values(dossier.acts).some((acts) => acts.some((act) => act.disputed));
    const led = (one: string) =>
      (!disputed && one.startsWith('process-lead ')) || (!passed && one.startsWith('chair '));
    expect(may.filter(led).filter((one) => !have.includes(one))).toEqual([]);
  });
});
