// The pages of what an installation has to tell of itself. What nobody said is told to be missing, with the setting that says it.
import type { ReactNode } from 'react';
import type { DutyFigures } from '../wording/shell/duty.js';
import type { DutySettings } from '../store/process/duty-settings.js';
import { Alert, Link, Paragraph, Section, Terms } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { contactPath } from '../http/page/help-paths.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { useWording } from '../http/page/wording.js';

/** What is known of it; addresses as URIs, and absent what nobody said. */
export interface Installation extends DutySettings {
  site: string;
  name: string | undefined;
  email: string | undefined;
  address: string | undefined;
  weakness: string | undefined;
  figures: DutyFigures;
}

interface DutyPageProps {
  around: Surroundings;
  installation: Installation;
}

/** The day on which the text about accessibility was written, or written again. */
const accessibilityDrawnOn = '2026-11-30';

export function ContactPage({ around, installation }: DutyPageProps) {
  const { dutyPages } = useWording();
  const { contact: words } = dutyPages;
  const { name, email, phone, address, weakness, privacyOfficer, figures } = installation;
  return (
    <Frame title={words.title} around={around}>
      {around.demonstration && (
        <Alert tone="info">
          <Paragraph>{words.demonstration}</Paragraph>
        </Alert>
      )}
      <Terms
        items={[
          [words.organisation, <Said key="organisation" value={figures.organisation} setting="ORGANISATION" />],
          [words.questions, <Said key="name" value={name} setting="CONTACT_NAME" />],
          [words.mail, <Address key="email" uri={email} setting="CONTACT_EMAIL" />],
          [words.phone, <Address key="phone" uri={phone} setting="CONTACT_PHONE" />],
          [words.site, <Address key="site" uri={address} setting="CONTACT_URL" />],
          [words.officer, <Address key="officer" uri={privacyOfficer} setting="PRIVACY_OFFICER" />],
          [words.weakness, <Address key="weakness" uri={weakness} setting="CONTACT_SECURITY" />],
        ]}
      />
      <Parts parts={words.parts} />
    </Frame>
  );
}

export function PrivacyPage({ around, installation }: DutyPageProps) {
  const { dutyPages } = useWording();
  const { privacy: words } = dutyPages;
  const { privacyOfficer, privacyStatement, figures } = installation;
  return (
    <Frame title={words.title} around={around}>
      <p className="sluis-lead">{words.lead(figures)}</p>
      <Terms
        items={[
          [words.controller, <Said key="controller" value={figures.organisation} setting="ORGANISATION" />],
          [words.officer, <Address key="officer" uri={privacyOfficer} setting="PRIVACY_OFFICER" />],
          [words.statement, <Address key="statement" uri={privacyStatement} setting="PRIVACY_STATEMENT" />],
        ]}
      />
      <Section title={words.kept}>
        <Table label={words.kept} heads={words.heads} kind="sluis-stacked sluis-kept">
          {words.rows(figures).map(([what, why, until]) => (
            <Row key={what} head={what}>
              <Cell head={words.heads[1]}>{why}</Cell>
              <Cell head={words.heads[2]}>{until}</Cell>
            </Row>
          ))}
        </Table>
      </Section>
      <Parts parts={words.parts(figures)} />
    </Frame>
  );
}

export function AccessibilityPage({ around, installation }: DutyPageProps) {
  const { dutyPages } = useWording();
  const { accessibility: words, contact } = dutyPages;
  const { site, email, phone, accessibilityStatement, figures } = installation;
  return (
    <Frame title={words.title} around={around}>
      <p className="sluis-lead">{words.lead(figures)}</p>
      {accessibilityStatement === undefined && (
        <Alert tone="warning">
          <Paragraph>{words.notRegistered}</Paragraph>
        </Alert>
      )}
      <Terms
        items={[
          [
            words.registered,
            <Address key="registered" uri={accessibilityStatement} setting="ACCESSIBILITY_STATEMENT" />,
          ],
          [words.scope, words.scopeWords(site, figures.version)],
          [
            words.status,
            <>
              <strong>{words.statusWord}</strong>
              <span className="sluis-stated">{words.statusWhy}</span>
            </>,
          ],
          [words.drawn, words.drawnWords(accessibilityDrawnOn)],
        ]}
      />
      <Section title={words.feedback}>
        <Terms
          items={[
            [contact.mail, <Address key="email" uri={email} setting="CONTACT_EMAIL" />],
            [contact.phone, <Address key="phone" uri={phone} setting="CONTACT_PHONE" />],
          ]}
        />
        <Paragraph>
          <Link href={contactPath}>{contact.title}</Link>
        </Paragraph>
      </Section>
      <Parts parts={words.parts(figures)} />
    </Frame>
  );
}

const Parts = ({ parts }: { parts: readonly { title: string; text: readonly (string | readonly string[])[] }[] }) =>
  parts.map(({ title, text }) => (
    <Section key={title} title={title}>
      <div className="sluis-handbook">
        {text.map((one, i) =>
          typeof one === 'string' ? (
            <Paragraph key={i}>{one}</Paragraph>
          ) : (
            <ul key={i}>
              {one.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        )}
      </div>
    </Section>
  ));

interface SaidProps {
  value: ReactNode;
  setting: string;
}

const Said = ({ value, setting }: SaidProps) => {
  const { dutyPages } = useWording();
  return value ?? <span className="sluis-quiet">{dutyPages.missing(setting)}</span>;
};

/** A link, which reads as what stands behind its scheme where that is a name or a number. */
const Address = ({ uri, setting }: { uri: string | undefined; setting: string }) => (
  <Said value={uri && <Link href={uri}>{uri.replace(/^(mailto|tel):/, '')}</Link>} setting={setting} />
);
