// The list of people, for who gives roles: who they are, what they may do now, and which of them one looks for.
import type { PersonOnRecord } from '../../../domain/people.js';
import { isValid } from '../../../domain/permissions.js';
import type { Day } from '../../../domain/vocabulary.js';
import { Button, ButtonLink, Link, Paragraph } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import { ListChoices, UnknownChoice } from '../list-choice.js';
import { PastEnd } from '../past-end.js';
import { peopleOffers, peopleQuery, type AskedPeople } from './people-choice.js';
import { roleOf, type TitleOf } from './people-history.js';

interface PeopleProps {
  around: Surroundings;
  asked: AskedPeople;
  people: PersonOnRecord[];
  /** How many fit, on all pages together. */
  found: number;
  /** Where the next page begins; null on the last. */
  next: number | null;
  /** Where the last page begins, for who came past the end; null for others. */
  last: number | null;
  today: Day;
  titleOf: TitleOf;
  hrefOf: (person: string) => string;
  toAdd: string;
}

const path = '/mensen';
const addressOf = (query: Record<string, string>): string =>
  Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;

export const PeoplePage = ({
  around,
  asked,
  people,
  found,
  next,
  last,
  today,
  titleOf,
  hrefOf,
  toAdd,
}: PeopleProps) => {
  const wording = useWording();
  const { peoplePages: words, peopleListWords: list, listWords, electedWords } = wording;
  const pageAt = (from: number): string =>
    addressOf({ ...peopleQuery(asked), ...(from > 0 ? { vanaf: String(from) } : {}) });
  return (
    <Frame title={words.title} around={around}>
      <UnknownChoice asked={asked} />
      <p className="sluis-actions sluis-noprint">
        <ButtonLink href={toAdd} primary>
          {words.add}
        </ButtonLink>{' '}
        <Link href="/mensen/verkiezingen">{electedWords.title}</Link>
      </p>
      <Choices asked={asked} />
      <PastEnd last={last === null ? null : pageAt(last)} />
      <Paragraph quiet>{list.found(found)}</Paragraph>
      {people.length > 0 && (
        <Table label={words.title} kind="sluis-stacked" heads={[words.name, words.email, words.roles]}>
          {people.map(({ id, name, email, assignments }) => {
            const now = assignments.filter((one) => isValid(one, today));
            return (
              <Row key={id} head={<Link href={hrefOf(id)}>{name ?? words.erasedPerson}</Link>}>
                <Cell head={words.email}>{email ?? '–'}</Cell>
                <Cell head={words.roles}>
                  {now.length > 0 ? listWords(now.map((one) => roleOf(one, titleOf, wording))) : words.noRoles}
                </Cell>
              </Row>
            );
          })}
        </Table>
      )}
      {next !== null && <Link href={pageAt(next)}>{words.more}</Link>}
    </Frame>
  );
};

/** Which of them, in which order, and with which words: all of it in the address. */
const Choices = ({ asked }: { asked: AskedPeople }) => {
  const { peopleListWords: list, listChoiceWords } = useWording();
  const { zoek: _, ...kept } = peopleQuery(asked);
  const words: Record<string, string> = asked.zoek === '' ? {} : { zoek: asked.zoek };
  return (
    <div className="sluis-noprint">
      <ListChoices
        asked={asked}
        offers={peopleOffers}
        hrefOf={(query) => addressOf({ ...query, ...words })}
        words={{ ...list, order: listChoiceWords.order }}
      />
      <form className="sluis-look" method="get" action={path}>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          type="search"
          name="zoek"
          maxLength={100}
          defaultValue={asked.zoek}
          aria-label={list.search}
          placeholder={list.search}
        />
        <Button>{list.look}</Button>
        {asked.zoek !== '' && <Link href={addressOf(kept)}>{list.clear}</Link>}
      </form>
    </div>
  );
};
