// A dossier and its phases as they are shown.
import { evidenceView, type EvidenceView } from '../facts/of-evidence.js';
import type { Window } from '../calendar.js';
import { meetingsOf } from '../dossier/meetings.js';
import { latenessOf, latePhase, type PlanGoal, type Late, type Lateness } from '../stand/lateness.js';
import { changedUnder } from '../stand/changed.js';
import { nextOf, type Next } from '../turns/next.js';
import {
  type Dossier,
  type PartyMerger,
  type RunningState,
  phaseState,
  runningState,
  statusOf,
  plannedOf,
} from '../dossier/state.js';
import { toVisit } from '../dossier/successors.js';
import type { Visit } from '../dossier/phase-record.js';
import type { BodyId, Day, DossierId, Instant, Slug } from '../vocabulary.js';
import type { PhaseStatus } from '../workflow/machine.js';
import { phaseTerms, termsShown, type TermsShown } from '../workflow/terms.js';
import type { Branch, Phase } from '../workflow/workflow.js';
import { completionFacts, ownPublicationFacts } from '../facts/of-phases.js';
import type { Kept } from '../facts/fact.js';
import { erased, shown, type Shown } from '../facts/shown.js';
import { proofLacking, stillToPublish } from '../stand/proof.js';
import { chairless, type Chairless } from './chairless.js';
import { recordedView, type RecordedView } from './decision-view.js';
import { factsView, type FactView } from './fact-view.js';
import { gateSummaryView, type GateSummaryView } from './gate-view.js';
import { goalsView, meetingView, type GoalView, type MeetingView } from './meeting-view.js';
import { mandatesView, type MandateView } from './mandate-view.js';
import { planRef, type PlanRef } from './migration-view.js';
import { ofRegion, ofVisited, papersSeen } from './papers-seen.js';
import type { Reading, Viewer } from './viewer.js';
import { partiesView, type PartiesView } from './workflow-view.js';

/** What stands above every page of a dossier. */
export interface DossierHeading {
  id: DossierId;
  title: string;
  demonstration: boolean;
  source: string | null;
}

export interface DossierSummaryView extends DossierHeading {
  workflow: PlanRef;
  state: RunningState;
  startedOn: Day;
  endedOn: Day | null;
  version: number;
  next: Next[];
  /** The day on which its plan wants to be done; null where it names none. */
  goal: PlanGoal | null;
  /** The one thing of all that is late which matters first, and every phase that is; null where nothing is. */
  late: DossierLate | null;
  /** The event from which on its record does not hold; of what can be opened always null. */
  damagedAt: number | null;
}

export interface DossierLate extends Late {
  /** The one that matters: by its window or by the term of its gate. */
  phase: Slug;
  /** All of them, in the order of the plan. */
  phases: Slug[];
}

export interface DossierView extends DossierSummaryView, PartiesView {
  asOf: Day | null;
  knownAt: Instant | null;
  phases: PhaseView[];
  gates: GateSummaryView[];
  /** What phases wait for that happens elsewhere. */
  facts: FactView[];
  /** How it came from former plans to the one that it follows, oldest first. */
  migrations: { on: Day; reason: string | null; from: PlanRef; to: PlanRef }[];
  /** Parties that went on as one, in order of recording. */
  mergers: PartyMergerView[];
  /** That somebody decides in the name of a body. */
  mandates: MandateView[];
  /** Those that are still to conclude, and for which nobody may. */
  withoutChair: BodyId[];
}

export interface PartyMergerView extends Pick<PartyMerger, 'on' | 'reason' | 'reference'> {
  from: Slug[];
  into: Slug;
}

export interface VisitView {
  body: BodyId;
  on: Day | null;
  skipped: boolean;
  reason: string | null;
  visitors: string[];
  reference: string | null;
  findings: Record<Slug, string>;
  evidence: EvidenceView[];
}

export type CompletionView = Shown<typeof completionFacts>;

export interface PublicationView extends Shown<typeof ownPublicationFacts> {
  on: Day;
  recorded: RecordedView;
}

export interface PhaseView extends TermsShown<typeof phaseTerms> {
  id: Slug;
  title: string;
  status: PhaseStatus;
  planned: Window;
  /** The windows that were moved, oldest first, each with the day on which it was and why. */
  plannedBefore: { planned: Window; movedOn: Day; reason: string | null }[];
  startedOn: Day | null;
  passedOn: Day | null;
  /** What its end took along; null while it was not completed, and where it ends at a gate. */
  completion: CompletionView | null;
  /** What was recorded by itself of where it was published; `body` null of what was decided together. */
  publications: PublicationView[];
  /** Who made it and has still to publish its own decision. */
  toPublish: BodyId[];
  /** What it was to take along by the law, and did not: `no-publication`, `no-entry-into-force`. */
  flags: Slug[];
  /** Since when it should have passed; null where it did, or is in time. */
  late: Late | null;
  gate: Slug | null;
  round: number;
  /** Only for those who chose this option when that gate split; null for a phase that all go through. */
  branch: Branch | null;
  /** Gates that it waits for and that changed since it began: reopened, or decided otherwise after their ruling. */
  restsOn: Slug[];
  visits: VisitView[];
  /** Of a phase in which meetings come back: what each reports. */
  goals: GoalView[];
  /** Those expected by the day that is asked about, and the next one. */
  meetings: MeetingView[];
}

export const dossierHeading = ({
  dossier: { id, title, demonstration, source },
}: Pick<Reading, 'dossier'>): DossierHeading => ({
  id,
  title: title ?? erased,
  demonstration,
  source: source === '' ? erased : source,
});

export function dossierSummaryView(reading: Reading): DossierSummaryView {
  const { dossier, day } = reading;
  const heading = dossierHeading({ dossier });
  const lateness = latenessOf(dossier, day);
  return {
    id: dossier.id,
    title: heading.title,
    workflow: planRef(dossier.plan),
    state: runningState(dossier),
    startedOn: dossier.startedOn,
    endedOn: dossier.endedOn,
    demonstration: heading.demonstration,
    source: heading.source,
    version: dossier.sequence,
    next: [...nextOf(dossier, day), ...chairless(reading).map(toFindChair)],
    goal: lateness.goal,
    late: dossierLate(dossier, lateness),
    damagedAt: null,
  };
}

function dossierLate({ plan }: Dossier, { first, phases, terms }: Lateness): DossierLate | null {
  if (!first) return null;
  const all = plan.workflow.phases.map(({ id }) => id).filter((id) => phases.has(id) || terms.has(id));
  return { phase: first.phase, ...first.late, phases: all };
}

/** The process lead asks for one. */
const toFindChair = ({ body, gate }: Chairless): Next => ({
  kind: 'find-chair',
  phase: gate,
  gate,
  bodies: [body],
  role: 'process-lead',
  dueOn: null,
});

export function dossierView(reading: Reading): DossierView {
  const { plan } = reading.dossier;
  return {
    ...dossierSummaryView(reading),
    ...reading.moment,
    ...partiesView(plan),
    phases: plan.workflow.phases.map((phase) => phaseView(reading, phase)),
    gates: [...plan.gates.keys()].map((gate) => gateSummaryView(reading, gate)),
    facts: factsView(reading),
    migrations: reading.dossier.migrations.map(({ on, reason, from, to }) => ({
      on,
      reason,
      from: planRef(from),
      to: planRef(to),
    })),
    mergers: reading.dossier.mergers.map(({ on, from, into, reason, reference }) => ({
      on,
      from: from.map(({ id }) => id),
      into: into.id,
      reason,
      reference,
    })),
    mandates: mandatesView(reading),
    withoutChair: chairless(reading).map(({ body }) => body),
  };
}

export function phaseView({ dossier, viewer, day }: Reading, phase: Phase): PhaseView {
  const { id, title, gate, branch = null } = phase;
  const { startedOn, passedOn, completion, publications, round, visits: made, moves } = phaseState(dossier, id);
  return {
    id,
    title,
    status: statusOf(dossier, id),
    ...termsShown(phaseTerms, phase),
    planned: plannedOf(dossier, phase),
    plannedBefore: moves.map(({ former, on, reason }) => ({ planned: former, movedOn: on, reason })),
    startedOn,
    passedOn,
    completion: completion && completionView(completion, viewer),
    publications: publications.map((one) => ({
      ...shown(ownPublicationFacts, one),
      on: one.on,
      recorded: recordedView(one.recorded, viewer),
    })),
    toPublish: stillToPublish(dossier, phase),
    flags: proofLacking(dossier, phase),
    late: latePhase(dossier, phase, day),
    gate: gate ? id : null,
    round,
    branch,
    restsOn: changedUnder(dossier, id, day),
    visits: toVisit(dossier, phase).map((body) =>
      visitView(
        body,
        made.find((visit) => visit.body === body),
        viewer,
      ),
    ),
    goals: goalsView(phase),
    meetings: meetingsOf(dossier, phase, day).map(meetingView),
  };
}

function completionView(completion: Kept<typeof completionFacts>, viewer: Viewer): CompletionView {
  const said = shown(completionFacts, completion);
  return { ...said, evidence: papersSeen(said.evidence, viewer, ofRegion) };
}

function visitView(body: BodyId, visit: Visit | undefined, viewer: Viewer): VisitView {
  if (!visit) return { body, ...notVisited };
  const { on, skipped, reason, reference } = visit;
  const shown = viewer.seesFindingsOf(body) ? Object.entries(visit.findings) : [];
  const findings = Object.fromEntries(shown.map(([key, text]) => [key, text ?? erased]));
  const visitors = visit.visitors.map((who) => who ?? erased);
  const evidence = papersSeen(evidenceView(visit.evidence), viewer, ofVisited(body));
  return { body, on, skipped, reason, visitors, reference, findings, evidence };
}

const notVisited: Omit<VisitView, 'body'> = {
  on: null,
  skipped: false,
  reason: null,
  visitors: [],
  reference: null,
  findings: {},
  evidence: [],
};
