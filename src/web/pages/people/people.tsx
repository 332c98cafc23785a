// Who everyone is and what they may do, for who gives roles: somebody with what is recorded of them, and a link.
import { combinedRoles } from '../../../domain/roles/combined.js';
import type { PersonOnRecord } from '../../../domain/people.js';
import type { ToldOfPerson } from '../../../domain/views/person-view.js';
import { isValid } from '../../../domain/permissions.js';
import type { Day, Instant } from '../../../domain/vocabulary.js';
import { Alert, ButtonLink, Button, Link, Paragraph, Recorded, Section, Terms } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import { PeopleHistory, roleOf, type TitleOf } from './people-history.js';

interface PersonProps {
  around: Surroundings;
  person: PersonOnRecord;
  history: ToldOfPerson[];
  /** What their address said that takes no mail. */
  refusal: { at: Instant; answer: string } | null;
  today: Day;
  titleOf: TitleOf;
  /** Where each form is; null where it is oneself, or nobody any more. */
  forms: {
    give: string;
    end: (assignment: string) => string;
    correct: string;
    erase: string;
    invite: string;
    links: string;
    /** Null for who signs in in one step. */
    factor: string | null;
  } | null;
  isOwn: boolean;
  inSecurityLog: string;
  /** Of the form that makes a link. */
  formKey: string;
  recorded: boolean;
}

export const PersonPage = (props: PersonProps) => {
  const { peoplePages: words, securityPages, mailPages } = useWording();
  const { around, person, forms, today } = props;
  const combined = combinedRoles(person.assignments, today);
  return (
    <Frame title={person.name ?? words.erasedPerson} around={around} trail={[{ href: '/mensen', label: words.title }]}>
      {props.recorded && <Recorded />}
      {person.erasedOn !== null && (
        <Alert tone="info">
          <Paragraph>{words.erasedOn(person.erasedOn)}</Paragraph>
        </Alert>
      )}
      {combined.length > 0 && (
        <Alert tone="warning">
          <Paragraph>{words.combined(combined)}</Paragraph>
        </Alert>
      )}
      {props.refusal && (
        <Alert tone="warning">
          <Paragraph>{mailPages.refuses(props.refusal.at, props.refusal.answer)}</Paragraph>
          <Paragraph>{mailPages.cures.address}</Paragraph>
        </Alert>
      )}
      {person.email !== null && <Terms items={[[words.email, person.email]]} />}
      {props.isOwn && <Paragraph quiet>{words.own}</Paragraph>}
      <Roles {...props} />
      {forms && <Change forms={forms} formKey={props.formKey} />}
      <p>
        <Link href={props.inSecurityLog}>{securityPages.ofPerson}</Link>
      </p>
      <History {...props} />
    </Frame>
  );
};

const Roles = ({ person: { assignments }, today, titleOf, forms }: PersonProps) => {
  const wording = useWording();
  const { peoplePages: words, longDay, capital } = wording;
  const heads = [words.role, words.from, words.until, words.status];
  return (
    <Section title={words.roles}>
      {assignments.length === 0 ? (
        <Paragraph>{capital(words.noRoles)}</Paragraph>
      ) : (
        <Table label={words.roles} kind="sluis-stacked" heads={forms ? [...heads, words.end] : heads}>
          {assignments.map((one) => (
            <Row key={one.id} head={roleOf(one, titleOf, wording)}>
              <Cell head={words.from}>{longDay(one.from)}</Cell>
              <Cell head={words.until}>{one.until === null ? words.open : longDay(one.until)}</Cell>
              <Cell head={words.status}>
                {isValid(one, today) ? words.valid : one.from > today ? words.toCome : words.ended}
              </Cell>
              {forms && (
                <Cell>
                  {one.until === null || one.until >= today ? <Link href={forms.end(one.id)}>{words.end}</Link> : '–'}
                </Cell>
              )}
            </Row>
          ))}
        </Table>
      )}
    </Section>
  );
};

const Change = ({ forms, formKey }: { forms: NonNullable<PersonProps['forms']>; formKey: string }) => {
  const { peoplePages: words, secondFactor, personalLinks } = useWording();
  return (
    <>
      <p className="sluis-actions sluis-noprint">
        <ButtonLink href={forms.give} primary>
          {words.give}
        </ButtonLink>
        <ButtonLink href={forms.correct}>{words.correct}</ButtonLink>
        <ButtonLink href={forms.erase}>{words.erase}</ButtonLink>
        {forms.factor !== null && <ButtonLink href={forms.factor}>{secondFactor.reset}</ButtonLink>}
      </p>
      <form className="sluis-noprint" method="post" action={forms.invite} acceptCharset="utf-8">
        <input type="hidden" name="sleutel" value={formKey} />
        <Paragraph quiet>{words.inviteWhy}</Paragraph>
        <p className="sluis-actions">
          <Button>{words.invite}</Button>
        </p>
      </form>
      <form className="sluis-noprint" method="post" action={forms.links} acceptCharset="utf-8">
        <Paragraph quiet>{personalLinks.revokeWhy}</Paragraph>
        <p className="sluis-actions">
          <Button>{personalLinks.revoke}</Button>
        </p>
      </form>
    </>
  );
};

const History = ({ history, titleOf }: PersonProps) => {
  const { peoplePages: words } = useWording();
  return (
    <Section title={words.record} id="logboek">
      <Paragraph quiet>{words.recordWhy}</Paragraph>
      <PeopleHistory lines={history} known={history} titleOf={titleOf} />
    </Section>
  );
};

interface LinkProps {
  around: Surroundings;
  person: PersonOnRecord;
  link: string;
  until: string;
  /** Whether Sluis sends it too. */
  mailed: boolean;
  back: string;
}

export const LinkPage = ({ around, person, link, until, mailed, back }: LinkProps) => {
  const { peoplePages: words } = useWording();
  return (
    <Frame title={words.invite} around={around} kicker={person.name} trail={peopleTrail(words.title)}>
      <Paragraph>{words.link(until)}</Paragraph>
      {mailed && person.email !== null && <Paragraph>{words.mailed(person.email)}</Paragraph>}
      <OneLink link={link} />
      <p>
        <Link href={back}>{words.back}</Link>
      </p>
    </Frame>
  );
};

/** A link that is copied: one press takes the whole of it. */
const OneLink = ({ link }: { link: string }) => (
  <p>
    <code className="sluis-link">{link}</code>
  </p>
);

const peopleTrail = (label: string) => [{ href: '/mensen', label }];

interface LetInProps {
  around: Surroundings;
  person: Pick<PersonOnRecord, 'id' | 'name' | 'email'>;
  /** Null for who was known already. */
  link: string | null;
  until: string;
  /** Whether Sluis sends the link too. */
  mailed: boolean;
  toPerson: string;
  toRoles: string;
  toNext: string;
}

/** What follows once somebody was let in: the link to send. */
export const LetInPage = ({ around, person, link, until, mailed, toPerson, toRoles, toNext }: LetInProps) => {
  const { letInWords: words, peoplePages } = useWording();
  const { name, email } = person;
  return (
    <Frame
      title={(link === null ? words.givenTo : words.done)(name ?? '')}
      around={around}
      trail={peopleTrail(peoplePages.title)}
    >
      {email !== null && <Terms items={[[peoplePages.email, email]]} />}
      {link === null ? (
        <Paragraph>{words.known}</Paragraph>
      ) : (
        <Section title={words.link}>
          <Paragraph>{words.send(until)}</Paragraph>
          {mailed && email !== null && <Paragraph>{peoplePages.mailed(email)}</Paragraph>}
          <OneLink link={link} />
        </Section>
      )}
      <p className="sluis-actions">
        <ButtonLink href={toNext} primary>
          {words.next}
        </ButtonLink>
        <ButtonLink href={toRoles}>{words.toRoles}</ButtonLink>
        <Link href={toPerson}>{words.toPerson}</Link>
      </p>
    </Frame>
  );
};
