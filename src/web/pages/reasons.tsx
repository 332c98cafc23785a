// The rule line by line: what holds, what does not, and what is still open.
import type { ExplanationView } from '../../wording/gates/views.js';
import type { Asks, Outcome } from '../../domain/vocabulary.js';
import { useWording } from '../../http/page/wording.js';
import { Section, type Tone } from '../../http/page/basics.js';
import { SignIcon, signOfOutcome } from '../../http/page/sign.js';

/** The tone in which an outcome is told. */
export const outcomeTones: Record<Outcome, Tone> = { go: 'ok', 'no-go': 'error', open: 'warning' };

/** A rule of one line says no more than the sentence above it. */
const isOneLine = ({ parts }: ExplanationView): boolean =>
  parts.length === 0 || (parts.length === 1 && isOneLine(parts[0]!)); // one part is there

interface ReasonsProps {
  explanation: ExplanationView;
  /** What the gate asks. */
  asked: Asks;
}

export const Reasons = ({ explanation, asked }: ReasonsProps) => {
  const { gatePage } = useWording();
  return isOneLine(explanation) ? null : (
    <Section title={gatePage.lines}>
      <ReasonList parts={explanation.parts} asked={asked} />
    </Section>
  );
};

interface ReasonListProps extends Pick<ReasonsProps, 'asked'> {
  parts: readonly ExplanationView[];
}

export const ReasonList = ({ parts, asked }: ReasonListProps) => {
  const { capital, speech } = useWording();
  return (
    <ul className="sluis-reasons">
      {parts.map((part) => (
        <li key={part.text}>
          <SignIcon sign={signOfOutcome(part.outcome, asked)} />
          <div>
            {capital(part.text)} <span className="sluis-quiet">({speech[asked].outcomes[part.outcome]})</span>
            {part.parts.length > 0 && <ReasonList parts={part.parts} asked={asked} />}
          </div>
        </li>
      ))}
    </ul>
  );
};
