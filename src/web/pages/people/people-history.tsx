// Lines of the record of people: what was done with somebody's roles, when, by whom and why.
import type { ToldOfPerson } from '../../../domain/views/person-view.js';
import type { BodyId, Id, Role } from '../../../domain/vocabulary.js';
import { Link, Paragraph } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import type { Wording } from '../../../wording/wording.js';

export type TitleOf = (body: BodyId) => string;

export const roleOf = (
  { role, body }: { role: Role; body: BodyId | null },
  titleOf: TitleOf,
  { roleIn }: Wording,
): string => roleIn(role, body === null ? null : titleOf(body));

interface HistoryProps {
  lines: readonly ToldOfPerson[];
  /** Among which the roles are that some line is about. */
  known: readonly ToldOfPerson[];
  titleOf: TitleOf;
  /** Whom each line is about, where that is not the page. */
  about?: ((person: Id) => string | null) | undefined;
}

export const PeopleHistory = ({ lines, known, titleOf, about }: HistoryProps) => {
  const wording = useWording();
  const { peoplePages: words, rolesPages, momentWords } = wording;
  const heads = [words.when, ...(about ? [rolesPages.whose] : []), words.what, words.who, words.why];
  return (
    <Table label={words.record} kind="sluis-stacked" heads={heads}>
      {lines.map((one) => (
        <Row key={one.event.sequence} head={momentWords(one.event.recordedAt)}>
          {about && (
            <Cell head={rolesPages.whose}>
              <Link href={`/mensen/${encodeURIComponent(one.event.facts.person)}`}>
                {about(one.event.facts.person) ?? words.erasedPerson}
              </Link>
            </Cell>
          )}
          <Cell head={words.what}>{whatIn(one, known, titleOf, wording)}</Cell>
          <Cell head={words.who}>{whoIn(one, wording)}</Cell>
          <Cell kind="sluis-lines" head={words.why}>
            {whyIn(one, wording)}
          </Cell>
        </Row>
      ))}
    </Table>
  );
};

interface RolesHistoryProps extends Omit<HistoryProps, 'about'> {
  around: Surroundings;
  /** The body that it is about; null where it is about all. */
  body: string | null;
  nameOf: (person: Id) => string | null;
  trail: { href: string; label: string }[];
  more: string | null;
}

/** How roles came and went, for one body or for all. */
export const RolesHistoryPage = ({ around, body, nameOf, trail, more, ...history }: RolesHistoryProps) => {
  const { rolesPages: words } = useWording();
  return (
    <Frame title={body === null ? words.history : words.historyOf(body)} around={around} trail={trail}>
      <Paragraph quiet>{words.historyWhy}</Paragraph>
      {history.lines.length === 0 ? (
        <Paragraph>{words.noHistory}</Paragraph>
      ) : (
        <PeopleHistory {...history} about={nameOf} />
      )}
      {more !== null && <Link href={more}>{words.older}</Link>}
    </Frame>
  );
};

function whatIn({ event }: ToldOfPerson, history: readonly ToldOfPerson[], titleOf: TitleOf, wording: Wording): string {
  const { personEventWords, roleDays, longDay } = wording;
  const { name = null, email = null } = event.texts;
  const told = { name, email, role: '', until: '' };
  switch (event.type) {
    case 'PersonAdded':
    case 'PersonCorrected':
    case 'LinkMade':
    case 'PasswordChosen':
      return personEventWords[event.type](told);
    case 'RoleGiven': {
      const { role, body = null, from, until = null } = event.facts;
      const days = roleDays(from, until);
      return personEventWords.RoleGiven({ ...told, role: `${roleOf({ role, body }, titleOf, wording)}, ${days}` });
    }
    case 'RoleEnded': {
      const given = roleNamed(event.facts.assignment, history);
      const role = given ? roleOf(given, titleOf, wording) : event.facts.assignment;
      return personEventWords.RoleEnded({ ...told, role, until: longDay(event.facts.until) });
    }
    case 'PersonErased':
      return personEventWords.PersonErased({ ...told, until: longDay(event.facts.until) });
  }
}

function roleNamed(assignment: string, history: readonly ToldOfPerson[]): { role: Role; body: BodyId | null } | null {
  for (const { event } of history)
    if (event.type === 'RoleGiven' && event.facts.assignment === assignment)
      return { role: event.facts.role, body: event.facts.body ?? null };
  return null;
}

/** By the name, or by how it came without anybody. */
function whoIn({ recordedBy, event }: ToldOfPerson, { originWords, peoplePages: words }: Wording): string {
  if (recordedBy) return recordedBy.name ?? words.erasedPerson;
  return 'origin' in event.facts && event.facts.origin !== undefined ? originWords[event.facts.origin] : '–';
}

function whyIn({ event: { texts } }: ToldOfPerson, { peoplePages: words }: Wording): string {
  const { reason } = texts;
  return reason === undefined ? '–' : (reason ?? words.erased);
}
