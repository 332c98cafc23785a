// What somebody was filling in before: offered above its form. And where the browser keeps what is being filled in now.
import type { Instant } from '../../domain/vocabulary.js';
import { Alert, Button, Paragraph } from '../../http/page/basics.js';
import { KeptForm } from '../../http/page/kept-form.js';
import { useWording } from '../../http/page/wording.js';

export const draftsPath = '/concepten';

const at = (path: string, place: string): string => `${path}?van=${encodeURIComponent(place)}`;

/** Where a form is kept while it is filled in. */
export const keepsAt = (place: string): string => at(draftsPath, place);

/** What is kept of a form. */
export interface FormDraft {
  /** The address of the form. */
  place: string;
  /** What was kept before; until it is taken up or thrown away nothing takes its place. */
  offer: Offer | null;
}

interface Offer {
  /** As they were kept. */
  fields: string;
  keptAt: Instant;
  now: Instant;
}

/** That what was filled in before stands in the form; it can be thrown away. */
export const DraftShown = ({ place }: { place: string }) => {
  const { drafts: words, gridWords } = useWording();
  return (
    <Alert tone="info">
      <Paragraph>{gridWords.keptHere}</Paragraph>
      <form method="post" action={at(`${draftsPath}/weg`, place)}>
        <Button>{words.remove}</Button>
      </form>
    </Alert>
  );
};

export const DraftOffer = ({ place, fields, keptAt, now }: Offer & { place: string }) => {
  const { drafts: words } = useWording();
  return (
    <Alert tone="info">
      <Paragraph>{words.offer(keptAt, now)}</Paragraph>
      <div className="sluis-actions sluis-offer">
        <KeptForm action={place} kept={fields} label={words.resume} />
        <form method="post" action={at(`${draftsPath}/weg`, place)}>
          <Button>{words.remove}</Button>
        </form>
      </div>
    </Alert>
  );
};
