// What is said of a mandate that a body gave: that somebody decides in its name (Awb, title 10.1). A row for each fact.
import { fact, needed, said, text } from './fact.js';
import { bodyId, bool, day, id, listOf, longText, slug, title, url } from './values.js';

const gatesMax = 200;

export const mandateFacts = {
  body: needed(fact(bodyId)),
  /** The office, or the person by name, that decides in its name. */
  holder: needed(text(title)),
  /** At which gates; left out, at all of them. */
  gates: fact(listOf(slug, gatesMax)),
  /** What it is for, in the words in which it was given. */
  covers: text(longText),
  /** The first and the last day on which it holds. */
  from: needed(fact(day)),
  until: fact(day),
  /** The decision by which it was given, as it would be cited. */
  source: needed(text(longText)),
  url: text(url),
};

/** That it holds no longer than until a day. */
export const mandateEndFacts = {
  mandate: needed(fact(id)),
  until: needed(fact(day)),
  reason: needed(text(longText)),
};

/** The word of the body on a mandate that the region recorded for it. */
export const mandateWordFacts = {
  mandate: needed(fact(id)),
  on: needed(said(day)),
  confirmed: needed(fact(bool)),
  reason: text(longText),
};
