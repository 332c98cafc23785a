// A link that lets somebody in stands on a page of its own after it was made: for who made it, and not for long.
import type { Id } from '../domain/vocabulary.js';

export interface LinkShown {
  person: Id;
  /** Null where somebody was known already, and got no link. */
  link: string | null;
  /** Until when it works, in words. */
  until: string;
}

/** By which it is told from what else is answered. */
const mark = 'link ';

/** What is answered to a form that makes a link, to be found again by the key of that form. */
export const linkAnswer = (made: LinkShown): string => mark + JSON.stringify(made);

export const linkInAnswer = (answer: string): LinkShown | null =>
  answer.startsWith(mark) ? (JSON.parse(answer.slice(mark.length)) as LinkShown) : null; // as it was written above

export abstract class LinksShown {
  /** What that form of this person made; null where it made none, or it is too long ago. */
  abstract of(maker: Id, key: string): Promise<LinkShown | null>;
}
