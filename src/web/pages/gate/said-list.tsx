// What each body said, where that is more than for or against: a response with its points, consent, why it is against. It
// stands where the chair concludes, and of responses and of those against on the card.
import type { DecisionView } from '../../../domain/views/decision-view.js';
import type { GateView } from '../../../wording/gates/views.js';
import type { Wording } from '../../../wording/wording.js';
import { Heading, Lines, Link } from '../../../http/page/basics.js';
import { SignIcon, standFor, Word } from '../../../http/page/sign.js';
import { useWording } from '../../../http/page/wording.js';
import type { Addresses } from '../addresses.js';
import { isMissing, type BodyLine } from '../body-lines.js';

/** Whether what is said at a gate tells more than how it counts. */
export const speaksForItself = ({ asks }: GateView): boolean => asks === 'response' || asks === 'consent';

/** So much of why is told in a list; all of it stands at the decision. */
const reasonMax = 600;

/** So many stand on the card; of more there is a page. */
const onCardMax = 12;

/** What the card tells of what was said: every response; elsewhere who is against and why, which holds back the others. */
export function SaidOnCard({ gate, lines, at }: { gate: GateView; lines: BodyLine[]; at: Addresses }) {
  const { signWords, speech, capital, dossierPage } = useWording();
  const isResponse = gate.asks === 'response';
  const said = lines.filter((line) => (isResponse ? !isMissing(line) : line.stand.sign === 'against'));
  const told = said.slice(0, onCardMax);
  return (
    <>
      {told.length > 0 && (
        <Heading level={3}>{capital(isResponse ? speech.response.for : signWords(gate.asks).against)}</Heading>
      )}
      <SaidList lines={told} href={(id) => at.decision(gate.id, id)} />
      {said.length > told.length && (
        <p>
          <Link href={at.gate(gate.id)}>{dossierPage.more(said.length - told.length)}</Link>
        </p>
      )}
    </>
  );
}

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
        <li key={body} className="sluis-act">
          <SignIcon sign={stand.drawn} />
          <span className="sluis-act__who">
            <strong>{decision ? <a href={href(decision.id)}>{title}</a> : title}</strong>
            <span className="sluis-act__state" {...standFor(stand)}>
              <Word word={capitalFirst(stand.parts)} of={stand} />
            </span>
          </span>
          <div className="sluis-act__why">
            {decision?.reason != null && <Reason text={decision.reason} href={href(decision.id)} />}
            {decision && <Points points={decision.points} />}
          </div>
        </li>
      ))}
    </ul>
  );
};

const Reason = ({ text, href }: { text: string; href: string }) => {
  const { gatePage, briefing } = useWording();
  const isCut = text.length > reasonMax;
  return (
    <p className="sluis-lines sluis-quiet">
      {gatePage.quoted(isCut ? text.slice(0, reasonMax).trimEnd() + briefing.cut : text)}
      {isCut && (
        <>
          {' '}
          <Link href={href}>{gatePage.readOn}</Link>
        </>
      )}
    </p>
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
