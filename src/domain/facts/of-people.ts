// What is said of people and their roles, and by who signs in.
import { roles } from '../vocabulary.js';
import { fact, needed, said, text } from './fact.js';
import { bodyId, day, email, longText, mailAddress, oneOf, oneTimeCode, password, title } from './values.js';

export const signInFacts = { email: needed(said(email)), password: needed(said(password)) };

/** For a program; the code for who signs in in two steps. */
export const tokenFacts = { ...signInFacts, code: said(oneTimeCode) };

export const personFacts = { email: needed(text(mailAddress)), name: needed(text(title)) };

export const assignmentFacts = {
  role: needed(fact(oneOf(roles))),
  body: fact(bodyId),
  from: needed(fact(day)),
  until: fact(day),
  reason: text(longText),
};

export const assignmentEndFacts = { until: needed(fact(day)), reason: text(longText) };

/** At least one of the two is another. */
export const personCorrectionFacts = { email: text(mailAddress), name: text(title), reason: needed(text(longText)) };

export const erasureFacts = {
  /** The day on which it was decided; today when it is left out. */
  on: said(day),
  reason: needed(text(longText)),
};
