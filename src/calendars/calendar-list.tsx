// The calendars that somebody may enter, and whether they are known.
import type { BodyCalendar, RegionCalendar } from '../domain/calendars/body-calendar.js';
import { Link, Paragraph, Section } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { useWording } from '../http/page/wording.js';
import { calendarPath, calendarsPath } from './paths.js';

export interface ListedCalendar {
  whose: string;
  title: string;
  calendar: BodyCalendar | RegionCalendar | null;
}

export const CalendarListPage = ({ around, calendars }: { around: Surroundings; calendars: ListedCalendar[] }) => {
  const { calendarPages: words } = useWording();
  const known = calendars.filter(({ calendar }) => calendar !== null);
  const unknown = calendars.filter(({ calendar }) => calendar === null);
  return (
    <Frame title={words.title} around={{ ...around, here: calendarsPath }}>
      <Paragraph>{words.lead}</Paragraph>
      {calendars.length === 0 && <Paragraph>{words.none}</Paragraph>}
      {known.length > 0 && (
        <Table label={words.title} kind="sluis-stacked" heads={Object.values(words.heads)}>
          {known.map((one) => (
            <Row key={one.whose} head={<Link href={calendarPath(one.whose)}>{one.title}</Link>}>
              <Cell head={words.heads.state}>
                <State calendar={one.calendar} />
              </Cell>
              <Cell head={words.heads.source}>{one.calendar?.source ?? '–'}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {unknown.length > 0 && (
        <Section title={words.without(unknown.length)}>
          <ul className="sluis-plain sluis-columns">
            {unknown.map((one) => (
              <li key={one.whose}>
                <Link href={calendarPath(one.whose)}>{one.title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Frame>
  );
};

const State = ({ calendar }: Pick<ListedCalendar, 'calendar'>) => {
  const { calendarPages: words } = useWording();
  if (calendar === null) return null;
  return 'until' in calendar ? words.known(calendar.until) : words.knownRegion;
};
