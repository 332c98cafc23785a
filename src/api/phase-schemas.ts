// The schemas of what a phase shows beside its place in the plan: what it waits for, visits, meetings and their goals.
import { evidenceFacts } from '../domain/facts/of-evidence.js';
import type { CompletionView, PhaseView, PublicationView } from '../domain/views/dossier-view.js';
import { completionFacts, ownPublicationFacts } from '../domain/facts/of-phases.js';
import { shownSchema } from './schema-of.js';
import type { FactView } from '../domain/views/fact-view.js';
import type { GoalView, MeetingView } from '../domain/views/meeting-view.js';
import type { MeetingStatus } from '../domain/dossier/meetings.js';
import { bodyId, day, flag, list, nullable, object, oneOf, record, ref, slug, text } from './schema-kinds.js';

const statuses: Record<MeetingStatus, true> = {
  expected: true,
  held: true,
  moved: true,
  cancelled: true,
  missed: true,
};
const status = oneOf(...Object.keys(statuses));

export const goals = list(object<GoalView>({ id: slug, title: text, unit: nullable(text) }));

const meeting = object<MeetingView>({
  expectedOn: day,
  status,
  on: nullable(day),
  reason: nullable(text),
  values: record(text),
  earlier: list(object<MeetingView['earlier'][number]>({ status, on: nullable(day), reason: nullable(text) })),
});

export const fact = object<FactView>({
  id: slug,
  title: text,
  on: nullable(day),
  source: nullable(text),
  recorded: nullable(ref('Recorded')),
});

export const inPhase = {
  completion: nullable(object<CompletionView>(shownSchema(completionFacts))),
  publications: list(
    object<PublicationView>({ ...shownSchema(ownPublicationFacts), on: day, recorded: ref('Recorded') }),
  ),
  toPublish: list(bodyId),
  flags: list(slug),
  plannedBefore: list(
    object<PhaseView['plannedBefore'][number]>({ planned: ref('Window'), movedOn: day, reason: nullable(text) }),
  ),
  visits: list(
    object<PhaseView['visits'][number]>({
      body: bodyId,
      on: nullable(day),
      skipped: flag,
      reason: nullable(text),
      visitors: list(text),
      reference: nullable(text),
      findings: record(text),
      evidence: list(object(shownSchema(evidenceFacts))),
    }),
  ),
  goals,
  meetings: list(meeting),
};
