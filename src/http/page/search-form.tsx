// The box in which one says what one looks for: small at the top of every page, and whole on its own.
import { Button } from './basics.js';
import { FormField, type Field } from './fields.js';
import { useWording } from './wording.js';

/** The page on which something is looked for. */
export const searchPath = '/zoeken';

const name = 'q';
const wordsMax = 200;

export const SearchForm = ({ words, fault }: { words: string; fault: string | null }) => {
  const { searching } = useWording();
  const field: Field = {
    ...{ name, label: searching.label, hint: searching.hint, kind: 'text', sometimes: true, max: wordsMax },
  };
  return (
    <form className="sluis-form sluis-noprint" method="get" action={searchPath} role="search">
      <FormField field={field} value={words.slice(0, wordsMax)} error={fault ?? undefined} />
      <p className="sluis-actions">
        <Button primary>{searching.button}</Button>
      </p>
    </form>
  );
};

/** At the top of a page, where there is room. */
export const SearchBox = () => {
  const { searching } = useWording();
  return (
    <form className="sluis-find" method="get" action={searchPath} role="search">
      <input
        className="utrecht-textbox utrecht-textbox--html-input"
        type="search"
        name={name}
        maxLength={wordsMax}
        aria-label={searching.label}
        placeholder={searching.title}
      />
      <button className="sluis-find__button" type="submit" aria-label={searching.button}>
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.5 12.5 17 17" />
        </svg>
      </button>
    </form>
  );
};
