// A dossier and its phases as they are shown.
import type { Window } from '../calendar.js';
import { nextOf, type Next } from '../dossier/next.js';
import { phaseState, runningState, statusOf, type Visit } from '../dossier/state.js';
import type { BodyId, Day, DossierId, Instant, Slug } from '../vocabulary.js';
import type { PhaseStatus } from '../workflow/machine.js';
import type { Branch, Phase } from '../workflow/workflow.js';
import { erased } from './decision-view.js';
import { gateSummaryView, type GateSummaryView } from './gate-view.js';
import type { Reading, Viewer } from './viewer.js';
import { partiesView, type PartiesView } from './workflow-view.js';

export interface DossierSummaryView {
  id: DossierId;
  title: string;
  workflow: { id: Slug; version: number; title: string };
  state: 'running' | 'completed' | 'stopped';
  startedOn: Day;
  endedOn: Day | null;
  demonstration: boolean;
  version: number;
  next: Next[];
}

export interface DossierView extends DossierSummaryView, PartiesView {
  asOf: Day | null;
  knownAt: Instant | null;
  phases: PhaseView[];
  gates: GateSummaryView[];
}

export interface PhaseView {
  id: Slug;
  title: string;
  status: PhaseStatus;
  startsAfter: Slug[];
  gateAfter: Slug[];
  planned: Window;
  startedOn: Day | null;
  passedOn: Day | null;
  gate: Slug | null;
  round: number;
  /** Only for those who chose this option when that gate split; null for a phase that all go through. */
  branch: Branch | null;
  visits: { body: BodyId; on: Day | null; skipped: boolean; reason: string | null; findings: Record<Slug, string> }[];
}

export function dossierSummaryView({ dossier, day }: Reading): DossierSummaryView {
  const { id, version, title } = dossier.plan.workflow;
  return {
    id: dossier.id,
    title: dossier.title ?? erased,
    workflow: { id, version, title },
    state: runningState(dossier),
    startedOn: dossier.startedOn,
    endedOn: dossier.endedOn,
    demonstration: dossier.demonstration,
    version: dossier.sequence,
    next: nextOf(dossier, day),
  };
}

export function dossierView(reading: Reading): DossierView {
  const { plan } = reading.dossier;
  return {
    ...dossierSummaryView(reading),
    ...reading.moment,
    ...partiesView(plan),
    phases: plan.workflow.phases.map((phase) => phaseView(reading, phase)),
    gates: [...plan.gates.keys()].map((gate) => gateSummaryView(reading, gate)),
  };
}

export function phaseView({ dossier, viewer }: Reading, phase: Phase): PhaseView {
  const { id, title, startsAfter, gateAfter, planned, visits, gate, branch = null } = phase;
  const { startedOn, passedOn, round, visits: made } = phaseState(dossier, id);
  return {
    id,
    title,
    status: statusOf(dossier, id),
    startsAfter,
    gateAfter,
    planned,
    startedOn,
    passedOn,
    gate: gate ? id : null,
    round,
    branch,
    visits: visits.map((body) =>
      visitView(
        body,
        made.find((visit) => visit.body === body),
        viewer,
      ),
    ),
  };
}

function visitView(body: BodyId, visit: Visit | undefined, viewer: Viewer): PhaseView['visits'][number] {
  if (!visit) return { body, on: null, skipped: false, reason: null, findings: {} };
  const { on, skipped, reason } = visit;
  const shown = viewer.seesFindingsOf(body) ? Object.entries(visit.findings) : [];
  return { body, on, skipped, reason, findings: Object.fromEntries(shown.map(([key, text]) => [key, text ?? erased])) };
}
