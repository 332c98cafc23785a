// The schemas of what is recorded at a gate: decisions, conditions, rulings.
import { conditionEffects, decisionKinds, meetingForms } from '../domain/vocabulary.js';
import type { ConditionView, DecisionView, RulingView } from '../domain/views/decision-view.js';
import {
  type Fields,
  text,
  count,
  flag,
  slug,
  id,
  bodyId,
  day,
  oneOf,
  list,
  record,
  nullable,
  ref,
  object,
} from './schema-kinds.js';

export const decision: Fields<DecisionView> = {
  id,
  gate: slug,
  round: count,
  body: bodyId,
  decision: oneOf(...decisionKinds),
  answers: record(oneOf(...decisionKinds)),
  decidedOn: day,
  reference: nullable(text),
  reason: nullable(text),
  remarks: list(text),
  option: nullable(slug),
  ground: nullable(text),
  nextDate: nullable(day),
  form: text,
  listAdoptedOn: nullable(day),
  publishedOn: nullable(day),
  publicationUrl: nullable(text),
  text: nullable(text),
  conform: nullable(flag),
  release: object<DecisionView['release']>({
    scope: oneOf('own', 'region', 'public'),
    from: nullable(day),
    ground: nullable(text),
  }),
  subjectTo: nullable(object<NonNullable<DecisionView['subjectTo']>>({ gate: slug, body: bodyId })),
  evidence: list(object<{ title: string; url: string }>({ title: text, url: text })),
  conditions: list(id),
  corrects: nullable(id),
  revises: nullable(id),
  supersededBy: nullable(id),
  confirmation: oneOf('by-body', 'unconfirmed', 'confirmed', 'disputed'),
  flags: list(slug),
  recorded: ref('Recorded'),
};

export const condition: Fields<ConditionView> = {
  id,
  gate: slug,
  decision: id,
  body: bodyId,
  text,
  effect: oneOf(...conditionEffects),
  owner: nullable(text),
  dueOn: nullable(day),
  status: oneOf('open', 'adopted', 'carried', 'rejected', 'met', 'waived', 'disputed', 'lapsed'),
  carriedTo: nullable(slug),
  reason: nullable(text),
  answeredOn: nullable(day),
};

export const ruling: Fields<RulingView> = {
  id,
  round: count,
  ruling: oneOf('go', 'go-with-conditions', 'no-go', 'hold'),
  outcome: oneOf('go', 'no-go', 'open'),
  ruledOn: day,
  reason: nullable(text),
  meeting: nullable(
    object<NonNullable<RulingView['meeting']>>({ form: oneOf(...meetingForms), reference: nullable(text) }),
  ),
  dissent: list(bodyId),
  recorded: ref('Recorded'),
};
