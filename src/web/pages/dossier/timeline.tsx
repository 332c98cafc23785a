// Planned against actual: a row for each phase with its gate at the end, and the same as a table under it.
import type { PhaseView } from '../../../domain/views/dossier-view.js';
import { daysUntil, type Window } from '../../../domain/calendar.js';
import type { Day } from '../../../domain/vocabulary.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import { useWording } from '../../../http/page/wording.js';
import { Link } from '../../../http/page/basics.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { DayLink } from '../day-link.js';
import { TimelineMarks } from './timeline-marks.js';
import { spanOf } from './timeline-span.js';

interface TimelineProps {
  phases: PhaseView[];
  startedOn: Day;
  /** The day on which its plan wants to be done. */
  goal: Day | null;
  /** When a phase got its no-go. */
  refusedOn: (phase: string) => Day | null;
  plan: Plan;
  today: Day;
  /** The phase that matters first of all that is late. */
  first: string | null;
  /** Where the plan of a phase is moved; null where this person cannot. */
  move: (phase: string) => string | null;
  /** The last of its days as a file; null in a look back, and of what is over. */
  goalFile: string | null;
}

const rowHeight = 28;
const headHeight = 40;

export function Timeline(props: TimelineProps) {
  const { phases, first, move } = props;
  const { dossierPage } = useWording();
  return (
    <>
      <Drawing {...props} />
      <Dates {...props} />
      <details className="sluis-details">
        <summary>{dossierPage.asTable}</summary>
        <PlanTable phases={phases} first={first} />
      </details>
      <Moves phases={phases} move={move} />
    </>
  );
}

function Drawing({ phases, startedOn, goal, refusedOn, plan, today, goalFile }: TimelineProps) {
  const { dossierPage, shortTitle } = useWording();
  // What runs is drawn until today, so today is then on the axis.
  const runs = phases.some(({ startedOn: begun, passedOn }) => begun !== null && passedOn === null);
  const span = spanOf(phases, [startedOn, ...(runs ? [today] : []), ...(goal === null ? [] : [goal])]);
  const isOn = (day: Day): boolean => day >= span.from && day <= span.until;
  const x = (day: Day): number => clamp((daysUntil(span.from, day) / span.days) * 100);
  const height = headHeight + phases.length * rowHeight;
  const at = (day: Day) => ({ x1: `${x(day)}%`, x2: `${x(day)}%`, y2: height });
  return (
    <figure className="sluis-timeline">
      <div className="sluis-timeline__grid">
        <ol className="sluis-timeline__names" aria-hidden="true">
          {phases.map(({ id, title }) => (
            <li key={id} title={title}>
              {plan.phases.get(id)?.number} {shortTitle(title)}
            </li>
          ))}
        </ol>
        <svg width="100%" height={height} role="img" aria-label={dossierPage.drawing} focusable="false">
          <TimelineMarks marks={span.marks} at={x} height={height} />
          {phases.map((phase, i) => (
            <Bar
              key={phase.id}
              phase={phase}
              y={headHeight + i * rowHeight}
              x={x}
              today={today}
              endedOn={phase.passedOn ?? refusedOn(phase.id)}
            />
          ))}
          {goal !== null && <line className="sluis-timeline__goal" {...at(goal)} y1="18" />}
          {isOn(today) && <line className="sluis-timeline__today" {...at(today)} y1={headHeight - 4} />}
        </svg>
      </div>
      <Legend phases={phases} goal={goal} today={isOn(today) ? today : null} goalFile={goalFile} />
    </figure>
  );
}

interface LegendProps extends Pick<TimelineProps, 'goalFile'> {
  phases: readonly PhaseView[];
  goal: Day | null;
  /** Null where it is not on the axis. */
  today: Day | null;
}

function Legend({ phases, goal, today, goalFile }: LegendProps) {
  const { dossierPage, shortDay } = useWording();
  return (
    <ul className="sluis-legend">
      <li className="sluis-key sluis-key--plan">{dossierPage.plan}</li>
      {phases.some(({ plannedBefore }) => plannedBefore.length > 0) && (
        <li className="sluis-key sluis-key--before">{dossierPage.planBefore}</li>
      )}
      <li className="sluis-key sluis-key--actual">{dossierPage.actual}</li>
      {today !== null && (
        <li className="sluis-key sluis-key--today">
          {dossierPage.today}, {shortDay(today)}
        </li>
      )}
      {goal !== null && (
        <li className="sluis-key sluis-key--goal">
          {dossierPage.goal}, <DayLink on={goal} href={goalFile} />
        </li>
      )}
    </ul>
  );
}

interface BarProps {
  phase: PhaseView;
  y: number;
  x: (day: Day) => number;
  today: Day;
  /** When its gate was concluded, or it was completed; null while it runs. */
  endedOn: Day | null;
}

function Bar({ phase, y, x, today, endedOn }: BarProps) {
  const { planned, plannedBefore, startedOn, gate, status } = phase;
  const now = barOf(planned, x);
  const former = plannedBefore[0] ? barOf(plannedBefore[0].planned, x) : null;
  const end = endedOn ?? planned.until;
  return (
    <g>
      {former && <Stretch kind="before" {...former} y={y + 8} height={12} />}
      {now && <Stretch kind="plan" {...now} y={y + 8} height={12} />}
      {startedOn !== null && (
        <Stretch
          kind={endedOn === null ? 'running' : 'actual'}
          start={x(startedOn)}
          end={Math.max(x(startedOn) + 0.6, x(endedOn ?? today))}
          y={y + 11}
          height={6}
        />
      )}
      {gate !== null && end !== null && (
        <svg x={`${x(end)}%`} y={y + 14} overflow="visible">
          <path className={`sluis-timeline__gate sluis-timeline__gate--${status}`} d="M0-7 7 0 0 7-7 0z" />
        </svg>
      )}
      {now && <Slip phase={phase} bar={now} y={y + 19} />}
    </g>
  );
}

interface StretchProps {
  kind: 'plan' | 'before' | 'running' | 'actual';
  start: number;
  end: number;
  y: number;
  height: number;
}

const Stretch = ({ kind, start, end, y, height }: StretchProps) => (
  <rect className={`sluis-timeline__${kind}`} x={`${start}%`} width={`${end - start}%`} y={y} height={height} rx="2" />
);

interface SlipProps {
  phase: PhaseView;
  bar: { start: number; end: number };
  y: number;
}

/** How far its plan was moved, behind the bar, or before it where there is no room behind. */
function Slip({ phase: { planned, plannedBefore }, bar: { start, end }, y }: SlipProps) {
  const { latenessWords } = useWording();
  const before = plannedBefore[0]?.planned.until ?? null;
  if (before === null || planned.until === null || before === planned.until) return null;
  const place = end < 80 ? { x: `${end}%`, dx: 12 } : { x: `${start}%`, dx: -8, textAnchor: 'end' as const };
  return (
    <text className="sluis-timeline__label" y={y} {...place}>
      {latenessWords.slipped(daysUntil(before, planned.until))}
    </text>
  );
}

/** On a telephone a list of dates. */
const Dates = ({ phases, plan }: Pick<TimelineProps, 'phases' | 'plan'>) => {
  const { windowWords, shortTitle } = useWording();
  return (
    <ol className="sluis-dates">
      {phases.map(({ id, title, planned }) => (
        <li key={id}>
          <strong>{plan.phases.get(id)?.number}</strong> <span>{shortTitle(title)}</span>{' '}
          <span className="sluis-quiet">{windowWords(planned)}</span>
        </li>
      ))}
    </ol>
  );
};

/** Where a window is drawn, in percentages; null when it has no day at all. */
function barOf({ from, until }: Window, x: (day: Day) => number): { start: number; end: number } | null {
  const begun = from ?? until;
  if (begun === null) return null;
  const start = x(begun);
  return { start, end: until === null ? start : Math.max(start + 0.6, x(until)) };
}

/** The phases of which this person can move the plan. */
function Moves({ phases, move }: Pick<TimelineProps, 'phases' | 'move'>) {
  const { labels, dossierPage } = useWording();
  const links = phases.flatMap(({ id, title }) => {
    const href = move(id);
    return href === null ? [] : [{ id, title, href }];
  });
  if (links.length === 0) return null;
  return (
    <details className="sluis-details sluis-noprint">
      <summary>{labels['plan-phase']}</summary>
      <ul className="sluis-plain">
        {links.map(({ id, title, href }) => (
          <li key={id}>
            <Link href={href}>{dossierPage.movePlan(title)}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

const PlanTable = ({ phases, first }: Pick<TimelineProps, 'phases' | 'first'>) => {
  const { dossierPage, capital, phaseWords, windowWords, shortDay } = useWording();
  return (
    <Table
      label={dossierPage.asTable}
      kind="sluis-stacked"
      heads={[
        ...[dossierPage.phase, dossierPage.status, dossierPage.plan],
        ...[dossierPage.started, dossierPage.passed, dossierPage.difference],
      ]}
    >
      {phases.map((phase) => (
        <Row key={phase.id} head={phase.title}>
          <Cell head={dossierPage.status}>{capital(phaseWords[phase.status])}</Cell>
          <Cell head={dossierPage.plan}>
            {windowWords(phase.planned)} {phase.planned.aim !== null && `(${dossierPage.aim(phase.planned.aim)})`}
            {phase.plannedBefore.map((former, i) => (
              <span key={`${former.movedOn} ${i}`} className="sluis-quiet">
                {dossierPage.moved(windowWords(former.planned), former.movedOn)}
                {former.reason !== null && `: ${former.reason}`}
              </span>
            ))}
          </Cell>
          <Cell kind="sluis-date" head={dossierPage.started}>
            {phase.startedOn === null ? '–' : shortDay(phase.startedOn)}
          </Cell>
          <Cell kind="sluis-date" head={dossierPage.passed}>
            {phase.passedOn === null ? '–' : shortDay(phase.passedOn)}
          </Cell>
          <Cell head={dossierPage.difference}>
            <Difference phase={phase} isFirst={phase.id === first} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
};

/** Of what passed, with its plan; of what is still to pass, since when it is late and how far its plan slipped. */
function Difference({ phase, isFirst }: { phase: PhaseView; isFirst: boolean }) {
  const { dossierPage, latenessWords } = useWording();
  const { planned, plannedBefore, passedOn, late } = phase;
  if (passedOn !== null && planned.until !== null) return dossierPage.later(daysUntil(planned.until, passedOn));
  const before = plannedBefore[0]?.planned.until ?? null;
  const days = passedOn !== null || before === null || planned.until === null ? 0 : daysUntil(before, planned.until);
  const slipped = days === 0 ? null : latenessWords.slipped(days);
  if (!late) return slipped ?? '–';
  return (
    <>
      <span className={isFirst ? 'sluis-late' : undefined}>{latenessWords.cell(late.since, late.days)}</span>
      {slipped !== null && `; ${slipped}`}
    </>
  );
}

const clamp = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100;
