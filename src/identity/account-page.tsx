// The page on which somebody sees who they are here and where they are signed in, and chooses another password.
import type { KnownPerson } from '../domain/people.js';
import { isValid, type Assignment } from '../domain/permissions.js';
import type { BodyId, Day } from '../domain/vocabulary.js';
import { Alert, Button, ButtonLink, Paragraph, Section } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { accountPath, factorPath } from '../http/page/top-bar.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { useWording } from '../http/page/wording.js';
import type { KnownSession } from './accounts.js';
import type { FactorNow } from './factors.js';
import { Input, NewPassword, Wrong } from './sign-in-page.js';

export const elsewherePath = `${accountPath}/afmelden`;
const linksPath = `${accountPath}/links`;
const phonePath = `${accountPath}/telefoon`;

export interface AccountProps {
  around: Surroundings;
  person: KnownPerson;
  /** Empty where they gave none. */
  phone: string;
  sessions: readonly KnownSession[];
  /** Null for who signs in in one step. */
  factor: FactorNow | null;
  /** So many links in mails lead to a form of theirs. */
  mailLinks: number;
  titleOf: (body: BodyId) => string;
  today: Day;
  least: number;
  error?: string;
  /** What was done, to be told once. */
  done?: string | undefined;
}

export const AccountPage = ({
  around,
  person,
  phone,
  sessions,
  factor,
  mailLinks,
  titleOf,
  today,
  least,
  error,
  done,
}: AccountProps) => {
  const { signIn: words } = useWording();
  return (
    <Frame title={words.account} around={around} wrong={error !== undefined}>
      <Wrong error={error} />
      {done !== undefined && (
        <Alert tone="ok" live>
          <Paragraph>{done}</Paragraph>
        </Alert>
      )}
      <Paragraph>{words.signedInAs(person.name, person.email)}</Paragraph>
      <OwnRoles assignments={person.assignments.filter((one) => isValid(one, today))} titleOf={titleOf} />
      <Section title={words.reach}>
        <form className="sluis-form" method="post" action={phonePath}>
          <Input
            name="phone"
            type="tel"
            label={words.phone}
            hint={words.phoneWhy}
            autoComplete="tel"
            value={phone}
            optional
          />
          <p className="sluis-actions">
            <Button>{words.phoneSave}</Button>
          </p>
        </form>
      </Section>
      <Section title={words.change}>
        <form className="sluis-form" method="post" action={accountPath}>
          <Input name="former" type="password" label={words.former} autoComplete="current-password" />
          <NewPassword least={least} />
        </form>
        <Paragraph quiet>{words.elsewhere}</Paragraph>
      </Section>
      <OwnFactor factor={factor} />
      <Sessions sessions={sessions} />
      <MailLinks links={mailLinks} />
    </Frame>
  );
};

const MailLinks = ({ links }: { links: number }) => {
  const { personalLinks: words } = useWording();
  return (
    <Section title={words.own}>
      <Paragraph>{words.ownWhy(links)}</Paragraph>
      {links > 0 && (
        <form className="sluis-form" method="post" action={linksPath}>
          <p className="sluis-actions">
            <Button>{words.revoke}</Button>
          </p>
        </form>
      )}
    </Section>
  );
};

const OwnFactor = ({ factor }: Pick<AccountProps, 'factor'>) => {
  const { secondFactor: words, longDay } = useWording();
  return (
    <Section title={words.title}>
      <Paragraph>{factor === null ? words.off : words.on(longDay(factor.since.slice(0, 10)), factor.left)}</Paragraph>
      <p className="sluis-actions">
        <ButtonLink href={factorPath}>{factor === null ? words.setUp : words.change}</ButtonLink>
      </p>
    </Section>
  );
};

interface OwnRolesProps {
  assignments: readonly Assignment[];
  titleOf: (body: BodyId) => string;
}

const OwnRoles = ({ assignments, titleOf }: OwnRolesProps) => {
  const { signIn: words, roleIn, roleDays, capital } = useWording();
  return (
    <Section title={words.ownRoles}>
      {assignments.length === 0 ? (
        <Paragraph>{words.noRoles}</Paragraph>
      ) : (
        <ul>
          {assignments.map(({ role, body, from, until }) => (
            <li key={`${role} ${body} ${from}`}>
              {capital(roleIn(role, body === null ? null : titleOf(body)))}, {roleDays(from, until)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

const Sessions = ({ sessions }: Pick<AccountProps, 'sessions'>) => {
  const { signIn: words, momentWords } = useWording();
  const isElsewhere = sessions.some(({ isHere }) => !isHere);
  return (
    <Section title={words.sessions}>
      <Paragraph quiet>{isElsewhere ? words.elsewhereWhy : words.onlyHere}</Paragraph>
      <Table label={words.sessions} kind="sluis-stacked" heads={[words.where, words.since, words.until]}>
        {sessions.map(({ kind, since, until, isHere }, i) => (
          <Row key={i} head={isHere ? words.here : words.kinds[kind]}>
            <Cell head={words.since}>{momentWords(since)}</Cell>
            <Cell head={words.until}>{momentWords(until)}</Cell>
          </Row>
        ))}
      </Table>
      {isElsewhere && (
        <form className="sluis-form" method="post" action={elsewherePath}>
          <p className="sluis-actions">
            <Button>{words.signOutElsewhere}</Button>
          </p>
        </form>
      )}
    </Section>
  );
};
