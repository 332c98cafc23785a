// The answers of the API in JSON Schema. Each is held to its type: a property more or less does not compile, and a
// test holds every answer of the suite to the schema.
import { runningStates } from '../domain/dossier/state.js';
import { nextKinds, type Next } from '../domain/turns/next.js';
import type { Tally } from '../domain/dossier/events.js';
import { roles } from '../domain/vocabulary.js';
import type {
  ConditionView,
  DecisionView,
  PersonRef,
  RecordedView,
  RulingView,
} from '../domain/views/decision-view.js';
import type { DossierLate, DossierSummaryView, DossierView, PhaseView } from '../domain/views/dossier-view.js';
import type { Late, LateTerm, PlanGoal } from '../domain/stand/lateness.js';
import type { GateSummaryView } from '../domain/views/gate-view.js';
import type { ExplanationView, GateView, WorkflowView } from '../wording/gates/views.js';
import type { WorkflowSummaryView } from '../domain/views/workflow-view.js';
import type { Window } from '../domain/calendar.js';
import type { Problem } from '../http/problem.js';
import { faultsMax } from '../http/shape.js';
import { fieldCodes } from '../wording/refusals/fields.js';
import { refusalCodes } from '../http/statuses.js';
import { condition, decision, ruling } from './decision-schemas.js';
import { gateHistory } from './gate-schemas.js';
import { mandate } from './mandate-schema.js';
import { mergers, migrationReport, migrations } from './migration-answer.js';
import { fact, inPhase } from './phase-schemas.js';
import { missing, stand, toldOtherwise } from './stand-schemas.js';
import type { ErasedPaperView, PaperView } from '../domain/papers.js';
import { forecastSchemas } from './forecast-schema.js';
import { searchHit } from './search-schema.js';
import { turn } from './turn-schema.js';
import type { MeView, PersonView } from '../domain/views/person-view.js';
import { securityKinds } from '../domain/security/entries.js';
import type { NamedPerson, SecurityEntryView } from '../domain/views/security-view.js';
import {
  type Schema,
  type Fields,
  text,
  count,
  flag,
  slug,
  dossierId,
  id,
  bodyId,
  day,
  instant,
  hex,
  oneOf,
  list,
  record,
  nullable,
  ref,
  object,
} from './schema-kinds.js';
import { linkUse, personEvent, storedEvent } from './event-schemas.js';
import { branch, gateTerms, parties, phaseTerms, workflow, workflowSummary } from './workflow-schemas.js';

const moment = { asOf: nullable(day), knownAt: nullable(instant) };
const reading = { from: nullable(day), until: nullable(day), aim: nullable(text) };

const late = { since: day, days: count };

const gateSummary: Fields<GateSummaryView> = {
  id: slug,
  title: text,
  phase: slug,
  round: count,
  status: oneOf('planned', 'open', 'passed', 'refused'),
  submittedOn: nullable(day),
  replyBy: nullable(day),
  dueOn: nullable(day),
  late: nullable(object<LateTerm>({ ...late, bodies: list(bodyId) })),
  outcome: nullable(oneOf('go', 'no-go', 'open')),
  certain: flag,
  tally: ref('Tally'),
  missing: list(ref('Missing')),
  ruling: nullable(ref('Ruling')),
};

const dossierSummary: Fields<DossierSummaryView> = {
  id: dossierId,
  title: text,
  workflow: object<DossierSummaryView['workflow']>({ id: slug, version: count, title: text }),
  state: oneOf(...runningStates),
  startedOn: day,
  endedOn: nullable(day),
  demonstration: flag,
  source: nullable(text),
  version: count,
  next: list(ref('Next')),
  goal: nullable(object<PlanGoal>({ on: day, reachedOn: nullable(day), late: nullable(object<Late>(late)) })),
  late: nullable(object<DossierLate>({ ...late, phase: slug, phases: list(slug) })),
  damagedAt: nullable(count),
};

const dossier: Fields<DossierView> = {
  ...dossierSummary,
  ...moment,
  ...parties,
  phases: list(ref('Phase')),
  gates: list(ref('GateSummary')),
  facts: list(fact),
  migrations,
  mergers,
  mandates: list(mandate),
  withoutChair: list(bodyId),
};

const phase: Fields<PhaseView> = {
  id: slug,
  title: text,
  status: oneOf('dormant', 'skipped', 'planned', 'underway', 'at-gate', 'refused', 'passed'),
  ...phaseTerms,
  planned: ref('Window'),
  startedOn: nullable(day),
  passedOn: nullable(day),
  late: nullable(object<Late>(late)),
  gate: nullable(slug),
  round: count,
  branch,
  restsOn: list(slug),
  ...inPhase,
};

const gate: Fields<GateView> = {
  ...gateSummary,
  ...gateTerms,
  ...moment,
  proposal: nullable(
    object<NonNullable<GateView['proposal']>>({
      title: text,
      url: nullable(text),
      sha256: nullable(hex),
      file: nullable(hex),
      version: count,
    }),
  ),
  explanation: nullable(ref('Explanation')),
  sentence: nullable(text),
  stands: list(ref('Stand')),
  decisions: list(ref('Decision')),
  decisionsLeftOut: count,
  conditions: list(ref('Condition')),
  carriedHere: list(ref('Condition')),
  rulings: list(ref('Ruling')),
  ...gateHistory,
  rounds: list(object<GateView['rounds'][number]>({ round: count, submittedOn: day, ruling: nullable(ref('Ruling')) })),
};

const explanation: Fields<ExplanationView> = {
  rule: slug,
  outcome: oneOf('go', 'no-go', 'open'),
  certain: flag,
  text,
  because: list(bodyId),
  decisive: list(bodyId),
  canChange: list(bodyId),
  parts: list(ref('Explanation')),
};

const problem: Fields<Problem> = {
  type: text,
  title: text,
  status: count,
  code: oneOf(...refusalCodes, 'internal'),
  detail: text,
  errors: {
    ...list(object<Problem['errors'][number]>({ pointer: text, code: oneOf(...fieldCodes), detail: text })),
    maxItems: faultsMax,
  },
  facts: {
    type: 'object',
    properties: {
      exists: list(text),
      missing: list(ref('Missing')),
      explanation: ref('Explanation'),
      allowed: list(text),
      version: count,
      retryAfter: count,
      sequence: count,
    },
    additionalProperties: false,
  },
};

const assignment = { role: oneOf(...roles), body: nullable(bodyId), from: day, until: nullable(day) };

const recorded = ref('Recorded');

/** Every schema by its name in `components/schemas`. */
/** What is answered in lists. */
const listed =
  'WorkflowSummary DossierSummary StoredEvent Turn SearchHit Person PersonEvent SecurityEntry ToldOtherwise'.split(' ');

export const schemas: Record<string, Schema> = {
  Turn: turn,
  ToldOtherwise: toldOtherwise,
  Window: object<Window>(reading),
  PersonRef: object<PersonRef>({ id, role: oneOf(...roles), body: nullable(bodyId), name: nullable(text) }),
  Paper: object<PaperView>({ hash: hex, name: text, type: text, size: count }),
  ErasedPaper: object<ErasedPaperView>({ hash: hex, erasedAt: instant, reason: text }),
  Recorded: object<RecordedView>({
    sequence: count,
    recordedAt: instant,
    recordedBy: ref('PersonRef'),
    link: linkUse,
    hash: hex,
  }),
  Tally: object<Tally>({
    electorate: count,
    for: count,
    against: count,
    abstained: count,
    undecided: count,
    silent: count,
    decided: count,
    options: record(count),
  }),
  Missing: missing,
  Stand: stand,
  Explanation: object<ExplanationView>(explanation),
  Next: object<Next>({
    kind: oneOf(...nextKinds),
    phase: slug,
    gate: nullable(slug),
    bodies: list(bodyId),
    role: oneOf(...roles),
    dueOn: nullable(day),
  }),
  SearchHit: searchHit,
  ...forecastSchemas,
  WorkflowSummary: object<WorkflowSummaryView>(workflowSummary),
  Workflow: object<WorkflowView>(workflow),
  DossierSummary: object<DossierSummaryView>(dossierSummary),
  Dossier: object<DossierView>(dossier),
  Phase: object<PhaseView>(phase),
  GateSummary: object<GateSummaryView>(gateSummary),
  Gate: object<GateView>(gate),
  Decision: object<DecisionView>(decision),
  Condition: object<ConditionView>(condition),
  Ruling: object<RulingView>(ruling),
  StoredEvent: storedEvent,
  Person: object<PersonView>({
    id,
    name: nullable(text),
    email: nullable(text),
    erasedOn: nullable(day),
    assignments: list(object<PersonView['assignments'][number]>({ id, ...assignment })),
  }),
  PersonEvent: personEvent,
  SecurityEntry: object<SecurityEntryView>({
    sequence: count,
    type: oneOf(...securityKinds),
    format: count,
    on: day,
    recordedAt: instant,
    person: nullable(object<NamedPerson>({ id, name: nullable(text) })),
    about: nullable(object<NamedPerson>({ id, name: nullable(text) })),
    facts: { type: 'object' },
    previous: hex,
    hash: hex,
  }),
  Me: object<MeView>({
    id,
    name: text,
    email: text,
    assignments: list(object<MeView['assignments'][number]>(assignment)),
  }),
  Token: object<{ token: string; expiresAt: string }>({ token: text, expiresAt: instant }),
  Invitation: object<{ link: string; expiresAt: string }>({ link: text, expiresAt: instant }),
  Problem: object<Problem>(problem),
  MigrationReport: migrationReport,
  DossierDone: object<DossierView & WithRecorded>({ ...dossier, recorded }),
  PhaseDone: object<PhaseView & WithRecorded>({ ...phase, recorded }),
  GateDone: object<GateView & WithRecorded>({ ...gate, recorded }),
  DecisionDone: object<DecisionView & WithRecorded>({ ...decision, recorded }),
  ConditionDone: object<ConditionView & WithRecorded>({ ...condition, recorded }),
  RulingDone: object<RulingView & WithRecorded>({ ...ruling, recorded }),
  ...Object.fromEntries(
    listed.map((name) => [
      `${name}List`,
      object<{ items: unknown; next: unknown }>({ items: list(ref(name)), next: nullable(text) }),
    ]),
  ),
};

interface WithRecorded {
  recorded: RecordedView;
}
