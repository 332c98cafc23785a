// What is said of phases, of what happens outside, and of a dossier as a whole. A row for each fact.
import { publicationPlaces } from '../vocabulary.js';
import { each, fact, group, named, needed, said, text, texts } from './fact.js';
import { evidence } from './of-evidence.js';
import { meetingFacts } from './of-gates.js';
import { bodyId, bool, day, listOf, longText, oneOf, recordOf, slug, title, url, wholeNumber, yes } from './values.js';

const findingsMax = 50;
const visitorsMax = 20;
const goalsMax = 20;
const publicationsMax = 20;
const phasesMax = 200;
const versionsMax = 1000;
const startVersionsMax = 1_000_000;
/** More than there are municipalities. */
export const partiesMax = 450;

/** Of what only has its day. */
export const dayFacts = { on: needed(said(day)) };
export const reasonFacts = { on: needed(said(day)), reason: needed(text(longText)) };

/** Where something was published, or is kept: the number under which, and its address. */
const publicationFacts = {
  where: needed(fact(oneOf(publicationPlaces))),
  number: text(title),
  publishedOn: fact(day),
  url: text(url),
};

/** Of one publication: by one body of its own decision, or of what was decided together. */
export const ownPublicationFacts = {
  /** Left out: of what was decided together. */
  body: fact(bodyId),
  where: needed(fact(oneOf(publicationPlaces))),
  /** The day of the publication. */
  on: needed(said(day)),
  number: text(title),
  url: text(url),
  entersIntoForceOn: fact(day),
};

/** Of a phase that ends without a gate: what shows it, and what takes effect by it. */
export const completionFacts = {
  on: needed(said(day)),
  publications: each(publicationFacts, publicationsMax),
  /** Also a day before the publication: with retroactive force. */
  entersIntoForceOn: fact(day),
  operationalOn: fact(day),
  evidence,
};

export const visitFacts = {
  body: needed(fact(bodyId)),
  on: needed(said(day)),
  skipped: said(bool),
  reason: text(longText),
  /** Who went there. */
  visitors: texts(title, visitorsMax),
  /** By what it was informed: the letter or the paper, as it can be found. */
  reference: text(title),
  findings: named(longText, findingsMax),
  /** What was shown there, or what tells of it. */
  evidence,
};

export const planningFacts = {
  /** The day on which the plan was moved. */
  on: needed(said(day)),
  from: fact(day),
  until: fact(day),
  reason: needed(text(longText)),
};

export const meetingRecordFacts = {
  /** The day on which it was expected, or to which it was moved. */
  expectedOn: needed(said(day)),
  heldOn: fact(day),
  movedTo: fact(day),
  cancelled: fact(yes),
  reason: text(longText),
  /** By goal; only of a meeting that was held. */
  values: named(title, goalsMax),
};

export const outsideFacts = {
  fact: needed(fact(slug)),
  on: needed(said(day)),
  /** Where it can be read that it happened. */
  source: needed(text(longText)),
};

export const startFacts = {
  workflow: needed(said(slug)),
  version: said(wholeNumber(1, startVersionsMax)),
  title: needed(text(title)),
  startedOn: needed(said(day)),
  /** Municipalities, by id; only where the workflow leaves its parties open. */
  parties: said(listOf(slug, partiesMax)),
};

/** What of a start can be corrected: another plan or other parties are another dossier. */
export const startedFacts = { title: startFacts.title, startedOn: startFacts.startedOn };

/** Parties that go on as one, by the names of the register, which has their day. */
export const successionFacts = {
  from: needed(fact(listOf(slug, partiesMax))),
  into: needed(fact(slug)),
  reason: needed(text(longText)),
  /** Where it stands written. */
  reference: text(title),
};

export const migrationFacts = {
  /** Another workflow; left out, the one that the dossier follows. */
  workflow: said(slug),
  toVersion: needed(said(wholeNumber(1, versionsMax))),
  on: needed(said(day)),
  reason: needed(text(longText)),
  /** Where phases go that do not go to the one with their own name. */
  map: said(recordOf(slug, phasesMax)),
  /** Where it was decided. */
  meeting: group(meetingFacts),
  /** Only tells what would happen. */
  dryRun: said(bool),
};

/** What of a migration can be corrected: to another plan, or by another map, is another migration. */
export const migratedFacts = {
  on: migrationFacts.on,
  reason: migrationFacts.reason,
  meeting: migrationFacts.meeting,
};
