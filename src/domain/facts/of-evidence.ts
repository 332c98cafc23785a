// What shows that something is so: a page on the web, or a paper that was uploaded. A row for each fact.
import { each, fact, needed, text, unless, type Kept } from './fact.js';
import { shown, type Shown } from './shown.js';
import { file, title, url } from './values.js';

const evidenceMax = 10;

export const evidenceFacts = {
  title: needed(text(title)),
  url: unless('file', text(url)),
  file: fact(file),
};

export const evidence = each(evidenceFacts, evidenceMax);

/** As it is shown. */
export type EvidenceView = Shown<typeof evidenceFacts>;

export const evidenceView = (all: readonly Kept<typeof evidenceFacts>[]): EvidenceView[] =>
  all.map((one) => shown(evidenceFacts, one));
