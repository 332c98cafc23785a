// A dossier as a forecast reckons with it: plain data over day numbers, so that it can go to another thread. Whoever decided
// stands where the record has them; all others are taken to decide for, at the first meeting at which they can.
import { numberOf } from '../calendar.js';
import { isMadeUp, noCalendars, leadDays, type Calendars } from '../calendars/body-calendar.js';
import { meetingsOf, type FallenMeeting } from '../calendars/meetings.js';
import { electorateAt } from '../dossier/electorate.js';
import { plannedRule } from '../dossier/planned-rule.js';
import {
  currentRound,
  outsideFact,
  phaseState,
  plannedOf,
  statusOf,
  type Dossier,
  type Round,
} from '../dossier/state.js';
import { isUnspoken, type Rule } from '../rule.js';
import { openStanding } from '../stand/at-gate.js';
import { decidesOn } from '../stand/still-to-come.js';
import { dueOn } from '../stand/term.js';
import type { BodyId, Day, Side, Slug } from '../vocabulary.js';
import { isByItself } from '../workflow/asks.js';
import { inOrder } from '../workflow/order.js';
import type { Gate, Phase, Workflow } from '../workflow/workflow.js';
import type { Assumptions } from './assumptions.js';

/** A body with its meetings; null where nobody knows them. */
export interface Seat {
  body: BodyId;
  held: readonly number[] | null;
  fallen: readonly FallenMeeting[];
  lead: number;
  papers: number;
  assumed: boolean;
}

/** A body at a gate. */
export interface Decider {
  /** Its place among the seats. */
  seat: number;
  /** Where it stands already; silent and undecided where it is still to decide. */
  side: Side;
  option: Slug | null;
  lapsed: boolean;
  /** The day for which it stands on its own agenda, or to which it put it off. */
  plannedOn: number | null;
  /** Until when it may decide in time at a gate that lies open. */
  dueOn: number | null;
  /** How many meetings later than the first it is taken to decide. */
  later: number;
}

export interface CaseGate {
  /** On which day it was put; null where it was not. */
  putOn: number | null;
  /** It is not put before. */
  notBefore: number;
  terms: Gate;
  groups: Workflow['groups'];
  rule: Rule;
  deciders: Decider[];
  /** The place of who concludes among the seats; null where it concludes by itself. */
  ruledBy: number | null;
  /** Whether it came to a no-go that is still to be concluded. */
  isLost: boolean;
  /** How often it is put until it passes, this time included. */
  rounds: number;
}

export interface CasePhase {
  id: Slug;
  /** When it passed; null where it is still to pass. */
  passedOn: number | null;
  /** It does not begin before; null where it began. */
  notBefore: number | null;
  /** The places of the phases that come before its start, and before its gate. */
  after: number[];
  gateAfter: number[];
  gate: CaseGate | null;
}

export interface ForecastCase {
  today: number;
  goal: number | null;
  seats: Seat[];
  /** In an order in which each comes after those that it waits for; without those that are skipped. */
  phases: CasePhase[];
  /** Facts from outside that are taken to be known in time. */
  outside: Slug[];
}

export function caseOf(dossier: Dossier, calendars: Calendars, day: Day, assumptions: Assumptions): ForecastCase {
  const seats = seatsOf(dossier, calendars, day);
  const going = inOrder(dossier.plan.workflow).filter((phase) => isAhead(dossier, phase, assumptions));
  const places = new Map(going.map(({ id }, place) => [id, place]));
  const place = (ids: readonly Slug[]) => ids.flatMap((id) => places.get(id) ?? []);
  const today = numberOf(day);
  const goal = assumptions.goal ?? dossier.plan.workflow.goal;
  const making: Making = { dossier, day, assumptions, seats: new Map(seats.map(({ body }, n) => [body, n])) };
  return {
    today,
    goal: goal === null ? null : numberOf(goal),
    seats,
    outside: awaitedFacts(dossier, going),
    phases: going.map((phase) => {
      const { passedOn } = phaseState(dossier, phase.id);
      const hasPassed = statusOf(dossier, phase.id) === 'passed';
      return {
        id: phase.id,
        passedOn: hasPassed && passedOn !== null ? numberOf(passedOn) : null,
        notBefore: hasBegun(dossier, phase) ? null : beginOf(dossier, phase, today, assumptions),
        after: place(phase.startsAfter),
        gateAfter: place(phase.gateAfter),
        gate: phase.gate && !hasPassed ? gateOf(making, phase) : null,
      };
    }),
  };
}

/** What is still to pass, or passed: not what was skipped, or hangs on a choice that is taken to go another way. */
function isAhead(dossier: Dossier, { id, branch }: Phase, assumptions: Assumptions): boolean {
  const status = statusOf(dossier, id);
  if (status !== 'dormant' || !branch) return status !== 'skipped';
  const choice = dossier.plan.phases.get(branch.gate);
  const isChosen = (assumptions.chosen[branch.gate] ?? branch.option) === branch.option;
  return isChosen && choice !== undefined && isAhead(dossier, choice, assumptions);
}

const hasBegun = (dossier: Dossier, { id }: Phase): boolean => !['planned', 'dormant'].includes(statusOf(dossier, id));

function beginOf(dossier: Dossier, phase: Phase, today: number, { keepsWindows }: Assumptions): number {
  const { from } = plannedOf(dossier, phase);
  return keepsWindows && from !== null ? Math.max(today, numberOf(from)) : today;
}

const awaitedFacts = (dossier: Dossier, phases: readonly Phase[]): Slug[] => {
  const awaited = phases
    .filter(({ id }) => statusOf(dossier, id) !== 'passed')
    .flatMap(({ waitsFor = [], gateWaitsFor = [] }) => [...waitsFor, ...gateWaitsFor]);
  return [...new Set(awaited)].filter((fact) => outsideFact(dossier, fact) === undefined);
};

function seatsOf({ plan }: Dossier, { region, bodies }: Calendars = noCalendars, day: Day): Seat[] {
  return [...plan.bodies.values()].map(({ id, kind }) => {
    const calendar = bodies.get(id);
    const isKnown = calendar && (region !== null || !calendar.keepsRegionRecess);
    if (!isKnown) return { body: id, held: null, fallen: [], lead: 0, papers: 0, assumed: false };
    const { held, fallen } = meetingsOf(calendar, kind, region, day);
    const assumed = isMadeUp(calendar, kind, region);
    return { body: id, held, fallen, lead: leadDays(calendar), papers: calendar.papersDays, assumed };
  });
}

interface Making {
  dossier: Dossier;
  day: Day;
  assumptions: Assumptions;
  seats: ReadonlyMap<BodyId, number>;
}

function gateOf({ dossier, day, assumptions, seats }: Making, { id, gate: planned }: Phase): CaseGate {
  if (!planned) throw new Error(`phase ${id} has no gate`);
  const open = statusOf(dossier, id) === 'at-gate' ? currentRound(dossier, id) : null;
  const { putOn, later, refused, chosen } = assumptions;
  const said = open ? saidAt(dossier, id, open, day) : notPut(dossier, id, planned);
  const ahead = open
    ? standsAt({ dossier, day }, id, open, chosen[id])
    : freshly(electorateAt(dossier, id, 'all'), chosen[id] ?? planned.options[0]?.id);
  const seatOf = (body: BodyId): number => {
    const seat = seats.get(body);
    if (seat === undefined) throw new Error(`${body} decides at ${id} and is no body of the plan`);
    return seat;
  };
  const latest = (body: BodyId) =>
    later
      .filter((one) => one.body === body && (one.gate === null || one.gate === id))
      .reduce((n, one) => n + one.meetings, 0);
  return {
    ...said,
    notBefore: numberOf(putOn[id] ?? day),
    deciders: ahead.map(({ body, ...one }) => ({ ...one, seat: seatOf(body), later: latest(body) })),
    ruledBy: isByItself(said.terms) ? null : seatOf(said.terms.ruledBy),
    rounds: said.isLost || refused.includes(id) ? 2 : 1,
  };
}

type SaidAtGate = Pick<CaseGate, 'putOn' | 'terms' | 'groups' | 'rule' | 'isLost'>;

/** A gate that lies open, on the terms of its round. */
const saidAt = (dossier: Dossier, id: Slug, round: Round, day: Day): SaidAtGate => ({
  putOn: numberOf(round.submittedOn),
  terms: round.terms.gate,
  groups: round.terms.groups,
  rule: round.rule,
  isLost: openStanding(dossier, id, round, day).outcome === 'no-go',
});

/** One that is still to be put, as the plan has it. */
const notPut = (dossier: Dossier, id: Slug, terms: Gate): SaidAtGate => ({
  putOn: null,
  terms,
  groups: dossier.plan.workflow.groups,
  rule: plannedRule(dossier, id),
  isLost: false,
});

type Ahead = Omit<Decider, 'seat' | 'later'> & { body: BodyId };

/** At a gate that lies open: as the record has them; who is still to decide goes with what others chose. */
function standsAt(
  { dossier, day }: Pick<Making, 'dossier' | 'day'>,
  id: Slug,
  round: Round,
  chosen: Slug | undefined,
): Ahead[] {
  const { bodies } = openStanding(dossier, id, round, day);
  const others = bodies.find(({ side, option }) => side === 'for' && option !== null)?.option;
  const likely = chosen ?? others ?? round.option ?? round.terms.gate.options[0]?.id ?? null;
  return bodies.map((stand) => {
    const { body, side, option, lapsed } = stand;
    const planned = decidesOn(stand);
    const due = dueOn(round, body, day);
    return {
      body,
      side,
      option: isUnspoken(stand) ? likely : option,
      lapsed,
      plannedOn: planned !== null && planned >= day ? numberOf(planned) : null,
      dueOn: due === null ? null : numberOf(due),
    };
  });
}

/** At a gate that is still to be put: nobody said anything. */
const freshly = (electorate: readonly BodyId[], option: Slug | undefined): Ahead[] =>
  electorate.map((body) => ({
    body,
    side: 'silent',
    option: option ?? null,
    lapsed: false,
    plannedOn: null,
    dueOn: null,
  }));
