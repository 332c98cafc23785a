// What is said of secrecy: it rests on information, such as an annex, and never on the decision that it goes with. What is
// in that information is not said. A row for each fact.
import { secretInterests, secrecyBodies } from '../vocabulary.js';
import { fact, needed, said, text } from './fact.js';
import { bodyId, day, oneOf, title, wholeNumber } from './values.js';

export const secretsMax = 50;

export const secrecyFacts = {
  /** What it rests on: an annex, a part of a paper. */
  object: needed(text(title)),
  /** The interest by which it may be secret: art. 5.1 of the Wet open overheid, its paragraph and letter. */
  interest: needed(fact(oneOf(secretInterests))),
  /** The article that gives the power to impose it; that is no ground. */
  power: text(title),
  /** Left out: the body that decided, on the day of the decision. */
  imposedBy: fact(oneOf(secrecyBodies)),
  imposedOn: fact(day),
  /** The council that was given the information under secrecy. */
  sharedWith: fact(bodyId),
  /** Who may lift it; left out: who imposed it. */
  liftableBy: fact(oneOf(secrecyBodies)),
};

/** That it rests there no more; the first of the decision is 0. */
export const secrecyLiftFacts = {
  on: needed(said(day)),
  secret: needed(fact(wholeNumber(0, secretsMax))),
  liftedBy: needed(fact(oneOf(secrecyBodies))),
  reference: text(title),
};
