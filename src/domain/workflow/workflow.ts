// A workflow as data: parties, phases, gates and rules of one version. A file in workflows/ makes it with define.ts;
// whether it is sound is for check.ts.
import type { Window } from '../calendar.js';
import type { Rule } from '../rule.js';
import type { UnfitField } from '../plan-faults.js';
import type { OpenParties } from './open-parties.js';
import type { BodyId, BodyKind, Day, Slug } from '../vocabulary.js';
import type { Group } from './groups.js';
import type { OutsideFact } from './outside.js';
import type { Recurrence } from './recurrence.js';
import type { gateTerms, TermsInWorkflow, phaseTerms } from './terms.js';

export interface Workflow {
  id: Slug;
  version: number;
  title: string;
  /** The document that this plan was taken from, as it would be cited. */
  source: string;
  /** No dossier starts before this day: the date of the source. */
  notBefore: Day | null;
  /** The day on which it should all be done. */
  goal: Day | null;
  parties: Party[];
  groups: Record<Slug, Group>;
  phases: Phase[];
  // What follows is absent where a plan does not say it, so that older plans keep their hash.
  /** That the plan makes an arrangement under the Wgr: its steps are then checked against the law. */
  makes?: 'collegeregeling';
  /** That it is held to the law check as it is since 2026; plans of before are held to what it was when they began. */
  law?: 2026;
  /** What the arrangement is for; policy asks for a board. */
  tasks?: Task[];
  /** Warnings that are accepted, by name, each with the reason in Dutch. */
  accepts?: Record<Slug, string>;
  /** Facts outside the process that phases wait for. */
  outside?: Record<Slug, OutsideFact>;
  /** That whoever starts a dossier names its parties; those that stand in for them decide nothing. */
  open?: OpenParties;
  /** What its file says and no plan knows or can hold: the check refuses it. */
  unfit?: UnfitField[];
}

/** What a phase does in the making of a regeling by colleges. */
export type LawStep =
  | 'release'
  | 'view'
  | 'response'
  | 'consent'
  | 'enactment'
  | 'publication'
  | 'registration'
  // of a form with a board: its beginning, and its budget
  | 'board'
  | 'budget-frame'
  | 'budget-view'
  | 'budget-adoption'
  | 'budget-sent';

/** A legal form of an arrangement (Wgr art. 8). */
export type LegalForm = 'public-body' | 'operations-organisation' | 'host-municipality';

export type Task = 'policy' | 'procurement' | 'execution';

export interface Party {
  id: Slug;
  title: string;
  /** The code of Statistics Netherlands (CBS), `GM0106`; null for a party that is no municipality. */
  code: string | null;
  bodies: Body[];
}

export interface Body {
  id: BodyId;
  title: string;
  party: Slug;
  kind: BodyKind;
  /** The gate by which it comes to exist; absent where it was there before. */
  foundedBy?: Slug;
}

export interface Phase extends TermsInWorkflow<typeof phaseTerms> {
  id: Slug;
  number: string;
  title: string;
  /** Where in the source this phase stands. */
  source: string;
  planned: Window;
  /** Bodies to be visited before the phase is complete. */
  visits: BodyId[];
  gate: Gate | null;
  /** What it does in the making of an arrangement; absent where it does nothing of the kind. */
  step?: LawStep;
  /** Only when that choice went this way, and in a split only for those who chose it; absent where all go through. */
  branch?: Branch;
  /** Meetings that come back while it runs; absent where none do. */
  recurs?: Recurrence;
}

/** One of the ways in which a gate can split: the bodies that chose this option go on by themselves. */
export interface Branch {
  gate: Slug;
  option: Slug;
}

export interface Gate extends TermsInWorkflow<typeof gateTerms> {
  title: string;
  questions: Question[];
  /** The verb of an agreement here: onderschrijven, instemmen, aanbieden. */
  verb: string;
  /** A submission names one of these; empty when there is nothing to choose. */
  options: Option[];
  electorate: BodyId[];
  ruledBy: BodyId;
  rule: Rule;
  // What follows is absent where a plan does not use it, so that older plans keep their hash.
  /** Each body chooses one of the options; the submission names none. */
  poll?: true;
  /** Mandates under which someone else may decide for a body here (Awb, title 10.1). */
  mandates?: Mandate[];
}

/** A registered mandate: someone decides in the name of the body, from a day until a day. */
export interface Mandate {
  body: BodyId;
  from: Day;
  until: Day | null;
  /** The decision by which it was given, as it would be cited. */
  source: string;
}

export interface Question {
  id: Slug;
  text: string;
}

export interface Option {
  id: Slug;
  title: string;
  /** Which legal form it is; absent where that is not the question. */
  form?: LegalForm;
  /** Of a legal form: false when it has no general board; absent where that is not the question. */
  board?: false;
  /** What follows from it, in a clause; absent where the plan does not say. */
  consequence?: string;
}

/** The questions of the gate, with those that were added when it was put. */
export const questionsOf = (
  { questions }: Gate,
  round: { readonly added: readonly { readonly id: Slug; readonly text: string | null }[] } | null,
): readonly { readonly id: Slug; readonly text: string | null }[] => [...questions, ...(round?.added ?? [])];
