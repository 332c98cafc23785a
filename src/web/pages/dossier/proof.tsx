// What the phases of a dossier took along at their end: where it was published, from when it holds, and what shows it; and
// where each body published its own decision.
import type { CompletionView, PhaseView, PublicationView } from '../../../domain/views/dossier-view.js';
import type { Slug } from '../../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { PaperLink } from '../../../http/page/paper-link.js';
import { useWording } from '../../../http/page/wording.js';
import { Link, Paragraph, Section } from '../../../http/page/basics.js';
import type { Addresses } from '../addresses.js';

const isTold = ({ completion, flags, publications, toPublish }: PhaseView): boolean =>
  flags.length + publications.length + toPublish.length > 0 ||
  (completion !== null && Object.values(completion).some((one) => one !== null && one.length > 0));

interface ProofProps {
  phases: readonly PhaseView[];
  plan: Plan;
  at: Addresses;
  /** The phases in which this person may record a publication. */
  publishable?: ReadonlySet<Slug>;
}

export function Proof({ phases, plan, at, publishable = new Set() }: ProofProps) {
  const { proofWords: words, labels } = useWording();
  const told = phases.filter(isTold);
  return told.length === 0 ? null : (
    <Section title={words.title}>
      <ul className="sluis-list">
        {told.map((phase) => (
          <li key={phase.id} className="sluis-list__item">
            <p className="sluis-strong">{phase.title}</p>
            {phase.completion && <Completed completion={phase.completion} />}
            <Published phase={phase} plan={plan} />
            <Lacking phase={phase} plan={plan} />
            {publishable.has(phase.id) && (
              <p className="sluis-noprint">
                <Link href={at.now.publication(phase.id)}>{labels['record-publication']}</Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What was recorded by itself: of what was decided together, then of each body. */
function Published({ phase: { publications }, plan }: { phase: PhaseView; plan: Plan }) {
  const { proofWords: words } = useWording();
  const own = publications.filter(({ body }) => body !== null);
  return (
    <>
      {publications
        .filter(({ body }) => body === null)
        .map((one) => (
          <Publication key={one.recorded.sequence} publication={one} />
        ))}
      {own.length > 0 && <p>{words.own}:</p>}
      {own.length > 0 && (
        <ul>
          {own.map((one) => (
            <li key={one.recorded.sequence}>
              <Publication publication={one} whose={titleOf(plan, one.body ?? '')} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Publication({ publication, whose }: { publication: PublicationView; whose?: string }) {
  const { proofWords: words, publicationPlaceWords, capital, longDay } = useWording();
  const { where, number, url, on, entersIntoForceOn } = publication;
  return (
    <p>
      {whose === undefined ? capital(publicationPlaceWords[where]) : `${whose}, ${publicationPlaceWords[where]}`}
      {': '}
      <Numbered number={number} url={url} />, {longDay(on)}
      {entersIntoForceOn !== null && `; ${words.inForceOn(longDay(entersIntoForceOn))}`}
    </p>
  );
}

const Numbered = ({ number, url }: { number: string | null; url: string | null }) =>
  url === null ? (number ?? '–') : <Link href={url}>{number ?? url}</Link>;

/** What is not there yet, and of whom. */
function Lacking({ phase: { flags, toPublish }, plan }: { phase: PhaseView; plan: Plan }) {
  const { proofWords: words, proofFlagWords, listWords } = useWording();
  return (
    <>
      {flags.map((flag) => (
        <Paragraph key={flag} quiet>
          {proofFlagWords[flag] ?? flag}
        </Paragraph>
      ))}
      {toPublish.length > 0 && (
        <Paragraph quiet>{words.toPublish(listWords(toPublish.map((body) => titleOf(plan, body))))}</Paragraph>
      )}
    </>
  );
}

function Completed({ completion }: { completion: CompletionView }) {
  const { proofWords: words, publicationPlaceWords, capital, longDay } = useWording();
  const { publications, entersIntoForceOn, operationalOn, evidence } = completion;
  const first = publications.flatMap(({ publishedOn }) => publishedOn ?? []).sort()[0];
  const isRetroactive = entersIntoForceOn !== null && first !== undefined && entersIntoForceOn < first;
  return (
    <>
      {publications.map(({ where, number, publishedOn, url }, i) => (
        <p key={i}>
          {capital(publicationPlaceWords[where])}
          {': '}
          <Numbered number={number} url={url} />
          {publishedOn !== null && `, ${longDay(publishedOn)}`}
        </p>
      ))}
      {entersIntoForceOn !== null && (
        <p>
          {words.force}: {longDay(entersIntoForceOn)}
          {isRetroactive && ` (${words.retroactive})`}
        </p>
      )}
      {operationalOn !== null && (
        <p>
          {words.operational}: {longDay(operationalOn)}
        </p>
      )}
      {evidence.map((one, i) => (
        <p key={i}>
          <PaperLink {...one} />
        </p>
      ))}
    </>
  );
}
