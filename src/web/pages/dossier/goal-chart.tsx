// The course of one goal over the meetings that were held, as a small drawing; its numbers stand in a table as well.
import type { GoalView } from '../../../domain/views/meeting-view.js';
import type { Day } from '../../../domain/vocabulary.js';
import { useWording } from '../../../http/page/wording.js';
import { daysUntil } from '../../../domain/calendar.js';

export interface Reported {
  on: Day;
  number: number;
  /** As it was written. */
  text: string;
}

const height = 96;
const top = 30;
const bottom = 80;
/** Among more points only the first, the last and the outermost say their number. */
const labelsMax = 8;

/** Drawn from two numbers on: one is no course. */
export function GoalChart({ goal, points }: { goal: GoalView; points: Reported[] }) {
  const { meetingForm, dossierPage, shortDay } = useWording();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const numbers = points.map(({ number }) => number);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const days = Math.max(1, daysUntil(first.on, last.on));
  const places = points.map((point) => ({
    ...point,
    x: `${round(6 + (daysUntil(first.on, point.on) / days) * 88)}%`,
    y: most === least ? (top + bottom) / 2 : round(bottom - ((point.number - least) / (most - least)) * (bottom - top)),
  }));
  const speaks = (i: number): boolean =>
    points.length <= labelsMax || [0, points.length - 1, numbers.indexOf(least), numbers.indexOf(most)].includes(i);
  return (
    <figure className="sluis-chart">
      <figcaption className="sluis-strong">{meetingForm.goal(goal.title, goal.unit)}</figcaption>
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={dossierPage.course(goal.title, first.text, last.text)}
        focusable="false"
      >
        <line className="sluis-timeline__line" x1="0" x2="100%" y1={bottom + 8} y2={bottom + 8} />
        {places.slice(1).map(({ on, x, y }, i) => (
          <line key={on} className="sluis-chart__line" x1={places[i]?.x} y1={places[i]?.y} x2={x} y2={y} />
        ))}
        {places.map(({ on, x, y, text }, i) => (
          <g key={on}>
            <circle className="sluis-chart__point" cx={x} cy={y} r="4" />
            {speaks(i) && (
              <text className="sluis-chart__label" x={x} y={y - 9} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        ))}
      </svg>
      <p className="sluis-chart__days sluis-quiet">
        <span>{shortDay(first.on)}</span> <span>{shortDay(last.on)}</span>
      </p>
    </figure>
  );
}

const round = (n: number): number => Math.round(n * 10) / 10;
