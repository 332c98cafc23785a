// What a body can say when it decides, and what can be said of a decision afterwards: a row for each fact. Its names
// stand in `wording/facts.ts` under the same key.
import {
  conditionAnswers,
  conditionEffects,
  consentGrounds,
  decisionForms,
  decisionKinds,
  pointVerdicts,
  releaseScopes,
  tabledKinds,
  tabledResults,
  tenors,
} from '../vocabulary.js';
import { evidence } from './of-evidence.js';
import { secrecyFacts, secretsMax } from './of-secrecy.js';
import { each, fact, group, needed, said, text, texts, type Payload, type Hashed, type Kept } from './fact.js';
import {
  bodyId,
  bool,
  day,
  id,
  listOf,
  longText,
  oneOf,
  recordOf,
  text as shortText,
  slug,
  title,
  url,
  wholeNumber,
  yes,
} from './values.js';

const listMax = 50;
const versionsMax = 10_000;
const roundsMax = 10_000;
const clearsMax = 50;
const seatsMax = 100;

/** As it is called where it was decided: 1.4, IIb. */
const number = shortText(20);

const decisionKind = oneOf(decisionKinds, 'not-offered-here');

export const conditionFacts = {
  /** Of a condition of the former reading, which a correction keeps. */
  id: said(id),
  text: needed(text(longText)),
  effect: needed(fact(oneOf(conditionEffects))),
  owner: text(title),
  dueOn: fact(day),
  /** The number of the point of the decision that it belongs to. */
  ofPoint: text(number),
};

/** One numbered point of a decision, as it was decided; never counted by itself. */
export const decisionPointFacts = {
  number: text(number),
  text: needed(text(longText)),
  verdict: needed(fact(oneOf(pointVerdicts))),
  /** To whom it was sent on or proposed, and when that treats it. */
  to: text(title),
  treatedOn: fact(day),
};

/** An amendment or a motion: who moved it, and what became of it. */
export const tabledFacts = {
  kind: needed(fact(oneOf(tabledKinds))),
  number: text(number),
  text: needed(text(longText)),
  movers: text(title),
  result: needed(fact(oneOf(tabledResults))),
};

/** What was promised to a council: by whom, at whose request, and by when. */
export const pledgeFacts = {
  number: text(number),
  text: needed(text(longText)),
  promisedBy: text(title),
  askedBy: text(title),
  keptBy: fact(day),
};

/** How a party group voted in a council; it never changes how the council counts. */
export const groupVoteFacts = {
  group: needed(text(title)),
  for: fact(wholeNumber(0, seatsMax)),
  against: fact(wholeNumber(0, seatsMax)),
  absent: fact(wholeNumber(0, seatsMax)),
  seats: fact(wholeNumber(1, seatsMax)),
  /** Its stemverklaring. */
  explanation: text(longText),
};

/** To whom a decision is released, from when, and the ground in law on which it is closed till then. */
export const closureFacts = { scope: needed(fact(oneOf(releaseScopes))), from: fact(day), ground: text(title) };

export const decisionFacts = {
  body: needed(said(bodyId)),
  /** Every correction may leave this out, and the day. */
  decision: said(decisionKind),
  /** Where a question was answered otherwise than the whole. */
  answers: said(recordOf(decisionKind, listMax)),
  decidedOn: said(day),
  reference: text(title),
  reason: text(longText),
  remarks: texts(longText, listMax),
  conditions: each(conditionFacts, listMax, { with: 'agree-with-conditions' }),
  option: fact(slug),
  nextDate: fact(day, { with: 'deferred' }),
  ground: fact(oneOf(consentGrounds), { with: 'consent-withheld' }),
  subjectTo: group({ gate: needed(fact(slug)), body: needed(fact(bodyId)) }, { with: 'agree-subject-to' }),
  tenor: fact(oneOf(tenors), { with: 'view' }),
  /** The points of a zienswijze, each to be answered in the response note. */
  points: texts(longText, listMax, { with: 'view' }),
  signatory: text(title, { with: 'signed' }),
  capacity: text(title, { with: 'signed' }),
  /** When the body authorised its signatory. */
  authorisedOn: fact(day, { with: 'signed' }),
  portfolioHolder: text(title),
  /** Left out for the plain decision of a college or a council. */
  form: fact(oneOf(decisionForms)),
  text: text(longText),
  conform: fact(bool),
  /** The version of the proposal that was decided on; the newest of that day when left out. */
  proposalVersion: fact(wholeNumber(1, versionsMax)),
  listAdoptedOn: fact(day),
  publishedOn: fact(day),
  publicationUrl: text(url),
  /** Taken without debate: a hamerstuk. */
  consentItem: fact(bool),
  /** Not in a meeting: the day is then that of the last who agreed. */
  outsideMeeting: fact(bool),
  /** The points of a decision, each with what was decided on it. */
  decisionPoints: each(decisionPointFacts, listMax),
  tabled: each(tabledFacts, listMax, { by: 'council' }),
  unanimous: fact(bool, { by: 'council' }),
  rollCall: fact(bool, { by: 'council' }),
  groupVotes: each(groupVoteFacts, listMax, { by: 'council' }),
  /** Who was appointed, and who takes their place. */
  member: text(title),
  substitute: text(title),
  amendments: texts(longText, listMax, { by: 'council', former: true }),
  motions: texts(longText, listMax, { by: 'council', former: true }),
  /** Toezeggingen. */
  pledges: each(pledgeFacts, listMax, { by: 'council' }),
  commitments: texts(longText, listMax, { by: 'council', former: true }),
  release: group(closureFacts),
  /** On what of it secrecy rests; never on the decision itself. */
  secrecy: each(secrecyFacts, secretsMax),
  evidence,
  corrects: said(id),
  revises: said(id),
  /** The round that it was taken in; the last that was put by its day when left out. */
  round: said(wholeNumber(1, roundsMax)),
  /** Of a correction: there was no such decision, or it belongs to another dossier. */
  noDecision: fact(yes),
  belongsTo: fact(slug),
  /** The fields that a correction empties. */
  clears: said(listOf(id, clearsMax)),
};

export type RecordDecision = Payload<typeof decisionFacts>;
export type DecisionSaid = Hashed<typeof decisionFacts>;
export type DecisionKept = Kept<typeof decisionFacts>;

export const confirmationFacts = {
  on: needed(said(day)),
  confirmed: needed(said(bool)),
  reason: text(longText),
};

export const withdrawalFacts = {
  decision: needed(said(id)),
  on: needed(said(day)),
  reason: needed(text(longText)),
};

export const releaseFacts = {
  on: needed(said(day)),
  scope: needed(fact(oneOf(releaseScopes))),
  from: fact(day),
  ground: text(title),
};

export const listAdoptionFacts = {
  on: needed(said(day)),
  publishedOn: fact(day),
  publicationUrl: text(url),
};

/** A point of a zienswijze, answered in the response note; the first is 0. */
export const pointAnswerFacts = {
  on: needed(said(day)),
  point: needed(fact(wholeNumber(0, listMax))),
  answer: needed(text(longText)),
};

/** A remark of an agreement; the first is 0. */
export const remarkAnswerFacts = {
  on: needed(said(day)),
  remark: needed(fact(wholeNumber(0, listMax))),
  answer: needed(text(longText)),
};

/** Of a condition that a body made. */
export const conditionAnswerFacts = {
  answer: needed(fact(oneOf(conditionAnswers))),
  on: needed(said(day)),
  /** Where a condition is carried to. */
  phase: fact(slug),
  reason: text(longText),
};
