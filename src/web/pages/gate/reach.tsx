// Whom to reach about a body that is to act, and what was noted about it: for who sees to it that they do.
import type { Reachable } from '../../../domain/people.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { BodyId, Instant } from '../../../domain/vocabulary.js';
import type { BodyLine } from '../body-lines.js';
import { useWording } from '../../../http/page/wording.js';

export interface ShownNote {
  text: string;
  /** Null where that is not known any more. */
  by: string | null;
  at: Instant;
}

/** Of one body. */
export interface Reach {
  people: Reachable[];
  note: ShownNote | null;
  /** Where its note is written; null for who writes none. */
  write: string | null;
}

/** By body; empty for who is not told. */
export type Reaches = ReadonlyMap<BodyId, Reach>;
export type ReachAt = (gate: Pick<GateOnPage, 'id' | 'round' | 'electorate' | 'ruledBy'>) => Reaches;

/** Where another answers its condition, nobody of the body has to be reached. */
export function reachOf(
  { body, answeredBy }: Pick<BodyLine, 'body' | 'answeredBy'>,
  reach: Reaches,
): Reach | undefined {
  const own = reach.get(body);
  return own && answeredBy !== null ? { ...own, people: [] } : own;
}

/** So many people are named. */
const namedMax = 2;

/** It is not printed: what is beside the record stays out of what is handed round. */
export const ReachOf = ({ reach, body }: { reach: Reach | undefined; body: string }) => {
  const { notes: words } = useWording();
  const { people, note, write } = reach ?? { people: [], note: null, write: null };
  if (people.length === 0 && note === null && write === null) return null;
  return (
    <span className="sluis-reach sluis-noprint">
      {people.slice(0, namedMax).map(({ name, email, phone }) => (
        <span key={email}>
          {name}{' '}
          <a href={`mailto:${encodeURIComponent(email)}`}>
            {email.split('@').flatMap((part, i) => (i === 0 ? [part, '@'] : [<wbr key="w" />, part]))}
          </a>
          {phone !== null && (
            <>
              {' '}
              <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
            </>
          )}
        </span>
      ))}
      {note && (
        <span className="sluis-reach__note">
          {note.text} <span className="sluis-quiet">({words.by(note.by, note.at)})</span>
        </span>
      )}
      {write !== null && (
        <a href={write} aria-label={`${note ? words.change : words.add}: ${body}`}>
          {note ? words.change : words.add}
        </a>
      )}
    </span>
  );
};
