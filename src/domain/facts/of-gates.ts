// What is said of a gate: how it is put, what changes while it is open, and how it is concluded. A row for each fact.
import { agendaStages, criterionStates, meetingForms, releaseScopes, rulings } from '../vocabulary.js';
import { each, fact, group, needed, said, text, type Payload } from './fact.js';
import { evidence } from './of-evidence.js';
import { ruleData } from './rule-data.js';
import { bodyId, bool, day, file, listOf, longText, objectOf, oneOf, sha256, slug, title, url } from './values.js';

const bodiesMax = 1000;
const questionsMax = 20;
const variantsMax = 100;
const mergesMax = 100;
const partsMax = 100;
const documentsMax = 50;

const bodies = listOf(bodyId, bodiesMax);

/** Where something was concluded. */
export const meetingFacts = { form: needed(fact(oneOf(meetingForms))), reference: text(title) };

const questionFacts = { id: needed(said(slug)), text: needed(said(longText)) };
export const mergerFacts = { from: needed(said(bodies)), into: needed(said(bodyId)) };
export const partFacts = { option: needed(fact(slug)), bodies: needed(fact(bodies)) };

export const submissionFacts = {
  on: needed(said(day)),
  replyBy: fact(day),
  /** The event keeps the mark of the document beside it, not within it. */
  proposal: group({ title: needed(text(title)), url: text(url), sha256: said(sha256), file: fact(file) }),
  option: fact(slug),
  /** Texts for some of the bodies, each in place of the proposal for all. */
  variants: each(
    {
      title: needed(text(title)),
      url: text(url),
      sha256: fact(sha256),
      file: fact(file),
      bodies: needed(fact(bodies)),
    },
    variantsMax,
  ),
  /** Payload beside those of the workflow, in this round; each text stands under the name of its question. */
  questions: said(listOf(objectOf<Payload<typeof questionFacts>>(questionFacts), questionsMax)),
  /** The papers that lie with it, beside the proposal itself. */
  documents: each(
    {
      title: needed(text(title)),
      url: text(url),
      sha256: fact(sha256, { apartBy: 'scope' }),
      file: fact(file, { apartBy: 'scope' }),
      paper: fact(slug),
      scope: fact(oneOf(releaseScopes)),
    },
    documentsMax,
  ),
};

/** That a paper lies which the plan asks at this gate; a later one takes its place. */
export const paperFacts = {
  paper: needed(fact(slug)),
  on: needed(said(day)),
  title: needed(text(title)),
  url: text(url),
  sha256: fact(sha256, { apartBy: 'scope' }),
  file: fact(file, { apartBy: 'scope' }),
  scope: fact(oneOf(releaseScopes)),
};

/** Whether a criterion of the plan is met, by who states it. */
export const criterionFacts = {
  criterion: needed(fact(slug)),
  state: needed(fact(oneOf(criterionStates))),
  on: needed(said(day)),
  text: text(longText),
  evidence,
};

export const proposalFacts = {
  on: needed(said(day)),
  title: needed(said(title)),
  url: said(url),
  sha256: fact(sha256),
  file: fact(file),
  textualMandate: said(bodies),
};

export const receiptFacts = { body: needed(fact(bodyId)), on: needed(said(day)) };

export const extensionFacts = {
  /** Left out for all. */
  body: fact(bodyId),
  on: needed(said(day)),
  until: needed(fact(day)),
  reason: needed(text(longText)),
  /** Who gave it, as it would be cited. */
  grantedBy: text(title),
};

export const agendaFacts = {
  body: needed(fact(bodyId)),
  meetingOn: needed(fact(day)),
  stage: needed(fact(oneOf(agendaStages))),
  /** Only ever kept where it is so. */
  withdrawn: said(bool),
};

export const electorateChangeFacts = {
  on: needed(said(day)),
  reason: needed(text(longText)),
  joins: said(bodies),
  leaves: said(bodies),
  merges: said(listOf(objectOf<Payload<typeof mergerFacts>>(mergerFacts), mergesMax)),
  // Without these three nothing is changed any more; what was recorded before has none.
  /** Where it was decided. */
  meeting: group(meetingFacts),
  /** On which ground of law or of the arrangement. */
  ground: text(longText),
  /** The day on which every body was told. */
  notifiedOn: fact(day),
};

export const exitFacts = {
  body: needed(fact(bodyId)),
  on: needed(said(day)),
  reason: needed(text(longText)),
  reference: text(title),
};

export const ruleAmendmentFacts = {
  on: needed(said(day)),
  reason: needed(text(longText)),
  /** As the workflow file would hold it. */
  rule: needed(said(ruleData)),
  /** Where it was decided; without one it cannot be amended. */
  meeting: group(meetingFacts),
  /** The day on which all bodies were told; flagged while they were not. */
  notifiedOn: fact(day),
  /** All who decide in the round that lies open: then it is in force at once. */
  agreedBy: said(bodies),
};

export const conclusionFacts = {
  ruling: needed(said(oneOf(rulings))),
  ruledOn: needed(said(day)),
  reason: text(longText),
  meeting: group(meetingFacts),
  dissent: said(bodies),
  /** What shows it, such as the report of that meeting. */
  evidence,
};

export const splitFacts = {
  on: needed(said(day)),
  reason: needed(text(longText)),
  parts: needed(each(partFacts, partsMax)),
};
