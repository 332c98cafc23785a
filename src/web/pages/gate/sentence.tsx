// The sentence about a gate, in which the bodies that it names carry their stand for machines.
import { standFor } from '../../../http/page/sign.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateOnPage } from '../../../wording/gates/views.js';

interface SentenceProps {
  gate: GateOnPage;
  /** Whether it can be a go stands over it already. */
  titled?: boolean;
  /** Whether how many there are stands beside it, and who is waited for under it. */
  brief?: boolean;
}

export function Sentence({ gate: { sentenceParts, stands }, titled = false, brief = false }: SentenceProps) {
  const { capitalFirst } = useWording();
  const kept = sentenceParts.filter(
    ({ isVerdict, isWaiting, isCounted }) => !(titled && isVerdict) && !(brief && (isWaiting ?? isCounted)),
  );
  const shown = titled ? capitalFirst(kept) : kept;
  return (
    <>
      {shown.map(({ text, of }, i) => {
        const stand = of && stands.find(({ body }) => body === of.body);
        // Whom a condition or a reservation of an earlier gate is about may stand otherwise here.
        const isTold = stand && of.why === (stand.why ?? stand.side);
        return isTold ? (
          <span key={i} {...standFor({ ...stand, ...(of.question === undefined ? {} : { question: of.question }) })}>
            {text}
          </span>
        ) : (
          text
        );
      })}
    </>
  );
}
