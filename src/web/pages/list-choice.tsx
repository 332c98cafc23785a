// What can be chosen of a list: which of it, and in which order; each a link, so that the choice is in the address, can be sent, and comes
// back the same. What the address asks and is not there is said, and hides nothing.
import { Alert, Link, Paragraph } from '../../http/page/basics.js';
import { useWording } from '../../http/page/wording.js';

/** What a list offers; the first of each is what it shows when nothing is asked. */
export interface Offers<F extends string, O extends string> {
  filters: readonly [F, ...F[]];
  orders: readonly [O, ...O[]];
}

/** What the address asks. */
export interface Choice<F extends string, O extends string> {
  toon: F;
  volgorde: O;
  /** Whether it asks what is not there. */
  isUnknown: boolean;
}

type Query = Readonly<Record<string, string | undefined>>;

const among = <T extends string>(all: readonly T[], one: string): T | undefined => all.find((known) => known === one);

export function choiceIn<F extends string, O extends string>(
  { toon = '', volgorde = '' }: Query,
  { filters, orders }: Offers<F, O>,
): Choice<F, O> {
  const filter = among(filters, toon);
  const order = among(orders, volgorde);
  return {
    toon: filter ?? filters[0],
    volgorde: order ?? orders[0],
    isUnknown: (toon !== '' && !filter) || (volgorde !== '' && !order),
  };
}

/** What an address says of a choice: nothing of what is shown when nothing is asked. */
export const choiceQuery = <F extends string, O extends string>(
  { toon, volgorde }: Pick<Choice<F, O>, 'toon' | 'volgorde'>,
  { filters, orders }: Offers<F, O>,
): Record<string, string> => ({
  ...(toon === filters[0] ? {} : { toon }),
  ...(volgorde === orders[0] ? {} : { volgorde }),
});

interface ChoicesProps<F extends string, O extends string> {
  asked: Choice<F, O>;
  offers: Offers<F, O>;
  /** The filters that are shown; all that are offered when left out. */
  shown?: readonly F[];
  hrefOf: (query: Record<string, string>) => string;
  words: { filter: string; order: string; filters: Partial<Record<F, string>>; orders: Record<O, string> };
  /** Whether an order is worth offering. */
  ordered?: boolean;
}

export function ListChoices<F extends string, O extends string>(props: ChoicesProps<F, O>) {
  const { asked, offers, shown = offers.filters, hrefOf, words, ordered = true } = props;
  const to = (change: Partial<Choice<F, O>>): string => hrefOf(choiceQuery({ ...asked, ...change }, offers));
  return (
    <div className="sluis-choices sluis-noprint">
      <nav className="sluis-filters" aria-label={words.filter}>
        {shown.map((toon) => (
          <Link key={toon} href={to({ toon })} current={toon === asked.toon}>
            {words.filters[toon]}
          </Link>
        ))}
      </nav>
      {ordered && (
        <nav className="sluis-filters sluis-filters--quiet" aria-label={words.order}>
          <span className="sluis-quiet">{words.order}</span>
          {offers.orders.map((volgorde) => (
            <Link key={volgorde} href={to({ volgorde })} current={volgorde === asked.volgorde}>
              {words.orders[volgorde]}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}

/** That the address asked a filter or an order that is not there. */
export const UnknownChoice = ({ asked }: { asked: { isUnknown: boolean } }) => {
  const { listChoiceWords } = useWording();
  return (
    asked.isUnknown && (
      <Alert tone="warning">
        <Paragraph>{listChoiceWords.unknown}</Paragraph>
      </Alert>
    )
  );
};
