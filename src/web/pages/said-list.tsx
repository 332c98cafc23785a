// What each body said, where that is more than for or against: a response with its points, or consent. It stands where the
// chair concludes, and of responses on the card.
import type { DecisionView } from '../../domain/views/decision-view.js';
import type { GateView } from '../../wording/views.js';
import type { Wording } from '../../wording/wording.js';
import { Lines, Link } from '../../http/page/basics.js';
import { Verdict } from '../../http/page/sign.js';
import { useWording } from '../../http/page/wording.js';
import type { BodyLine } from './body-lines.js';

/** Whether what is said at a gate tells more than how it counts. */
export const speaksForItself = ({ asks }: GateView): boolean => asks === 'response' || asks === 'consent';

interface SaidListProps {
  lines: BodyLine[];
  href: (decision: string) => string;
}

/** Of those who said something that who looks may know. */
export const SaidList = ({ lines, href }: SaidListProps) => {
  const { capitalFirst } = useWording();
  const said = lines.filter(({ decision }) => decision !== null);
  return said.length === 0 ? null : (
    <ul className="sluis-needed">
      {said.map(({ body, title, stand, decision }) => (
        <li key={body}>
          <p>{decision ? <Link href={href(decision.id)}>{title}</Link> : title}</p>
          <Verdict sign={stand.sign} word={capitalFirst(stand.parts)} of={stand} />
          {decision && <Points points={decision.points} />}
        </li>
      ))}
    </ul>
  );
};

/** The points of a zienswijze, each with its answer. */
export const Points = ({ points }: Pick<DecisionView, 'points'>) => {
  const wording = useWording();
  return points.length === 0 ? null : (
    <ul>
      {points.map((point) => (
        <li key={point.text}>
          <Lines text={pointWords(point, wording)} />
        </li>
      ))}
    </ul>
  );
};

const pointWords = ({ text, answer }: DecisionView['points'][number], { receipt }: Wording): string =>
  answer === null ? text : `${text} (${receipt.answered(answer)})`;
