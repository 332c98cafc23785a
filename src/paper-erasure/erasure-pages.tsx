// Where a paper is found that should not be here, and the page on which its content is erased.
import { Alert, Button, ButtonLink, Paragraph, Section, Terms } from '../http/page/basics.js';
import { FormField } from '../http/page/fields.js';
import { KeepingForm } from '../http/page/keeping.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { useWording } from '../http/page/wording.js';
import type { FoundPaper } from './erasures.js';
import { paperErasurePath } from './paths.js';

interface FindProps {
  around: Surroundings;
  asked: string;
  isUnknown: boolean;
}

export const FindPaperPage = ({ around, asked, isUnknown }: FindProps) => {
  const { paperErasure: words } = useWording();
  return (
    <Frame title={words.title} around={around} wrong={isUnknown}>
      <Paragraph>{words.lead}</Paragraph>
      <form method="get" action={paperErasurePath} acceptCharset="utf-8">
        <FormField
          field={{
            ...{ name: 'stuk', kind: 'text', label: words.paper, hint: words.paperHint },
            ...{ max: 500, required: true },
          }}
          value={asked}
          error={isUnknown ? words.unknown : undefined}
        />
        <p className="sluis-actions">
          <Button primary>{words.find}</Button>
        </p>
      </form>
    </Frame>
  );
};

interface ErasureProps {
  around: Surroundings;
  paper: FoundPaper;
  /** Whether it was just done. */
  isDone: boolean;
  reason: string;
  error: string | null;
}

export const PaperErasurePage = ({ around, paper, isDone, reason, error }: ErasureProps) => {
  const { paperErasure: words, aboutPaper } = useWording();
  const { hash, dossiers, erasure } = paper;
  return (
    <Frame
      title={words.title}
      around={around}
      trail={[{ href: paperErasurePath, label: words.title }]}
      wrong={error !== null}
    >
      {erasure !== null && (
        <Alert tone="ok" live>
          {isDone && <Paragraph>{words.done}</Paragraph>}
          <Paragraph>{words.already({ at: erasure.erasedAt, reason: erasure.reason })}</Paragraph>
        </Alert>
      )}
      <Terms
        items={[
          [words.whatItIs, aboutPaper(paper).replace(/^\(|\)$/g, '')],
          [words.uses, words.usesIn(dossiers)],
          [words.hash, <code key="hash">{hash}</code>],
        ]}
      />
      {erasure === null && <Erase hash={hash} reason={reason} error={error} />}
    </Frame>
  );
};

/** What happens stands before it is asked why. */
const Erase = ({ hash, reason, error }: { hash: string } & Pick<ErasureProps, 'reason' | 'error'>) => {
  const { paperErasure: words } = useWording();
  return (
    <Section title={words.check}>
      <ul className="utrecht-unordered-list">
        {[words.goes, words.stays, words.again, words.backups].map((one) => (
          <li key={one} className="utrecht-unordered-list__item">
            {one}
          </li>
        ))}
      </ul>
      <KeepingForm className="sluis-form" action={`${paperErasurePath}/${hash}`} noValidate>
        <FormField
          field={{
            ...{ name: 'reden', kind: 'lines', label: words.reason, hint: words.reasonHint },
            ...{ max: 4000, required: true },
          }}
          value={reason}
          error={error ?? undefined}
        />
        <p className="sluis-actions">
          <Button primary name="bevestigd" value="ja">
            {words.erase}
          </Button>
          <ButtonLink href={paperErasurePath}>{words.back}</ButtonLink>
        </p>
      </KeepingForm>
    </Section>
  );
};
