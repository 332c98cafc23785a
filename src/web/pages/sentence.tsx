// The sentence about a gate, in which the bodies that it names carry their stand for machines.
import { standFor } from '../../http/page/sign.js';
import type { GateOnPage } from '../../wording/views.js';

export const Sentence = ({ gate: { sentenceParts, stands } }: { gate: GateOnPage }) => (
  <>
    {sentenceParts.map(({ text, of }, i) => {
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
