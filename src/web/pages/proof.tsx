// What the phases of a dossier took along at their end: where it was published, from when it holds, and what shows it.
import type { CompletionView, PhaseView } from '../../domain/views/dossier-view.js';
import { useWording } from '../../http/page/wording.js';
import { Link, Paragraph, Section } from '../../http/page/basics.js';
import type { Addresses } from './addresses.js';

const isTold = ({ completion, flags }: PhaseView): boolean =>
  flags.length > 0 || (completion !== null && Object.values(completion).some((one) => one !== null && one.length > 0));

export function Proof({ phases, at }: { phases: readonly PhaseView[]; at: Addresses }) {
  const { proofWords: words, proofFlagWords } = useWording();
  const told = phases.filter(isTold);
  return told.length === 0 ? null : (
    <Section title={words.title}>
      <ul className="sluis-list">
        {told.map(({ id, title, completion, flags }) => (
          <li key={id} className="sluis-list__item">
            <p className="sluis-strong">{title}</p>
            {completion && <Completed completion={completion} />}
            {flags.map((flag) => (
              <Paragraph key={flag} quiet>
                {proofFlagWords[flag] ?? flag} <Link href={at.log({ toon: 'fasen' })}>{words.add}</Link>
              </Paragraph>
            ))}
          </li>
        ))}
      </ul>
    </Section>
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
          {url === null ? (number ?? '–') : <Link href={url}>{number ?? url}</Link>}
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
      {evidence.map((one) => (
        <p key={one.url}>
          <Link href={one.url}>{one.title}</Link>
        </p>
      ))}
    </>
  );
}
