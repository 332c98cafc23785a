// What the process lead does with a phase: start it, complete it, take it up again after a no-go, record a visit.
import { withPhase } from '../dossier/folds.js';
import { outsideFact, phaseState, type Dossier } from '../dossier/state.js';
import { toVisit } from '../dossier/successors.js';
import { keep, read } from '../facts/keeping.js';
import { completionFacts, dayFacts, reasonFacts, visitFacts } from '../facts/of-phases.js';
import type { Reason } from '../reasons.js';
import { Refusal, type FieldError } from '../refusal.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { defineCommand, type Ask } from './command.js';
import { follows, followsMove, happened } from './dates.js';
import { knownBody, mustBe, mustHavePassed, mustRun, phaseAt, unvisited, type PhaseTarget } from './targets.js';

interface PhasePlace {
  phase: Slug;
}

/** What no phase of this kind can do, with what it can do instead. */
const never = (applies: boolean, because: Reason): FieldError[] =>
  applies ? [{ pointer: '', code: 'not-allowed-here', because }] : [];

export const startPhase = defineCommand<PhasePlace, PhaseTarget, typeof dayFacts, 'PhaseStarted'>({
  says: dayFacts,
  locate: (dossier, { phase }) => phaseAt(dossier, phase),
  asks: () => [{ right: 'start-phase' }],
  fields: ({ dossier }, { on }, { today }) => happened('/on', on, today, dossier),
  ready: (target) => {
    mustRun(target.dossier);
    mustBe(target, 'planned');
    mustHavePassed(target.dossier, target.phase.startsAfter, target.phase.waitsFor);
  },
  decide: (target, asked) => {
    startFollows(target, asked);
    const { on } = asked;
    const { phase } = target;
    const { facts, texts } = keep(dayFacts, asked);
    return [{ type: 'PhaseStarted', on, facts: { phase: phase.id, ...facts }, texts }];
  },
  fact: { type: 'PhaseStarted', follows: startFollows, byChair: true },
  folds: {
    PhaseStarted: (dossier, { on, facts }) => withPhase(dossier, facts.phase, { startedOn: on, movedOn: on }),
  },
});

function startFollows({ dossier, phase, state }: PhaseTarget, { on }: { on: Day }): void {
  const known = phase.waitsFor?.map((fact) => outsideFact(dossier, fact)?.on) ?? [];
  follows('/on', on, state.movedOn, ...phase.startsAfter.map((id) => dossier.phases[id]?.passedOn), ...known);
}

export const completePhase = defineCommand<PhasePlace, PhaseTarget, typeof completionFacts, 'PhaseCompleted'>({
  says: completionFacts,
  locate: (dossier, { phase }) => phaseAt(dossier, phase),
  asks: () => [{ right: 'complete-phase' }],
  fields: ({ dossier, phase }, { on, publications = [] }, { today }) => [
    ...never(phase.gate !== null, { code: 'ends-at-gate' }),
    ...happened('/on', on, today, dossier),
    // When it takes effect may lie before that, and after: with retroactive force, or still to come.
    ...publications.flatMap(({ publishedOn }, i) =>
      publishedOn === undefined ? [] : happened(`/publications/${i}/publishedOn`, publishedOn, today, dossier),
    ),
  ],
  ready: (target) => {
    mustRun(target.dossier);
    mustBe(target, 'underway');
    const left = unvisited(target.dossier, target.phase);
    if (left.length > 0) throw new Refusal('visits-missing', { exists: left });
  },
  decide: (target, asked) => {
    completionFollows(target, asked);
    const { on } = asked;
    const { phase } = target;
    const kept = keep(completionFacts, asked);
    return [{ type: 'PhaseCompleted', on, facts: { phase: phase.id, ...kept.facts }, texts: kept.texts }];
  },
  fact: { type: 'PhaseCompleted', follows: completionFollows, byChair: true },
  folds: {
    PhaseCompleted: (dossier, { on, facts, texts }) => {
      const completion = read(completionFacts, facts, texts);
      return withPhase(dossier, facts.phase, { passedOn: on, movedOn: on, completion });
    },
  },
});

function completionFollows({ dossier, state }: PhaseTarget, { on }: { on: Day }): void {
  const held = state.meetings.filter(({ id }) => !(id in dossier.corrected)).map(({ heldOn }) => heldOn);
  follows('/on', on, state.movedOn, ...state.visits.map((visit) => visit.on), ...held);
}

export const reworkPhase = defineCommand<PhasePlace, PhaseTarget, typeof reasonFacts, 'PhaseReworked'>({
  says: reasonFacts,
  locate: (dossier, { phase }) => phaseAt(dossier, phase),
  asks: () => [{ right: 'rework-phase' }],
  fields: ({ dossier, phase }, { on }, { today }) => [
    ...never(phase.gate === null, { code: 'has-no-gate' }),
    ...happened('/on', on, today, dossier),
  ],
  ready: (target) => {
    mustRun(target.dossier);
    mustBe(target, 'refused');
  },
  decide: (target, asked) => {
    const { phase, state } = target;
    followsMove(target, asked);
    const { facts, texts } = keep(reasonFacts, asked);
    return [
      { type: 'PhaseReworked', on: asked.on, facts: { phase: phase.id, round: state.round + 1, ...facts }, texts },
    ];
  },
  fact: { type: 'PhaseReworked', follows: followsMove, byChair: true },
  folds: {
    PhaseReworked: (dossier, { on, facts }) => withPhase(dossier, facts.phase, { round: facts.round, movedOn: on }),
  },
});

export const visitBody = defineCommand<PhasePlace, PhaseTarget, typeof visitFacts, 'BodyVisited'>({
  says: visitFacts,
  locate: (dossier, { phase }) => phaseAt(dossier, phase),
  asks: ({ dossier, phase }, { body }) => (phase.informs ? informers(dossier, body) : [{ right: 'visit-body' }]),
  fields: ({ dossier, phase }, { on, body, skipped, reason }, { today }) => [
    ...happened('/on', on, today, dossier),
    ...visitable(knownBody(dossier, body), toVisit(dossier, phase), phase.visits),
    ...(skipped && reason === undefined ? [{ pointer: '/reason', code: 'reason-required' } satisfies FieldError] : []),
  ],
  ready: (target) => {
    mustRun(target.dossier);
    mustBe(target, 'underway');
  },
  decide: (target, visit) => {
    visitFollows(target, visit);
    const { phase } = target;
    const { facts, texts } = keep(visitFacts, visit);
    return [
      {
        type: 'BodyVisited',
        on: visit.on,
        facts: { phase: phase.id, skipped: visit.skipped ?? false, ...facts },
        texts,
      },
    ];
  },
  fact: { type: 'BodyVisited', follows: visitFollows, byChair: true },
  folds: {
    BodyVisited: (dossier, { on, facts, texts }) => {
      const { phase, skipped } = facts;
      const visit = { ...read(visitFacts, facts, texts), on, skipped };
      return withPhase(dossier, phase, { visits: [...phaseState(dossier, phase).visits, visit] });
    },
  },
});

/** Any organ of the municipality whose body is informed may record that it was: a college informs its council. */
function informers({ plan }: Dossier, asked: unknown): Ask[] {
  const party = typeof asked === 'string' ? plan.bodies.get(asked)?.party : undefined;
  const own = [...plan.bodies.values()].filter((body) => body.party === party);
  return own.length === 0 ? [{ right: 'inform-body' }] : own.map(({ id: body }) => ({ right: 'inform-body', body }));
}

function visitFollows({ state }: PhaseTarget, { body, on }: { body: BodyId; on: Day }): void {
  if (state.visits.some((visit) => visit.body === body)) throw new Refusal('visit-exists');
  follows('/on', on, state.startedOn);
}

/** Who is no more can still have been visited before. */
function visitable(body: BodyId | undefined, visits: readonly BodyId[], planned: readonly BodyId[]): FieldError[] {
  if (body === undefined) return [{ pointer: '/body', code: 'unknown-body', allowed: visits }];
  return visits.includes(body) || planned.includes(body)
    ? []
    : [{ pointer: '/body', code: 'not-allowed-here', allowed: visits }];
}
