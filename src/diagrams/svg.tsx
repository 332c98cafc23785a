// The diagram of a plan as SVG: for a page, which has the stylesheet, and as a file that stands on its own.
import { Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Plan } from '../domain/workflow/plan.js';
import type { Wording } from '../wording/wording.js';
import { drawingOf, taper, type Drawing, type PlacedArrow, type PlacedBox, type PlacedText } from './drawing.js';
import { legendOf, samplesOf, type Legend } from './legend.js';
import { pictureOf, type Picture } from './picture.js';
import { diagramStyles } from './styles.js';

/** What the longest line of the legend needs. */
const widthMin = 480;

/** A legend is read on one screen, however wide the drawing is. */
const legendMax = 1100;

interface DiagramProps {
  plan: Plan;
  wording: Wording;
  /** What is said of it to who cannot see it. */
  description: string;
  /** Its own style sheet, for a file, which has its legend within. */
  styles?: string;
}

/** On a page: where it is wider than the screen, it opens at its beginning, which something as wide as what is before it points at. */
export function PageDiagram({ plan, wording, description }: Omit<DiagramProps, 'styles'>) {
  const picture = pictureOf(plan, wording);
  const drawing = drawingOf(picture);
  const { x = 0, width = 0 } = drawing.boxes.find(({ kind }) => kind === 'start') ?? {};
  return (
    <>
      <div className="sluis-diagram__way" aria-hidden="true">
        <svg width={x + width / 2} height="1" focusable="false" />
        <span />
      </div>
      <Drawn picture={picture} drawing={drawing} description={description} />
    </>
  );
}

/** What the drawing on a page is made of, beside it: there it stays in sight when the drawing is pushed aside. */
export const DiagramLegend = ({ plan, wording }: Pick<DiagramProps, 'plan' | 'wording'>) => (
  <ul className="sluis-legend sluis-diagram__legend">
    {samplesOf(pictureOf(plan, wording), wording).map(({ kind, text, sample, width, height }) => (
      <li key={kind}>
        <svg
          className="sluis-diagram"
          width={width + 4}
          height={height + 4}
          viewBox={`-2 -2 ${width + 4} ${height + 4}`}
          aria-hidden="true"
          focusable="false"
        >
          {'path' in sample ? <ArrowLine arrow={sample} /> : <BoxShape box={sample} />}
        </svg>
        {text}
      </li>
    ))}
  </ul>
);

function DiagramInFile({ plan, wording, description, styles }: Required<DiagramProps>) {
  const picture = pictureOf(plan, wording);
  const drawing = drawingOf(picture);
  const legend = legendOf(picture, Math.min(Math.max(drawing.width, widthMin), legendMax), wording);
  return <Drawn {...{ picture, drawing, legend, description, styles }} />;
}

interface DrawnProps extends Pick<DiagramProps, 'description' | 'styles'> {
  picture: Picture;
  drawing: Drawing;
  legend?: Legend;
}

function Drawn({ picture, drawing, legend = { height: 0, items: [] }, description, styles }: DrawnProps) {
  const width = Math.max(drawing.width, widthMin);
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
    <DiagramInFile
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
