// A reminder to those who are still to act at a gate: to whom, and a text that opens in a mail program or is copied.
import type { Reachable } from '../../domain/people.js';
import type { DossierHeading } from '../../domain/views/dossier-view.js';
import { Paragraph, Section } from '../../http/page/basics.js';
import type { Surroundings } from '../../http/page/frame.js';
import { useWording } from '../../http/page/wording.js';
import type { GateOnPage } from '../../wording/views.js';
import type { Addresses } from './addresses.js';
import { DossierFrame } from './dossier-frame.js';

interface RemindPageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  gate: GateOnPage;
  bodies: { title: string; word: string; people: Reachable[] }[];
  subject: string;
  text: string;
}

/** A longer link is cut off by some mail programs. */
const linkMax = 1_900;

export function RemindPage({ around, at, dossier, gate, bodies, subject, text }: RemindPageProps) {
  const { reminders: words } = useWording();
  const everybody = bodies.flatMap(({ people }) => people.map(({ email }) => email));
  const link = mailTo(everybody, subject, text);
  return (
    <DossierFrame
      title={words.title}
      around={around}
      at={at}
      dossier={dossier}
      kicker={gate.title}
      trail={[{ href: at.gate(gate.id), label: gate.title }]}
    >
      <Paragraph>{bodies.length === 0 ? words.none : words.intro}</Paragraph>
      {bodies.length > 0 && (
        <>
          <p className="sluis-actions">
            {everybody.length > 0 && link.length <= linkMax ? (
              <a className="nl-button nl-button--primary" href={link}>
                <span className="nl-button__label">{words.open}</span>
              </a>
            ) : (
              everybody.length > 0 && words.tooLong
            )}
          </p>
          <Section title={words.to}>
            <ul className="sluis-needed">
              {bodies.map((body) => (
                <To key={body.title} {...body} />
              ))}
            </ul>
          </Section>
          <Section title={words.text}>
            <div className="sluis-letter">
              <p>
                {words.subjectLabel}: <strong>{subject}</strong>
              </p>
              <p className="sluis-lines">{text}</p>
            </div>
          </Section>
        </>
      )}
    </DossierFrame>
  );
}

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
