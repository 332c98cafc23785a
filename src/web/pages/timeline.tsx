// Planned against actual: an SVG in percentages, and the same as a table under it.
import type { PhaseView } from '../../domain/views/dossier-view.js';
import type { Window } from '../../domain/calendar.js';
import type { Day } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import { useWording } from '../../http/page/wording.js';
import { daysUntil } from '../../domain/calendar.js';
import { Link } from '../../http/page/basics.js';
import { Cell, Row, Scrolling, Table } from '../../http/page/table.js';

interface TimelineProps {
  phases: PhaseView[];
  startedOn: Day;
  today: Day;
  /** The phase that matters first of all that is late. */
  first: string | null;
  /** Where the plan of a phase is moved; null where this person cannot. */
  move: (phase: string) => string | null;
}

const rowHeight = 44;
const headHeight = 26;

export function Timeline({ phases, startedOn, today, first, move }: TimelineProps) {
  const wording = useWording();
  const { dossierPage, shortDay } = wording;
  // What runs is drawn until today, so today is then on the axis.
  const runs = phases.some(({ startedOn: begun, passedOn }) => begun !== null && passedOn === null);
  const span = spanOf(phases, startedOn, runs ? today : startedOn, wording);
  const hasToday = today >= span.from && today < span.until;
  const x = (day: Day): number => clamp((daysUntil(span.from, day) / span.days) * 100);
  const height = headHeight + phases.length * rowHeight + 8;
  return (
    <>
      <Scrolling label={dossierPage.planned}>
        <svg
          className="sluis-timeline"
          width="100%"
          height={height}
          role="img"
          aria-label={dossierPage.drawing}
          focusable="false"
        >
          {span.quarters.map(({ day, label }) => (
            <g key={day}>
              <line className="sluis-timeline__line" x1={`${x(day)}%`} x2={`${x(day)}%`} y1="20" y2={height} />
              <text className="sluis-timeline__label" x={`${x(day)}%`} dx="3" y="14">
                {label}
              </text>
            </g>
          ))}
          {phases.map((phase, i) => (
            <Bar key={phase.id} phase={phase} y={headHeight + i * rowHeight} x={x} today={today} />
          ))}
          {hasToday && (
            <line className="sluis-timeline__today" x1={`${x(today)}%`} x2={`${x(today)}%`} y1="20" y2={height} />
          )}
        </svg>
      </Scrolling>
      <ul className="sluis-legend">
        <li className="sluis-key sluis-key--plan">{dossierPage.plan}</li>
        {phases.some(({ plannedBefore }) => plannedBefore.length > 0) && (
          <li className="sluis-key sluis-key--before">{dossierPage.planBefore}</li>
        )}
        <li className="sluis-key sluis-key--actual">{dossierPage.actual}</li>
        {hasToday && (
          <li className="sluis-key sluis-key--today">
            {dossierPage.today}, {shortDay(today)}
          </li>
        )}
      </ul>
      <details className="sluis-details">
        <summary>{dossierPage.asTable}</summary>
        <PlanTable phases={phases} first={first} />
      </details>
      <Moves phases={phases} move={move} />
    </>
  );
}

interface BarProps {
  phase: PhaseView;
  y: number;
  x: (day: Day) => number;
  today: Day;
}

function Bar({ phase, y, x, today }: BarProps) {
  const now = barOf(phase.planned, x);
  const { start = 0, end = 0 } = now ?? {};
  const first = phase.plannedBefore[0];
  const before = first ? barOf(first.planned, x) : null;
  const actualEnd = phase.passedOn ?? today;
  // Beside a bar that begins late the title would run off the page: it ends where the bar ends.
  const late = start > 70;
  return (
    <g>
      <text
        className="sluis-timeline__title"
        x={`${late ? end : start}%`}
        y={y + 14}
        textAnchor={late ? 'end' : 'start'}
      >
        {phase.title}
      </text>
      {now && <rect className="sluis-timeline__plan" x={`${start}%`} width={`${end - start}%`} y={y + 20} height="7" />}
      {before && (
        <rect
          className="sluis-timeline__before"
          x={`${before.start}%`}
          width={`${before.end - before.start}%`}
          y={y + 20}
          height="7"
        />
      )}
      {phase.startedOn !== null && (
        <rect
          className="sluis-timeline__actual"
          x={`${x(phase.startedOn)}%`}
          width={`${Math.max(0.6, x(actualEnd) - x(phase.startedOn))}%`}
          y={y + 29}
          height="7"
        />
      )}
    </g>
  );
}

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

interface Span {
  from: Day;
  until: Day;
  days: number;
  quarters: { day: Day; label: string }[];
}

const quartersMax = 12;

/** From the first to the last day that is planned or was used, in whole quarters. */
function spanOf(phases: PhaseView[], startedOn: Day, latest: Day, wording: Wording): Span {
  const days = phases
    .flatMap((p) => [
      ...[p.planned, ...p.plannedBefore.map(({ planned }) => planned)].flatMap(({ from, until }) => [from, until]),
      ...[p.startedOn, p.passedOn],
    ])
    .filter((day): day is Day => day !== null)
    .concat(startedOn, latest)
    .sort();
  const first = quarterOf(days[0] ?? startedOn);
  const last = quarterOf(days.at(-1) ?? startedOn) + 1;
  const step = Math.ceil((last - first) / quartersMax);
  const quarters: Span['quarters'] = [];
  for (let q = first; q < last; q += step) quarters.push({ day: dayOf(q), label: labelOf(q, q === first, wording) });
  return { from: dayOf(first), until: dayOf(last), days: daysUntil(dayOf(first), dayOf(last)), quarters };
}

/** Quarters counted from the year nought. */
const quarterOf = (day: Day): number => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
const dayOf = (quarter: number): Day =>
  `${String(Math.floor(quarter / 4)).padStart(4, '0')}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;
const labelOf = (quarter: number, isFirst: boolean, { dossierPage }: Wording): string =>
  dossierPage.quarter((quarter % 4) + 1, Math.floor(quarter / 4), isFirst);
const clamp = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100;
