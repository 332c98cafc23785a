// Where quarters and years begin in a drawing of time, with a line down through its rows.
import type { Day } from '../../../domain/vocabulary.js';
import { useWording } from '../../../http/page/wording.js';
import type { Mark } from './timeline-span.js';

interface TimelineMarksProps {
  marks: readonly Mark[];
  /** How far along the drawing a day is, in per cent. */
  at: (day: Day) => number;
  /** Of the whole drawing, in pixels. */
  height: number;
}

export const TimelineMarks = ({ marks, at, height }: TimelineMarksProps) => {
  const { dossierPage } = useWording();
  return marks.map(({ day, quarter, year }) => {
    const x = `${at(day)}%`;
    return (
      <g key={day} className={year === null ? undefined : 'sluis-timeline__year'}>
        <line className="sluis-timeline__line" x1={x} x2={x} y1={year === null ? 18 : 0} y2={height} />
        {year !== null && (
          <text x={x} dx="4" y="12">
            {year}
          </text>
        )}
        <text className="sluis-timeline__label" x={x} dx="4" y="30">
          {dossierPage.quarter(quarter)}
        </text>
      </g>
    );
  });
};
