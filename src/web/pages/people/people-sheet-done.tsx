// People who were let in by a sheet, with the links to send: shown once.
import { ButtonLink, Link, Paragraph, Section } from '../../../http/page/basics.js';
import { FormField } from '../../../http/page/fields.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import { peopleSheetPath, rolesPath } from './roles.js';

/** Somebody who is in now, with the link to send where they were new. */
export interface LetInRow {
  id: string;
  name: string;
  email: string;
  link: string | null;
  until: string;
}

export const PeopleSheetDonePage = ({ around, rows }: { around: Surroundings; rows: readonly LetInRow[] }) => {
  const { peopleSheetWords: words, peoplePages } = useWording();
  const links = rows.filter(({ link }) => link !== null);
  return (
    <Frame title={words.done(rows.length)} around={around} trail={[{ href: '/mensen', label: peoplePages.title }]}>
      {links[0] ? (
        <Section title={words.links}>
          <Paragraph>{words.send(links[0].until)}</Paragraph>
          <FormField
            field={{
              name: 'links',
              label: words.copy,
              kind: 'lines',
              sometimes: true,
              rows: Math.min(12, links.length + 1),
            }}
            value={links.map(({ name, email, link }) => [name, email, link].join('\t')).join('\n')}
            error={undefined}
          />
        </Section>
      ) : (
        <Paragraph>{words.noLinks}</Paragraph>
      )}
      <p className="sluis-actions">
        <ButtonLink href={rolesPath} primary>
          {words.toRoles}
        </ButtonLink>
        <Link href={peopleSheetPath}>{words.next}</Link>
      </p>
      <Table label={words.links} kind="sluis-stacked" heads={[words.columns.name, words.columns.email, words.link]}>
        {rows.map(({ id, name, email, link }) => (
          <Row key={id} head={<Link href={`/mensen/${encodeURIComponent(id)}`}>{name}</Link>}>
            <Cell head={words.columns.email}>{email}</Cell>
            <Cell head={words.link}>
              {link === null ? words.knownAlready : <code className="sluis-link">{link}</code>}
            </Cell>
          </Row>
        ))}
      </Table>
    </Frame>
  );
};
