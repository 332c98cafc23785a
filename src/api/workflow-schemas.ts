// The schemas of workflows, and of the terms of a gate in them.
import { asks, bodyKinds } from '../domain/vocabulary.js';
import { gateTerms as gateTable, phaseTerms as phaseTable } from '../domain/workflow/terms.js';
import type { Branch } from '../domain/workflow/workflow.js';
import type { RecurrenceView } from '../domain/views/meeting-view.js';
import type { PartiesView, WorkflowSummaryView } from '../domain/views/workflow-view.js';
import type { GateTermsView, WorkflowView } from '../wording/gates/views.js';
import { goals } from './phase-schemas.js';
import { termsSchema } from './schema-of.js';
import {
  type Fields,
  text,
  count,
  flag,
  slug,
  bodyId,
  day,
  oneOf,
  list,
  nullable,
  ref,
  object,
} from './schema-kinds.js';

export const branch = nullable(object<Branch>({ gate: slug, option: slug }));

export const phaseTerms = termsSchema(phaseTable);

export const gateTerms: Fields<GateTermsView> = {
  questions: list(object<{ id: string; text: string }>({ id: slug, text })),
  verb: text,
  options: list(object<GateTermsView['options'][number]>({ id: slug, title: text, consequence: nullable(text) })),
  poll: flag,
  electorate: list(bodyId),
  ruledBy: bodyId,
  rule: object<GateTermsView['rule']>({
    text,
    assumed: nullable(text),
    sources: list(object<GateTermsView['rule']['sources'][number]>({ title: text, url: nullable(text), on: day })),
  }),
  asks: oneOf(...asks),
  ...termsSchema(gateTable),
};

export const workflowSummary: Fields<WorkflowSummaryView> = {
  id: slug,
  version: count,
  title: text,
  source: text,
  notBefore: nullable(day),
};

export const parties: Fields<PartiesView> = {
  parties: list(object<PartiesView['parties'][number]>({ id: slug, title: text, code: nullable(text) })),
  bodies: list(
    object<PartiesView['bodies'][number]>({
      id: bodyId,
      title: text,
      party: slug,
      kind: oneOf(...bodyKinds),
      foundedBy: nullable(slug),
    }),
  ),
};

export const workflow: Fields<WorkflowView> = {
  ...workflowSummary,
  ...parties,
  versions: list(count),
  partiesOpen: nullable(
    object<NonNullable<WorkflowView['partiesOpen']>>({ municipality: slug, consultation: bodyId, least: count }),
  ),
  phases: list(
    object<WorkflowView['phases'][number]>({
      id: slug,
      number: text,
      title: text,
      ...phaseTerms,
      planned: ref('Window'),
      gate: nullable(slug),
      visits: list(bodyId),
      branch,
      recurs: nullable(
        object<RecurrenceView>({ months: nullable(count), weeks: nullable(count), until: nullable(day), goals }),
      ),
    }),
  ),
  gates: list(object<WorkflowView['gates'][number]>({ id: slug, title: text, phase: slug, ...gateTerms })),
  outside: list(object<WorkflowView['outside'][number]>({ id: slug, title: text, source: text })),
  checks: list(
    object<WorkflowView['checks'][number]>({
      name: text,
      passed: flag,
      severity: oneOf('error', 'warning'),
      detail: text,
    }),
  ),
};
