// The schemas of what happened to a gate while it was open.
import type { Merger, PartFacts } from '../domain/dossier/events.js';
import type { AmendmentView, GateView } from '../wording/views.js';
import type { ProposalView } from '../domain/views/proposal-view.js';
import { agendaStages, meetingForms } from '../domain/vocabulary.js';
import { bodyId, count, day, hex, list, nullable, object, oneOf, slug, text, type Schema } from './schema-kinds.js';

type HistoryField =
  | 'proposals'
  | 'receipts'
  | 'terms'
  | 'extensions'
  | 'reopenings'
  | 'agendas'
  | 'electorateChanges'
  | 'withdrawn'
  | 'amendments'
  | 'split'
  | 'variants';

export const gateHistory: Record<HistoryField, Schema> = {
  proposals: list(
    object<ProposalView>({
      version: count,
      on: day,
      title: nullable(text),
      url: nullable(text),
      sha256: nullable(hex),
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
      on: day,
      reason: nullable(text),
      joins: list(bodyId),
      leaves: list(bodyId),
      merges: list(object<Merger>({ from: list(bodyId), into: bodyId })),
    }),
  ),
  withdrawn: nullable(object<NonNullable<GateView['withdrawn']>>({ on: day, reason: nullable(text) })),
  variants: list(
    object<GateView['variants'][number]>({
      title: nullable(text),
      url: nullable(text),
      sha256: nullable(hex),
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
      meeting: nullable(
        object<NonNullable<AmendmentView['meeting']>>({ form: oneOf(...meetingForms), reference: nullable(text) }),
      ),
      notifiedOn: nullable(day),
      flags: list(slug),
    }),
  ),
};
