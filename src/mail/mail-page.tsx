// What the administrator sees of mail: how it stands, what was not delivered and what can be done, what waits and what went.
import type { ReactElement } from 'react';
import { Alert, Button, Link, Paragraph, Section, Terms } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { useWording } from '../http/page/wording.js';
import type { StoredMail } from '../store/stored-mail.js';
import type { Wording } from '../wording/wording.js';

export const mailPath = '/mail';

export interface MailShown {
  /** The server without what opens it; null where none is set. */
  server: string | null;
  /** What it said when it took nothing; null where it does. */
  unreachable: string | null;
  failed: StoredMail[];
  waiting: StoredMail[];
  sent: StoredMail[];
  /** So many of each are shown. */
  max: number;
}

export const MailPage = ({ around, mail }: { around: Surroundings; mail: MailShown }) => {
  const { mailPages: words } = useWording();
  const { server, unreachable, failed, waiting, sent } = mail;
  const isDown = server !== null && unreachable !== null;
  return (
    <Frame title={words.title} around={around}>
      <Alert tone={server === null ? 'info' : isDown ? 'error' : failed.length > 0 ? 'warning' : 'ok'}>
        <Paragraph>
          {server === null ? words.off : isDown ? words.unreachable(server, unreachable) : words.works(server)}
        </Paragraph>
      </Alert>
      {(server !== null || failed.length > 0) && (
        <Section title={words.failed}>
          {failed.length === 0 ? <Paragraph>{words.noneFailed}</Paragraph> : <Mails mails={failed} max={mail.max} />}
        </Section>
      )}
      <Section title={words.waiting}>
        {waiting.length === 0 ? <Paragraph>{words.noneWaiting}</Paragraph> : <Mails mails={waiting} max={mail.max} />}
      </Section>
      {(server !== null || sent.length > 0) && (
        <Section title={words.sent}>
          {sent.length === 0 ? <Paragraph>{words.noneSent}</Paragraph> : <Mails mails={sent} max={mail.max} />}
        </Section>
      )}
    </Frame>
  );
};

const Mails = ({ mails, max }: { mails: StoredMail[]; max: number }) => {
  const wording = useWording();
  const { mailPages: words, momentWords } = wording;
  return (
    <>
      <Table label={words.title} kind="sluis-stacked" heads={[words.subject, words.to, words.made, words.state]}>
        {mails.map((mail) => (
          <Row key={mail.id} head={<Link href={`${mailPath}/${mail.id}`}>{mail.subject}</Link>}>
            <Cell head={words.to}>
              {mail.name} ({mail.address})
            </Cell>
            <Cell head={words.made}>{momentWords(mail.madeAt)}</Cell>
            <Cell head={words.state}>{standOf(mail, wording)}</Cell>
          </Row>
        ))}
      </Table>
      {mails.length === max && <Paragraph quiet>{words.more(max)}</Paragraph>}
    </>
  );
};

function standOf(
  { state, why, tries, answer, endedAt }: StoredMail,
  { mailPages: words, momentWords }: Wording,
): string {
  if (state === 'failed' && why !== null) return words.failure(why, answer ?? '');
  if (state === 'sent' && endedAt !== null) return momentWords(endedAt);
  return tries === 0 ? words.notTried : words.tried(tries, answer ?? '');
}

interface OneMailProps {
  around: Surroundings;
  mail: StoredMail;
  /** By which the servers on its way know it; null where none is set. */
  messageId: string | null;
  text: string;
}

export const OneMailPage = ({ around, mail, messageId, text }: OneMailProps) => {
  const wording = useWording();
  const { mailPages: words, momentWords } = wording;
  return (
    <Frame title={mail.subject} around={around} trail={[{ href: mailPath, label: words.title }]}>
      {mail.state === 'failed' && mail.why !== null && (
        <Alert tone="warning" title={words.failure(mail.why, '')}>
          <Paragraph>{words.cures[mail.why]}</Paragraph>
          {mail.answer !== null && mail.answer !== '' && <Paragraph quiet>{mail.answer}</Paragraph>}
        </Alert>
      )}
      <Terms
        items={[
          [words.to, `${mail.name} (${mail.address})`],
          [words.made, momentWords(mail.madeAt)],
          [words.state, mail.state === 'failed' ? words.stands.failed : standOf(mail, wording)],
          ...(messageId === null
            ? []
            : [[words.messageId, <code key="id">{messageId}</code>] as [string, ReactElement]]),
        ]}
      />
      {mail.state === 'failed' && mail.why !== 'expired' && (
        <form method="post" action={`${mailPath}/${mail.id}/opnieuw`} className="sluis-actions">
          <Button primary>{words.again}</Button>
          {mail.person !== null && <Link href={`/mensen/${mail.person}`}>{words.toPerson}</Link>}
        </form>
      )}
      <Section title={words.text}>
        <div className="sluis-letter">
          <p className="sluis-lines">{text}</p>
        </div>
      </Section>
    </Frame>
  );
};
