// A workflow as its file writes it, before define.ts fills in what it leaves out.
import type { Window } from '../calendar.js';
import type { Rule } from '../rule.js';
import type { BodyId, Day, Slug } from '../vocabulary.js';
import type { Group } from './groups.js';
import type { OpenParties } from './open-parties.js';
import type { Recurrence } from './recurrence.js';
import type { gateTerms, phaseTerms, TermsInFile } from './terms.js';
import type { Branch, LawStep, Mandate, Option, Party, Question, Task, Workflow } from './workflow.js';

/** Order of phases is their order on screen. */
export interface WorkflowPlan {
  id: Slug;
  version: number;
  title: string;
  source: string;
  notBefore?: Day;
  goal?: Day;
  /** The number of the first phase; 1 when left out. */
  firstNumber?: number;
  makes?: Workflow['makes'];
  law?: Workflow['law'];
  tasks?: Task[];
  accepts?: Record<Slug, string>;
  outside?: Workflow['outside'];
  open?: OpenParties;
  parties: Party[];
  /** Groups beside those that every workflow has: `colleges`, `councils`, `consultations`, `providers`, `ministers`. */
  groups?: Record<Slug, Group>;
  phases: Record<Slug, PhasePlan>;
}

export interface PhasePlan extends TermsInFile<typeof phaseTerms> {
  title: string;
  source: string;
  planned: Window;
  /** The group to be visited. */
  visits?: Slug;
  gate?: GatePlan;
  step?: LawStep;
  branch?: Branch;
  recurs?: Recurrence;
}

export interface GatePlan extends TermsInFile<typeof gateTerms> {
  title: string;
  verb: string;
  /** The group that decides. */
  electorate: Slug;
  /** `party/body` of the consultation that concludes. */
  ruledBy: BodyId;
  rule: Rule;
  questions?: Question[];
  proposes?: Option[];
  /** Each body chooses one of these instead; the rule must then hold for one option. */
  polls?: Option[];
  mandates?: Mandate[];
}
