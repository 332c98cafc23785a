// What is said of people and their roles, and by who signs in.
import { roles } from '../vocabulary.js';
import { needed, said } from './fact.js';
import { bodyId, day, email, oneOf, password, title } from './values.js';

export const signInFacts = { email: needed(said(email)), password: needed(said(password)) };

export const personFacts = { email: needed(said(email)), name: needed(said(title)) };

export const assignmentFacts = {
  role: needed(said(oneOf(roles))),
  body: said(bodyId),
  from: needed(said(day)),
  until: said(day),
};

export const assignmentEndFacts = { until: needed(said(day)) };
