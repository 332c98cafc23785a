// What was found, with the words marked where they stand: dossiers by what they are called, then lines of their logs.
import type { Day } from '../../../domain/vocabulary.js';
import type { FoundIn } from '../../../domain/views/found-texts.js';
import { Alert, Link, Paragraph, Section } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { SearchForm, searchPath } from '../../../http/page/search-form.js';
import { useWording } from '../../../http/page/wording.js';

export const searchAddress = (q: string, na: string): string =>
  `${searchPath}?${new URLSearchParams({ q, na }).toString()}`;

/** A piece of a text, and whether it is one of the words. */
export type Piece = [text: string, isFound: boolean];

export interface FoundLine {
  part: FoundIn;
  /** What happened, or what the dossier is called. */
  title: Piece[];
  href: string;
  dossier: string;
  on: Day;
  /** The texts in which the words stand, by their names. */
  texts: { name: string; text: Piece[] }[];
}

interface SearchPageProps {
  around: Surroundings;
  words: string;
  /** Why that cannot be looked for. */
  fault: string | null;
  /** Null where nothing was looked for. */
  found: FoundLine[] | null;
  next: string | null;
}

export const SearchPage = ({ around, words, fault, found, next }: SearchPageProps) => {
  const { searching } = useWording();
  return (
    <Frame title={searching.title} around={around} wrong={fault !== null}>
      <SearchForm words={words} fault={fault} />
      {found && (found.length === 0 ? <Nothing words={words} /> : <Found words={words} found={found} />)}
      {next !== null && (
        <p className="sluis-actions">
          <Link href={next}>{searching.next}</Link>
        </p>
      )}
    </Frame>
  );
};

const Nothing = ({ words }: { words: string }) => {
  const { searching } = useWording();
  return (
    <Alert tone="info">
      <Paragraph>{searching.nothing(words)}</Paragraph>
      <Paragraph>{searching.try}</Paragraph>
    </Alert>
  );
};

const Found = ({ found }: { words: string; found: FoundLine[] }) => {
  const { searching } = useWording();
  const parts = [
    [searching.dossiers, found.filter(({ part }) => part === 'title')],
    [searching.lines, found.filter(({ part }) => part === 'text')],
  ] as const;
  return parts.map(
    ([title, lines]) =>
      lines.length > 0 && (
        <Section key={title} title={title}>
          <ul className="sluis-list">
            {lines.map((line, i) => (
              <Line key={`${line.href} ${i}`} line={line} />
            ))}
          </ul>
        </Section>
      ),
  );
};

const Line = ({ line: { part, title, href, dossier, on, texts } }: { line: FoundLine }) => {
  const { searching } = useWording();
  return (
    <li className="sluis-list__item">
      <p>
        <Link href={href}>
          <Pieces pieces={title} />
        </Link>
      </p>
      {texts.map(({ name, text }, i) => (
        <p key={`${name} ${i}`}>
          <span className="sluis-quiet">{name}:</span> <Pieces pieces={text} />
        </p>
      ))}
      <p className="sluis-quiet">{part === 'title' ? searching.startedOn(on) : `${dossier} · ${searching.on(on)}`}</p>
    </li>
  );
};

const Pieces = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(([text, isFound], i) => (isFound ? <mark key={i}>{text}</mark> : text))}</>
);
