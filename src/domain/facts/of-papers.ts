// Who may see a paper that goes with a fact, where that is not everybody who sees the fact: never more than those.
import type { Hex, ReleaseScope } from '../vocabulary.js';
import { needed, text } from './fact.js';
import { longText } from './values.js';

/** What is said where the content of one is erased: no fact of a dossier. */
export const paperErasureFacts = { reason: needed(text(longText)) };

/** What a paper says of itself beside its title, whichever fact it goes with. */
export interface ScopedPaper {
  readonly title: string | null;
  readonly url: string | null;
  readonly file: Hex | null;
  /** Null where everybody sees it who sees the fact. */
  readonly scope: ReleaseScope | null;
}

/** Whether it is not for everybody who may ever see the fact. */
export const isNarrow = (scope: unknown): boolean => scope === 'own' || scope === 'region';

/** What of a paper is closed with it, under the names of its rows. */
export const closedOfPaper: ReadonlySet<string> = new Set(['title', 'url', 'sha256', 'file']);
