// How long bodies took in rounds that are over: from the day on which a gate was put until each decided, and from the last of
// them until the conclusion. An assumption for bodies of which no calendar is known; a calendar says more.
import { daysAfter, daysUntil } from '../calendar.js';
import type { BodyCalendar, Calendars } from '../calendars/body-calendar.js';
import { actsOf, readingOf } from '../dossier/acts.js';
import type { Round } from '../dossier/state.js';
import { isAct, isOpen } from '../stand/course.js';
import { worksAs, type BodyId, type Day, type Slug, type WorksAs } from '../vocabulary.js';
import type { Plan } from '../workflow/plan.js';
import type { Reading } from './viewer.js';
import { canSee } from './visibility.js';

export const learntSteps = ['decides', 'concludes'] as const;

export interface LearntTime {
  step: (typeof learntSteps)[number];
  /** Of which kind of body. */
  works: WorksAs;
  /** Of how many times it was learnt. */
  times: number;
  /** In half of them it took so many days at most. */
  half: number;
  /** And in nine of ten. */
  most: number;
}

/** Of fewer times nothing is said. */
export const timesMin = 5;
const yearsCovered = 5;

/** Of what the reader may know: a decision behind closed doors teaches nothing. */
export function learntFrom(readings: readonly Reading[]): LearntTime[] {
  const took = new Map<string, number[]>();
  const add = (step: LearntTime['step'], works: WorksAs, days: number): void => {
    const name = `${step} ${works}`;
    took.set(name, [...(took.get(name) ?? []), Math.max(0, days)]);
  };
  for (const reading of readings)
    for (const [gate, rounds] of Object.entries(reading.dossier.rounds))
      for (const round of rounds) if (round.settled) learnFrom(reading, gate, round, add);
  return [...took].flatMap(([name, days]): LearntTime[] => {
    const [step, works] = name.split(' ') as [LearntTime['step'], WorksAs]; // as they were joined above
    days.sort((one, other) => one - other);
    const within = (share: number): number => days[Math.ceil(days.length * share) - 1] ?? 0;
    return days.length < timesMin ? [] : [{ step, works, times: days.length, half: within(0.5), most: within(0.9) }];
  });
}

type Add = (step: LearntTime['step'], works: WorksAs, days: number) => void;

function learnFrom(reading: Reading, gate: Slug, round: Round, add: Add): void {
  const { plan } = reading.dossier;
  const worksOf = (body: BodyId | undefined): WorksAs | undefined => {
    const kind = body === undefined ? undefined : plan.bodies.get(body)?.kind;
    return kind && worksAs(kind);
  };
  let lastOn: Day = round.submittedOn;
  for (const body of round.electorate) {
    const on = decidedOn(reading, gate, round, body);
    const works = worksOf(body);
    if (on === null || on < round.submittedOn || !works) continue;
    add('decides', works, daysUntil(round.submittedOn, on));
    if (on > lastOn) lastOn = on;
  }
  const ruling = round.rulings.at(-1);
  const works = worksOf(round.terms.gate.ruledBy);
  if (ruling && works && lastOn > round.submittedOn) add('concludes', works, daysUntil(lastOn, ruling.ruledOn));
}

/** When it first decided for or against; null where it never did, or where the reader may not know. */
function decidedOn(reading: Reading, gate: Slug, round: Round, body: BodyId): Day | null {
  const days = actsOf(reading.dossier, gate, body)
    .map((act) => readingOf(act))
    .filter((one) => one.round === round.number && isAct(one) && !isOpen(one) && canSee(reading, one))
    .map((one) => one.decidedOn);
  return days.sort()[0] ?? null;
}

/** With what was learnt in place of the calendars that nobody entered. */
export function withLearnt(calendars: Calendars, plan: Plan, learnt: readonly LearntTime[], today: Day): Calendars {
  const bodies = new Map(calendars.bodies);
  const concluding = new Set([...plan.gates.values()].map(({ ruledBy }) => ruledBy));
  for (const { id, kind } of plan.bodies.values()) {
    const step = concluding.has(id) ? 'concludes' : 'decides';
    const time = learnt.find((one) => one.step === step && one.works === worksAs(kind));
    if (time && !bodies.has(id)) bodies.set(id, calendarOf(id, time, today));
  }
  return { ...calendars, bodies };
}

/** It can meet on every working day, once so many days have gone by. */
const calendarOf = (body: BodyId, { half }: LearntTime, today: Day): BodyCalendar => ({
  body,
  from: today,
  until: daysAfter(today, yearsCovered * 365),
  patterns: [{ kind: 'working-days' }],
  extra: [],
  cancelled: [],
  recess: [],
  keepsRegionRecess: false,
  lead: [{ stage: 'portfolio-holder', days: half }],
  papersDays: 0,
  source: '',
  assumed: false,
});
