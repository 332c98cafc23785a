// The days of a dossier as a calendar program shows them: terms, meetings in which bodies treat a gate, and meetings that come
// back. Days alone: nothing of what anybody decided. Each has a name that stays, and a number that grows when it may have moved.
import { plannedFor } from '../dossier/agenda.js';
import { dueDay, meetingsOf } from '../dossier/meetings.js';
import { currentRound, type Dossier, type Round } from '../dossier/state.js';
import { dueForAll, dueOn } from '../stand/term.js';
import type { DossierEvent } from '../dossier/events.js';
import type { AgendaStage, BodyId, Day, Instant, Slug } from '../vocabulary.js';
import type { EventVisibility } from './visibility.js';

export type ForecastDayKind =
  | 'begin-by'
  | 'pass-by'
  | 'first-meeting'
  | 'first-papers'
  | 'last-meeting'
  | 'last-papers';

/** How a day is called within its dossier: the same in every calendar, and in the address of its file. */
export const dayNames = {
  goal: 'doel',
  term: (gate: Slug, round: number) => `${gate}-${round}-termijn`,
  ownTerm: (gate: Slug, round: number, body: BodyId) => `${gate}-${round}-termijn-${body}`,
  agenda: (gate: Slug, round: number, body: BodyId) => `${gate}-${round}-agenda-${body}`,
  meeting: (phase: Slug, expectedOn: Day) => `${phase}-overleg-${expectedOn}`,
};

export const forecastDayName = (phase: Slug, what: ForecastDayKind, body: BodyId | null): string =>
  [phase, 'vooruitblik', what, ...(body === null ? [] : [body])].join('-');

/** Where it is part of an address: a body has a slash. */
export const dayInAddress = (name: string): string => name.replaceAll('/', '-');

export interface FeedDay {
  /** Within its dossier; it stays when the day moves. */
  name: string;
  what: 'term' | 'own-term' | 'agenda' | 'meeting' | 'goal' | ForecastDayKind;
  on: Day;
  phase: Slug | null;
  body: BodyId | null;
  stage: AgendaStage | null;
  isCancelled: boolean;
  /** Whether a calendar that was made up had a part in it. */
  assumed?: boolean;
  /** How often what it says may have changed. */
  revision: number;
  /** When it last did. */
  asOf: Instant;
}

/** @param events that everybody may read */
export function feedDays(
  dossier: Dossier,
  day: Day,
  events: readonly ({ event: DossierEvent } & EventVisibility)[],
): FeedDay[] {
  // Whatever is recorded may move a day, or take it away: which facts do is not said here a second time.
  const said = events.filter(({ hidden }) => hidden === null);
  const when = { revision: said.length, asOf: said.at(-1)?.event.recordedAt ?? dossier.recordedAt };
  const plain = { body: null, stage: null, isCancelled: false, ...when };
  const { goal } = dossier.plan.workflow;
  const days = dossier.plan.workflow.phases.flatMap((phase): FeedDay[] => {
    const round = phase.gate ? currentRound(dossier, phase.id) : null;
    const meetings = meetingsOf(dossier, phase, day).map((one): FeedDay => ({
      ...{ ...plain, name: dayNames.meeting(phase.id, one.expectedOn), what: 'meeting' as const, phase: phase.id },
      on: one.on ?? dueDay(one),
      isCancelled: one.status === 'cancelled',
    }));
    return [...(round ? atGate(phase.id, round, day, when) : []), ...meetings];
  });
  const all =
    goal === null ? days : [...days, { ...plain, name: dayNames.goal, what: 'goal' as const, on: goal, phase: null }];
  const { endedOn } = dossier;
  return endedOn === null ? all : all.map((one) => (one.on > endedOn ? { ...one, isCancelled: true } : one));
}

function atGate(phase: Slug, round: Round, day: Day, when: Pick<FeedDay, 'revision' | 'asOf'>): FeedDay[] {
  const at = { phase, stage: null, isCancelled: round.withdrawn !== null, ...when };
  const due = dueForAll(round, day);
  const forAll =
    due === null
      ? []
      : [{ ...at, name: dayNames.term(phase, round.number), what: 'term' as const, on: due, body: null }];
  const own = round.electorate.flatMap((body): FeedDay[] => {
    const on = dueOn(round, body, day);
    return on === null || on === due
      ? []
      : [{ ...at, name: dayNames.ownTerm(phase, round.number, body), what: 'own-term', on, body }];
  });
  const agendas = Object.entries(round.agendas).flatMap(([body, items]): FeedDay[] => {
    const last = items.findLast(({ plannedOn }) => plannedOn <= day);
    if (!last) return [];
    const { meetingOn: on, stage } = plannedFor(round, body, day) ?? last;
    const isAsked = round.electorate.includes(body);
    const isCancelled = at.isCancelled || !isAsked || plannedFor(round, body, day) === null;
    return [{ ...at, name: dayNames.agenda(phase, round.number, body), what: 'agenda', on, body, stage, isCancelled }];
  });
  return [...forAll, ...own, ...agendas];
}
