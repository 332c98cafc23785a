// The handbook on screen: its first page with a search, a chapter with what stands in it, and what was found.
import { Button, Heading, Link, Paragraph, Section } from '../http/page/basics.js';
import { Line } from '../http/page/explained.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { glossaryPath, helpPath } from '../http/page/help-paths.js';
import { useWording } from '../http/page/wording.js';
import type { Chapter } from './chapters.js';
import { chaptersFor, pathOf, type Found } from './handbook.js';

interface ChapterPageProps {
  around: Surroundings;
  chapter: Chapter;
}

export function ChapterPage({ around, chapter }: ChapterPageProps) {
  const { help } = useWording();
  return (
    <Frame title={chapter.title} around={around} trail={[{ href: helpPath, label: help.title }]}>
      <Contents chapter={chapter} />
      <Text chapter={chapter} />
      <p className="sluis-noprint">
        <Link href={helpPath}>{help.contents}</Link>
      </p>
    </Frame>
  );
}

interface HandbookPageProps extends ChapterPageProps {
  asked: string;
  found: readonly Found[];
}

/** The first chapter, which leads to the others; with what was asked, only what was found. */
export function HandbookPage({ around, chapter, asked, found }: HandbookPageProps) {
  const { help } = useWording();
  return (
    <Frame title={help.title} around={around}>
      <SearchForm asked={asked} />
      {asked === '' ? (
        <>
          <ForRoles around={around} />
          <Text chapter={chapter} />
        </>
      ) : (
        <FoundPlaces asked={asked} found={found} />
      )}
    </Frame>
  );
}

/** Every term in one line. */
export function GlossaryPage({ around }: { around: Surroundings }) {
  const { help, glossary, glossaryWords } = useWording();
  return (
    <Frame title={glossaryWords.title} around={around} trail={[{ href: helpPath, label: help.title }]}>
      <p className="sluis-lead">{glossaryWords.intro}</p>
      <dl className="sluis-glossary">
        {glossary.map((term) => (
          <div key={term.id} id={term.id}>
            <dt>{glossaryWords.head(term.word)}</dt>
            <dd>
              <Line term={term} />
            </dd>
          </div>
        ))}
      </dl>
    </Frame>
  );
}

const SearchForm = ({ asked }: { asked: string }) => {
  const { help, glossaryWords } = useWording();
  return (
    <form className="sluis-search sluis-noprint" method="get" action={helpPath} role="search">
      <label className="utrecht-form-label" htmlFor="zoek">
        {help.search}
      </label>
      <div className="sluis-search__row">
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          type="search"
          id="zoek"
          name="zoek"
          defaultValue={asked}
          maxLength={200}
        />
        <Button>{help.go}</Button>
      </div>
      <p>
        <Link href={glossaryPath}>{glossaryWords.all}</Link>
      </p>
    </form>
  );
};

const ForRoles = ({ around }: { around: Surroundings }) => {
  const { help } = useWording();
  const own = chaptersFor(around.person?.roles ?? []);
  return own.length === 0 ? null : (
    <p className="nl-paragraph sluis-lead">
      {help.forYou}{' '}
      {own.map((chapter) => (
        <span key={chapter.name}>
          <Link href={pathOf(chapter)}>{chapter.title}</Link>{' '}
        </span>
      ))}
    </p>
  );
};

const FoundPlaces = ({ asked, found }: Pick<HandbookPageProps, 'asked' | 'found'>) => {
  const { help } = useWording();
  return (
    <Section title={help.foundTitle}>
      <Paragraph>{help.found(asked, found.length)}</Paragraph>
      <ul lang="nl" className="sluis-found">
        {found.map(({ path, chapter, title, excerpt }, i) => (
          <li key={i}>
            <Link href={path}>{title === chapter ? title : `${chapter}: ${title}`}</Link>
            <Paragraph quiet>{excerpt}</Paragraph>
          </li>
        ))}
      </ul>
      <Paragraph>
        <Link href={helpPath}>{help.contents}</Link>
      </Paragraph>
    </Section>
  );
};

/** The headings of a chapter that is longer than a screen. */
const Contents = ({ chapter: { parts } }: { chapter: Chapter }) => {
  const { help } = useWording();
  const heads = parts.filter(({ depth }) => depth === 2);
  return heads.length < 3 ? null : (
    <nav className="sluis-onpage sluis-noprint" aria-labelledby="op-deze-bladzijde">
      <Heading level={2} id="op-deze-bladzijde">
        {help.onThisPage}
      </Heading>
      <ul lang="nl">
        {heads.map(({ id, title }) => (
          <li key={id}>
            <Link href={`#${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** In the language in which the handbook is written, whatever that of the page is. */
const Text = ({ chapter: { html } }: { chapter: Chapter }) => (
  <article className="sluis-handbook" lang="nl" dangerouslySetInnerHTML={{ __html: html }} />
);
