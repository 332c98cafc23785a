// What terms mean, in one line each, behind a summary that stands where they do: nothing of it needs a script.
import type { GlossaryEntry } from '../../wording/pages/glossary.js';
import { Link } from './basics.js';
import { glossaryPath, handbookAddress } from './help-paths.js';
import { useWording } from './wording.js';

interface ExplainedInProps {
  text: string;
  /** A text that explains its terms itself. */
  but?: string;
}

/** The terms that stand in this text; nothing where everybody knows its words. */
export const ExplainedIn = ({ text, but = '' }: ExplainedInProps) => {
  const { glossaryIn, glossaryWords } = useWording();
  const known = new Set(glossaryIn(but).map(({ id }) => id));
  const terms = glossaryIn(text).filter(({ id }) => !known.has(id));
  return terms.length === 0 ? null : (
    <details className="sluis-details sluis-explained">
      <summary>{glossaryWords.asked(terms.map(({ word }) => word))}</summary>
      {terms.map((term) => (
        <p key={term.id}>
          {terms.length > 1 && <strong>{glossaryWords.head(term.word)}: </strong>}
          <Line term={term} />
        </p>
      ))}
      {terms.length > 1 && (
        <p>
          <Link href={glossaryPath}>{glossaryWords.all}</Link>
        </p>
      )}
    </details>
  );
};

/** A term in one line, with where more of it stands. */
export const Line = ({ term: { word, text, chapter } }: { term: GlossaryEntry }) => {
  const { glossaryWords } = useWording();
  return (
    <>
      {text}{' '}
      <Link href={handbookAddress(chapter)}>
        {glossaryWords.more}
        <span className="sluis-unseen"> {glossaryWords.moreAbout(word)}</span>
      </Link>
    </>
  );
};
