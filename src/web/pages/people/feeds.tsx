// Days in the calendar program of somebody: which addresses there are, and a new one.
import type { Id, Instant } from '../../../domain/vocabulary.js';
import { Alert, Button, Paragraph, Section } from '../../../http/page/basics.js';
import { FormField } from '../../../http/page/fields.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';

export interface FeedChoice {
  value: string;
  /** What it is about; null where that is everything of who looks. */
  label: string | null;
}

interface FeedsProps {
  around: Surroundings;
  choices: readonly FeedChoice[];
  feeds: readonly { id: Id; label: string | null; madeAt: Instant }[];
  /** The one that was just made: it is shown once. */
  address: string | null;
  isRevoked: boolean;
  error: string | null;
}

export function FeedsPage({ around, choices, feeds, address, isRevoked, error }: FeedsProps) {
  const { feedWords: words } = useWording();
  return (
    <Frame title={words.title} around={around} wrong={error !== null}>
      {isRevoked && (
        <Alert tone="ok" live>
          <Paragraph>{words.revoked}</Paragraph>
        </Alert>
      )}
      {address !== null && (
        <Alert tone="ok" title={words.made} live>
          <p>
            <code className="sluis-link">{address}</code>
          </p>
          <Paragraph>{words.madeHow}</Paragraph>
        </Alert>
      )}
      <Paragraph>{words.intro}</Paragraph>
      <form className="sluis-form" method="post" action="/agenda" acceptCharset="utf-8">
        <FormField
          field={{
            ...{ name: 'welke', label: words.which, kind: 'select', required: true },
            choices: choices.map(({ value, label }) => ({ value, label: label ?? words.own })),
          }}
          value=""
          error={error ?? undefined}
        />
        <p className="sluis-actions">
          <Button primary>{words.make}</Button>
        </p>
      </form>
      <Section title={words.there}>
        {feeds.length === 0 ? <Paragraph>{words.none}</Paragraph> : <There feeds={feeds} />}
      </Section>
    </Frame>
  );
}

const There = ({ feeds }: Pick<FeedsProps, 'feeds'>) => {
  const { feedWords: words, momentWords } = useWording();
  return (
    <Table label={words.there} kind="sluis-stacked" heads={[words.about, words.since, words.revoke]}>
      {feeds.map(({ id, label, madeAt }) => (
        <Row key={id} head={label === '' ? words.unseen : (label ?? words.own)}>
          <Cell head={words.since}>{momentWords(madeAt)}</Cell>
          <Cell>
            <form method="post" action="/agenda/intrekken" acceptCharset="utf-8">
              <input type="hidden" name="adres" value={id} />
              <Button>{words.revoke}</Button>
            </form>
          </Cell>
        </Row>
      ))}
    </Table>
  );
};
