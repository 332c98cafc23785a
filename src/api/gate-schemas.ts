// The schemas of what happened to a gate while it was open.
import { evidenceFacts } from '../domain/facts/of-evidence.js';
import { shownSchema } from './schema-of.js';
import type { AsSubmitted } from '../domain/dossier/decided.js';
import type { PartFacts } from '../domain/dossier/events.js';
import type { AmendmentView, GateView } from '../wording/gates/views.js';
import type { ProposalView } from '../domain/views/proposal-view.js';
import type { RequirementView } from '../domain/views/requirement-view.js';
import { weights } from '../domain/workflow/requirements.js';
import { agendaStages, criterionStates, meetingForms, releaseScopes } from '../domain/vocabulary.js';
import type { BodyMerger } from '../domain/workflow/successors.js';
import {
  bodyId,
  count,
  day,
  flag,
  hex,
  list,
  nullable,
  object,
  oneOf,
  ref,
  slug,
  text,
  type Schema,
} from './schema-kinds.js';

type HistoryField =
  | 'proposals'
  | 'receipts'
  | 'terms'
  | 'extensions'
  | 'reopenings'
  | 'agendas'
  | 'electorateChanges'
  | 'asSubmitted'
  | 'withdrawn'
  | 'amendments'
  | 'split'
  | 'variants'
  | 'documents'
  | 'requirements';

const meeting = nullable(
  object<NonNullable<AmendmentView['meeting']>>({ form: oneOf(...meetingForms), reference: nullable(text) }),
);

export const asSubmitted = nullable(
  object<AsSubmitted>({
    electorate: list(bodyId),
    takenOut: list(bodyId),
    exited: list(bodyId),
    joined: list(bodyId),
    outcome: oneOf('go', 'no-go', 'open'),
    certain: flag,
  }),
);

export const gateHistory: Record<HistoryField, Schema> = {
  proposals: list(
    object<ProposalView>({
      version: count,
      on: day,
      title: nullable(text),
      url: nullable(text),
      sha256: nullable(hex),
      file: nullable(hex),
      textualMandate: list(bodyId),
      decidedBy: list(bodyId),
      notConform: list(bodyId),
    }),
  ),
  receipts: list(object<GateView['receipts'][number]>({ body: bodyId, on: day, dueOn: nullable(day) })),
  terms: list(
    object<GateView['terms'][number]>({
      body: bodyId,
      receivedOn: nullable(day),
      given: nullable(day),
      promised: nullable(day),
      extendedTo: nullable(day),
      dueOn: nullable(day),
    }),
  ),
  extensions: list(
    object<GateView['extensions'][number]>({
      body: nullable(bodyId),
      on: day,
      until: day,
      reason: nullable(text),
      grantedBy: nullable(text),
      flags: list(slug),
    }),
  ),
  reopenings: list(object<GateView['reopenings'][number]>({ on: day, reason: nullable(text) })),
  agendas: list(object<GateView['agendas'][number]>({ body: bodyId, meetingOn: day, stage: oneOf(...agendaStages) })),
  electorateChanges: list(
    object<GateView['electorateChanges'][number]>({
      kind: oneOf('change', 'exit', 'merger'),
      on: day,
      reason: nullable(text),
      reference: nullable(text),
      ground: nullable(text),
      meeting,
      notifiedOn: nullable(day),
      joins: list(bodyId),
      leaves: list(bodyId),
      merges: list(object<BodyMerger>({ from: list(bodyId), into: bodyId })),
    }),
  ),
  asSubmitted,
  withdrawn: nullable(object<NonNullable<GateView['withdrawn']>>({ on: day, reason: nullable(text) })),
  documents: list(
    object<GateView['documents'][number]>({
      title: text,
      url: nullable(text),
      sha256: nullable(hex),
      file: nullable(hex),
      paper: nullable(slug),
      scope: nullable(oneOf(...releaseScopes)),
    }),
  ),
  requirements: list(
    object<RequirementView>({
      kind: oneOf('paper', 'criterion'),
      id: slug,
      title: text,
      weight: oneOf(...weights),
      statedBy: text,
      source: nullable(text),
      state: oneOf(...criterionStates),
      on: nullable(day),
      papers: list(
        object<RequirementView['papers'][number]>({
          on: day,
          title: text,
          url: nullable(text),
          sha256: nullable(hex),
          file: nullable(hex),
          scope: nullable(oneOf(...releaseScopes)),
          recorded: nullable(ref('Recorded')),
        }),
      ),
      statements: list(
        object<RequirementView['statements'][number]>({
          on: day,
          state: oneOf(...criterionStates),
          text: nullable(text),
          evidence: list(object(shownSchema(evidenceFacts))),
          recorded: ref('Recorded'),
        }),
      ),
    }),
  ),
  variants: list(
    object<GateView['variants'][number]>({
      title: nullable(text),
      url: nullable(text),
      sha256: nullable(hex),
      file: nullable(hex),
      bodies: list(bodyId),
    }),
  ),
  split: nullable(
    object<NonNullable<GateView['split']>>({
      on: day,
      reason: nullable(text),
      parts: list(object<PartFacts>({ option: slug, bodies: list(bodyId) })),
    }),
  ),
  amendments: list(
    object<AmendmentView>({
      on: day,
      reason: nullable(text),
      rule: text,
      former: nullable(text),
      inForce: oneOf('now', 'next-submission'),
      agreedBy: list(bodyId),
      meeting,
      notifiedOn: nullable(day),
      flags: list(slug),
    }),
  ),
};
