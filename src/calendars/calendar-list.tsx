// The calendars that somebody may enter, and whether they are known.
import type { BodyCalendar, RegionCalendar } from '../domain/calendars/body-calendar.js';
import { Link, Paragraph } from '../http/page/basics.js';
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
  return (
    <Frame title={words.title} around={{ ...around, here: calendarsPath }}>
      <Paragraph>{words.lead}</Paragraph>
      {calendars.length === 0 ? (
        <Paragraph>{words.none}</Paragraph>
      ) : (
        <Table label={words.title} kind="sluis-stacked" heads={Object.values(words.heads)}>
          {calendars.map((one) => (
            <Row key={one.whose} head={<Link href={calendarPath(one.whose)}>{one.title}</Link>}>
              <Cell head={words.heads.state}>
                <State calendar={one.calendar} />
              </Cell>
              <Cell head={words.heads.source}>{one.calendar?.source ?? '–'}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Frame>
  );
};

const State = ({ calendar }: Pick<ListedCalendar, 'calendar'>) => {
  const { calendarPages: words } = useWording();
  if (calendar === null) return <strong>{words.unknown}</strong>;
  return 'until' in calendar ? words.known(calendar.until) : words.knownRegion;
};
