// A reminder to those who are still to act at a gate: to whom, and a text that is sent, or opens in a mail program or is copied.
import type { Reachable } from '../../../domain/people.js';
import type { DossierHeading } from '../../../domain/views/dossier-view.js';
import { Alert, Button, Link, Paragraph, Section } from '../../../http/page/basics.js';
import { Carried, KeepingForm } from '../../../http/page/keeping.js';
import { FormField } from '../../../http/page/fields.js';
import type { Surroundings } from '../../../http/page/frame.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { Addresses } from '../addresses.js';
import { DossierFrame } from '../dossier-frame.js';

interface RemindPageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  gate: GateOnPage;
  bodies: { title: string; word: string; people: Reachable[] }[];
  written: RemindWritten;
  /** Null where Sluis sends no mail. */
  sending: { key: string; max: number } | null;
  /** To how many it went just now. */
  sent: number | null;
  /** Where it is said whether reminders go by themselves, for who may say so. */
  automatic: { href: string; isOn: boolean } | null;
}

/** What it says, and what is wrong with that. */
export interface RemindWritten {
  subject: string;
  text: string;
  error: string | null;
}

/** A longer link is cut off by some mail programs. */
const linkMax = 1_900;

export function RemindPage(props: RemindPageProps) {
  const { around, at, dossier, gate, bodies, written, sending, sent, automatic } = props;
  const { reminders: words, reminderSettings } = useWording();
  return (
    <DossierFrame
      title={words.title}
      around={around}
      at={at}
      dossier={dossier}
      kicker={gate.title}
      wrong={written.error !== null}
      trail={[{ href: at.gate(gate.id), label: gate.title }]}
    >
      {sent !== null && (
        <Alert tone="ok" live>
          <Paragraph>{words.sent(sent)}</Paragraph>
        </Alert>
      )}
      {bodies.length === 0 && <Paragraph>{words.none}</Paragraph>}
      {bodies.length > 0 &&
        (sending ? <Sent {...props} formKey={sending.key} max={sending.max} /> : <Copied {...props} />)}
      {automatic && (
        <p>
          <Link href={automatic.href}>{reminderSettings.toSettings(automatic.isOn)}</Link>
        </p>
      )}
    </DossierFrame>
  );
}

/** What goes to each of them by mail: it can be changed first. */
const Sent = ({ at, gate, bodies, written, formKey, max }: RemindPageProps & { formKey: string; max: number }) => {
  const { reminders: words } = useWording();
  const people = new Set(bodies.flatMap((body) => body.people.map(({ email }) => email)));
  return (
    <>
      <Paragraph>{words.sendIntro}</Paragraph>
      <Whom bodies={bodies} />
      <KeepingForm className="sluis-form" action={at.remind(gate.id)}>
        <Carried name="sleutel" value={formKey} />
        {written.error !== null && (
          <Alert tone="error" title={words.wrong} live>
            <Paragraph>{written.error}</Paragraph>
          </Alert>
        )}
        <FormField
          field={{ name: 'onderwerp', label: words.subjectLabel, kind: 'text', required: true }}
          value={written.subject}
          error={undefined}
        />
        <FormField
          field={{ name: 'tekst', label: words.text, kind: 'lines', hint: words.linkHint, required: true, max }}
          value={written.text}
          error={undefined}
        />
        <p className="sluis-actions">
          {people.size > 0 ? <Button primary>{words.send(people.size)}</Button> : words.nobodyToSend}
        </p>
      </KeepingForm>
    </>
  );
};

const Whom = ({ bodies }: Pick<RemindPageProps, 'bodies'>) => {
  const { reminders: words } = useWording();
  return (
    <Section title={words.to}>
      <ul className="sluis-needed">
        {bodies.map((body) => (
          <To key={body.title} {...body} />
        ))}
      </ul>
    </Section>
  );
};

const Copied = ({ bodies, written: { subject, text } }: RemindPageProps) => {
  const { reminders: words } = useWording();
  const everybody = bodies.flatMap(({ people }) => people.map(({ email }) => email));
  const link = mailTo(everybody, subject, text);
  return (
    <>
      <Paragraph>{words.intro}</Paragraph>
      <p className="sluis-actions">
        {everybody.length > 0 && link.length <= linkMax ? (
          <a className="nl-button nl-button--primary" href={link}>
            <span className="nl-button__label">{words.open}</span>
          </a>
        ) : (
          everybody.length > 0 && words.tooLong
        )}
      </p>
      <Whom bodies={bodies} />
      <Section title={words.text}>
        <div className="sluis-letter">
          <p>
            {words.subjectLabel}: <strong>{subject}</strong>
          </p>
          <p className="sluis-lines">{text}</p>
        </div>
      </Section>
    </>
  );
};

const To = ({ title, word, people }: RemindPageProps['bodies'][number]) => {
  const { reminders: words } = useWording();
  return (
    <li>
      <strong>{title}</strong>, {word}
      {people.length === 0 && <span className="sluis-act__state sluis-late">{words.nobody}</span>}
      {people.map(({ name, email }) => (
        <span key={email} className="sluis-act__state">
          {name} (
          <a className="nl-link" href={mailTo([email], '', '')}>
            {email}
          </a>
          )
        </span>
      ))}
    </li>
  );
};

/** Several do not see each other's addresses. */
function mailTo(addresses: readonly string[], subject: string, body: string): string {
  const [only] = addresses;
  const to = addresses.length === 1 && only !== undefined ? encodeURIComponent(only) : '';
  const asked = {
    ...(addresses.length > 1 ? { bcc: addresses.join(',') } : {}),
    ...(subject === '' ? {} : { subject }),
    ...(body === '' ? {} : { body: body.replaceAll('\n', '\r\n') }),
  };
  const query = Object.entries(asked).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `mailto:${to}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
