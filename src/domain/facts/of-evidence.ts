// What shows that something is so: a page on the web, or a paper that was uploaded. A row for each fact.
import { each, fact, needed, text, unless } from './fact.js';
import { file, title, url } from './values.js';

const evidenceMax = 10;

export const evidenceFacts = {
  title: needed(text(title)),
  url: unless('file', text(url)),
  file: fact(file),
};

export const evidence = each(evidenceFacts, evidenceMax);
