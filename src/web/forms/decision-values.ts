// What the form of a decision begins with: a correction with what was said, but for its reason, which is asked anew since it says
// what was wrong; and who comes by a link from a mail with the day that they put it on the agenda for.
import { plannedFor } from '../../domain/dossier/agenda.js';
import { currentRound, type Decision } from '../../domain/dossier/state.js';
import { decisionFacts } from '../../domain/facts/of-decisions.js';
import { ofBody, seesAllPapers } from '../../domain/views/papers-seen.js';
import type { Reading, Viewer } from '../../domain/views/viewer.js';
import { valuesOfFacts } from './fields-of.js';
import type { BodyId } from '../../domain/vocabulary.js';
import type { FormContext } from './form-kind.js';
import type { Values } from './form.js';

/** Papers of which some are not for who looks are left out: what a correction does not name stays as it is. */
export function valuesOfDecision({ dossier: { conditions }, viewer }: Reading, decision: Decision): Values {
  const { release, evidence } = decision;
  // Open to the region at once is what every decision is: then there is nothing to fill in.
  const isPlain = release.scope === 'region' && release.from === null;
  const made = decision.conditions.map((id) => conditions[id] ?? {});
  const { reason: _, ...values } = valuesOfFacts(decisionFacts, {
    ...decision,
    evidence: seesEvidence(viewer, decision) ? evidence : [],
    conditions: made,
    release: isPlain ? null : release,
  });
  values.decision = decision.kind;
  values.decidedOn = decision.decidedOn;
  for (const [question, answer] of Object.entries(decision.answers))
    if (answer !== decision.kind) values[`answers/${question}`] = answer;
  return values;
}

export const seesEvidence = (viewer: Viewer, { body, evidence }: Decision): boolean =>
  seesAllPapers(evidence, viewer, ofBody(body));

/** Once that day has come. */
export function asPlanned({ query, reading: { dossier }, place, today }: FormContext, body: BodyId | null): Values {
  const round = currentRound(dossier, place.gate);
  if (query.link === undefined || !round || body === null) return {};
  const { meetingOn = '' } = plannedFor(round, body, today) ?? {};
  return meetingOn >= round.submittedOn && meetingOn <= today ? { decidedOn: meetingOn } : {};
}
