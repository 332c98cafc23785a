// Which other systems hear what happens, and of one of them how it stands, what can be done, what waits, was refused and went.
import type { ReactElement } from 'react';
import type { Id, Slug } from '../domain/vocabulary.js';
import { Alert, Button, Link, Paragraph, Section, Terms } from '../http/page/basics.js';
import { FormField } from '../http/page/fields.js';
import { KeepingForm } from '../http/page/keeping.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { useWording } from '../http/page/wording.js';
import type { StoredWebhook, WebhookMessage } from '../store/webhook-entities.js';
import { bothSignFor } from '../store/webhooks.js';
import { dayLong } from '../store/process/clock.js';
import type { Wording } from '../wording/wording.js';
import { addressMax } from './changes.js';
import { webhookPath, webhooksPath } from './paths.js';

export interface ListedWebhook {
  webhook: StoredWebhook;
  region: string;
  waiting: number;
  failed: number;
}

interface ListProps {
  around: Surroundings;
  isOn: boolean;
  webhooks: readonly ListedWebhook[];
  regions: readonly { id: Slug; title: string }[];
  /** What was filled in, and what is wrong with it. */
  fields: { region: string; address: string };
  faults: { region?: string; address?: string };
  /** Of the one that was just added: shown once. */
  made: { id: Id; secret: string } | null;
  isRemoved: boolean;
}

export const WebhooksPage = (props: ListProps) => {
  const { around, isOn, webhooks, faults, made, isRemoved } = props;
  const { webhookPages: words } = useWording();
  const wrong = Object.values(faults).some(Boolean);
  return (
    <Frame title={words.title} around={around} wrong={wrong}>
      {!isOn && (
        <Alert tone="info">
          <Paragraph>{words.off}</Paragraph>
        </Alert>
      )}
      {isRemoved && (
        <Alert tone="ok" live>
          <Paragraph>{words.removed}</Paragraph>
        </Alert>
      )}
      {made !== null && (
        <Secret title={words.made} secret={made.secret}>
          <Link href={webhookPath(made.id)}>{words.toOne}</Link>
        </Secret>
      )}
      {wrong && (
        <Alert tone="error" title={words.wrong} live>
          {faults.region !== undefined && <Fault at="regio" says={faults.region} />}
          {faults.address !== undefined && <Fault at="adres" says={faults.address} />}
        </Alert>
      )}
      <Paragraph>{words.intro}</Paragraph>
      <Section title={words.there}>
        {webhooks.length === 0 ? <Paragraph>{words.none}</Paragraph> : <There webhooks={webhooks} />}
      </Section>
      {isOn && <Adding {...props} />}
    </Frame>
  );
};

const There = ({ webhooks }: Pick<ListProps, 'webhooks'>) => {
  const wording = useWording();
  const { webhookPages: words, count } = wording;
  const { heads } = words;
  return (
    <Table label={words.there} kind="sluis-stacked" heads={Object.values(heads)}>
      {webhooks.map(({ webhook, region, waiting }) => (
        <Row key={webhook.id} head={<Link href={webhookPath(webhook.id)}>{new URL(webhook.address).host}</Link>}>
          <Cell head={heads.region}>{region}</Cell>
          <Cell head={heads.state}>{stands(webhook, wording)}</Cell>
          <Cell head={heads.waiting}>{count(waiting)}</Cell>
        </Row>
      ))}
    </Table>
  );
};

const Adding = ({ regions, fields, faults }: ListProps) => {
  const { webhookPages: words } = useWording();
  return (
    <Section title={words.add}>
      <KeepingForm className="sluis-form" action={webhooksPath}>
        <FormField
          field={{
            ...{ name: 'regio', label: words.region, kind: 'select', required: true },
            choices: regions.map(({ id, title }) => ({ value: id, label: title })),
          }}
          value={fields.region}
          error={faults.region}
        />
        <FormField
          field={{
            ...{ name: 'adres', label: words.address, kind: 'text', hint: words.addressHint },
            ...{ required: true, max: addressMax },
          }}
          value={fields.address}
          error={faults.address}
        />
        <p className="sluis-actions">
          <Button primary>{words.make}</Button>
        </p>
      </KeepingForm>
    </Section>
  );
};

interface OneProps {
  around: Surroundings;
  webhook: StoredWebhook;
  region: string;
  messages: Record<'failed' | 'waiting' | 'sent', readonly WebhookMessage[]>;
  /** So many of each are shown. */
  max: number;
  /** The new one, where it was just renewed: shown once. */
  secret: string | null;
  pinged: 'sent' | 'failed' | null;
  example: string;
}

export const WebhookPage = (props: OneProps) => {
  const { around, webhook, region, secret, pinged, example } = props;
  const { webhookPages: words, momentWords } = useWording();
  const trail = [{ href: webhooksPath, label: words.menu }];
  return (
    <Frame title={new URL(webhook.address).host} kicker={region} around={around} trail={trail}>
      {pinged !== null && (
        <Alert tone={pinged === 'sent' ? 'ok' : 'error'} live>
          <Paragraph>{words.pinged[pinged]}</Paragraph>
        </Alert>
      )}
      {secret !== null && (
        <Secret title={words.renewed} secret={secret}>
          {webhook.formerUntil !== null && words.both(webhook.formerUntil)}
        </Secret>
      )}
      <HowItStands webhook={webhook} />
      <Terms
        items={[
          [words.address, <code key="address">{webhook.address}</code>],
          [words.messageHeads.made, momentWords(webhook.madeAt)],
        ]}
      />
      <Doing webhook={webhook} />
      {(['failed', 'waiting', 'sent'] as const).map((state) => (
        <Messages key={state} state={state} {...props} />
      ))}
      <Section title={words.how}>
        <Paragraph>{words.howText}</Paragraph>
        <details className="sluis-details">
          <summary>{words.example}</summary>
          <pre>
            <code>{example}</code>
          </pre>
        </details>
      </Section>
    </Frame>
  );
};

const HowItStands = ({ webhook }: { webhook: StoredWebhook }) => {
  const wording = useWording();
  const { webhookPages: words } = wording;
  const { stopped, failures, why, nextAt } = webhook;
  const isWell = stopped === null && failures === 0;
  return (
    <Alert tone={isWell ? 'ok' : stopped === 'by-hand' ? 'info' : 'warning'} title={stands(webhook, wording)}>
      {stopped === null && failures > 0 && <Paragraph>{words.nextTry(nextAt)}</Paragraph>}
      {stopped !== null && <Paragraph>{words.waits}</Paragraph>}
      {!isWell && why !== null && stopped !== 'gone' && <Paragraph>{words.cures[why]}</Paragraph>}
    </Alert>
  );
};

function stands({ stopped, failingSince, why, status }: StoredWebhook, { webhookPages: { state } }: Wording): string {
  if (stopped !== null) return stopped === 'failing' ? state['gave-up'] : state[stopped];
  return why !== null && failingSince !== null ? state.failing(why, status, failingSince) : state.on;
}

const Doing = ({ webhook }: { webhook: StoredWebhook }) => {
  const { webhookPages: words } = useWording();
  const { id, stopped, failures } = webhook;
  const isStopped = stopped !== null;
  return (
    <>
      <div className="sluis-actions">
        <Post at={`${webhookPath(id)}/proef`}>{words.ping}</Post>
        {isStopped && <Post at={`${webhookPath(id)}/hervatten`}>{words.resume}</Post>}
        {!isStopped && failures > 0 && <Post at={`${webhookPath(id)}/hervatten`}>{words.doNow}</Post>}
        {!isStopped && <Post at={`${webhookPath(id)}/stoppen`}>{words.stop}</Post>}
      </div>
      <details className="sluis-details">
        <summary>{words.renew}</summary>
        <Paragraph>{words.renewWhy(bothSignFor / dayLong)}</Paragraph>
        <Post at={`${webhookPath(id)}/geheim`}>{words.renew}</Post>
      </details>
      <details className="sluis-details">
        <summary>{words.remove}</summary>
        <Paragraph>{words.removeWhy}</Paragraph>
        <Post at={`${webhookPath(id)}/verwijderen`}>{words.remove}</Post>
      </details>
    </>
  );
};

const Post = ({ at, children }: { at: string; children: string }) => (
  <form method="post" action={at} acceptCharset="utf-8">
    <Button>{children}</Button>
  </form>
);

const Messages = ({ webhook, messages, state, max }: OneProps & { state: 'failed' | 'waiting' | 'sent' }) => {
  const { webhookPages: words, momentWords } = useWording();
  const { what, about, made, state: became, id } = words.messageHeads;
  const shown = messages[state];
  return (
    <Section title={words.sections[state]}>
      {shown.length === 0 ? (
        <Paragraph>{words.nothing[state]}</Paragraph>
      ) : (
        <Table label={words.sections[state]} kind="sluis-stacked" heads={[what, about, made, became, id]}>
          {shown.map((message) => (
            <Row key={message.number} head={words.kind(eventIn(message))}>
              <Cell head={about}>{message.gate ?? '–'}</Cell>
              <Cell head={made}>{momentWords(message.madeAt)}</Cell>
              <Cell head={became}>
                <Became message={message} />
                {state === 'failed' && message.dossier !== null && (
                  <Post at={`${webhookPath(webhook.id)}/${message.number}/opnieuw`}>{words.again}</Post>
                )}
              </Cell>
              <Cell head={id}>
                <code>{message.id.slice(0, 12)}</code>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {shown.length === max && (
        <Paragraph quiet>{state === 'waiting' ? words.firstOf(max) : words.more(max)}</Paragraph>
      )}
    </Section>
  );
};

const Became = ({ message: { state, endedAt, status, why, tries } }: { message: WebhookMessage }): string => {
  const { message: said } = useWording().webhookPages;
  if (state === 'sent' && endedAt !== null) return said.sent(endedAt, status);
  return state === 'failed' && why !== null ? said.failed(why, status) : said.waiting(tries);
};

const eventIn = ({ body }: WebhookMessage): string => (JSON.parse(body) as { data: { event: string } }).data.event; // as it was made

const Secret = ({
  title,
  secret,
  children,
}: {
  title: string;
  secret: string;
  children: ReactElement | string | false;
}) => {
  const { webhookPages: words } = useWording();
  return (
    <Alert tone="ok" title={title} live>
      <p>
        <code className="sluis-link">{secret}</code>
      </p>
      <Paragraph>{words.secretHow}</Paragraph>
      {children !== false && <Paragraph>{children}</Paragraph>}
    </Alert>
  );
};

const Fault = ({ at, says }: { at: string; says: string }) => (
  <Paragraph>
    <Link href={`#${at}`}>{says}</Link>
  </Paragraph>
);
