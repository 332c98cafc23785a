// The list of people, for who gives roles: who they are, what they may do now, and which of them one looks for.
import type { PersonOnRecord } from '../../domain/people.js';
import { isValid } from '../../domain/permissions.js';
import type { Day } from '../../domain/vocabulary.js';
import { Alert, Button, ButtonLink, Link, Paragraph } from '../../http/page/basics.js';
import { Frame, type Surroundings } from '../../http/page/frame.js';
import { Cell, Row, Table } from '../../http/page/table.js';
import { useWording } from '../../http/page/wording.js';
import { peopleFilters, peopleOrders, peopleQuery, type AskedPeople } from './people-choice.js';
import { roleOf, type TitleOf } from './people-history.js';

interface PeopleProps {
  around: Surroundings;
  asked: AskedPeople;
  people: PersonOnRecord[];
  /** How many fit, on all pages together. */
  found: number;
  /** Where the next page begins; null on the last. */
  next: number | null;
  today: Day;
  titleOf: TitleOf;
  hrefOf: (person: string) => string;
  toAdd: string;
}

const path = '/mensen';
const addressOf = (query: Record<string, string>): string =>
  Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;

export const PeoplePage = ({ around, asked, people, found, next, today, titleOf, hrefOf, toAdd }: PeopleProps) => {
  const wording = useWording();
  const { peoplePages: words, peopleListWords: list, listWords } = wording;
  return (
    <Frame title={words.title} around={around}>
      {asked.isUnknown && (
        <Alert tone="warning">
          <Paragraph>{list.unknown}</Paragraph>
        </Alert>
      )}
      <p className="sluis-actions sluis-noprint">
        <ButtonLink href={toAdd} primary>
          {words.add}
        </ButtonLink>
      </p>
      <Choices asked={asked} />
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
      {next !== null && <Link href={addressOf({ ...peopleQuery(asked), vanaf: String(next) })}>{words.more}</Link>}
    </Frame>
  );
};

/** Which of them, in which order, and with which words: all of it in the address. */
const Choices = ({ asked }: { asked: AskedPeople }) => {
  const { peopleListWords: words } = useWording();
  const { zoek: _, ...kept } = peopleQuery(asked);
  return (
    <div className="sluis-noprint">
      <div className="sluis-choices">
        <nav className="sluis-filters" aria-label={words.filter}>
          {peopleFilters.map((toon) => (
            <Link key={toon} href={addressOf(peopleQuery({ ...asked, toon }))} current={toon === asked.toon}>
              {words.filters[toon]}
            </Link>
          ))}
        </nav>
        <nav className="sluis-filters sluis-filters--quiet" aria-label={words.order}>
          <span className="sluis-quiet">{words.order}</span>
          {peopleOrders.map((volgorde) => (
            <Link
              key={volgorde}
              href={addressOf(peopleQuery({ ...asked, volgorde }))}
              current={volgorde === asked.volgorde}
            >
              {words.orders[volgorde]}
            </Link>
          ))}
        </nav>
      </div>
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
          aria-label={words.search}
          placeholder={words.search}
        />
        <Button>{words.look}</Button>
        {asked.zoek !== '' && <Link href={addressOf(kept)}>{words.clear}</Link>}
      </form>
    </div>
  );
};
