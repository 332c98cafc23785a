// Until when everyone may decide in time at a gate, and how that came about: what law or plan gives, what was promised, and
// every extension.
import type { Extension, Round } from '../dossier/state.js';
import { termOf, type BodyTerm } from '../stand/term.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import { isStatutory } from '../workflow/weeks.js';

export interface TermView extends BodyTerm {
  body: BodyId;
}

export interface ExtensionView extends Omit<Extension, 'sequence'> {
  /** `beyond-law`: the law names a shorter term, and whether it may be longer was not verified. */
  flags: Slug[];
}

export interface TermsView {
  terms: TermView[];
  extensions: ExtensionView[];
}

export function termsView(round: Round, day: Day): TermsView {
  const { terms, extensions, electorate } = round;
  const flags = isStatutory(terms.gate) ? ['beyond-law'] : [];
  return {
    terms: electorate.map((body) => ({ body, ...termOf(round, body, day) })),
    extensions: extensions.map(({ sequence: _place, ...one }) => ({ ...one, flags })),
  };
}
