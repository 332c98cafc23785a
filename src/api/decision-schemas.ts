// The schemas of what is recorded at a gate: decisions, conditions, rulings.
import { closureFacts, conditionFacts, decisionFacts } from '../domain/facts/of-decisions.js';
import { conclusionFacts } from '../domain/facts/of-gates.js';
import { secrecyFacts } from '../domain/facts/of-secrecy.js';
import { decisionKinds, secrecyBodies } from '../domain/vocabulary.js';
import type { ConditionView, DecisionView, RulingView } from '../domain/views/decision-view.js';
import { asSubmitted } from './gate-schemas.js';
import {
  bodyId,
  count,
  day,
  id,
  list,
  nullable,
  object,
  oneOf,
  record,
  ref,
  slug,
  text,
  type Fields,
} from './schema-kinds.js';
import { shownSchema, valueSchema } from './schema-of.js';

export const decision: Fields<DecisionView> = {
  ...shownSchema(decisionFacts),
  id,
  gate: slug,
  round: count,
  body: bodyId,
  decision: oneOf(...decisionKinds),
  answers: record(oneOf(...decisionKinds)),
  decidedOn: day,
  remarkAnswers: list(nullable(text)),
  form: valueSchema(decisionFacts.form.value),
  proposalVersion: count,
  points: list(object<DecisionView['points'][number]>({ text, answer: nullable(text) })),
  release: object(shownSchema(closureFacts)),
  secrecy: list(
    object<DecisionView['secrecy'][number]>({
      ...shownSchema(secrecyFacts),
      imposedOn: day,
      liftedOn: nullable(day),
      liftedBy: nullable(oneOf(...secrecyBodies)),
    }),
  ),
  conditions: list(id),
  corrects: nullable(id),
  revises: nullable(id),
  supersededBy: nullable(id),
  confirmation: oneOf('by-body', 'unconfirmed', 'confirmed', 'disputed'),
  confirmationReason: nullable(text),
  flags: list(slug),
  recorded: ref('Recorded'),
};

export const condition: Fields<ConditionView> = {
  ...shownSchema(conditionFacts),
  id,
  gate: slug,
  decision: id,
  body: bodyId,
  status: oneOf('open', 'adopted', 'carried', 'rejected', 'met', 'waived', 'disputed', 'lapsed'),
  carriedTo: nullable(slug),
  reason: nullable(text),
  answeredOn: nullable(day),
};

export const ruling: Fields<RulingView> = {
  ...shownSchema(conclusionFacts),
  id,
  round: count,
  ruling: oneOf('go', 'go-with-conditions', 'no-go', 'hold'),
  outcome: oneOf('go', 'no-go', 'open'),
  ruledOn: day,
  dissent: list(bodyId),
  asSubmitted,
  flags: list(slug),
  recorded: ref('Recorded'),
};
