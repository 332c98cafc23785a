// What shows that something is so: a page on the web, or a paper that was uploaded. A row for each fact.
import { each, fact, needed, text, unless, type Kept } from './fact.js';
import { shown, type Shown } from './shown.js';
import { releaseScopes } from '../vocabulary.js';
import { file, oneOf, title, url } from './values.js';

const evidenceMax = 10;

export const evidenceFacts = {
  title: needed(text(title)),
  url: unless('file', text(url)),
  file: fact(file, { apartBy: 'scope' }),
  /** Who may see it, of those who see the fact; left out for all of them. */
  scope: fact(oneOf(releaseScopes)),
};

export const evidence = each(evidenceFacts, evidenceMax);

/** As it is shown. */
export type EvidenceView = Shown<typeof evidenceFacts>;

export const evidenceView = (all: readonly Kept<typeof evidenceFacts>[]): EvidenceView[] =>
  all.map((one) => shown(evidenceFacts, one));
