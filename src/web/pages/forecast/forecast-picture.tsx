// The forecast as a drawing: of each phase from when to when at the earliest, with recess and elections behind it. The table
// under it says the same.
import { daysUntil } from '../../../domain/calendar.js';
import type { Forecast, PhaseForecast } from '../../../domain/forecast/forecast.js';
import type { Day } from '../../../domain/vocabulary.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import { useWording } from '../../../http/page/wording.js';
import { TimelineMarks } from '../dossier/timeline-marks.js';
import { spanOf } from '../dossier/timeline-span.js';

const rowHeight = 28;
const headHeight = 40;

export const ForecastPicture = ({ forecast, plan }: { forecast: Forecast; plan: Plan }) => {
  const { forecastWords: words, shortTitle } = useWording();
  const { on, goal, phases, pauses } = forecast;
  const ahead = phases.filter(({ hasPassed, passOn }) => !hasPassed && passOn !== null);
  if (ahead.length === 0) return null;
  const days = ahead.flatMap(({ passOn, passBy }) => [passOn, passBy]).filter((day): day is Day => day !== null);
  const span = spanOf([], [on, ...days, ...(goal === null ? [] : [goal])]);
  const x = (day: Day): number => Math.min(100, Math.max(0, (daysUntil(span.from, day) / span.days) * 100));
  const height = headHeight + ahead.length * rowHeight;
  const line = (day: Day) => ({ x1: `${x(day)}%`, x2: `${x(day)}%`, y2: height });
  return (
    <figure className="sluis-timeline">
      <div className="sluis-timeline__grid">
        <ol className="sluis-timeline__names" aria-hidden="true">
          {ahead.map(({ phase }) => (
            <li key={phase}>
              {plan.phases.get(phase)?.number} {shortTitle(plan.phases.get(phase)?.title ?? phase)}
            </li>
          ))}
        </ol>
        <svg width="100%" height={height} role="img" aria-label={words.drawing} focusable="false">
          {pauses.map(({ from, until }) => (
            <rect
              key={`${from} ${until}`}
              className="sluis-forecast__pause"
              x={`${x(from)}%`}
              width={`${x(until) - x(from)}%`}
              y={headHeight - 4}
              height={height - headHeight + 4}
            />
          ))}
          <TimelineMarks marks={span.marks} at={x} height={height} />
          {ahead.map((phase, n) => (
            <Bar key={phase.phase} phase={phase} y={headHeight + n * rowHeight} x={x} />
          ))}
          {goal !== null && <line className="sluis-timeline__goal" {...line(goal)} y1="18" />}
          <line className="sluis-timeline__today" {...line(on)} y1={headHeight - 4} />
        </svg>
      </div>
      <Keys forecast={forecast} />
    </figure>
  );
};

const widthMin = 0.6;

const Bar = ({ phase, y, x }: { phase: PhaseForecast; y: number; x: (day: Day) => number }) => {
  const { putOn, startOn, passOn, passBy, fits } = phase;
  const from = putOn ?? startOn;
  if (from === null || passOn === null) return null;
  return (
    <g>
      <rect
        className={fits === false ? 'sluis-forecast__late' : 'sluis-forecast__room'}
        x={`${x(from)}%`}
        width={`${Math.max(widthMin, x(passOn) - x(from))}%`}
        y={y + 9}
        height={10}
        rx="2"
      />
      {passBy !== null && (
        <line className="sluis-forecast__latest" x1={`${x(passBy)}%`} x2={`${x(passBy)}%`} y1={y + 5} y2={y + 23} />
      )}
    </g>
  );
};

const Keys = ({ forecast: { on, goal, phases, pauses } }: { forecast: Forecast }) => {
  const { forecastWords, dossierPage, shortDay } = useWording();
  const { keys } = forecastWords;
  return (
    <ul className="sluis-legend">
      <li className="sluis-key sluis-key--room">{keys.room}</li>
      {phases.some(({ fits }) => fits === false) && <li className="sluis-key sluis-key--too-late">{keys.late}</li>}
      {phases.some(({ passBy }) => passBy !== null) && <li className="sluis-key sluis-key--latest">{keys.latest}</li>}
      {pauses.length > 0 && <li className="sluis-key sluis-key--pause">{keys.pause}</li>}
      <li className="sluis-key sluis-key--today">
        {dossierPage.today}, {shortDay(on)}
      </li>
      {goal !== null && (
        <li className="sluis-key sluis-key--goal">
          {dossierPage.goal}, {shortDay(goal)}
        </li>
      )}
    </ul>
  );
};
