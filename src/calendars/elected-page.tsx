// Which roles are to be looked at since a new board began, each with the form in which it is ended.
import type { Day } from '../domain/vocabulary.js';
import type { RoleToCheck } from '../domain/calendars/elected-roles.js';
import { Link, Paragraph, Section } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { useWording } from '../http/page/wording.js';

export interface RegionToCheck {
  title: string;
  on: Day;
  since: Day;
  /** The elections were made up. */
  assumed: boolean;
  roles: readonly RoleToCheck[];
}

interface ElectedProps {
  around: Surroundings;
  regions: readonly RegionToCheck[];
  titleOf: (body: string) => string;
}

export const ElectedPage = ({ around, regions, titleOf }: ElectedProps) => {
  const { electedWords: words, capital, roleWords, longDay } = useWording();
  const { heads } = words;
  return (
    <Frame title={words.title} around={around} trail={[{ href: '/mensen', label: words.people }]}>
      <Paragraph>{words.why}</Paragraph>
      {regions.length === 0 && <Paragraph>{words.none}</Paragraph>}
      {regions.map(({ title, on, since, assumed, roles }) => (
        <Section key={title} title={words.region(title, on)}>
          {assumed && (
            <Paragraph>
              <strong>{words.assumed}</strong>
            </Paragraph>
          )}
          <Paragraph>{words.check(since)}</Paragraph>
          <Table label={words.region(title, on)} kind="sluis-stacked" heads={Object.values(heads)}>
            {roles.map(({ person, name, assignment: { id, role, body, from } }) => (
              <Row key={id} head={<Link href={`/mensen/${person}`}>{name ?? '–'}</Link>}>
                <Cell head={heads.role}>
                  {capital(roleWords[role])}, {titleOf(body ?? '')}
                </Cell>
                <Cell head={heads.from}>{longDay(from)}</Cell>
                <Cell head={heads.end}>
                  <Link href={`/mensen/${person}/einde/${id}`}>{words.end}</Link>
                </Cell>
              </Row>
            ))}
          </Table>
        </Section>
      ))}
    </Frame>
  );
};
