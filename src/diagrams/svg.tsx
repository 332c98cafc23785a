// The diagram of a plan as SVG: for a page, which has the stylesheet, and as a file that stands on its own.
import { Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Plan } from '../domain/workflow/plan.js';
import type { Wording } from '../wording/wording.js';
import { drawingOf, taper, type PlacedArrow, type PlacedBox, type PlacedText } from './drawing.js';
import { legendOf } from './legend.js';
import { pictureOf } from './picture.js';
import { diagramStyles } from './styles.js';

/** What the longest line of the legend needs. */
const widthMin = 480;

interface DiagramProps {
  plan: Plan;
  wording: Wording;
  /** What is said of it to who cannot see it. */
  description: string;
  /** Its own style sheet, for a file. */
  styles?: string;
}

export function Diagram({ plan, wording, description, styles }: DiagramProps) {
  const picture = pictureOf(plan, wording);
  const drawing = drawingOf(picture);
  const width = Math.max(drawing.width, widthMin);
  const legend = legendOf(picture, width, wording);
  const height = drawing.height + legend.height;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="sluis-diagram"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="diagram-title"
      aria-describedby="diagram-desc"
    >
      <title id="diagram-title">{picture.title}</title>
      <desc id="diagram-desc">{description}</desc>
      {styles !== undefined && <style>{styles}</style>}
      <defs>
        {(['on', 'back'] as const).map((way) => (
          <marker
            key={way}
            id={`diagram-${way}`}
            className={`sluis-diagram__head sluis-diagram__head--${way}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="10"
            markerHeight="10"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0,0 10,5 0,10z" />
          </marker>
        ))}
      </defs>
      {legend.items.map(({ sample, meaning }) => (
        <Fragment key={meaning.text}>
          {'path' in sample ? <ArrowLine arrow={sample} /> : <BoxShape box={sample} />}
          <Text text={meaning} kind="label" />
        </Fragment>
      ))}
      <g transform={`translate(0 ${legend.height})`}>
        {drawing.arrows.map((arrow) => (
          <ArrowLine key={arrow.path} arrow={arrow} />
        ))}
        {drawing.arrows.map(({ path, label }) => label && <Text key={path} text={label} kind="label" />)}
        {drawing.boxes.map((box) => (
          <BoxShape key={box.id} box={box} />
        ))}
      </g>
    </svg>
  );
}

/** A file: with the phases in sentences, and on white whatever the scheme of who opens it. */
export const svgOf = (plan: Plan, wording: Wording): string =>
  `${renderToStaticMarkup(
    <Diagram
      plan={plan}
      wording={wording}
      description={plan.workflow.phases.map((phase) => wording.phaseSentence(plan, phase)).join(' ')}
      styles={diagramStyles}
    />,
  )}\n`;

const ArrowLine = ({ arrow: { kind, path } }: { arrow: PlacedArrow }) => (
  <path
    className={`sluis-diagram__arrow sluis-diagram__arrow--${kind}`}
    d={path}
    markerEnd={`url(#diagram-${kind === 'rework' || kind === 'reopen' ? 'back' : 'on'})`}
  />
);

const BoxShape = ({ box }: { box: PlacedBox }) => (
  <g className={`sluis-diagram__box sluis-diagram__box--${box.kind}`}>
    <Outline box={box} />
    {box.title.map((text) => (
      <Text key={text.y} text={text} kind="title" />
    ))}
    {box.lines.map((text) => (
      <Text key={text.y} text={text} kind="line" />
    ))}
  </g>
);

/** A phase is a rectangle, a gate tapers, and a gate of councils has a double edge. */
function Outline({ box: { kind, x, y, width, height } }: { box: PlacedBox }) {
  const [right, foot, middle] = [x + width, y + height, y + height / 2];
  if (kind === 'gate')
    return (
      <path
        d={`M${x},${middle} ${x + taper},${y} ${right - taper},${y} ${right},${middle} ${right - taper},${foot} ${x + taper},${foot}z`}
      />
    );
  const rounding = kind === 'phase' ? 6 : kind === 'council' ? 0 : height / 2;
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={rounding} />
      {kind === 'council' && <rect x={x + 4} y={y + 4} width={width - 8} height={height - 8} />}
    </>
  );
}

const Text = ({ text: { x, y, text, anchor }, kind }: { text: PlacedText; kind: 'title' | 'line' | 'label' }) => (
  <text className={`sluis-diagram__${kind}`} x={x} y={y} textAnchor={anchor}>
    {text}
  </text>
);
