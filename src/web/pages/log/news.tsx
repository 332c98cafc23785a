// What others recorded since the former visit: on the page of tasks by dossier, on the page of a dossier as one line.
import type { Instant } from '../../../domain/vocabulary.js';
import { Heading, Link, Paragraph } from '../../../http/page/basics.js';
import { standFor } from '../../../http/page/sign.js';
import { useWording } from '../../../http/page/wording.js';
import type { LogLine } from './log.js';

type NewsLine = Pick<LogLine, 'sequence' | 'sentence' | 'recordedAt' | 'who' | 'mended' | 'said'> & { href: string };

export interface ToldNews {
  /** When the former visit ended; null where that is not to be told. */
  leftAt: Instant | null;
  dossiers: {
    title: string;
    /** The log from the first new line on. */
    href: string;
    /** The newest first. */
    lines: NewsLine[];
    /** How many more there are. */
    more: number;
  }[];
  /** Whether there is more in other dossiers. */
  isMore: boolean;
}

/** @param news null for who is here for the first time: then there is nothing to compare with */
export const News = ({ news }: { news: ToldNews | null }) => {
  const { news: words } = useWording();
  if (news === null) return null;
  return (
    <section className="sluis-news" id="nieuw">
      <Heading level={2}>{words.title}</Heading>
      {news.dossiers.length === 0 && <Paragraph quiet>{words.nothing(news.leftAt)}</Paragraph>}
      {news.dossiers.map(({ title, href, lines, more }) => (
        <section key={href}>
          <Heading level={3}>
            <a href={href}>{title}</a>
          </Heading>
          <ul className="sluis-needed">
            {lines.map((line) => (
              <Line key={line.sequence} line={line} />
            ))}
          </ul>
          {more > 0 && (
            <Paragraph quiet>
              <Link href={href}>{words.more(more)}</Link>
            </Paragraph>
          )}
        </section>
      ))}
      {news.isMore && (
        <Paragraph quiet>
          {words.elsewhere} <Link href="/trajecten">{words.all}</Link>
        </Paragraph>
      )}
    </section>
  );
};

const Line = ({ line: { href, sentence, recordedAt, who, mended, said } }: { line: NewsLine }) => {
  const { news: words } = useWording();
  const told = <a href={href}>{sentence}</a>;
  return (
    <li {...(said ? standFor(said) : {})}>
      {mended === null ? told : <del>{told}</del>}
      <span className="sluis-act__state">{words.line(recordedAt, who)}</span>
    </li>
  );
};

/** How much is new in one dossier, and where it begins in its log. */
export interface NewsInDossier {
  leftAt: Instant | null;
  n: number;
  href: string;
}

export const NewsHere = ({ news }: { news: NewsInDossier | null }) => {
  const { news: words } = useWording();
  return news === null ? null : (
    <p className="sluis-quiet sluis-noprint">
      {words.here(news.n, news.leftAt)} <Link href={news.href}>{words.look}</Link>
    </p>
  );
};
