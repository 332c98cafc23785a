// Whether everything that was recorded in a dossier has a place in another plan: which phase takes the place of which,
// and what would be lost, each with what it is. A migration loses nothing, or it does not happen.
import { dayOf } from '../calendar.js';
import type { FieldError } from '../refusal.js';
import type { BodyId, Day, RulingKind, Slug } from '../vocabulary.js';
import { titleOf, type Plan } from '../workflow/plan.js';
import type { Phase } from '../workflow/workflow.js';
import { statusAfter } from '../dossier/carry-over.js';
import { successorOf } from '../dossier/successors.js';
import { formerOf, placeIn, type PhaseMap } from '../dossier/migration.js';
import { courseOf } from '../stand/course.js';
import { statusOn } from '../stand/conditions.js';
import { currentRound, phaseState, statusOf, type Dossier, type Round } from '../dossier/state.js';

export interface MigrationTarget {
  /** Every former phase that has a place, those with the same name among them. */
  map: PhaseMap;
  refusals: FieldError[];
}

/** @param asked where phases go that do not go to the one with their own name */
export function migrationTarget(dossier: Dossier, to: Plan, asked: PhaseMap): MigrationTarget {
  const named = namedPlaces(dossier, to, asked);
  const { map, refused } = placed(dossier, to, named.map);
  return {
    map,
    refusals: [
      ...named.refusals,
      ...refused,
      ...(to.region === dossier.plan.region ? [] : [otherRegion(dossier, to)]),
      ...dossier.plan.workflow.phases
        .filter(({ id }) => !refused.some(({ pointer }) => pointer === at(id)))
        .flatMap((phase) => lostIn(dossier, to, map, phase)),
      ...unplaced(dossier, to, map),
      ...lostBodies(dossier, to),
    ],
  };
}

const at = (phase: Slug): string => `/map/${phase}`;

/** The places that were asked for, without those of which one of the two phases does not exist; these are refused. */
function namedPlaces({ plan }: Dossier, to: Plan, asked: PhaseMap): MigrationTarget {
  const refusals: FieldError[] = [];
  const known: [Slug, Slug][] = [];
  for (const [former, phase] of Object.entries(asked)) {
    const isFormer = plan.phases.has(former);
    if (isFormer && to.phases.has(phase)) known.push([former, phase]);
    else
      refusals.push({
        pointer: at(former),
        code: 'unknown-phase',
        allowed: [...(isFormer ? to : plan).phases.keys()],
        because: isFormer ? undefined : { code: 'no-phase-of-now', phases: [...plan.phases.keys()] },
      });
  }
  return { map: Object.fromEntries(known), refusals };
}

/**
 * Gives each place to one phase: to the one that was asked for it, else to the one with the same id. A phase that finds
 * its place taken is refused when it was asked there, or when something was recorded of it.
 */
function placed(dossier: Dossier, to: Plan, named: PhaseMap): { map: PhaseMap; refused: FieldError[] } {
  const map = new Map<Slug, Slug>();
  const refused: FieldError[] = [];
  const phases = dossier.plan.workflow.phases;
  const isNamed = ({ id }: Phase) => Object.hasOwn(named, id);
  for (const phase of [...phases.filter(isNamed), ...phases.filter((one) => !isNamed(one))]) {
    const place = placeIn(named, phase.id) ?? (to.phases.has(phase.id) ? phase.id : null);
    if (place === null) continue;
    const holder = [...map].find(([, other]) => other === place)?.[0];
    if (holder === undefined) map.set(phase.id, place);
    else if (isNamed(phase) || hasRecord(dossier, phase.id))
      refused.push({
        pointer: at(phase.id),
        code: 'phase-taken',
        because: { code: 'phase-taken', phase: titleIn(dossier.plan, holder) },
      });
  }
  return { map: Object.fromEntries(map), refused };
}

/** Whether something was recorded of a phase: then it needs a place. */
export function hasRecord(dossier: Dossier, id: Slug): boolean {
  const { visits, meetings, moves } = phaseState(dossier, id);
  return (
    !['planned', 'dormant'].includes(statusOf(dossier, id)) ||
    visits.length + meetings.length + moves.length > 0 ||
    [dossier.rounds[id], dossier.amendments[id]].some((list) => list !== undefined && list.length > 0) ||
    Object.values(dossier.conditions).some((one) => statusOn(one, dayOf(dossier.recordedAt)).carriedTo === id) ||
    reservedFor(dossier, id).length > 0
  );
}

/**
 * The bodies whose decision at this gate another decision waits for. What a closed decision waits for is not known: it
 * may be anything, so that nobody learns from a refusal what it says.
 */
function reservedFor(dossier: Dossier, id: Slug): readonly BodyId[] {
  const day = dayOf(dossier.recordedAt);
  return [...dossier.plan.gates.keys()].flatMap((gate) => {
    const round = currentRound(dossier, gate);
    if (!round) return [];
    const canWait = round.terms.gate.kinds.includes('agree-subject-to');
    return round.electorate.flatMap((body): readonly BodyId[] => {
      const { decision, hidden } = courseOf({ dossier, id: gate, round, day }, body);
      if (hidden && canWait) return dossier.plan.gates.get(id)?.electorate ?? [];
      return decision?.subjectTo?.gate === id ? [decision.subjectTo.body] : [];
    });
  });
}

/** Why a former phase cannot go where the map sends it: its record would be lost, or its status is impossible there. */
function lostIn(dossier: Dossier, to: Plan, map: PhaseMap, { id, title }: Phase): FieldError[] {
  if (!hasRecord(dossier, id)) return [];
  const place = placeIn(map, id);
  const phase = place === null ? undefined : to.phases.get(place);
  const rounds = dossier.rounds[id] ?? [];
  if (!phase?.gate && rounds.length > 0) {
    const lost = rounds.flatMap((round) => rulingsLost(dossier, id, round));
    return lost.length > 0
      ? lost
      : [{ pointer: at(id), code: 'record-lost', because: { code: 'record-lost', phase: title } }];
  }
  if (!phase) return [{ pointer: at(id), code: 'record-lost', because: { code: 'record-lost', phase: title } }];
  if (statusAfter(dossier, phase, map) === null)
    return [
      {
        pointer: at(id),
        code: 'status-impossible',
        because: { code: 'status-impossible', phase: title, place: phase.title },
      },
    ];
  const isAmong = (bodies: readonly BodyId[] = []) => {
    const known = new Set(bodies);
    return (body: BodyId) => known.has(body) || known.has(successorOf(dossier, body));
  };
  const isAsked = isAmong(phase.gate?.electorate);
  const isVisited = isAmong(phase.visits);
  const waited = reservedFor(dossier, id).filter((body) => !isAsked(body));
  const strangers = phaseState(dossier, id).visits.filter(({ body }) => !isVisited(body));
  const needsGate = !phase.gate && (dossier.amendments[id] ?? []).length > 0;
  return waited.length + strangers.length > 0 || needsGate
    ? [{ pointer: at(id), code: 'record-lost', because: { code: 'record-lost', phase: title, place: phase.title } }]
    : [];
}

/** New phases whose status cannot be told, such as one in a branch of a gate that has chosen already. */
const unplaced = (dossier: Dossier, to: Plan, map: PhaseMap): FieldError[] =>
  to.workflow.phases
    .filter((phase) => {
      const former = formerOf(map, phase.id);
      return (former === null || !hasRecord(dossier, former)) && statusAfter(dossier, phase, map) === null;
    })
    .map(({ id, title }) => ({
      pointer: '/toVersion',
      code: 'status-impossible',
      because: { code: 'status-impossible', phase: title, place: id },
    }));

/** A refusal for every conclusion of the round, since the bodies concluded it together. */
function rulingsLost({ plan }: Dossier, id: Slug, { number, rulings, split }: Round): FieldError[] {
  const gate = plan.gates.get(id)?.title ?? id;
  const lost = (ruling: RulingKind | 'split', on: Day): FieldError => ({
    pointer: at(id),
    code: 'ruling-lost',
    because: { code: 'ruling-lost', gate, round: number, ruling, on },
  });
  return [...rulings.map(({ ruling, ruledOn }) => lost(ruling, ruledOn)), ...(split ? [lost('split', split.on)] : [])];
}

/** Bodies that decided, were asked, were visited or concluded, and that the new plan does not know. */
function lostBodies(dossier: Dossier, to: Plan): FieldError[] {
  const rounds = Object.values(dossier.rounds).flat();
  const bodies = [
    ...rounds.flatMap(({ electorate, rulings, electorateChanges, terms }) => [
      ...electorate,
      terms.gate.ruledBy,
      ...rulings.flatMap(({ dissent }) => dissent),
      ...electorateChanges.flatMap(({ joins, leaves, merges }) => [
        ...[...joins, ...leaves],
        ...merges.flatMap(({ from, into }) => [...from, into]),
      ]),
    ]),
    ...Object.values(dossier.acts).flatMap((acts) => acts.map(({ body }) => body)),
    ...Object.values(dossier.phases).flatMap(({ visits }) => visits.map(({ body }) => body)),
  ];
  const lost = [...new Set(bodies)].filter((body) => !to.bodies.has(body));
  const titles = lost.map((body) => titleOf(dossier.plan, body));
  return lost.length === 0
    ? []
    : [{ pointer: '/toVersion', code: 'body-lost', allowed: lost, because: { code: 'body-lost', titles } }];
}

const otherRegion = ({ plan }: Dossier, to: Plan): FieldError => ({
  pointer: '/workflow',
  code: 'other-region',
  because: { code: 'other-region', region: partyTitle(plan), other: partyTitle(to) },
});

const partyTitle = ({ workflow, region }: Plan): string =>
  workflow.parties.find(({ id }) => id === region)?.title ?? region;

const titleIn = (plan: Plan, phase: Slug): string => plan.phases.get(phase)?.title ?? phase;
